"""The stories folder: which of its files are seeds, what else lies there, and the pictures.

Seeds are untrusted, and so is the way to them: only regular files are opened, and only those that
lie in the folder when every link is followed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from pathlib import Path

from anthology.model import Fault, Problem, Seed
from anthology.sources.disk import USUAL, Limits, contents, printable
from anthology.sources.pictures import Pictures, Size, size

_ENDINGS = (".txt", ".md")
_NOT_STORIES = frozenset({"readme.md", "index.md"})
"""What other programs keep in a folder under a name that a story might have."""
_CLUTTER = frozenset({"thumbs.db", "desktop.ini"})
_PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


def gather(
    folder: Path, called: str = "docs/stories", limits: Limits = USUAL
) -> tuple[list[Seed], list[Problem]]:
    """Return the seeds in ``folder`` in the order of their names, and what is wrong there.

    ``called`` is the folder's path as messages should give it. A folder that is not there has no
    seeds.
    """
    seeds: list[Seed] = []
    problems: list[Problem] = []
    twins: dict[str, str] = {}
    paths = _listed(folder)
    names = {path.name for path in paths}
    for path in paths:
        file = f"{called}/{printable(path.name)}"
        try:
            _check_name(path)
            if len(seeds) == limits.stories:
                problems.append(Problem(file, _too_many(limits), refused=True))
                break
            seeds.append(_take(path, names, limits))
        except Fault as fault:
            problems.append(fault.within(file))
            continue
        twin = twins.setdefault(path.stem, printable(path.name))
        if twin != printable(path.name):
            problems.append(Problem(file, f"'{twin}' has the same name; keep one of the two"))
    return seeds, problems


def _listed(folder: Path) -> list[Path]:
    """Return what lies in ``folder``, by name, without what other programs put there."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return [p for p in paths if not p.name.startswith(".") and p.name.lower() not in _CLUTTER]


def _check_name(path: Path) -> None:
    if path.suffix.lower() not in _ENDINGS:
        raise Fault("not read; the name of a story file ends in .txt or .md", refused=False)
    if path.name.lower() in _NOT_STORIES:
        message = "not read; give it another name if it is a story"
        raise Fault(message, refused=False)


def _too_many(limits: Limits) -> str:
    many = f"more than {limits.stories:,} stories; this one and what follows are left out"
    return f"{many}, set 'limits: stories' in mkdocs.yml if you mean it"


def _take(path: Path, names: Collection[str], limits: Limits) -> Seed:
    name = unicodedata.normalize("NFC", path.name)
    if name != path.name and name in names:
        # Two files whose names look the same: each keeps its own, or one would be lost.
        name = path.name
    return Seed(name, contents(path, path.parent, limits.bytes))


def pictures(folder: Path) -> Pictures:
    """Return the pictures in ``folder`` and below, which a story can show, and how large they are.

    They are called by their paths from there.
    """
    inside = folder.resolve()
    found: dict[str, Size | None] = {}
    for path in sorted(folder.rglob("*")):
        is_picture = path.suffix.lower() in _PICTURES and path.is_file()
        if is_picture and path.resolve().is_relative_to(inside):
            with path.open("rb") as file:
                found[path.relative_to(folder).as_posix()] = size(file)
    return found

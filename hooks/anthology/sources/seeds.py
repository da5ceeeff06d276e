"""The stories folder: which of its files are seeds, what else lies there, and the pictures.

Seeds are untrusted, and so are the paths to them: only regular files are opened, and only those
that lie in the folder when all links are followed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path

from anthology.model import Fault, Problem, Seed
from anthology.sources.disk import USUAL, Limits, contents, printable
from anthology.sources.pictures import Pictures, Size, size

_ENDINGS = (".txt", ".md")
_NOT_STORIES = frozenset({"readme.md", "index.md"})
"""Files that other programs look for, with a name that a story could have."""
_CLUTTER = frozenset({"thumbs.db", "desktop.ini"})
"""Files that Windows puts into a folder."""
_PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
"""Endings of the files that are pictures."""


def gather(
    folder: Path,
    called: str = "docs/stories",
    limits: Limits = USUAL,
    known: Mapping[str, Seed] | None = None,
) -> tuple[list[Seed], list[Problem]]:
    """Return the seeds in ``folder`` in the order of their names, and the problems found there.

    ``called`` is the folder's path, as messages give it. A folder that does not exist has no seeds.
    ``known`` are seeds by their names that are not opened again.
    """
    known = known or {}
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
            seeds.append(known.get(path.name) or _take(path, names, limits))
        except Fault as fault:
            problems.append(fault.within(file))
            continue
        twin = twins.setdefault(path.stem, printable(path.name))
        if twin != printable(path.name):
            problems.append(Problem(file, f"'{twin}' has the same name; keep one of the two"))
    return seeds, problems


def _listed(folder: Path) -> list[Path]:
    """Return the paths in ``folder`` in order, without hidden files and those of other programs."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return [p for p in paths if not p.name.startswith(".") and p.name.lower() not in _CLUTTER]


def _check_name(path: Path) -> None:
    """Check that the file has a name that a story can have.

    Raises:
        Fault: where it has not.
    """
    if path.suffix.lower() not in _ENDINGS:
        raise Fault("not read; the name of a story file ends in .txt or .md", refused=False)
    if path.name.lower() in _NOT_STORIES:
        message = "not read; give it another name if it is a story"
        raise Fault(message, refused=False)


def _too_many(limits: Limits) -> str:
    many = f"more than {limits.stories:,} stories; this one and what follows are left out"
    return f"{many}, set 'limits: stories' in mkdocs.yml if you mean it"


def take(path: Path, limits: Limits) -> Seed:
    """Return the seed at ``path``, whose name is known to be one that a seed can have.

    Raises:
        Fault: where it cannot be read, or is too large.
    """
    return Seed(path.name, contents(path, path.parent, limits.bytes))


def _take(path: Path, names: Collection[str], limits: Limits) -> Seed:
    """Return the seed at ``path``; ``names`` are those of all files in the folder."""
    name = unicodedata.normalize("NFC", path.name)
    if name != path.name and name in names:
        # Two files have names that look the same. This one keeps its own, so that none is lost.
        name = path.name
    return Seed(name, contents(path, path.parent, limits.bytes))


def pictures(folder: Path) -> Pictures:
    """Return the sizes of the pictures in ``folder`` and below, by their paths from there."""
    inside = folder.resolve()
    found: dict[str, Size | None] = {}
    for path in sorted(folder.rglob("*")):
        is_picture = path.suffix.lower() in _PICTURES and path.is_file()
        if is_picture and path.resolve().is_relative_to(inside):
            with path.open("rb") as file:
                found[path.relative_to(folder).as_posix()] = size(file)
    return found

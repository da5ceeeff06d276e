"""The stories folder: which of its files are seeds, what else lies there, and the pictures.

Seeds are untrusted, and so is the way to them: only regular files are opened, and only those that
lie in the folder when every link is followed.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from anthology.model import Problem, Seed
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
    """Give the seeds in ``folder`` in the order of their names, and what lies there beside them.

    ``called`` is the folder's path as messages should give it. A folder that is not there has no
    seeds.
    """
    seeds: list[Seed] = []
    problems: list[Problem] = []
    called_so: dict[str, str] = {}
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    names = {path.name for path in paths}
    for path in paths:
        file = f"{called}/{printable(path.name)}"
        if path.name.startswith(".") or path.name.lower() in _CLUTTER:
            continue
        if path.suffix.lower() not in _ENDINGS:
            message = "not a seed and not read; a seed's name ends in .txt or .md"
            problems.append(Problem(file, message))
            continue
        if path.name.lower() in _NOT_STORIES:
            message = "not a seed and not read; give it another name if it is a story"
            problems.append(Problem(file, message))
            continue
        twin = called_so.setdefault(path.stem, printable(path.name))
        if twin != printable(path.name):
            problems.append(Problem(file, f"'{twin}' has the same name; keep one of the two"))
        if len(seeds) == limits.stories:
            many = f"more than {limits.stories:,} stories; this one and what follows are left out"
            remedy = "set 'limits: stories' in mkdocs.yml if you mean it"
            problems.append(Problem(file, f"{many}, {remedy}", refused=True))
            break
        seed = take(path, folder, file, limits)
        if isinstance(seed, Seed) and seed.name != path.name and seed.name in names:
            # Two files whose names look the same: each keeps its own, or one would be lost.
            seed = Seed(path.name, seed.data)
        (problems if isinstance(seed, Problem) else seeds).append(seed)  # type: ignore[arg-type]
    return seeds, problems


def pictures(folder: Path) -> Pictures:
    """Give the pictures in ``folder`` and below, which a story can show, and how large they are.

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


def take(path: Path, folder: Path, file: str, limits: Limits = USUAL) -> Seed | Problem:
    """Give the seed at ``path``, which must lie in ``folder``, or why it is refused."""
    data = contents(path, folder, file, limits.bytes)
    if isinstance(data, Problem):
        return data
    return Seed(unicodedata.normalize("NFC", path.name), data)

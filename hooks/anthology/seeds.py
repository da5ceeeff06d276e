"""The stories folder: which of its files are seeds, what else lies there, and the pictures.

Seeds are untrusted, and so is the way to them: only regular files are opened, and only those that
lie in the folder when every link is followed.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path

from anthology.model import Problem, Seed

LARGEST = 2_000_000
"""Most bytes in a seed: about 350,000 words, longer than any story."""

_ENDINGS = (".txt", ".md")
_NOT_STORIES = frozenset({"readme.md", "index.md"})
"""What other programs keep in a folder under a name that a story might have."""
_CLUTTER = frozenset({"thumbs.db", "desktop.ini"})
_PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


def gather(folder: Path, called: str = "docs/stories") -> tuple[list[Seed], list[Problem]]:
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
        file = f"{called}/{_printable(path.name)}"
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
        twin = called_so.setdefault(path.stem, _printable(path.name))
        if twin != _printable(path.name):
            problems.append(Problem(file, f"'{twin}' has the same name; keep one of the two"))
        seed = take(path, folder, file)
        if isinstance(seed, Seed) and seed.name != path.name and seed.name in names:
            # Two files whose names look the same: each keeps its own, or one would be lost.
            seed = Seed(path.name, seed.data)
        (problems if isinstance(seed, Problem) else seeds).append(seed)  # type: ignore[arg-type]
    return seeds, problems


def pictures(folder: Path) -> frozenset[str]:
    """Give the pictures in ``folder`` and below, as paths from there: those a story can show."""
    inside = folder.resolve()
    return frozenset(
        unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
        for path in folder.rglob("*")
        if path.suffix.lower() in _PICTURES
        and path.is_file()
        and path.resolve().is_relative_to(inside)
    )


def take(path: Path, folder: Path, file: str) -> Seed | Problem:
    """Give the seed at ``path``, which must lie in ``folder``, or why it is refused."""
    data, problem = _bytes(path, folder.resolve(), file)
    return problem or Seed(unicodedata.normalize("NFC", path.name), data)


def _printable(name: str) -> str:
    """Give a file's name on one line, whatever stands in it."""
    return name if name.isprintable() else name.encode("unicode_escape").decode("ascii")


def _bytes(path: Path, inside: Path, file: str) -> tuple[bytes, Problem | None]:
    def refuse(message: str) -> tuple[bytes, Problem]:
        return b"", Problem(file, message, refused=True)

    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        return refuse("the file's name is not UTF-8; rename it")
    try:
        if not path.exists():
            return refuse("a link that leads nowhere; put the file itself here")
        if not path.resolve().is_relative_to(inside):
            return refuse("a link that leads out of the folder; put the file itself here")
        # Not blocking, so that a pipe put in the file's place cannot hold up the build.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as seed:  # noqa: PTH123 - a descriptor is no path
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                return refuse("not a regular file; put the story here as a plain text file")
            data = seed.read(LARGEST + 1)
    except OSError as error:
        return refuse(f"cannot be read ({error.strerror}); check the file and its rights")
    if len(data) > LARGEST:
        return refuse(
            f"larger than {LARGEST // 1_000_000} MB, which no story is; split it into several"
        )
    return data, None

"""The stories folder: which of its files are seeds, and what else lies there.

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

_CLUTTER = frozenset({"thumbs.db", "desktop.ini"})


def gather(folder: Path, called: str = "docs/stories") -> tuple[list[Seed], list[Problem]]:
    """Give the seeds in ``folder`` in the order of their names, and what lies there beside them.

    ``called`` is the folder's path as messages should give it. A folder that is not there has no
    seeds.
    """
    seeds: list[Seed] = []
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        file = f"{called}/{_printable(path.name)}"
        if path.name.startswith(".") or path.name.lower() in _CLUTTER:
            continue
        if path.suffix.lower() != ".txt":
            problems.append(Problem(file, "not a seed and not read; a seed's name ends in .txt"))
            continue
        seed = take(path, folder, file)
        (problems if isinstance(seed, Problem) else seeds).append(seed)  # type: ignore[arg-type]
    return seeds, problems


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

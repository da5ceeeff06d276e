"""Reading what somebody put on the disk: regular files only, and only where they seem to lie."""

from __future__ import annotations

import dataclasses
import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from anthology.model import Problem


@dataclass(frozen=True, slots=True)
class Limits:
    """What no anthology needs more of, and who wants to stop a build would put in."""

    bytes: int = 2_000_000
    """Most bytes in a file: about 350,000 words, longer than any story."""
    paragraph: int = 200_000
    """Most characters in a paragraph."""
    stories: int = 20_000
    """Most files in the stories folder."""


USUAL: Final = Limits()
"""The limits where the editor sets no others."""


def limits(said: object) -> tuple[Limits, list[Problem]]:
    """Give the limits that the editor set in ``mkdocs.yml``, and what is wrong with them."""
    known = [field.name for field in dataclasses.fields(Limits)]
    if said is None:
        return USUAL, []
    if isinstance(said, dict) and all(
        key in known and type(value) is int and value > 0 for key, value in said.items()
    ):
        return Limits(**said), []
    example = ", ".join(f"{name}: {getattr(USUAL, name)}" for name in known)
    message = f"'limits' are whole numbers above 0, as in 'limits: {{{example}}}'"
    return USUAL, [Problem("mkdocs.yml", message, refused=True)]


def printable(name: str) -> str:
    """Give a file's name on one line, whatever stands in it."""
    return name if name.isprintable() else name.encode("unicode_escape").decode("ascii")


_NOWHERE = "a link that leads nowhere; put the file itself here"
_NOT_REGULAR = "not a regular file; put the text here as a plain text file"
"""With these nothing of anybody's is left out, so they are warnings and no refusals."""


def contents(path: Path, inside: Path, file: str, largest: int) -> bytes | Problem:
    """Give what is in the file at ``path``, or why it is refused.

    It must be a regular file of at most ``largest`` bytes that lies in the folder ``inside`` when
    every link is followed. ``file`` is its path as messages should give it.
    """

    def refuse(message: str) -> Problem:
        return Problem(file, message, refused=True)

    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        return refuse("the file's name is not UTF-8; rename it")
    try:
        if not path.exists():
            if path.is_symlink():
                return Problem(file, _NOWHERE)
            return refuse("not there any more; it was taken away while the folder was read")
        if not path.resolve().is_relative_to(inside.resolve()):
            return refuse("a link that leads out of the folder; put the file itself here")
        # Not blocking, so that a pipe put in the file's place cannot hold up the build.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as opened:  # noqa: PTH123 - a descriptor is no path
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return Problem(file, _NOT_REGULAR)
            data = opened.read(largest + 1)
    except OSError as error:
        return refuse(f"cannot be read ({error.strerror}); check the file and its rights")
    except RuntimeError:  # how Python before 3.13 says that a link leads to itself
        return Problem(file, _NOWHERE)
    if len(data) > largest:
        return refuse(f"larger than {_size(largest)}, which no story is; split it into several")
    return data


def _size(number: int) -> str:
    millions = number / 1_000_000
    return f"{millions:g} MB" if millions >= 1 else f"{number:,} bytes"


def strays(folder: Path) -> frozenset[Path]:
    """Give what is below ``folder`` and must not be published: links that lead out, pipes and such.

    A linked folder is one of them wherever it leads: a renderer would go round in circles, or
    publish what was kept back elsewhere.
    """
    return frozenset(_strays(folder))


def _strays(folder: Path) -> Iterator[Path]:
    top = folder.resolve()
    waiting = [folder] if folder.is_dir() else []
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                path = Path(entry.path)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                elif entry.is_symlink():
                    if not (path.is_file() and path.resolve().is_relative_to(top)):
                        yield path
                elif not entry.is_file():
                    yield path


def is_below(path: str | None, places: Collection[Path]) -> bool:
    """Whether ``path``, if there is one, is one of the ``places`` or lies below one."""
    if not path or not places:
        return False
    return any(each in places for each in (Path(path), *Path(path).parents))

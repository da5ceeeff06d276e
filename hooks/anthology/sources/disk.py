"""Safe reading from the disk: only regular files of limited size, and no links out of a folder."""

from __future__ import annotations

import dataclasses
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from anthology.model import Fault, Problem


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper limits, so that no input, hostile or accidental, can exhaust the build's resources."""

    bytes: int = 2_000_000
    """Most bytes in a file: about 350,000 words, longer than any story."""
    paragraph: int = 200_000
    """Most characters in a paragraph."""
    stories: int = 20_000
    """Most files in the stories folder."""


USUAL: Final = Limits()
"""The limits that hold unless the editor sets others."""


def limits(said: object) -> tuple[Limits, list[Problem]]:
    """Return the limits that the editor set in ``mkdocs.yml``, and the problems with them.

    ``said`` is the value of ``extra: limits:``, of any type. If it is wrong, the usual limits are
    returned.
    """
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
    """Return a file's name on one line, with unprintable characters escaped."""
    return name if name.isprintable() else name.encode("unicode_escape").decode("ascii")


_NOWHERE = "a link that leads nowhere; put the file itself here"
_NOT_REGULAR = "not a regular file; put the text here as a plain text file"
"""With these two, nothing that somebody wrote is left out. So they are warnings, not refusals."""


def contents(path: Path, inside: Path, largest: int) -> bytes:
    """Return the bytes of the file at ``path``.

    Raises:
        Fault: unless it is a regular, readable file of at most ``largest`` bytes that lies in the
            folder ``inside``, also when all links are followed.
    """
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        raise Fault("the file's name is not UTF-8; rename it") from None
    try:
        _check_place(path, inside)
        # Opened without blocking, so that a pipe in the file's place cannot stop the build.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as opened:  # noqa: PTH123 - a descriptor is not a path
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Fault(_NOT_REGULAR, refused=False)
            data = opened.read(largest + 1)
    except OSError as error:
        message = f"cannot be read ({error.strerror}); check the file and its rights"
        raise Fault(message) from None
    except RuntimeError:  # Python before 3.13 raises this for a link that leads to itself
        raise Fault(_NOWHERE, refused=False) from None
    if len(data) > largest:
        raise Fault(f"larger than {_size(largest)}; a story is smaller, so split the file")
    return data


def _check_place(path: Path, inside: Path) -> None:
    """Check that ``path`` exists and lies in the folder ``inside`` when all links are followed.

    Raises:
        Fault: where it does not.
    """
    if not path.exists():
        if path.is_symlink():
            raise Fault(_NOWHERE, refused=False)
        raise Fault("no longer there; it was removed while the folder was read")
    if not path.resolve().is_relative_to(inside.resolve()):
        raise Fault("a link that leads out of the folder; put the file itself here")


def _size(number: int) -> str:
    """Return a number of bytes for people: ``2 MB``."""
    millions = number / 1_000_000
    return f"{millions:g} MB" if millions >= 1 else f"{number:,} bytes"


@dataclass(frozen=True, slots=True)
class Survey:
    """What lies below a folder, as paths relative to it, with ``/`` between their parts."""

    files: frozenset[str] = frozenset()
    """The files that may be published."""
    strays: frozenset[str] = frozenset()
    """What must not be published: links that lead out, linked folders, pipes and the like."""

    def is_astray(self, path: str) -> bool:
        """Return whether ``path`` is a stray, or lies below a linked folder."""
        places = (path, *(parent.as_posix() for parent in PurePosixPath(path).parents))
        return not self.strays.isdisjoint(places)


def survey(folder: Path) -> Survey:
    """Return what lies below ``folder``; an empty survey if there is no such folder.

    A linked folder is a stray wherever it leads: with one, a renderer could run in circles, or
    publish files that another folder keeps back.
    """
    files: set[str] = set()
    strays: set[str] = set()
    for path, is_stray in _walk(folder):
        (strays if is_stray else files).add(path.relative_to(folder).as_posix())
    return Survey(frozenset(files), frozenset(strays))


def _walk(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Yield the path of each file below ``folder``, and whether it is a stray."""
    top = folder.resolve()
    waiting = [folder] if folder.is_dir() else []
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                path = Path(entry.path)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                elif entry.is_symlink():
                    yield path, not (path.is_file() and path.resolve().is_relative_to(top))
                else:
                    yield path, not entry.is_file()

"""Keys: digests of all that a value depends on."""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path


def digest(*parts: object) -> str:
    """Return a digest of ``parts``, which say by their ``repr`` all that they are."""
    return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()


def of(given: str, name: str, data: bytes) -> str:
    """Return the key of what is made of ``data`` called ``name``, and of ``given``, a digest."""
    head = f"{given}\n{name}\n".encode("utf-8", "surrogatepass")
    return hashlib.sha256(head + data).hexdigest()


def program(folder: Path, paths: Iterable[str], packages: Iterable[str]) -> str:
    """Return a digest of the files at or below ``paths`` in ``folder``, and of what runs them.

    ``packages`` are other packages that they need.
    """
    files = (file for path in paths for file in _files(folder / path))
    return digest(
        [(file.relative_to(folder).as_posix(), _digest_of(file)) for file in files],
        [(package, version(package)) for package in packages],
        (sys.version, sys.platform, platform.machine()),
    )


def _files(path: Path) -> Iterable[Path]:
    """Return the file at ``path``, or those below it in order, without what Python compiled."""
    if path.is_file():
        return [path]
    found = (each for each in path.rglob("*") if each.is_file())
    return sorted(each for each in found if "__pycache__" not in each.parts)


def _digest_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()

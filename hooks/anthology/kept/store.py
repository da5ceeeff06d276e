"""Stores: a folder of lines under keys, which may be deleted, damaged or shared at any time.

A file has a checksum of its key and its lines on top. Whatever has another one is not there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

_LONGEST = 100_000_000
"""Most bytes of a file; a larger one is not ours."""
_DAY = 86_400
_UNUSED = 30 * _DAY
"""After how many seconds without use a file is removed."""
_MOST_EDITIONS = 3
"""How many editions of the program leave something behind: branches that are compared."""


class Store:
    """Lines under keys, for one edition of the program."""

    def __init__(self, folder: Path, edition: str, say: Callable[[str], None]) -> None:
        """Return the store in ``folder`` for what is made by ``edition``, a digest of the program.

        ``say`` is told once if nothing can be written.
        """
        self.edition = edition
        self._folder = folder
        self._own = folder / edition[:16]
        self._say: Callable[[str], None] | None = say
        self._is_tidy = False

    def load(self, key: str) -> list[bytes] | None:
        """Return the lines under ``key``; None where there are none, or not what was saved."""
        try:
            data = _contents(self._own / f"{key}.jsonl")
        except OSError:
            return None
        head, *lines = data.split(b"\n")
        return lines if lines and head == _checksum(key, lines) else None

    def save(self, key: str, lines: Sequence[bytes]) -> None:
        """Keep ``lines`` under ``key``, as far as that is possible; no line has an end in it."""
        if not self._say:
            return
        try:
            self._own.mkdir(parents=True, exist_ok=True)
            _write(self._own / f"{key}.jsonl", b"\n".join([_checksum(key, lines), *lines]))
        except OSError as error:
            self._say(
                f"{self._folder} cannot be written ({error.strerror}): what was read is read again "
                "next time; nothing else is wrong"
            )
            self._say = None

    def tidy(self) -> None:
        """Remove what was not used for a month, and what older editions of the program made.

        A process does so only once.
        """
        if self._is_tidy:
            return
        self._is_tidy = True
        # Another process may do the same, and all of it is only to save space.
        with contextlib.suppress(OSError):
            os.utime(self._own)
            editions = sorted(self._folder.iterdir(), key=lambda each: -each.stat().st_mtime)
            for old in editions[_MOST_EDITIONS:]:
                shutil.rmtree(old, ignore_errors=True)
            until = time.time() - _UNUSED
            with os.scandir(self._own) as files:
                for file in files:
                    if file.stat().st_mtime < until:
                        Path(file).unlink()


def _checksum(key: str, lines: Sequence[bytes]) -> bytes:
    found = hashlib.sha256(key.encode())
    for line in lines:
        found.update(b"\n" + line)
    return f'"{found.hexdigest()}"'.encode()


def _contents(path: Path) -> bytes:
    """Return the bytes of the file at ``path``, and note that it was used.

    Raises:
        OSError: where it cannot be read, or is no file of a store.
    """
    # Opened without blocking, in case that somebody put a pipe there.
    descriptor = os.open(
        path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor is not a path
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LONGEST:
            raise OSError("no file of a store")
        data = file.read()
    if found.st_mtime < time.time() - _DAY:
        with contextlib.suppress(OSError):
            os.utime(path)
    return data


def _write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, where it is all there or not at all."""
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    new = Path(name)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor is not a path
            file.write(data)
        new.replace(path)
    except BaseException:
        new.unlink()
        raise

"""What has changed on disk: among the files that are read once, and among what the editor keeps."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

_READ_ONCE = frozenset({".py", ".tsv", ".txt"})
"""Endings of the files that are read once."""
_JUST_NOW = 50_000_000
"""Nanoseconds after a change in which the clock of a file system may not tell it from the next."""

Glance = dict[str, tuple[object, ...]]
"""What the file system says of each file, by its path."""


def state(folder: Path) -> dict[Path, int]:
    """Return when each file below ``folder`` that is read once was last changed, in nanoseconds."""
    return {
        path: path.stat().st_mtime_ns
        for path in sorted(folder.rglob("*"))
        if path.suffix in _READ_ONCE
    }


def changed(folder: Path, before: dict[Path, int]) -> list[str]:
    """Return the files below ``folder`` that are new, changed or gone since ``before``.

    ``before`` is an earlier ``state``. The paths are sorted and relative to the parent of
    ``folder``.
    """
    now = state(folder)
    paths = (path for path in before.keys() | now.keys() if before.get(path) != now.get(path))
    return sorted(path.relative_to(folder.parent).as_posix() for path in paths)


def glance(folder: Path, *others: Path) -> Glance:
    """Return what the file system says of each file below ``folder``, by its path from there.

    ``others`` are more files and folders, whose files are there by their whole paths. Nothing is
    opened. Whatever is done to a file, the next glance says something else of it, even
    if its size stays and the clock was set back.
    """
    now = time.time_ns()
    found = {path: _said(entry, now) for path, entry in _files(str(folder), "")}
    for other in others:
        if other.is_dir():
            found |= {e.path: _said(e, now) for _, e in _files(str(other), "") if _is_source(e)}
        else:
            found[str(other)] = _said(other, now)
    return found


def _is_source(entry: os.DirEntry[str]) -> bool:
    """Return whether somebody may edit a file of the program; Python writes files there too."""
    return "__pycache__" not in entry.path


def _files(folder: str, path: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the files below ``folder``, each with its path from there, which ``path`` begins."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry


def _said(entry: os.DirEntry[str] | Path, now: int) -> tuple[object, ...]:
    """Return what the file system says of a file at the time ``now``, in nanoseconds."""
    try:
        found = entry.stat()
    except OSError:
        return ()
    said = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
    # What was written just now may be written again without a later time, so it is looked at again.
    is_new = now - max(found.st_mtime_ns, found.st_ctime_ns) < _JUST_NOW
    return (*said, object()) if is_new else said


def differing(before: Glance, now: Glance) -> set[str]:
    """Return the paths of which two glances do not say the same."""
    gone = before.keys() - now.keys()
    return gone | {path for path, said in now.items() if before.get(path) != said}

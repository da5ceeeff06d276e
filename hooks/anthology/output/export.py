"""Pages on disk, for any other renderer: files of the last export are renewed, others are kept.

A file in the folder notes the digests of the files that the export made. So the next export can
distinguish them from files that somebody wrote or changed by hand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from anthology.model import Problem

NOTE = ".anthology.json"
"""Name of the file with the digests."""


def write(files: Mapping[str, bytes], folder: Path) -> list[Problem]:
    """Return a problem for each file that could not be renewed or removed, after writing ``files``.

    ``files`` has contents by paths below ``folder``. Files of the last export that are no longer
    made are removed. A file that no export made, or that was changed since, is neither overwritten
    nor removed.
    """
    noted = _noted(folder)
    made: dict[str, str] = {}
    problems = []
    for path, data in sorted(files.items()):
        if problem := _renew(folder / path, data, noted.get(path)):
            problems.append(problem)
        # For a file that was changed by hand, the note keeps the digest of what was made.
        if not problem or path in noted:
            made[path] = noted[path] if problem else _digest(data)
    gone = sorted(noted.keys() - files.keys())
    problems += filter(None, [_remove(folder / path, noted[path], folder) for path in gone])
    _put(folder / NOTE, json.dumps(made, indent=1, sort_keys=True).encode())
    return problems


def _renew(target: Path, data: bytes, noted: str | None) -> Problem | None:
    """Return None after writing ``data`` to ``target``, or a problem if that file is not ours.

    ``noted`` is the digest of what the last export wrote there; None if it wrote nothing there.
    """
    found = _digest(target.read_bytes()) if target.is_file() else None
    if found == _digest(data):
        return None
    if target.exists() and (found is None or found != noted):
        changed = "was changed by hand" if noted else "is not of the export's making"
        message = f"{changed} and stays as it is; move it away to have it made"
        return Problem(str(target), message)
    _put(target, data)
    return None


def _remove(target: Path, noted: str, folder: Path) -> Problem | None:
    """Return None after removing ``target``, or a problem if it was changed by hand.

    ``noted`` is the digest of what the last export wrote there.
    """
    if target.is_file() and _digest(target.read_bytes()) == noted:
        target.unlink()
        _prune(target.parent, folder)
    elif target.exists():
        return Problem(str(target), "is no longer made, but was changed, and stays")
    return None


def _noted(folder: Path) -> dict[str, str]:
    """Return the digests of what the last export wrote, by path; none outside ``folder``."""
    try:
        noted = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    if not isinstance(noted, dict):
        return {}
    inside = folder.resolve()
    return {
        path: digest
        for path, digest in noted.items()
        if (folder / path).resolve().is_relative_to(inside)
    }


def _put(target: Path, data: bytes) -> None:
    """Write ``data`` to ``target``, completely or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name[:80]}.new")
    beside.write_bytes(data)
    beside.replace(target)


def _prune(folder: Path, top: Path) -> None:
    """Remove ``folder`` and the folders above it, up to ``top``, as long as they are empty."""
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

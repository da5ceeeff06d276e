"""Pages on disk, for any other renderer: what was made before is renewed, nothing else is touched.

A file in the folder notes what each export made, by its digest, so that the next one can tell its
own pages from those that somebody wrote or changed by hand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from anthology.model import Problem

NOTE = ".anthology.json"
"""Name of the file that notes what was made."""


def write(files: Mapping[str, bytes], folder: Path) -> list[Problem]:
    """Write ``files``, by path below ``folder``, take away those of the last time, say what stayed.

    A file that this did not make, or that was changed since, is neither overwritten nor removed.
    """
    noted = _noted(folder)
    made: dict[str, str] = {}
    problems = []
    for path, data in sorted(files.items()):
        if problem := _renew(folder / path, data, noted.get(path)):
            problems.append(problem)
        # What was changed by hand goes on being noted as it was made.
        if not problem or path in noted:
            made[path] = noted[path] if problem else _digest(data)
    gone = sorted(noted.keys() - files.keys())
    problems += filter(None, [_remove(folder / path, noted[path], folder) for path in gone])
    _put(folder / NOTE, json.dumps(made, indent=1, sort_keys=True).encode())
    return problems


def _renew(target: Path, data: bytes, noted: str | None) -> Problem | None:
    """Write ``data`` to ``target`` if it differs; return why not where that is somebody's own.

    ``noted`` is the digest of what the last export put there.
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
    """Remove ``target``, which is no longer made; return why not where somebody changed it."""
    if target.is_file() and _digest(target.read_bytes()) == noted:
        target.unlink()
        _prune(target.parent, folder)
    elif target.exists():
        return Problem(str(target), "is no longer made, but was changed, and stays")
    return None


def _noted(folder: Path) -> dict[str, str]:
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
    """Write a file whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name[:80]}.new")
    beside.write_bytes(data)
    beside.replace(target)


def _prune(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

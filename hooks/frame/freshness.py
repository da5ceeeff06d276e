"""Whether the running code is the code on disk: Python files and word lists are read only once."""

from __future__ import annotations

from pathlib import Path

_READ_ONCE = frozenset({".py", ".tsv", ".txt"})
"""Endings of the files that are read once."""


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

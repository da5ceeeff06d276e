"""Whether what runs is what is on disk: Python and word lists are read once, and never again."""

from __future__ import annotations

from pathlib import Path

_READ_ONCE = frozenset({".py", ".tsv", ".txt"})


def state(folder: Path) -> dict[Path, int]:
    """Give, for each file below ``folder`` that is read once, when it was changed (nanoseconds)."""
    return {
        path: path.stat().st_mtime_ns
        for path in sorted(folder.rglob("*"))
        if path.suffix in _READ_ONCE
    }


def changed(folder: Path, before: dict[Path, int]) -> list[str]:
    """Return the files below ``folder`` that are new, changed or gone since ``before``."""
    now = state(folder)
    paths = (path for path in before.keys() | now.keys() if before.get(path) != now.get(path))
    return sorted(path.relative_to(folder.parent).as_posix() for path in paths)

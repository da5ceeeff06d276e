"""The pages that the editor writes by hand, and among them the note that opens the home page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

import frontmatter
import yaml

from anthology.model import Fault, Problem
from anthology.sources import disk

HOME: Final = "index.md"
_NO_PAGES = frozenset({"stories", "authority", "overrides"})
"""Folders below ``docs/`` of which no file is published as it is."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the editor says on the home page."""

    matter: Mapping[str, Any] = field(default_factory=dict)
    """Front matter, as MkDocs takes it."""
    text: str = ""
    """Markdown."""


def gather(docs: Path, paths: Iterable[str], largest: int) -> tuple[dict[str, str], list[Problem]]:
    """Return the Markdown of each page by hand, by its path, and what is wrong with the others.

    ``paths`` are those of the files below ``docs``, ``largest`` is the most bytes in one of them.
    """
    written: dict[str, str] = {}
    problems = []
    for path in filter(is_page, sorted(paths)):
        try:
            data = disk.contents(docs / path, docs, largest)
            written[path] = _text(data)
        except Fault as fault:
            problems.append(fault.within(f"docs/{disk.printable(path)}"))
    return written, problems


def is_page(path: str) -> bool:
    """Return whether a file at ``path`` below ``docs/`` is a page that is published as it is."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") for part in parts)
    return path.endswith(".md") and parts[0] not in _NO_PAGES and not hidden


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Fault(f"not UTF-8 at byte {error.start}; save the file as UTF-8", line) from None


def note(text: str) -> Note:
    """Return the note that ``text``, the Markdown of the home page, holds.

    Raises:
        Fault: where its front matter is no YAML.
    """
    try:
        matter, note = frontmatter.parse(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # The parser counts from 0, and begins with the line of dashes.
        line = mark.line + 1 if mark else None
        message = "front matter is not YAML; a value with a colon in it stands in quotes"
        raise Fault(message, line) from None
    return Note(matter, note)

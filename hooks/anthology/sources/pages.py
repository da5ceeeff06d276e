"""The pages that the editor writes by hand, and the note on the home page, which is one of them."""

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
"""Path of the home page below ``docs/``."""
_NO_PAGES = frozenset({"stories", "authority", "overrides"})
"""Folders below ``docs/`` whose files are not published as they are."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the editor writes on the home page."""

    matter: Mapping[str, Any] = field(default_factory=dict)
    """Front matter, as MkDocs understands it."""
    text: str = ""
    """The text, in Markdown."""


def gather(docs: Path, paths: Iterable[str], largest: int) -> tuple[dict[str, str], list[Problem]]:
    """Return the Markdown of the hand-written pages by their paths, and the problems with others.

    ``paths`` are the paths of all files, relative to ``docs``; ``largest`` is the most bytes that a
    page may have.
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
    """Return whether the file at ``path`` below ``docs/`` is a page that is published as it is."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") for part in parts)
    return path.endswith(".md") and parts[0] not in _NO_PAGES and not hidden


def _text(data: bytes) -> str:
    """Return the text in ``data``.

    Raises:
        Fault: where it is not in UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Fault(f"not UTF-8 at byte {error.start}; save the file as UTF-8", line) from None


def note(text: str) -> Note:
    """Return the note in ``text``, the Markdown of the home page.

    Raises:
        Fault: where its front matter is not YAML.
    """
    try:
        matter, note = frontmatter.parse(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # The parser counts lines from 0 and from the line of dashes.
        line = mark.line + 1 if mark else None
        message = "front matter is not YAML; a value with a colon in it stands in quotes"
        raise Fault(message, line) from None
    return Note(matter, note)

"""The title line of a story, and the line after it that names the authors."""

from __future__ import annotations

import re

from anthology.read.markup import Block
from anthology.text import english
from anthology.text.typeset import as_set

_LONGEST_TITLE = 80
"""Most characters in a title line."""
_MOST_WORDS_IN_TITLE = 12
_CLOSES_A_SENTENCE = tuple(".,;:!?…—–-\"'”’»")
"""Characters that a title line does not end in, because sentences and speeches do."""
_OPENS_SPEECH = tuple("\"'“‘«„‚‹—–-")
"""Characters that a title line does not begin with, because speeches do."""
_DATELINE = re.compile(
    rf".*,.*\b(?:{english.either((*english.DAYS, *english.MONTHS))}|\d{{4}}"
    r"|morning|afternoon|evening|night|midnight)\W*",
    re.IGNORECASE,
)
"""The first line of a letter, which is part of the story: ``Trieste, Monday 4 March``."""
_BY_LINE = re.compile(r"by\s+(?=\S)(.+)", re.IGNORECASE)
"""A line that names the authors: ``By Ann Lee``."""
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b[JS]r)\.$")
"""The end of a name that ends in a full stop: ``Martin Luther King Jr.``"""
_BETWEEN_AUTHORS = re.compile(r",(?!\s*(?:[JS]r|I{2,3}|IV)\b)\s*|\s(?:&|and)\s+")
"""What separates authors: ``Ann Lee, Jo March``, ``Lee and March``; not the comma before *Jr*."""


def parse(
    blocks: list[Block | None], edited: str | None
) -> tuple[str | None, tuple[str, ...], list[Block | None]]:
    """Return the title, the authors in the line after it, and the blocks of the text itself.

    The title is None where there is no title line. ``edited`` is the title that the editor gave, if
    any. Then only a line that says the same is a title line. Any other line stays in the text,
    where readers see it, and is not silently replaced.
    """
    head = blocks[0] if blocks else None
    if not head or not _is_head(head):
        return None, (), blocks
    if edited and as_set(edited).casefold() != as_set(head.lines[0]).casefold():
        return None, (), blocks
    title, rest = head.lines[0], blocks[1:]
    if len(head.lines) == 2:
        authors = _authors(head.lines[1])
    else:
        authors = _authors(rest[0].lines[0]) if rest and rest[0] and len(rest[0].lines) == 1 else ()
        rest = rest[1:] if authors else rest
    if not any(rest) or (len(head.lines) == 2 and not authors):
        return None, (), blocks
    return title, authors, rest


def _is_head(block: Block) -> bool:
    """Return whether ``block`` begins with a title: a heading of level 1, or a title-like line."""
    if block.level:
        return block.level == 1
    return len(block.lines) <= 2 and not block.quoted and _is_title(block.lines[0])


def _is_title(line: str) -> bool:
    """Return whether ``line`` looks like a title: short, and neither a sentence nor a dateline."""
    return (
        len(line) <= _LONGEST_TITLE
        and len(line.split()) <= _MOST_WORDS_IN_TITLE
        and not line.endswith(_CLOSES_A_SENTENCE)
        and not line.startswith(_OPENS_SPEECH)
        and not _DATELINE.fullmatch(line)
    )


def _authors(line: str) -> tuple[str, ...]:
    """Return the authors in a line such as ``By Ann Lee and Jo March``; none in any other line."""
    found = _BY_LINE.fullmatch(line)
    if not found or not found[1][0].isupper() or len(line.split()) > _MOST_WORDS_IN_TITLE:
        return ()
    if found[1].endswith(_CLOSES_A_SENTENCE) and not _ABBREVIATED.search(found[1]):
        return ()
    return tuple(name for name in _BETWEEN_AUTHORS.split(found[1]) if name)

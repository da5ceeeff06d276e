"""The lines above a story that are its title and its authors."""

from __future__ import annotations

import re

from anthology.read.markup import Block
from anthology.text import english
from anthology.text.typeset import as_set

_LONGEST_TITLE = 80
"""Most characters in a title line."""
_MOST_WORDS_IN_TITLE = 12
_CLOSES_A_SENTENCE = tuple(".,;:!?…—–-\"'”’»")
_OPENS_SPEECH = tuple("\"'“‘«„‚‹—–-")
_DATELINE = re.compile(
    rf".*,.*\b(?:{english.either((*english.DAYS, *english.MONTHS))}|\d{{4}}"
    r"|morning|afternoon|evening|night|midnight)\W*",
    re.IGNORECASE,
)
"""The head of a letter (``Trieste, Monday 4 March``), which is part of the story."""
_BY_LINE = re.compile(r"by\s+(?=\S)(.+)", re.IGNORECASE)
"""``By Ann Lee``."""
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b[JS]r)\.$")
"""The end of ``Martin Luther King Jr.``"""
_BETWEEN_AUTHORS = re.compile(r",(?!\s*(?:[JS]r|I{2,3}|IV)\b)\s*|\s(?:&|and)\s+")
"""Between ``Ann Lee, Jo March`` and ``Lee and March``, but not before a suffix."""


def parse(
    blocks: list[Block | None], edited: str | None
) -> tuple[str | None, tuple[str, ...], list[Block | None]]:
    """Return the title line, the authors of the line after it, and the blocks of the text itself.

    Where the editor gave a title, only a line that says the same is a title line: any other stays
    in the text, where it is seen, and is not silently replaced.
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
    """Whether ``block`` begins with the title: a heading that says so, or a line that looks it."""
    if block.level:
        return block.level == 1
    return len(block.lines) <= 2 and not block.quoted and _is_title(block.lines[0])


def _is_title(line: str) -> bool:
    return (
        len(line) <= _LONGEST_TITLE
        and len(line.split()) <= _MOST_WORDS_IN_TITLE
        and not line.endswith(_CLOSES_A_SENTENCE)
        and not line.startswith(_OPENS_SPEECH)
        and not _DATELINE.fullmatch(line)
    )


def _authors(line: str) -> tuple[str, ...]:
    """Return the authors that a line such as ``By Ann Lee and Jo March`` names, or none."""
    found = _BY_LINE.fullmatch(line)
    if not found or not found[1][0].isupper() or len(line.split()) > _MOST_WORDS_IN_TITLE:
        return ()
    if found[1].endswith(_CLOSES_A_SENTENCE) and not _ABBREVIATED.search(found[1]):
        return ()
    return tuple(name for name in _BETWEEN_AUTHORS.split(found[1]) if name)

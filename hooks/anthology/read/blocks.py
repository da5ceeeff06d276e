"""The blocks of a seed: lines that belong together, and the scene breaks between the blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from anthology.model import Fault, Layout, Mark
from anthology.read import markup
from anthology.read.markup import Block, Line
from anthology.sources.pictures import Pictures

_SCENE_BREAK = re.compile(r"(?:\*\s*){3,}|(?:-\s*){3,}|(?:=\s*){3,}|(?:⁂\s*)+|#")
"""``* * *``, ``---``, ``===``, ``⁂`` or ``#`` alone on a line."""
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""White space, except spaces that do not break: French has them before its colons."""


def plain(lines: list[str], first: int) -> list[Block | None]:
    """Return the blocks of a seed in plain text, and None for each scene break.

    ``first`` is the index of the first line after the front matter.
    """
    found = (Line(_folded(raw), number) for number, raw in enumerate(lines[first:], first + 1))
    return [
        Block(tuple(line.text for line in together)) if together else None
        for together in _together(found)
    ]


def marked(
    lines: list[str], first: int, pictures: Pictures
) -> tuple[list[Block | None], list[Fault]]:
    """Return the blocks of a seed in Markdown, None for each scene break, and what is doubtful.

    ``first`` is the index of the first line after the front matter; ``pictures`` are those that can
    be shown.
    """
    found = (
        markup.line(_folded(raw), number, hard=raw.endswith("  "))
        for number, raw in enumerate(lines[first:], first + 1)
    )
    blocks: list[Block | None] = []
    doubts: list[Fault] = []
    for together in _together(found):
        block, doubtful = markup.block(together, pictures) if together else (None, [])
        blocks.append(block)
        doubts += doubtful
    return blocks, doubts


def _folded(line: str) -> str:
    """Return ``line`` with each run of white space as one space, and none at its ends."""
    return _SPACES.sub(" ", line).strip()


def _together(lines: Iterable[Line]) -> Iterable[list[Line] | None]:
    """Yield the lines of each block, and None for each scene break."""
    together: list[Line] = []
    for line in lines:
        scene_break = not line.level and _SCENE_BREAK.fullmatch(line.text)
        apart = together and (
            line.level or together[0].level or (line.quoted and not together[0].quoted)
        )
        if together and (apart or scene_break or not line.text):
            yield together
            together = []
        if scene_break:
            yield None
        elif line.text:
            together.append(line)
    if together:
        yield together


def paragraphs(blocks: list[Block | None]) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the paragraphs, with their lines joined, and the indexes of those after a scene break.

    ``blocks`` has None for each scene break; a break before the first paragraph or after the last
    one does not count.
    """
    paragraphs: list[str] = []
    breaks = set()
    for block in blocks:
        if block:
            paragraphs.append(" ".join(block.lines))
        elif paragraphs:
            breaks.add(len(paragraphs))
    return tuple(paragraphs), frozenset(breaks - {len(paragraphs)})


def apparatus(blocks: list[Block]) -> tuple[tuple[Mark, ...], tuple[Layout, ...]]:
    """Return the marks of all paragraphs, and the layouts of those that are not ordinary prose."""
    marks = [
        replace(mark, paragraph=number)
        for number, block in enumerate(blocks)
        for mark in block.marks
    ]
    layouts = []
    highest = 6
    for number, block in enumerate(blocks):
        kept = sum(mark.kind == "break" for mark in block.marks)
        verse = bool(kept) and kept == len(block.lines) - 1
        # The first heading has rank 1, whatever its level: no heading stands above it.
        highest = min(highest, block.level or highest)
        rank = 0 if not block.level else 1 if block.level == highest else 2
        if block.quoted or verse or rank:
            layouts.append(Layout(number, block.quoted, verse, rank))
    return tuple(marks), tuple(layouts)

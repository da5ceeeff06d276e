"""Seeds to stories: front matter, title and author lines, paragraphs and scene breaks.

A seed is prose, not Markdown: nothing in it is markup but the few things named here. Only in one
whose name ends in ``.md`` there is what ``markup`` knows of, and the rest is the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from anthology.authority import entries
from anthology.model import Form, Label, Mark, Problem, Seed, Statement, Story, TitleSource
from anthology.read import markup
from anthology.read.markup import Block, Line
from anthology.sources import values
from anthology.sources.decode import Undecodable, decode
from anthology.sources.pictures import NO_PICTURES, Pictures
from anthology.sources.values import Malformed
from anthology.text import address
from anthology.text.typeset import as_set

_SCENE_BREAK = re.compile(r"(?:\*\s*){3,}|(?:-\s*){3,}|(?:=\s*){3,}|(?:⁂\s*)+|#")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""White space but for the spaces that must not break: French puts them before its colons."""

_FEWEST_WORDS = 30
"""In a story of one line, which is more likely a title or a note; flash fiction has more."""
_LONGEST_TITLE = 80
_MOST_WORDS_IN_TITLE = 12
_CLOSES_A_SENTENCE = tuple(".,;:!?…—–-\"'”’»")
_OPENS_SPEECH = tuple("\"'“‘«„‚‹—–-")
_DATELINE = re.compile(
    r".*,.*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|\d{4}|morning|afternoon|evening|night|midnight)\W*",
    re.IGNORECASE,
)
"""The head of a letter (``Trieste, Monday 4 March``), which is part of the story."""
_BY_LINE = re.compile(r"by\s+(?=\S)(.+)", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b[JS]r)\.$")
_BETWEEN_AUTHORS = re.compile(r",(?!\s*(?:[JS]r|I{2,3}|IV)\b)\s*|\s(?:&|and)\s+")

_CHECKS: Final[Mapping[str, values.Check]] = {
    "title": values.text,
    "author": values.texts,
    "date": values.date,
    "lang": values.language,
    "order": values.whole,
    "slug": values.text,
    "description": values.text,
    "rights": values.text,
    "draft": values.truth,
    "characters": lambda _key, value: value,
    "locations": lambda _key, value: value,
}
_NAME_LISTS: Final[Mapping[str, Label]] = {"characters": "character", "locations": "location"}

_Block = Block | None
"""Lines that stand together, or None for a scene break."""


def read(
    seed: Seed, file: str, lang: str = "en", pictures: Pictures = NO_PICTURES
) -> tuple[Story | None, tuple[Problem, ...]]:
    """Give the story in ``seed``, or None where there is none to be had, and what is wrong.

    ``file`` is the seed's path as messages should give it; ``lang`` the language of a story whose
    front matter does not say; ``pictures`` are those that it can show.
    """
    try:
        text, warnings = decode(seed.data)
    except Undecodable as error:
        return None, (Problem(file, str(error), error.line, refused=True),)
    problems = [Problem(file, warning) for warning in warnings]
    lines = text.split("\n")
    try:
        matter, first, doubts = _front_matter(lines)
    except Malformed as error:
        return None, (*problems, Problem(file, error.message, error.line, refused=True))
    problems += [Problem(file, message, line) for line, message in doubts]

    statements: list[Statement] = []
    for key, label in _NAME_LISTS.items():
        if key in matter:
            own = address.story_id(seed.name)
            said, wrong = entries.entries(matter.pop(key), label, file, own)
            if wrong:
                return None, (*problems, *wrong)
            statements += said

    if seed.name.lower().endswith(".md"):
        blocks, doubts = _marked_blocks(lines, first, pictures)
        problems += [Problem(file, message, line) for line, message in doubts]
    else:
        blocks = _plain_blocks(lines, first)
    title, authors, blocks = _title_and_authors(blocks, matter.get("title"))
    source: TitleSource | None = "editor" if "title" in matter else "text" if title else None
    paragraphs, breaks = _paragraphs(blocks)
    marks, forms = _apparatus([block for block in blocks if block])
    if not paragraphs:
        return None, (*problems, Problem(file, "there is no story in it; write one or remove it"))
    lines_of_text = sum(len(block.lines) for block in blocks if block)
    if lines_of_text == 1 and len(paragraphs[0].split()) < _FEWEST_WORDS:
        problems.append(Problem(file, "there is only one line of text; a story has more"))
    story = Story(
        id=address.story_id(seed.name),
        source=seed.name,
        sha256=hashlib.sha256(seed.data).hexdigest(),
        paragraphs=paragraphs,
        breaks=breaks,
        marks=marks,
        forms=forms,
        title=matter.pop("title", title),
        title_source=source,
        authors=matter.pop("author", authors),
        lang=matter.pop("lang", lang),
        statements=tuple(statements),
        **matter,
    )
    return story, tuple(problems)


def _front_matter(lines: list[str]) -> tuple[dict[str, Any], int, list[tuple[int, str]]]:
    """Give the checked front matter, the index of the line after it, and doubts by line.

    A block between two ``---`` lines is front matter where a line in it begins with a known key
    and a colon; else it is prose, and no front matter at all.
    """
    opening = next((i for i, line in enumerate(lines) if line.strip()), None)
    if opening is None or lines[opening].rstrip() != "---":
        return {}, 0, []
    closing = next((i for i in range(opening + 1, len(lines)) if lines[i].rstrip() == "---"), None)
    inside = lines[opening + 1 : closing]
    keys = [(i, line.partition(":")[0].rstrip()) for i, line in enumerate(inside) if ":" in line]
    if not any(key in _CHECKS for _, key in keys):
        doubts = [
            (
                opening + 2 + i,
                f"'{key}' is no key, so this is printed as part of the story; was it '{near}:'?",
            )
            for i, key in keys
            if closing is not None and (near := values.nearest(key, _CHECKS))
        ]
        return {}, 0, doubts
    if closing is None:
        if inside and inside[0].partition(":")[0].rstrip() in _CHECKS:
            message = "front matter is not closed; put a line of '---' below it"
            raise Malformed(message, opening + 1)
        return {}, 0, []
    value = values.load("\n".join(inside), first_line=opening + 2)
    if value is None or not isinstance(value.content, dict):
        raise Malformed("front matter is lines of 'key: value'", opening + 2)
    return values.fields(value.content, _CHECKS), closing + 1, []


def _plain_blocks(lines: list[str], first: int) -> list[_Block]:
    found = (Line(_folded(raw), number) for number, raw in enumerate(lines[first:], first + 1))
    return [
        Block(tuple(line.text for line in together)) if together else None
        for together in _together(found)
    ]


def _marked_blocks(
    lines: list[str], first: int, pictures: Pictures
) -> tuple[list[_Block], list[tuple[int, str]]]:
    """Give the blocks of a seed in Markdown, and what is doubtful in them, by line."""
    found = (
        markup.line(_folded(raw), number, hard=raw.endswith("  "))
        for number, raw in enumerate(lines[first:], first + 1)
    )
    blocks: list[_Block] = []
    doubts: list[tuple[int, str]] = []
    for together in _together(found):
        block, doubtful = markup.block(together, pictures) if together else (None, [])
        blocks.append(block)
        doubts += doubtful
    return blocks, doubts


def _folded(line: str) -> str:
    return _SPACES.sub(" ", line).strip()


def _together(lines: Iterable[Line]) -> Iterable[list[Line] | None]:
    """Give the lines that stand together, and None for each scene break."""
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


def _title_and_authors(
    blocks: list[_Block], edited: str | None
) -> tuple[str | None, tuple[str, ...], list[_Block]]:
    """Give the title line, the authors of the line after it, and the blocks of the text itself.

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
    """Give the authors that a line such as ``By Ann Lee and Jo March`` names, or none."""
    found = _BY_LINE.fullmatch(line)
    if not found or not found[1][0].isupper() or len(line.split()) > _MOST_WORDS_IN_TITLE:
        return ()
    if found[1].endswith(_CLOSES_A_SENTENCE) and not _ABBREVIATED.search(found[1]):
        return ()
    return tuple(name for name in _BETWEEN_AUTHORS.split(found[1]) if name)


def _paragraphs(blocks: list[_Block]) -> tuple[tuple[str, ...], frozenset[int]]:
    """Give the paragraphs, hard-wrapped lines joined, and which a scene break stands before."""
    paragraphs: list[str] = []
    breaks = set()
    for block in blocks:
        if block:
            paragraphs.append(" ".join(block.lines))
        elif paragraphs:
            breaks.add(len(paragraphs))
    return tuple(paragraphs), frozenset(breaks - {len(paragraphs)})


def _apparatus(blocks: list[Block]) -> tuple[tuple[Mark, ...], tuple[Form, ...]]:
    """Give the marks of all paragraphs, and the forms of those that are more than prose."""
    marks = [
        replace(mark, paragraph=number)
        for number, block in enumerate(blocks)
        for mark in block.marks
    ]
    forms = []
    highest = 6
    for number, block in enumerate(blocks):
        kept = sum(mark.kind == "break" for mark in block.marks)
        verse = bool(kept) and kept == len(block.lines) - 1
        # The first heading is of the first rank: none stands below one that is not there.
        highest = min(highest, block.level or highest)
        rank = 0 if not block.level else 1 if block.level == highest else 2
        if block.quoted or verse or rank:
            forms.append(Form(number, block.quoted, verse, rank))
    return tuple(marks), tuple(forms)

"""Read: a seed becomes a story. A seed is plain prose, or prose with a few marks of Markdown.

``matter`` reads the front matter. ``blocks`` finds the lines that belong together; in a Markdown
seed, ``markup`` reads the marks in them. ``heading`` finds the title and the authors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from anthology import labels
from anthology.model import Fault, Problem, Seed, Story, TitleSource
from anthology.read import blocks, heading, matter
from anthology.read.markup import Block
from anthology.sources.decode import decode
from anthology.sources.pictures import NO_PICTURES, Pictures
from anthology.sources.values import Value
from anthology.text import address

__all__ = ["Reading", "read"]

_FEWEST_WORDS = 30
"""A story of one line with fewer words is more likely a title or a note than flash fiction."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a seed."""

    story: Story | None
    """The story; None where the seed has none or is refused, and ``problems`` say why."""
    problems: tuple[Problem, ...] = ()
    entries: Mapping[str, Value] = field(default_factory=dict)
    """What the front matter says of names, by its key: ``characters``, ``locations``."""


def read(seed: Seed, file: str, lang: str = "en", pictures: Pictures = NO_PICTURES) -> Reading:
    """Return the reading of ``seed``.

    ``file`` is the seed's path, as messages give it. ``lang`` is the language of a story whose
    front matter does not give one. ``pictures`` are the pictures that the story can show.
    """
    problems: list[Problem] = []
    try:
        text, warnings = decode(seed.data)
        problems += (doubt.within(file) for doubt in warnings)
        lines = text.split("\n")
        said, first, doubts = matter.parse(lines)
        problems += (doubt.within(file) for doubt in doubts)
        found, doubts = _blocks(seed.name, lines, first, pictures)
        problems += (doubt.within(file) for doubt in doubts)
        title, authors, found = heading.parse(found, said.get("title"))
        entries = {x.plural: said.pop(x.plural) for x in labels.TABLE if x.plural in said}
        story = _story(seed, found, {"title": title, "author": authors, "lang": lang} | said)
    except Fault as fault:
        return Reading(None, (*problems, fault.within(file)))
    if sum(len(block.lines) for block in found if block) == 1 and story.words < _FEWEST_WORDS:
        problems.append(Problem(file, "there is only one line of text; a story has more"))
    source: TitleSource | None = "editor" if "title" in said else "text" if title else None
    return Reading(replace(story, title_source=source), tuple(problems), entries)


def _blocks(
    name: str, lines: list[str], first: int, pictures: Pictures
) -> tuple[list[Block | None], list[Fault]]:
    """Return the blocks of the seed called ``name``, None for a scene break, and what is doubtful.

    ``first`` is the index of the first line after the front matter.
    """
    if name.lower().endswith(".md"):
        return blocks.marked(lines, first, pictures)
    return blocks.plain(lines, first), []


def _story(seed: Seed, found: list[Block | None], said: dict[str, Any]) -> Story:
    """Return the story made of the blocks ``found``; ``said`` has the values of other fields.

    Raises:
        Fault: where there is no text.
    """
    paragraphs, breaks = blocks.paragraphs(found)
    if not paragraphs:
        raise Fault("there is no story in it; write one or remove it", refused=False)
    marks, layouts = blocks.apparatus([block for block in found if block])
    return Story(
        id=address.story_id(seed.name),
        source=seed.name,
        sha256=hashlib.sha256(seed.data).hexdigest(),
        paragraphs=paragraphs,
        breaks=breaks,
        marks=marks,
        layouts=layouts,
        authors=said.pop("author"),
        **said,
    )

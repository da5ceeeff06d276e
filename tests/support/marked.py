"""Stories in which names are marked as an annotator would: [Anna] a character, {Paris} a place."""

from __future__ import annotations

import re

from anthology.model import Mention, Story
from anthology.resolve import resolve

_MARKED = re.compile(r"\[(?P<character>[^\]]+)\]|\{(?P<location>[^}]+)\}")


def marked(text: str) -> tuple[Story, tuple[Mention, ...]]:
    """Return the story without its marks, and the mentions that they give."""
    paragraphs, mentions = [], []
    for number, paragraph in enumerate(text.strip().split("\n\n")):
        plain, at = "", 0
        for found in _MARKED.finditer(paragraph):
            plain += paragraph[at : found.start()]
            label = "character" if found["character"] else "location"
            name = found[label]
            mentions.append(Mention(number, len(plain), len(plain) + len(name), name, label))
            plain, at = plain + name, found.end()
        paragraphs.append(plain + paragraph[at:])
    return Story(id="s", source="s.txt", paragraphs=tuple(paragraphs)), tuple(mentions)


def resolved(text: str) -> Story:
    """Return the story with the entities that its marks resolve to."""
    return resolve(*marked(text))


def cast(text: str) -> dict[str, set[str]]:
    """Return each character's name with its aliases."""
    return {c.name: set(c.aliases) for c in resolved(text).characters}


def atlas(text: str) -> dict[str, set[str]]:
    """Return each location's name with its aliases."""
    return {p.name: set(p.aliases) for p in resolved(text).locations}

"""Mention bars: where along a story a name falls."""

from __future__ import annotations

from dataclasses import dataclass

from anthology.model import Entity, Name, Story
from anthology.page.book import Book


@dataclass(frozen=True, slots=True)
class InStory:
    """An entity as *In this story* shows it."""

    entity: Entity
    name: Name
    ticks: list[tuple[float, int]]
    """Where along the story the name falls, in percent of its length, and in which paragraph."""
    paragraphs: list[int]
    """Numbers of the paragraphs that name it, as the page counts them."""


def in_story(book: Book, story: Story, entity: Entity) -> InStory:
    """Return where and how often ``story`` names an entity of its own."""
    return InStory(
        entity=entity,
        name=book.name(entity),
        ticks=_ticks(story, entity),
        paragraphs=sorted({m.paragraph + 1 for m in entity.mentions}),
    )


def _ticks(story: Story, entity: Entity) -> list[tuple[float, int]]:
    before = [0]
    for paragraph in story.paragraphs:
        before.append(before[-1] + len(paragraph))
    whole = before[-1] or 1
    return [
        (round(100 * (before[m.paragraph] + m.start) / whole, 1), m.paragraph + 1)
        for m in entity.mentions
    ]

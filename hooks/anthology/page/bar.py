"""Mention bars: where in a story its mentions of a name are."""

from __future__ import annotations

from dataclasses import dataclass

from anthology.model import Entity, Name, Story
from anthology.page.book import Book


@dataclass(frozen=True, slots=True)
class InStory:
    """An entity as the list *In this story* shows it."""

    entity: Entity
    name: Name
    ticks: list[tuple[float, int]]
    """For each mention, its place in percent of the story's length, and its paragraph, from 1."""
    paragraphs: list[int]
    """Numbers of the paragraphs with mentions, in order, from 1."""


def in_story(book: Book, story: Story, entity: Entity) -> InStory:
    """Return an entity of ``story`` with the places where the story mentions it."""
    return InStory(
        entity=entity,
        name=book.name(entity),
        ticks=_ticks(story, entity),
        paragraphs=sorted({m.paragraph + 1 for m in entity.mentions}),
    )


def _ticks(story: Story, entity: Entity) -> list[tuple[float, int]]:
    """Return the place of each mention in percent of the story's length, and its paragraph."""
    before = [0]
    for paragraph in story.paragraphs:
        before.append(before[-1] + len(paragraph))
    whole = before[-1] or 1
    return [
        (round(100 * (before[m.paragraph] + m.start) / whole, 1), m.paragraph + 1)
        for m in entity.mentions
    ]

"""The page of a name: a section for each story that has somebody, or some place, so called."""

from __future__ import annotations

from dataclasses import dataclass

from anthology import labels
from anthology.model import Entity, Name, Page, Quotation, Story
from anthology.page.bar import InStory, in_story
from anthology.page.book import Book
from anthology.page.excerpt import Excerpt, excerpt
from anthology.page.render import counted, path, rendered
from anthology.text import address
from anthology.text.address import slug, unique
from anthology.text.passages import introduction, passages
from anthology.text.typeset import as_set

_MOST_BESIDE = 24
"""Characters that a section names beside its own; a list of all would grow with their square."""


@dataclass(frozen=True, slots=True)
class _Section:
    """What one story has of a name."""

    anchor: str
    story: Story
    in_story: InStory
    introduction: str | None
    """The words of the text that say who or what it is."""
    described: list[Quotation]
    """The same, as the editor chose them."""
    quoted: list[Excerpt]
    beside: list[tuple[Entity, Name]]
    others: int
    """Characters of the same story beside those."""
    places: list[tuple[Entity, Name]]


def name_page(book: Book, name: Name) -> Page:
    """Return the page of ``name``."""
    held = book.sections(name)
    anchors = unique(f"in-{slug(story.id)[:16]}" for story, _ in held)
    sections = [
        _section(book, anchor, story, entity)
        for anchor, (story, entity) in zip(anchors, held, strict=True)
    ]
    counts = [len(entity.mentions) for _, entity in held]
    stories = len({story.id for story, _ in held})
    description = f"{as_set(name.name)}: {counted(sum(counts), 'mention')} in "
    description += f"{counted(stories, 'story')} of {as_set(book.settings.title)}."
    return rendered(
        "name",
        f"{path(name)}.md",
        {
            "title": as_set(name.name),
            "description": description,
            "names": labels.of(name.label).type,
        },
        site=book.settings,
        name=name,
        sections=sections,
        counts=counts,
        stories=stories,
        by_id={story.id: story for tie in name.ties for story in book.quoted(tie)},
        see_also=[book.name_at(address.of_name(name.label, slug)) for slug in name.see_also],
    )


def _section(book: Book, anchor: str, story: Story, entity: Entity) -> _Section:
    beside = [e for e in story.characters if e is not entity and e.role == "character"]
    return _Section(
        anchor=anchor,
        story=story,
        in_story=in_story(book, story, entity),
        introduction=introduction(story, entity.mentions),
        described=[q for q in book.name(entity).description if q.story == story.id],
        quoted=[excerpt(passage) for passage in passages(story, entity.mentions)],
        beside=[(e, book.name(e)) for e in beside[:_MOST_BESIDE]],
        others=max(0, len(beside) - _MOST_BESIDE),
        places=[(e, book.name(e)) for e in story.settings if e is not entity],
    )

"""Name pages: each has a section for every entity of the name, in the order of the stories."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from anthology import labels
from anthology.model import Entity, Name, Page, Quotation, Story
from anthology.page.bar import InStory, in_story
from anthology.page.book import Book
from anthology.page.excerpt import Excerpt, excerpt
from anthology.page.render import Filling, counted, page, path
from anthology.text import address
from anthology.text.address import slug, unique
from anthology.text.passages import introduction, passages
from anthology.text.typeset import as_set

_MOST_BESIDE = 24
"""Most other characters that a section lists. If every section listed all of them, the lists would
grow with the square of their number."""


@dataclass(frozen=True, slots=True)
class _Section:
    """What a name page says of one entity."""

    anchor: str
    """Id of the section on the page."""
    story: Story
    in_story: InStory
    introduction: str | None
    """The words of the text that say who or what it is."""
    described: list[Quotation]
    """The same, as the editor chose them."""
    quoted: list[Excerpt]
    """All passages with the name."""
    beside: list[tuple[Entity, Name]]
    """Other characters who take part in the story."""
    others: int
    """Number of further characters, who are not in ``beside``."""
    places: list[tuple[Entity, Name]]
    """Other settings of the story."""


def name_page(book: Book, name: Name) -> Page:
    """Return the name page of ``name``."""
    return page("name", f"{path(name)}.md", as_set(name.name), partial(_filling, book, name))


def _filling(book: Book, name: Name) -> Filling:
    """Return the front matter and the variables of the page of ``name``."""
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
    matter = {
        "title": as_set(name.name),
        "description": description,
        "names": labels.of(name.label).type,
    }
    return matter, {
        "site": book.settings,
        "name": name,
        "sections": sections,
        "counts": counts,
        "stories": stories,
        "by_id": {story.id: story for tie in name.ties for story in book.quoted(tie)},
        "see_also": [book.name_at(address.of_name(name.label, slug)) for slug in name.see_also],
    }


def _section(book: Book, anchor: str, story: Story, entity: Entity) -> _Section:
    """Return the section of an entity on its name page."""
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

"""The home page and the list of all stories."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anthology.model import Entity, Name, Page, Story
from anthology.page.book import Book
from anthology.page.render import UNSEARCHED, rendered
from anthology.sources.pages import HOME, Note
from anthology.text.passages import incipit
from anthology.text.typeset import as_set

WORDS_A_MINUTE = 238
"""Words that adults read in a minute, silently and in English (Brysbaert 2019,
doi:10.1016/j.jml.2019.104047)."""

STORIES_ON_A_PAGE = 200


def home(book: Book, note: Note) -> Page:
    """Return the home page: the editor's note, and the first 200 stories below it."""
    stories = book.anthology.stories
    return rendered(
        "home",
        HOME,
        {"title": as_set(book.settings.title), **note.matter, **UNSEARCHED},
        HOME,
        site=book.settings,
        note=note.text,
        stories=[listed(book, story) for story in stories[:STORIES_ON_A_PAGE]],
        total=len(stories),
    )


def stories(book: Book) -> Iterable[Page]:
    """Yield the pages with the list of all stories, 200 on a page."""
    stories = book.anthology.stories
    chunks = [
        stories[first : first + STORIES_ON_A_PAGE]
        for first in range(0, len(stories), STORIES_ON_A_PAGE)
    ] or [()]
    paths = ["stories/index.md"]
    paths += [f"stories/page/{number}.md" for number in range(2, len(chunks) + 1)]
    for number, (path, chunk) in enumerate(zip(paths, chunks, strict=True)):
        title = "Stories" if number == 0 else f"Stories, page {number + 1}"
        yield rendered(
            "stories",
            path,
            {
                "title": title,
                "description": f"The stories of {as_set(book.settings.title)}.",
                **UNSEARCHED,
            },
            site=book.settings,
            title=title,
            stories=[listed(book, story) for story in chunk],
            root="../" * path.count("/"),
            paths=paths,
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """A story as a list of stories shows it."""

    story: Story
    incipit: str
    minutes: int
    """Time to read the story, in minutes, at least 1."""
    cast: list[tuple[Entity, Name]]
    """The characters who take part."""
    settings: list[tuple[Entity, Name]]


def listed(book: Book, story: Story) -> Listed:
    """Return ``story`` with what a list of stories says of it."""
    return Listed(
        story=story,
        incipit=incipit(story),
        minutes=_minutes(story),
        cast=[(e, book.name(e)) for e in story.characters if e.role == "character"],
        settings=[(e, book.name(e)) for e in story.settings],
    )


def _minutes(story: Story) -> int:
    """Return the time to read a story, in minutes."""
    return max(1, round(story.words / WORDS_A_MINUTE))

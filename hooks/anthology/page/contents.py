"""The home page and the list of all stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from anthology.model import Entity, Name, Page, Story
from anthology.page.book import Book
from anthology.page.render import UNSEARCHED, Filling, page
from anthology.sources.pages import HOME, Note
from anthology.text.passages import incipit
from anthology.text.typeset import as_set

WORDS_A_MINUTE = 238
"""Words that adults read in a minute, silently and in English (Brysbaert 2019,
doi:10.1016/j.jml.2019.104047)."""

STORIES_ON_A_PAGE = 200


def home(book: Book, note: Note) -> Page:
    """Return the home page: the editor's note, and the first 200 stories below it."""
    title = as_set(book.settings.title)
    return page("home", HOME, title, partial(_home, book, note), HOME, by_hand=True)


def _home(book: Book, note: Note) -> Filling:
    """Return the front matter and the variables of the home page."""
    stories = book.anthology.stories
    return {"title": as_set(book.settings.title), **note.matter, **UNSEARCHED}, {
        "site": book.settings,
        "note": note.text,
        "stories": [listed(book, story) for story in stories[:STORIES_ON_A_PAGE]],
        "total": len(stories),
    }


def stories(book: Book) -> Iterable[Page]:
    """Yield the pages with the list of all stories, 200 on a page."""
    stories = book.anthology.stories
    chunks = [
        stories[first : first + STORIES_ON_A_PAGE]
        for first in range(0, len(stories), STORIES_ON_A_PAGE)
    ] or [()]
    paths = ["stories/index"]
    paths += [f"stories/page/{number}" for number in range(2, len(chunks) + 1)]
    for number, (path, chunk) in enumerate(zip(paths, chunks, strict=True)):
        title = "Stories" if number == 0 else f"Stories, page {number + 1}"
        yield page("stories", f"{path}.md", title, partial(_stories, book, title, chunk, paths))


def _stories(book: Book, title: str, chunk: Sequence[Story], paths: Sequence[str]) -> Filling:
    """Return the front matter and the variables of a page with some of the stories."""
    matter = {
        "title": title,
        "description": f"The stories of {as_set(book.settings.title)}.",
        **UNSEARCHED,
    }
    return matter, {
        "site": book.settings,
        "title": title,
        "stories": [listed(book, story) for story in chunk],
        "paths": paths,
    }


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

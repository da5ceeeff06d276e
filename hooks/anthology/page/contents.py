"""The home page and the list of stories: the contents of the book."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import frontmatter

from anthology.model import Entity, Name, Page, Story
from anthology.page.book import Book, settings
from anthology.page.write import UNSEARCHED, escaped, rendered
from anthology.text.passages import incipit

WORDS_A_MINUTE = 238
"""Silent reading of English by adults (Brysbaert 2019, doi:10.1016/j.jml.2019.104047)."""

STORIES_ON_A_PAGE = 200


def home(book: Book) -> Page:
    """Give the home page: the editor's note, and the contents below it."""
    matter, note = frontmatter.parse(book.site.home)
    stories = book.anthology.stories
    return rendered(
        "home",
        "index.md",
        {"title": escaped(book.site.title), **matter, **UNSEARCHED},
        "index.md",
        site=book.site,
        note=note,
        stories=[listed(book, story) for story in stories[:STORIES_ON_A_PAGE]],
        total=len(stories),
    )


def stories(book: Book) -> Iterable[Page]:
    """Give the list of all stories, 200 on a page."""
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
                "description": f"The stories of {escaped(book.site.title)}.",
                **UNSEARCHED,
            },
            site=book.site,
            title=title,
            stories=[listed(book, story) for story in chunk],
            root="../" * path.count("/"),
            paths=paths,
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """A story as a list of contents shows it."""

    story: Story
    incipit: str
    minutes: int
    cast: list[tuple[Entity, Name]]
    settings: list[tuple[Entity, Name]]


def listed(book: Book, story: Story) -> Listed:
    """Give what a list of contents says of ``story``."""
    return Listed(
        story=story,
        incipit=incipit(story),
        minutes=_minutes(story),
        cast=[(e, book.name(e)) for e in story.characters if e.role == "character"],
        settings=[(e, book.name(e)) for e in settings(story)],
    )


def _minutes(story: Story) -> int:
    return max(1, round(story.words / WORDS_A_MINUTE))

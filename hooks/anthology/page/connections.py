"""What the stories have in common, as a table and along the book."""

from __future__ import annotations

from dataclasses import dataclass

from anthology.model import Name, Page, Story
from anthology.names.filing import order
from anthology.page.book import Book, path_of
from anthology.page.write import UNSEARCHED, escaped, rendered


@dataclass(frozen=True, slots=True)
class _Shared:
    """A name that two stories or more have in common."""

    name: Name
    stories: list[Story]
    ticks: list[tuple[float, int]]
    """Where in the book they stand, in percent of its length, and their numbers in it."""


_THREADS = 40
"""Most names that the drawing of the connections shows."""


def connections(book: Book) -> Page:
    """Give the page of the names that two stories or more have."""
    stories = book.anthology.stories
    shared = []
    for name in (*book.anthology.characters, *book.anthology.locations):
        if book.stories_with[path_of(name)] < 2:
            continue
        numbers = sorted({book.at[story.id] for story, _ in book.sections(name)})
        last = max(1, len(stories) - 1)
        ticks = [(round(100 * number / last, 1), number + 1) for number in numbers]
        shared.append(_Shared(name, [stories[number] for number in numbers], ticks))
    shared.sort(key=lambda each: (each.name.label, -len(each.stories), order(each.name.sort)))
    threads = sorted(shared, key=lambda each: -len(each.stories))[:_THREADS]
    return rendered(
        "connections",
        "connections/index.md",
        {
            "title": "Connections",
            "description": f"What the stories of {escaped(book.site.title)} have in common.",
            **UNSEARCHED,
        },
        site=book.site,
        shared=shared,
        threads=[each for each in shared if each in threads],
        stories=stories,
    )

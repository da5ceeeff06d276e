"""The page of names that several stories have, as a table and as a drawing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from anthology import labels
from anthology.model import Name, Page, Story
from anthology.names.filing import order
from anthology.page.book import Book
from anthology.page.render import UNSEARCHED, Filling, page
from anthology.text.typeset import as_set


@dataclass(frozen=True, slots=True)
class _Shared:
    """A name that at least two stories have."""

    name: Name
    stories: list[Story]
    ticks: list[tuple[float, int]]
    """For each story, its place in the anthology in percent, and its number there, from 1."""


_THREADS = 40
"""Most names that the drawing shows."""


def connections(book: Book) -> Page:
    """Return the page of the names that at least two stories have."""
    return page("connections", "connections/index.md", "Connections", partial(_filling, book))


def _filling(book: Book) -> Filling:
    """Return the front matter and the variables of the page."""
    stories = book.anthology.stories
    shared = []
    for name in book.anthology.names:
        if book.stories_with(name) < 2:
            continue
        numbers = sorted({book.at[story.id] for story, _ in book.sections(name)})
        last = max(1, len(stories) - 1)
        ticks = [(round(100 * number / last, 1), number + 1) for number in numbers]
        shared.append(_Shared(name, [stories[number] for number in numbers], ticks))
    shared.sort(key=_place)
    threads = sorted(shared, key=lambda each: -len(each.stories))[:_THREADS]
    matter = {
        "title": "Connections",
        "description": f"What the stories of {as_set(book.settings.title)} have in common.",
        **UNSEARCHED,
    }
    return matter, {
        "site": book.settings,
        "shared": shared,
        "threads": [each for each in shared if each in threads],
        "stories": stories,
    }


def _place(shared: _Shared) -> tuple[int, int, str]:
    """Return the key for the order on the page: label, most shared first, then as in an index."""
    label = labels.TABLE.index(labels.of(shared.name.label))
    return label, -len(shared.stories), order(shared.name.sort)

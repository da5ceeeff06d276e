"""The indexes of characters, locations and other labels, and the tree of places within places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from anthology.labels import Label
from anthology.model import Entity, Location, Name, Page, Story
from anthology.names.filing import letters, order
from anthology.page.book import Book
from anthology.page.excerpt import Excerpt, excerpt
from anthology.page.render import UNSEARCHED, Filling, page
from anthology.text import address
from anthology.text.passages import passages
from anthology.text.typeset import as_set


def index_page(book: Book, label: Label) -> Page:
    """Return the page with the index of all names of one label."""
    at = f"{address.of_index(label.name)}/index.md"
    return page("index", at, label.plural.capitalize(), partial(_filling, book, label))


def _filling(book: Book, label: Label) -> Filling:
    """Return the front matter and the variables of the index of one label."""
    names, title = book.anthology.of(label.name), label.plural.capitalize()
    matter = {
        "title": title,
        "description": f"{title} of {as_set(book.settings.title)}, with every passage.",
        **UNSEARCHED,
    }
    return matter, {
        "site": book.settings,
        "title": title,
        "label": label,
        "letters": [
            (letter, [_entry(book, name) for name in group]) for letter, group in letters(names)
        ],
        "tree": _tree(book, names),
    }


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name as an index shows it."""

    name: Name
    mentions: int
    """Number of mentions in all stories."""
    sections: list[tuple[Story, Entity]]
    """Entities of the name, with their stories."""
    first: Excerpt
    """The first passage with the name."""


def _entry(book: Book, name: Name) -> _Entry:
    """Return ``name`` with what the index says of it."""
    sections = book.sections(name)
    story, entity = sections[0]
    return _Entry(
        name=name,
        mentions=sum(len(e.mentions) for _, e in sections),
        sections=sections,
        first=excerpt(passages(story, entity.mentions[:1])[0]),
    )


@dataclass(slots=True)
class _Branch:
    """A place and the places in it."""

    title: str
    name: Name | None
    """Name of the place; None if no story mentions it, so that it has no page."""
    branches: list[_Branch]
    """The places in it."""


def _tree(book: Book, names: Sequence[Name]) -> list[_Branch]:
    """Return the trees of places that lie in other places, or have others in them.

    The branches returned are those of the places that lie in no other.
    """
    within: dict[str, str] = {}
    for name in names:
        for _, entity in book.sections(name):
            if isinstance(entity, Location) and entity.within and entity.within != name.name:
                within.setdefault(name.name, entity.within)
    known = {name.name: name for name in names}
    nodes = {title: _Branch(title, known.get(title), []) for title in {*within, *within.values()}}
    roots = []
    for title in sorted(nodes, key=order):
        above, seen = within.get(title), {title}
        while above and above not in seen:
            seen.add(above)
            above = within.get(above)
        if title in within and above is None:
            nodes[within[title]].branches.append(nodes[title])
        else:
            roots.append(nodes[title])
    return roots

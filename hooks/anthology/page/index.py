"""The indexes of characters and of locations, and the tree of what lies where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anthology.model import Entity, Location, Name, Page, Story
from anthology.names.filing import letters, order
from anthology.page.book import Book
from anthology.page.quote import Quoted, quoted
from anthology.page.write import UNSEARCHED, escaped, rendered
from anthology.text.passages import passages


def index_page(book: Book, label: str, names: Sequence[Name]) -> Page:
    """Give the index of all ``names`` of one label, in the order that they have."""
    title = f"{label.capitalize()}s"
    return rendered(
        "index",
        f"{label}s/index.md",
        {
            "title": title,
            "description": f"{title} of {escaped(book.site.title)}, with every passage.",
            **UNSEARCHED,
        },
        site=book.site,
        title=title,
        label=label,
        letters=[
            (letter, [_entry(book, name) for name in group]) for letter, group in letters(names)
        ],
        tree=_tree(book, names) if label == "location" else [],
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name as an index shows it."""

    name: Name
    mentions: int
    sections: list[tuple[Story, Entity]]
    first: Quoted


def _entry(book: Book, name: Name) -> _Entry:
    sections = book.sections(name)
    story, entity = sections[0]
    return _Entry(
        name=name,
        mentions=sum(len(e.mentions) for _, e in sections),
        sections=sections,
        first=quoted(passages(story, entity.mentions[:1])[0]),
    )


@dataclass(slots=True)
class _Branch:
    """A place and the places in it; a place that no story names has no page."""

    title: str
    name: Name | None
    branches: list[_Branch]


def _tree(book: Book, names: Sequence[Name]) -> list[_Branch]:
    """Give the places that lie in another, or that others lie in, from the largest down."""
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

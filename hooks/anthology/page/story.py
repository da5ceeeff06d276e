"""The page of a story: its text with links at the first mentions, and lists of its entities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from anthology import labels
from anthology.labels import Label
from anthology.model import Entity, Layout, Mark, Name, Page, Story
from anthology.page.bar import in_story
from anthology.page.book import Book
from anthology.page.contents import listed
from anthology.page.render import Filling, page, path
from anthology.text.spans import nested
from anthology.text.typeset import as_set, mover, punctuate


def story_page(book: Book, story: Story) -> Page:
    """Return the page of ``story``."""
    title = as_set(story.title or "")
    fill = partial(_filling, book, story)
    return page("story", f"{path(story)}.md", title, fill, f"stories/{story.source}")


def _filling(book: Book, story: Story) -> Filling:
    """Return the front matter and the variables of the page of ``story``."""
    entry = listed(book, story)
    matter = {
        "title": as_set(story.title or ""),
        "title_source": story.title_source,
        "description": as_set(story.description or _opening(story)),
        "incipit": entry.incipit,
        "slug": story.address,
        "id": story.id,
        "lang": story.lang,
        "authors": [as_set(author) for author in story.authors],
        "date": story.date,
        "rights": story.rights and as_set(story.rights),
        **{label.plural: _named(label, story) for label in labels.TABLE},
        "words": story.words,
        "readtime": entry.minutes,
        "source": {"file": story.source, "sha256": story.sha256},
    }
    return {key: value for key, value in matter.items() if value is not None}, {
        "story": story,
        "listed": entry,
        "paragraphs": _paragraphs(book, story),
        "indexes": [
            (label, [in_story(book, story, entity) for entity in story.of(label.name)])
            for label in labels.TABLE
        ],
        "related": book.related(story),
        "site": book.settings,
    }


def _named(label: Label, story: Story) -> list[dict[str, Any]]:
    """Return the entities of one label as front matter lists them: name, presence, mentions."""
    return [
        {"name": as_set(entity.name)}
        | ({label.presence: getattr(entity, label.presence)} if label.presence else {})
        | {"mentions": len(entity.mentions)}
        for entity in story.of(label.name)
    ]


def _opening(story: Story) -> str:
    """Return the beginning of the story, as much as a search engine shows, cut between words."""
    text = as_set(story.paragraphs[story.opening])
    return text if len(text) <= 155 else text[:155].rsplit(" ", 1)[0].rstrip(",;:–—-") + "…"


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph as the page shows it."""

    pieces: list[_Piece]
    layout: Layout
    picture: bool = False
    """Whether it is a picture and nothing else."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a paragraph: plain text, the first mention of an entity, or a mark."""

    text: str
    name: Name | None = None
    """The name to whose page it is linked, if it is a first mention."""
    is_open: bool = False
    """Whether it is open if the entity is the same as another one of its name."""
    others: int = 0
    """Number of other stories that have the name."""
    mark: Mark | None = None
    """The mark, if it is one."""
    inside: list[_Piece] = field(default_factory=list)
    """The pieces that a first mention or a mark consists of."""


def _paragraphs(book: Book, story: Story) -> list[_Paragraph]:
    """Return the paragraphs of a story as the page shows them."""
    firsts = _first_mentions(story)
    layouts = {layout.paragraph: layout for layout in story.layouts}
    marks: dict[int, list[Mark]] = {}
    for mark in story.marks:
        marks.setdefault(mark.paragraph, []).append(mark)
    paragraphs = []
    for number, text in enumerate(story.paragraphs):
        pieces = _pieces(book, text, firsts.get(number, ()), marks.get(number, ()))
        only = pieces[0].mark if len(pieces) == 1 else None
        is_picture = only is not None and only.kind == "image"
        paragraphs.append(_Paragraph(pieces, layouts.get(number, Layout(number)), is_picture))
    return paragraphs


def _first_mentions(story: Story) -> dict[int, list[tuple[int, int, Entity]]]:
    """Return the first mention of each entity, by paragraph, as start, end and entity in order."""
    firsts: dict[int, list[tuple[int, int, Entity]]] = {}
    for entity in story.entities:
        first = entity.mentions[0]
        span = (first.start, first.end, entity)
        firsts.setdefault(first.paragraph, []).append(span)
    return {number: sorted(spans, key=lambda s: s[:2]) for number, spans in firsts.items()}


def _pieces(
    book: Book, text: str, names: Sequence[tuple[int, int, Entity]], marks: Sequence[Mark]
) -> list[_Piece]:
    """Return the paragraph ``text`` in pieces, with its punctuation set.

    ``names`` are the first mentions in it, and ``marks`` its marks.
    """
    set_text, to = punctuate(text), mover(text)
    spans = [(to(start), to(end), what) for start, end, what in nested(names, marks)]
    pieces: list[_Piece] = []
    done = 0

    def say(until: int, into: list[_Piece]) -> None:
        nonlocal done
        if done < until:
            into.append(_Piece(set_text[done:until]))
            done = until

    standing = [(len(set_text) + 1, pieces)]
    """What is not closed yet, outer before inner: where it ends, and the pieces in it."""
    for start, end, what in (*spans, (len(set_text), len(set_text), None)):
        while standing[-1][0] <= start:
            say(*standing.pop())
        say(start, standing[-1][1])
        if what and start < end:
            piece = _Piece(set_text[start:end])
            if isinstance(what, Mark):
                piece = replace(piece, mark=what)
            else:
                name = book.name(what)
                others = book.stories_with(name) - 1
                piece = replace(piece, name=name, others=others, is_open=book.is_open(what))
            standing[-1][1].append(piece)
            standing.append((end, piece.inside))
    return pieces

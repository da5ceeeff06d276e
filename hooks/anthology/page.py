"""Pages: the anthology as Markdown with front matter on top, and the files that go beside it.

The templates write; this module hands them what they need. Links between pages are those of the
Markdown files, so that any renderer can follow them.
"""

from __future__ import annotations

import bisect
import html
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import frontmatter
import jinja2

from anthology import forward, record
from anthology.address import slug, unique
from anthology.escape import markdown
from anthology.index import letters, order
from anthology.model import (
    Anthology,
    Asset,
    Character,
    Entity,
    Form,
    Location,
    Mark,
    Name,
    Page,
    Quotation,
    Story,
    Tie,
)
from anthology.nest import nested
from anthology.passage import Passage, introduction, passages
from anthology.review import KINDS, Item
from anthology.site import Site
from anthology.title import incipit
from anthology.typeset import as_set, moved, mover, punctuate

WORDS_A_MINUTE = 238
"""Silent reading of English by adults (Brysbaert 2019, doi:10.1016/j.jml.2019.104047)."""

STORIES_ON_A_PAGE = 200
_IN_ADDRESSES = "%/:?#@!$&'()*+,;=~"
"""What stays as it is in the address of a link; all else is a %, or the tag would end there."""
_QUESTIONS_ON_A_PAGE = 200
_RELATED = 3
"""Most related stories that a story names."""
_UNSEARCHED = {"search": {"exclude": True}}
"""Front matter of a list of what stands elsewhere, which would be found twice."""
_TEMPLATES = Path(__file__).parent / "templates"


def pages(anthology: Anthology, site: Site) -> tuple[list[Page], list[Asset]]:
    """Give every page that is made and not written by hand, and every file that goes beside."""
    book = _Book(anthology, site)
    made = [
        _home(book),
        *_stories(book),
        *(_story(book, story) for story in anthology.stories),
    ]
    for label, names in (
        ("character", anthology.characters),
        ("location", anthology.locations),
    ):
        made.append(_index(book, label, names))
        made += (_name(book, name) for name in names)
    made.append(_connections(book))
    return made, _assets(book)


def review(items: Sequence[Item], site: Site) -> Page:
    """Give the page of questions for the editor, which is shown in ``serve`` and not published."""
    return _rendered(
        "review",
        "review.md",
        {"title": "Review", **_UNSEARCHED},
        site=site,
        items=items[:_QUESTIONS_ON_A_PAGE],
        total=len(items),
        kinds=KINDS,
    )


class _Book:
    """The anthology with the ways through it: from an entity to its name, its story, its like."""

    def __init__(self, anthology: Anthology, site: Site) -> None:
        self.anthology = anthology
        self.site = site
        self.entities: dict[str, tuple[Story, Entity]] = {
            entity.id + type(entity).__name__: (story, entity)
            for story in anthology.stories
            for entity in (*story.characters, *story.locations)
        }
        self.names: dict[str, Name] = {}
        self.individuals: dict[str, int] = {}
        """Which of those under its name an entity is."""
        self.bearers: dict[str, list[int]] = {}
        """Numbers of the stories that a character is in, or that a location is the setting of."""
        for name in (*anthology.characters, *anthology.locations):
            for number, individual in enumerate(name.individuals):
                for entity_id in individual.entities:
                    self.names[name.label + entity_id] = name
                    self.individuals[name.label + entity_id] = number
        self.in_story: dict[tuple[str, int], int] = {}
        """Which of those under a name is in a story; the first of them where there are two."""
        for number, story in enumerate(anthology.stories):
            for entity in (*story.characters, *_settings(story)):
                name = self.name(entity)
                self.bearers.setdefault(_path(name), []).append(number)
                self.in_story.setdefault((_path(name), number), self.individual(entity))
        self.stories_with = {
            _path(name): len({entity_id.rpartition("/")[0] for entity_id in _entity_ids(name)})
            for name in (*anthology.characters, *anthology.locations)
        }
        self.by_slug = {
            (name.label, name.slug): name for name in (*anthology.characters, *anthology.locations)
        }
        self.at = {story.id: number for number, story in enumerate(anthology.stories)}

    def name(self, entity: Entity) -> Name:
        label = "character" if isinstance(entity, Character) else "location"
        return self.names[label + entity.id]

    def individual(self, entity: Entity) -> int:
        """Give which of those under its name an entity is."""
        label = "character" if isinstance(entity, Character) else "location"
        return self.individuals[label + entity.id]

    def is_open(self, entity: Entity) -> bool:
        """Whether it is not known if an entity is one with another of its name."""
        own = self.individual(entity)
        ties = self.name(entity).ties
        return any(tie.identity == "open" and own in tie.among for tie in ties)

    def quoted(self, tie: Tie) -> list[Story]:
        """Give the stories that are quoted for what is known of individuals."""
        return [self.anthology.stories[self.at[each.story]] for each in tie.evidence]

    def entity(self, name: Name, entity_id: str) -> tuple[Story, Entity]:
        kind = "Character" if name.label == "character" else "Location"
        return self.entities[entity_id + kind]

    def sections(self, name: Name) -> list[tuple[Story, Entity]]:
        """Give the entities under a name, in the order of the stories."""
        found = [self.entity(name, entity_id) for entity_id in _entity_ids(name)]
        return sorted(found, key=lambda pair: self.at[pair[0].id])

    def related(self, story: Story) -> list[tuple[Story, str]]:
        """Give a few stories that share a character or a setting with ``story``, and why."""
        own = self.at[story.id]
        reasons: dict[int, tuple[int, str]] = {}
        for entity in (*story.characters, *_settings(story)):
            name = self.name(entity)
            bearers = self.bearers[_path(name)]
            place = bisect.bisect_left(bearers, own)
            # The ones that follow, and then from the start: no story is everybody's neighbour.
            for other in (*bearers[place : place + _RELATED + 1], *bearers[:_RELATED]):
                weight, reason = self._bond(entity, name, other)
                if other != own and weight > reasons.get(other, (0, ""))[0]:
                    reasons[other] = (weight, reason)
        best = sorted(reasons.items(), key=lambda item: (-item[1][0], item[0]))[:_RELATED]
        return [(self.anthology.stories[number], reason) for number, (_, reason) in best]

    def _bond(self, entity: Entity, name: Name, other: int) -> tuple[int, str]:
        """Give how much it says that another story has the name too, and the words for it."""
        called = as_set(name.name)
        own, theirs = self.individual(entity), self.in_story[_path(name), other]
        if own == theirs:
            if isinstance(entity, Location):
                return 2, f"also set in {called}"
            return 3, f"also has {called}"
        if any(tie.identity == "different" and {own, theirs} <= {*tie.among} for tie in name.ties):
            return 0, ""
        if isinstance(entity, Location):
            return 1, f"also set in a place called {called}, perhaps another"
        return 1, f"also has someone called {called}, perhaps another"


def _settings(story: Story) -> list[Location]:
    return [location for location in story.locations if location.relation == "setting"]


def _entity_ids(name: Name) -> list[str]:
    return [entity_id for each in name.individuals for entity_id in each.entities]


def _path(name: Name) -> str:
    return f"{name.label}s/{name.slug}"


@cache
def _environment() -> jinja2.Environment:
    # What is written is Markdown, whose own escapes the filters below see to.
    environment = jinja2.Environment(  # noqa: S701
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = lambda text: markdown(as_set(text))
    environment.filters["piece"] = markdown
    environment.filters["address"] = lambda target: quote(target, safe=_IN_ADDRESSES)
    environment.filters["slug"] = slug
    environment.filters["order"] = order
    environment.filters["count"] = _count
    return environment


def _count(number: int, thing: str) -> str:
    plural = thing[:-1] + "ies" if thing.endswith("y") else thing + "s"
    return f"{number:,} {thing if number == 1 else plural}"


def _rendered(
    template: str, path: str, matter: Mapping[str, Any], source: str | None = None, **values: Any
) -> Page:
    body = _environment().get_template(f"{template}.md.j2").render(values)
    return Page(path, frontmatter.dumps(frontmatter.Post(body, **matter), sort_keys=False), source)


def _escaped(text: str) -> str:
    """Give ``text`` as set and fit for the theme, which prints titles and descriptions raw."""
    return html.escape(as_set(text))


def _home(book: _Book) -> Page:
    matter, note = frontmatter.parse(book.site.home)
    stories = book.anthology.stories
    return _rendered(
        "home",
        "index.md",
        {"title": _escaped(book.site.title), **matter, **_UNSEARCHED},
        "index.md",
        site=book.site,
        note=note,
        stories=[_listed(book, story) for story in stories[:STORIES_ON_A_PAGE]],
        total=len(stories),
    )


def _stories(book: _Book) -> Iterable[Page]:
    stories = book.anthology.stories
    chunks = [
        stories[first : first + STORIES_ON_A_PAGE]
        for first in range(0, len(stories), STORIES_ON_A_PAGE)
    ] or [()]
    paths = ["stories/index.md"]
    paths += [f"stories/page/{number}.md" for number in range(2, len(chunks) + 1)]
    for number, (path, chunk) in enumerate(zip(paths, chunks, strict=True)):
        title = "Stories" if number == 0 else f"Stories, page {number + 1}"
        yield _rendered(
            "stories",
            path,
            {
                "title": title,
                "description": f"The stories of {_escaped(book.site.title)}.",
                **_UNSEARCHED,
            },
            site=book.site,
            title=title,
            stories=[_listed(book, story) for story in chunk],
            first=number * STORIES_ON_A_PAGE + 1,
            root="../" * path.count("/"),
            paths=paths,
        )


@dataclass(frozen=True, slots=True)
class _Listed:
    """A story as a list of contents shows it."""

    story: Story
    incipit: str
    minutes: int
    cast: list[tuple[Entity, Name]]
    settings: list[tuple[Entity, Name]]


def _listed(book: _Book, story: Story) -> _Listed:
    return _Listed(
        story=story,
        incipit=incipit(story),
        minutes=_minutes(story),
        cast=[(e, book.name(e)) for e in story.characters if e.role == "character"],
        settings=[(e, book.name(e)) for e in _settings(story)],
    )


def _minutes(story: Story) -> int:
    return max(1, round(story.words / WORDS_A_MINUTE))


def _story(book: _Book, story: Story) -> Page:
    listed = _listed(book, story)
    matter = {
        "title": _escaped(story.title or ""),
        "title_source": story.title_source,
        "description": _escaped(story.description or _opening(story)),
        "incipit": _escaped(listed.incipit),
        "slug": story.address,
        "id": story.id,
        "lang": story.lang,
        "authors": [_escaped(author) for author in story.authors],
        "date": story.date,
        "rights": story.rights and _escaped(story.rights),
        "characters": [
            {"name": _escaped(e.name), "role": e.role, "mentions": len(e.mentions)}
            for e in story.characters
        ],
        "locations": [
            {"name": _escaped(e.name), "relation": e.relation, "mentions": len(e.mentions)}
            for e in story.locations
        ],
        "words": story.words,
        "readtime": listed.minutes,
        "source": {"file": story.source, "sha256": story.sha256},
    }
    return _rendered(
        "story",
        f"stories/{story.address}.md",
        {key: value for key, value in matter.items() if value is not None},
        f"stories/{story.source}",
        story=story,
        listed=listed,
        paragraphs=_paragraphs(book, story),
        characters=[_in_story(book, story, e) for e in story.characters],
        locations=[_in_story(book, story, e) for e in story.locations],
        related=book.related(story),
        site=book.site,
    )


def _opening(story: Story) -> str:
    """Give as much of the first paragraph as a search engine shows, cut between words."""
    text = as_set(story.paragraphs[story.opening])
    return text if len(text) <= 155 else text[:155].rsplit(" ", 1)[0].rstrip(",;:–—-") + "…"


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph as the page shows it."""

    pieces: list[_Piece]
    form: Form
    picture: bool = False
    """Whether it is a picture and nothing else."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a paragraph: text, or with pieces inside a name's first mention or a mark."""

    text: str
    name: Name | None = None
    is_open: bool = False
    """Whether it is not known if it is one with another of its name."""
    """Whose page it is linked to."""
    others: int = 0
    """Stories beside this one that have the name."""
    mark: Mark | None = None
    inside: list[_Piece] = field(default_factory=list)


def _paragraphs(book: _Book, story: Story) -> list[_Paragraph]:
    firsts = _first_mentions(story)
    forms = {form.paragraph: form for form in story.forms}
    marks: dict[int, list[Mark]] = {}
    for mark in story.marks:
        marks.setdefault(mark.paragraph, []).append(mark)
    paragraphs = []
    for number, text in enumerate(story.paragraphs):
        pieces = _pieces(book, text, firsts.get(number, ()), marks.get(number, ()))
        only = pieces[0].mark if len(pieces) == 1 else None
        is_picture = only is not None and only.kind == "image"
        paragraphs.append(_Paragraph(pieces, forms.get(number, Form(number)), is_picture))
    return paragraphs


def _first_mentions(story: Story) -> dict[int, list[tuple[int, int, Entity]]]:
    """Give, by paragraph, the first mention of each entity of ``story``."""
    firsts: dict[int, list[tuple[int, int, Entity]]] = {}
    for entity in (*story.characters, *story.locations):
        first = entity.mentions[0]
        span = (first.start, first.end, entity)
        firsts.setdefault(first.paragraph, []).append(span)
    return {number: sorted(spans, key=lambda s: s[:2]) for number, spans in firsts.items()}


def _pieces(
    book: _Book, text: str, names: Sequence[tuple[int, int, Entity]], marks: Sequence[Mark]
) -> list[_Piece]:
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
    """What is open, the outer before the inner: where it ends and what is in it."""
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
                others = book.stories_with[_path(name)] - 1
                piece = replace(piece, name=name, others=others, is_open=book.is_open(what))
            standing[-1][1].append(piece)
            standing.append((end, piece.inside))
    return pieces


@dataclass(frozen=True, slots=True)
class _InStory:
    """An entity as *In this story* shows it."""

    entity: Entity
    name: Name
    ticks: list[tuple[float, int]]
    """Where along the story the name falls, in percent of its length, and in which paragraph."""
    paragraphs: list[int]
    """Numbers of the paragraphs that name it, as the page counts them."""


def _in_story(book: _Book, story: Story, entity: Entity) -> _InStory:
    return _InStory(
        entity=entity,
        name=book.name(entity),
        ticks=_ticks(story, entity),
        paragraphs=sorted({m.paragraph + 1 for m in entity.mentions}),
    )


def _ticks(story: Story, entity: Entity) -> list[tuple[float, int]]:
    before = [0]
    for paragraph in story.paragraphs:
        before.append(before[-1] + len(paragraph))
    whole = before[-1] or 1
    return [
        (round(100 * (before[m.paragraph] + m.start) / whole, 1), m.paragraph + 1)
        for m in entity.mentions
    ]


@dataclass(frozen=True, slots=True)
class _Section:
    """What one story has of a name."""

    anchor: str
    story: Story
    in_story: _InStory
    introduction: str | None
    """The words of the text that say who or what it is."""
    described: list[Quotation]
    """The same, as the editor chose them."""
    quoted: list[_Quoted]
    beside: list[tuple[Entity, Name]]
    places: list[tuple[Entity, Name]]


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A passage, in pieces, some of which are the name."""

    paragraph: int
    pieces: list[tuple[str, bool]]


def _quoted(passage: Passage) -> _Quoted:
    set_text = punctuate(passage.text)
    pieces, done = [], 0
    for start, end in passage.spans:
        first, last = moved(passage.text, start), moved(passage.text, end)
        pieces += [(set_text[done:first], False), (set_text[first:last], True)]
        done = last
    pieces.append((set_text[done:], False))
    if passage.cut_before:
        pieces.insert(0, ("… ", False))
    if passage.cut_after:
        pieces.append((" …", False))
    return _Quoted(passage.paragraph + 1, [piece for piece in pieces if piece[0]])


def _name(book: _Book, name: Name) -> Page:
    held = book.sections(name)
    anchors = unique(f"in-{slug(story.id)[:16]}" for story, _ in held)
    sections = [
        _section(book, anchor, story, entity)
        for anchor, (story, entity) in zip(anchors, held, strict=True)
    ]
    counts = [len(entity.mentions) for _, entity in held]
    stories = len({story.id for story, _ in held})
    description = f"{as_set(name.name)}: {_count(sum(counts), 'mention')} in "
    description += f"{_count(stories, 'story')} of {as_set(book.site.title)}."
    return _rendered(
        "name",
        f"{_path(name)}.md",
        {
            "title": _escaped(name.name),
            "description": html.escape(description),
            "names": name.label,
        },
        site=book.site,
        name=name,
        sections=sections,
        counts=counts,
        stories=stories,
        by_id={story.id: story for tie in name.ties for story in book.quoted(tie)},
        see_also=[book.by_slug[name.label, address] for address in name.see_also],
    )


def _section(book: _Book, anchor: str, story: Story, entity: Entity) -> _Section:
    return _Section(
        anchor=anchor,
        story=story,
        in_story=_in_story(book, story, entity),
        introduction=introduction(story, entity.mentions),
        described=[q for q in book.name(entity).description if q.story == story.id],
        quoted=[_quoted(passage) for passage in passages(story, entity.mentions)],
        beside=[
            (e, book.name(e)) for e in story.characters if e is not entity and e.role == "character"
        ],
        places=[(e, book.name(e)) for e in _settings(story) if e is not entity],
    )


def _index(book: _Book, label: str, names: Sequence[Name]) -> Page:
    title = f"{label.capitalize()}s"
    return _rendered(
        "index",
        f"{label}s/index.md",
        {
            "title": title,
            "description": f"{title} of {_escaped(book.site.title)}, with every passage.",
            **_UNSEARCHED,
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
    first: _Quoted


def _entry(book: _Book, name: Name) -> _Entry:
    sections = book.sections(name)
    story, entity = sections[0]
    return _Entry(
        name=name,
        mentions=sum(len(e.mentions) for _, e in sections),
        sections=sections,
        first=_quoted(passages(story, entity.mentions[:1])[0]),
    )


@dataclass(slots=True)
class _Branch:
    """A place and the places in it; a place that no story names has no page."""

    title: str
    name: Name | None
    branches: list[_Branch]


def _tree(book: _Book, names: Sequence[Name]) -> list[_Branch]:
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


@dataclass(frozen=True, slots=True)
class _Shared:
    """A name that two stories or more have in common."""

    name: Name
    stories: list[Story]
    ticks: list[tuple[float, int]]
    """Where in the book they stand, in percent of its length, and their numbers in it."""


_THREADS = 40
"""Most names that the drawing of the connections shows."""


def _connections(book: _Book) -> Page:
    stories = book.anthology.stories
    shared = []
    for name in (*book.anthology.characters, *book.anthology.locations):
        if book.stories_with[_path(name)] < 2:
            continue
        numbers = sorted({book.at[story.id] for story, _ in book.sections(name)})
        last = max(1, len(stories) - 1)
        ticks = [(round(100 * number / last, 1), number + 1) for number in numbers]
        shared.append(_Shared(name, [stories[number] for number in numbers], ticks))
    shared.sort(key=lambda each: (each.name.label, -len(each.stories), order(each.name.sort)))
    threads = sorted(shared, key=lambda each: -len(each.stories))[:_THREADS]
    return _rendered(
        "connections",
        "connections/index.md",
        {
            "title": "Connections",
            "description": f"What the stories of {_escaped(book.site.title)} have in common.",
            **_UNSEARCHED,
        },
        site=book.site,
        shared=shared,
        threads=[each for each in shared if each in threads],
        stories=stories,
    )


def _assets(book: _Book) -> list[Asset]:
    site = book.site
    data = record.anthology(book.anthology, site.title, site.url)
    to = forward.addresses(book.anthology)
    at = {story.source: story.address for story in book.anthology.stories}
    return [
        Asset("data/anthology.json", record.dumped(data).encode()),
        Asset("data/addresses.json", json.dumps(to, sort_keys=True).encode()),
        *(
            Asset(f"stories/{at[seed.name]}/{at[seed.name]}.txt", seed.data)
            for seed in book.anthology.seeds
        ),
    ]

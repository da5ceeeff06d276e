"""The values that the steps pass on: each step takes some of them and returns others.

They are frozen and plain: nothing here reads files, makes decisions or writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Final, Literal, NamedTuple, TypeVar

Role = Literal["character", "mentioned"]
"""Whether a person takes part in a story, or is only mentioned."""
Relation = Literal["setting", "mentioned"]
"""Whether a story happens at a place, or only mentions it."""
Identity = Literal["single", "presumed", "open", "same", "different", "mixed"]
"""What is known of the entities under one name; ``mixed`` where it differs between them."""
TitleSource = Literal["editor", "text", "devised"]
"""Where the title of a story comes from."""
Certainty = Literal["certain", "likely", "possible"]
"""How sure the editor is of a statement."""
Ground = Literal[
    "full name",  # given name and surname are the same
    "shorter name",  # one full name is a shorter form of the other
    "well-known name",  # a real person, who is only mentioned in the stories
    "company",  # a companion known to be one person stands beside the name in each story
    "place name",  # the name of the place is the same
    "known place",  # a place in the gazetteer, or of a kind that rarely shares its name
    "editor",  # the editor says so
    "same story",  # one story has both
    "none",  # the texts say nothing
]
"""What a tie is based on."""
MarkKind = Literal["em", "strong", "link", "image", "break"]
PlaceKind = Literal[
    "city",
    "district",
    "street",
    "river",
    "building",
    "country",
    "region",
    "shop",
    "invented",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that an editor should correct, described in one line.

    If it is refused, the file or the entry is left out of the anthology; otherwise the problem is
    a warning. ``--strict`` makes both fatal.
    """

    file: str
    """Path of the file from the project's folder: ``docs/stories/x.txt``."""
    message: str
    """What is wrong, and what the correct form looks like."""
    line: int | None = None
    """Line in the file, counted from 1; None for the whole file."""
    refused: bool = False
    """Whether something that somebody wrote is left out."""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.message}"


class Fault(Exception):
    """A problem in what an editor wrote, raised where the name of the file is not yet known.

    It is raised where the input cannot be used as it is, and returned beside the value where the
    input is only doubtful. The caller that knows the file turns it into a ``Problem``.
    """

    def __init__(self, message: str, line: int | None = None, *, refused: bool = True) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        """Line in the file, counted from 1; None for the whole file."""
        self.refused = refused
        """Whether something that somebody wrote is left out; otherwise it is a warning."""

    def within(self, file: str) -> Problem:
        """Return the fault as a problem in ``file``, a path from the project's folder."""
        return Problem(file, self.message, self.line, refused=self.refused)


@dataclass(frozen=True, slots=True)
class Seed:
    """A raw story file, unchanged."""

    name: str
    """Name of the file in the stories folder, in NFC."""
    data: bytes
    """Contents of the file."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span of a paragraph that names a person, a place or something else that is indexed."""

    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    start: int
    """Offset of the first code point of the span in its paragraph."""
    end: int
    """Offset after its last code point."""
    name: str
    """The text of the span, letter for letter."""
    label: str
    """Name of a row of the table of labels."""
    probability: float = field(default=1.0, compare=False)
    """How probable the label is, from 0 to 1."""


PLACE: Final = attrgetter("paragraph", "start", "end")
"""Where a mention stands, to sort mentions by; that is several times as fast as to compare them."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span of a paragraph that its author marked; no mark overlaps another one only in part."""

    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    start: int
    """Offset of the first code point of the span in its paragraph."""
    end: int
    """Offset after its last code point."""
    kind: MarkKind
    """An ``image`` spans the words for readers who do not see the picture; a ``break`` is the one
    space between two lines that stay separate."""
    target: str = ""
    """Address of a link, as it was written, or path of a picture below ``docs/assets/``."""
    size: tuple[int, int] | None = None
    """Width and height of a picture in pixels, where they are known."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the page shows a paragraph that is not ordinary prose."""

    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    quoted: bool = False
    """Whether it is a quotation that is set apart: a letter, an inscription."""
    verse: bool = False
    """Whether it is a stanza, in which every line stays a line."""
    heading: int = 0
    """1 for the heading of a part, 2 for a heading within a part, 0 for no heading."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What recognition took a name of a story for, and how clearly."""

    name: str
    """The name as the story writes it, with straight apostrophes."""
    label: str | None
    """The label that the name got; None where it was taken for neither person nor place."""
    margin: float
    """How far the best score is above the second best; below 1, the second could well be right."""
    is_of_both: bool
    """Whether persons and places share the name: Florence, Paris, Charlotte."""
    mentions: tuple[Mention, ...]
    """Where the name stands. If ``label`` is None, these have the likelier of the two labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, a place or a thing in one story, with all mentions of it."""

    id: str
    """``<story id>/<slug of the name>``, unique in the anthology."""
    label: str
    """Name of a row of the table of labels."""
    name: str
    """The fullest form of the name in the story, or the name that the editor gives."""
    aliases: tuple[str, ...] = ()
    """The other forms of the name in the story, the most frequent first."""
    mentions: tuple[Mention, ...] = ()
    """All mentions, in reading order."""
    probability: float = 1.0
    """How probable it is that the story has this entity, and calls it so, from 0 to 1."""

    @property
    def is_only_mentioned(self) -> bool:
        """Whether the entity is not present in the story, but only mentioned."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Character(Entity):
    """A person, or an animal or machine that acts, called by a proper name."""

    label: str = "character"
    role: Role = "character"
    """``mentioned`` for somebody absent, dead or real who takes no part in the story."""

    @property
    def is_only_mentioned(self) -> bool:
        """Whether the person takes no part in the story, but is only mentioned."""
        return self.role == "mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location(Entity):
    """Anything with a proper name that one can be in or at."""

    label: str = "location"
    relation: Relation = "mentioned"
    """``setting`` if the story happens there, ``mentioned`` if it only mentions the place."""
    kind: PlaceKind = "unknown"
    within: str | None = None
    """Name of the place that this place lies in, where that is known."""

    @property
    def is_only_mentioned(self) -> bool:
        """Whether the story does not happen at the place, but only mentions it."""
        return self.relation == "mentioned"


_E = TypeVar("_E", bound=Entity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story read from a seed; later steps add what they find by ``dataclasses.replace``."""

    id: str
    """The 16 hex digits in the name of the file, or else that name without its ending."""
    source: str
    """File name of the seed."""
    sha256: str = ""
    """Hexadecimal digest of the seed's bytes."""
    paragraphs: tuple[str, ...] = ()
    """The text as written, in NFC, with white space folded, without title line and scene breaks."""
    breaks: frozenset[int] = frozenset()
    """Indexes of the paragraphs that follow a scene break, from 0."""
    marks: tuple[Mark, ...] = ()
    """What the author marked, in reading order, outer marks before inner ones."""
    layouts: tuple[Layout, ...] = ()
    """The paragraphs that are headings, quotations or verse, in reading order."""
    title: str | None = None
    """The title; None until the editor, the text or a rule gives one."""
    title_source: TitleSource | None = None
    authors: tuple[str, ...] = ()
    lang: str = "en"
    """Language as a BCP 47 tag, given by the editor or the site, never guessed."""
    date: str | None = None
    """Date in ISO 8601: a year, a month or a day, as the editor wrote it."""
    order: int | None = None
    """Place in the reading order; stories without one follow those that have one."""
    slug: str | None = None
    """The slug that the editor chose, if any; ``address`` holds the one in use."""
    description: str | None = None
    rights: str | None = None
    draft: bool = False
    address: str = ""
    """Last part of the page's address, unique in the anthology; ``line`` sets it."""
    entities: tuple[Entity, ...] = ()
    """Entities of all labels; those of one label have the most mentioned first."""
    doubtful: tuple[Entity, ...] = ()
    """What may be an entity, but is too doubtful to be published, in the same order."""

    @property
    def opening(self) -> int:
        """Index of the paragraph that the story opens with: the first that is not a heading."""
        headings = {layout.paragraph for layout in self.layouts if layout.heading}
        return next((n for n in range(len(self.paragraphs)) if n not in headings), 0)

    @property
    def words(self) -> int:
        """Number of words: runs of characters that are not white space."""
        return sum(len(p.split()) for p in self.paragraphs)

    @property
    def characters(self) -> tuple[Character, ...]:
        """The characters in the story, the most mentioned first."""
        return _of_type(self.entities, Character)

    @property
    def locations(self) -> tuple[Location, ...]:
        """The locations in the story, the most mentioned first."""
        return _of_type(self.entities, Location)

    @property
    def settings(self) -> tuple[Location, ...]:
        """The locations that the story happens at, the most mentioned first."""
        return tuple(place for place in self.locations if place.relation == "setting")

    def of(self, label: str) -> tuple[Entity, ...]:
        """Return the entities of the label called ``label``, the most mentioned first."""
        return tuple(entity for entity in self.entities if entity.label == label)


def _of_type(entities: tuple[Entity, ...], wanted: type[_E]) -> tuple[_E, ...]:
    return tuple(entity for entity in entities if isinstance(entity, wanted))


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the editor quotes from a story, and where they stand."""

    story: str
    """Id of the story."""
    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    text: str
    """The words; they equal words of the paragraph when both are set by ``as_set``."""
    line: int | None = None
    """Line of the quotation in the editor's file, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the editor says of a name: one entry of an authority file or of front matter.

    An entry that only gives a name says that the editor has looked, and that the name is right.
    """

    label: str
    """The label of the authority file, or of the key in front matter, that has the entry."""
    name: str
    """Preferred name."""
    sort: str | None = None
    """What the name is sorted under, where the rules would give something else."""
    aliases: tuple[str, ...] = ()
    """Other forms of the name in the texts, and names that it was listed under before."""
    stories: tuple[str, ...] = ()
    """Ids of the stories that the statement is about; empty for all."""
    paragraphs: tuple[tuple[int, int], ...] = ()
    """Runs of paragraphs that it is about, as first and last index from 0; empty for all."""
    quote: tuple[str, ...] = ()
    """Words of the text around the mentions that it is about, where paragraphs are too coarse."""
    is_: str | None = None
    """The label that the editor gives the name, or ``neither``; None where its label is right."""
    role: Role | None = None
    relation: Relation | None = None
    kind: PlaceKind | None = None
    within: str | None = None
    """Name of the place that the place lies in."""
    same: tuple[str, ...] = ()
    """Ids of the stories whose entities of this name are one person or place."""
    different: tuple[str, ...] = ()
    """Ids of the stories whose entities of this name are different ones."""
    open: tuple[str, ...] = ()
    """Ids of the stories that do not say whether their entities of this name are one."""
    by: str | None = None
    """Who says so."""
    because: str | None = None
    """Why, in words."""
    certainty: Certainty | None = None
    evidence: tuple[Quotation, ...] = ()
    """Quotations that support ``same``, ``different`` or ``open``."""
    description: tuple[Quotation, ...] = ()
    """Quotations that say who or what the name stands for."""
    file: str = ""
    """Path of the file with the entry, from the project's folder."""
    line: int | None = None
    """Line of the entry in that file, counted from 1."""


@dataclass(frozen=True, slots=True)
class Individual:
    """Entities of one or more stories that are taken for one person, place or thing."""

    name: str
    entities: tuple[str, ...]
    """Ids of the entities, in the order of the stories."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What is known of the identity of some individuals under one name, and why."""

    among: tuple[int, ...]
    """Indexes into ``Name.individuals``; a single one if the tie says why its entities are one."""
    identity: Identity
    reason: str
    """The reason, as a sentence that a reader can check."""
    grounds: tuple[Ground, ...]
    """The same reason, as values for the program."""
    by: str | None = None
    """The editor who says so; None if the program decided."""
    certainty: Certainty | None = None
    """How sure the editor is, if the statement says so."""
    evidence: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """What a name page shows: all individuals in the anthology that share one name."""

    label: str
    """Name of a row of the table of labels."""
    name: str
    slug: str
    """Last part of the page's address, unique among the names of the label."""
    sort: str
    """What the name is filed under in the index: ``Ivanov, Valérie``."""
    individuals: tuple[Individual, ...]
    ties: tuple[Tie, ...] = ()
    identity: Identity = "single"
    aliases: tuple[str, ...] = ()
    """Every other form of the name that any of its entities has."""
    former: tuple[str, ...] = ()
    """Aliases that the editor lists but no text has: older addresses may be made of them."""
    see_also: tuple[str, ...] = ()
    """Slugs of other names that a form of this name could also stand for."""
    description: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a story that help to answer a question."""

    about: str
    """The name that they are about."""
    story: Story
    paragraph: int
    """Number of the paragraph as the page counts, from 1."""
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the decisions that the editor can make about a question."""

    says: str
    """The decision, as a short sentence."""
    file: str
    """Path of the file to write it in, from the project's folder."""
    lines: str
    """The lines to write there."""


KINDS: Final[Mapping[str, str]] = {
    "split": "Two taken for one?",
    "merge": "One taken for two?",
    "kind": "A person, a place or neither?",
    "left out": "Left out?",
    "short": "Somebody's full name in another story?",
    "open": "One person or several, across stories?",
    "presumed": "Taken for one because of the company",
    "spelling": "Two spellings?",
    "single": "Named only once",
    "title": "Titles supplied by rule",
}
"""The kinds of question, the most serious first, and the heading of each."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the editor."""

    kind: str
    """One of ``KINDS``."""
    weight: float
    """How much a mistake would mislead readers, compared to other questions of its kind."""
    asked: str
    """The question, as a sentence."""
    evidence: tuple[Evidence, ...]
    answers: tuple[Answer, ...]

    @property
    def rank(self) -> int:
        """Index of its kind in ``KINDS``, from 0."""
        return list(KINDS).index(self.kind)


class Drawn(NamedTuple):
    """A page as it was written: its front matter, and its body in Markdown or in HTML."""

    matter: Mapping[str, Any]
    body: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the anthology, which is written when it is asked for."""

    path: str
    """Path below ``docs/``: ``stories/lea-roux-in-montmartre-ffa6864c.md``."""
    title: str
    markdown: Callable[[], str] = field(repr=False, compare=False)
    """Gives the page as Markdown with front matter at the top."""
    html: Callable[[], Drawn] | None = field(default=None, repr=False, compare=False)
    """Gives it as HTML; None if it has Markdown of the editor's."""
    source: str | None = None
    """Path below ``docs/`` of the file that an editor would edit to change this page."""

    @property
    def text(self) -> str:
        """The page as Markdown with front matter at the top."""
        return self.markdown()

    def drawn(self) -> Drawn:
        """Return the page as HTML; a page with Markdown of the editor's cannot give it."""
        if not self.html:
            raise NotImplementedError
        return self.html()


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is published as it is, and made when it is asked for."""

    path: str
    """Path below ``docs/`` and on the site: ``data/anthology.json``."""
    made: Callable[[], bytes] = field(repr=False, compare=False)

    @property
    def data(self) -> bytes:
        """What stands in it."""
        return self.made()


@dataclass(frozen=True, slots=True)
class Anthology:
    """Everything that was found out about the stories, from which the pages are made."""

    stories: tuple[Story, ...]
    """The stories in reading order; drafts only if they were asked for."""
    names: tuple[Name, ...]
    """Names of all labels; those of one label are in the order of its index."""
    problems: tuple[Problem, ...] = ()
    statements: tuple[Statement, ...] = ()
    """The editor's statements, without what is contradictory or not supported by the stories."""
    seeds: tuple[Seed, ...] = field(default=(), repr=False)
    """The seeds of the stories, in the same order."""

    def of(self, label: str) -> tuple[Name, ...]:
        """Return the names of the label called ``label``, in the order of its index."""
        return tuple(name for name in self.names if name.label == label)

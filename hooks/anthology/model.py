"""The values that travel down the line: each step takes some of them and returns others.

All are frozen, all are plain: nothing here reads, decides or writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

Role = Literal["character", "mentioned"]
Relation = Literal["setting", "mentioned"]
Identity = Literal["single", "presumed", "open", "same", "different", "mixed"]
TitleSource = Literal["editor", "text", "devised"]
Certainty = Literal["certain", "likely", "possible"]
Ground = Literal[
    "full name",  # given name and surname are the same
    "shorter name",  # one full name is a shorter form of the other
    "well-known name",  # a real person, of whom the stories only speak
    "company",  # somebody who is known to be one stands beside the name in each story
    "place name",  # the same name of a place
    "known place",  # a place that the gazetteer has, or of a kind that few share a name of
    "editor",  # the editor says so
    "same story",  # one story tells of both
    "none",  # nothing that the texts say
]
"""What a tie rests on."""
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
    """Something an editor should mend, said in one line.

    A refused file is left out of the anthology; any other problem is a warning. ``--strict``
    makes both fatal.
    """

    file: str
    """Path as the editor knows it, from the project's folder: ``docs/stories/x.txt``."""
    message: str
    """What is wrong, and what right would look like."""
    line: int | None = None
    """Line in the file, counted from 1; None where the whole file is meant."""
    refused: bool = False

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.message}"


class Fault(Exception):
    """Something wrong in what an editor wrote, before it is known in which file that stands.

    It is raised where an input cannot be taken as it is, and returned beside the value where it is
    merely doubtful. Whoever knows the file makes a problem of it.
    """

    def __init__(self, message: str, line: int | None = None, *, refused: bool = True) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        """Counted from 1 in the file; None where the whole file is meant."""
        self.refused = refused
        """False where nothing of anybody's is left out, so that it is a warning."""

    def within(self, file: str) -> Problem:
        """Return the problem that it is in ``file``, a path as the editor knows it."""
        return Problem(file, self.message, self.line, refused=self.refused)


@dataclass(frozen=True, slots=True)
class Seed:
    """A raw story file as it came."""

    name: str
    """File name inside the stories folder, in NFC."""
    data: bytes


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span of a paragraph that names somebody or some place."""

    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    start: int
    """First code point of the span in its paragraph."""
    end: int
    """One past its last code point."""
    name: str
    """Surface form: the text of the span, letter for letter."""
    label: str
    """Name of a row of the table of labels."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span of a paragraph that its author marked; none crosses the edge of another."""

    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    start: int
    end: int
    kind: MarkKind
    """An ``image`` spans the words for those who do not see it; a ``break`` is the one space
    between two lines that stay apart."""
    target: str = ""
    """Address of a link, as it was written; path of a picture below ``docs/assets/``."""
    size: tuple[int, int] | None = None
    """Width and height of a picture, where they are known."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph stands on the page, where it is more than prose."""

    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    quoted: bool = False
    """A quotation set apart: a letter, an inscription."""
    verse: bool = False
    """A stanza: every line stays one."""
    heading: int = 0
    """1 for the heading of a part, 2 for one of what is in a part, 0 for no heading."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a name of a story was taken for, and how clearly."""

    name: str
    """As the story writes it, apostrophes straight."""
    label: str | None
    """None where it was taken for no name."""
    margin: float
    """By how much it is nearer to that than to the next best; below 1 it could well be that."""
    is_of_both: bool
    """Whether persons and places share the name: Florence, Paris, Charlotte."""
    mentions: tuple[Mention, ...]
    """Where it stands; labelled with what speaks for it most where it was taken for no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """All mentions of one person, one place or one thing within one story."""

    id: str
    """``<story id>/<slug of the name>``, unique in the anthology."""
    label: str
    """Name of a row of the table of labels."""
    name: str
    """The fullest form that the story uses."""
    aliases: tuple[str, ...] = ()
    """The other forms that the story uses, most frequent first."""
    mentions: tuple[Mention, ...] = ()
    """In reading order."""

    @property
    def is_only_mentioned(self) -> bool:
        """Whether the story only speaks of it."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Character(Entity):
    """A person, or an animal or machine that acts, called by a proper name."""

    label: str = "character"
    role: Role = "character"
    """``mentioned`` for somebody absent, dead or real who is only spoken of."""

    @property
    def is_only_mentioned(self) -> bool:
        """Whether the story only speaks of somebody."""
        return self.role == "mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location(Entity):
    """Anything with a proper name that one can be in or at."""

    label: str = "location"
    relation: Relation = "mentioned"
    """``setting`` where the story happens, ``mentioned`` where it is only spoken of."""
    kind: PlaceKind = "unknown"
    within: str | None = None
    """Name of the place that it lies in, where that is known."""

    @property
    def is_only_mentioned(self) -> bool:
        """Whether the story only speaks of the place."""
        return self.relation == "mentioned"


_E = TypeVar("_E", bound=Entity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A seed, read; later steps fill in what they find by ``dataclasses.replace``."""

    id: str
    """The 16 hex digits in the file's name, else the name without its ending."""
    source: str
    """File name of the seed."""
    sha256: str = ""
    """Hex digest of the seed's bytes."""
    paragraphs: tuple[str, ...] = ()
    """The text as written: NFC, white space folded; no title line, no scene breaks."""
    breaks: frozenset[int] = frozenset()
    """Indexes of the paragraphs that a scene break stands before."""
    marks: tuple[Mark, ...] = ()
    """What the author marked, in reading order, the outer before the inner."""
    layouts: tuple[Layout, ...] = ()
    """The paragraphs that are headings, quotations or verse, in reading order."""
    title: str | None = None
    """None until the editor, the text or a rule gives one."""
    title_source: TitleSource | None = None
    authors: tuple[str, ...] = ()
    lang: str = "en"
    """BCP 47 tag; the editor's or the site's, never guessed."""
    date: str | None = None
    """ISO 8601, as precise as the editor was."""
    order: int | None = None
    slug: str | None = None
    """The editor's own address, if there is one; ``address`` holds the one in use."""
    description: str | None = None
    rights: str | None = None
    draft: bool = False
    address: str = ""
    """Last part of the page's address, unique in the anthology; given by the line."""
    entities: tuple[Entity, ...] = ()
    """Of all labels; those of one label stand in order, the most mentioned first."""

    @property
    def opening(self) -> int:
        """Index of the paragraph that the story opens with: the first that is no heading."""
        headings = {layout.paragraph for layout in self.layouts if layout.heading}
        return next((n for n in range(len(self.paragraphs)) if n not in headings), 0)

    @property
    def words(self) -> int:
        """Number of words: runs of characters that are not white space."""
        return sum(len(p.split()) for p in self.paragraphs)

    @property
    def characters(self) -> tuple[Character, ...]:
        """The persons that it names, the most mentioned first."""
        return _of_type(self.entities, Character)

    @property
    def locations(self) -> tuple[Location, ...]:
        """The places that it names, the most mentioned first."""
        return _of_type(self.entities, Location)

    @property
    def settings(self) -> tuple[Location, ...]:
        """The places that it happens at."""
        return tuple(place for place in self.locations if place.relation == "setting")

    def of(self, label: str) -> tuple[Entity, ...]:
        """Return the entities of one label, the most mentioned first."""
        return tuple(entity for entity in self.entities if entity.label == label)


def _of_type(entities: tuple[Entity, ...], wanted: type[_E]) -> tuple[_E, ...]:
    return tuple(entity for entity in entities if isinstance(entity, wanted))


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a story, and where they stand."""

    story: str
    """Id of the story."""
    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    text: str
    """Verbatim, under ``as_set``."""
    line: int | None = None
    """Line of the file that it was quoted in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One entry of an authority file: what the editor says of a name.

    An entry that only names a name says that somebody looked and that it is right as it is.
    """

    label: str
    """Of which authority file, or of which key of a story's front matter, it is an entry."""
    name: str
    """Preferred name."""
    sort: str | None = None
    """What the name is sorted under, where it is not what the rules give."""
    aliases: tuple[str, ...] = ()
    """Other forms of the name in the texts, and names that it was listed under before."""
    stories: tuple[str, ...] = ()
    """Ids of the stories that it is about; empty for all."""
    paragraphs: tuple[tuple[int, int], ...] = ()
    """Runs of paragraphs that it is about, as first and last index from 0; empty for all."""
    quote: tuple[str, ...] = ()
    """Words of the text around the mentions that it is about, where paragraphs are too coarse."""
    is_: str | None = None
    """The label that the name has by the editor's word, or ``neither``; None where that is right as
    it is."""
    role: Role | None = None
    relation: Relation | None = None
    kind: PlaceKind | None = None
    within: str | None = None
    """Name of the place that it lies in."""
    same: tuple[str, ...] = ()
    """Ids of the stories whose entities of this name are one."""
    different: tuple[str, ...] = ()
    """Ids of the stories whose entities of this name are not one."""
    open: tuple[str, ...] = ()
    """Ids of the stories that do not tell whether their entities of this name are one."""
    by: str | None = None
    because: str | None = None
    certainty: Certainty | None = None
    evidence: tuple[Quotation, ...] = ()
    """What in the texts speaks for ``same``, ``different`` or ``open``."""
    description: tuple[Quotation, ...] = ()
    """Words of the texts that say who or what it is."""
    file: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Individual:
    """What is held to be one person, or one place, across stories."""

    name: str
    entities: tuple[str, ...]
    """Entity ids, in the order of the stories."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What is known of some individuals under one name, and why."""

    among: tuple[int, ...]
    """Indexes into ``Name.individuals``; a single one where it says why its entities are one."""
    identity: Identity
    reason: str
    """A sentence that a reader can check."""
    grounds: tuple[Ground, ...]
    """What the reason says, as values to decide by."""
    by: str | None = None
    """The editor who says so; None where it was computed."""
    certainty: Certainty | None = None
    """How sure the editor is, where the editor says so."""
    evidence: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name page: everybody, or every place, in the anthology that goes by one name."""

    label: str
    """Name of a row of the table of labels."""
    name: str
    slug: str
    sort: str
    """As it stands in the index: ``Ivanov, Valérie``."""
    individuals: tuple[Individual, ...]
    ties: tuple[Tie, ...] = ()
    identity: Identity = "single"
    aliases: tuple[str, ...] = ()
    """Every other form that any of its entities goes by."""
    former: tuple[str, ...] = ()
    """Names that the editor lists for it and no text has: addresses were made of them."""
    see_also: tuple[str, ...] = ()
    """Slugs of the names that a form of this one could stand for as well."""
    description: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a story that bear on a question."""

    about: str
    """The name that they are about."""
    story: Story
    paragraph: int
    """As the page counts, from 1."""
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the editor may decide."""

    says: str
    """The decision, as a short sentence."""
    file: str
    """Where it is to be written down."""
    lines: str
    """What to write there."""


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
"""The kinds of question, the worst first, and the heading of each."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the editor."""

    kind: str
    """One of ``KINDS``."""
    weight: float
    """How much a wrong answer would mislead a reader, among questions of its kind."""
    asked: str
    evidence: tuple[Evidence, ...]
    answers: tuple[Answer, ...]

    @property
    def rank(self) -> int:
        """Where its kind stands among the kinds, the worst first."""
        return list(KINDS).index(self.kind)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be: Markdown with front matter on top."""

    path: str
    """Below ``docs/``: ``stories/lea-roux-in-montmartre-ffa6864c.md``."""
    text: str
    source: str | None = None
    """File below ``docs/`` that an editor would change to change this page."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that goes onto the site as it is."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Anthology:
    """Everything the line finds out, before it becomes pages."""

    stories: tuple[Story, ...]
    """In reading order, drafts left out unless they were asked for."""
    names: tuple[Name, ...]
    """Of all labels; those of one label stand in the order of its index."""
    problems: tuple[Problem, ...] = ()
    statements: tuple[Statement, ...] = ()
    """The editor's word, as far as it holds."""
    seeds: tuple[Seed, ...] = field(default=(), repr=False)
    """Those of the stories, in their order."""

    def of(self, label: str) -> tuple[Name, ...]:
        """Return the names of one label, in the order of its index."""
        return tuple(name for name in self.names if name.label == label)

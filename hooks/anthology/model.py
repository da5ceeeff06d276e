"""The values that travel down the line: each step takes some of them and gives others.

All are frozen, all are plain: nothing here reads, decides or writes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Label = Literal["character", "location"]
Role = Literal["character", "mentioned"]
Relation = Literal["setting", "mentioned"]
Identity = Literal["single", "presumed", "open", "same", "different", "mixed"]
TitleSource = Literal["editor", "text", "devised"]
Certainty = Literal["certain", "likely", "possible"]
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
    label: Label


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
class Form:
    """How a paragraph stands on the page, where it is more than prose."""

    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    quoted: bool = False
    """A quotation set apart: a letter, an inscription."""
    verse: bool = False
    """A stanza: every line stays one."""
    heading: int = 0
    """1 for the heading of a part, 2 for one of what is in a part, 0 for no heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """All mentions of one person or one place within one story."""

    id: str
    """``<story id>/<slug of the name>``, unique in the anthology."""
    name: str
    """The fullest form that the story uses."""
    aliases: tuple[str, ...] = ()
    """The other forms that the story uses, most frequent first."""
    mentions: tuple[Mention, ...] = ()
    """In reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Character(Entity):
    """A person, or an animal or machine that acts, called by a proper name."""

    role: Role = "character"
    """``mentioned`` for somebody absent, dead or real who is only spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location(Entity):
    """Anything with a proper name that one can be in or at."""

    relation: Relation = "mentioned"
    """``setting`` where the story happens, ``mentioned`` where it is only spoken of."""
    kind: PlaceKind = "unknown"
    within: str | None = None
    """Name of the place that it lies in, where that is known."""


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
    forms: tuple[Form, ...] = ()
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
    statements: tuple[Statement, ...] = ()
    """The editor's word on this story's names, from its front matter."""
    characters: tuple[Character, ...] = ()
    """Most mentioned first."""
    locations: tuple[Location, ...] = ()
    """Most mentioned first."""

    @property
    def opening(self) -> int:
        """Index of the paragraph that the story opens with: the first that is no heading."""
        headings = {form.paragraph for form in self.forms if form.heading}
        return next((n for n in range(len(self.paragraphs)) if n not in headings), 0)

    @property
    def words(self) -> int:
        """Number of words: runs of characters that are not white space."""
        return sum(len(p.split()) for p in self.paragraphs)


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

    label: Label
    """Which file, or which key of a story's front matter, it stands in."""
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
    is_: Literal["character", "location", "neither"] | None = None
    """What the name names, where recognition gets it wrong."""
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
    by: str | None = None
    """The editor who says so; None where it was computed."""
    certainty: Certainty | None = None
    """How sure the editor is, where the editor says so."""
    evidence: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name page: everybody, or every place, in the anthology that goes by one name."""

    label: Label
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
    characters: tuple[Name, ...]
    """In the order of the index."""
    locations: tuple[Name, ...]
    problems: tuple[Problem, ...] = ()
    statements: tuple[Statement, ...] = ()
    """The editor's word, as far as it holds."""
    seeds: tuple[Seed, ...] = field(default=(), repr=False)

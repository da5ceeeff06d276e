"""The table of labels: what the code knows of characters, of locations, and of whatever is indexed.

A label says what a name is the name of. Everything that differs between labels stands in its row:
to index something else (ships, say), add a row. Names of a label that is not recognised are those
that the editor declares in its authority file or in a story's front matter.

>>> of("character").file, of("location").noun
('characters.yml', 'place')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Filing = Literal["personal", "geographic", "as written"]
Presumption = Literal["full name", "place", "nothing"]


@dataclass(frozen=True, slots=True)
class Label:
    """A row of the table."""

    name: str
    """What entities carry, and what ``is:`` says in an entry: ``character``."""
    plural: str
    """The key in the data and in front matter, and the folder of the pages: ``characters``."""
    noun: str
    """What a reader calls one: ``person``."""
    nouns: str
    """The key in the data for those who share a name: ``persons``."""
    type: str
    """What schema.org calls it: ``Person``."""
    filing: Filing
    """How an index files its names: ``Ivanov, Valérie``; ``Thames, River``; as they are written."""
    presumption: Presumption
    """What is enough to take entities of two stories for one, unless the editor says otherwise."""
    keys: tuple[str, ...] = ()
    """Fields of its entities beside those of every entity; keys of an entry and of the data too."""
    presence: str | None = None
    """Which of the keys tells whether a story only speaks of somebody or something."""
    has_titles: bool = False
    """Whether a title is no part of a name, so that Mrs. Watson is compared as Watson."""
    is_recognised: bool = False
    """Whether the program finds such names by itself."""

    @property
    def file(self) -> str:
        """Name of its authority file."""
        return f"{self.plural}.yml"


CHARACTER: Final = Label(
    name="character",
    plural="characters",
    noun="person",
    nouns="persons",
    type="Person",
    filing="personal",
    presumption="full name",
    keys=("role",),
    presence="role",
    has_titles=True,
    is_recognised=True,
)
LOCATION: Final = Label(
    name="location",
    plural="locations",
    noun="place",
    nouns="places",
    type="Place",
    filing="geographic",
    presumption="place",
    keys=("relation", "kind", "within"),
    presence="relation",
    is_recognised=True,
)

TABLE: Final = (CHARACTER, LOCATION)
"""Every label, in the order in which pages and data give them."""


NEITHER: Final = "neither"
"""What ``is:`` says in an entry of a name that is of no label."""


def of(name: str) -> Label:
    """Return the row of the label called ``name``.

    Raises:
        KeyError: if there is no such label.
    """
    return _BY_NAME[name]


_BY_NAME: Final = {label.name: label for label in TABLE}

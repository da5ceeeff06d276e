"""The table of labels: what the code knows of characters, locations and anything else it indexes.

A label says what a name is the name of. Everything that differs between labels stands in the rows
of the table: to index something else, such as ships, add a row. If the program does not recognise
names of a label, the label has only the names that the editor gives in its authority file or in a
story's front matter.

>>> of("character").file, of("location").noun
('characters.yml', 'place')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Filing = Literal["personal", "geographic", "as written"]
"""The ways in which an index can file names."""
Presumption = Literal["full name", "place", "nothing"]
"""What can be enough to take entities of two stories for one."""


@dataclass(frozen=True, slots=True)
class Label:
    """A row of the table."""

    name: str
    """The label of an entity, and the value of ``is:`` in an entry: ``character``."""
    plural: str
    """The key in the data and in front matter, and the folder of the pages: ``characters``."""
    noun: str
    """What a reader calls one of them: ``person``."""
    nouns: str
    """The key in the data for those that share a name: ``persons``."""
    type: str
    """What schema.org calls it: ``Person``."""
    filing: Filing
    """How the index files names: ``Ivanov, Valérie``; ``Thames, River``; or as they are written."""
    presumption: Presumption
    """What is enough to take entities of two stories for one, unless the editor says otherwise."""
    keys: tuple[str, ...] = ()
    """Fields that only entities of this label have; also keys in authority entries and the data."""
    presence: str | None = None
    """The one of ``keys`` that says whether a story only mentions somebody or something."""
    has_titles: bool = False
    """Whether titles are not part of the name, so that Mrs. Watson is compared as Watson."""
    is_recognised: bool = False
    """Whether the program finds names of this label by itself."""

    @property
    def file(self) -> str:
        """Name of the label's authority file: ``characters.yml``."""
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
"""What ``is:`` says in an entry about a name that has no label."""


def of(name: str) -> Label:
    """Return the row of the label called ``name``.

    Raises:
        KeyError: if there is no such label.
    """
    return _BY_NAME[name]


_BY_NAME: Final = {label.name: label for label in TABLE}

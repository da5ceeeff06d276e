"""The forms of names: every distinct spelling in a story, split into its parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from anthology.model import PLACE, Mention
from anthology.names import honorifics, lexicon, spellings
from anthology.names.honorifics import Gender, Title

_BY_CHILD = frozenset({"umm", "abu", "mama"})
"""Titles before the name of somebody's child: *Umm Kulthum*."""
_WIVES = frozenset({"mrs", "madame", "frau", "señora", "signora", "lady"})
"""Titles that a wife may have before her husband's name: *Mrs. John Hale*."""
_ALSO_GIVEN = frozenset({"Al", "Ben", "Della", "Abd", "Van", "An", "Ap", "Bat"})
"""Particles that are given names at the beginning of a name: *Ben Jonson*."""
_SAINTS = frozenset({"St", "St.", "Saint", "Ste", "Ste.", "Sainte"})
"""Words that belong to the next one: *St. Anna* is nobody called Anna."""
_EDGES = re.compile(r"^(?:the|The|THE)\s+(?=\S)|['’]s?$|[,;:!?]+$")
"""What is not part of a person's name: *the*, *’s*, a comma."""
_PLACE_EDGES = re.compile(r"^(?:the|The|THE)\s+(?=\S)|[,;:!?]+$")
"""What is not part of the name of a place: *the*, a comma."""


Told = tuple[Gender, int]
"""A gender that the text around a mention speaks for, and how strongly."""


def _unread(_mention: Mention) -> Told | None:
    """Return None: the text around a mention has not been read."""


@dataclass(slots=True)
class Form:
    """One form of a name, with all its mentions; forms that differ only in capitals are one."""

    text: str
    """The most frequent spelling, if possible one that is not all in capitals."""
    titles: tuple[Title, ...]
    chunks: tuple[str, ...]
    """The words of the bare name, with particles joined to theirs: ``Lotte``, ``van der Berg``."""
    epithet: str = ""
    """The epithet before the name: ``Old``, ``Little``."""
    mentions: list[Mention] = field(default_factory=list)
    surfaces: dict[str, int] = field(default_factory=dict)
    """How often the story has each spelling."""
    read: Callable[[Mention], Told | None] = field(default=_unread)
    """Returns what the text around a mention tells of the gender; see ``genders``."""
    _told: dict[Mention, Told] | None = None
    keys: tuple[str, ...] = field(init=False)
    """The chunks as they are compared; see ``spellings.key``."""

    def __post_init__(self) -> None:
        self.keys = tuple(map(spellings.key, self.chunks))

    @property
    def told(self) -> Mapping[Mention, Told]:
        """What the text around the mentions tells of the gender, where it tells something.

        It is read when it is first asked for: for most forms, nobody asks.
        """
        if self._told is None:
            self._told = {m: told for m in self.mentions if (told := self.read(m))}
        return self._told

    @property
    def votes(self) -> dict[Gender, int]:
        """How strongly the text around the mentions speaks for each gender."""
        votes: dict[Gender, int] = {"m": 0, "f": 0}
        for gender, strength in self.told.values():
            votes[gender] += strength
        return votes

    @property
    def first(self) -> Mention:
        """Its first mention."""
        return self.mentions[0]

    @property
    def styled(self) -> Gender | None:
        """The gender of the first title that shows one (``Frau Doktor``), or None."""
        return next((t.gender for t in self.titles if t.gender), None)

    def become_a_name(self) -> None:
        """Turn a bare title into a name: a parrot called Captain."""
        self.titles, self.chunks = (), (self.text,)
        self.__post_init__()

    @property
    def given(self) -> int:
        """Index of the given name in ``chunks``: 0, or the last where the surname is the first."""
        first, last = self.chunks[0], self.chunks[-1]
        turned = lexicon.given(last) and (
            not lexicon.given(first) or (lexicon.surname(first) and not lexicon.surname(last))
        )
        return len(self.chunks) - 1 if turned else 0

    @property
    def by_kin(self) -> bool:
        """Whether a title of kin stands before the name, so that it is a given name: Aunt Minty."""
        return any(t.sort == "kin" for t in self.titles) and not self.by_child

    @property
    def by_husband(self) -> bool:
        """Whether a wife is called by her husband's name: *Mrs. John Hale*, *Lady Henry*."""
        if not any(t.means in _WIVES for t in self.titles):
            return False
        given = self.chunks[self.given]
        either = lexicon.given(given) == "u" and not lexicon.surname(given)
        return either or lexicon.given(given) == "m"

    def part(self, mentions: Iterable[Mention]) -> Form:
        """Return the form with only some of its mentions, in reading order."""
        part = Form(self.text, self.titles, self.chunks, self.epithet, sorted(mentions))
        part.surfaces = Counter(_trimmed(m.name, place=False)[0] for m in part.mentions)
        part.read = lambda mention: (self.told[mention][0], 1) if mention in self.told else None
        part.text = _spelling(part.surfaces)
        return part

    @property
    def by_child(self) -> bool:
        """Whether a parent is called by the name of a child, so that it is not the parent's own."""
        return bool(self.titles) and self.titles[0].word in _BY_CHILD


def gather(mentions: Iterable[Mention]) -> list[Form]:
    """Return the distinct forms of some mentions, in the order of their first mentions."""
    forms: dict[str, Form] = {}
    for mention in mentions:
        name, key = _trimmed(mention.name, place=mention.label == "location")
        form = forms.get(key)
        if form is None:
            form = forms[key] = Form(name, *_taken_apart(name))
        form.mentions.append(mention)
        form.surfaces[name] = form.surfaces.get(name, 0) + 1
    for form in forms.values():
        if len(form.surfaces) > 1:
            form.text = _spelling(form.surfaces)
    return list(forms.values())


def owned(forms: Iterable[Form]) -> list[tuple[Mention, Form]]:
    """Return the mentions of some forms in reading order, each with its form."""
    pairs = [(mention, form) for form in forms for mention in form.mentions]
    return sorted(pairs, key=_place)


def _place(pair: tuple[Mention, Form]) -> tuple[int, int, int]:
    """Return where the mention of a pair stands."""
    return PLACE(pair[0])


def chunks(bare: str) -> tuple[str, ...]:
    """Return the words of a bare name, with particles and articles joined to the next word.

    Suffixes are left out, because few forms of a name repeat them: ``Samuel Pike Jr.`` has two
    words.
    """
    out: list[str] = []
    joined = ""
    for number, word in enumerate(bare.split()):
        if out and honorifics.suffix(word):
            continue
        opens = number == 0 and word in _ALSO_GIVEN
        links = word in _SAINTS or (out and word.lower() in ("the", "of"))
        if links or (honorifics.particle(word) and not opens):
            joined += word + " "
        else:
            out.append(joined + word)
            joined = ""
    if joined:
        out.append(joined.strip())
    return tuple(out)


def _spelling(surfaces: Mapping[str, int]) -> str:
    """Return the most frequent spelling.

    Capitals may come from a sign or a shout, so an ordinary spelling is preferred.
    """
    return min(surfaces, key=lambda s: (s.isupper() and len(s) > 3, -surfaces[s], s))


@lru_cache(maxsize=lexicon.KEPT)
def _trimmed(name: str, *, place: bool) -> tuple[str, str]:
    """Return a spelling without an article before it, and a possessive or punctuation after it.

    The second value is the key that all spellings of one form have in common. A place keeps its
    possessive, because that is part of the name: St. James's.
    """
    edges = _PLACE_EDGES if place else _EDGES
    while (short := edges.sub("", name)) != name and short:
        name = short
    return name, " ".join(name.replace("’", "'").split()).casefold()


@lru_cache(maxsize=lexicon.KEPT)
def _taken_apart(name: str) -> tuple[tuple[Title, ...], tuple[str, ...], str]:
    """Return the titles, the chunks and the epithet of a spelling."""
    found, bare = honorifics.split(name)
    first, _, rest = bare.partition(" ")
    epithet = first if rest and first.casefold() in honorifics.EPITHETS else ""
    if epithet:
        more, bare = honorifics.split(rest)
        found = (*found, *more)
    return found, chunks(bare), epithet

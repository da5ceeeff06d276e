"""The forms of names: every distinct spelling in a story, taken apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from anthology.model import Mention
from anthology.names import honorifics, lexicon
from anthology.names.honorifics import Gender, Title

_BY_CHILD = frozenset({"umm", "abu", "mama"})
_ALSO_GIVEN = frozenset({"Al", "Ben", "Della", "Abd", "Van", "An", "Ap", "Bat"})
"""Particles that are given names where they open a name: Ben Jonson."""
_EDGES = re.compile(r"^(?:the|The|THE)\s+(?=\S)|['’]s?$|[,;:!?]+$")
_PLACE_EDGES = re.compile(r"^(?:the|The|THE)\s+(?=\S)|[,;:!?]+$")


@dataclass(slots=True)
class Form:
    """One form of a name, with all its mentions; forms that differ only in capitals are one."""

    text: str
    """As it is mostly written, not in capitals if that can be helped."""
    titles: tuple[Title, ...]
    chunks: tuple[str, ...]
    """The bare name in words, particles with the word that they belong to: Lotte, van der Berg."""
    epithet: str = ""
    """``Old``, ``Little`` before the name."""
    mentions: list[Mention] = field(default_factory=list)
    surfaces: Counter[str] = field(default_factory=Counter)
    votes: Counter[Gender] = field(default_factory=Counter)
    """How many of its mentions the text gives which gender; ``genders`` counts them."""
    keys: tuple[str, ...] = field(init=False)
    """The chunks as they are compared: without accents, capitals or a closing full stop."""

    def __post_init__(self) -> None:
        self.keys = tuple(
            lexicon.plain(c).rstrip(".").replace("’", "'").replace("-", " ") for c in self.chunks
        )

    @property
    def first(self) -> Mention:
        """Its first mention."""
        return self.mentions[0]

    @property
    def styled(self) -> Gender | None:
        """The gender that its titles tell; the first that tells decides (``Frau Doktor``)."""
        return next((t.gender for t in self.titles if t.gender), None)

    def become_a_name(self) -> None:
        """Take a bare title for a name: a parrot called Captain."""
        self.titles, self.chunks = (), (self.text,)
        self.__post_init__()

    @property
    def given(self) -> int:
        """Which chunk is the given name: the first, unless the surname seems to come first."""
        first, last = self.chunks[0], self.chunks[-1]
        turned = lexicon.given(last) and (
            not lexicon.given(first) or (lexicon.surname(first) and not lexicon.surname(last))
        )
        return len(self.chunks) - 1 if turned else 0

    @property
    def by_child(self) -> bool:
        """Whether somebody is called after a child: the name in it is not their own."""
        return bool(self.titles) and self.titles[0].word in _BY_CHILD


def gather(mentions: Iterable[Mention]) -> list[Form]:
    """The distinct forms of some mentions, in order of first mention."""
    forms: dict[str, Form] = {}
    for mention in mentions:
        name = _trimmed(mention.name, place=mention.label == "location")
        key = " ".join(name.replace("’", "'").split()).casefold()
        form = forms.get(key)
        if form is None:
            form = forms[key] = _taken_apart(name)
        form.mentions.append(mention)
        form.surfaces[name] += 1
    for form in forms.values():
        # Capitals may be a sign or a shout: the name is written as it is in a quiet sentence.
        form.text = min(
            form.surfaces, key=lambda s: (s.isupper() and len(s) > 3, -form.surfaces[s], s)
        )
    return list(forms.values())


def chunks(bare: str) -> tuple[str, ...]:
    """A bare name in words, with particles and articles joined to the word that they belong to.

    Suffixes are left out, since few forms of a name repeat them: ``Samuel Pike Jr.`` is two words.
    """
    out: list[str] = []
    joined = ""
    for number, word in enumerate(bare.split()):
        if out and honorifics.suffix(word):
            continue
        opens = number == 0 and word in _ALSO_GIVEN
        if (honorifics.particle(word) and not opens) or (out and word.lower() in ("the", "of")):
            joined += word + " "
        else:
            out.append(joined + word)
            joined = ""
    if joined:
        out.append(joined.strip())
    return tuple(out)


def _trimmed(name: str, *, place: bool) -> str:
    """A surface form without leading article, closing punctuation and a person's possessive.

    A place keeps it, since St. James's is its name.
    """
    edges = _PLACE_EDGES if place else _EDGES
    while (short := edges.sub("", name)) != name and short:
        name = short
    return name


def _taken_apart(name: str) -> Form:
    found, bare = honorifics.split(name)
    first, _, rest = bare.partition(" ")
    epithet = first if rest and first.casefold() in honorifics.EPITHETS else ""
    if epithet:
        more, bare = honorifics.split(rest)
        found = (*found, *more)
    return Form(name, found, chunks(bare), epithet)

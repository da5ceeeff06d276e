"""The order of an index: what a name is filed under, and by which letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from anthology import labels
from anthology.labels import Filing
from anthology.model import Name
from anthology.names import honorifics, lexicon
from anthology.text.address import folded

_GEOGRAPHIC = frozenset("the mount mt. mont lake loch river cape isle isles gulf bay".split())
"""First words that the name of a place is not filed under: *Thames, River*."""

_JOINED_PARTICLE = re.compile(r"(?:a[dlnrs]|el)-(?=\w)|[dl]['’](?=\w)")
"""A particle in lower case that is joined to its surname: *al-Rashid*, *d'Artois*."""


def letters(names: Sequence[Name]) -> list[tuple[str, list[Name]]]:
    """Return ``names`` in groups: each letter with the names that are filed under it.

    ``names`` must be in the order of the index. Those that begin with no letter stand under 0–9.
    """
    groups: dict[str, list[Name]] = {}
    for name in names:
        first = order(name.sort)[:1].upper()
        groups.setdefault(first if first.isalpha() else "0–9", []).append(name)
    return list(groups.items())


def order(text: str) -> str:
    """Return the key to sort ``text`` by: folded letters and digits, and spaces between words."""
    plain = folded(unicodedata.normalize("NFC", text).replace("'", "").replace("’", ""))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def index(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return ``names`` in the order of an index, each with what it is filed under.

    Accents, case and punctuation count only for names that are otherwise equal.
    """
    filed = (
        name if name.sort else replace(name, sort=filing(name.name, name.label)) for name in names
    )
    return tuple(sorted(filed, key=lambda name: (order(name.sort), name.sort, name.slug)))


def filing(name: str, label: str) -> str:
    """Return what ``name`` is filed under: ``Ivanov, Valérie``; ``Thames, River``."""
    return _FILED[labels.of(label).filing](name)


def _geographic(name: str) -> str:
    """Return what the name of a place is filed under: not a general word such as *River*."""
    first, _, rest = name.partition(" ")
    return f"{rest}, {first}" if rest and first.lower() in _GEOGRAPHIC else name


def _personal(name: str) -> str:
    """Return what the name of a person is filed under.

    The surname comes first. Particles in lower case follow the given name, as libraries file Dutch,
    German and Romance names; a particle with a capital belongs to the surname. A name of one word
    stays as it is, and so does a name that begins with the surname.
    """
    held, bare = honorifics.split(name)
    words = bare.split()
    title = name[: len(name) - len(bare)].strip() if held and name.endswith(bare) else ""
    if not words:
        return name
    suffix = words.pop() if len(words) > 2 and honorifics.suffix(words[-1]) else ""
    surname = _surname(words)
    given = words[: len(words) - len(surname)]
    while surname and len(surname) > 1 and surname[0].islower() and honorifics.particle(surname[0]):
        given.append(surname.pop(0))
    if surname and (joined := _JOINED_PARTICLE.match(surname[0])):
        given.append(joined[0])
        surname[0] = surname[0][joined.end() :]
    behind = " ".join(filter(None, [title, *given]))
    filed = f"{' '.join(surname)}, {behind}" if behind else " ".join(surname)
    return f"{filed}, {suffix}" if suffix else filed


def _surname(words: list[str]) -> list[str]:
    """Return the words of the surname: the last word, with the particles before it.

    All words are returned where the name has an *of*, *the* or *and*, or begins with the surname.
    """
    if any(word in ("of", "the", "and") for word in words):
        return words
    if len(words) == 2 and _surname_first(*words):
        return words
    start = len(words) - 1
    while start > 1 and honorifics.particle(words[start - 1]):
        start -= 1
    return words[start:]


def _surname_first(first: str, second: str) -> bool:
    """Return whether two words are a name with the surname first, as in Hungary: *Kovács Anna*."""
    return lexicon.surname(first) and not lexicon.given(first) and lexicon.given(second) is not None


_FILED: Final[Mapping[Filing, Callable[[str], str]]] = {
    "personal": _personal,
    "geographic": _geographic,
    "as written": lambda name: name,
}
"""The function that returns what a name is filed under."""

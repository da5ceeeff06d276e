"""What a name has beside the bare name: titles before or after it, particles in it, suffixes.

>>> [t.word for t in split("Herr Doktor von Faber")[0]], split("Herr Doktor von Faber")[1]
(['herr', 'doktor'], 'von Faber')
>>> title("Mrs.").gender
'f'
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from anthology.names import lexicon

Gender = Literal["m", "f"]
Sort = Literal["honorific", "rank", "kin"]
"""The sorts of title: *Mrs.*, *Captain*, *Aunt*."""

PARTICLES = frozenset(
    "de du des del della dello dei degli delle di da do dos das d' e y i la le les lo los las l' "
    "van von der den dem ten ter te ’t 't vom zu zum zur auf af av al el ul ad an as ar "
    "bin ibn bint ben bat abu abd umm ap ab mac mc o' ó ní nic ua ka ya".split()
)
"""Words in a surname that are often in lower case, and that are never a name by themselves."""

EPITHETS = frozenset("old young little big great poor dear".split())
"""Words before a name that are neither a title nor part of the name: *Old Anna*."""

SUFFIXES = frozenset("jr jnr sr snr junior senior ii iii iv esq md phd dds qc kc mp".split())
"""Words after a name that distinguish two persons of that name: *Samuel Pike Jr.*"""

_STATIONS = (
    frozenset("miss mademoiselle mlle señorita senorita signorina fräulein fraulein frl".split()),
    frozenset("mrs missus madame mme frau señora senora signora mevrouw fru senhora".split()),
    frozenset("lady countess baroness duchess viscountess princess queen empress".split()),
)
"""Titles of unmarried women, of wives and of noblewomen: nobody is of two stations."""

_RANKS = frozenset(
    "private corporal sergeant lieutenant captain major colonel general brigadier marshal admiral "
    "commodore ensign midshipman bosun constable inspector superintendent commissioner sheriff "
    "deputy judge bishop pope cardinal abbess".split()
)
"""Ranks and offices that nobody has two of."""

ALSO_GIVEN = frozenset("dean dom don duke earl king prince rani".split())
"""Titles that are also given names: *Don Pedro* has a title, *Don Draper* has none."""

NOBLE = frozenset(
    "earl duke duchess marquis marquess marchioness countess count baron baroness viscount "
    "viscountess prince princess elector margrave landgrave".split()
)
"""Titles that, with the place they are of, name somebody: *the Earl of Carricksteed*. A king is
not named by his kingdom."""


@dataclass(frozen=True, slots=True)
class Title:
    """A word that stands beside a name: ``Mrs.``, ``monsieur``, ``Captain``, ``Tante``."""

    word: str
    """The word in lower case, without a full stop."""
    means: str
    """The word that it is another spelling of (``captain`` for ``cap'n``), or the word itself."""
    sort: Sort
    gender: Gender | None = None
    """Gender of the person with the title; None where the word does not show it (``Doctor``)."""
    after: bool = False
    """Whether it stands after the name (``Ayşe Hanım``)."""
    small: bool = False
    """Whether it is commonly in lower case before a name (``monsieur Lefevre``)."""


@lru_cache(maxsize=lexicon.KEPT)
def title(word: str) -> Title | None:
    """Return the title that ``word`` is before a name, in upper or lower case, or None.

    Source: ``data/titles.tsv``. ``Saint`` is not a title, because it is part of names of places.
    """
    return _titles()["before"].get(_plain(word))


@lru_cache(maxsize=lexicon.KEPT)
def title_after(word: str) -> Title | None:
    """Return the title that ``word`` is after a name, or None: ``Hanım``, ``sensei``.

    A title that is usually joined to the name with a hyphen counts only in lower case: *Mori san*,
    but not *Jackie Chan*.
    """
    return _titles()["after"].get(_plain(word)) or (
        _titles()["joined"].get(word) if word.islower() else None
    )


@lru_cache(maxsize=lexicon.KEPT)
def particle(word: str) -> bool:
    """Return whether a word is a particle of names: ``van``, ``de``, ``al-``."""
    return word.casefold().replace("’", "'").rstrip("-") in PARTICLES


@lru_cache(maxsize=lexicon.KEPT)
def suffix(word: str) -> bool:
    """Return whether a word is a suffix of names: ``Jr.``, ``III``."""
    return _plain(word).strip(",") in SUFFIXES


@lru_cache(maxsize=lexicon.KEPT)
def split(name: str) -> tuple[tuple[Title, ...], str]:
    """Return the titles of a name, in order, and the bare name: ``Dr. Ana Ruiz`` has ``Ana Ruiz``.

    The bare name is empty if there are only titles (``Inspector``, ``Lady Mother``).
    """
    words = name.split()
    front: list[Title] = []
    while words and (found := title(words[0])):
        if found.word in ALSO_GIVEN and len(words) > 1 and not lexicon.given(words[1]):
            break
        if found.word in NOBLE and words[1:2] == ["of"]:
            break
        front.append(found)
        del words[0]
    back: list[Title] = []
    while len(words) > 1 and (found := title_after(words[-1])):
        back.insert(0, found)
        del words[-1]
    joined = re.fullmatch(r"(\w+)-(\w+)", words[0]) if len(words) == 1 else None
    if joined and (found := title_after(joined[2].lower())):
        # Titles joined to the name: Kenji-san, Gandhi-ji.
        back.insert(0, found)
        words = [joined[1]]
    return (*front, *back), " ".join(words)


def agree(one: Collection[Title], other: Collection[Title]) -> bool:
    """Return whether one person can have all these titles: no *Mrs.* is *Mr.* or *Miss*."""
    words, others = {t.word for t in one}, {t.word for t in other}
    told = {t.gender for t in (*one, *other) if t.gender}
    stations = [n for n, station in enumerate(_STATIONS) if (words | others) & station]
    ranks, ranks_of_other = words & _RANKS, others & _RANKS
    apart = ranks and ranks_of_other and ranks.isdisjoint(ranks_of_other)
    return len(told) < 2 and len(stations) < 2 and not apart


def _plain(word: str) -> str:
    """Return a word as the tables have it: in lower case, without a full stop at its end."""
    return word.casefold().replace("’", "'").rstrip(".")


@cache
def _titles() -> dict[str, dict[str, Title]]:
    """Return the titles by their place (``before``, ``after`` or ``joined``) and their word."""
    found: dict[str, dict[str, Title]] = {}
    for line in lexicon.lines("titles.tsv"):
        sort, gender, where, words = line.split("\t")
        for word in words.split():
            bare, _, other = word.rstrip("*").partition("=")
            found.setdefault(where, {})[bare] = Title(
                bare,
                other or bare,
                cast(Sort, sort),
                None if gender == "-" else cast(Gender, gender),
                after=where != "before",
                small=word.endswith("*"),
            )
    return found

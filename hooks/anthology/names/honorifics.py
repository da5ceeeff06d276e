"""What stands around a bare name: titles before and after it, particles inside it, suffixes.

>>> [t.word for t in split("Herr Doktor von Faber")[0]], split("Herr Doktor von Faber")[1]
(['herr', 'doktor'], 'von Faber')
>>> title("Mrs.").gender
'f'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from anthology.names import lexicon

Gender = Literal["m", "f"]
Sort = Literal["honorific", "rank", "kin"]

PARTICLES = frozenset(
    "de du des del della dello dei degli delle di da do dos das d' e y i la le les lo los las l' "
    "van von der den dem ten ter te ’t 't vom zu zum zur auf af av al el ul ad an as ar "
    "bin ibn bint ben bat abu abd umm ap ab mac mc o' ó ní nic ua ka ya".split()
)
"""Words inside a surname that are often written small and never name anybody by themselves."""

EPITHETS = frozenset("old young little big great poor dear".split())
"""Words before a name that are no title and no part of it: Old Anna."""

SUFFIXES = frozenset("jr jnr sr snr junior senior ii iii iv esq md phd dds qc kc mp".split())
"""Words behind a name that tell it from another's."""

ALSO_GIVEN = frozenset("dean dom don duke earl king major prince rani".split())
"""Titles that are given names as well: Don Pedro has a title, Don Draper has none."""


@dataclass(frozen=True, slots=True)
class Title:
    """A word that stands beside a name: ``Mrs.``, ``monsieur``, ``Captain``, ``Tante``."""

    word: str
    """In lower case, without its full stop."""
    sort: Sort
    gender: Gender | None = None
    """Whom it is said of; None where the word does not tell (``Doctor``)."""
    after: bool = False
    """Whether it stands behind the name (``Ayşe Hanım``)."""
    small: bool = False
    """Whether it is commonly written small before a name (``monsieur Lefevre``)."""


def title(word: str) -> Title | None:
    """The title that a single word is when it stands before a name, whatever its case; else None.

    Source: ``data/titles.tsv``. ``Saint`` is none, since it is part of the names of places.
    """
    return _titles()["before"].get(_plain(word))


def title_after(word: str) -> Title | None:
    """The title that a single word is when it stands behind a name: ``Hanım``, ``sensei``.

    Those that are joined to a name are meant only if they are small: Mori san, but Jackie Chan.
    """
    return _titles()["after"].get(_plain(word)) or (
        _titles()["joined"].get(word) if word.islower() else None
    )


def particle(word: str) -> bool:
    """Whether a word is a name particle: ``van``, ``de``, ``al-``."""
    return word.casefold().replace("’", "'").rstrip("-") in PARTICLES


def suffix(word: str) -> bool:
    """Whether a word is a suffix behind a name: ``Jr.``, ``III``."""
    return _plain(word).strip(",") in SUFFIXES


def split(name: str) -> tuple[tuple[Title, ...], str]:
    """The titles of a name in its order, and what is left: ``Dr. Ana Ruiz`` -> (Dr,), ``Ana Ruiz``.

    Nothing is left of a bare title (``Inspector``, ``Lady Mother``).
    """
    words = name.split()
    front: list[Title] = []
    while words and (found := title(words[0])):
        if found.word in ALSO_GIVEN and len(words) > 1 and not lexicon.given(words[1]):
            break
        front.append(found)
        del words[0]
    back: list[Title] = []
    while len(words) > 1 and (found := title_after(words[-1])):
        back.insert(0, found)
        del words[-1]
    joined = re.fullmatch(r"(\w+)-(\w+)", words[0]) if len(words) == 1 else None
    if joined and (found := title_after(joined[2].lower())):
        # Kenji-san, Gandhi-ji: written as one word.
        back.insert(0, found)
        words = [joined[1]]
    return (*front, *back), " ".join(words)


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").rstrip(".")


@cache
def _titles() -> dict[str, dict[str, Title]]:
    """The titles by where they stand: before a name, after it or joined to it."""
    found: dict[str, dict[str, Title]] = {}
    for line in lexicon.lines("titles.tsv"):
        sort, gender, where, words = line.split("\t")
        for word in words.split():
            bare = word.rstrip("*")
            found.setdefault(where, {})[bare] = Title(
                bare,
                cast(Sort, sort),
                None if gender == "-" else cast(Gender, gender),
                after=where != "before",
                small=word != bare,
            )
    return found

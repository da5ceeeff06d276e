"""Hypocorisms: which short and pet forms a given name is known to have.

>>> akin("Beppe", "Giuseppe"), akin("Sasha", "Alexander"), akin("Anna", "Maria")
(True, True, False)
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from anthology.names import lexicon

_ENDINGS = (
    *("y", "ie", "ey", "ito", "ita", "ino", "ina", "inho", "inha", "chen", "lein", "li", "ka"),
    *("ko", "ek", "ik", "je", "tje", "ke", "ette", "ou", "enka", "ochka", "echka", "ushka"),
    *("anka", "chka", "ulya", "ya", "sha", "cho"),
)

_LAST_VOWEL = re.compile(r"(?<=\w\w)(?:ie|ey|y|i)$")
_SHORTEST = 3
"""Letters of the shortest stem that says which name it is of."""


def pet_form(short: str, full: str) -> bool:
    """Whether ``short`` is a common pet form of ``full``: Beppe, of Giuseppe.

    Source: ``data/nicknames.tsv``.
    """
    return not _short(short).isdisjoint(_full(full))


def akin(one: str, other: str) -> bool:
    """Whether one of two given names is a pet form of the other, or both are of a third."""
    only_short = _key(one) != _key(other) and not (_full(one) or _full(other))
    both_short = only_short and not _short(one).isdisjoint(_short(other))
    return both_short or pet_form(one, other) or pet_form(other, one)


def diminutive(short: str, full: str) -> bool:
    """Whether ``short`` looks like a pet form that a story made of ``full``: Kett, of Ketterly.

    It has to begin as the full name does, and to be no given name of its own.
    """
    if lexicon.given(short) or lexicon.plain(short) == lexicon.plain(full):
        return False
    return not _stems(short).isdisjoint(_beginnings(full))


@lru_cache(maxsize=4096)
def marks(name: str) -> frozenset[str | int]:
    """What a given name shares with every name that is kin or a diminutive of it, and vice versa.

    To look for relatives among many names without comparing each with each.
    """
    return _short(name) | _full(name) | _stems(name) | _beginnings(name)


def _stems(name: str) -> frozenset[str]:
    """A name as it is, and without each ending that makes pet forms."""
    plain = lexicon.plain(name)
    stems = {plain, *(plain.removesuffix(e) for e in _ENDINGS if plain.endswith(e))}
    return frozenset(stem for stem in stems if len(stem) >= _SHORTEST)


def _beginnings(name: str) -> frozenset[str]:
    plain = lexicon.plain(name)
    return frozenset(plain[:n] for n in range(_SHORTEST, len(plain) + 1))


def _short(name: str) -> frozenset[int]:
    return _lines()[1].get(_key(name), frozenset())


def _full(name: str) -> frozenset[int]:
    return _lines()[0].get(_key(name), frozenset())


@lru_cache(maxsize=65536)
def _key(name: str) -> str:
    """A name as it is compared: Ferdi, Ferdy and Ferdie are spellings of one."""
    return _LAST_VOWEL.sub("i", lexicon.plain(name))


@cache
def _lines() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """For each given name, and for each pet form, the lines of the list that have it."""
    columns: tuple[defaultdict[str, set[int]], ...] = (defaultdict(set), defaultdict(set))
    for number, line in enumerate(lexicon.lines("nicknames.tsv")):
        for column, names in zip(columns, line.split("\t"), strict=True):
            for name in names.split():
                column[_key(name)].add(number)
    full, short = ({name: frozenset(ns) for name, ns in column.items()} for column in columns)
    return full, short

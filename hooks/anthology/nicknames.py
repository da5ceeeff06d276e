"""Hypocorisms: which short and pet forms a given name is known to have.

>>> akin("Beppe", "Giuseppe"), akin("Sasha", "Alexander"), akin("Anna", "Maria")
(True, True, False)
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from anthology import lexicon

_ENDINGS = (
    *("y", "ie", "ey", "ito", "ita", "ino", "ina", "inho", "inha", "chen", "lein", "li", "ka"),
    *("ko", "ek", "ik", "je", "tje", "ke", "ette", "ou", "enka", "ochka", "echka", "ushka"),
    *("anka", "chka", "ulya", "ya", "sha", "cho"),
)


def pet_form(short: str, full: str) -> bool:
    """Whether ``short`` is a common pet form of ``full``: Beppe, of Giuseppe.

    Source: ``data/nicknames.tsv``.
    """
    return not _short(short).isdisjoint(_full(full))


def akin(one: str, other: str) -> bool:
    """Whether one of two given names is a pet form of the other, or both are of a third."""
    only_short = one != other and not (_full(one) or _full(other))
    both_short = only_short and not _short(one).isdisjoint(_short(other))
    return both_short or pet_form(one, other) or pet_form(other, one)


def diminutive(short: str, full: str) -> bool:
    """Whether ``short`` looks like a pet form that a story made of ``full``: Kett, of Ketterly.

    It has to begin as the full name does, and to be no given name of its own.
    """
    if lexicon.given(short):
        return False
    short, full = lexicon.plain(short), lexicon.plain(full)
    stems = [short, *(short.removesuffix(e) for e in _ENDINGS if short.endswith(e))]
    return short != full and any(len(stem) >= 3 and full.startswith(stem) for stem in stems)


def families(name: str) -> frozenset[int]:
    """Numbers of the groups of names that a given name belongs to; kin share one."""
    return _short(name) | _full(name)


def _short(name: str) -> frozenset[int]:
    return _lines()[1].get(lexicon.plain(name), frozenset())


def _full(name: str) -> frozenset[int]:
    return _lines()[0].get(lexicon.plain(name), frozenset())


@cache
def _lines() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """For each given name, and for each pet form, the lines of the list that have it."""
    columns: tuple[defaultdict[str, set[int]], ...] = (defaultdict(set), defaultdict(set))
    for number, line in enumerate(lexicon.lines("nicknames.tsv")):
        for column, names in zip(columns, line.split("\t"), strict=True):
            for name in names.split():
                column[lexicon.plain(name)].add(number)
    full, short = ({name: frozenset(ns) for name, ns in column.items()} for column in columns)
    return full, short

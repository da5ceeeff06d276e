"""Pet forms and other short forms of given names.

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
    *("anka", "chka", "ulya", "ya", "sha", "cho", "shka", "ashka", "usha", "yusha", "utka"),
)
"""Endings that make pet forms: *Ketty*, *Janek*."""

_LAST_VOWEL = re.compile(r"(?<=\w\w)(?:ie|ey|y|i)$", re.MULTILINE)
"""The vowel at the end of *Ferdi*, *Ferdy* and *Ferdie*."""
_SHORTEST = 3
"""Fewest letters of a stem that shows which name it comes from."""


def pet_form(short: str, full: str) -> bool:
    """Return whether ``short`` is a common pet form of ``full``, as *Beppe* is of *Giuseppe*.

    Source: ``data/nicknames.tsv``.
    """
    return not _short(short).isdisjoint(_full(full))


def akin(one: str, other: str) -> bool:
    """Return whether one name is a pet form of the other, or both are pet forms of a third name."""
    only_short = _key(one) != _key(other) and not (_full(one) or _full(other))
    both_short = only_short and not _short(one).isdisjoint(_short(other))
    return both_short or pet_form(one, other) or pet_form(other, one)


def diminutive(short: str, full: str) -> bool:
    """Return whether ``short`` looks like a pet form that a story made from ``full``.

    An example is *Kett* from *Ketterly*. The short name has to begin like the full name, and must
    not be a known given name itself.
    """
    return not lexicon.given(short) and begins(short, full)


def begins(short: str, full: str) -> bool:
    """Return whether ``short`` begins like ``full``, but for the ending of a pet form.

    *Toby* begins like *Tobermory*. A name that has pet forms itself has no such ending.
    """
    plain = lexicon.plain(short)
    if plain == lexicon.plain(full):
        return False
    if _full(short):
        return not _full(full) and plain in _beginnings(full)
    return not _stems(short).isdisjoint(_beginnings(full))


def lengthened(long: str, name: str) -> bool:
    """Return whether ``long`` is ``name`` with the ending of a pet form: *Maudie* of *Maud*."""
    plain = lexicon.plain(name)
    return lexicon.plain(long) != plain and plain in _stems(long)


@lru_cache(maxsize=4096)
def marks(name: str) -> frozenset[str | int]:
    """Return the marks of a given name; every related name has at least one of them as well.

    Related are names that ``akin`` or ``diminutive`` says are. The marks serve to look for them
    among many names without comparing every name to every other.
    """
    return _short(name) | _full(name) | _stems(name) | _beginnings(name)


@lru_cache(maxsize=4096)
def _stems(name: str) -> frozenset[str]:
    """Return a name as it is, and without each ending of a pet form that it has.

    A consonant that the ending doubles is also there once: *Pug* of *Puggy*.
    """
    plain = lexicon.plain(name)
    stems = {plain, *(plain.removesuffix(e) for e in _ENDINGS if plain.endswith(e))}
    stems |= {stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]}
    return frozenset(stem for stem in stems if len(stem) >= _SHORTEST)


@lru_cache(maxsize=4096)
def _beginnings(name: str) -> frozenset[str]:
    """Return the first letters of a name, from three of them up to the whole name."""
    plain = lexicon.plain(name)
    return frozenset(plain[:n] for n in range(_SHORTEST, len(plain) + 1))


@lru_cache(maxsize=4096)
def _short(name: str) -> frozenset[int]:
    """Return the numbers of the lines in the list that have ``name`` as a pet form.

    A pet form may have been made from one of these: *Mashutka* from *Masha*.
    """
    found = _lines()[1].get(_key(name), frozenset())
    if found or _full(name):
        return found
    stems = _stems(name) - {lexicon.plain(name)}
    return frozenset().union(*(_lines()[1].get(f"{stem}a", frozenset()) for stem in stems))


def _full(name: str) -> frozenset[int]:
    """Return the numbers of the lines in the list that have ``name`` as a given name."""
    return _lines()[0].get(_key(name), frozenset())


@lru_cache(maxsize=65536)
def _key(name: str) -> str:
    """Return the key by which names are compared: Ferdi, Ferdy and Ferdie have the same."""
    return _LAST_VOWEL.sub("i", lexicon.plain(name))


@cache
def _lines() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """Return the numbers of the lines in the list by given name, and the same by pet form."""
    listed = lexicon.lines("nicknames.tsv")
    # The keys of all names at once, a name a line, which is faster than name by name.
    names = " ".join(listed).split()
    keys = dict(zip(names, _key("\n".join(names)).split("\n"), strict=True))
    columns: tuple[defaultdict[str, set[int]], ...] = (defaultdict(set), defaultdict(set))
    for number, line in enumerate(listed):
        for column, related in zip(columns, line.split("\t"), strict=True):
            for name in related.split():
                column[keys[name]].add(number)
    full, short = ({name: frozenset(ns) for name, ns in column.items()} for column in columns)
    return full, short

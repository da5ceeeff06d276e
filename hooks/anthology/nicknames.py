"""Hypocorisms: which short and pet forms a given name is known to have.

>>> akin("Beppe", "Giuseppe"), akin("Sasha", "Alexander"), akin("Anna", "Maria")
(True, True, False)
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from anthology import lexicon

_ENDINGS = tuple(
    "y ie ey ito ita ino ina inho inha chen lein li ka ko ek ik je tje ke ette ou enka ochka echka "
    "ushka anka chka ulya ya sha cho chan da bhai ji".split()
)


def pet_form(short: str, full: str) -> bool:
    """Whether ``short`` is a common pet form of ``full``: Beppe, of Giuseppe.

    Source: ``data/nicknames.tsv``.
    """
    shorts, fulls = _lines()
    return bool(shorts[lexicon.plain(short)] & fulls[lexicon.plain(full)])


def akin(one: str, other: str) -> bool:
    """Whether one of two given names is a pet form of the other, or both are of a third."""
    shorts, _ = _lines()
    return (
        pet_form(one, other)
        or pet_form(other, one)
        or bool(one != other and shorts[lexicon.plain(one)] & shorts[lexicon.plain(other)])
    )


def diminutive(short: str, full: str) -> bool:
    """Whether ``short`` looks like a pet form that a story made of ``full``: Kett, of Ketterly.

    It has to begin as the full name does and to be no given name of its own.
    """
    if lexicon.given(short):
        return False
    short, full = lexicon.plain(short), lexicon.plain(full)
    stem = next((short[: -len(e)] for e in _ENDINGS if short.endswith(e) and len(short) > len(e) + 2), short)
    return 3 <= len(stem) and short != full and (full.startswith(short) or full.startswith(stem))


@cache
def _lines() -> tuple[defaultdict[str, set[int]], defaultdict[str, set[int]]]:
    short: defaultdict[str, set[int]] = defaultdict(set)
    full: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lexicon.lines("nicknames.tsv")):
        names, forms = line.split("\t")
        for name in names.split():
            full[lexicon.plain(name)].add(number)
        for form in forms.split():
            short[lexicon.plain(form)].add(number)
    return short, full

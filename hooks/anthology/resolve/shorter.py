"""Shorter: whether one name of a place is another one of the same place, as far as names tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from anthology.names import lexicon

_NATURE = frozenset(
    "lake loch river creek brook mount mountain mountains hill hills island islands isle isles "
    "vale valley forest wood woods cape sea ocean islands desert moor moors plain plains".split()
)
"""Head words that a story can leave out: *the Kamo River*, *the Kamo*."""
_REALMS = frozenset("kingdom empire republic duchy principality planet".split())
"""Head words before *of* that a story can leave out: *the Kingdom of Orr*, *Orr*."""
_PARISHES = frozenset("state province county city town village parish borough barony".split())
"""The same, unless the rest is a known place: the State of New York is not New York."""
_ESTATE = frozenset("park house lodge abbey court grange".split())
"""Head words at the end that a story can leave out, unless the rest is a known place:
*Netherfield Park*, *Netherfield*. A hall or a manor has the name of its village."""
_TRADE = frozenset("café cafe caffè caffe hotel hôtel galerie gallery bar restaurant".split())
"""Head words at the beginning that a story can leave out, unless the rest is a known place."""
_HOUSES = frozenset(
    "hotel hôtel restaurant theatre theater cinema club inn tavern bar café cafe station terminal "
    "terminus spaceport airport".split()
)
"""Head words at the end that a story can leave out where it keeps the article, or where the rest
has several words: *the Savoy Hotel*, *the Savoy*."""
_GROUND = frozenset(
    "land lands region range heights mountains hills country coast islands peninsula parish "
    "province district territory system".split()
)
"""Words in lower case that make the name of a place longer: the *Balkan lands*."""
_SPELT = {
    "st": "saint",
    "ste": "sainte",
    "mt": "mount",
    "ft": "fort",
    "western": "west",
    "eastern": "east",
    "northern": "north",
    "southern": "south",
}
"""Words that are compared as others: *St.*, *Western Australia*."""
_SMALL = frozenset("of the de du la le di del".split())
"""Words in a name that are not compared."""
_ENDING = re.compile(r"(?<=\w{4})(?:ns|n|s)$")
"""What a land and its adjective differ in: *Himalayas*, *Himalayan*; *Balkans*, *Balkan*."""


_Words = tuple[str, ...]


@lru_cache(maxsize=lexicon.KEPT)
def words(name: str) -> _Words:
    """Return the words of a name as they are compared: St. equals Saint, Mt. equals Mount."""
    plain = lexicon.plain(name).replace("’", "'").removesuffix("'s")
    return tuple(_SPELT.get(w, w) for w in plain.replace("-", " ").replace(".", "").split())


def keys(name: str) -> set[str]:
    """Return keys of whatever the place ``name`` could be called; see ``key``."""
    parts = words(name)
    rest = tuple(word for word in parts if word not in _SMALL)
    shorter = (parts, rest[1:], rest[:-1], rest[:1], rest[-1:], (_initials(parts),))
    return {*(" ".join(each) for each in shorter), _land_key(name)}


def key(name: str) -> tuple[str, str]:
    """Return keys of ``name``, one of which a fuller name of the place has as well."""
    return " ".join(words(name)), _land_key(name)


def _land_key(name: str) -> str:
    """Return the key of a land, which its adjective shares: *Balkans* and *Balkan lands*."""
    return "land " + " ".join(_land(name))


def shortened(full: str, short: str, *, article: bool) -> bool:
    """Return whether ``short`` can be the name of the place ``full`` with something left out.

    ``article`` says that an article stands before every mention of ``short``.
    """
    whole, part = words(full), words(short)
    if whole == part or _land(full) == _land(short):
        return True
    rest = tuple(word for word in whole if word not in _SMALL)
    if len(rest) < 2 or len(part) >= len(whole):
        return False
    if len(part) == 1 and part[0] in (_initials(whole), _head(rest, full)):
        return True
    known = lexicon.place(short) is not None
    return _without_first(rest, part, known=known) or _without_last(
        rest, part, known=known, article=article
    )


def _land(name: str) -> tuple[str, ...]:
    """Return the words of a land without what an adjective and a word for land add."""
    *first, last = words(name) or ("",)
    if first and last in _GROUND and name.rsplit(maxsplit=1)[-1].islower():
        *first, last = first
    return (*first, _ENDING.sub("", last))


def _initials(parts: Sequence[str]) -> str:
    """Return the initials of a name: *us* of *United States*."""
    return "".join(part[0] for part in parts if part not in _SMALL) if len(parts) > 1 else ""


def _head(rest: Sequence[str], full: str) -> str | None:
    """Return the head word that can stand for a whole name, or None: *the Hall*, *the Institute*.

    ``rest`` are the words of the name ``full`` that are compared.
    """
    if " of " in full:
        return rest[0] if lexicon.head_after(rest[0]) else None
    return rest[-1] if lexicon.head_after(rest[-1]) else None


def _without_first(rest: _Words, part: _Words, *, known: bool) -> bool:
    """Return whether ``part`` is a name without its first word; ``known``: it is a known place."""
    head = rest[0]
    if head in _NATURE and part in (rest[1:], (head,)):
        return True
    if part != rest[1:]:
        return False
    return head in _REALMS or (head in _TRADE | _PARISHES and not known)


def _without_last(rest: _Words, part: _Words, *, known: bool, article: bool) -> bool:
    """Return whether ``part`` is a name without its last word.

    ``known`` says that it is a known place, and ``article`` that it has an article.
    """
    if part != rest[:-1]:
        return False
    tail = rest[-1]
    if tail in _NATURE or (tail in _ESTATE and not known):
        return True
    return tail in _HOUSES and (article or (len(part) > 1 and not known))

"""What the name of a place is filed under: *Thames, River*; *Wight, Isle of*; *Hague, The*.

By the Chicago Manual of Style (17th edition, chapter 16), a general word such as *Lake* follows
the name, and so does an English article. The general word stays where it is part of the name of
something else: a town (*Cape Town*), a street (*Mount Street*), a building or an institution
(*Hotel Victoria*, *University of Dijon*), and in other languages (*Rue de Siam*, *La Rochelle*).
Names that begin with *St.* or *Saint* are filed as they are spelled.
"""

from __future__ import annotations

import re
from typing import Final

from anthology.names import lexicon

_GENERAL: Final = frozenset("the mount mt mt. mont lake loch lough river cape".split())
"""First words that the name of a place is not filed under, in lower case."""

_WITH_OF: Final = frozenset(
    "isle isles island islands gulf bay cape mount sea strait straits firth lake lakes river "
    "valley vale peninsula kingdom empire republic state duchy county province principality city "
    "town borough district parish sanjak vilayet".split()
)
"""General words before *of*, in lower case: *Isle of Wight*, *State of New York*."""

_OF: Final = re.compile(r"((?:Grand |United )?(\w+) of(?: the)?) (\w.*)")
"""A general word, *of*, and the name: *Grand Duchy of Baden*, *Lake of the Woods*."""


def filed(name: str) -> str:
    """Return what ``name`` is filed under."""
    if parts := _OF.fullmatch(name):
        general, word, own = parts.groups()
        # A general word in lower case is not part of the name: alley of Heraclides.
        return f"{own}, {general}" if word.islower() or word.lower() in _WITH_OF else name
    first, _, own = name.partition(" ")
    if first == "County" and own.isalpha() and not _is_ordinary(own):
        return f"{own}, {first}"
    if own and first.lower() in _GENERAL and (first.lower() == "the" or not _is_part(name, own)):
        return f"{own}, {first}"
    return name


def _is_part(name: str, own: str) -> bool:
    """Return whether the general word is part of the name: *Cape Town*, *Lake Street*."""
    known = lexicon.place(name)
    is_settled = known is not None and known.kind in ("city", "town", "village", "country")
    return is_settled or lexicon.head_after(own.rpartition(" ")[2]) is not None


def _is_ordinary(word: str) -> bool:
    """Return whether a word is no place and novels write it small: *County Asylum*."""
    small, capital = lexicon.counts(word)
    return small > capital and lexicon.place(word) is None

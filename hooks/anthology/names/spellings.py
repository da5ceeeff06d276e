"""Spellings of one name: as other tongues, dialect, haste or a printer's slip have it.

>>> key("von Gradwitz") == key("Gradwitz"), key("Ivanitch") == key("Ivanovich")
(True, True)
>>> clipped("hal'fax", "halifax"), slip("navagin", "nayagin"), slip("navagin", "navigator")
(True, True, False)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from anthology.names import honorifics, lexicon

_PATRONYMIC = re.compile(r"(?<=\w\w\w)[aeiouy]*(?:[oe]?vit?ch|it?ch|[oe]vna)$")
"""The end of a patronymic, however it is spelt: *-ovitch*, *-yevich*, *-itch*, *-ovna*."""
_DRAWL = re.compile(r"(?:[aeo]r|[au]h)$")
"""An ending that some say like *a*: *Bartner*."""
_JOINED = frozenset("mac mc o ó ní nic ap ab ua ka".split())
"""Particles without which a surname is another one: *Mac Donald*."""
_LINKS = ("of", "the")
"""Words before a byname: Frederick *of* Metzengerstein is Frederick von Metzengerstein."""
_LONG_ENOUGH = 5
"""Fewest letters of a name in which a wrong one is a slip and not another name."""


@lru_cache(maxsize=65536)
def key(chunk: str) -> str:
    """Return the key by which the words of names are compared.

    It has no accents, capitals, full stop or particle, and one ending for a patronymic.
    """
    words = lexicon.plain(chunk).rstrip(".").replace("’", "'").replace("-", " ").split()
    while len(words) > 1 and (words[0] in _LINKS or honorifics.particle(words[0])):
        if words[0] in _JOINED:
            break
        del words[0]
    return _PATRONYMIC.sub(_ending, " ".join(words))


def patronymic(key: str) -> Literal["m", "f"] | None:
    """Return the gender of the patronymic that a key is or ends in, or None."""
    found = _PATRONYMIC.search(key)
    return None if found is None else "m" if found[0].endswith("ch") else "f"


def _ending(found: re.Match[str]) -> str:
    """Return the one ending for the end of a patronymic."""
    return "ich" if found[0].endswith("ch") else "ovna"


def clipped(short: str, full: str) -> bool:
    """Return whether ``short`` is ``full`` with letters left out: at an apostrophe, or in front.

    Both are keys: *hal'fax* of *halifax*, *thenaise* of *athenaise*.
    """
    if "'" in short[1:] and len(short) >= _LONG_ENOUGH:
        head, _, tail = short.rpartition("'")
        return bool(tail) and full.startswith(head) and full.endswith(tail) and full != short
    bare = short.lstrip("'")
    return len(bare) >= _LONG_ENOUGH and full != bare and full[1:] == bare


def drawl(key: str) -> str:
    """Return a key as it is spoken where nobody says an *r* at the end: *bartna* for *bartner*."""
    return _DRAWL.sub("a", key) if len(key) >= _LONG_ENOUGH else key


def slip(one: str, other: str) -> bool:
    """Return whether two keys differ by one letter, by two that changed places, or by a drawl."""
    if min(len(one), len(other)) < _LONG_ENOUGH or one == other:
        return False
    if drawl(one) == drawl(other):
        return True
    return not variants(one).isdisjoint(variants(other)) and _near(one, other)


@lru_cache(maxsize=65536)
def variants(word: str) -> frozenset[str]:
    """Return a key, and what is left of it without one of its letters.

    Words that differ by a slip have one of these in common, which serves to look for them.
    """
    return frozenset((word, *(word[:n] + word[n + 1 :] for n in range(len(word)))))


def _near(one: str, other: str) -> bool:
    """Return whether two words with a variant in common differ by one letter, or by a swap."""
    if len(one) != len(other):
        return True
    apart = [n for n in range(len(one)) if one[n] != other[n]]
    if len(apart) == 2:
        a, b = apart
        return b == a + 1 and one[a] == other[b] and one[b] == other[a]
    return len(apart) == 1

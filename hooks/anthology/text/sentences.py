"""Where sentences end in a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Final

ABBREVIATIONS: Final = frozenset(
    "mr mrs ms mx messrs dr st ste mt ft mme mlle mgr mons sr sra srta fr fru hr prof rev hon col "
    "gen maj capt lt sgt cpl pte insp supt cmdr adm gov sen jr thos wm geo chas jas jos robt edw "
    "etc".split()
)
"""Abbreviations that end in a full stop, in lower case. Short words are not added in general: then
*Ann.* could not end a sentence."""

# Without a repetition at its beginning, because re looks for a set of characters very fast.
_END = re.compile(r"[.!?…][.!?…]*(?:[\"'”’»)\]]|\s»)*(?=\s+(?:[\"'“‘(\[¿¡]|«\s?)*[^\W\d_a-z])")
"""The marks that close a sentence: the ``?”`` of ``“Why?” She ran``."""
_LAST_WORD = re.compile(r"(?:^|[\s\"'“‘(])([^\W\d_]+)\.$")
"""The last word before a full stop: *Mr.*"""
_LONGEST_ABBREVIATION = 8
"""How far before its full stop a word is looked for, in characters."""


@lru_cache(maxsize=64)
def ends(text: str) -> tuple[int, ...]:
    """Return where the sentences of ``text`` end, except the last: the offsets after their marks.

    The results of recent calls are kept, because many names may stand in one long paragraph.
    """
    return tuple(end.end() for end in _END.finditer(text) if not _is_abbreviated(text, end.start()))


def bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence in ``text`` with the span from ``start`` to ``end``.

    If the span extends over several sentences, the bounds enclose all of them.
    """
    stops = ends(text)
    before = bisect_right(stops, start)
    behind = bisect_left(stops, end, before)
    first = stops[before - 1] if before else 0
    last = stops[behind] if behind < len(stops) else len(text)
    while first < start and text[first].isspace():
        first += 1
    return first, last


def _is_abbreviated(text: str, at: int) -> bool:
    """Return whether the mark at ``at`` ends an abbreviation or an initial: ``J. Hart``."""
    if text[at] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, at - _LONGEST_ABBREVIATION), at + 1)
    if not word:
        return False
    return word[1].lower() in ABBREVIATIONS or (len(word[1]) == 1 and word[1].isupper())

"""How a text is set on the page: its punctuation, and the measure of "letter for letter".

Authors type straight quotes or paste curly ones. ``as_set`` says what both look like on the page;
two texts are the same text, in this project, when they are equal under it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable

_ELIDED = frozenset(
    "tis twas twere twill twould tisn twasn em n neath tween gainst twixt cept gator burbs".split()
)
"""Words that open with an apostrophe, where a quotation mark would be wrong."""

_ELIDED_OR_QUOTED = frozenset("cause round bout til till fore ere pon im er e ave ad un".split())
"""The same, but words of their own too: a quotation mark where one closes later."""

_OPENS_AFTER = frozenset(" \t\n\u00a0\u202f([{<-‐‑–—/“‘«‹„‚¡¿*_")
_STRAIGHT = re.compile("[\"']")
_ELLIPSIS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_WORD = re.compile(r"\w+")
_DECADE = re.compile(r"\d0s\b")
_CLOSED = re.compile(r"[^'\n]*[\w.,!?…]'(?!\w)")


def as_set(text: str) -> str:
    """Return ``text`` as the page sets it: curly quotes, ``…``, NFC, white space folded to spaces.

    Dashes are the author's and stay. Setting a text twice changes nothing.
    """
    return punctuate(" ".join(unicodedata.normalize("NFC", text).split()))


def punctuate(text: str) -> str:
    """Return ``text`` with curly quotes and apostrophes and ``…``, and nothing else changed."""
    if "..." in text:
        text = _ELLIPSIS.sub("…", text)
    if '"' not in text and "'" not in text:
        return text
    set_so_far: list[str] = []
    done = 0
    for found in _STRAIGHT.finditer(text):
        at = found.start()
        before = text[at - 1] if at > done else (set_so_far[-1] if set_so_far else "")
        set_so_far.append(text[done:at])
        mark = _double if found[0] == '"' else _single
        set_so_far.append(mark(before, text, at))
        done = at + 1
    set_so_far.append(text[done:])
    return "".join(set_so_far)


def moved(text: str, offset: int) -> int:
    """Return where the code point at ``offset`` of ``text`` stands in ``punctuate(text)``."""
    return mover(text)(offset)


def mover(text: str) -> Callable[[int], int]:
    """Return what says where code points of ``text`` stand in ``punctuate(text)``."""
    ellipses = [found.start() for found in _ELLIPSIS.finditer(text)]

    def to(offset: int) -> int:
        before = bisect_left(ellipses, offset)
        if not before:
            return offset
        # The last one counts as far as it lies before the offset.
        return offset - 2 * (before - 1) - min(2, offset - ellipses[before - 1] - 1)

    return to


def _opens(before: str, text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return (not before or before in _OPENS_AFTER) and bool(after.strip())


def _double(before: str, text: str, at: int) -> str:
    return "“" if _opens(before, text, at) else "”"


def _single(before: str, text: str, at: int) -> str:
    if not _opens(before, text, at) or _DECADE.match(text, at + 1):
        return "’"
    word = _WORD.match(text, at + 1)
    first = word[0].lower() if word else ""
    if first in _ELIDED or (first in _ELIDED_OR_QUOTED and not _CLOSED.match(text, at + 1)):
        return "’"
    return "‘"

"""How the page sets the punctuation of a text, and what "letter for letter" means.

Authors type straight quotation marks or paste curly ones. ``as_set`` returns what both look like on
the page. In this project, two texts are the same text if ``as_set`` returns the same for both.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable

_ELIDED = frozenset(
    "tis twas twere twill twould tisn twasn em n neath tween gainst twixt cept gator burbs".split()
)
"""Words that begin with an apostrophe, where a quotation mark would be wrong: *’tis*."""

_ELIDED_OR_QUOTED = frozenset("cause round bout til till fore ere pon im er e ave ad un".split())
"""The same, but these are also words without an apostrophe: *’round*. If a quotation mark closes
later in the line, the sign before such a word is a quotation mark as well."""

_OPENS_AFTER = frozenset(" \t\n\u00a0\u202f([{<-‐‑–—/“‘«‹„‚¡¿*_")
"""Characters after which a quotation mark opens."""
_STRAIGHT = re.compile("[\"']")
_ELLIPSIS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
"""Exactly three dots."""
_WORD = re.compile(r"\w+")
_DECADE = re.compile(r"\d0s\b")
"""A decade after its apostrophe: the ``90s`` of *the ’90s*."""
_CLOSED = re.compile(r"[^'\n]*[\w.,!?…]'(?!\w)")
"""Text up to a sign that closes a quotation: ``Round here,'``."""


def as_set(text: str) -> str:
    """Return ``text`` as the page sets it: curly quotes, ``…``, NFC, white space folded to spaces.

    Dashes stay as the author wrote them. Setting a text twice changes nothing.
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
    """Return the offset in ``punctuate(text)`` of the code point at ``offset`` in ``text``."""
    return mover(text)(offset)


def mover(text: str) -> Callable[[int], int]:
    """Return a function that takes an offset in ``text`` and returns it in ``punctuate(text)``."""
    ellipses = [found.start() for found in _ELLIPSIS.finditer(text)]

    def to(offset: int) -> int:
        before = bisect_left(ellipses, offset)
        if not before:
            return offset
        # Of the last ellipsis, only the dots before the offset count.
        return offset - 2 * (before - 1) - min(2, offset - ellipses[before - 1] - 1)

    return to


def _opens(before: str, text: str, at: int) -> bool:
    """Return whether a quotation mark at ``at``, after the character ``before``, can open."""
    after = text[at + 1 : at + 2]
    return (not before or before in _OPENS_AFTER) and bool(after.strip())


def _double(before: str, text: str, at: int) -> str:
    """Return the curly sign for the straight double quotation mark at ``at``."""
    return "“" if _opens(before, text, at) else "”"


def _single(before: str, text: str, at: int) -> str:
    """Return the curly sign for the straight apostrophe or single quotation mark at ``at``."""
    if not _opens(before, text, at) or _DECADE.match(text, at + 1):
        return "’"
    word = _WORD.match(text, at + 1)
    first = word[0].lower() if word else ""
    if first in _ELIDED or (first in _ELIDED_OR_QUOTED and not _CLOSED.match(text, at + 1)):
        return "’"
    return "‘"

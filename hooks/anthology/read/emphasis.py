"""Which asterisks and underscores are emphasis: CommonMark's rules 1 to 10, in linear time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Run:
    """Asterisks, or underscores, that stand together, and what their neighbours let them do."""

    character: str
    length: int
    can_open: bool
    can_close: bool
    left: int
    """How many of them are not used up by emphasis, and so are text."""


def run(source: str, start: int, end: int) -> Run:
    """Give the run that stands from ``start`` to ``end`` of ``source``."""
    before, after = _kind(source[start - 1 : start]), _kind(source[end : end + 1])
    # A run leans on the word that it touches; where it touches one on each side, on both.
    leans_right = after != "space" and (after != "point" or before != "letter")
    leans_left = before != "space" and (before != "point" or after != "letter")
    opens, closes = leans_right, leans_left
    if source[start] == "_":
        # Inside a word an underscore is part of it.
        opens = leans_right and (not leans_left or before == "point")
        closes = leans_left and (not leans_right or after == "point")
    return Run(source[start], end - start, opens, closes, left=end - start)


def _kind(character: str) -> str:
    if not character.strip():
        return "space"
    return "point" if unicodedata.category(character)[0] in "PS" else "letter"


def pairs(runs: Sequence[Run]) -> Iterator[tuple[int, int, int]]:
    """Give which of ``runs`` opens and which closes, and with how many characters: 1 or 2.

    The inner pairs come before those around them.
    """
    open_: list[int] = []
    """Indexes of the runs that something may yet close."""
    hopeless: dict[tuple[str, bool, int], int] = {}
    """How many of the open runs are known not to suit a closer of such a kind: none of them is
    asked twice, or a long text of lone asterisks would take for ever."""
    for last, closer in enumerate(runs):
        kind = (closer.character, closer.can_open, closer.length % 3)
        while closer.can_close and closer.left:
            floor = hopeless.get(kind, 0)
            at = next(
                (i for i in range(len(open_) - 1, floor - 1, -1) if _suits(runs[open_[i]], closer)),
                None,
            )
            if at is None:
                hopeless[kind] = len(open_)
                break
            first = open_[at]
            used = 2 if min(runs[first].left, closer.left) >= 2 else 1
            yield first, last, used
            runs[first].left -= used
            closer.left -= used
            # What stands between the two has found nothing to close it, and cannot any more.
            del open_[at + (runs[first].left > 0) :]
            hopeless = {key: min(known, len(open_)) for key, known in hopeless.items()}
        if closer.can_open and closer.left:
            open_.append(last)


def _suits(opener: Run, closer: Run) -> bool:
    if opener.character != closer.character:
        return False
    both_ways = opener.can_close or closer.can_open
    return not (both_ways and closer.length % 3 and (opener.length + closer.length) % 3 == 0)

"""Names that differ by an accent or one letter, found without comparing every two names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from anthology.text.address import folded

_SHORTEST = 5
"""Fewest letters of two names that are likelier to differ by a slip than to be different names."""
_T = TypeVar("_T")


def alike(things: Iterable[_T], spelling: Callable[[_T], str]) -> Iterator[tuple[_T, _T]]:
    """Yield pairs of ``things`` whose spellings differ by a slip: an accent or one letter.

    If more than two things are alike in the same way, each is compared to the next one only.
    """
    by_trace: dict[str, list[_T]] = defaultdict(list)
    for thing in things:
        plain = folded(spelling(thing))
        for trace in _traces(plain):
            by_trace[trace].append(thing)
    seen: set[tuple[int, int]] = set()
    for bearers in by_trace.values():
        for one, other in pairwise(bearers):
            pair = id(one), id(other)
            if pair in seen or spelling(one) == spelling(other):
                continue
            seen.add(pair)
            if _near(folded(spelling(one)), folded(spelling(other))):
                yield one, other


def _traces(text: str) -> list[str]:
    """Return ``text``, and if it is long enough, also without one of its letters but the first."""
    letters = range(1, len(text)) if len(text) >= _SHORTEST else ()
    return list(dict.fromkeys([text, *(text[:n] + text[n + 1 :] for n in letters)]))


def _near(one: str, other: str) -> bool:
    """Return whether two spellings differ by one letter at most, which is not the first.

    Spellings with a digit, and short ones, must be equal.
    """
    if one == other:
        return True
    if any(c.isdigit() for c in one + other) or len(one) < _SHORTEST or len(other) < _SHORTEST:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return bool(start) and (a[1:] == b or b[1:] == a or a[1:] == b[1:])

"""Spans of names and marks in a paragraph: no two overlap only in part, as HTML tags must not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from anthology.model import Mark

Named = TypeVar("Named")


def nested(
    names: Sequence[tuple[int, int, Named]], marks: Sequence[Mark]
) -> list[tuple[int, int, Named | Mark]]:
    """Return the spans of ``names`` and ``marks``, outer before inner, as start, end and content.

    No two spans overlap only in part. A name becomes a link, and a link or a picture of the author
    cannot contain another link; so a name that overlaps one of these is left out. A mark that
    overlaps a name only in part is cut at the edge of the name. ``names`` and ``marks`` must be in
    order, and no two names may overlap.
    """
    closed: list[Mark] = []
    for mark in marks:
        if mark.kind in ("link", "image") and (not closed or closed[-1].end <= mark.start):
            closed.append(mark)
    starts = [mark.start for mark in closed]

    def is_free(start: int, end: int) -> bool:
        before = bisect_left(starts, end)
        return not before or closed[before - 1].end <= start

    free = [name for name in names if is_free(name[0], name[1])]
    edges = [name[0] for name in free]
    spans: list[tuple[int, int, Named | Mark]] = [*free]
    for mark in marks:
        spans += ((start, end, mark) for start, end in _cut(mark, free, edges))
    # Sorting keeps the order of marks that span the same words.
    return sorted(spans, key=lambda span: (span[0], -span[1]))


def _cut(
    mark: Mark, names: Sequence[tuple[int, int, object]], starts: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Return the start and the end of each part of ``mark``, cut at the edges of names."""
    cuts = [mark.start, mark.end]
    # Only a name that begins before an end of the mark can contain this end.
    for place in (mark.start, mark.end):
        before = bisect_left(starts, place)
        if before:
            start, end, _ = names[before - 1]
            crosses = start < mark.start < end < mark.end or mark.start < start < mark.end < end
            if crosses:
                cuts.append(end if start < mark.start else start)
    return ((start, end) for start, end in pairwise(sorted(cuts)) if start < end)

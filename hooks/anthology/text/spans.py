"""Names and marks on one paragraph, each inside another or apart from it, as tags must be."""

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
    """Return the spans of ``names`` and ``marks``, outer before inner, none crossing another.

    A link holds no link, and a picture none either: there the author's word stands, and a name
    that touches it is left out. An emphasis that begins or ends within a name is cut at its edge.
    The ``names`` are apart from one another, and both are in order.
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
    """Return ``mark`` in the parts that cross no edge of a name."""
    cuts = [mark.start, mark.end]
    # Only the name that an end of the mark falls into can be crossed, and has to begin before it.
    for place in (mark.start, mark.end):
        before = bisect_left(starts, place)
        if before:
            start, end, _ = names[before - 1]
            crosses = start < mark.start < end < mark.end or mark.start < start < mark.end < end
            if crosses:
                cuts.append(end if start < mark.start else start)
    return ((start, end) for start, end in pairwise(sorted(cuts)) if start < end)

"""nest: names and marks on one paragraph come out one inside another or apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology.model import Mark, MarkKind
from anthology.text.spans import nested


@st.composite
def _apart(draw: st.DrawFn) -> list[tuple[int, int, str]]:
    edges = sorted(draw(st.sets(st.integers(0, 30), max_size=8)))
    return [(start, end, "name") for start, end in zip(edges[::2], edges[1::2], strict=False)]


@st.composite
def _marks(draw: st.DrawFn, start: int = 0, end: int = 30, within: str = "") -> list[Mark]:
    """Return marks as an author can write them: each inside another or apart from it."""
    found: list[Mark] = []
    while start < end and draw(st.booleans()):
        first = draw(st.integers(start, end - 1))
        last = draw(st.integers(first + 1, end))
        kinds: list[MarkKind] = ["em", "strong"] if "link" in within else ["em", "strong", "link"]
        kind = draw(st.sampled_from(kinds))
        found.append(Mark(0, first, last, kind))
        if len(within) < 12:
            found += draw(_marks(first, last, within + kind))
        start = last
    return found


@given(_apart(), _marks())
def test_none_crosses_another_and_nothing_is_lost(
    names: list[tuple[int, int, str]], marks: list[Mark]
) -> None:
    spans = nested(names, marks)
    for outer, inner in combinations(spans, 2):
        assert inner[0] >= outer[1] or (outer[0] <= inner[0] and inner[1] <= outer[1])
    for mark in marks:
        covered = {at for start, end, what in spans if what is mark for at in range(start, end)}
        assert covered == set(range(mark.start, mark.end))
        if mark.kind == "link":
            assert (mark.start, mark.end, mark) in spans, "one link became two"
    links = [mark for mark in marks if mark.kind == "link"]
    kept = [span for span in spans if span[2] == "name"]
    free = [name for name in names if not any(m.start < name[1] and name[0] < m.end for m in links)]
    assert kept == free


@pytest.mark.parametrize(
    ("mark", "cut"),
    [
        ((0, 20), [(0, 20)]),
        ((6, 8), [(6, 8)]),
        ((5, 10), [(5, 10)]),
        ((0, 7), [(0, 5), (5, 7)]),
        ((7, 20), [(7, 10), (10, 20)]),
        ((0, 5), [(0, 5)]),
        ((10, 20), [(10, 20)]),
        ((7, 26), [(7, 10), (10, 25), (25, 26)]),
    ],
)
def test_an_emphasis_is_cut_only_where_it_crosses_a_name(
    mark: tuple[int, int], cut: list[tuple[int, int]]
) -> None:
    spans = nested([(5, 10, "one"), (25, 30, "two")], [Mark(0, *mark, "em")])
    assert [(start, end) for start, end, what in spans if isinstance(what, Mark)] == cut

"""presence: how the cues of all mentions are pooled and weighed."""

from __future__ import annotations

import pytest

from anthology.resolve import presence


def test_a_cue_counts_by_the_share_of_mentions_that_show_it() -> None:
    assert presence.pooled([["a"], ["a", "b"]]) == {"a": 1, "b": 0.5}
    assert presence.pooled([["a"], ["b"]], least=0.5) == {"a": 0.75, "b": 0.75}


def test_weights_are_summed_and_unknown_cues_say_nothing() -> None:
    assert presence.score({"a": 1, "b": 0.5, "c": 1}, {"a": 1, "b": -3}) == -0.5


@pytest.mark.parametrize(
    ("count", "cue"),
    [(1, "named once"), (2, "named 2 times or more"), (40, "named 9 times or more")],
)
def test_how_often_a_name_stands_is_a_cue(count: int, cue: str) -> None:
    assert presence.often(count) == cue


@pytest.mark.parametrize("label", ["character", "location"])
def test_the_project_has_weights_for_persons_and_places(label: str) -> None:
    assert (
        presence.weights(label)["named once"] < 0 < presence.weights(label)["named 5 times or more"]
    )

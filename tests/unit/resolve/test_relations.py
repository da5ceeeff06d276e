"""relations: where a story happens, and which places are only spoken of."""

from __future__ import annotations

import pytest

from support.marked import resolved


@pytest.mark.parametrize(
    "text",
    [
        "He stepped out into the bustling streets of {Montmartre}.",
        "She had come to start anew in the city of {Paris}.",
        "{Lagos} was still asleep.",
        "They walked home along the {Tiber}.",
        '"So this is {Florence}," she said.',
    ],
)
def test_where_the_story_happens_is_its_setting(text: str) -> None:
    assert [p.relation for p in resolved(text).locations] == ["setting"]


@pytest.mark.parametrize(
    "text",
    [
        "In {Rome} she opened the letter from {Vienna}.",
        "In {Rome} she thought of the girl from {Vienna}.",
        "In {Rome} she looked at a painting of {Vienna}.",
        "In {Rome} she met a man born in {Vienna}.",
        'In {Rome} she said: "I have never seen {Vienna}."',
    ],
)
def test_a_place_that_is_only_spoken_of_is_mentioned(text: str) -> None:
    assert {p.name: p.relation for p in resolved(text).locations} == {
        "Rome": "setting",
        "Vienna": "mentioned",
    }

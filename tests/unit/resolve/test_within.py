"""within: which place lies in which."""

from __future__ import annotations

import pytest

from support.marked import resolved


def lands(text: str) -> dict[str, str | None]:
    return {place.name: place.within for place in resolved(text).locations}


def test_a_place_lies_where_the_text_says() -> None:
    assert lands("She waited at the {Red Lion Inn} in {Oxford}.")["Red Lion Inn"] == "Oxford"


@pytest.mark.parametrize("place", ["Whitby", "Kent", "Durham"])
def test_a_place_of_which_there_may_be_many_lies_nowhere_that_the_text_does_not_say(
    place: str,
) -> None:
    assert lands(f"They walked through {{{place}}}.") == {place: None}


def test_the_lists_are_believed_of_a_quarter_and_where_the_story_names_a_neighbour() -> None:
    assert lands("They strolled through {Montmartre}.")["Montmartre"] == "Paris"
    assert lands("They went from {Kent} to {Sussex}.")["Kent"] == "England"


def test_what_a_setting_lies_in_is_a_setting_as_well() -> None:
    story = resolved(
        "He sat at the counter of the {Café Lumière}, in {Graz}. He talked of nothing."
    )
    assert {p.name: p.relation for p in story.locations} == {
        "Café Lumière": "setting",
        "Graz": "setting",
    }

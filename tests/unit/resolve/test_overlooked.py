"""overlooked: bare names that recognition left out, beside a fuller form of them."""

from __future__ import annotations

import pytest

from support.marked import resolved


def test_a_bare_name_that_was_overlooked_goes_to_the_fuller_form() -> None:
    story = resolved("[Mr. Villars] wrote to [Anna Holm]. She had never met Villars. Anna wept.")
    assert {c.name: c.aliases for c in story.characters} == {
        "Mr. Villars": ("Villars",),
        "Anna Holm": ("Anna",),
    }


def test_a_pet_form_by_which_somebody_is_addressed_is_found() -> None:
    story = resolved('[Ketterly Voss] held it. "Go on, Kett. You have never seen it," he said.')
    assert [c.aliases for c in story.characters] == [("Kett",)]


@pytest.mark.parametrize(
    "text",
    [
        "[Will Teague] rose. Will you sit?",
        "[Sunday Okafor] sewed until Sunday came.",
        "[Anna London] had never seen London.",
        "[Amos Prewitt] hated the Prewitt brothers.",
        "[Amos Prewitt] drank at Prewitt House.",
    ],
)
def test_a_word_a_day_a_town_or_another_name_is_not_overlooked(text: str) -> None:
    [character] = resolved(text).characters
    assert len(character.mentions) == 1

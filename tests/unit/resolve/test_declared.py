"""declared: names that the text itself says are one person's."""

from __future__ import annotations

import pytest

from support.marked import cast, resolved


@pytest.mark.parametrize(
    "text",
    [
        "[Ján Horvát], whom everyone called [Janko the Bear], came in.",
        "[Ján Horvát], known to the whole street as [Medved], came in.",
        "[Ján Horvát], or rather [Medved], came in.",
        "[Ján Horvát]—or [Medved], as we all called him—came in.",
        "[Ján Horvát], who was christened [Medved], came in.",
        "[Ján Horvát], alias [Medved], came in.",
        "They spoke of [Ján Horvát] as [Medved].",
        "[Medved] was really [Ján Horvát].",
        "[Medved], or, as it stood in his passport, [Ján Horvát], came in.",
        "[Mr. Horvát]’s name was [Ján].",
        "[Ján Horvát], who had been born [Medved], came in.",
        "[José Peña], whom only the priest called by that name, was [Pepe] to the police.",
        "[Ján Horvát]—[Medved] to his friends—came in.",
        "[Ján] “[Medved]” Horvát came in.",
        "[Ján Horvát] was the strongest of us. Everybody called him [Medved].",
    ],
)
def test_a_name_that_the_text_declares_is_an_alias(text: str) -> None:
    assert len(cast(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[Anna] called [Maria] over.",
        "[Anna] was [Venus] that night.",
        "[Anna] came as [Venus] to the ball.",
        "[Father Blaž] christened [Maria] in June.",
        "Was it [Anna], or [Maria]?",
        "[Anna] was [Maria]'s sister.",
        "[Anna] went by [Maria] without a word.",
        "[Marjory], who was old, called her [Button].",
        "[Anna] saw a girl so slow that the others called her [Snail].",
        "[Anna] (and [Maria]) came.",
    ],
)
def test_a_name_that_is_only_near_another_is_no_alias(text: str) -> None:
    assert len(cast(text)) == 2


def test_a_declared_epithet_is_found_even_if_it_was_not_recognised() -> None:
    story = resolved(
        "[Gladys Purkiss] was stern, and the whole school called her the Admiral.\n\n"
        '"Sit," said the Admiral. An Admiral of the fleet hung on the wall.'
    )
    [gladys] = story.characters
    assert gladys.aliases == ("Admiral",)
    assert [(m.paragraph, m.name) for m in gladys.mentions[1:]] == [(0, "Admiral"), (1, "Admiral")]


def test_what_is_a_place_is_no_epithet() -> None:
    story = resolved("[Ada] slept in the house that everyone called {Rome}, and went by {Rome}.")
    assert [c.aliases for c in story.characters] == [()]

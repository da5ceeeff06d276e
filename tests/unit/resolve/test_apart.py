"""apart: names that the text tells apart are never one person's."""

from __future__ import annotations

import pytest

from support.marked import cast


def test_two_brothers_are_two() -> None:
    text = "[Ike Prewitt] and [Amos Prewitt] rode in. [Ike] spat. [Amos] did not."
    assert cast(text) == {"Ike Prewitt": {"Ike"}, "Amos Prewitt": {"Amos"}}


def test_names_in_a_list_are_not_one_person() -> None:
    text = "[Anna] and [Maria Kovács] came. [Maria] sang."
    assert cast(text) == {"Maria Kovács": {"Maria"}, "Anna": set()}


@pytest.mark.parametrize(
    "text",
    [
        "[Emeka Okafor] drove. [Chief Okafor] was [Emeka]'s father.",
        "[Emeka Okafor] drove. [Emeka]'s father, [Chief Okafor], slept.",
        "[Emeka Okafor] drove and his uncle, [Chief Okafor], slept.",
        "[Emeka Okafor] drove. [Emeka], only son of the late [Chief Okafor], wept.",
        "[Emeka Okafor] was the nephew of [Chief Okafor].",
    ],
)
def test_relatives_of_one_surname_are_two(text: str) -> None:
    assert {"Emeka Okafor", "Chief Okafor"} <= set(cast(text))


def test_a_married_name_that_the_text_explains_does_not_go_to_another_of_the_family() -> None:
    text = (
        "[Baroness von Trautenau], who was born [Therese Mandl], was deaf. "
        "[Clara von Trautenau] danced."
    )
    assert cast(text) == {
        "Therese Mandl": {"Baroness von Trautenau"},
        "Clara von Trautenau": set(),
    }


def test_a_fuller_name_that_explains_a_name_is_no_neighbour_in_a_list() -> None:
    text = "It was [Mademoiselle Duval], [Claire Duval], a great belle. [Claire] sang."
    assert set(cast(text)) == {"Claire Duval"}

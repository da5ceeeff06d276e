"""places: which names are one place's, and what kind of place it is."""

from __future__ import annotations

import pytest

from support.marked import atlas, resolved


def test_a_place_and_the_place_without_its_head_word_are_one() -> None:
    assert atlas("She cycled along the {Kamo River}. The {Kamo} was low.") == {
        "Kamo River": {"Kamo"}
    }
    assert atlas("At the {Café Lumière} he sat. The {Lumière} was full.") == {
        "Café Lumière": {"Lumière"}
    }


def test_a_street_or_a_gaol_is_not_the_town_that_it_is_called_after() -> None:
    assert len(atlas("In {Cardiff Gaol} he thought of {Cardiff}.")) == 2
    assert len(atlas("{Oxford Street} was far from {Oxford}.")) == 2


def test_saint_may_be_shortened() -> None:
    assert len(atlas("She came to {Saint Albans}. She left {St. Albans}.")) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met in {Lisbon}.", "city"),
        ("They met in the {Rue de Siam}.", "street"),
        ("They met on the {Prinsengracht}.", "street"),
        ("They met at the {Café Lumière}.", "shop"),
        ("They met under the {Eiffel Tower}.", "building"),
        ("They met in {France}.", "country"),
        ("They swam across the {Zhelva}.", "river"),
        ("They met in the streets of {Orm}.", "city"),
        ("They met at {Orm}.", "unknown"),
        ("They met on the {Bridge of Sighs}, over the water.", "building"),
        ("They flew to the planet of {Orm}.", "region"),
    ],
)
def test_the_kind_of_a_place_is_told_by_list_head_word_or_what_is_said_of_it(
    text: str, kind: str
) -> None:
    assert [p.kind for p in resolved(text).locations] == [kind]


@pytest.mark.parametrize("word", ["La", "of", "St.", "The", "’s", "-", "."])
def test_a_place_of_a_bare_particle_breaks_nothing(word: str) -> None:
    assert resolved(f"They slept in {{{word}}} and in {{{word} Rochelle}}.").locations

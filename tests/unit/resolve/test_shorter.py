"""shorter: which names of places can be one place's."""

from __future__ import annotations

import pytest

from support.marked import atlas


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She came to {Aswarby Hall}. In the {Hall} it was dark.", "Aswarby Hall"),
        ("The {Institute of Physics} shut. She left the {Institute}.", "Institute of Physics"),
        ("The {Savoy Hotel} was full. They dined at the {Savoy}.", "Savoy Hotel"),
        ("{Long Acre Station} was shut. She left {Long Acre}.", "Long Acre Station"),
        ("The {Kingdom of Orr} was small. He left {Orr}.", "Kingdom of Orr"),
        ("They left {West Australia}. {Western Australia} was hot.", "West Australia"),
        ("The {United States} were far. He was in the {U.S.} again.", "United States"),
        ("The {U.S.S.R.} was far. He left the {USSR}.", "U.S.S.R."),
        ("In {Himalayan heights} it is cold. The {Himalayas} are high.", "Himalayas"),
        ("The {Balkan lands} are far. He fought in the {Balkans}.", "Balkans"),
        ("They ate at {Bredin’s}. {Bredin} was full.", "Bredin’s"),
    ],
)
def test_a_short_form_joins_the_place_that_it_shortens(text: str, name: str) -> None:
    assert list(atlas(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "{Aswarby Hall} and {Anningley Hall} were dark. In the {Hall} he slept.",
        "{Westfield Hall} was dark. {Westfield} lay in the valley.",
        "The {Savoy Hotel} was full. He came from {Savoy}.",
        "The {State of New York} is large. {New York} is a city.",
        "{Oxford Street} was far. He went to {Oxford}.",
        "{North Street} was far. He went to {South Street}.",
        "{Marne} was far. He went to {Marnes Castle}.",
    ],
)
def test_what_could_be_another_place_stays_another(text: str) -> None:
    assert not any(aliases for aliases in atlas(text).values())

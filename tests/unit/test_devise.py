"""title: a story without a title is called after its person and its place, as cataloguers do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anthology.devise import devise
from anthology.model import PlaceKind, Story
from anthology.text.passages import incipit
from support.making import story


def devised(
    *paragraphs: str, characters: list[str] | None = None, kind: PlaceKind = "city"
) -> Story:
    written = story("a", *paragraphs, characters=characters or [], locations=["Rome"], title=None)
    known = tuple(replace(place, kind=kind) for place in written.locations if place.mentions)
    return devise(replace(written, entities=(*written.characters, *known)))


THREE = "Ann ran. Ann fell. Ann rose."


def test_person_in_place() -> None:
    found = devised(f"In Rome it rained. {THREE}", characters=["Ann"])
    assert (found.title, found.title_source) == ("Ann in Rome", "devised")


def test_a_title_that_is_there_stays() -> None:
    written = story("a", f"In Rome it rained. {THREE}", title="Rain", title_source="text")
    assert devise(written) is written


def test_the_person_is_called_by_the_fullest_form() -> None:
    assert devised(f"Ann Lee came. {THREE}", characters=["Ann Lee|Ann"]).title == "Ann Lee"


def test_two_that_are_named_about_as_often_share_the_title_and_leave_no_room_for_a_place() -> None:
    text = f"In Rome it rained. {'Ann ran. ' * 6}{'Ben ran. ' * 4}"
    assert devised(text, characters=["Ann", "Ben"]).title == "Ann and Ben"


def test_the_second_of_two_need_not_be_named_three_times() -> None:
    text = f"In Rome Ben met Ben. {THREE}"
    assert devised(text, characters=["Ann", "Ben"]).title == "Ann and Ben"


def test_one_who_is_named_less_than_two_thirds_as_often_does_not_share_it() -> None:
    text = f"In Rome it rained. {'Ann ran. ' * 7}{'Ben ran. ' * 4}"
    assert devised(text, characters=["Ann", "Ben"]).title == "Ann in Rome"


def test_somebody_named_twice_is_too_little_to_be_called_after() -> None:
    found = devised("In Rome Ann ran and Ann fell and Ann.", characters=["Ann"])
    assert found.title == "Ann in Rome"
    found = devised("In Rome Ann ran and Ann fell and wept too.", characters=["Ann"])
    assert (found.title, found.title_source) == ("In Rome Ann ran and Ann fell and…", "devised")


def test_somebody_only_spoken_of_is_not_the_person() -> None:
    written = story("a", f"Then it was over. {THREE}", characters=["Ann"], title=None)
    spoken_of = tuple(replace(c, role="mentioned") for c in written.characters)
    found = devise(replace(written, entities=spoken_of))
    assert found.title == "Then it was over. Ann ran. Ann fell…"


@pytest.mark.parametrize(
    "kind", ["river", "country", "building", "street", "region", "shop", "unknown"]
)
def test_only_a_place_that_people_live_in_is_in_the_title(kind: PlaceKind) -> None:
    assert devised(f"Rome. {THREE}", characters=["Ann"], kind=kind).title == "Ann"


@pytest.mark.parametrize("cue", ["the streets of", "the city of", "She lived in"])
def test_a_place_of_unknown_kind_counts_where_the_words_before_it_say_so(cue: str) -> None:
    found = devised(f"{cue} Rome. {THREE}", characters=["Ann"], kind="unknown")
    assert found.title == "Ann in Rome"


def test_a_place_only_spoken_of_is_not_in_the_title() -> None:
    written = story("a", f"Rome! {THREE}", characters=["Ann"], locations=["Rome"], title=None)
    (rome,) = written.locations
    spoken_of = replace(rome, relation="mentioned", kind="city")
    assert devise(replace(written, entities=(*written.characters, spoken_of))).title == "Ann"


def test_a_place_that_comes_after_the_second_paragraph_is_not_in_the_title() -> None:
    for paragraphs, title in (
        ((THREE, "Rome."), "Ann in Rome"),
        ((THREE, "It rained.", "Rome."), "Ann"),
    ):
        assert devised(*paragraphs, characters=["Ann"]).title == title


def test_the_earliest_place_is_in_the_title() -> None:
    written = story("a", f"Bari, then Rome, Rome. {THREE}", characters=["Ann"], title=None)
    other = story("a", *written.paragraphs, locations=["Rome", "Bari"]).locations
    known = tuple(replace(place, kind="city") for place in other)
    assert devise(replace(written, entities=(*written.characters, *known))).title == "Ann in Bari"


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("It rained.", "It rained."),
        ("one two three four five six seven eight", "one two three four five six seven eight"),
        (
            "one two three four five six seven eight, nine",
            "one two three four five six seven eight…",
        ),
        ('"It\'s late," she said.', "“It’s late,” she said."),
    ],
)
def test_the_incipit_is_the_first_eight_words_as_set(text: str, opening: str) -> None:
    assert incipit(story("a", text)) == opening

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
    return alone(replace(written, entities=(*written.characters, *known)))


def alone(written: Story) -> Story:
    """Return a story with its title, in an anthology that has no other story."""
    (told,) = devise([written])
    return told


def titles(*told: Story) -> list[str | None]:
    return [each.title for each in devise(told)]


def untitled(name: str, text: str, *characters: str) -> Story:
    return story(name, text, characters=characters, title=None)


THREE = "Ann ran. Ann fell. Ann rose."


def test_person_in_place() -> None:
    found = devised(f"In Rome it rained. {THREE}", characters=["Ann"])
    assert (found.title, found.title_source) == ("Ann in Rome", "devised")


def test_a_title_that_is_there_stays() -> None:
    written = story("a", f"In Rome it rained. {THREE}", title="Rain", title_source="text")
    assert alone(written) is written


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
    found = alone(replace(written, entities=spoken_of))
    assert found.title == "Then it was over. Ann ran. Ann fell…"


@pytest.mark.parametrize(
    "kind", ["river", "country", "building", "street", "region", "shop", "unknown"]
)
def test_only_a_place_that_people_live_in_is_in_the_title(kind: PlaceKind) -> None:
    assert devised(f"Ann walked in Rome. {THREE}", characters=["Ann"], kind=kind).title == "Ann"


@pytest.mark.parametrize(
    "cue", ["She walked through the streets of", "She was in the city of", "She lived in"]
)
def test_a_place_of_unknown_kind_counts_where_the_words_before_it_say_so(cue: str) -> None:
    found = devised(f"{cue} Rome. {THREE}", characters=["Ann"], kind="unknown")
    assert found.title == "Ann in Rome"


def test_a_place_only_spoken_of_is_not_in_the_title() -> None:
    written = story("a", f"Rome! {THREE}", characters=["Ann"], locations=["Rome"], title=None)
    (rome,) = written.locations
    spoken_of = replace(rome, relation="mentioned", kind="city")
    assert alone(replace(written, entities=(*written.characters, spoken_of))).title == "Ann"


def test_a_place_that_comes_after_the_second_paragraph_is_not_in_the_title() -> None:
    for paragraphs, title in (
        ((THREE, "She was in Rome."), "Ann in Rome"),
        ((THREE, "It rained.", "She was in Rome."), "Ann"),
    ):
        assert devised(*paragraphs, characters=["Ann"]).title == title


def test_the_earliest_place_is_in_the_title() -> None:
    text = f"She sang in Bari. She sang in Rome and in Rome. {THREE}"
    written = story("a", text, characters=["Ann"], title=None)
    other = story("a", *written.paragraphs, locations=["Rome", "Bari"]).locations
    known = tuple(replace(place, kind="city") for place in other)
    assert alone(replace(written, entities=(*written.characters, *known))).title == "Ann in Bari"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann stepped out of her room and into the bustling streets of Rome.",
        "She was fleeing the life she once knew, to start anew in the city of Rome.",
        "In Rome, she was happy.",
        "It was autumn in Rome.",
    ],
)
def test_a_place_is_in_the_title_where_the_person_acts_there(sentence: str) -> None:
    assert devised(f"{sentence} {THREE}", characters=["Ann"]).title == "Ann in Rome"


@pytest.mark.parametrize(
    "sentence",
    [
        "Her sister gave her a view of Rome.",
        "Ann had been in Rome.",
        "Ann met a man who lived in Rome.",
        "Ann stood before a model of the Free Trade Hall in Rome.",
        "Ann wished that she were in Rome.",
        "“She is in Rome,” said her aunt.",
        "She came to Rome’s gate.",
        "The firm sent Ann to Rome.",
        "In Rome the emperor frowned.",
    ],
)
def test_a_place_where_the_person_does_not_act_is_not_in_the_title(sentence: str) -> None:
    assert devised(f"{sentence} {THREE}", characters=["Ann"]).title == "Ann"


@pytest.mark.parametrize("called", ["He", "My God"])
def test_who_is_nobody_is_passed_over(called: str) -> None:
    text = f"{f'{called} ran. ' * 6}{THREE}"
    assert devised(text, characters=[called, "Ann"]).title == "Ann"


@pytest.mark.parametrize("called", ["Marya God", "Dombey & Son", "Rector"])
def test_a_story_whose_hero_has_no_clear_name_is_called_by_its_opening_words(called: str) -> None:
    text = f"It rained, and it rained, and it rained and stopped. {f'{called} ran. ' * 6}{THREE}"
    found = devised(text, characters=[called, "Ann"])
    assert found.title == "It rained, and it rained, and it rained…"


def test_a_name_that_may_be_short_for_another_is_in_no_title() -> None:
    text = f"Somebody knocked. {'Hale ran. ' * 6}John Hale ran."
    found = devised(text, characters=["Hale", "John Hale"])
    assert found.title == "Somebody knocked. Hale ran. Hale ran. Hale ran…"
    text = f"{'Mrs. Hale ran. ' * 6}Mr. Hale ran."
    assert devised(text, characters=["Mrs. Hale", "Mr. Hale"]).title == "Mrs. Hale"


def test_the_second_of_two_with_no_clear_name_is_left_out() -> None:
    text = f"{'Ann ran. ' * 6}{'Rector ran. ' * 5}"
    assert devised(text, characters=["Ann", "Rector"]).title == "Ann"


def test_where_a_hero_recurs_somebody_else_gives_the_title() -> None:
    series = [
        untitled("a", f"{'Holmes ran. ' * 9}{'Ann Lee ran. ' * 3}", "Holmes", "Ann Lee"),
        untitled("b", f"{'Holmes ran. ' * 9}{'Ben Orr ran. ' * 8}", "Holmes", "Ben Orr"),
        untitled("c", f"{'Sherlock Holmes ran. ' * 9}", "Sherlock Holmes"),
    ]
    assert titles(*series) == [
        "Ann Lee",
        "Holmes and Ben Orr",
        "Sherlock Holmes ran. Sherlock Holmes ran. Sherlock Holmes…",
    ]
    assert titles(*series[:2]) == ["Holmes", "Holmes and Ben Orr"]


def test_a_hero_who_recurs_in_full_is_known_by_one_name_as_well() -> None:
    series = [untitled(s, "Holmes ran. " * 3, "Holmes") for s in "abc"]
    last = untitled("d", f"{'John Holmes ran. ' * 5}{THREE}", "John Holmes", "Ann")
    assert titles(*series, last)[3] == "Ann"


def test_of_two_stories_with_one_title_both_are_called_by_their_opening_words() -> None:
    one = untitled("a", f"“It is late,” said a man. {THREE}", "Ann")
    other = untitled("b", f"The rain had stopped, and the sun was out again. {THREE}", "Ann")
    assert titles(one, other) == [
        "“‘It is late,’ said a man. Ann ran…”",
        "“The rain had stopped, and the sun was…”",
    ]


def test_only_a_devised_title_gives_way_to_another() -> None:
    one = untitled("a", f"It rained. {THREE}", "Ann")
    other = story("b", THREE, characters=["Ann"], title="Ann", title_source="text")
    assert titles(one, other) == ["“It rained. Ann ran. Ann fell. Ann rose.”", "Ann"]


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

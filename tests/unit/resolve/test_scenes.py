"""scenes: what the words around a place say of whether something happens there."""

from __future__ import annotations

import pytest

from anthology.resolve import scenes
from anthology.resolve.prose import Prose
from support.marked import marked


def cues(text: str) -> set[str]:
    story, [mention] = marked(text)
    return set(scenes.cues(Prose(story), mention))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("She walked in {Vienna}.", "told: in"),
        ("She ran through old {Vienna}.", "told: through"),
        ("She came from {Vienna}.", "told: from"),
        ("She was a native of {Vienna}.", "told: elsewhere"),
        ("She met the King of {Orr}.", "told: of a title"),
        ("She stood at the counter of {Brasi}.", "told: of a part"),
        ("{Vienna} slept.", "told: subject"),
        ("They saw Graz and {Vienna}.", "told: and"),
        ("They saw Graz, {Vienna}.", "told: after a comma"),
        ('"I was in {Vienna}," he said.', "spoken: in"),
        ('"{Vienna}," he said.', "spoken: subject"),
        ('"Welcome to {Vienna}," he said.', "spoken: here"),
        ("The board said “{Vienna}”.", "on a sign"),
    ],
)
def test_the_words_before_a_place_say_how_it_is_told_of(text: str, cue: str) -> None:
    assert cue in cues(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("She danced in {Vienna}.", "there, somebody acts"),
        ("In {Vienna} she danced.", "there, somebody acts"),
        ("She had danced in {Vienna}.", "there, earlier"),
        ("She would dance in {Vienna}.", "there, thought of"),
        ("We are in {Vienna}.", "there, in the present"),
        ("A light in {Vienna}.", "there, stated"),
        ("{Vienna} slept.", "subject of the past"),
        ("She wore {Vienna} fashions.", "describes a thing"),
        ("She liked {Vienna}’s parks.", "possessive"),
    ],
)
def test_the_verb_says_whether_something_really_happens(text: str, cue: str) -> None:
    assert cue in cues(text)


def test_a_long_tale_that_somebody_tells_counts_as_told() -> None:
    tale = "We sat and waited for the rain to stop, and nobody spoke. " * 8
    assert "told: in" in cues(f"“{tale}Then I slept in {{Vienna}}.”")
    assert "spoken: in" in cues("“Then I slept in {Vienna}.”")


@pytest.mark.parametrize(
    ("found", "opens", "verdict"),
    [
        (["told", "told: in"], False, 2),
        (["told", "told: subject"], False, 1),
        (["told", "told: of"], False, 0),
        (["spoken", "spoken: in"], False, 0),
        (["spoken", "spoken: here"], False, 2),
        (["told", "told: from"], False, -1),
        (["told", "told: in", "told: earlier"], False, -1),
        (["told", "told: in", "told: earlier"], True, 2),
    ],
)
def test_one_mention_is_judged_by_its_cues(found: list[str], opens: bool, verdict: int) -> None:
    assert scenes.verdict(found, opens=opens) == verdict

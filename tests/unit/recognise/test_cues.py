"""cues: what speaks for a name is declared in one place, and what is learned is among it."""

from __future__ import annotations

import pytest

from anthology.recognise import cues
from anthology.recognise.decide import weights
from anthology.recognise.learned import learned
from anthology.recognise.weigh import weighed
from support import making
from support.project import four
from support.stories import HARD


def test_every_weight_that_ships_is_of_a_declared_cue() -> None:
    assert [cue for cue in weights() if not cues.is_declared(cue)] == []


def test_every_cue_that_a_story_shows_is_declared() -> None:
    for name, text in (four() | HARD).items():
        paragraphs = text.decode() if isinstance(text, bytes) else text
        for candidate in weighed(making.story(name, *paragraphs.split("\n\n")), learned()):
            assert [cue for cue in candidate.cues if not cues.is_declared(cue)] == []


@pytest.mark.parametrize(
    "cue",
    ["after “in”", "a known city", "a title: rank", "an unknown name, after “the”", "any name"],
)
def test_a_cue_of_a_family_is_declared_with_it(cue: str) -> None:
    assert cues.is_declared(cue)


@pytest.mark.parametrize(
    "cue", ["posessive", "after in", "a known street corner", "a title: friend", "after “in” x"]
)
def test_what_nobody_declared_is_told_apart(cue: str) -> None:
    assert not cues.is_declared(cue)


def test_a_family_says_what_may_stand_in_its_gaps() -> None:
    family = cues.Family("%s after %s", ("one", "two"), None)
    assert family % ("one", "in") == "one after in"
    assert family.pattern == r"(?:one|two)\ after\ \S*"

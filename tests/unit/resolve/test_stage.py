"""stage: what the words around somebody's name say of whether he or she is there."""

from __future__ import annotations

import pytest

from anthology.resolve import stage
from anthology.resolve.prose import Prose
from support.marked import marked


def cues(text: str) -> set[str]:
    story, [mention] = marked(text)
    return set(stage.cues(Prose(story), mention))


@pytest.mark.parametrize(
    "text",
    [
        "[Ada] opened the door.",
        "“Come in,” said [Ada].",
        "“Come in,” grumbled the [Prince].",
        "There was old [Ada].",
        "He met the cook, [Ada].",
        "“I’m [Ada],” she said.",
        "My dear [Ada],",
    ],
)
def test_whoever_does_something_in_the_narration_is_present(text: str) -> None:
    assert "present" in cues(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“[Ada], put it down.”", "addressed"),
        ("“[Ada],” said he, “put it down.”", "addressed"),
        ("“Good morning, [Ada].”", "addressed"),
        ("His aunt [Ada] was dead.", "told: kin, name"),
        ("She had read the novels of [Ada].", "told: of a work, name"),
        ("She looked like [Ada].", "told: like, name"),
        ("They spoke about [Ada].", "told: about, name"),
        ("He took [Ada]’s hat.", "told: name, possessive"),
        ("“I know that [Ada] would.”", "spoken: name, had or would"),
        ("It was [Ada], and nobody else.", "told: name, comma"),
    ],
)
def test_the_words_around_a_name_say_how_somebody_is_told_of(text: str, cue: str) -> None:
    assert cue in cues(text)


@pytest.mark.parametrize(
    "text",
    ["“I called old [Ada]’s house.”", "“[Ada], she is out.”", "“There is Bob. [Ada]. And Lew.”"],
)
def test_not_every_name_in_a_speech_addresses_somebody(text: str) -> None:
    assert "addressed" not in cues(text)


@pytest.mark.parametrize("text", ["He saw [Ada]’s hat.", "“I know [Ada].”", "His aunt [Ada] died."])
def test_whoever_is_only_spoken_of_is_not_present(text: str) -> None:
    assert "present" not in cues(text)

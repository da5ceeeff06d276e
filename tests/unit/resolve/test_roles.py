"""roles: who takes part in a story, and who is only spoken of."""

from __future__ import annotations

import pytest

from anthology.resolve.prose import Prose
from support.marked import resolved


@pytest.mark.parametrize(
    "text",
    [
        "[Ada] opened the door.",
        'She looked up. "Sit down," said [Ada].',
        '"Good morning, [Ada]," he said.',
        '"I\'m [Ada]," she said.',
        "A girl named [Ada] was there.",
        "Dear [Ada],",
    ],
)
def test_whoever_acts_or_is_met_or_spoken_to_takes_part(text: str) -> None:
    assert [c.role for c in resolved(text).characters] == ["character"]


@pytest.mark.parametrize(
    "speech",
    [
        '"They hung [Silvio] in May," she said.',
        "“They hung [Silvio] in May,” she said.",
        "‘They hung [Silvio]’s coat in May,’ she said.",
        "'They hung [Silvio]'s coat in May,' she said.",
        "«They hung [Silvio] in May,» she said.",
        "— They hung [Silvio] in May, she said.",
    ],
)
def test_speech_is_told_from_narration_however_it_is_marked(speech: str) -> None:
    story = resolved(speech)
    assert Prose(story).spoken(story.characters[0].mentions[0])


@pytest.mark.parametrize(
    "text",
    ["'Tis [Ada] who sings.", "The dogs' friend was [Ada].", "The sign read “[Ada]” in red."],
)
def test_an_apostrophe_opens_no_speech_and_a_sign_is_none(text: str) -> None:
    story = resolved(text)
    assert not Prose(story).spoken(story.characters[0].mentions[0])


@pytest.mark.parametrize(
    "text",
    [
        "Even [Monet] had stayed faithful to his haystacks.",
        "It hung there like a [Hokusai].",
        "She told me about the brother, [Silvio], at length.",
        '"[Caravaggio] would have used a boy from the street," she said.',
        "They had asked for the works of [Pushkin].",
    ],
)
def test_whoever_is_only_spoken_of_is_mentioned(text: str) -> None:
    assert [c.role for c in resolved(text).characters] == ["mentioned"]

"""closed: words that name nobody and no place, whatever is said of them."""

from __future__ import annotations

import pytest

from anthology.recognise import closed, recognise
from support import making


def named(*paragraphs: str) -> set[str]:
    """Return the names that recognition finds."""
    return {m.name for m in recognise(making.story("a.txt", *paragraphs))}


@pytest.mark.parametrize("name", ["He", "And", "Oh", "Oh Lord", "Don’t", "Italian", "Earthlings"])
def test_a_word_of_a_closed_class_names_nobody(name: str) -> None:
    assert closed.names_nothing(name)


@pytest.mark.parametrize("name", ["A.", "Will", "Florence", "Roman Pompey", "Norman", "Chad"])
def test_other_words_may_name_somebody(name: str) -> None:
    assert not closed.names_nothing(name)


def test_a_verb_of_speech_does_not_make_somebody_of_a_pronoun() -> None:
    told = (
        "“You,” said He, and He laughed. The clerk looked at He and wept.",
        "He nodded. He ran.",
    )
    assert named(*told) == set()


def test_a_month_is_somebody_only_where_a_cue_says_so() -> None:
    assert named("It was in June that he came. He left last June, and June was over.") == set()
    assert "June" in named("“It is late,” said June. June took her hat, and June’s hands shook.")


def test_a_date_is_not_a_mention_of_somebody_called_like_the_month() -> None:
    told = "“Come,” said June. June smiled at him. They had met in June, on the 4th June."
    story = making.story("a.txt", told)
    assert [m.start for m in recognise(story) if m.name == "June"] == [13, 19]


def test_a_god_who_is_only_called_upon_is_nobody() -> None:
    assert named("“By Jove!” he cried. “Thank God! God knows, for Christ’s sake, Lord!”") == set()

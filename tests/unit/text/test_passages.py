"""passage: a name is quoted in its sentence, verbatim."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology.model import Mention
from anthology.text.passages import introduction, passages
from support.making import mentions, story
from support.strategies import lines


def quoted(text: str, name: str = "Ann") -> list[str]:
    return [p.text for p in passages(story("a", text), mentions([text], [name], "character"))]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained. Ann ran. It poured.", "Ann ran."),
        ("“Go, Ann!” he said. It rained.", "“Go, Ann!” he said."),
        ('He came. "Ann?" It rained.', '"Ann?"'),
        ("It rained. Dr. Ann Lee ran. It poured.", "Dr. Ann Lee ran."),
        ("It rained… and Ann ran. It poured.", "It rained… and Ann ran."),
        ("At 5 p.m. it hit J. R. Ann and Bo. He ran.", "At 5 p.m. it hit J. R. Ann and Bo."),
        ("It rained! Ann", "Ann"),
        ("He saw Ann. It rained.", "He saw Ann."),
        ("Il pleut. « Ann ! » dit-il. Il partit.", "« Ann ! » dit-il."),
        ("« Ann ! » Il partit.", "« Ann ! »"),
    ],
)
def test_a_passage_is_the_sentence_of_the_name(text: str, sentence: str) -> None:
    assert quoted(text) == [sentence]


def test_a_sentence_that_names_somebody_twice_is_quoted_once() -> None:
    written = story("a", "It rained. Ann saw Ann. Ann ran.")
    first, second = passages(written, mentions(written.paragraphs, ["Ann"], "character"))
    assert (first.text, first.spans) == ("Ann saw Ann.", ((0, 3), (8, 11)))
    assert (second.text, second.spans) == ("Ann ran.", ((0, 3),))


def test_a_very_long_sentence_is_cut_between_words_around_the_name() -> None:
    text = f"{'before ' * 80}Ann{' after' * 80}."
    (found,) = passages(story("a", text), mentions([text], ["Ann"], "character"))
    assert found.cut_before
    assert found.cut_after
    assert len(found.text) <= 320
    assert found.text == text[text.index(found.text) :][: len(found.text)]
    assert set(found.text.split()) == {"before", "Ann", "after"}


@given(st.lists(lines, min_size=1, max_size=4))
def test_a_passage_is_verbatim_and_its_spans_are_the_names(paragraphs: list[str]) -> None:
    named = [
        Mention(number, found.start(), found.end(), found[0], "character")
        for number, paragraph in enumerate(paragraphs)
        for found in re.finditer(r"\w+", paragraph)
    ]
    found = passages(story("a", *paragraphs), named)
    assert sum(len(p.spans) for p in found) == len(named)
    for passage in found:
        assert passage.text in paragraphs[passage.paragraph]
        assert passage.text == passage.text.strip()
        assert all(re.fullmatch(r"\w+", passage.text[start:end]) for start, end in passage.spans)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The owner, a warm-eyed woman named Ann, smiled.", "a warm-eyed woman named Ann"),
        ("He sat with a man in a hat called Ann.", "a man in a hat called Ann"),
        ("She met a man who introduced himself as Ann.", "a man who introduced himself as Ann"),
        ("The bird was called Ann.", None),
        ("They called Ann.", None),
        ("Ann, my wallet is gone.", None),
        ("A man came. He was called Ann.", None),
    ],
)
def test_who_somebody_is_said_to_be_is_quoted_only_where_a_naming_ends_in_the_name(
    text: str, words: str | None
) -> None:
    told = story("a", text)
    found = introduction(told, mentions([text], ["Ann"], "character"))
    assert found == words
    assert found is None or found in text

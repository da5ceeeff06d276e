"""english: patterns of words, made so that they are found fast."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from anthology.text import english

_WORDS = ["he", "his", "himself", "she", "her(?= [a-z])", "names?"]
_PIECES = ["he", "his", "him", "self", "she", "her", "name", "s", " ", "-", "’", "x", "é", "."]


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_words_are_found_where_they_begin_as_by_the_plain_pattern(text: str) -> None:
    plain = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")
    quick = re.compile(english.word(_WORDS) + r"\b")
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]

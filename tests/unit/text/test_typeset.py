"""typeset: punctuation is set once, and setting says what "letter for letter" means.

Each line of ``tests/typeset/NAME.txt`` is set as the same line of ``NAME.set``.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology.text.typeset import as_set, moved, punctuate
from conftest import Golden
from support.strategies import lines

CASES = sorted((Path(__file__).parent / "typeset").glob("*.txt"))

quoted = st.lists(
    st.sampled_from(
        ["'", '"', "...", "..", "…", " ", "a", "tis", "90s", "cause", "—", "(", "é", "’"]
    )
).map("".join)
texts = lines | quoted | st.text()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_line_is_set_as_the_line_beside_it(case: Path, golden: Golden) -> None:
    written = case.read_text("utf-8").splitlines()
    golden(case.with_suffix(".set"), "".join(f"{punctuate(line)}\n" for line in written))


@given(texts)
def test_setting_a_text_twice_changes_nothing(text: str) -> None:
    assert as_set(as_set(text)) == as_set(text)


@given(texts)
def test_nothing_but_quotes_and_ellipses_changes(text: str) -> None:
    def bare(one: str) -> str:
        return re.sub("[‘’]", "'", re.sub("[“”]", '"', one)).replace("...", "…")

    assert bare(punctuate(text)) == bare(text)


@given(texts)
def test_no_straight_quote_is_left(text: str) -> None:
    assert not set("'\"") & set(as_set(text))


@given(texts)
def test_it_gives_nfc_without_a_space_too_many(text: str) -> None:
    assert unicodedata.is_normalized("NFC", as_set(text))
    assert as_set(text) == " ".join(as_set(text).split())


@pytest.mark.parametrize(
    ("typed", "pasted"),
    [
        ('"It\'s late..."', "“It’s late…”"),
        ("Le\u0301a", "Léa"),
        ("one\n two", "one two"),
        ("Oui\u00a0!", "Oui !"),
    ],
)
def test_typed_and_pasted_texts_are_the_same_text(typed: str, pasted: str) -> None:
    assert as_set(typed) == as_set(pasted) == pasted


@pytest.mark.parametrize("dashes", ["a - b", "a -- b", "a – b", "a—b", "a --- b"])
def test_dashes_are_the_authors_and_stay(dashes: str) -> None:
    assert as_set(dashes) == dashes


@given(st.lists(lines, min_size=1))
def test_offsets_follow_a_word_from_the_text_as_written_to_the_text_as_set(
    words: list[str],
) -> None:
    text = " ".join(words)
    for found in re.finditer(r"\w+", text):
        start, end = moved(text, found.start()), moved(text, found.end())
        assert punctuate(text)[start:end] == found[0]

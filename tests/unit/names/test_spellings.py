"""spellings: when two spellings are one name."""

from __future__ import annotations

import pytest

from anthology.names import spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("von Gradwitz", "Gradwitz"),
        ("La Petite", "Petite"),
        ("Célestin", "Celestin"),
        ("Ivanitch", "Ivanovich"),
        ("Andreyitch", "Andreyvitch"),
        ("Nikolaevitch", "Nikolaitch"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert spellings.key(one) == spellings.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mac Donald", "Donald"), ("Ivanovna", "Ivanovitch"), ("Petrova", "Petrovna"), ("Van", "")],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert spellings.key(one) != spellings.key(other)


@pytest.mark.parametrize(
    ("short", "full"),
    [("hal'fax", "halifax"), ("chou'te", "chouchoute"), ("thenaise", "athenaise")],
)
def test_a_name_may_be_clipped(short: str, full: str) -> None:
    assert spellings.clipped(short, full)
    assert not spellings.clipped(full, short)


@pytest.mark.parametrize(
    ("one", "other"),
    [("navagin", "nayagin"), ("petrovna", "ptrovna"), ("joseph", "joesph"), ("bartner", "bartna")],
)
def test_a_slip_is_one_letter_or_a_swap(one: str, other: str) -> None:
    assert spellings.slip(one, other)
    assert spellings.slip(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("anna", "anne"), ("navagin", "navagin"), ("marlowe", "barlows"), ("stoner", "stoned up")],
)
def test_short_names_and_two_letters_are_no_slip(one: str, other: str) -> None:
    assert not spellings.slip(one, other)

"""alike: names that are so alike that they may be one person's."""

from __future__ import annotations

import pytest

from support.marked import cast


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("Tobermory", "Toby"),
        ("Bob", "Bobby"),
        ("Maud", "Maudie"),
        ("Nadyezhda Filippovna", "Nadyusha"),
        ("Aunt Minty", "Aunt Mint"),
        ("Uncle Mortimer", "Unc’ Mort’mer"),
        ("Athénaïse", "Thénaïse"),
        ("Cornelius Appin", "Oppin"),
        ("Lord Doren", "Lord Daren"),
        ("Mr. Bartner", "Mr. Bartna"),
        ("Mariya", "Mashutka"),
        ("Chouchoute", "Chou’te"),
    ],
)
def test_a_name_that_is_pet_form_or_clipped_or_a_slip_is_that_person_s(
    full: str, other: str
) -> None:
    text = f"[{full}] sat down. [{full}] rose. [{full}] left.\n\n“Where is [{other}]?” she asked."
    assert len(cast(text)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jim", "Jake"),
        ("Masha", "Misha"),
        ("Vassily Gagin", "Vassilissa"),
        ("Stepan", "Stefan"),
        ("Captain Foren", "Lord Doren"),
        ("Augustin Rehm", "Augustine"),
        ("Hop Lee", "Hopkins"),
        ("Mannerheim", "Man"),
        ("Molly", "Queen Mary"),
    ],
)
def test_names_that_are_somewhat_alike_are_two_persons_s(one: str, other: str) -> None:
    text = f"[{one}] sat down. [{one}] rose. [{one}] left.\n\n“Where is [{other}]?” she asked."
    assert len(cast(text)) == 2


def test_a_rare_name_in_one_sentence_with_the_other_is_no_slip() -> None:
    text = "[Navagin] sat. [Navagin] rose. [Navagin] left. [Navagin] struck [Nayagin] hard."
    assert set(cast(text)) == {"Navagin", "Nayagin"}


def test_a_pet_form_of_a_pet_form_is_no_rival() -> None:
    text = "[Lizaveta Porfiryevna] sat. [Liza] rose.\n\n“Sit, [Lizanka]!” he said."
    assert cast(text) == {"Lizaveta Porfiryevna": {"Liza", "Lizanka"}}

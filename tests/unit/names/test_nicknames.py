"""Hypocorisms: common ones by a list, those of one story by their look."""

from __future__ import annotations

import pytest

from anthology.names import lexicon, nicknames


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Will", "William"),
        ("Bill", "William"),
        ("Sue", "Susan"),
        ("Beppe", "Giuseppe"),
        ("Sasha", "Alexander"),
        ("Sasha", "Aleksandra"),
        ("Peggy", "Margaret"),
        ("Dunya", "Avdotya"),
        ("Pepe", "José"),
        ("Kazik", "Kazimierz"),
        ("Kasia", "Katarzyna"),
        ("Pisti", "István"),
        ("Chucho", "Jesús"),
    ],
)
def test_common_pet_forms_are_known(short: str, full: str) -> None:
    assert nicknames.pet_form(short, full)
    assert nicknames.akin(full, short)


def test_two_pet_forms_of_one_name_are_akin() -> None:
    assert nicknames.akin("Bill", "Willie")
    assert not nicknames.akin("Anna", "Maria")


def test_endings_that_sound_alike_are_spellings_of_one_pet_form() -> None:
    assert nicknames.pet_form("Ferdi", "Ferdinand")
    assert nicknames.pet_form("Lizzey", "Elizabeth")


def test_two_full_names_are_not_akin_even_if_they_are_one_name_in_two_languages() -> None:
    assert not nicknames.akin("Giovanni", "John")


def test_a_name_that_begins_like_a_fuller_one_and_is_none_itself_is_its_diminutive() -> None:
    assert nicknames.diminutive("Kett", "Ketterly")
    assert nicknames.diminutive("Jezka", "Jezabel")
    assert not nicknames.diminutive("Anna", "Annabel"), "Anna is a name of its own"
    assert not nicknames.diminutive("Ke", "Ketterly"), "two letters are too few"


def test_names_that_may_be_one_share_a_mark() -> None:
    for short, full in (("Bill", "William"), ("Kett", "Ketterly"), ("Bill", "Willie")):
        assert nicknames.marks(short) & nicknames.marks(full)
    assert not nicknames.marks("Anna") & nicknames.marks("Pavel")


def test_every_line_of_the_list_has_given_names_and_pet_forms() -> None:
    for line in lexicon.lines("nicknames.tsv"):
        full, short = line.split("\t")
        assert full.split()
        assert short.split()

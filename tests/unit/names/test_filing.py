"""index: names stand where a reader of indexes looks for them.

Each line of ``filing/NAME.txt`` is filed under the same line of ``NAME.filed``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology import labels
from anthology.model import Name
from anthology.names import honorifics
from anthology.names.filing import filing, index, letters, order
from conftest import Golden
from support.strategies import lines

CASES = Path(__file__).parent / "filing"


def named(name: str, sort: str = "", label: str = "character") -> Name:
    return Name(label, name, name.casefold(), sort, ())


@pytest.mark.parametrize(("case", "label"), [("persons", "character"), ("places", "location")])
def test_each_name_is_filed_as_the_line_beside_it(case: str, label: str, golden: Golden) -> None:
    names = (CASES / f"{case}.txt").read_text("utf-8").splitlines()
    golden(CASES / f"{case}.filed", "".join(f"{filing(name, label)}\n" for name in names))


@given(lines)
def test_filing_loses_no_word_of_a_name_but_a_title(name: str) -> None:
    for label in labels.TABLE:
        filed = Counter(filing(name, label.name).replace(",", " ").split())
        whole = Counter(name.replace(",", " ").split())
        assert filed <= whole
        assert all(honorifics.title(word) for word in whole - filed)


def test_what_has_the_surname_first_stays_where_a_title_in_the_story_shows_it() -> None:
    assert filing("Tanaka Kenji", "character", ["Mr. Tanaka"]) == "Tanaka Kenji"
    assert filing("Tanaka Kenji", "character", ["Tanaka-san", "Kenji"]) == "Tanaka Kenji"
    assert filing("Markham Kenji", "character", ["Mr. Kenji"]) == "Kenji, Markham"


def test_a_title_beside_the_given_name_does_not_make_it_a_surname() -> None:
    assert filing("Billy Doulton", "character", ["Mr. Billy"]) == "Doulton, Billy"


def test_the_index_looks_at_all_forms_of_a_name() -> None:
    (name,) = index([replace(named("Tanaka Kenji"), aliases=("Mr. Tanaka",))])
    assert name.sort == "Tanaka Kenji"


def test_accents_and_case_do_not_part_what_belongs_together() -> None:
    names = [named(x) for x in ("Zola", "Ebel", "Éluard", "ephraim", "O'Hara", "Ohara", "Łuka")]
    found = [name.name for name in index(names)]
    assert found == ["Ebel", "Éluard", "ephraim", "Łuka", "O'Hara", "Ohara", "Zola"]


def test_accents_tell_apart_names_that_are_otherwise_alike() -> None:
    for names in (["Léa", "Lea"], ["Lea", "Léa"]):
        assert [name.name for name in index(map(named, names))] == ["Lea", "Léa"]


def test_what_the_editor_says_a_name_is_filed_under_stays() -> None:
    (name,) = index([named("Ai Weiwei", "Ai, Weiwei")])
    assert name.sort == "Ai, Weiwei"


def test_a_surname_that_is_part_of_another_comes_first() -> None:
    names = [named(x) for x in ("Ann Leeds", "Zoe Lee", "Bo Lee")]
    assert [name.sort for name in index(names)] == ["Lee, Bo", "Lee, Zoe", "Leeds, Ann"]


def test_names_stand_under_the_letter_they_are_filed_under() -> None:
    names = index([named(x) for x in ("Éluard", "Eve", "Zoe", "7 of 9", "Анна")])
    found = [(letter, [name.name for name in group]) for letter, group in letters(names)]
    assert found == [("0–9", ["7 of 9"]), ("A", ["Анна"]), ("E", ["Éluard", "Eve"]), ("Z", ["Zoe"])]


@given(st.lists(lines.map(named)))
def test_every_name_stands_under_one_letter_in_order(names: list[Name]) -> None:
    filed = index(names)
    groups = letters(filed)
    assert len({letter for letter, _ in groups}) == len(groups)
    assert [name for _, group in groups for name in group] == sorted(
        (name for _, group in groups for name in group),
        key=lambda name: [letter for letter, _ in groups].index(_letter(groups, name)),
    )
    assert sorted(map(id, filed)) == sorted(id(n) for _, group in groups for n in group)


def _letter(groups: list[tuple[str, list[Name]]], name: Name) -> str:
    return next(letter for letter, group in groups if any(each is name for each in group))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Roux, Léa", "roux lea"),
        ("O’Hara", "ohara"),
        ("D'Arc--Jean", "darc jean"),
        ("ŁÓDŹ", "lodz"),
    ],
)
def test_the_order_is_of_letters_and_digits(text: str, key: str) -> None:
    assert order(text) == key

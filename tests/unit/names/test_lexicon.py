"""Lexicon: what every reader knows, loaded once and in no time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from anthology.names import lexicon

DATA = Path(lexicon.__file__).parent / "data"


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Sophie", "f"), ("Léon", "m"), ("Alejandro", "m"), ("Máire", "f"), ("Kettle", None)],
)
def test_a_given_name_has_a_gender(name: str, gender: str | None) -> None:
    assert lexicon.given(name) == gender


def test_a_pet_form_is_a_given_name_too() -> None:
    assert lexicon.given("Aggie") == "f"


def test_a_surname_is_known() -> None:
    assert lexicon.surname("Ivanov")
    assert not lexicon.surname("Gallery")


def test_a_place_is_known_with_its_kind_and_what_it_lies_in() -> None:
    assert lexicon.place("Montmartre") == ("Montmartre", "district", "Paris", 2)
    assert lexicon.place("Nowhere-on-Sea") is None


def test_a_place_is_found_without_its_accents() -> None:
    found = lexicon.place("Dusseldorf")
    assert found
    assert found.kind == "city"


def test_many_words_are_made_plain_together_as_each_alone() -> None:
    words = ["Élodie", "Nguyễn", "ΣΟΦΟΣ", "Şükrü", "Anna"]
    assert lexicon.plain("\n".join(words)).split("\n") == [lexicon.plain(w) for w in words]


def test_a_place_in_several_lists_is_what_the_most_exact_one_says() -> None:
    assert lexicon.place("Derwent") == ("Derwent", "river", None, 2)
    assert lexicon.place("Paris") == ("Paris", "city", "France", 3)


def test_novels_write_hope_small_and_sophie_never() -> None:
    lower, capital = lexicon.counts("Hope")
    assert lower > 10 * capital
    assert lexicon.counts("sophie")[0] == 0


@pytest.mark.parametrize(
    ("word", "what"),
    [("Parisian", "nation"), ("Tuesday", "time"), ("Tuesdays", "time"), ("Table", None)],
)
def test_a_capitalised_word_may_be_known_for_something_else(word: str, what: str | None) -> None:
    assert lexicon.other(word) == what


def test_head_words_make_places_of_names() -> None:
    assert lexicon.head_before("Rue") == "street"
    assert lexicon.head_after("Bridge") == "building"
    assert lexicon.head_ending("Prinsengracht") == "street"
    assert lexicon.head_ending("Sophie") is None


def test_endings_tell_places_from_persons() -> None:
    assert lexicon.ending("Wolfenbury") > 0 > lexicon.ending("Karlovich")


def test_all_data_together_stay_below_a_megabyte() -> None:
    assert sum(file.stat().st_size for file in DATA.iterdir()) < 1_000_000


def test_all_lists_load_in_a_fifth_of_a_second() -> None:
    # In a fresh interpreter, since here they are loaded already; processor time, since other
    # tests may run beside this one.
    code = (
        "import time; from anthology.names import lexicon; start = time.process_time();"
        "lexicon.given('É'); lexicon.surname('x'); lexicon.place('x'); lexicon.other('x');"
        "lexicon.counts('x'); lexicon.famous('x'); lexicon.ending('abcdef');"
        "lexicon.head_after('x'); lexicon.signs(); print(time.process_time() - start)"
    )
    hooks = str(Path(lexicon.__file__).parents[2])
    took = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        env={"PYTHONPATH": hooks, "PYTHONUTF8": "1"},
    ).stdout
    assert float(took) < 0.2


def test_every_data_file_says_in_its_head_where_it_comes_from() -> None:
    for file in DATA.iterdir():
        if file.suffix in (".txt", ".tsv"):
            assert file.read_text(encoding="utf-8").startswith("# "), file.name


def test_every_data_file_is_named_in_the_readme() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    assert [f.name for f in DATA.iterdir() if f.name not in readme and f.name != "README.md"] == []

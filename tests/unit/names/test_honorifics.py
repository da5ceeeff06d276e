"""Titles, particles and suffixes: what stands around a bare name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology.names import honorifics


@pytest.mark.parametrize(
    ("word", "gender", "sort"),
    [
        ("Mrs.", "f", "honorific"),
        ("monsieur", "m", "honorific"),
        ("Señora", "f", "honorific"),
        ("Herr", "m", "honorific"),
        ("Mevrouw", "f", "honorific"),
        ("Pani", "f", "honorific"),
        ("Dr.", None, "rank"),
        ("Inspector", None, "rank"),
        ("Father", "m", "rank"),
        ("Lady", "f", "honorific"),
        ("Tante", "f", "kin"),
        ("UNCLE", "m", "kin"),
        ("Cousin", None, "kin"),
    ],
)
def test_a_title_is_known_in_any_case_with_its_gender_and_sort(
    word: str, gender: str | None, sort: str
) -> None:
    found = honorifics.title(word)
    assert found is not None
    assert (found.gender, found.sort) == (gender, sort)


@pytest.mark.parametrize("word", ["Saint", "St.", "Anna", "the", "", "."])
def test_what_belongs_to_names_of_places_or_to_none_is_no_title(word: str) -> None:
    assert honorifics.title(word) is None


@pytest.mark.parametrize(
    ("word", "means"),
    [("Cap’n", "captain"), ("Cunnel", "colonel"), ("Mme", "madame"), ("Mista", "mr")],
)
def test_a_title_as_speech_or_haste_spells_it_means_the_title(word: str, means: str) -> None:
    found = honorifics.title(word)
    assert found is not None
    assert found.means == means


def test_titles_that_are_written_small_before_a_name_are_marked() -> None:
    found = map(honorifics.title, ("monsieur", "don", "señora", "tía", "captain", "mrs"))
    assert [t.word for t in found if t and t.small] == ["monsieur", "don", "señora", "tía"]


@pytest.mark.parametrize(
    ("name", "words", "bare"),
    [
        ("Mrs. Bennet", ["mrs"], "Bennet"),
        ("Herr Doktor von Faber", ["herr", "doktor"], "von Faber"),
        ("Ayşe Hanım", ["hanım"], "Ayşe"),
        ("Kenji-san", ["san"], "Kenji"),
        ("Solène Kerbrat", [], "Solène Kerbrat"),
        ("Jean-Luc", [], "Jean-Luc"),
        ("Inspector", ["inspector"], ""),
        ("Lady Mother", ["lady", "mother"], ""),
        ("Don Pedro", ["don"], "Pedro"),
        ("Don Draper", [], "Don Draper"),
        ("Jackie Chan", [], "Jackie Chan"),
        ("Mori sensei", ["sensei"], "Mori"),
    ],
)
def test_a_name_is_split_into_its_titles_and_the_bare_name(
    name: str, words: list[str], bare: str
) -> None:
    found, rest = honorifics.split(name)
    assert ([t.word for t in found], rest) == (words, bare)


@pytest.mark.parametrize("word", ["de", "van", "von", "al-", "d'", "d’", "bin"])
def test_particles_are_known(word: str) -> None:
    assert honorifics.particle(word)


@pytest.mark.parametrize("word", ["Jr.", "III", "Esq."])
def test_suffixes_are_known(word: str) -> None:
    assert honorifics.suffix(word)


@given(st.text())
def test_splitting_never_loses_a_word_of_the_bare_name(text: str) -> None:
    found, bare = honorifics.split(text)
    assert len(found) + len(bare.split()) >= len(text.split())
    assert all(word in text for word in bare.split())


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        ("Dr. Ruiz", "Mrs. Ruiz", True),
        ("Mrs. Ruiz", "Señora Ruiz", True),
        ("Mr. Ruiz", "Mrs. Ruiz", False),
        ("Miss Ruiz", "Mrs. Ruiz", False),
        ("Captain Ruiz", "Colonel Ruiz", False),
        ("Ruiz", "Colonel Ruiz", True),
    ],
)
def test_some_titles_are_never_one_persons(one: str, other: str, agreed: bool) -> None:
    titles = [honorifics.split(name)[0] for name in (one, other)]
    assert honorifics.agree(*titles) is agreed

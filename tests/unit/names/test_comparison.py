"""comparison: which names are full."""

from __future__ import annotations

import pytest

from anthology.names.comparison import is_full


@pytest.mark.parametrize("name", ["Ann Lee", "Mr. Abel Fitch", "Ivan Petrovitch Burkin"])
def test_a_given_name_and_a_surname_are_a_full_name(name: str) -> None:
    assert is_full(name)


@pytest.mark.parametrize(
    "name", ["Ann", "Mr. Fitch", "Ivan Petrovitch", "Pavel Ivanitch", "Olga Nikolaevna"]
)
def test_a_given_name_with_a_title_or_a_patronymic_is_none(name: str) -> None:
    assert not is_full(name)

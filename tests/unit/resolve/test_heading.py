"""heading: by which of a person's forms the entry is headed."""

from __future__ import annotations

import pytest

from support.marked import resolved


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        ("[Sergeant Pichon] wrote. [Pichon] read.", "Sergeant Pichon"),
        ("[Queen Isaura] wept. [Isaura] slept. [Isaura] woke.", "Isaura"),
        ("[Inspector Solène Kerbrat] knelt. [Solène Kerbrat] rose.", "Solène Kerbrat"),
        ("[Miss Paulette] sang. [Paulette] sat.", "Paulette"),
        ("[Captain Franco] sang. [Franco] sat. [Franco] ate.", "Captain Franco"),
        ("" + "[Ozème] sat. " * 5 + "[Mista Ozème] sang.", "Ozème"),
        ("[Ma’me Duplan] sang. [Madame Duplan] sat.", "Madame Duplan"),
        ("[Uncle Ben] sang. [Ben] sat.", "Uncle Ben"),
        ("[Orhan Bey] sang. [Orhan] sat.", "Orhan Bey"),
        ("[Tobermory] sang. [Tobermory] sat. “[Toby]!” he said.", "Tobermory"),
        ("[Pug] sang. [Pug] sat. “[Puggy]!” he said.", "Pug"),
        ("[Bill Oakes] drew. [Bill] slept. [Sheriff William Oakes] sat.", "Sheriff William Oakes"),
        ("[Kate] sat. " * 40 + "She was christened [Katharine]. [Katharine] slept.", "Kate"),
        ("[Eva] sang. [Eva] sat. [Eva of the golden hair] rose.", "Eva"),
        ("[Ed Loyce] sat. [Ed Loyce] ate. It was [Edward C. Loyce].", "Edward C. Loyce"),
    ],
)
def test_the_fullest_form_by_which_the_story_knows_somebody_is_the_heading(
    forms: str, name: str
) -> None:
    assert resolved(forms).characters[0].name == name

"""address: slugs anybody can type, ids that stay, and no two pages at one place."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology.text import address

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
HEX = "ffa6864c1bcd727b"

texts = st.text() | st.text("AaéŒ-'. 0", max_size=200)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Léa Roux", "lea-roux"),
        ("Œuvre", "oeuvre"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Đặng", "dang"),
        ("Søren Ærø", "soren-aero"),
        ("Анна", "anna"),
        ("Don't, O’Brien!", "dont-obrien"),
        ("a#b?c%20", "a-b-c-20"),
        ("../../etc/passwd", "etc-passwd"),
        ("with space\nand more", "with-space-and-more"),
        ("", "untitled"),
        ("…", "untitled"),
    ],
)
def test_a_slug_is_what_people_would_type(text: str, slug: str) -> None:
    assert address.slug(text) == slug


@given(texts)
def test_any_text_has_a_slug_in_ascii_not_empty_and_not_long(text: str) -> None:
    slug = address.slug(text)
    assert SLUG.fullmatch(slug)
    assert len(slug) <= 80


@given(texts)
def test_a_name_has_one_slug_whoever_typed_its_accents(text: str) -> None:
    nfd, nfc = unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)
    if all(unicodedata.name(c, "").startswith(("LATIN", "COMBINING")) for c in nfd):
        assert address.slug(nfd) == address.slug(nfc)


@given(st.lists(texts.map(address.slug) | st.sampled_from(sorted(address.RESERVED))))
def test_no_two_pages_are_at_one_address_and_none_at_a_reserved_one(wanted: list[str]) -> None:
    given_ = address.unique(wanted)
    assert len(given_) == len(wanted)
    assert len(set(given_)) == len(given_)
    assert not set(given_) & address.RESERVED
    assert all(SLUG.fullmatch(slug) and len(slug) <= 80 for slug in given_)


def test_who_comes_first_has_the_address_and_the_next_a_number() -> None:
    assert address.unique(["a", "a", "b", "a"]) == ["a", "a-2", "b", "a-3"]
    assert address.unique(["a-2", "a", "a"]) == ["a-2", "a", "a-3"]
    long = "x" * 80
    assert address.unique([long, long]) == [long, "x" * 78 + "-2"]


@pytest.mark.parametrize(
    "name", ["index", "404", "assets", "search", "sitemap", "tags", "con", "nul"]
)
def test_what_the_site_the_theme_or_windows_needs_is_not_given_away(name: str) -> None:
    assert address.unique([address.slug(name)]) == [f"{name}-2"]


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        (f"000_{HEX}.txt", HEX),
        (f"{HEX}.txt", HEX),
        (f"the-dead_{HEX}_v2.TXT", HEX),
        ("the-dead.txt", "the-dead"),
        ("The Dead.v2.txt", "The Dead.v2"),
        (f"{HEX}0.txt", f"{HEX}0"),
        (f"000_{HEX}", HEX),
        (HEX, HEX),
        ("the-dead", "the-dead"),
    ],
)
def test_the_id_of_a_story_is_its_hex_digits_or_its_name(name: str, identifier: str) -> None:
    assert address.story_id(name) == identifier


@pytest.mark.parametrize(
    ("identifier", "title", "chosen", "slug"),
    [
        (HEX, "Léa Roux in Montmartre", None, "lea-roux-in-montmartre-ffa6864c"),
        (HEX, "Léa Roux", "My Own", "my-own"),
        ("the-dead", "Something Else", None, "the-dead"),
        (HEX, "", None, "untitled-ffa6864c"),
        (HEX, "x" * 99, None, "x" * 71 + "-ffa6864c"),
    ],
)
def test_a_story_is_at_its_title_and_digits_or_at_its_name_or_where_the_editor_says(
    identifier: str, title: str, chosen: str | None, slug: str
) -> None:
    assert address.story_slug(identifier, title, chosen) == slug


@given(texts, st.none() | texts)
def test_a_story_can_always_be_addressed(title: str, chosen: str | None) -> None:
    for identifier in (HEX, "the-dead", title):
        slug = address.story_slug(identifier, title, chosen)
        assert SLUG.fullmatch(slug)
        assert len(slug) <= 80


@pytest.mark.parametrize(
    ("word", "folded"), [("Łódź", "lodz"), ("CAFÉ", "cafe"), ("Paris", "paris")]
)
def test_folding_gives_what_is_typed_without_accents(word: str, folded: str) -> None:
    assert address.folded(word) == folded

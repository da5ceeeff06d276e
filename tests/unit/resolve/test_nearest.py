"""nearest: whose a name is that several persons bear, mention by mention."""

from __future__ import annotations

import pytest

from support.marked import cast, resolved


def test_a_surname_that_two_bear_is_the_nearest_s() -> None:
    text = "[Omar Haddad] came.\n\n[Haddad] sat.\n\n[Karim Haddad] left.\n\n[Haddad] wept."
    found = resolved(text).characters
    assert {c.name: [m.paragraph for m in c.mentions] for c in found} == {
        "Omar Haddad": [0, 1],
        "Karim Haddad": [2, 3],
    }


def test_the_pronoun_after_a_name_tells_whose_it_is() -> None:
    text = "[Omar Haddad] came. [Nadia Haddad] wept.\n\n[Haddad] lit his pipe."
    assert cast(text) == {"Omar Haddad": {"Haddad"}, "Nadia Haddad": set()}


def test_a_surname_is_not_theirs_who_always_go_by_a_given_name() -> None:
    text = (
        "[Joseph Rossi] sat. [Tony Rossi] rose. [Joseph Rossi] wept. [Tony] left.\n\n[Rossi] ran."
    )
    text = "[Tony] ate. [Tony] slept.\n\n" + text
    assert cast(text) == {"Tony Rossi": {"Tony"}, "Joseph Rossi": {"Rossi"}}


def test_a_surname_alone_is_theirs_who_have_it_with_a_title() -> None:
    text = "[Tigist Bekele] met her father, [Ato Bekele]. [Tigist Bekele] read: [Bekele]."
    assert cast(text)["Ato Bekele"] == {"Bekele"}


def test_a_name_is_nobody_s_where_two_bear_it_with_equal_right() -> None:
    text = "[Bekele] stood on the card. [Tigist Bekele] sat. [Aster Bekele] rose."
    assert cast(text) == {"Tigist Bekele": set(), "Aster Bekele": set()}


def test_a_name_that_means_any_of_its_bearers_is_nobody_s() -> None:
    text = "[Omar Haddad] sang. [Omar Rashid] wept. No thanks came from either [Omar]."
    assert cast(text) == {"Omar Haddad": set(), "Omar Rashid": set()}


@pytest.mark.parametrize("word", ["some", "any", "a"])
def test_one_of_a_family_is_none_of_those_who_are_told_of(word: str) -> None:
    text = f"[Omar Haddad] sang. [Karim Haddad] wept. It was {word} [Haddad] from Tyre."
    assert cast(text) == {"Omar Haddad": set(), "Karim Haddad": set()}


def test_a_shop_that_bears_the_surname_of_two_has_no_mention_of_theirs() -> None:
    text = (
        "[Loyce Motors] shone. [Janet Loyce] came.\n\n[Edward Loyce] stood there.\n\n"
        "[Loyce] nodded."
    )
    assert cast(text)["Edward Loyce"] == {"Loyce"}


def test_where_epithets_tell_two_apart_the_name_alone_is_nobody_s() -> None:
    text = "[Big Dave Rooke] and [Little Dave Pratt] met. [Dave] laughed."
    assert cast(text) == {"Big Dave Rooke": set(), "Little Dave Pratt": set()}


def test_two_who_turn_out_to_be_one_share_nothing() -> None:
    text = "[Ignat Ryabov] sat. [Ignat Ryabov] ate.\n\n[Ignatka Ryabov] rose.\n\n[Ryabov] left."
    assert cast(text) == {"Ignat Ryabov": {"Ignatka Ryabov", "Ryabov"}}

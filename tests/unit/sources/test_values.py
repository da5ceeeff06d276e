"""editor: YAML that means what the editor typed, and is told in one line where it cannot."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from anthology.model import Fault
from anthology.sources import values
from anthology.sources.values import Value
from support.strategies import lines

plain: Any = st.recursive(
    lines, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(lines, inner, max_size=3)
)


def content(value: Value | None) -> Any:
    """Return a value without its lines."""
    if value is None or isinstance(value.content, str):
        return value and value.content
    if isinstance(value.content, list):
        return [content(item) for item in value.content]
    return {key: content(item) for key, item in value.content.items()}


@pytest.mark.parametrize("word", ["1984", "yes", "null", "~", "1.50", "0o7", "2024-05-17", "1:30"])
def test_every_scalar_is_the_text_that_was_typed(word: str) -> None:
    assert content(values.load(f"title: {word}")) == {"title": word}


@given(plain)
def test_what_yaml_writes_is_read_back(value: object) -> None:
    assert content(values.load(yaml.safe_dump(value, allow_unicode=True))) == value


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n"])
def test_an_empty_file_says_nothing(text: str) -> None:
    assert values.load(text) is None


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: c: d\n", 2, "not YAML: mapping values are not allowed"),
        ("a: 'b\n", 2, "not YAML"),
        ("a: [b\n", 2, "not YAML"),
        ("\ta: b\n", 1, "a tab|not YAML"),
        ("a: 1\n---\nb: 2\n", 2, "not YAML"),
        ("a: &x b\n", 1, "YAML anchors"),
        ("a: b\nc: *x\n", 2, "YAML anchors"),
        ("a: !!python/object/apply:os.system [id]\n", 1, "YAML tags"),
        ("a: !ENV HOME\n", 1, "YAML tags"),
        ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' stands here twice"),
        ("[a]: b\n", 1, "a key is plain text"),
        ("a: \x07\n", 1, "not YAML"),
    ],
)
def test_what_is_not_plain_yaml_is_refused_with_its_line(
    text: str, line: int, message: str
) -> None:
    with pytest.raises(Fault, match=message) as refusal:
        values.load(text, first_line=11)
    assert refusal.value.line == line + 10
    assert "\n" not in refusal.value.message


def test_a_bomb_is_refused_before_it_is_built() -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30)]
    with pytest.raises(Fault, match="write the value out"):
        values.load("\n".join(["l0: &l0 [x]", *levels]))


@given(st.text())
def test_any_text_is_a_value_or_refused(text: str) -> None:
    try:
        values.load(text)
    except Fault as error:
        message, line = error.message, error.line
    else:
        return
    assert line
    assert line >= 1
    assert "\n" not in message


def test_an_unknown_key_is_refused_with_the_nearest_known_one() -> None:
    checks = {"title": values.text, "author": values.texts}
    for typed, hint in (
        ("titel", "did you mean 'title'?"),
        ("Author", "did you mean 'author'?"),
        ("layout", "known keys are title, author"),
    ):
        with pytest.raises(Fault) as refusal:
            values.fields({typed: Value("x", 7)}, checks)
        assert refusal.value.message == f"unknown key '{typed}'; {hint}"
        assert refusal.value.line == 7


@pytest.mark.parametrize(
    ("check", "typed", "taken"),
    [
        (values.text, " a  b\nc ", "a b c"),
        (values.texts, "a", ("a",)),
        (values.whole, "-3", -3),
        (values.whole, "007", 7),
        (values.truth, "Yes", True),
        (values.truth, "false", False),
        (values.date, "2024", "2024"),
        (values.date, "2024-05", "2024-05"),
        (values.date, "2024-02-29", "2024-02-29"),
        (values.language, "pt-BR", "pt-BR"),
        (values.choice("a", "b"), "b", "b"),
    ],
)
def test_a_right_value_is_taken(check: values.Check, typed: str, taken: object) -> None:
    assert check("key", Value(typed, 1)) == taken


@pytest.mark.parametrize(
    ("check", "typed", "message"),
    [
        (values.text, "", "'key' is empty"),
        (values.text, " \n", "'key' is empty"),
        (values.whole, "1.5", "as in 'key: 3'"),
        (values.whole, "٣", "as in 'key: 3'"),
        (values.truth, "maybe", "true or false"),
        (values.date, "17 May 2024", "write 2024, 2024-05 or 2024-05-17"),
        (values.date, "2023-02-29", "write 2024, 2024-05 or 2024-05-17"),
        (values.date, "0000", "write 2024, 2024-05 or 2024-05-17"),
        (values.language, "english", "write en, fr, pt-BR"),
        (values.language, 'en" onclick="x', "write en, fr, pt-BR"),
        (values.choice("a", "b"), "c", "is one of a, b"),
    ],
)
def test_a_wrong_value_is_refused_with_what_right_looks_like(
    check: values.Check, typed: str, message: str
) -> None:
    with pytest.raises(Fault, match=message) as refusal:
        check("key", Value(typed, 4))
    assert refusal.value.line == 4


@pytest.mark.parametrize("check", [values.text, values.whole, values.truth, values.date])
def test_a_list_where_one_value_belongs_is_refused(check: values.Check) -> None:
    with pytest.raises(Fault, match="one line of text"):
        check("key", Value([Value("a", 1)], 1))


@pytest.mark.parametrize("escaped", [r"\0", r"\x02", r"\e", r"\u200b", r"\u202e", r"\ufeff"])
def test_characters_that_no_seed_may_hold_do_not_come_in_by_an_escape(escaped: str) -> None:
    value = values.load(f'title: "a{escaped}b"')
    assert value
    assert isinstance(value.content, dict)
    with pytest.raises(Fault, match=r"'title' holds an invisible character \(U\+"):
        values.text("title", value.content["title"])


def test_text_is_taken_in_nfc_so_that_a_name_matches_the_stories() -> None:
    assert values.text("name", Value("Le\u0301a", 1)) == "Léa"

"""search: who types without accents finds what has them, and sees it as it is spelt."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given

from anthology.text import escape
from frame.search import folded_in
from support import rendering
from support.strategies import lines


def folded(title: str, text: str) -> dict[str, Any]:
    docs = [{"location": "a/", "title": title, "text": text}]
    index = {"config": {"separator": "[\\s\\-]+"}, "docs": docs}
    found: dict[str, Any] = json.loads(folded_in(json.dumps(index)))
    return found


def entry(title: str, text: str) -> tuple[str, str]:
    (doc,) = folded(title, text)["docs"]
    return doc["title"], doc["text"]


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("Léa", "lea"),
        ("café", "cafe"),
        ("Søren", "soren"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("œuvre", "oeuvre"),
        ("ŒUVRE", "oeuvre"),
    ],
)
def test_a_word_is_found_as_it_is_typed(word: str, typed: str) -> None:
    title, text = entry(word, f"<p>See <em>{word}</em>.</p>")
    assert typed in re.findall(r"\w+", title)
    assert typed in re.findall(r"\w+", text)


def test_the_folded_forms_come_last_in_their_paragraph_and_are_not_shown() -> None:
    _, text = entry("", "<p>Léa ran.</p><p>Ann ran.</p><p>Zoé fell, Zoé rose.</p>")
    assert text == (
        "<p>Léa ran. <i hidden>lea</i></p><p>Ann ran.</p>"
        "<p>Zoé fell, Zoé rose. <i hidden>zoe</i></p>"
    )


def test_a_text_without_accents_stays_as_it_is() -> None:
    assert entry("Ann", "<p>Ann ran.</p>") == ("Ann", "<p>Ann ran.</p>")


def test_escaped_text_stays_escaped() -> None:
    assert entry("", "<p>Caf&eacute; &lt;b&gt;</p>")[1] == (
        "<p>Caf&eacute; &lt;b&gt; <i hidden>cafe</i></p>"
    )
    assert entry("", "<p>ϗ</p>")[1] == "<p>ϗ <i hidden>&amp;</i></p>"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Bonjour,”", ["Bonjour"]),
        ("l’amour", ["l", "amour"]),
        ("couldn’t", ["couldn’t"]),
        ("Léa’s", ["Léa’s"]),
        ("well-known—now…", ["well", "known", "now"]),
        ("¿Qué?", ["Qué"]),
    ],
)
def test_words_are_parted_as_readers_type_them(text: str, words: list[str]) -> None:
    separator = folded("", "")["config"]["separator"]
    assert [word for word in re.split(separator, text) if word] == words


@given(lines)
def test_what_is_shown_of_a_text_stays_what_it_was(line: str) -> None:
    shown = rendering.ours().reset().convert(escape.markdown(line))
    for given_ in (shown, f"{shown}\n{shown}"):
        for found in entry(given_, given_):
            assert re.sub(r" <i hidden>[^<]*</i>", "", found) == given_

"""escape: whatever a text holds, Markdown prints it letter for letter."""

from __future__ import annotations

from collections.abc import Callable

import markdown
import pytest
from hypothesis import given

from anthology.text import escape
from support import rendering
from support.rendering import words
from support.strategies import HOSTILE, lines

each_renderer = pytest.mark.parametrize("renderer", [rendering.ours, rendering.everything])


def shown(text: str, by: markdown.Markdown) -> str:
    """Return what a reader sees of a text that is a paragraph of its own, and nothing but that."""
    body = rendering.element(by.reset().convert(escape.markdown(text)))
    assert rendering.shape(body) == [("body", []), ("p", [])], "the text made an element"
    return words(body)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("It rained. She said: “No, I won’t; not (yet)!”", None),
        ("Ten - or twelve - came at 5 p.m., didn’t they?", None),
        ("1984. A year", "1984&#46; A year"),
        ("1) a list", "1&#41; a list"),
        ("#1 in the charts", "&#35;1 in the charts"),
        ("at 10:30", "at 10&#58;30"),
        ("<b>", "&#60;b&#62;"),
        ("In C#", "In C&#35;"),
    ],
)
def test_prose_stays_readable_and_markup_becomes_entities(text: str, escaped: str | None) -> None:
    assert escape.markdown(text) == (escaped or text)


def test_a_link_behind_an_exclamation_mark_is_no_image() -> None:
    html = rendering.ours().reset().convert(f"{escape.markdown('Stop!', before_link=True)}[x](y)")
    assert html == '<p>Stop&#33;<a href="y">x</a></p>'


@each_renderer
def test_hostile_texts_are_shown_as_they_are(renderer: Callable[[], markdown.Markdown]) -> None:
    for text in HOSTILE:
        for whole in (text, f"{text} b", f"a {text} b", f"a{text}b", f"a {text}", f"{text} {text}"):
            assert shown(whole, renderer()) == whole


@given(lines)
def test_any_line_is_shown_as_it_is_by_our_renderer(line: str) -> None:
    assert shown(line, rendering.ours()) == line


@given(lines)
def test_any_line_is_shown_as_it_is_with_every_extension_on(line: str) -> None:
    assert shown(line, rendering.everything()) == line


@given(lines)
def test_any_line_is_shown_as_it_is_in_a_heading_a_link_and_a_list(line: str) -> None:
    text = escape.markdown(line)
    source = f"# {text} {{: .a }}\n\n[{text}](b.md) *{text}*\n\n- {text}\n"
    for by in (rendering.ours(), rendering.everything()):
        body = rendering.element(by.reset().convert(source))
        for tag in ("h1", "a", "em", "li"):
            (found,) = body.iter(tag)
            assert words(found) == line
            assert not list(found), f"the text made an element in <{tag}>"

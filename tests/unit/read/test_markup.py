"""markup: what an author marks in Markdown is marked, and every word is read as without it.

What each file in ``tests/markup/`` must give stands beside it: ``NAME.md``, ``NAME.json``, and for
the page ``story.html``; ``story.txt`` has the same words without the marks.
"""

from __future__ import annotations

import json
import re
import time
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology import line
from anthology.line import Sources
from anthology.model import Character, Mark, Mention, Problem, Story
from anthology.output import record
from anthology.read import read
from anthology.sources.decode import decode
from anthology.text.typeset import as_set
from conftest import Golden
from support import making, rendering
from support.rendering import page_at, page_of, render, words
from support.strategies import lines

FOLDER = Path(__file__).parent / "markup"
CASES = sorted(FOLDER.glob("*.md"))
PICTURES = {"boats.jpg": (640, 480), "two boats.jpg": None}

each_renderer = pytest.mark.parametrize("renderer", [rendering.ours, rendering.everything])

MARKS = (
    "* ** *** _ __ [ ] ![ ( ) ](https://a.b) ](https://a.b/c_d*e) ](../assets/boats.jpg) ](x) > # "
    "## \\ \\* \\_ \\\\ <b> </b> <!-- --> a b é e\u0301 . “ ” ' \" ... \u00a0 Ann"
).split(" ")
marks = st.sampled_from([*MARKS, " ", " ", "\n", "\\\n", "  \n", "\n\n"])
marked = st.lists(marks | lines, max_size=30).map("".join)
"""Texts full of marks, most of them out of place."""
without_addresses = marked.map(lambda text: text.replace("](", "] ("))


def of(text: str | bytes, name: str = "story.md") -> tuple[Story | None, tuple[Problem, ...]]:
    found = read(making.seed(text, name), name, pictures=PICTURES)
    return found.story, found.problems


def story_of(text: str, name: str = "story.md") -> Story:
    """Return the story that a text is; the first line is prose for certain, and no title."""
    story, _ = of(f"He said this.\n\n{text}", name)
    assert story
    return story


def said(story: Story, mark: Mark) -> str:
    return story.paragraphs[mark.paragraph][mark.start : mark.end]


def with_alternatives(element: ET.Element) -> str:
    """Return the words of an element as one who does not see its pictures is told them."""
    for image in element.iter("img"):
        image.text = image.get("alt")
    return words(element)


def told(story: Story | None, problems: Iterable[Problem]) -> dict[str, Any]:
    """Return a story in Markdown as a person would check it."""
    if not story:
        return {"problems": [str(problem) for problem in problems]}
    layouts = {layout.paragraph: layout for layout in story.layouts}
    paragraphs: list[dict[str, Any]] = []
    for number, text in enumerate(story.paragraphs):
        paragraph: dict[str, Any] = {"text": text}
        if layout := layouts.get(number):
            heading = {f"heading {layout.heading}": layout.heading}
            kinds = heading | {"quoted": layout.quoted, "verse": layout.verse}
            paragraph["form"] = " ".join(kind for kind, holds in kinds.items() if holds)
        if number in story.breaks:
            paragraph["after"] = "a scene break"
        found = [mark for mark in story.marks if mark.paragraph == number]
        if found:
            paragraph["marks"] = [
                f"{m.kind} {m.start}-{m.end}: {said(story, m)}".strip()
                + (m.target and f" -> {m.target}")
                for m in found
            ]
        paragraphs.append(paragraph)
    return {
        "title": story.title,
        "authors": story.authors,
        "paragraphs": paragraphs,
        "problems": [str(problem) for problem in problems],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_seed_in_markdown_gives_the_story_that_stands_beside_it(
    case: Path, golden: Golden
) -> None:
    found = told(*of(case.read_bytes(), case.name))
    golden(case.with_suffix(".json"), json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def test_the_page_shows_what_the_author_marked(golden: Golden) -> None:
    story, _ = of((FOLDER / "story.md").read_bytes())
    assert story
    shown = render(page_of(replace(story, address="story"))).body
    # A paragraph in a quotation comes with the quotation.
    paragraphs = [e for e in shown if e.tag == "blockquote" or re.match(r"p\d", e.get("id", ""))]
    found = "\n".join(ET.tostring(e, "unicode", method="html").strip() for e in paragraphs)
    golden(FOLDER / "story.html", found + "\n")


def test_a_name_and_an_emphasis_that_cross_are_both_shown() -> None:
    story = making.story("a", "the lovely Léa Roux", characters=["Léa Roux"])
    emphasis = Mark(0, 4, 14, "em")
    shown = render(page_at(making.anthology(replace(story, marks=(emphasis,))), "stories/a.md"))
    (link,) = shown.by_class("name")
    assert words(link) == "Léa Roux"
    assert [words(e) for e in shown.by_id("p1").iter("em")] == ["lovely ", "Léa"]


def test_where_the_author_links_a_name_is_not_linked() -> None:
    story = making.story("a", "to Léa Roux. Ann ran.", characters=["Léa Roux", "Ann"])
    for kind in ("link", "image"):
        mark = Mark(0, 0, 6, kind, "https://a.b")
        shown = render(page_at(making.anthology(replace(story, marks=(mark,))), "stories/a.md"))
        assert [words(a) for a in shown.by_class("name")] == ["Ann"]


def test_the_data_are_those_of_the_same_words_in_plain_text() -> None:
    told = []
    for name in ("story.md", "story.txt"):
        seed = making.seed((FOLDER / name).read_bytes(), name)
        found = line.tell(Sources((seed,), pictures=PICTURES))
        assert not found.problems
        told.append(record.story(found.stories[0]) | {"source": ""})
    assert told[0] == told[1]
    assert told[0]["characters"]
    assert told[0]["locations"]


@pytest.mark.parametrize("name", ["a.md", "a.MD", "a.b.Md"])
def test_markdown_is_what_is_called_so_in_any_case(name: str) -> None:
    assert story_of("*so*", name).paragraphs[1] == "so"
    assert story_of("*so*", f"{name}.txt").paragraphs[1] == "*so*"


def test_two_spaces_at_the_end_of_a_line_keep_it_as_a_backslash_does() -> None:
    backslashes, spaces = story_of("One\\\ntwo\\\nthree"), story_of("One  \ntwo   \nthree  ")
    assert spaces.paragraphs == backslashes.paragraphs == ("He said this.", "One two three")
    assert spaces.marks == backslashes.marks != ()
    assert spaces.layouts == backslashes.layouts
    assert spaces.layouts[0].verse


def test_a_line_break_within_prose_is_kept_and_makes_no_verse() -> None:
    story = story_of("One\\\ntwo\nthree")
    assert [mark.kind for mark in story.marks] == ["break"]
    assert not story.layouts


def test_front_matter_is_the_same_above_markdown() -> None:
    story, problems = of("---\ntitle: A\nlang: fr\n---\n# A\n\n*Oui.*\n\nNon.")
    assert story
    assert (story.title, story.title_source, story.lang) == ("A", "editor", "fr")
    assert story.paragraphs == ("Oui.", "Non.")
    assert problems == ()


def test_the_line_of_a_warning_is_the_line_of_the_file() -> None:
    _, (problem,) = of("---\ntitle: A\n---\nOne.\n\nTwo *three*\nand ![four](x.jpg) five.")
    assert str(problem).startswith("story.md:7: the picture 'x.jpg' is not shown")
    assert not problem.refused


def test_a_warning_is_one_short_line_however_long_the_address() -> None:
    _, (problem,) = of(f"One.\n\n![two](data:{'x' * 10_000})")
    assert len(str(problem)) < 300


def test_a_mark_between_a_letter_and_its_accent_is_none() -> None:
    assert story_of("*e*\u0301 _x_").paragraphs[1] == "*e*\u0301 _x_"


@given(without_addresses)
def test_no_text_loses_a_letter_or_a_digit(text: str) -> None:
    text = decode(text.encode())[0]
    found = " ".join(story_of(text).paragraphs[1:])
    assert re.findall(r"[^\W_]", found) == re.findall(r"[^\W_]", text)


@given(marked)
def test_paragraphs_are_plain_and_marks_lie_in_them_one_inside_another(text: str) -> None:
    story = story_of(decode(text.encode())[0])
    for paragraph in story.paragraphs:
        assert paragraph
        assert unicodedata.is_normalized("NFC", paragraph)
        assert paragraph == re.sub(r"[ \n\t]+", " ", paragraph).strip()
    for mark in story.marks:
        assert 0 <= mark.start < mark.end <= len(story.paragraphs[mark.paragraph])
        assert said(story, mark) == " " if mark.kind == "break" else said(story, mark).strip()
    assert len(set(story.marks)) == len(story.marks)
    for outer, inner in combinations(story.marks, 2):
        if outer.paragraph == inner.paragraph:
            assert inner.start >= outer.end or (
                outer.start <= inner.start and inner.end <= outer.end
            )
            assert inner.start >= outer.end or (outer.kind, inner.kind) not in (
                ("link", "link"),
                ("strong", "strong"),
                ("image", "em"),
                ("image", "link"),
                ("image", "image"),
            )


@given(st.lists(lines.filter(lambda text: not set(text) & set("*_[]\\#>")), min_size=1))
def test_a_text_without_any_mark_is_the_same_story_as_in_plain_text(paragraphs: list[str]) -> None:
    for between in ("\n", "\n\n"):
        text = between.join(paragraphs)
        stories = [of(text, name)[0] for name in ("story.md", "story.txt")]
        plain = [story and replace(story, source="") for story in stories]
        assert plain[0] == plain[1]


@given(marked)
def test_escaped_letter_by_letter_any_text_is_that_text(text: str) -> None:
    text = " ".join(decode(text.encode())[0].split())
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
    assert " ".join(story_of(escaped).paragraphs[1:]) == text


@each_renderer
@given(text=marked)
def test_nothing_but_the_marks_is_markup_on_the_page(
    renderer: Callable[[], markdown.Markdown], text: str
) -> None:
    story = replace(story_of(decode(text.encode())[0]), address="a", title="A")
    shown = render(page_of(story), renderer())
    for number, paragraph in enumerate(story.paragraphs):
        element = shown.by_id(f"p{number + 1}")
        here = [mark for mark in story.marks if mark.paragraph == number]
        assert as_set(with_alternatives(element)) == as_set(paragraph)
        if renderer is rendering.everything and element.tag == "p":
            # It puts a line break before the attributes of a paragraph.
            element.remove(element[-1])
        elements = [e.tag for e in element.iter()][1:]
        allowed = {"link": "a", "image": "img", "break": "br"}
        assert set(elements) <= {allowed.get(mark.kind, mark.kind) for mark in here}
        for kind, tag in allowed.items():
            assert elements.count(tag) == sum(mark.kind == kind for mark in here)
        targets = [mark.target for mark in here if mark.kind == "link"]
        assert [a.get("href") for a in element.iter("a")] == targets
        assert all(a.get("rel") == "noopener noreferrer" for a in element.iter("a"))


@given(text=marked, places=st.sets(st.integers(0, 30), max_size=6))
def test_names_and_marks_stand_on_one_page_and_no_link_in_another(
    text: str, places: set[int]
) -> None:
    story = story_of(decode(text.encode())[0])
    spans = [
        (number, found)
        for number, paragraph in enumerate(story.paragraphs)
        for found in re.finditer(r"\w+(?: \w+)?", paragraph)
    ]
    called = [spans[place] for place in places if place < len(spans)]
    story = replace(
        story,
        address="a",
        title="A",
        entities=tuple(
            Character(
                id=f"a/{number}-{found.start()}",
                name=found[0],
                mentions=(Mention(number, found.start(), found.end(), found[0], "character"),),
            )
            for number, found in called
        ),
    )
    shown = render(page_at(making.anthology(story), "stories/a.md"))
    for number, paragraph in enumerate(story.paragraphs):
        element = shown.by_id(f"p{number + 1}")
        links = list(element.iter("a"))
        assert not any(inner is not a for a in links for inner in a.iter("a"))
        assert as_set(with_alternatives(element)) == as_set(paragraph)
        closed = [m for m in story.marks if m.paragraph == number and m.kind in ("link", "image")]
        free = [
            found[0]
            for at, found in sorted(called, key=lambda c: (c[0], c[1].start()))
            if at == number
            and not any(m.start < found.end() and found.start() < m.end for m in closed)
        ]
        named = [as_set(words(a)) for a in links if a.get("class")]
        assert named == [as_set(name) for name in free]


RUNS = (
    "*|_|* |*a |*a* |**a|_a|*a **b |**a*|a** b*|[|![|](|]|[a](|[a](x(|[a](<|[a](https://x|"
    "[a](https://x) |![a](x) |![[a](https://x)|*[|(|>|> |#|# |\\|\\*|<a|<!--|`|a\\\n|a  \n"
).split("|")


@pytest.mark.parametrize("unit", RUNS)
def test_a_long_run_of_marks_takes_no_longer_than_its_length_asks_for(unit: str) -> None:
    began = time.process_time()
    story_of(unit * (20_000 // len(unit)))
    # What goes over the text again for every mark in it takes minutes.
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "text",
    [
        "*" * 30_000 + "a" + "*" * 30_000,
        "*a " * 10_000 + "b* " * 10_000,
        "[" * 20_000 + "a" + "](https://x)" * 2_000,
        "![" * 2_000 + "a" + "](../assets/boats.jpg)" * 2_000,
    ],
    ids=["asterisks", "emphasis", "links", "pictures"],
)
def test_marks_in_marks_end_somewhere(text: str) -> None:
    story = replace(story_of(text), address="a", title="A")
    depth = 0
    element = render(page_of(story)).by_id("p2")
    while len(element):
        depth, element = depth + 1, element[0]
    assert depth < 6

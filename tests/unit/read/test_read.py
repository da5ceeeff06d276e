"""read: a seed becomes a story, word for word, or one line says why it does not.

What each file in ``tests/read/`` must give stands beside it: ``NAME.txt``, ``NAME.json``.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology.model import Problem, Story
from anthology.read import Reading, read
from anthology.read.blocks import _SCENE_BREAK
from anthology.sources.decode import decode
from anthology.sources.values import Value
from conftest import Golden
from support.making import seed
from support.strategies import lines, seeds

CASES = sorted((Path(__file__).parent / "read").glob("*.txt"))
FILE = "docs/stories/story.txt"


def of(text: str | bytes, name: str = "story.txt") -> tuple[Story | None, tuple[Problem, ...]]:
    found = read(seed(text, name), f"docs/stories/{name}")
    return found.story, found.problems


def story_of(text: str | bytes) -> Story:
    story, _ = of(text)
    assert story
    return story


def told(reading: Reading) -> dict[str, Any]:
    """Return what was read, without what is as it is by default, and what was said of it."""
    said: dict[str, Any] = {}
    if reading.story:
        for field in dataclasses.fields(Story):
            value = getattr(reading.story, field.name)
            if field.name not in ("sha256", "source") and value != field.default:
                said[field.name] = sorted(value) if isinstance(value, frozenset) else value
        said["entries"] = {key: plain(value) for key, value in reading.entries.items()}
    said["problems"] = [("refused: " if p.refused else "") + str(p) for p in reading.problems]
    return {key: value for key, value in said.items() if value or key == "problems"}


def plain(value: Value) -> Any:
    """Return a value without the lines that it stands on."""
    match value.content:
        case list() as items:
            return [plain(item) for item in items]
        case dict() as keys:
            return {key: plain(item) for key, item in keys.items()}
        case text:
            return text


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_seed_gives_the_story_that_stands_beside_it(case: Path, golden: Golden) -> None:
    found = told(read(seed(case.read_bytes(), case.name), case.name))
    golden(case.with_suffix(".json"), json.dumps(found, ensure_ascii=False, indent=2) + "\n")


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("empty", "there is no story in it; write one or remove it"),
        ("unknown-key", "did you mean 'title'?"),
        ("key-of-another-program", "known keys are title, author, date"),
        ("not-yaml", "a line is 'key: value'"),
        ("bad-date", "write 2024, 2024-05 or 2024-05-17"),
        ("tag", "write plain text"),
        ("bomb", "write the value out"),
        ("unclosed", "put a line of '---' below it"),
        ("list-for-title", "'title' is one line of text, as in 'title: …'"),
        ("empty-title", "write it or remove the line"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_one_line_that_says_the_remedy(
    name: str, remedy: str
) -> None:
    case = Path(__file__).parent / "read" / f"{name}.txt"
    found = read(seed(case.read_bytes(), case.name), case.name)
    story, problems = found.story, found.problems
    assert story is None
    assert remedy in problems[-1].message
    assert "\n" not in str(problems[-1])


def test_the_line_of_a_refusal_is_the_line_of_the_file() -> None:
    _, (problem,) = of("\n\n---\ntitle: A\norder: one\n---\nText.\n")
    assert str(problem) == f"{FILE}:5: 'order' is a whole number, as in 'order: 3'"
    assert problem.refused


def test_an_undecodable_seed_is_refused_with_its_file_and_the_byte() -> None:
    story, (problem,) = of("Léa".encode("latin-1"))
    assert story is None
    assert problem.refused
    assert str(problem) == f"{FILE}:1: not UTF-8 at byte 1 (0xe9); save the file as UTF-8"


@pytest.mark.parametrize("text", ["", "\n \n\t\n", "\ufeff", "* * *\n", "---\ntitle: A\n---\n"])
def test_a_seed_without_a_story_is_passed_over_with_a_warning(text: str) -> None:
    story, problems = of(text)
    assert story is None
    assert problems == (Problem(FILE, "there is no story in it; write one or remove it"),)


def test_a_seed_of_one_line_is_a_story_with_a_warning() -> None:
    story, (problem,) = of("The last man on Earth sat alone in a room.")
    assert story
    assert not problem.refused
    assert "only one line" in problem.message


def test_the_id_is_in_the_name_and_nothing_in_the_file_changes_it() -> None:
    for text in ("A.\n\nB.", "---\ntitle: B\nslug: c\n---\nA.\n\nB."):
        story, _ = of(text, "000_ffa6864c1bcd727b.txt")
        assert story
        assert story.id == "ffa6864c1bcd727b"


def test_hard_wrapped_and_long_lines_are_the_same_text() -> None:
    wrapped = story_of("One two  \nthree\r\n  four.\n\n\n\tFive six.\n")
    assert wrapped.paragraphs == story_of("One two three four.\n\nFive six.").paragraphs


def test_the_spaces_that_french_puts_before_its_colons_stay() -> None:
    text = "Elle dit\u202f: «\u00a0Oui\u00a0!\u00a0»"
    assert story_of(f"{text}\n\nB.").paragraphs[0] == text


@pytest.mark.parametrize("line", ["* * *", "***", "---", "- - -", "===", "⁂", "#", "  *  *  *  "])
def test_such_a_line_is_a_scene_break(line: str) -> None:
    for text in (f"One.\n{line}\nTwo.", f"One.\n\n{line}\n\nTwo."):
        story = story_of(text)
        assert story.paragraphs == ("One.", "Two.")
        assert story.breaks == {1}


@pytest.mark.parametrize("line", ["**", "--", "# One", "* * a *", "=", "—"])
def test_such_a_line_is_prose(line: str) -> None:
    assert story_of(f"One.\n\n{line}\n\nTwo.").paragraphs == ("One.", line, "Two.")


def test_a_scene_break_stands_between_paragraphs_and_nowhere_else() -> None:
    story = story_of("***\n\nOne.\n\n***\n\n***\n\nTwo.\n\n***\n")
    assert story.paragraphs == ("One.", "Two.")
    assert story.breaks == {1}


def test_the_first_line_is_the_title_if_it_looks_like_one() -> None:
    story = story_of("The Dead\n\nLily was run off her feet.")
    assert (story.title, story.title_source) == ("The Dead", "text")
    assert story.paragraphs == ("Lily was run off her feet.",)


@pytest.mark.parametrize(
    "line",
    [
        "Lily was run off her feet.",
        "“The Dead”",
        '"Go away',
        "Is it you?",
        "x" * 81,
        "one two three four five six seven eight nine ten eleven twelve thirteen",
        "Trieste, Monday 4 March",
        "Dear Anna,",
    ],
)
def test_a_first_line_that_could_be_prose_is_no_title(line: str) -> None:
    story = story_of(f"{line}\n\nAnd so on.")
    assert story.title is None
    assert story.paragraphs == (line, "And so on.")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By James Joyce", ("James Joyce",)),
        ("by Ann Lee and Jo March", ("Ann Lee", "Jo March")),
        ("BY A. B. & C. D.", ("A. B.", "C. D.")),
        ("By Ann Lee, Jo March and Kit Fox", ("Ann Lee", "Jo March", "Kit Fox")),
        ("By Martin Luther King, Jr.", ("Martin Luther King, Jr.",)),
    ],
)
def test_a_by_line_after_the_title_names_the_authors(line: str, authors: tuple[str, ...]) -> None:
    for between in ("\n", "\n\n"):
        story = story_of(f"The Dead{between}{line}\n\nLily ran.\n\nShe fell.")
        assert story.authors == authors
        assert story.paragraphs == ("Lily ran.", "She fell.")


@pytest.mark.parametrize("line", ["By noon it rained.", "By the river", "Bystanders ran"])
def test_prose_that_begins_with_by_names_no_author(line: str) -> None:
    story = story_of(f"The Dead\n\n{line}\n\nLily ran.")
    assert story.authors == ()
    assert story.paragraphs == (line, "Lily ran.")


def test_a_title_line_that_says_something_else_than_the_editor_stays_in_the_text() -> None:
    story = story_of("---\ntitle: The Living\n---\nThe Dead\n\nLily ran.")
    assert (story.title, story.title_source) == ("The Living", "editor")
    assert story.paragraphs == ("The Dead", "Lily ran.")


def test_a_title_line_that_says_what_the_editor_says_is_not_said_twice() -> None:
    story = story_of("---\ntitle: Lily's Feet\n---\nLILY’S FEET\n\nLily ran.")
    assert (story.title, story.title_source) == ("Lily's Feet", "editor")
    assert story.paragraphs == ("Lily ran.",)


@given(seeds)
def test_no_bytes_break_it(data: bytes) -> None:
    story, problems = of(data)
    assert story or problems
    assert all("\n" not in str(problem) for problem in problems)


@given(seeds)
def test_every_word_of_a_text_without_front_matter_comes_through(data: bytes) -> None:
    story, _ = of(data)
    if story is None or story.title_source == "editor":
        return
    text, _ = decode(data)
    kept = [x for x in text.split("\n") if not _SCENE_BREAK.fullmatch(" ".join(x.split()))]
    head = " ".join([story.title or "", *story.authors]).split()
    body = " ".join(story.paragraphs).split()
    written = " ".join(kept).split()
    assert written[len(written) - len(body) :] == body
    before = written[: len(written) - len(body)]
    said = [word.strip(",") for word in before if word.casefold() not in ("by", "and", "&")]
    assert said == [word.strip(",") for word in head if word.casefold() not in ("by", "and", "&")]


@given(st.lists(lines, min_size=2), st.sampled_from(["\n\n", "\r\n\r\n", "\n \t\n", "\f"]))
def test_paragraphs_come_back_as_they_were_written(paragraphs: list[str], between: str) -> None:
    # A first line that is prose for certain, so that it is neither title nor front matter.
    story = story_of(between.join(["He said this.", *paragraphs]))
    assert story.paragraphs == ("He said this.", *paragraphs)


@given(title=lines, authors=st.lists(lines, min_size=1), rights=lines, description=lines)
def test_what_python_frontmatter_writes_is_read_back(
    title: str, authors: list[str], rights: str, description: str
) -> None:
    post = frontmatter.Post("One.\n\nTwo.", title=title, rights=rights, description=description)
    post["author"] = authors
    story = story_of(frontmatter.dumps(post))
    assert (story.title, story.title_source) == (title, "editor")
    assert list(story.authors) == authors
    assert (story.rights, story.description) == (rights, description)
    assert story.paragraphs == ("One.", "Two.")


@pytest.mark.parametrize(
    "written",
    [
        "Paris: a love story",
        "1984",
        "yes",
        "null",
        "[a]",
        "{x: y}",
        "- a",
        "# one",
        "'quoted'",
        '"',
        "a # b",
        "!!python/object/apply:os.system [id]",
        "*alias",
        "&anchor",
        "<script>alert(1)</script>",
        "2024-05-17",
    ],
)
def test_a_title_is_text_whatever_yaml_would_make_of_it(written: str) -> None:
    story = story_of(frontmatter.dumps(frontmatter.Post("One.\n\nTwo.", title=written)))
    assert story.title == written


@pytest.mark.parametrize(("written", "title"), [("1984", "1984"), ("yes", "yes"), ("0x10", "0x10")])
def test_a_title_without_quotes_is_what_the_editor_typed(written: str, title: str) -> None:
    assert story_of(f"---\ntitle: {written}\n---\nOne.\n\nTwo.").title == title


@pytest.mark.parametrize("above", ["", "\n", "\ufeff", "\ufeff\n \n"])
def test_blank_lines_and_a_byte_order_mark_may_stand_above_front_matter(above: str) -> None:
    assert story_of(f"{above}---\ntitle: A\n---\nOne.\n\nTwo.").title == "A"

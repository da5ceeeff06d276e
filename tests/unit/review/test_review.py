"""review: what an editor should look at, the worst first, and gone when it is decided."""

from __future__ import annotations

import pytest
from mkdocs.config import load_config

import events
from anthology import line, page
from anthology.authority import entries
from anthology.line import Sources
from anthology.model import KINDS, Problem, Question, Seed
from anthology.output import console
from anthology.review.entry import entry
from anthology.sources.settings import Settings
from support import STORIES, TOP
from support.making import anthology, seed, story
from support.rendering import render, words

FOUR = line.gather_folder(STORIES, "docs/stories", Settings()).seeds
HARD = (
    seed(
        "Title One\nBy Ann Lee\n\nKatherine Wells came to Florence with her aunt, Florence Adair. "
        "Katherine Wells was tired.\n\n“Florence,” said Katherine Wells, “is hot.” Florence Adair "
        "laughed.\n\nA porter smiled. “Thank you, Katharine,” said the porter, and Katharine "
        "laughed too.",
        "one.txt",
    ),
    seed(
        "Title Two\nBy Tom Ray\n\nMr. Harding met Mrs. Harding in Lisbon. Mrs. Harding smiled at "
        "Mr. Harding.\n\n“Sophie is late,” said Harding. “Sophie!” cried Mrs. Harding, and Sophie "
        "laughed. Katherine Wells waved.",
        "two.txt",
    ),
    seed(
        "Title Three\n\nSophie Marchand sang in Lisbon. A man named Stephen Harker heard her.\n\n"
        "Sophie sang well, said Stephen Harker, who had a Xylander in his pocket. Sophie laughed.",
        "three.txt",
    ),
    seed(
        "Title Four\n\nSophie slept.\n\nNobody woke Sophie. A man named Stephan Harker knocked. "
        "Sophie dreamt, and Stephan Harker went home.",
        "four.txt",
    ),
)


def asked(seeds: tuple[Seed, ...], file: str = "", lines: str = "") -> tuple[Question, ...]:
    """Return the questions about some seeds once the editor has written ``lines`` into ``file``."""
    name = file.rpartition("/")[2]
    if name in entries.FILES:
        said, wrong = entries.read(name, lines.encode(), file)
        book = line.anthology(Sources(seeds, said, wrong))
    else:
        titled = [
            Seed(s.name, f"{lines}\n".encode() + s.data) if s.name == name else s for s in seeds
        ]
        book = line.anthology(Sources(tuple(titled)))
    assert not book.problems, book.problems
    return line.review(book)


@pytest.mark.parametrize("seeds", [FOUR, HARD], ids=["four", "hard"])
def test_whatever_is_answered_is_not_asked_again(seeds: tuple[Seed, ...]) -> None:
    items = asked(seeds)
    assert items
    for item in items:
        assert item.answers, item.asked
        for answer in item.answers:
            left = asked(seeds, answer.file, answer.lines)
            assert (item.kind, item.asked) not in {(i.kind, i.asked) for i in left}, answer


def test_the_hard_stories_raise_every_kind_of_question_about_persons() -> None:
    told = {item.kind for item in asked(HARD)}
    assert told >= {"split", "merge", "kind", "short", "open", "spelling"}


def test_what_company_alone_makes_known_is_asked() -> None:
    told = anthology(*(story(s, characters=["Sherlock Holmes", "Watson"]) for s in "ab"))
    (item,) = (item for item in line.review(told) if item.kind == "presumed")
    assert item.asked.endswith("one person: Sherlock Holmes stands beside the name each time.")


def test_the_worst_comes_first() -> None:
    kinds = [list(KINDS).index(item.kind) for item in asked(HARD)]
    assert kinds == sorted(kinds)


def test_the_two_sophies_are_set_side_by_side_with_the_lines_to_paste() -> None:
    (item,) = (item for item in asked(FOUR) if item.kind == "open")
    assert {quoted.story.id for quoted in item.evidence} == {"0ed4ce5078f55053", "7920a8a583bb5bde"}
    assert item.evidence[0].text.endswith(
        "a warm-eyed woman named Sophie, greeted her with a smile."
    )
    assert [(answer.file, answer.lines) for answer in item.answers] == [
        ("docs/authority/characters.yml", f"- name: Sophie\n  {said}: [0ed4ce50, 7920a8a5]")
        for said in ("same", "different", "open")
    ]


def test_an_entry_that_only_names_a_name_says_that_it_is_right() -> None:
    (moss,) = (i for i in asked(HARD) if i.kind == "kind" and "“Florence”" in i.asked)
    left = asked(HARD, "docs/authority/characters.yml", "- name: Florence\n")
    assert moss.asked not in {item.asked for item in left}


def test_what_is_left_open_for_two_stories_is_asked_again_with_a_third() -> None:
    lines = "- name: Sophie\n  open: [two, four]\n"
    third = seed("Title Five\n\nSophie swam.\n\nSophie swam on, and Sophie sank.", "five.txt")
    file = "docs/authority/characters.yml"
    assert not [i for i in asked(HARD, file, lines) if "Sophie one" in i.asked]
    assert [i for i in asked((*HARD, third), file, lines) if "Sophie one" in i.asked]


@pytest.mark.parametrize(
    "name", ["O'Neill", "Yes", "- x", "a: b", "Li, Wei", "#1", "“Ned”", "Đà Nẵng", "J. J.", "*"]
)
def test_what_is_pasted_is_read_as_the_name_that_was_meant(name: str) -> None:
    lines = entry(name, aliases=[name, "Other, One"], stories=["a", "b"])
    said, problems = entries.read("characters.yml", lines.encode(), "f")
    assert problems == ()
    assert (said[0].name, said[0].aliases) == (name, (name, "Other, One"))
    assert said[0].stories == ("a", "b")


def test_the_list_says_which_answer_goes_where() -> None:
    listed = console.questions(asked(FOUR))
    assert listed.startswith(f"{len(asked(FOUR))} to look at, worst first.")
    assert (
        "   It is one: docs/authority/characters.yml\n"
        "       - name: Sophie\n"
        "         same: [0ed4ce50, 7920a8a5]\n"
    ) in listed
    assert console.questions(()) == "Nothing to look at: every question is answered."


def test_the_page_shows_each_question_with_its_passages_and_its_lines() -> None:
    items = asked(FOUR)
    shown = render(page.review(lambda: items, Settings("A")))
    text = words(shown.body)
    assert all(item.asked in text for item in items)
    assert all(answer.lines in text for item in items for answer in item.answers)
    hrefs = {a.get("href") for a in shown.by_class("locator")}
    assert "stories/valerie-ivanov-in-paris-0ed4ce50.md#p6" in hrefs


def test_what_is_wrong_stands_on_top_of_the_page_and_is_no_markup() -> None:
    wrong = Problem("docs/stories/<b>.txt", "is *empty*; write it", 3, refused=True)
    shown = render(page.review(list, Settings("A"), [wrong]))
    told = "docs/stories/<b>.txt:3: is *empty*; write it It is left out until then."
    assert told in words(shown.body)


@pytest.mark.parametrize(("command", "shown"), [("serve", True), ("build", False)])
def test_the_page_is_served_and_never_published(command: str, shown: bool) -> None:
    config = load_config(str(TOP / "mkdocs.yml"), hooks=[], plugins=[])
    events.on_startup(command, dirty=False)
    try:
        events.on_pre_build(config)
    finally:
        events.on_startup("build", dirty=False)
    pages = config.extra["build"].pages
    assert ("review.md" in pages) == shown

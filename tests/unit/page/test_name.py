"""name: a section for each story that has the name, with its passages."""

from __future__ import annotations

from anthology.model import Statement
from anthology.text.typeset import as_set
from support import making
from support.making import story
from support.rendering import page_at, render, words

OPEN = (
    "Two stories have someone called Sophie. The texts do not say whether she is the same person."
)


def test_a_name_page_quotes_its_passages_and_leads_to_their_paragraphs() -> None:
    book = making.anthology(
        story("a", "It rained. Ann ran.", "Ben saw Ann.", characters=["Ann", "Ben"]),
        story("b", "Ann sang.", characters=["Ann"]),
    )
    shown = render(page_at(book, "characters/ann.md"))
    passages = shown.by_class("passage")
    assert [as_set(words(p)) for p in passages] == [
        "Ann ran. ¶1",
        "Ben saw Ann. ¶2",
        "Ann sang. ¶1",
    ]
    assert [a.get("href") for p in passages for a in p.iter("a")] == [
        "../stories/a.md#p1",
        "../stories/a.md#p2",
        "../stories/b.md#p1",
    ]
    assert [words(m) for p in passages for m in p.iter("mark")] == ["Ann"] * 3


def test_passages_after_the_first_of_a_story_are_closed() -> None:
    book = making.anthology(story("a", "Ann ran.", "Ann fell.", "Ann rose.", characters=["Ann"]))
    shown = render(page_at(book, "characters/ann.md"))
    (details,) = shown.body.iter("details")
    assert details.get("open") is None
    assert [as_set(words(p)) for p in details.iter("p")] == ["Ann fell. ¶2", "Ann rose. ¶3"]


def test_a_section_names_two_dozen_others_and_counts_the_rest() -> None:
    crowd = [f"Person{'abcdefghijklmnopqrstuvwxyz'[n]}" for n in range(26)]
    book = making.anthology(story("a", characters=["Ann", *crowd]))
    (_, beside) = render(page_at(book, "characters/ann.md")).by_class("name-facts")
    assert len(list(beside.iter("a"))) == 24
    assert words(beside).endswith("and 2 others")


def test_two_of_one_name_share_a_page_that_says_what_is_not_known() -> None:
    book = making.anthology(
        story("a", "Sophie painted. Sophie sang.", characters=["Sophie"]),
        story("b", "Sophie sold.", characters=["Sophie"]),
    )
    shown = render(page_at(book, "characters/sophie.md"))
    assert [words(p) for p in shown.by_class("identity")] == [OPEN]
    assert "(2 + 1)" in words(shown.by_class("name-facts")[0])
    assert len(list(shown.body.iter("h2"))) == 2


def test_who_decided_that_two_are_one_and_why_stands_on_the_page() -> None:
    statement = Statement(
        label="character", name="Sophie", same=("a", "b"), by="A. <b>", because="Both *paint*."
    )
    book = making.anthology(
        story("a", characters=["Sophie"]),
        story("b", characters=["Sophie"]),
        statements=[statement],
    )
    (said,) = render(page_at(book, "characters/sophie.md")).by_class("identity")
    assert words(said) == "Held to be one by A. <b>: Both *paint*."

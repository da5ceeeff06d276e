"""contents: the lists of stories, on the home page and on their own."""

from __future__ import annotations

from support import making
from support.making import story
from support.rendering import page_at, render, words


def test_two_stories_of_one_title_are_told_apart_by_their_first_words() -> None:
    book = making.anthology(
        story("a", "It rained on the roof.", title="Rain"),
        story("b", "Nobody came.", title="Rain"),
    )
    shown = render(page_at(book, "stories/index.md"))
    assert [words(p) for p in shown.by_class("entry-title")] == ["Rain", "Rain"]
    assert [words(p) for p in shown.by_class("entry-incipit")] == [
        "It rained on the roof.",
        "Nobody came.",
    ]


def test_stories_are_listed_two_hundred_a_page() -> None:
    book = making.anthology(*(story(f"s{n}", "One.") for n in range(201)))
    first, second = page_at(book, "stories/index.md"), page_at(book, "stories/page/2.md")
    assert len(render(first).by_class("entry-title")) == 200
    assert [words(h) for h in render(second).by_class("entry-title")] == ["Story s200"]
    assert "(../../stories/index.md)" in second.text
    assert "stories/page/2.md" in first.text

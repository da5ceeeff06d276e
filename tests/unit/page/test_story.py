"""story: the text with the first mention of each name linked, and what is in it."""

from __future__ import annotations

from support import making
from support.making import story
from support.rendering import page_at, page_of, render, words


def test_a_scene_break_stands_between_its_paragraphs() -> None:
    made = page_of(story("a", "One.", "Two.", "Three.", breaks=frozenset({1})))
    shown = render(made)
    tags = [e.tag if e.tag == "hr" else e.get("id") for e in shown.body]
    assert tags[tags.index("p1") : tags.index("p3") + 1] == ["p1", "hr", "p2", "p3"]


def test_front_matter_has_what_the_scholar_needs() -> None:
    written = story(
        "a",
        "Ann met Ben in Rome. Ann ran.",
        characters=["Ann", "Ben"],
        locations=["Rome"],
        title="Rome",
        title_source="text",
        authors=("Jo March",),
        date="1904",
        lang="fr",
        sha256="0f",
    )
    matter = render(page_at(making.anthology(written), "stories/a.md")).matter
    assert matter["title"] == "Rome"
    assert matter["title_source"] == "text"
    assert matter["authors"] == ["Jo March"]
    assert (matter["slug"], matter["id"], matter["lang"], matter["date"]) == (
        "a",
        "a",
        "fr",
        "1904",
    )
    assert matter["characters"] == [
        {"name": "Ann", "role": "character", "mentions": 2},
        {"name": "Ben", "role": "character", "mentions": 1},
    ]
    assert matter["locations"] == [{"name": "Rome", "relation": "setting", "mentions": 1}]
    assert (matter["words"], matter["readtime"]) == (7, 1)
    assert matter["source"] == {"file": "a.txt", "sha256": "0f"}


def test_only_the_first_mention_of_a_name_is_linked() -> None:
    written = story("a", "Ann Lee ran. Ann fell.", "Ann rose.", characters=["Ann Lee|Ann"])
    shown = render(page_at(making.anthology(written), "stories/a.md"))
    (link,) = shown.by_class("name")
    assert words(link) == "Ann Lee"
    assert link.get("href") == "../characters/ann-lee.md"


def test_in_this_story_leads_to_every_paragraph_that_names_somebody() -> None:
    written = story("a", "Ann ran.", "She fell.", "Ann rose, Ann fell.", characters=["Ann"])
    shown = render(page_at(making.anthology(written), "stories/a.md"))
    locators = [a.get("href") for a in shown.by_class("locator")]
    assert locators == ["#p1", "#p3"]
    for locator in locators:
        assert shown.by_id(str(locator)[1:]) is not None


def test_in_this_story_leads_to_sixteen_paragraphs_and_counts_the_rest() -> None:
    book = making.anthology(story("a", *["Ann ran."] * 20, characters=["Ann"]))
    shown = render(page_at(book, "stories/a.md"))
    assert [a.get("href") for a in shown.by_class("locator")] == [f"#p{n}" for n in range(1, 17)]
    assert "and 4 more" in words(shown.by_class("locators")[0])


def test_related_stories_come_with_their_reason() -> None:
    book = making.anthology(
        story("a", characters=["Sophie"], locations=["Paris"]),
        story("b", characters=["Sophie"]),
        story("c", locations=["Paris"]),
        story("d", characters=["Ada"]),
    )
    text = page_at(book, "stories/a.md").text
    related = text.partition("## Read on")[2].partition("##")[0].strip().splitlines()[1:]
    assert [line for line in related if line] == [
        "- [Story c](../stories/c.md), also set in Paris",
        "- [Story b](../stories/b.md), also has someone called Sophie, perhaps another",
    ]


def test_an_editor_changes_a_page_by_changing_its_seed() -> None:
    made = page_of(story("a", "One."))
    assert (made.path, made.source) == ("stories/a.md", "stories/a.txt")

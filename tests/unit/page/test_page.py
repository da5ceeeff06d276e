"""page: what a story says stands on its page word for word, and nothing in it becomes markup."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import frontmatter
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta

from anthology import line, page
from anthology.devise import devise
from anthology.line import Sources
from anthology.model import Anthology, Character, Mention, Statement, Story
from anthology.names import honorifics
from anthology.read import read
from anthology.sources.pages import Note
from anthology.sources.settings import Settings
from anthology.text import escape
from anthology.text.typeset import as_set, punctuate
from support import making, rendering
from support.making import story
from support.rendering import Rendered, page_at, page_of, pages_of, render, words
from support.strategies import HOSTILE, lines, seeds

each_renderer = pytest.mark.parametrize("renderer", [rendering.ours, rendering.everything])
SCRIPT = "<script>alert(1)</script>"
OPEN = (
    "Two stories have someone called Sophie. The texts do not say whether she is the same person."
)


def named(paragraphs: list[str], marks: set[int]) -> Story:
    """Return a story in which some of the words, whatever they are, name persons."""
    spans = [
        Mention(number, found.start(), found.end(), found[0], "character")
        for number, paragraph in enumerate(paragraphs)
        for found in re.finditer(r"\w+", paragraph)
    ]
    persons = tuple(
        Character(id=f"a/{number}", name=mention.name, mentions=(mention,))
        for number, mention in enumerate(spans)
        if number in marks
    )
    return replace(story("a", *paragraphs), entities=persons)


def tame(written: Story) -> Story:
    """Return a story of the same shape with nothing in it that anything could trip over."""
    return replace(
        written,
        paragraphs=("One.",) * len(written.paragraphs),
        title="One",
        authors=("One",) * len(written.authors),
        rights=written.rights and "One",
        description=written.description and "One",
    )


def assert_verbatim(renderer: markdown.Markdown, *stories: Story) -> None:
    as_tame = pages_of(*map(tame, stories))
    for written, made, other in zip(stories, pages_of(*stories), as_tame, strict=True):
        shown = render(made, renderer)
        for number, paragraph in enumerate(written.paragraphs, start=1):
            assert as_set(words(shown.by_id(f"p{number}"))) == as_set(paragraph)
        assert as_set(words(shown.by_class("story-title")[0])) == as_set(written.title or "")
        expected = rendering.shape(render(other, renderer).body)
        assert rendering.shape(shown.body) == expected, "the text made an element"


@each_renderer
@given(data=seeds)
def test_whatever_the_reader_takes_stands_on_the_page_word_for_word(
    renderer: Callable[[], markdown.Markdown], data: bytes
) -> None:
    found = read(making.seed(data), "story.txt").story
    if found:
        assert_verbatim(renderer(), replace(devise(found), address="story", description=None))


@each_renderer
def test_hostile_words_stand_on_the_page_as_they_are(
    renderer: Callable[[], markdown.Markdown],
) -> None:
    paragraphs = [text for hostile in HOSTILE for text in (hostile, f"{hostile} b", f"a {hostile}")]
    titled = [
        story(f"s{number}", "One.", title=hostile, authors=(hostile,))
        for number, hostile in enumerate(HOSTILE)
    ]
    assert_verbatim(renderer(), story("a", *paragraphs), *titled)


@given(st.lists(lines, min_size=1, max_size=4), st.sets(st.integers(0, 20), max_size=4))
def test_names_in_a_text_are_marked_and_change_no_word_of_it(
    paragraphs: list[str], marks: set[int]
) -> None:
    written = named(paragraphs, marks)
    book = making.anthology(written)
    shown = render(page_at(book, "stories/a.md"))
    for number, paragraph in enumerate(paragraphs, start=1):
        assert as_set(words(shown.by_id(f"p{number}"))) == as_set(paragraph)
    links = [words(a) for a in shown.by_class("name")]
    firsts = sorted(c.mentions[0] for c in written.characters)
    assert links == [mention.name for mention in firsts]
    for name in book.of("character"):
        for passage in render(page_at(book, f"characters/{name.slug}.md")).by_class("passage"):
            quoted = words(passage).rpartition("\u00a0¶")[0].strip()
            assert any(
                quoted.removeprefix("… ").removesuffix(" …") in punctuate(p) for p in paragraphs
            )


@given(title=lines, author=lines, rights=lines, description=lines)
def test_what_the_editor_writes_comes_back_from_front_matter_and_page(
    title: str, author: str, rights: str, description: str
) -> None:
    post = frontmatter.Post("One.\n\nTwo.", title=title, rights=rights, description=description)
    post["author"] = [author]
    found = read(making.seed(frontmatter.dumps(post)), "story.txt").story
    assert found
    made = page_of(replace(found, address="story"))
    shown = render(made)
    matter = shown.matter
    for key, written in (("title", title), ("rights", rights), ("description", description)):
        assert matter[key] == as_set(written)
    assert matter["authors"] == [as_set(author)]
    assert as_set(words(shown.by_class("story-title")[0])) == as_set(title)
    assert as_set(words(shown.by_class("story-authors")[0])) == as_set(f"by {author}")
    assert_verbatim(rendering.ours(), replace(found, address="story"))


@given(title=lines, paragraph=lines)
def test_mkdocs_and_python_frontmatter_read_the_same_from_a_page(
    title: str, paragraph: str
) -> None:
    made = page_of(story("a", paragraph, title=title))
    post = frontmatter.loads(made.text)
    body, matter = meta.get_data(made.text)
    assert matter == post.metadata
    assert body.strip() == post.content.strip()


@given(lines)
def test_a_story_whatever_it_is_called_is_listed_under_its_title(title: str) -> None:
    book = making.anthology(story("a", "Ann ran.", title=title, characters=["Ann"]))
    for path in ("index.md", "stories/index.md", "characters/index.md", "characters/ann.md"):
        shown = render(page_at(book, path))
        links = [a for a in shown.body.iter("a") if (a.get("href") or "").endswith("stories/a.md")]
        assert as_set(title) in [as_set(words(a)) for a in links], path
        assert all(not list(a) for a in links), "the title made an element"


def called(name: str) -> list[Rendered]:
    """Return the pages of an anthology in which a person and a place are called ``name``."""
    first = story("a", "Ann ran to Rome.", "Ann fell.", characters=["Ann"], locations=["Rome"])
    second = story("b", "Ann rose.", characters=["Ann"])
    who = replace(first.characters[0], name=name, aliases=("Ann", name))
    where = replace(first.locations[0], name=name, aliases=("Rome",), within=name)
    same = replace(second.characters[0], name=name, aliases=(name,))
    book = making.anthology(
        replace(first, entities=(who, where)), replace(second, entities=(same,))
    )
    return [render(made) for made in rendering.pages(book)]


def test_whatever_the_editor_calls_somebody_or_some_place_is_no_markup() -> None:
    harmless = [rendering.shape(shown.body) for shown in called("Ann")]

    @given(lines)
    def holds(name: str) -> None:
        for shown, shape in zip(called(name), harmless, strict=True):
            assert rendering.shape(shown.body) == shape, "the name made an element"
            for title in shown.by_class("name-title"):
                assert as_set(words(title)) in {as_set(name), as_set(honorifics.split(name)[1])}

    holds()


def test_a_title_with_a_script_in_it_is_harmless_wherever_it_stands() -> None:
    book = making.anthology(
        story("a", "Ann ran.", title=SCRIPT, characters=["Ann"], authors=(SCRIPT,), rights=SCRIPT)
    )
    note = Note(text=f"# {escape.markdown(SCRIPT)}")
    for each in page.pages(book, Settings(SCRIPT), note):
        assert "<script" not in frontmatter.loads(each.text).content
        assert not list(render(each).body.iter("script"))


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


def test_in_this_story_leads_to_sixteen_paragraphs_and_counts_the_rest() -> None:
    book = making.anthology(story("a", *["Ann ran."] * 20, characters=["Ann"]))
    shown = render(page_at(book, "stories/a.md"))
    assert [a.get("href") for a in shown.by_class("locator")] == [f"#p{n}" for n in range(1, 17)]
    assert "and 4 more" in words(shown.by_class("locators")[0])


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


def test_an_empty_anthology_has_friendly_pages() -> None:
    made, assets = line.publish(Anthology((), ()), Sources(()))
    paths = {each.path for each in made}
    assert paths >= {"index.md", "stories/index.md", "characters/index.md", "locations/index.md"}
    assert "No stories yet. Put a story into `docs/stories/`" in made[0].text
    assert json.loads(assets[0].data)["stories"] == []


def test_each_story_comes_with_its_seed_as_it_was() -> None:
    seed = making.seed(b"\xef\xbb\xbfOne.\r\n\r\nTwo.", "a.txt")
    book = replace(making.anthology(story("a", "One.", "Two.")), seeds=(seed,))
    _, assets = line.publish(book, Sources(()))
    assert {a.path: a.data for a in assets}["stories/a/a.txt"] == seed.data


def test_old_addresses_and_aliases_lead_to_where_things_are_now() -> None:
    book = making.anthology(
        replace(
            story("ffa6864c1bcd727b", characters=["Léa Roux|Léa"]), address="new-title-ffa6864c"
        ),
    )
    _, assets = line.publish(book, Sources(()))
    to = json.loads({a.path: a.data for a in assets}["data/addresses.json"])
    assert to["ffa6864c"] == "stories/new-title-ffa6864c/"
    assert to["characters/lea"] == "characters/lea-roux/"


def test_the_same_anthology_gives_the_same_bytes() -> None:
    book = making.anthology(
        story("a", characters=["Sophie", "Ben"], locations=["Paris"]),
        story("b", characters=["Sophie"], locations=["Paris", "Rome"]),
    )
    assert line.publish(book, Sources(())) == line.publish(book, Sources(()))


def test_an_editor_changes_a_page_by_changing_its_seed() -> None:
    made = page_of(story("a", "One."))
    assert (made.path, made.source) == ("stories/a.md", "stories/a.txt")

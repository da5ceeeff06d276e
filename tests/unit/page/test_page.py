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
from anthology.model import Anthology, Character, Mention, Story
from anthology.names import honorifics
from anthology.page.book import Book
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
        assert_verbatim(renderer(), replace(devise([found])[0], address="story", description=None))


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
    for each in page.pages(Book(book, Settings(SCRIPT)), note):
        assert "<script" not in frontmatter.loads(each.text).content
        assert not list(render(each).body.iter("script"))


def test_an_empty_anthology_has_friendly_pages() -> None:
    made, assets = line.publish(Anthology((), ()), Sources(()))
    paths = {each.path for each in made}
    assert paths >= {"index.md", "stories/index.md", "characters/index.md", "locations/index.md"}
    assert "No stories yet. Put a story into `docs/stories/`" in made[0].text
    assert json.loads(assets[0].data)["stories"] == []


def test_the_same_anthology_gives_the_same_bytes() -> None:
    book = making.anthology(
        story("a", characters=["Sophie", "Ben"], locations=["Paris"]),
        story("b", characters=["Sophie"], locations=["Paris", "Rome"]),
    )
    assert line.publish(book, Sources(())) == line.publish(book, Sources(()))

"""The text is kept: any words of anybody's come out as those words, wherever the site has them."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import frontmatter
import hypothesis
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config

from anthology.devise import devise
from anthology.read import read
from anthology.text.typeset import as_set
from support import making, rendering
from support.pages import Element, parsed
from support.project import URL, set_up
from support.rendering import page_of, render, words
from support.sites import Built
from support.strategies import lines, seeds

pytestmark = pytest.mark.slow

THOROUGH = hypothesis.settings().max_examples >= 20_000
TEXTS = 20_000 if THOROUGH else 500
STORIES = 20
"""Stories in one build."""
BUILDS = 50 if THOROUGH else 1

stories = st.fixed_dictionaries(
    {
        "title": lines,
        "author": lines,
        "description": lines,
        "rights": lines,
        "name": lines,
        "place": lines,
        "paragraphs": st.lists(lines, min_size=1, max_size=3),
    }
)
"""What somebody may say of a story, and in it."""


@hypothesis.settings(max_examples=TEXTS)
@given(data=seeds)
def test_the_words_on_a_page_are_the_words_of_the_seed(data: bytes) -> None:
    """In order, none added, none hidden, and nothing made of them."""
    story = read(making.seed(data), "story.txt").story
    if not story:
        return
    story = replace(devise([story])[0], address="story", description=None)
    shown = render(page_of(story), rendering.ours())
    prose = [element for element in shown.body if "prose" in (element.get("class") or "").split()]
    assert [as_set(words(each)) for each in prose] == [as_set(each) for each in story.paragraphs]
    assert not [inner for each in prose for inner in each], "the text made an element"
    assert as_set(words(shown.by_class("story-title")[0])) == as_set(story.title or "")


def seed_of(story: dict[str, Any]) -> str:
    text = [f"One day {story['name']} came to {story['place']} again.", *story["paragraphs"]]
    post = frontmatter.Post(
        "\n\n".join(text),
        title=story["title"],
        author=[story["author"]],
        description=story["description"],
        rights=story["rights"],
        characters=[{"name": story["name"], "is": "character"}],
    )
    return frontmatter.dumps(post, sort_keys=False)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return set_up(tmp_path_factory.mktemp("kept") / "project", {})


def built(project: Path, told: Sequence[dict[str, Any]]) -> Built:
    """Build a site of these stories; places are named in an authority file."""
    for folder in ("stories", "authority"):
        shutil.rmtree(project / "docs" / folder, ignore_errors=True)
        (project / "docs" / folder).mkdir()
    for number, story in enumerate(told):
        (project / f"docs/stories/story-{number:02}.txt").write_text(seed_of(story), "utf-8")
    places = [{"name": story["place"], "is": "location"} for story in told]
    (project / "docs/authority/locations.yml").write_text(yaml.safe_dump(places), "utf-8")
    config = load_config(str(project / "mkdocs.yml"), site_url=URL)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return Built(project / "site")


def linked_data(page: Element) -> dict[str, Any]:
    [script] = [s for s in page.all("script") if s.attributes.get("type") == "application/ld+json"]
    data: dict[str, Any] = json.loads(script.text)
    return data


def meta(page: Element, name: str) -> str:
    [found] = [
        m.attributes["content"]
        for m in page.all("meta")
        if name in (m.attributes.get("name"), m.attributes.get("property"))
    ]
    return found


def is_tame(page: Element) -> bool:
    """Whether a page has the scripts, links and attributes of ours alone."""
    scripts = [s for s in page.all("script") if "src" not in s.attributes]
    kinds = sorted(s.attributes.get("type", "") for s in scripts)
    links = [e.attributes[a] for e in page for a in ("href", "src") if a in e.attributes]
    return (
        kinds == ["application/json", "application/ld+json", "text/plain"]
        and not [a for e in page for a in e.attributes if a.startswith("on") or a == "style"]
        and all(re.match(rf"[#./a-z0-9]|{re.escape(URL)}", link) for link in links)
        and not [link for link in links if ":" in link.replace(URL, "").split("/")[0]]
        and not [e for e in page if e.tag in ("iframe", "object", "embed", "base", "img", "b", "u")]
    )


@hypothesis.settings(
    max_examples=BUILDS,
    suppress_health_check=list(hypothesis.HealthCheck),
    # To make so large an example smaller would take longer than to read it.
    phases=[hypothesis.Phase.generate],
)
@given(told=st.lists(stories, min_size=STORIES, max_size=STORIES))
def test_whatever_is_said_of_a_story_is_said_as_it_was_on_the_real_site(
    project: Path, told: list[dict[str, Any]]
) -> None:
    """In headings, titles, attributes, JSON-LD, JSON, XML and the search; nothing comes alive."""
    site = built(project, told)
    read_back = {each["source"]: each for each in site.data["stories"]}
    names = {as_set(name["name"]) for name in site.data["characters"]}
    places = {as_set(name["name"]) for name in site.data["locations"]}
    for address, page in site.pages.items():
        if address != "no/such/page":
            assert is_tame(page), address
    for number, story in enumerate(told):
        data = read_back[f"story-{number:02}.txt"]
        assert data["title"] == story["title"]
        assert data["authors"] == [story["author"]]
        assert data["paragraphs"][1:] == story["paragraphs"]
        page = site.pages[data["url"]]
        title = as_set(story["title"])
        assert as_set(page.one("h1").text) == title
        assert as_set(page.one("title").text).startswith(title)
        assert as_set(meta(page, "og:title")) == title
        assert as_set(meta(page, "description")) == as_set(story["description"])
        linked = linked_data(page)
        assert as_set(linked["name"]) == title
        assert as_set(linked["description"]) == as_set(story["description"])
        assert [as_set(a["name"]) for a in linked["author"]] == [as_set(story["author"])]
        shown = [as_set(p.text) for p in page.all("p", "prose")]
        assert shown == [as_set(p) for p in data["paragraphs"]]
        text = as_set(page.one("article").text)
        assert as_set(f"by {story['author']}") in text
        assert as_set(story["rights"]) in text
    # Where one such name is part of another, the rules of names may know better.
    assert (names | places) & {as_set(story["place"]) for story in told}
    for section, kind in (("characters", "Person"), ("locations", "Place")):
        for name in site.data[section]:
            page = site.pages[name["url"]]
            assert as_set(page.one("h1").text) == as_set(name["name"])
            assert linked_data(page)["@type"] == kind
            assert as_set(linked_data(page)["name"]) == as_set(name["name"])
    sitemap = ET.parse(site.folder / "sitemap.xml")  # noqa: S314 - we wrote it
    addresses = [element.text for element in sitemap.iter() if element.text]
    assert all(address.isascii() for address in addresses)
    entries = json.loads((site.folder / "search/search_index.json").read_bytes())["docs"]
    found = {e["location"]: parsed(e["title"]) for e in entries}
    for data in read_back.values():
        element = found[data["url"]]
        assert as_set(element.text).startswith(as_set(data["title"]))

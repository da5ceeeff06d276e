"""What a page says of itself to other programs: to search engines, previews and screen readers."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin

import pytest

from anthology.text.typeset import as_set
from support.pages import Element
from support.project import URL
from support.sites import Built

pytestmark = pytest.mark.slow

MISSING = "no/such/page"


@pytest.fixture(params=["site", "hard", "awkward", "nowhere"])
def any_site(request: pytest.FixtureRequest) -> Built:
    """Our own site, and three of harder anthologies."""
    built: Built = request.getfixturevalue(request.param)
    return built


def metas(page: Element) -> dict[str, str]:
    """Return what the ``meta`` elements say, each of which says it once."""
    said: dict[str, str] = {}
    for meta in page.all("meta"):
        if key := meta.attributes.get("name") or meta.attributes.get("property"):
            assert key not in said, key
            said[key] = meta.attributes["content"]
    return said


def linked_data(page: Element) -> dict[str, Any]:
    (script,) = [
        each for each in page.all("script") if each.attributes.get("type") == "application/ld+json"
    ]
    data: dict[str, Any] = json.loads(script.text)
    assert data["@context"] == "https://schema.org"
    return data


def test_every_page_says_where_it_stands_and_what_is_on_it(any_site: Built) -> None:
    for address, page in any_site.pages.items():
        if address == MISSING:
            continue
        url = urljoin(URL, address)
        (canonical,) = [e for e in page.all("link") if e.attributes.get("rel") == "canonical"]
        assert canonical.attributes["href"] == url
        said = metas(page)
        assert said["og:url"] == url
        assert said["og:site_name"] == any_site.data["anthology"]["title"]
        assert said["og:title"] == linked_data(page)["name"]
        assert said["og:title"] in page.one("title").text
        assert said["og:description"] == said["description"]
        assert 0 < len(said["description"]) <= 300, address
        assert linked_data(page)["url"] == url


def test_the_first_page_is_the_book(any_site: Built) -> None:
    said = linked_data(any_site.pages[""])
    assert said["@type"] == "Book"
    assert said["name"] == any_site.data["anthology"]["title"]


def test_descriptions_differ_from_page_to_page(any_site: Built) -> None:
    pages = any_site.pages.items()
    descriptions = [metas(page)["description"] for address, page in pages if address != MISSING]
    assert len(set(descriptions)) > 0.9 * len(descriptions)


def test_a_page_that_is_not_there_does_not_say_that_it_is(any_site: Built) -> None:
    page = any_site.pages[MISSING]
    assert not [e for e in page.all("link") if e.attributes.get("rel") == "canonical"]
    assert not [key for key in metas(page) if key.startswith("og:")]


def test_a_story_is_a_short_story_with_its_people_and_its_settings(any_site: Built) -> None:
    for story in any_site.data["stories"]:
        page = any_site.pages[story["url"]]
        said = linked_data(page)
        assert metas(page)["og:type"] == "article"
        assert said["@type"] == "ShortStory"
        assert said["name"] == as_set(story["title"])
        assert [each["name"] for each in said["character"]] == [
            as_set(each["name"]) for each in story["characters"]
        ]
        assert {each["@type"] for each in said["character"]} <= {"Person"}
        assert [each["name"] for each in said["contentLocation"]] == [
            as_set(each["name"]) for each in story["locations"] if each["relation"] == "setting"
        ]
        assert {each["@type"] for each in said["contentLocation"]} <= {"Place"}
        assert [each["name"] for each in said["author"]] == [as_set(a) for a in story["authors"]]
        assert said["isPartOf"]["name"] == any_site.data["anthology"]["title"]
        assert said["isPartOf"]["url"] == URL


def test_a_short_story_has_as_many_words_as_were_written(site: Built) -> None:
    for story in site.data["stories"]:
        words = len(" ".join(story["paragraphs"]).replace(" – ", " ").split())
        assert linked_data(site.pages[story["url"]])["wordCount"] == pytest.approx(words, rel=0.02)


@pytest.mark.parametrize(("section", "kind"), [("characters", "Person"), ("locations", "Place")])
def test_a_name_page_is_about_a_person_or_a_place(any_site: Built, section: str, kind: str) -> None:
    for name in any_site.data[section]:
        said = linked_data(any_site.pages[name["url"]])
        assert said["@type"] == kind
        assert said["name"] == as_set(name["name"])
        assert said["subjectOf"]["url"] == URL


def test_every_page_says_its_language(any_site: Built) -> None:
    for page in any_site.pages.values():
        assert page.one("html").attributes["lang"] == "en"


@pytest.mark.parametrize(
    ("address", "lang", "direction"),
    [
        ("stories/g-french/", "fr", None),
        ("stories/f-hebrew/", "he", "rtl"),
        ("stories/e-right-to-left/", None, None),
    ],
)
def test_the_text_and_the_title_of_a_story_say_their_language_where_it_is_another(
    awkward: Built, address: str, lang: str | None, direction: str | None
) -> None:
    page = awkward.pages[address]
    for element in (page.one("h1"), *page.all("p", "prose")):
        assert element.attributes.get("lang") == lang
        assert element.attributes.get("dir") == direction
    assert linked_data(page)["inLanguage"] == (lang or "en")


def test_what_is_quoted_from_a_story_in_another_language_says_so(awkward: Built) -> None:
    for address in ("", "stories/"):
        quoted = [
            e for e in awkward.pages[address] if e.attributes.get("lang") == "he" and e.tag == "p"
        ]
        assert quoted
        assert all(each.attributes.get("dir") == "rtl" for each in quoted)
    passages = awkward.pages["characters/lea-roux/"].all("p", "passage")
    assert passages
    assert all(each.attributes.get("lang") == "fr" for each in passages)

"""The site as it is built: what stands on it, where it leads, and that it is the same twice."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from anthology.text.typeset import as_set
from support import STORIES, TITLES, TOP
from support.pages import paragraphs
from support.project import URL, files, mkdocs, set_up
from support.sites import Built
from support.stories import HARD, SCRIPT

pytestmark = pytest.mark.slow

EPOCH = "1700000000"
THEME = [
    r"assets/images/favicon\.png",
    r"assets/javascripts/bundle\.[0-9a-f]+\.min\.js",
    r"assets/javascripts/lunr/(wordcut|tinyseg|min/lunr\.[\w.-]+\.min)\.js",
    r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js",
    r"assets/stylesheets/(main|palette)\.[0-9a-f]+\.min\.css",
]
"""What the theme adds, and beside each of its scripts and styles a source map."""


@pytest.fixture(params=["site", "hard"])
def any_site(request: pytest.FixtureRequest) -> Built:
    """Our own site, and a harder one."""
    built: Built = request.getfixturevalue(request.param)
    return built


def story_addresses(built: Built) -> list[str]:
    return [story["url"] for story in built.data["stories"]]


def name_addresses(built: Built) -> list[str]:
    return [name["url"] for name in (*built.data["characters"], *built.data["locations"])]


def entities(story: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return what a story names, each with the section of the site that has its page."""
    return [
        (section, entity) for section in ("characters", "locations") for entity in story[section]
    ]


def name_pages(built: Built) -> Iterator[tuple[str, str, str]]:
    """Give, for each entity, the section and the id it has, and the address of its name."""
    for section, parts in (("characters", "persons"), ("locations", "places")):
        for name in built.data[section]:
            for part in name[parts]:
                for entity_id in part["entities"]:
                    yield section, entity_id, name["url"]


def test_the_four_stories_bear_their_titles(site: Built) -> None:
    assert {story["source"]: story["title"] for story in site.data["stories"]} == TITLES
    for story in site.data["stories"]:
        page = site.pages[story["url"]]
        assert page.one("h1").text == story["title"]
        assert page.one("title").text.startswith(story["title"])
        assert "supplied by the editors" in page.one("article").text


def test_every_link_and_every_anchor_leads_somewhere_on_the_site(any_site: Built) -> None:
    assert any_site.astray() == []


def test_a_link_that_leads_nowhere_would_be_seen(site: Built, tmp_path: Path) -> None:
    shutil.copytree(site.folder, tmp_path / "site")
    about = tmp_path / "site/about/index.html"
    wrong = [
        "../stories/none/",
        "../stories/#none",
        "../../",
        "https://example.com/",
        "//example.net",
    ]
    links = "".join(f'<a href="{link}">x</a>' for link in wrong)
    about.write_text(about.read_text("utf-8").replace("</article>", f"{links}</article>"), "utf-8")
    found = Built(tmp_path / "site").astray()
    assert found == [f"about/: <a> to {urljoin(URL + 'about/', link)}" for link in wrong]


def test_no_id_stands_twice_on_a_page(any_site: Built) -> None:
    for address in any_site.pages:
        twice = {name for name, count in any_site.ids(address).items() if count > 1}
        assert not twice, address


def test_every_story_stands_on_its_page_letter_for_letter(any_site: Built) -> None:
    for story in any_site.data["stories"]:
        shown = paragraphs(any_site.pages[story["url"]])
        assert [as_set(p.text) for p in shown] == [as_set(p) for p in story["paragraphs"]]
        assert [p.attributes["id"] for p in shown] == [f"p{n + 1}" for n in range(len(shown))]


def test_every_locator_lands_on_a_paragraph_that_has_the_name(any_site: Built) -> None:
    """A story and a name page have a locator for each paragraph with a mention, and no other."""
    at = {(section, entity): url for section, entity, url in name_pages(any_site)}
    for story in any_site.data["stories"]:
        for section, entity in entities(story):
            wanted = {mention["paragraph"] + 1 for mention in entity["mentions"]}
            shown = {
                element.attributes["id"]: as_set(element.text)
                for element in paragraphs(any_site.pages[story["url"]])
            }
            for mention in entity["mentions"]:
                text = story["paragraphs"][mention["paragraph"]]
                form = as_set(text[mention["start"] : mention["end"]])
                assert form in shown[f"p{mention['paragraph'] + 1}"]
            name_page = at[section, entity["id"]]
            assert locators(any_site, name_page, story["url"]) == wanted
            rows = [
                row
                for row in any_site.pages[story["url"]].all("li")
                if row.all(class_="locators")
                and urljoin(URL + story["url"], row.all("a")[0].attributes["href"])
                == URL + name_page
            ]
            assert [
                {int(a.text.removeprefix("¶")) for a in row.all("a", "locator")} for row in rows
            ] == [wanted]
            for locator in rows[0].all("a", "locator"):
                assert locator.attributes["href"] == f"#p{locator.text.removeprefix('¶')}"


def locators(built: Built, page: str, story: str) -> set[int]:
    """Return the numbers of the paragraphs of a story that a page has locators for."""
    numbers = set()
    for element, url in built.links(page):
        if "locator" in element.attributes.get("class", "").split():
            address, _, fragment = url.removeprefix(URL).partition("#")
            if address == story:
                assert fragment == f"p{element.text.removeprefix('¶')}"
                numbers.add(int(fragment[1:]))
    return numbers


def test_no_story_and_no_name_is_in_the_navigation(any_site: Built) -> None:
    for address, page in any_site.pages.items():
        at = urljoin(URL, address)
        sections = [
            urljoin(at, link.attributes["href"]).removeprefix(URL)
            for part in (page.one("header"), *page.all("nav", "md-nav"))
            for link in part.all("a")
        ]
        assert "stories/" in sections
        assert not set(sections) & {*story_addresses(any_site), *name_addresses(any_site)}
        # Nobody who reads about the anthology downloads a list of all there is in it.
        if address == "about/":
            linked = {url.removeprefix(URL) for _, url in any_site.links(address)}
            assert not linked & {*story_addresses(any_site), *name_addresses(any_site)}


def test_before_and_next_lead_through_all_stories(any_site: Built) -> None:
    stories = story_addresses(any_site)
    for rel, there in (("prev", [None, *stories[:-1]]), ("next", [*stories[1:], None])):
        for story, other in zip(stories, there, strict=True):
            found = [
                (element.tag, url.removeprefix(URL))
                for element, url in any_site.links(story)
                if element.attributes.get("rel") == rel
            ]
            assert found == ([("link", other), ("a", other)] if other else [])


def test_every_file_of_the_site_was_meant(any_site: Built) -> None:
    stories = story_addresses(any_site)
    meant = ["404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"]
    meant += ["data/anthology.json", "data/addresses.json"]
    meant += [f"{address}index.html" for address in (*stories, *name_addresses(any_site))]
    meant += [f"{address}{address.split('/')[-2]}.txt" for address in stories]
    meant += [f"data/{address[:-1]}.json" for address in stories]
    sections = ("", "about/", "stories/", "characters/", "locations/", "connections/")
    meant += [f"{address}index.html" for address in sections]
    meant += [f"assets/{path}" for path in files(TOP / "docs/assets")]
    theme = re.compile(rf"(?:{'|'.join(THEME)})(?:\.map)?")
    found = [path for path in files(any_site.folder) if not theme.fullmatch(path)]
    assert sorted(found) == sorted(meant)


def test_the_sitemap_has_every_page_at_the_address_of_the_site(any_site: Built) -> None:
    sitemap = (any_site.folder / "sitemap.xml").read_text("utf-8")
    found = re.findall("<loc>(.*?)</loc>", sitemap)
    assert sorted(found) == sorted(
        URL + address for address in any_site.pages if address[:2] != "no"
    )


def test_the_plain_seed_beside_a_story_is_the_seed_byte_for_byte(site: Built) -> None:
    for story in site.data["stories"]:
        links = [url for e, url in site.links(story["url"]) if "download" in e.attributes]
        assert len(links) == 1
        published = (site.folder / links[0].removeprefix(URL)).read_bytes()
        assert published == (STORIES / story["source"]).read_bytes()


def test_each_story_has_a_file_with_its_part_of_the_data(any_site: Built) -> None:
    for story in any_site.data["stories"]:
        own = any_site.folder / "data" / f"{story['url'][:-1]}.json"
        assert json.loads(own.read_text("utf-8")) == story


def test_what_is_doubtful_stands_apart_with_its_probability(any_site: Built) -> None:
    for story in any_site.data["stories"]:
        assert story["doubtful"].keys() == {"characters", "locations"}
        for entity in (each for some in story["doubtful"].values() for each in some):
            assert 0 <= entity["probability"] <= 1


def test_the_data_follow_the_contract(any_site: Built) -> None:
    data = any_site.data
    assert data.keys() == {"anthology", "stories", "characters", "locations"}
    found = {}
    for story in data["stories"]:
        keys = "source id title title_source authors paragraphs characters locations url".split()
        assert story.keys() == {*keys, "doubtful"}
        for section, entity in entities(story):
            found[section, entity["id"]] = entity
            assert entity["id"].startswith(f"{story['id']}/")
            for mention in entity["mentions"]:
                text = story["paragraphs"][mention["paragraph"]]
                assert text[mention["start"] : mention["end"]] in (
                    entity["name"],
                    *entity["aliases"],
                )
            if section == "characters":
                assert entity["role"] in ("character", "mentioned")
            else:
                assert entity["relation"] in ("setting", "mentioned")
                assert entity["kind"]
    assert sorted(found) == sorted((section, entity) for section, entity, _ in name_pages(any_site))
    identities = {"single", "presumed", "open", "same", "different", "mixed"}
    for section, parts in (("characters", "persons"), ("locations", "places")):
        for name in data[section]:
            assert name["identity"] in identities
            for relation in name["relations"]:
                assert relation.keys() == {parts, "identity", "reason", "by"}
                assert relation["identity"] in identities - {"single", "mixed"}
                assert relation["reason"]
                assert all(number < len(name[parts]) for number in relation[parts])


def test_the_two_sophies_are_two_persons_under_one_name(site: Built) -> None:
    sophie = next(name for name in site.data["characters"] if name["name"] == "Sophie")
    assert sophie["identity"] == "open"
    assert [len(person["entities"]) for person in sophie["persons"]] == [1, 1]
    assert [(r["persons"], r["identity"], r["by"]) for r in sophie["relations"]] == [
        ([0, 1], "open", None)
    ]
    page = site.pages[sophie["url"]].one("article").text
    said = "Two stories have someone called Sophie. The texts do not say whether she is the same"
    assert said in page
    counts = [
        len(entity["mentions"])
        for story in site.data["stories"]
        for entity in story["characters"]
        if entity["name"] == "Sophie"
    ]
    assert f"{sum(counts)} mentions under this name ({' + '.join(map(str, counts))})" in page


def test_the_site_names_eight_persons_and_seven_places(site: Built) -> None:
    persons = [person for name in site.data["characters"] for person in name["persons"]]
    assert len(persons) == 8
    assert {name["name"] for name in site.data["characters"]} == {
        "Léa Roux", "Viktoria Leroy", "Léon", "Valérie Ivanov", "Sophie", "Alejandro Lefevre",
        "Colette",
    }  # fmt: skip
    assert {name["name"] for name in site.data["locations"]} == {
        "Montmartre", "Paris", "Seine", "Eiffel Tower", "France", "Russia", "Atelier de Peinture",
    }  # fmt: skip


def test_one_name_may_be_a_persons_and_a_places(hard: Built) -> None:
    assert {"characters/sydney/", "locations/sydney/"} <= set(name_addresses(hard))


def test_what_a_seed_says_is_text_wherever_it_stands(hard: Built) -> None:
    """No page has a script, an element or an attribute that came from a seed."""
    story = next(s for s in hard.data["stories"] if s["source"] == "1_script.txt")
    page = hard.pages[story["url"]]
    assert as_set(page.one("h1").text) == as_set(SCRIPT)
    assert page.one("title").text.startswith(as_set(SCRIPT))
    description = next(m for m in page.all("meta") if m.attributes.get("name") == "description")
    assert description.attributes["content"] == as_set('"><script>1</script>')
    assert "<i>Anon</i>" in page.one("article").text
    assert "<u>All</u> of them" in page.one("article").text
    for address, any_page in hard.pages.items():
        article = any_page.one("article")
        assert not article.all("b"), address
        assert not article.all("u"), address
        assert not [e for e in any_page for name in e.attributes if name.startswith("on")], address
        for script in any_page.all("script"):
            if script.attributes.get("type") == "application/ld+json":
                assert json.loads(script.text)["@context"] == "https://schema.org"
            else:
                assert "taken" not in script.text, address
    links = [e.attributes.get("href", "") for p in hard.pages.values() for e in p]
    assert not [link for link in links if link.startswith("javascript:")]


def test_the_search_index_has_the_words_first_and_the_folded_forms_last(hard: Built) -> None:
    entries = json.loads((hard.folder / "search/search_index.json").read_bytes())["docs"]
    story = next(s for s in hard.data["stories"] if s["source"] == "1_script.txt")
    texts = [e["text"] for e in entries if e["location"].startswith(story["url"])]
    paragraph = next(p for t in texts for p in t.split("</p>") if "went home with" in p)
    words, hidden, rest = paragraph.partition("<i hidden>")
    assert "Zoë Łukasz to see Søren" in unescape(words)
    assert hidden
    assert rest.removesuffix("</i>").split() == ["zoe", "lukasz", "soren"]
    chinese = next(e for e in entries if e["title"].startswith("上海的雨"))
    assert re.fullmatch(r"上海的雨 <i hidden>[a-z]+</i>", chinese["title"])


@pytest.mark.parametrize("seeds", [None, HARD], ids=["ours", "hard"])
def test_two_builds_are_the_same_byte_for_byte(
    tmp_path: Path, seeds: dict[str, str | bytes] | None
) -> None:
    """From two folders, filled in another order, in another time zone, language and hash seed."""
    reverse = dict(reversed(seeds.items())) if seeds else None
    one = set_up(tmp_path / "one", seeds)
    two = set_up(tmp_path / "another place" / "zwei", reverse)
    settings = {"SITE_URL": URL, "SOURCE_DATE_EPOCH": EPOCH}
    first = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    second = {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "C.UTF-8"}
    assert mkdocs(one, "build", **settings, **first).returncode == 0
    assert mkdocs(two, "build", **settings, **second).returncode == 0
    ones, twos = files(one / "site"), files(two / "site")
    assert ones.keys() == twos.keys()
    assert [path for path in ones if ones[path] != twos[path]] == []

"""The site as a reader meets it, below an address of its own and in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from anthology.text.typeset import as_set
from support.browser import Reader, Reads, on_a_phone
from support.project import BASE
from support.sites import Built
from support.stories import SCRIPT

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SEARCH = "**/search_index.json"
NARROWEST = 320


@pytest.fixture(params=["site", "hard"])
def anywhere(request: pytest.FixtureRequest) -> tuple[Built, str]:
    """Our own site or a harder one, and where it is served."""
    built: Built = request.getfixturevalue(request.param)
    at = request.getfixturevalue("address" if request.param == "site" else "hard_address")
    return built, at


@on_a_phone
def test_every_page_reads_well_and_asks_nobody_else(
    anywhere: tuple[Built, str], reads: Reads, width: int
) -> None:
    """No error in the console, nothing missing, no other host, no cookie, nothing to scroll to."""
    built, at = anywhere
    reader = reads(width, at)
    for address in built.pages:
        reader.open(address, missing=address == "no/such/page")
        expect(reader.page.locator("h1").first).to_be_visible()
        assert reader.overflow() == 0, address
    assert len(reader.requests) > len(built.pages)


def test_no_page_scrolls_sideways_on_the_narrowest_screen(
    anywhere: tuple[Built, str], reads: Reads
) -> None:
    built, at = anywhere
    reader = reads(NARROWEST, at)
    for address in built.pages:
        reader.open(address, missing=address == "no/such/page")
        assert reader.overflow() == 0, address
    reader.page.evaluate("document.querySelector('h1').style.width = '330px'")
    assert reader.overflow() > 0


def test_what_asks_another_host_is_seen(reads: Reads) -> None:
    """The walk above would notice a font, a script or a picture from elsewhere."""
    reader = reads()
    reader.open("about/")
    with reader.page.expect_request("http://example.com/x.png"):
        reader.page.evaluate("new Image().src = 'http://example.com/x.png'")
    assert "asks for http://example.com/x.png" in reader.complaints
    reader.complaints.clear()


def test_a_story_reads_and_its_links_lead_on_without_scripts(reads: Reads, site: Built) -> None:
    reader = reads(390, java_script_enabled=False)
    page = reader.page
    reader.open("")
    page.get_by_role("link", name="Start reading").click()
    story = site.data["stories"][0]
    expect(page).to_have_url(urljoin(reader.url, story["url"]))
    for number, paragraph in enumerate(story["paragraphs"], start=1):
        shown = page.locator(f"#p{number}")
        expect(shown).to_be_visible()
        assert as_set(shown.inner_text()) == as_set(paragraph)
    last = len(story["paragraphs"])
    page.locator(f"a.locator[href='#p{last}']").first.click()
    assert page.url.endswith(f"#p{last}")
    expect(page.locator(f"#p{last}")).to_be_in_viewport()
    page.locator("p.prose a").first.click()
    expect(page).to_have_url(re.compile(rf"{BASE}(characters|locations)/[a-z-]+/$"))
    page.locator("a.locator").first.click()
    expect(page).to_have_url(re.compile(rf"{BASE}stories/[a-z0-9-]+/#p\d+$"))
    for section in ("Stories", "Characters", "Locations", "About"):
        page.locator("header").get_by_role("link", name=section).click()
        expect(page.locator("h1")).to_contain_text(section)
    assert not [url for url in reader.requests if url.endswith((".js", ".json"))]


def test_nothing_is_given_away_unasked(reads: Reads, site: Built) -> None:
    """Of a name's passages the first is open and the rest are not, until the reader opens them."""
    name = next(
        address
        for address, page in site.pages.items()
        if address.startswith("characters/") and page.all("details")
    )
    reader = reads(390, java_script_enabled=False)
    reader.open(name)
    locators = reader.page.locator("article a.locator")
    expect(locators.nth(0)).to_be_visible()
    expect(locators.nth(1)).to_be_hidden()
    reader.page.locator("summary").first.click()
    expect(locators.nth(1)).to_be_visible()


def test_a_story_from_right_to_left_is_set_so_in_a_site_from_left_to_right(
    reads: Reads, hard: Built, hard_address: str
) -> None:
    """Its full stop stands at the left, and its first letter at the right edge of the page."""
    story = next(s for s in hard.data["stories"] if s["source"] == "2_hebrew.txt")
    reader = reads(390, hard_address)
    places = """e => {
        const letters = document.createTreeWalker(e, NodeFilter.SHOW_TEXT).nextNode()
        const at = n => {
            const range = document.createRange()
            range.setStart(letters, n)
            range.setEnd(letters, n + 1)
            return range.getBoundingClientRect()
        }
        const box = e.getBoundingClientRect(), last = at(letters.length - 1)
        return [last.left, at(0).left, box.right - at(0).right, box.left, last.left]
    }"""
    reader.open(story["url"])
    stop, first, from_the_right, *_ = reader.page.locator("#p1").evaluate(places)
    assert stop < first
    assert from_the_right < 5
    reader.open("")
    incipit = reader.page.locator(".entry-incipit", has_text=story["paragraphs"][0].split()[0])
    stop, first, _, left, begins = incipit.evaluate(places)
    assert stop < first
    assert begins - left < 5


# Search


FIELD = "[name=query]:visible, .book-header__search:visible"
"""What there is to search in: the field, or on a narrow screen the button that shows it."""


def by_pointer(page: Page) -> None:
    page.locator(FIELD).first.click()


def by_focus(page: Page) -> None:
    """As who moves by landmarks comes to it."""
    page.locator(FIELD).first.focus()
    if page.evaluate("document.activeElement.matches('button')"):
        page.keyboard.press("Enter")


def by_keyboard(page: Page) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[name=query], .book-header__search')"):
            if page.evaluate("document.activeElement.matches('button')"):
                page.keyboard.press("Space")
            return
    pytest.fail("the search is not reached by the keyboard")


@on_a_phone
@pytest.mark.parametrize("turn", [by_pointer, by_focus, by_keyboard])
def test_the_index_is_fetched_when_the_reader_turns_to_the_search_and_not_before(
    reads: Reads, site: Built, turn: Callable[[Page], None], width: int
) -> None:
    reader = reads(width)
    reader.open(site.data["stories"][0]["url"])
    reader.page.wait_for_load_state("networkidle")
    reader.page.mouse.move(200, 300)
    reader.page.mouse.wheel(0, 400)
    reader.page.mouse.wheel(0, -400)
    assert not [url for url in reader.requests if "search_index" in url]
    with reader.page.expect_response(SEARCH) as answer:
        turn(reader.page)
    assert answer.value.ok


def found(reader: Reader, query: str) -> tuple[list[str], str]:
    """Return the titles that a search shows, the first first, and all that it shows."""
    reader.open("about/")
    by_pointer(reader.page)
    expect(reader.page.locator("[name=query]")).to_be_focused()
    reader.page.keyboard.type(query)
    items = reader.page.locator(".md-search-result__item")
    expect(items.first).to_be_visible()
    titles = items.locator("h1").all_inner_texts()
    return titles, reader.page.locator(".md-search-result__list").inner_text()


@pytest.mark.parametrize("width", [390, 1280])
def test_lea_finds_lea_roux_and_shows_her_name_as_it_is_written(reads: Reads, width: int) -> None:
    titles, shown = found(reads(width), "Lea")
    assert {"Léa Roux", "Léa Roux in Montmartre"} <= set(titles[:2])
    assert "Léa Roux stepped out of her small apartment" in shown
    assert not re.search(r"\blea\b", shown, re.IGNORECASE)


@pytest.mark.parametrize("query", ["cafe", "café", "CAFE"])
def test_cafe_finds_the_stories_with_a_cafe_however_it_is_typed(reads: Reads, query: str) -> None:
    titles, shown = found(reads(), query)
    assert {"Viktoria Leroy in Paris", "Alejandro Lefevre in Montmartre"} <= set(titles)
    assert "charming little café" in shown
    assert not re.search(r"\bcafe\b", shown)


@pytest.mark.parametrize(
    ("query", "story"),
    [
        ("bonjour", "Léa Roux in Montmartre"),
        ("couldn't", "Viktoria Leroy in Paris"),
        ("couldn’t", "Viktoria Leroy in Paris"),
        ("free-spirited", "Viktoria Leroy in Paris"),
    ],
)
def test_words_are_found_whatever_marks_stand_around_them(
    reads: Reads, query: str, story: str
) -> None:
    titles, _ = found(reads(), query)
    assert story in titles


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Lukasz", "Zoë Łukasz"),
        ("Soren", "Søren"),
        ("shanghai", "上海的雨"),
        ("שלום", "שלום לירושלים"),
        ("taken", SCRIPT),
    ],
)
def test_a_search_finds_names_in_any_script_and_runs_none(
    reads: Reads, hard_address: str, query: str, name: str
) -> None:
    reader = reads(url=hard_address)
    titles, _ = found(reader, query)
    assert as_set(name) in [as_set(title) for title in titles]
    assert reader.page.title() != "taken"


# Addresses that were


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stories/a-title-it-had-ffa6864c/", "stories/lea-roux-in-montmartre-ffa6864c/"),
        ("stories/a-title-it-had-ffa6864c/#p3", "stories/lea-roux-in-montmartre-ffa6864c/#p3"),
        ("stories/a-title-it-had-ffa6864c", "stories/lea-roux-in-montmartre-ffa6864c/"),
        ("characters/viktoria/", "characters/viktoria-leroy/"),
        ("characters/monsieur-lefevre/", "characters/alejandro-lefevre/"),
    ],
)
def test_an_address_that_was_leads_to_where_the_page_is_now(
    reads: Reads, old: str, new: str
) -> None:
    reader = reads()
    reader.open(old, missing=True)
    expect(reader.page).to_have_url(urljoin(reader.url, new))
    expect(reader.page.locator("h1")).not_to_have_text("This page is not here")


@pytest.mark.parametrize(
    "asked",
    ["no/such/page", "stories/none-00000000/", "characters/nobody/", "a/%E0%A4%A", "constructor"],
)
def test_an_address_that_never_was_gets_a_page_with_ways_on(reads: Reads, asked: str) -> None:
    reader = reads()
    reader.open(asked, missing=True)
    reader.page.wait_for_load_state("networkidle")
    expect(reader.page.locator("h1")).to_have_text("This page is not here")
    reader.page.locator("article").get_by_role("link", name="Stories").click()
    expect(reader.page).to_have_url(urljoin(reader.url, "stories/"))


# What the reader chooses

GROUND = "getComputedStyle(document.documentElement).backgroundColor"


def test_a_palette_is_chosen_and_remembered_in_the_browser_alone(reads: Reads, site: Built) -> None:
    reader = reads(390, color_scheme="light")
    page = reader.page
    reader.open(site.data["stories"][0]["url"])
    grounds = [page.evaluate(GROUND)]
    for palette in ("Sepia", "Dark"):
        choose(page, palette)
        grounds.append(page.evaluate(GROUND))
    assert len(set(grounds)) == 3
    page.reload()
    assert page.evaluate(GROUND) == grounds[-1]
    reader.open("about/")
    assert page.evaluate(GROUND) == grounds[-1]


def test_nothing_is_kept_before_a_choice_and_then_only_under_the_sites_own_address(
    reads: Reads, site: Built
) -> None:
    """Sites of one host share what a browser keeps: neighbours on GitHub Pages do."""
    reader = reads(390)
    keys = "Object.keys({...localStorage, ...sessionStorage})"
    for address in ("", "about/", site.data["stories"][0]["url"]):
        reader.open(address)
        assert reader.page.evaluate(keys) == []
    choose(reader.page, "Larger")
    kept = reader.page.evaluate(keys)
    assert kept
    assert all(key.startswith(BASE) for key in kept)


def test_the_reader_sets_the_page_and_forgets_it_all(reads: Reads, site: Built) -> None:
    reader = reads(390, color_scheme="light")
    page = reader.page
    reader.open(site.data["stories"][0]["url"])
    paragraph = page.locator("#p1")
    looks = "e => { const s = getComputedStyle(e); return [s.fontSize, s.lineHeight, s.textAlign] }"
    before = paragraph.evaluate(looks)
    for choice in ("Largest", "Wider", "Justified"):
        choose(page, choice)
    after = paragraph.evaluate(looks)
    assert all(was != now for was, now in zip(before, after, strict=True))
    page.reload()
    assert paragraph.evaluate(looks) == after
    choose(page, "Forget it all")
    assert paragraph.evaluate(looks) == before
    assert page.evaluate("localStorage.length") == 0


def test_the_links_of_names_can_be_turned_off(reads: Reads, site: Built) -> None:
    reader = reads(390)
    reader.open(site.data["stories"][0]["url"])
    name = reader.page.locator("p.prose a.name").first
    looks = """e => {
        const style = getComputedStyle(e)
        return [style.textDecorationLine, style.backgroundImage, style.color]
    }"""
    text = reader.page.locator("#p1").evaluate(looks)
    assert name.evaluate(looks) != text
    choose(reader.page, "Plain")
    assert name.evaluate(looks) == text


def choose(page: Page, choice: str) -> None:
    """Choose something in the reading settings, and close them."""
    page.get_by_role("button", name="Reading settings").click()
    page.locator("#settings").get_by_text(choice, exact=True).click()
    page.keyboard.press("Escape")
    expect(page.locator("#settings")).to_be_hidden()


def test_who_stopped_in_a_story_goes_on_where_they_stopped(reads: Reads, site: Built) -> None:
    story = site.data["stories"][0]
    last = len(story["paragraphs"])
    reader = reads(390)
    page = reader.page
    reader.open("")
    expect(page.get_by_role("link", name="Continue")).to_be_hidden()
    reader.open(story["url"])
    page.locator(f"#p{last}").evaluate("e => e.scrollIntoView({block: 'start'})")
    reader.open("")
    page.get_by_role("link", name=f"Continue {story['title']}").click()
    expect(page).to_have_url(re.compile(re.escape(story["url"]) + r"#p\d+$"))
    stopped = int(page.url.rpartition("#p")[2])
    assert stopped >= last - 1


# Lists


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("lukasz", ["Łukasz, Zoë"]),
        ("ZOE", ["Łukasz, Zoë"]),
        ("berg a", ["Berg, Anna"]),
        ("xyz", []),
    ],
)
def test_an_index_is_filtered_accents_and_case_aside(
    reads: Reads, hard_address: str, typed: str, left: list[str]
) -> None:
    reader = reads(url=hard_address)
    reader.open("characters/")
    names = reader.page.locator(".index-entry strong:visible")
    every = names.count()
    assert every > len(left)
    box = reader.page.get_by_label("Find in this list")
    box.fill(typed)
    expect(names).to_have_text(left)
    expect(reader.page.locator("h2:visible")).to_have_count(len(left))
    box.fill("")
    expect(names).to_have_count(every)


def test_the_stories_can_be_listed_in_another_order(reads: Reads, hard_address: str) -> None:
    reader = reads(url=hard_address)
    reader.open("stories/")
    titles = reader.page.locator(".entry-title")
    book = titles.all_inner_texts()
    chosen = reader.page.get_by_label("In order of")
    chosen.select_option("title")
    compared = "(a) => a.toSorted((x, y) => x.localeCompare(y))"
    assert titles.all_inner_texts() == reader.page.evaluate(compared, book) != book
    chosen.select_option("")
    assert titles.all_inner_texts() == book


def test_a_card_says_who_a_name_is_and_goes_at_escape(reads: Reads, site: Built) -> None:
    reader = reads()
    reader.open(site.data["stories"][0]["url"])
    card = reader.page.get_by_role("tooltip")
    expect(card).to_be_hidden()
    reader.page.locator("p.prose a.name").first.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text("Named here for the first time.")
    reader.page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_the_first_visit_follows_the_system(reads: Reads) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        reader = reads(390, color_scheme=scheme)
        reader.open("")
        grounds.append(sum(map(int, re.findall(r"\d+", reader.page.evaluate(GROUND))[:3])))
    light, dark = grounds
    assert dark < 200
    assert light > 600

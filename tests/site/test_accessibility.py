"""The site for everybody: axe, the keyboard alone, forced colours, less motion, no scripts."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.axe import MISSING, kinds, prefer, violations
from support.browser import Reader, Reads, on_a_phone
from support.sites import Built

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def middle(built: Built) -> str:
    """Return the address of a story with others before and after it."""
    stories = built.data["stories"]
    url: str = stories[len(stories) // 2]["url"]
    return url


def until(page: Page, key: str, arrived: str) -> None:
    """Press ``key`` until the element that has the focus matches ``arrived``."""
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate(f"document.activeElement.matches({json.dumps(arrived)})"):
            return
    pytest.fail(f"{arrived} is not reached by {key}")


# axe


@on_a_phone
def test_axe_finds_nothing_on_any_kind_of_page(reads: Reads, site: Built, width: int) -> None:
    reader = reads(width)
    prefer(reader, palette="paper")
    for address in kinds(site):
        reader.open(address, missing=address == MISSING)
        assert violations(reader.page) == [], address


def with_settings(page: Page) -> None:
    page.get_by_role("button", name="Reading settings").click()
    expect(page.locator("#settings")).to_be_visible()


def with_search(page: Page) -> None:
    page.locator("[name=query]:visible, .book-header__search:visible").first.click()
    page.keyboard.type("a")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def with_card(page: Page) -> None:
    until(page, "Tab", "a.name")
    expect(page.get_by_role("tooltip")).to_be_visible()


@on_a_phone
@pytest.mark.parametrize("opened", [with_settings, with_search, with_card])
def test_axe_finds_nothing_in_what_opens_on_a_page(
    reads: Reads, site: Built, opened: Callable[[Page], None], width: int
) -> None:
    reader = reads(width, reduced_motion="reduce")
    prefer(reader, palette="paper")
    reader.open(site.data["stories"][0]["url"])
    opened(reader.page)
    assert violations(reader.page) == []


def test_what_is_wrong_is_found_by_axe(reads: Reads) -> None:
    """A heading too pale to read by night, and a field without a name."""
    reader = reads()
    reader.open("about/")
    reader.page.evaluate("document.querySelector('h1').style.color = '#555'")
    reader.page.evaluate(
        "document.querySelector('article').append(document.createElement('input'))"
    )
    found = [line.partition(":")[0] for line in violations(reader.page)]
    assert found == ["label on None", "color-contrast on dark"]


# The keyboard alone


def test_the_first_key_leads_past_the_header(reads: Reads, site: Built) -> None:
    reader = reads(390)
    page = reader.page
    reader.open(site.data["stories"][0]["url"])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    expect(skip).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_settings_are_chosen_by_keyboard_and_give_the_focus_back(
    reads: Reads, site: Built
) -> None:
    reader = reads(390, color_scheme="light")
    page, root = reader.page, reader.page.locator("html")
    reader.open(site.data["stories"][0]["url"])
    until(page, "Tab", "[popovertarget=settings]")
    page.keyboard.press("Enter")
    expect(page.locator("#settings")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="As the system")).to_be_focused()
    for palette in ("paper", "sepia", "dark"):
        page.keyboard.press("ArrowDown")
        expect(root).to_have_attribute("data-palette", palette)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(root).to_have_attribute("data-size", "small")
    page.keyboard.press("Escape")
    expect(page.locator("#settings")).to_be_hidden()
    expect(page.get_by_role("button", name="Reading settings")).to_be_focused()


def test_everything_is_forgotten_at_a_key(reads: Reads, site: Built) -> None:
    reader = reads(390)
    prefer(reader, size="huge")
    page, root = reader.page, reader.page.locator("html")
    reader.open(site.data["stories"][0]["url"])
    expect(root).to_have_attribute("data-size", "huge")
    until(page, "Tab", "[popovertarget=settings]")
    page.keyboard.press("Enter")
    until(page, "Tab", "#settings button")
    page.keyboard.press("Enter")
    expect(root).not_to_have_attribute("data-size", "huge")
    assert page.evaluate("localStorage.length") == 0


def searched(reader: Reader, query: str) -> None:
    """Come to the search by keyboard and search for something."""
    page = reader.page
    until(page, "Tab", "[name=query], .book-header__search")
    if page.evaluate("document.activeElement.matches('button')"):
        page.keyboard.press("Enter")
    expect(page.locator("[name=query]")).to_be_focused()
    page.keyboard.type(query)
    expect(page.locator(".md-search-result__item").first).to_contain_text(query)


@on_a_phone
def test_what_is_found_is_opened_by_keyboard(reads: Reads, site: Built, width: int) -> None:
    reader = reads(width, reduced_motion="reduce")
    reader.open("about/")
    searched(reader, site.data["characters"][0]["name"])
    until(reader.page, "ArrowDown", ".md-search-result__link")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("h1").first).not_to_contain_text("About")


@on_a_phone
def test_the_search_is_left_by_escape(reads: Reads, site: Built, width: int) -> None:
    """Where a button opened it, that has the focus again."""
    reader = reads(width, reduced_motion="reduce")
    page = reader.page
    reader.open("about/")
    searched(reader, site.data["characters"][0]["name"])
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()
    if width < 960:
        expect(page.get_by_role("button", name="Search")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("[name=query]")).to_be_focused()


FOCUSED = """() => {
  const focused = document.activeElement
  if (focused === document.body) return null
  const shown = focused.matches("[type=radio]") ? focused.nextElementSibling : focused
  const style = getComputedStyle(shown)
  const [box] = shown.getClientRects()
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  return {
    what: focused.outerHTML.slice(0, 100),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    uncovered: at !== null && (shown.contains(at) || at.contains(shown)),
  }
}"""


def focused(page: Page, key: str, most: int) -> list[dict[str, Any]]:
    """Return what has the focus at each press of ``key``, until it leaves the page."""
    found: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press(key)
        here = page.evaluate(FOCUSED)
        if here is None:
            break
        found.append(here)
    return found


@on_a_phone
def test_what_has_the_focus_shows_it_and_lies_under_nothing(
    reads: Reads, site: Built, width: int
) -> None:
    """From the top to the bottom of a story, the search left aside, and of an index back up."""
    reader = reads(width, reduced_motion="reduce")
    page = reader.page
    for address, key in (
        (site.data["stories"][0]["url"], "Tab"),
        ("characters/", "Tab"),
        ("characters/", "Shift+Tab"),
    ):
        reader.open(address)
        page.evaluate("document.querySelector('.md-search').remove()")
        if key == "Shift+Tab":
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        met = focused(page, key, 120)
        assert len(met) > 20
        assert [each["what"] for each in met if not each["outlined"]] == []
        assert [each["what"] for each in met if not each["uncovered"]] == []


@on_a_phone
def test_nothing_of_a_closed_search_has_the_focus(reads: Reads, width: int) -> None:
    reader = reads(width)
    reader.open("about/")
    reader.page.evaluate("document.querySelector('.theme-script').remove()")
    inside = "document.activeElement.closest('.md-search') && document.activeElement.name"
    met = set()
    for _ in range(12):
        reader.page.keyboard.press("Tab")
        met.add(reader.page.evaluate(inside))
    assert met == ({None} if width < 960 else {None, "query"})


def test_a_single_key_does_nothing(reads: Reads, site: Built) -> None:
    """Not even when the theme's script has been started, which would move to other pages."""
    reader = reads()
    page = reader.page
    reader.open(middle(site))
    page.locator("[name=query]").click()
    page.keyboard.type("a")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()
    before, asked = page.url, len(reader.requests)
    for key in "pnsf/.,":
        page.keyboard.press(key)
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        assert page.url == before, key
        assert reader.requests[asked:] == [], key
        assert page.evaluate("document.activeElement.localName") == "body", key


# Cards on names (WCAG 1.4.13)


def test_a_card_comes_with_the_focus_and_goes_at_escape(reads: Reads, site: Built) -> None:
    reader = reads(390)
    page, card = reader.page, reader.page.get_by_role("tooltip")
    reader.open(site.data["stories"][0]["url"])
    until(page, "Tab", "a.name")
    expect(card).to_be_visible()
    expect(page.locator("a.name:focus")).to_have_accessible_description(card.inner_text())
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator("a.name:focus")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(card).to_be_visible()


def test_a_card_stays_while_the_pointer_is_on_it(reads: Reads, site: Built) -> None:
    reader = reads()
    page, card = reader.page, reader.page.get_by_role("tooltip")
    page.clock.install()
    reader.open(site.data["stories"][0]["url"])
    page.locator("a.name").first.hover()
    expect(card).to_be_visible()
    card.hover()
    page.clock.run_for(60_000)
    expect(card).to_be_visible()
    page.mouse.move(1, 1)
    page.clock.run_for(60_000)
    expect(card).to_be_hidden()


def test_a_finger_gets_the_link_and_no_card(reads: Reads, site: Built) -> None:
    reader = reads(390, has_touch=True, is_mobile=True)
    page = reader.page
    reader.open(site.data["stories"][0]["url"])
    page.evaluate("addEventListener('click', event => event.preventDefault())")
    page.locator("a.name").first.tap()
    expect(page.locator("a.name").first).to_be_visible()
    # It is put into the page when it is first shown.
    assert page.locator("#card").count() == 0


def test_names_that_are_to_be_plain_have_no_card(reads: Reads, site: Built) -> None:
    reader = reads()
    prefer(reader, names="plain")
    page = reader.page
    reader.open(site.data["stories"][0]["url"])
    page.locator("a.name").first.hover()
    # It is put into the page when it is first shown.
    assert page.locator("#card").count() == 0


# What the system asks for

STYLE = "(element, name) => getComputedStyle(element)[name]"


def test_forced_colours_leave_names_bars_and_choices_to_be_seen(reads: Reads, site: Built) -> None:
    reader = reads(forced_colors="active")
    page = reader.page
    reader.open(site.data["stories"][0]["url"])
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    name = page.locator("a.name").first
    assert name.evaluate(STYLE, "textDecorationLine") == "underline"
    assert page.locator(".bar rect").first.evaluate(STYLE, "fill") != ground
    assert page.locator(".bar-line").first.evaluate(STYLE, "stroke") != ground
    with_settings(page)
    chosen = page.locator("#settings input:checked + span").first
    other = page.locator("#settings input:not(:checked) + span").first
    assert chosen.evaluate(STYLE, "backgroundColor") != other.evaluate(STYLE, "backgroundColor")
    reader.open(site.data["characters"][0]["url"])
    mark = page.locator("mark").first
    assert mark.evaluate(STYLE, "borderBottomStyle") == "solid"


@pytest.mark.parametrize(("wish", "moves"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_for_who_asked_for_less_motion(
    reads: Reads, site: Built, wish: str, moves: bool
) -> None:
    reader = reads(reduced_motion=wish)
    reader.open(site.data["stories"][0]["url"])
    seconds: list[float] = reader.page.evaluate("""() =>
      [...document.querySelectorAll("*")].flatMap(element =>
        ["", "::before", "::after"].flatMap(part => {
          const style = getComputedStyle(element, part)
          return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")]
        }).map(parseFloat).filter(Number.isFinite))""")
    assert (max(seconds) > 0) == moves
    if not moves:
        scrolls = "getComputedStyle(document.documentElement).scrollBehavior"
        assert reader.page.evaluate(scrolls) == "auto"


@on_a_phone
def test_without_scripts_nothing_is_shown_that_needs_them(
    reads: Reads, site: Built, width: int
) -> None:
    reader = reads(width, java_script_enabled=False)
    for address in kinds(site):
        reader.open(address, missing=address == MISSING)
        expect(reader.page.locator("h1").first).to_be_visible()
        dead = "button, input, label, form, .filter, .sort, .continue"
        assert reader.page.locator(f":is({dead}):visible").count() == 0, address


def test_with_scripts_the_same_things_are_there(reads: Reads) -> None:
    reader = reads()
    reader.open("characters/")
    expect(reader.page.get_by_role("button", name="Reading settings")).to_be_visible()
    expect(reader.page.get_by_role("searchbox", name="Find in this list")).to_be_visible()
    expect(reader.page.get_by_role("textbox", name="Search")).to_be_visible()

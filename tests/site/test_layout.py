"""How pages hold together: while they load, on any screen, enlarged, on paper, with any text."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, Route, expect

from support.axe import MISSING, kinds, prefer, violations
from support.browser import Reads, on_a_phone
from support.project import BASE
from support.sites import Built

pytestmark = [pytest.mark.slow, pytest.mark.browser]

CUT = """() => [...document.querySelectorAll("body *")].filter(element => {
  if (element.closest(".said, .md-skip, .md-search, [popover]:not(:popover-open)")) return false
  const style = getComputedStyle(element)
  if (style.display === "inline" || !element.checkVisibility()) return false
  const hides = [style.overflowX, style.overflowY].some(o => o === "hidden" || o === "clip")
  const box = element.getBoundingClientRect()
  return (hides && element.scrollWidth > element.clientWidth + 1 && element.textContent.trim())
    || (hides && element.scrollHeight > element.clientHeight + 1 && element.textContent.trim())
    || (box.width > 0 && (box.left < -1 || box.right > innerWidth + 1))
}).map(element => element.outerHTML.slice(0, 120))"""
"""What reaches beyond the screen, or is cut where it may not overflow."""


def cut(page: Page) -> list[str]:
    found: list[str] = page.evaluate(CUT)
    return found


# While it loads

SHIFTS = """() => new Promise(done => {
  const observer = new PerformanceObserver(list => {
    observer.disconnect()
    done(list.getEntries().reduce((sum, each) => sum + each.value, 0))
  })
  observer.observe({type: "layout-shift", buffered: true})
  requestAnimationFrame(() => setTimeout(() => done(0)))
})"""
PAINTED = """() => new Promise(done => {
  new PerformanceObserver(done).observe({type: "paint", buffered: true})
})"""


def shift(page: Page, url: str) -> float:
    """Open a page whose fonts arrive after it was painted, and give by how much it then moved."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/*.woff2", hold)
    page.goto(url, wait_until="domcontentloaded")
    page.evaluate(PAINTED)
    assert held, "no font was asked for"
    for route in held:
        route.continue_()
    page.unroute("**/*.woff2")
    page.evaluate("document.fonts.ready")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    moved: float = page.evaluate(SHIFTS)
    return moved


@pytest.mark.parametrize("width", [390, 1280])
def test_hardly_anything_jumps_when_the_fonts_arrive_late(
    reads: Reads, site: Built, width: int
) -> None:
    """Nothing on a page that is read from top to bottom; little on one where things are looked up.

    The fallback has Literata's measures on the average, not letter by letter, so a line of a list
    may break elsewhere and move all below it. By the Web Vitals 0.1 is still good.
    """
    read = {"", "about/", site.data["stories"][0]["url"]}
    reader = reads(width)
    for address in kinds(site):
        if address != MISSING:
            most = 0.01 if address in read else 0.1
            assert shift(reader.page, reader.url + address) <= most, address


def test_nothing_jumps_where_the_fonts_are_in_time(reads: Reads, site: Built) -> None:
    reader = reads(390)
    for address in kinds(site):
        reader.open(address, missing=address == MISSING)
        reader.page.evaluate("document.fonts.ready")
    for address in kinds(site):
        reader.open(address, missing=address == MISSING)
        reader.page.evaluate("document.fonts.ready")
        assert reader.page.evaluate(SHIFTS) <= 0.01, address


def test_what_jumps_is_seen(reads: Reads) -> None:
    reader = reads(390)
    reader.context.add_init_script(
        """requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => {
          document.querySelector("h1").style.marginTop = "100px"
        })))"""
    )
    assert shift(reader.page, reader.url + "about/") > 0.01


def test_what_is_kept_is_kept_under_the_address_of_the_site(reads: Reads, site: Built) -> None:
    """Neighbours on one host share its storage; nothing else of the browser's is used."""
    reader = reads()
    page = reader.page
    reader.open(site.data["stories"][0]["url"])
    page.get_by_role("button", name="Reading settings").click()
    page.get_by_text("Sepia", exact=True).click()
    page.keyboard.press("Escape")
    page.locator("[name=query]").click()
    page.keyboard.type("a")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.goto(reader.url)
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert f"{BASE}reading" in kept
    assert all(key.startswith(BASE) for key in kept)
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("caches.keys()") == []


# Enlarged


def test_at_twice_the_size_nothing_is_lost(reads: Reads, site: Built) -> None:
    """A window of 1280 pixels at 200 % has room for 640."""
    reader = reads(640, device_scale_factor=2)
    for address in kinds(site):
        reader.open(address, missing=address == MISSING)
        assert reader.overflow() == 0, address
        assert cut(reader.page) == [], address


@pytest.mark.parametrize("width", [320, 1280])
def test_wider_spacing_and_the_largest_text_lose_nothing(
    reads: Reads, site: Built, width: int
) -> None:
    """WCAG 1.4.12, with the largest size of our own besides."""
    reader = reads(width)
    prefer(reader, size="huge", spacing="loose")
    for address in kinds(site):
        reader.open(address, missing=address == MISSING)
        # The policy of the page lets no style in, but a script may set one.
        reader.page.evaluate("""for (const { style } of document.querySelectorAll("body *")) {
          style.setProperty("letter-spacing", "0.12em", "important")
          style.setProperty("word-spacing", "0.16em", "important")
        }
        for (const { style } of document.querySelectorAll("p")) style.marginBottom = "2em" """)
        assert reader.overflow() == 0, address
        assert cut(reader.page) == [], address


def test_what_is_cut_is_seen(reads: Reads) -> None:
    reader = reads(320)
    reader.open("about/")
    assert cut(reader.page) == []
    reader.page.evaluate("""const [first, second] = document.querySelectorAll("article p")
      first.style.cssText = "overflow: hidden; height: 2em"
      second.style.cssText = "width: 150%" """)
    assert len(cut(reader.page)) == 2


@pytest.mark.parametrize("width", [320, 1280])
def test_the_settings_fit_the_screen(reads: Reads, width: int) -> None:
    reader = reads(width)
    reader.open("about/")
    reader.page.get_by_role("button", name="Reading settings").click()
    panel = reader.page.locator("#settings").bounding_box()
    assert panel
    assert panel["x"] >= 0
    assert panel["y"] >= 0
    assert panel["x"] + panel["width"] <= width
    assert panel["y"] + panel["height"] <= 800
    assert reader.overflow() == 0


SMALL = """() => [...document.querySelectorAll(
  "a[href], button, summary, label:has([type=radio]), input:not([type=radio]), select"
)].filter(e => {
  const { display } = getComputedStyle(e)
  if (!e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  if (e.closest(".md-search")) return false
  // A tick of a bar has its like among the locators below; a link in a sentence is as high as that.
  if (e.closest("svg")) return false
  const block = e.closest("p, li, td, h1, h2, h3, h4, nav, form")
  const alone = block?.textContent.trim() === e.textContent.trim()
  if (display === "inline" && !alone) return false
  const box = e.getBoundingClientRect()
  return box.width * box.height > 0 && (box.width < 24 || box.height < 24)
}).map(e => {
  const box = e.getBoundingClientRect()
  return `${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.slice(0, 100)}`
})"""


@on_a_phone
def test_a_target_has_24_pixels_each_way(reads: Reads, site: Built, width: int) -> None:
    """WCAG 2.5.8, of whatever is not in a sentence."""
    reader = reads(width)
    for address in kinds(site):
        reader.open(address, missing=address == MISSING)
        assert reader.page.evaluate(SMALL) == [], address
    reader.page.get_by_role("button", name="Reading settings").click()
    assert reader.page.evaluate(SMALL) == []
    reader.page.evaluate("document.querySelector('.book-header__button').style.padding = 0")
    reader.page.evaluate("document.querySelector('.book-header__button').style.lineHeight = 1")
    assert len(reader.page.evaluate(SMALL)) == 1


# On paper


def test_a_printed_story_is_a_page_of_a_book(reads: Reads, site: Built) -> None:
    reader = reads(reduced_motion="reduce")
    page = reader.page
    prefer(reader, palette="dark", size="huge")
    reader.open(site.data["stories"][0]["url"])
    page.emulate_media(media="print")
    for gone in ("header", ".book-footer__turn", "#read-on", ".md-skip"):
        for element in page.locator(gone).all():
            expect(element).to_be_hidden()
    colour = "element => getComputedStyle(element).color"
    assert page.locator("a.name").first.evaluate(colour) == "rgb(0, 0, 0)"
    assert page.locator("#p1").evaluate(colour) == "rgb(0, 0, 0)"
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert (
        page.locator(".story-facts a").first.evaluate(
            "element => getComputedStyle(element).textDecorationLine"
        )
        == "none"
    )
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert page.locator("#p2").evaluate(size) == pytest.approx(11 / 72 * 96, abs=0.1)
    measure = page.locator("#p2").bounding_box()
    assert measure
    assert measure["width"] < 120 / 25.4 * 96
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    running = page.evaluate("document.documentElement.style.getPropertyValue('--running-title')")
    assert json.loads(running) == page.locator("h1").inner_text()


# With any text


def awkward_kinds(built: Built) -> list[str]:
    """Return the stories and the pages about them, but of sixty people who are alike only one."""
    data = built.data
    stories = [story["url"] for story in data["stories"]]
    names = [name["url"] for name in data["characters"] if "-carver" not in name["url"]]
    return [*stories, *names, *kinds(built)]


@pytest.mark.parametrize(
    "width", [320, *(pytest.param(wider, marks=pytest.mark.nightly) for wider in (390, 1440))]
)
def test_the_most_awkward_texts_stay_on_the_screen(
    reads: Reads, awkward: Built, awkward_address: str, width: int
) -> None:
    """Long titles and names, sixty people, 2,000 paragraphs or one, words from the right."""
    reader = reads(width, awkward_address)
    for address in awkward_kinds(awkward):
        reader.open(address, missing=address == MISSING)
        assert reader.overflow() == 0, address
        assert cut(reader.page) == [], address


def test_an_anthology_without_places_stays_on_the_screen_and_passes_axe(
    reads: Reads, nowhere: Built, nowhere_address: str
) -> None:
    reader = reads(320, nowhere_address)
    for address in nowhere.pages:
        reader.open(address, missing=address == MISSING)
        assert reader.overflow() == 0, address
        assert cut(reader.page) == [], address
        assert violations(reader.page) == [], address


def test_axe_finds_nothing_in_the_most_awkward_texts(
    reads: Reads, awkward: Built, awkward_address: str
) -> None:
    """But for two thousand paragraphs, which are like two and take axe a minute."""
    reader = reads(390, awkward_address)
    stories = [s for s in awkward.data["stories"] if len(s["paragraphs"]) < 1000]
    names = {entity["name"] for story in stories for entity in story["characters"]}
    addresses = [each["url"] for each in awkward.data["characters"] if each["name"] in names]
    for address in (*(s["url"] for s in stories), *addresses[-3:], "characters/"):
        reader.open(address)
        assert violations(reader.page) == [], address


def test_a_story_from_the_right_begins_at_the_right(reads: Reads, awkward_address: str) -> None:
    reader = reads(390, awkward_address)
    reader.open("stories/f-hebrew/")
    opening = reader.page.locator("#p1")
    assert opening.evaluate("element => getComputedStyle(element).direction") == "rtl"
    first_letter = """element => {
      const range = document.createRange()
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
      range.setStart(text, 0)
      range.setEnd(text, 1)
      const box = range.getBoundingClientRect()
      return element.getBoundingClientRect().right - box.right
    }"""
    assert 0 <= opening.evaluate(first_letter) < 10

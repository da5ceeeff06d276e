"""A page as axe sees it, in every palette, and a page of each kind to show it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

from support.browser import Reader
from support.project import BASE
from support.sites import Built

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules among them that depend on a palette."""
PALETTES = ["paper", "sepia", "dark"]
MISSING = "no/such/page"


def kinds(built: Built) -> list[str]:
    """Return the address of a page of each kind."""
    data = built.data
    stories = [story["url"] for story in data["stories"]]
    names = [names[0]["url"] for label in ("characters", "locations") if (names := data[label])]
    unsettled = [name["url"] for name in data["characters"] if name["identity"] == "open"]
    lists = ["", "stories/", "characters/", "locations/", "connections/", "about/", MISSING]
    return [*lists, stories[0], *names, *unsettled[:1]]


def prefer(reader: Reader, **settings: str) -> None:
    """Let the reader have chosen ``settings`` on an earlier visit."""
    kept = json.dumps(json.dumps(settings))
    reader.context.add_init_script(f"localStorage.setItem('{BASE}reading', {kept})")


def violations(page: Page) -> list[str]:
    """Return what axe finds in the palette that is shown, and of colours in the two others."""
    # A colour on its way to another is neither.
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE)
    shown = page.locator("html").get_attribute("data-palette")
    found = _run(page, TAGS)
    for palette in PALETTES:
        if palette != shown:
            page.evaluate("palette => document.documentElement.dataset.palette = palette", palette)
            found += _run(page, COLOUR)
    return found


def _run(page: Page, rules: list[str]) -> list[str]:
    done: dict[str, Any] = page.evaluate(
        "rules => axe.run({runOnly: rules, resultTypes: ['violations']})", rules
    )
    palette = page.locator("html").get_attribute("data-palette")
    return [
        f"{each['id']} on {palette}: {node['html']}"
        for each in done["violations"]
        for node in each["nodes"]
    ]

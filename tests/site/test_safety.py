"""The page is safe: it runs nothing but its own, asks nobody else, and trusts nothing it kept."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from support.browser import Reads
from support.project import BASE
from support.sites import Built

pytestmark = [pytest.mark.slow, pytest.mark.browser]

META = 'meta[http-equiv="Content-Security-Policy"]'
KEY = f"{BASE}reading"
HOSTILE = [
    "alert(1)",
    '"paper"',
    "[1, 2]",
    "null",
    "{",
    json.dumps({"palette": '"><script>document.title="taken"</script>', "size": {"a": 1}}),
    json.dumps({"place": {"path": "javascript:document.title='taken'//", "paragraph": "p1"}}),
    json.dumps({"place": {"path": "//example.com/", "title": "x", "paragraph": "p1"}}),
    json.dumps({"place": {"path": "stories/x/", "title": "x", "paragraph": "p1' onclick='x"}}),
    json.dumps({"place": 3, "__proto__": {"palette": "dark"}, "constructor": "x"}),
]


def policies(built: Built) -> set[str]:
    found = set()
    for address, page in built.pages.items():
        metas = [m for m in page.all("meta") if "http-equiv" in m.attributes]
        assert [m.attributes["http-equiv"] for m in metas] == ["Content-Security-Policy"], address
        before = [element.tag for element in page]
        assert before.index("meta") < before.index("script"), address
        found.add(metas[0].attributes["content"])
    return found


def test_all_pages_have_one_policy_that_allows_nothing_wholesale(site: Built, hard: Built) -> None:
    """Not even a seed full of scripts adds to what is allowed."""
    [policy] = policies(site) | policies(hard)
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "default-src 'none'" in policy
    assert "'sha256-" not in policy


def test_a_script_or_a_style_that_got_in_would_not_run(reads: Reads, site: Built) -> None:
    reader = reads()
    reader.open(site.data["stories"][0]["url"])
    title = reader.page.title()
    reader.page.evaluate(
        """() => {
          const script = document.createElement("script")
          script.textContent = "document.title = 'taken'"
          document.body.append(script)
          const div = document.createElement("div")
          div.innerHTML = "<img src='x:' onerror='document.title = `taken`'><p style='color: red'>"
          document.body.append(div)
        }"""
    )
    reader.page.wait_for_timeout(200)
    assert reader.page.title() == title
    complaints = " ".join(reader.complaints)
    assert "script-src" in complaints
    assert "style-src" in complaints
    reader.complaints.clear()


def test_what_the_browser_kept_is_a_choice_among_ours_or_nothing(reads: Reads, site: Built) -> None:
    reader = reads()
    for address in ("", site.data["stories"][0]["url"]):
        reader.open(address)
        for kept in HOSTILE:
            reader.page.evaluate(f"localStorage.setItem({KEY!r}, {json.dumps(kept)})")
            reader.page.reload()
            assert reader.page.title() != "taken", kept
            chosen = "Object.keys(document.documentElement.dataset).length"
            assert not reader.page.evaluate(chosen), kept
        expect(reader.page.get_by_role("button", name="Reading settings")).to_be_visible()
    reader.open("")
    expect(reader.page.locator(".continue")).to_be_hidden()

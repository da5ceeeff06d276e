"""policy: a page runs what the theme and the editor put on it, and nothing else."""

from __future__ import annotations

import base64
import hashlib

import pytest

from frame import policy

PAGE = '<html><head><meta charset="utf-8"></head><body>{}</body></html>'


def hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def scripts(policy: str) -> list[str]:
    [found] = [part for part in policy.split("; ") if part.startswith("script-src")]
    return found.split()[1:]


def test_inline_scripts_of_what_is_trusted_are_allowed_by_their_hash() -> None:
    trusted = ["<script>a()</script><SCRIPT type=module>\nb()\n</SCRIPT>", "<script>a()</script>"]
    allowed = scripts(policy.policy(trusted))
    assert sorted(allowed) == sorted(["'self'", hashed("a()"), hashed("\nb()\n")])


@pytest.mark.parametrize(
    "attributes",
    ['type="application/ld+json"', "type=application/json", 'src="a.js"', "type='text/plain'"],
)
def test_what_is_not_run_where_it_stands_needs_no_hash(attributes: str) -> None:
    assert scripts(policy.policy([f"<script {attributes}>x</script>"])) == ["'self'"]


def test_nothing_inline_and_nothing_from_elsewhere_is_allowed_wholesale() -> None:
    said = policy.policy(["<script>a()</script>"])
    assert said.startswith("default-src 'none'; ")
    assert "unsafe" not in said
    assert "http" not in said
    assert "*" not in said


def test_the_policy_stands_before_anything_that_it_is_about() -> None:
    page = policy.under("default-src 'none'", PAGE.format("<script>a()</script>"))
    assert page.index("Content-Security-Policy") < page.index("<body>")
    assert page.count("Content-Security-Policy") == 1


def test_without_a_policy_a_page_is_left_alone() -> None:
    assert policy.under(None, PAGE) == PAGE


@pytest.mark.parametrize(
    ("link", "is_marked"),
    [
        ('<a href="https://example.com/">', True),
        ('<a class="x" href="HTTP://example.com/">', True),
        ("<a href=//example.com>", True),
        ('<a href="https://example.org/book/stories/">', False),
        ('<a rel="next" href="https://example.com/">', False),
        ('<a href="../stories/?to=https://example.com/">', False),
        ('<a href="mailto:a@example.com">', False),
    ],
)
def test_links_to_elsewhere_tell_nobody_where_the_reader_came_from(
    link: str, is_marked: bool
) -> None:
    found = policy.outward(f"{link}x</a>", "https://example.org/book/")
    assert ('rel="external noopener noreferrer"' in found) is is_marked
    assert found.replace('rel="external noopener noreferrer" ', "") == f"{link}x</a>"

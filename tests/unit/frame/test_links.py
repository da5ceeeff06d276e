"""links: a link that leads nowhere is told, with the page that has it."""

from __future__ import annotations

import pytest

from frame.links import Links

PAGES = {"": None, "stories/": None, "stories/a/": None, "stories/a/a.txt": None, "names/b/": None}
"""What a small site has."""


def broken(html: str, address: str = "stories/a/") -> list[str]:
    links = Links()
    links.read("names/b/", '<h1 id="name">B</h1>')
    links.read(address, html)
    return links.broken(PAGES)


@pytest.mark.parametrize(
    "link",
    [
        *("../", "../../", "./", "a.txt", "../../names/b/", "../../names/b/#name", "#p1"),
        *("https://example.org/a", "//example.org", "mailto:a@b.c", "../../names/../stories/"),
        "https&#58;//example.org/a",
    ],
)
def test_a_link_that_leads_somewhere_is_not_mentioned(link: str) -> None:
    assert broken(f'<p id="p1"><a class="x" href="{link}">it</a></p>') == []


@pytest.mark.parametrize(
    ("link", "where"),
    [
        ("../b/", "stories/b/"),
        ("../../names/b/#nobody", "names/b/#nobody"),
        ("#p2", "stories/a/#p2"),
        ("b.txt", "stories/a/b.txt"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(link: str, where: str) -> None:
    [said] = broken(f'<p id="p1"><a href="{link}">it</a></p>')
    assert said == f"stories/a/: a link leads to {where}, which is not there"


def test_links_of_the_start_page_are_read_from_there() -> None:
    assert broken('<a href="stories/a/">it</a>', "") == []
    assert len(broken('<a href="../stories/a/x/">it</a>', "")) == 1

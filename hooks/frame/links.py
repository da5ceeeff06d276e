"""Links between the pages that were made: each leads to a page that exists, and to a place on it.

MkDocs checks the links that it finds in Markdown. The pages that come as HTML are checked here.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache

_LINK = re.compile(r'<a\b[^>]*? href="([^"]*)"')
"""A link with its address."""
_ID = re.compile(r' id="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
"""The beginning of an address that leads out of the site: *https:*."""


class Links:
    """The links and the ids of pages, as they are drawn."""

    def __init__(self) -> None:
        self._ids: dict[str, frozenset[str]] = {}
        """The ids of each page, by its address."""
        self._wanted: dict[str, dict[str, str]] = {}
        """Where links lead: by address, the places there, each with a page that has the link."""

    def read(self, address: str, page: str) -> None:
        """Take in the links and the ids in the HTML of the ``page`` at ``address``."""
        self._ids[address] = frozenset(_ID.findall(page))
        for written in dict.fromkeys(_LINK.findall(page)):
            # In what comes from a story, some signs are entities.
            link = html.unescape(written) if "&" in written else written
            if not _ELSEWHERE.match(link):
                target, _, place = link.partition("#")
                at = _target(address, target) if target else address
                self._wanted.setdefault(at, {}).setdefault(place, address)

    def broken(self, pages: Mapping[str, object]) -> list[str]:
        """Return a line for each link that leads nowhere.

        ``pages`` has the page at each address, or None for another file.
        """
        found = []
        for at, places in self._wanted.items():
            if at not in pages:
                found += [
                    f"{source}: a link leads to {at}, which is not there"
                    for source in {*places.values()}
                ]
                continue
            there = self._ids.get(at) or getattr(pages[at], "present_anchor_ids", None)
            for place, source in places.items():
                if place and there is not None and place not in there:
                    found.append(f"{source}: a link leads to {at}#{place}, which is not there")
        return sorted(found)


def _target(address: str, link: str) -> str:
    """Return the address that ``link`` on the page at ``address`` leads to."""
    above, _, _ = address.rstrip("/").rpartition("/")
    # All pages of a folder have most of their links in common.
    return _joined(above, link[3:]) if link.startswith("../") else _joined(address, link)


@lru_cache(maxsize=1 << 16)
def _joined(folder: str, link: str) -> str:
    """Return the address that ``link`` leads to from an address in ``folder``."""
    path = posixpath.normpath(posixpath.join(folder, link))
    if path == ".":
        return ""
    return f"{path}/" if link.endswith("/") or link in ("", "..", ".") else path

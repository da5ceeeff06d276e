"""What a published page may do: its Content-Security-Policy, and how it links to elsewhere.

The policy is the same on every page. A script comes from the site itself, or is one that the theme
or a hand-written page has inline. The hashes of those are taken from what no seed has a word in: a
script that got out of a seed would not run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from frame import ThemeChanged

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_NOT_RUN = re.compile(
    r"\bsrc\s*=|\btype\s*=\s*[\"']?(?:text/plain|application/(?:ld\+)?json)", re.IGNORECASE
)
_OUTWARD = re.compile(
    r"<a (?![^>]*\brel=)(?=[^>]*\bhref=[\"']?((?:https?:)?//[^\"'\s>]*))", re.IGNORECASE
)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_CHARSET = '<meta charset="utf-8">'
"""What stands before all else in a head, if it is there."""
_REL = "external noopener noreferrer"


def policy(trusted: Iterable[str]) -> str:
    """Return the policy of a site whose inline scripts are those in the ``trusted`` HTML."""
    hashes = sorted({_hash(script) for html in trusted for script in _inline(html)})
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *hashes]),
            "style-src 'self'",
            # The theme draws its icons from `data:`.
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        ]
    )


def _inline(html: str) -> list[str]:
    """Return the scripts in ``html`` that a browser would run where they stand."""
    return [text for attributes, text in _SCRIPT.findall(html) if not _NOT_RUN.search(attributes)]


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def under(policy: str | None, page: str) -> str:
    """Return the HTML of a ``page`` with the ``policy``, if any, before anything that it is about.

    Raises:
        ThemeChanged: where the page has no head.
    """
    if not policy:
        return page
    head, charset = _HEAD.search(page), page.find(_CHARSET)
    if not head:
        raise ThemeChanged(
            "A page has no <head>, so nothing can say what it may do; see its theme."
        )
    at = charset + len(_CHARSET) if charset >= 0 else head.end()
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f"{page[:at]}\n    {meta}{page[at:]}"


def outward(page: str, url: str) -> str:
    """Return the HTML of a ``page`` of the site at ``url``; its links to elsewhere tell nobody."""

    def marked(link: re.Match[str]) -> str:
        return link[0] if url and link[1].startswith(url) else f'{link[0]}rel="{_REL}" '

    return _OUTWARD.sub(marked, page)

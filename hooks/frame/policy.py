"""What a published page may do: its Content-Security-Policy, and how it links to elsewhere.

The policy is the same on every page. A script is allowed if it is a file of the site, or if the
theme or a hand-written page contains it inline. Inline scripts are known by their hashes, and these
are computed from pages that contain no text of any seed. So a script that a seed had smuggled into
a page would not run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from frame import ThemeChanged

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
"""A script, with its attributes and its text as groups: ``<script defer>run()</script>``."""
_NOT_RUN = re.compile(
    r"\bsrc\s*=|\btype\s*=\s*[\"']?(?:text/plain|application/(?:ld\+)?json)", re.IGNORECASE
)
"""An attribute of a script whose text is not run: ``src=``, ``type="application/json"``."""
_OUTWARD = re.compile(
    r"<a (?![^>]*\brel=)(?=[^>]*\bhref=[\"']?((?:https?:)?//[^\"'\s>]*))", re.IGNORECASE
)
"""The beginning of a link with a full address and no ``rel``: ``<a href="https://a.b/c">``."""
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
"""The tag that opens the head: ``<head>``."""
_CHARSET = '<meta charset="utf-8">'
"""What comes first in a head, if it is there."""
_REL = "external noopener noreferrer"
"""The ``rel`` of a link to another site; that site does not learn where the reader comes from."""


def policy(trusted: Iterable[str]) -> str:
    """Return the policy of a site that may run the inline scripts of the ``trusted`` HTML."""
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
    """Return the texts of the inline scripts in ``html`` that a browser would run."""
    return [text for attributes, text in _SCRIPT.findall(html) if not _NOT_RUN.search(attributes)]


def _hash(script: str) -> str:
    """Return a script as the policy names it: ``'sha256-…'``."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def under(policy: str | None, page: str) -> str:
    """Return the HTML of ``page`` with ``policy``, if any, before everything that it restricts.

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
    """Return the HTML of ``page`` with a ``rel`` on its links to other sites than that at ``url``.

    With this ``rel``, the other site does not learn which page the reader comes from.
    """

    def marked(link: re.Match[str]) -> str:
        return link[0] if url and link[1].startswith(url) else f'{link[0]}rel="{_REL}" '

    return _OUTWARD.sub(marked, page)

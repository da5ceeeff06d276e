"""The theme's search index, so that ``Lea`` finds Léa and ``cafe`` finds café."""

from __future__ import annotations

import html
import json
import re

from anthology.address import folded

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")


def folded_in(index: str) -> str:
    """Give the JSON of the theme's search ``index`` with folded forms added to each entry.

    They come last, so that what is shown of a text is its own words, and only for words that
    folding changes.
    """
    found = json.loads(index)
    for entry in found["docs"]:
        words = _WORD.findall(html.unescape(_TAG.sub(" ", f"{entry['title']} {entry['text']}")))
        forms = dict.fromkeys(folded(word) for word in words if not word.isascii())
        if forms:
            entry["text"] = f"{entry['text']} {html.escape(' '.join(forms))}"
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))

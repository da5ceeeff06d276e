"""Additions to the theme's search index, so that ``Lea`` finds Léa and ``cafe`` finds café."""

from __future__ import annotations

import html
import json
import re

from anthology.text.address import folded

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+(?:’\w{1,2}\b)?")
"""A word, with a short ending after an apostrophe: ``café``, ``Léa’s``."""
_BETWEEN_WORDS = (
    r"(?:&(?:lt|gt|amp);"
    r"|['’](?![\w\u00c0-\u1fff]{1,2}(?![\w\u00c0-\u1fff]))"
    r"|[\s\-–—…,.;:!?¡¿\"“”„«»‹›‘‚()\[\]{}<>/=。，、！？：；「」『』（）])+"
)
"""What separates words in the browser. The theme separates them at white space and hyphens only,
and takes ``“Bonjour,”`` for a word. Here an apostrophe separates ``l’amour``, but not ``couldn’t``
and ``Léa’s``."""
_BLOCK = re.compile(r"(.*?)(</(?:p|li|pre)>|\Z)", re.DOTALL)
"""The text up to the end of a paragraph or list item, and the tag there: ``<p>Léa</p>``."""


def folded_in(index: str) -> str:
    """Return the JSON of the theme's search ``index`` with folded forms added to each entry.

    Only words that folding changes get a form. The forms stand at the end of the title and of each
    paragraph, because the theme shows the paragraph in which it found a match. They are hidden: the
    search finds them, and the reader never sees them.
    """
    found = json.loads(index)
    found["config"]["separator"] = _BETWEEN_WORDS
    for entry in found["docs"]:
        entry["title"] += _forms(entry["title"])
        entry["text"] = _BLOCK.sub(_with_forms, entry["text"])
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _with_forms(block: re.Match[str]) -> str:
    """Return a block with the folded forms of its words before its closing tag."""
    text, end = block.groups()
    return f"{text}{_forms(text)}{end}"


def _forms(text: str) -> str:
    """Return hidden HTML with the folded forms of the words in the HTML ``text``, or nothing."""
    if text.isascii() and "&" not in text:
        return ""
    words = _WORD.findall(html.unescape(_TAG.sub(" ", text)))
    forms = dict.fromkeys(folded(word) for word in words if not word.isascii())
    return f" <i hidden>{html.escape(' '.join(forms), quote=False)}</i>" if forms else ""

"""The theme's search index, so that ``Lea`` finds Léa and ``cafe`` finds café."""

from __future__ import annotations

import html
import json
import re

from anthology.text.address import folded

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+(?:’\w{1,2}\b)?")
_BETWEEN_WORDS = (
    r"(?:&(?:lt|gt|amp);"
    r"|['’](?![\w\u00c0-\u1fff]{1,2}(?![\w\u00c0-\u1fff]))"
    r"|[\s\-–—…,.;:!?¡¿\"“”„«»‹›‘‚()\[\]{}<>/=。，、！？：；「」『』（）])+"
)
"""What parts words in the browser. The theme's own is white space and hyphens, and takes
``“Bonjour,”`` for a word. An apostrophe parts ``l’amour``, but not ``couldn’t`` and ``Léa’s``."""
_BLOCK = re.compile(r"(.*?)(</(?:p|li|pre)>|\Z)", re.DOTALL)


def folded_in(index: str) -> str:
    """Return the JSON of the theme's search ``index`` with folded forms added to each entry.

    The forms come last in the title and in each paragraph, and only for words that folding changes:
    what the theme shows of a match is its paragraph. They are found there and never seen.
    """
    found = json.loads(index)
    found["config"]["separator"] = _BETWEEN_WORDS
    for entry in found["docs"]:
        entry["title"] += _forms(entry["title"])
        entry["text"] = _BLOCK.sub(_with_forms, entry["text"])
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _with_forms(block: re.Match[str]) -> str:
    text, end = block.groups()
    return f"{text}{_forms(text)}{end}"


def _forms(text: str) -> str:
    """Return the folded forms of the words in ``text``, which is HTML, to be put behind it."""
    if text.isascii() and "&" not in text:
        return ""
    words = _WORD.findall(html.unescape(_TAG.sub(" ", text)))
    forms = dict.fromkeys(folded(word) for word in words if not word.isascii())
    return f" <i hidden>{html.escape(' '.join(forms), quote=False)}</i>" if forms else ""

"""Texts that hypothesis writes: what Markdown, YAML, HTML and templates would trip over."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from hypothesis import strategies as st

from anthology.model import Fault
from anthology.read.blocks import _SCENE_BREAK
from anthology.sources.decode import decode

HOSTILE = (
    (Path(__file__).parents[1] / "unit/text/escape/hostile.txt").read_text("utf-8").split("\n")[:-1]
)
"""What Markdown and its extensions, YAML, HTML or a template would take for theirs."""

_words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(categories=["L", "N", "P", "S", "M"]), min_size=1, max_size=8),
    st.text(st.characters(max_codepoint=0x7E, min_codepoint=0x21), min_size=1, max_size=8),
)


def _is_prose(line: str) -> bool:
    try:
        same = decode(line.encode()) == (line, ())
    except Fault:
        return False
    return same and line == line.strip() != "" and not _SCENE_BREAK.fullmatch(line)


lines = (
    st.lists(_words, min_size=1, max_size=12)
    .flatmap(lambda words: st.sampled_from(["", " "]).map(lambda glue: glue.join(words)))
    .map(lambda line: " ".join(unicodedata.normalize("NFC", line).split()))
    .filter(_is_prose)
)
"""Lines of prose, however odd, as the reader gives them: clean, folded, no scene break."""

_raw = st.lists(
    st.one_of(
        lines,
        st.sampled_from(["", "", "", "---", "***", "title: x", "By Ann Lee", "    four", "\ttab"]),
        st.text(max_size=12),
    ),
    max_size=16,
).flatmap(
    lambda found: st.sampled_from(["\n", "\n\n", "\r\n", "\n\f"]).map(lambda s: s.join(found))
)

seeds = st.one_of(
    _raw.map(str.encode),
    _raw.map(lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le")),
    _raw.map(lambda text: f"---\ntitle: {text}\n---\n{text}".encode()),
    st.binary(max_size=64),
)
"""Bytes that might lie in the stories folder."""

"""Passages: words quoted verbatim from a story, such as the sentence of a mention."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from anthology.model import Mention, Story
from anthology.text.sentences import bounds
from anthology.text.typeset import as_set

_LONGEST = 320
"""Most characters in a passage; a longer sentence is cut before and after the name."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a story, verbatim, and the mentions in it."""

    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    text: str
    spans: tuple[tuple[int, int], ...]
    """Start and end of each mention, in code points of ``text``."""
    cut_before: bool = False
    """Whether words of the same sentence were left out before the passage."""
    cut_after: bool = False
    """Whether words of the same sentence were left out after the passage."""


def passages(story: Story, mentions: Iterable[Mention]) -> list[Passage]:
    """Return the sentences that ``mentions`` stand in, each once, in the order of the mentions."""
    found: dict[tuple[int, int, int], list[Mention]] = {}
    for mention in mentions:
        text = story.paragraphs[mention.paragraph]
        start, end = bounds(text, mention.start, mention.end)
        if end - start > _LONGEST:
            start, end = _around(text, start, end, mention)
        found.setdefault((mention.paragraph, start, end), []).append(mention)
    quoted = []
    for (paragraph, start, end), inside in found.items():
        text = story.paragraphs[paragraph]
        whole = bounds(text, inside[0].start, inside[0].end)
        spans = tuple((m.start - start, m.end - start) for m in inside)
        cut = (start > whole[0], end < whole[1])
        quoted.append(Passage(paragraph, text[start:end], spans, *cut))
    return quoted


def _around(text: str, first: int, last: int, mention: Mention) -> tuple[int, int]:
    """Return the bounds of at most ``_LONGEST`` characters, whole words, around ``mention``.

    ``first`` and ``last`` are the bounds of its sentence. A longer mention stays whole.
    """
    spare = max(0, _LONGEST - (mention.end - mention.start)) // 2
    start, end = max(first, mention.start - spare), min(last, mention.end + spare)
    if start > first:
        space = text.find(" ", start, mention.start)
        start = mention.start if space < 0 else space + 1
    if end < last:
        space = text.rfind(" ", mention.end, end)
        end = mention.end if space < 0 else space
    return start, end


_NAMING = re.compile(
    r"(?<!\bis)(?<!\bwas)(?<!\bare)(?<!\bbe)(?<!\bbeen)(?<!\bwere)(?<!\bhe)(?<!\bshe)(?<!\bthey)"
    r"\s(?:named|called|nicknamed|known as|(?:who )?introduced (?:him|her|them)self as)\s+$"
)
"""Words directly before a name that introduce it: *a woman named*; not *she was called*."""
_DETERMINER = re.compile(
    r"(\b(?:with|in) )?\b(?:an?|the|his|her|my|our|their|its)\s", re.IGNORECASE
)
"""A determiner; after *in* or *with* it describes the one who is named: *a man in a hat*."""


def introduction(story: Story, mentions: Iterable[Mention]) -> str | None:
    """Return the words that say who or what a name stands for, verbatim, or None.

    Only words that end by giving the name count (*a warm-eyed woman named Sophie*). They begin with
    their determiner.
    """
    for mention in mentions:
        text = story.paragraphs[mention.paragraph]
        start, _ = bounds(text, mention.start, mention.end)
        # The words that introduce a name stand near it, even in a long sentence.
        start = max(start, mention.start - _LONGEST)
        naming = _NAMING.search(text, start, mention.start)
        if not naming:
            continue
        clause = max(start, *(text.rfind(stop, start, naming.start()) + 1 for stop in ',;:—–(“"'))
        found = list(_DETERMINER.finditer(text, clause, naming.start()))
        if found:
            first = next((each for each in reversed(found) if not each[1]), found[0])
            return text[first.end(1) if first[1] else first.start() : mention.end]
    return None


_WORDS_IN_INCIPIT = 8


def incipit(story: Story) -> str:
    """Return the opening words of a story, at most eight, as ``as_set`` sets them."""
    words = as_set(story.paragraphs[story.opening]).split()
    opening = " ".join(words[:_WORDS_IN_INCIPIT])
    return opening.rstrip(",;:–—-.") + "…" if len(words) > _WORDS_IN_INCIPIT else opening

"""Where a mention stands in its paragraph: in which sentence, and whether somebody speaks there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from anthology import labels
from anthology.model import PLACE, Mention, Story
from anthology.text import sentences
from anthology.text.letters import CAPITALS

_LONG = 400
"""Most characters between a name and words that say something of it."""
_SHORT = 5_000
"""Characters below which a story is short."""
_CAPITALISED = re.compile(rf"[{CAPITALS}](?<!\w.)[^\W\d_]*(?:[’'-][^\W\d_]{{2,}})*")
"""A word that begins with a capital: *Kett*, *Dong-hyun*."""
# The pattern begins with a set of characters, because then it is found fast.
_ADDRESS = re.compile(r"[,“\"‘«'](?:(?<!,)|(?<=,) )([^\W\d_a-z][^\W\d_]+)(?=[.,!?…])")
"""A word by which somebody may be addressed: the *Kett* of *Go on, Kett.*"""
_OPENING = {'"': '"', "“": "”", "«": "»", "„": "“”", "»": "«", "「": "」", "‘": "’", "'": "'"}
"""The marks that open a speech, and the marks that close it."""
_QUOTATION = re.compile(
    r"""[\"“”«»„「」‘’'](?:
        (?<=[\"“”«»„「」])
      | (?<=‘)(?=\w)
      | (?<=[.,!?…—][’'])(?!\w)
      | (?<=')(?<!\w')(?=[^\W\d_a-z])(?=[^\"]{1,600}?[.,!?…—]'(?!\w))
    )""",
    re.VERBOSE,
)
"""Quotation marks; single ones only where they cannot be apostrophes (’Tis, the Smiths’)."""


class Spot(NamedTuple):
    """Where a mention stands in its paragraph."""

    sentence: int
    """Number of its sentence, from 1."""
    start: int
    """The start of its sentence, at most ``_LONG`` characters before the mention."""
    end: int
    """The end of its sentence, at most ``_LONG`` characters further on."""
    speech: tuple[int, int] | None
    """The bounds of the speech that it begins in, with its quotation marks, or None."""
    spoken: bool
    """Whether it stands in a speech; a quotation of only a name is a sign."""


class Paragraph:
    """A paragraph, with its speeches and sentences, which are found when they are first needed."""

    # functools.cached_property would take a lock each time, which costs more than the answer.
    __slots__ = ("_ends", "_sentences", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] | None = None
        """Offsets where the speeches begin, when they have been looked for."""
        self._ends: list[int] = []
        """Offsets where the speeches end."""
        self._sentences: list[int] = []
        """Offsets where the sentences begin, when they have been looked for."""

    def _find_speeches(self) -> tuple[list[int], list[int]]:
        """Return the offsets where the speeches begin, and where they end."""
        starts: list[int] = []
        ends: list[int] = []
        closing = ""
        for mark in _QUOTATION.finditer(self.text):
            if closing:
                if mark[0] in closing:
                    ends.append(mark.end())
                    closing = ""
            elif mark[0] in _OPENING:
                starts.append(mark.start())
                closing = _OPENING[mark[0]]
        if closing:
            # A speech that goes on in the next paragraph is not closed in this one.
            ends.append(len(self.text))
        if not starts and re.match(r"[—–-]\s?\w", self.text):
            return [0], [len(self.text)]
        return starts, ends

    def _begins(self) -> list[int]:
        """Return the offsets where the sentences begin."""
        if not self._sentences:
            self._sentences = [0, *(end + 1 for end in sentences.ends(self.text))]
        return self._sentences

    @property
    def has_speeches(self) -> bool:
        """Whether anybody speaks in it."""
        if self._starts is None:
            self._starts, self._ends = self._find_speeches()
        return bool(self._starts)

    def speech(self, at: int) -> tuple[int, int] | None:
        """Return the bounds of the speech at ``at``, with its quotation marks, or None."""
        if self._starts is None:
            self._starts, self._ends = self._find_speeches()
        if not self._starts:
            return None
        number = bisect_right(self._starts, at) - 1
        if number < 0 or at >= self._ends[number]:
            return None
        return self._starts[number], self._ends[number]

    def spot(self, start: int, end: int) -> Spot:
        """Return where the span from ``start`` to ``end`` stands."""
        begins, text = self._begins(), self.text
        number = bisect_right(begins, start)
        last = begins[number] if number < len(begins) else len(text)
        speech = self.speech(start)
        spoken = speech is not None and (speech[0] + 1 < start or speech[1] - 2 > end)
        return Spot(
            number,
            max(begins[number - 1], start - _LONG),
            min(last, start + _LONG),
            speech,
            spoken,
        )


BARE = 0.5
"""Probability of a mention that only a fuller name in the story shows to be one."""


class Spans:
    """The spans of some mentions, to find out whether another span overlaps one of them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._starts: dict[int, list[int]] = {}
        """Where the spans begin, in order, by paragraph."""
        self._reach: dict[int, list[int]] = {}
        """The largest end of all spans up to each of these, by paragraph."""
        for m in sorted(mentions, key=PLACE):
            reach = self._reach.setdefault(m.paragraph, [])
            self._starts.setdefault(m.paragraph, []).append(m.start)
            reach.append(max(m.end, reach[-1]) if reach else m.end)

    def meet(self, paragraph: int, start: int, end: int) -> bool:
        """Return whether the span from ``start`` to ``end`` overlaps one of them."""
        starts = self._starts.get(paragraph)
        if starts is None:
            return False
        before = bisect_left(starts, end)
        return before > 0 and self._reach[paragraph][before - 1] > start


class Prose:
    """The paragraphs of a story, and the text around a mention."""

    def __init__(self, story: Story) -> None:
        self._paragraphs = [Paragraph(p) for p in story.paragraphs]
        self._spots: dict[tuple[int, int, int], Spot] = {}
        """Where mentions stand, by their places: each is asked about again and again."""

    @cached_property
    def is_short(self) -> bool:
        """Whether the story is so short that one mention says more than in a longer one."""
        return sum(len(paragraph.text) for paragraph in self._paragraphs) < _SHORT

    def paragraph(self, mention: Mention) -> Paragraph:
        """Return the paragraph of a mention."""
        return self._paragraphs[mention.paragraph]

    def before(self, mention: Mention, width: int = 80) -> str:
        """Return the text before a mention in its paragraph, at most ``width`` characters."""
        start = mention.start
        return self._paragraphs[mention.paragraph].text[max(0, start - width) : start]

    def after(self, mention: Mention, width: int = 80) -> str:
        """Return the text after a mention in its paragraph, at most ``width`` characters."""
        return self._paragraphs[mention.paragraph].text[mention.end : mention.end + width]

    def spot(self, mention: Mention) -> Spot:
        """Return where a mention stands in its paragraph."""
        place = PLACE(mention)
        found = self._spots.get(place)
        if found is None:
            found = self._paragraphs[mention.paragraph].spot(mention.start, mention.end)
            self._spots[place] = found
        return found

    def spoken(self, mention: Mention) -> bool:
        """Return whether a mention stands in a speech; a quotation of only a name is a sign."""
        return self.spot(mention).spoken

    def occurrences(self, names: Collection[str], taken: Spans) -> dict[str, list[Mention]]:
        """Return mentions at all places where ``names`` stand as whole words, by the name.

        No mention that overlaps one of ``taken`` is returned.
        """
        found: dict[str, list[Mention]] = {name: [] for name in names}
        by_word: dict[str, list[str]] = {}
        for name in found:
            by_word.setdefault(name.split()[0], []).append(name)
        for number, paragraph in enumerate(self._paragraphs if names else ()):
            text = paragraph.text
            for match in _CAPITALISED.finditer(text):
                for name in by_word.get(match[0], ()):
                    start = match.start()
                    end = start + len(name)
                    whole = text.startswith(name, start) and not text[end : end + 1].isalnum()
                    if whole and not taken.meet(number, start, end):
                        mention = Mention(number, start, end, name, labels.CHARACTER.name, BARE)
                        found[name].append(mention)
        return found

    def addressed(self) -> Iterator[Mention]:
        """Yield a mention for each word that addresses somebody in a speech: *Go on, Kett*."""
        for number, paragraph in enumerate(self._paragraphs):
            for found in _ADDRESS.finditer(paragraph.text) if paragraph.has_speeches else ():
                if found[1][0].isupper() and paragraph.speech(found.start(1)):
                    yield Mention(number, *found.span(1), found[1], labels.CHARACTER.name, BARE)

    def sentence(self, mention: Mention) -> tuple[int, int]:
        """Return the index of a mention's paragraph, and the number of its sentence there."""
        return mention.paragraph, self.spot(mention).sentence

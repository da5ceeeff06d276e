"""Relatives: what names in a story say of each other if they share a word.

If *Gabriel Syme* is taken for a person, *Syme* is one too. *Blodgett* beside *Blodgett College* may
be a person or a place. So each name first gets an impression, a decision without relatives, and
then the cues of the impressions of its relatives.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from anthology.model import Story
from anthology.names import honorifics, lexicon
from anthology.recognise import cues
from anthology.recognise.candidates import Candidate
from anthology.recognise.internal import EPITHETS

_Key = TypeVar("_Key")
_LIST = re.compile(r"(?:,|;)? (?:and |or |nor |& )?(?:the |of |to |in )?|\??[—–] ?(?:and|or) ")
"""All that stands between two names of a list: *Ann and Ben*, *upon Barac; and*."""
_Ring = dict[tuple[int, str], int]
"""Names that share a word, counted by their number of words and by their impression."""


def of_relatives(impressions: Mapping[str, str | None]) -> list[list[str]]:
    """Return the cues that the impressions of its relatives give each name, in the same order.

    ``impressions`` are the labels of all names of a story, by the names.
    """
    names = [(_bare(name), label or "neither") for name, label in impressions.items()]
    same: dict[tuple[str, ...], dict[str, int]] = {}
    begins: dict[str, _Ring] = {}
    ends: dict[str, _Ring] = {}
    for words, label in names:
        if words:
            _count(same.setdefault(words, {}), label)
            _count(begins.setdefault(words[0], {}), (len(words), label))
            _count(ends.setdefault(words[-1], {}), (len(words), label))
    return [
        [
            *_same(label, same[words]),
            *_shared(words, same[words], begins, ends),
            *_alone(words, begins, ends),
        ]
        if words
        else []
        for words, label in names
    ]


def _count(times: dict[_Key, int], key: _Key) -> None:
    """Count ``key``; several times as fast as to make a ``Counter`` for each name."""
    times[key] = times.get(key, 0) + 1


def listed(
    found: Sequence[Candidate], impressions: Mapping[str, str | None], story: Story
) -> dict[str, dict[str, None]]:
    """Return the cues of the names that stand beside each in a list, by the name.

    ``impressions`` are the labels of the candidates ``found`` in ``story``, by their names.
    """
    spans = sorted(
        (each.paragraph, each.start, each.end, name.text)
        for name in found
        for each in name.occurrences
    )
    said: dict[str, dict[str, None]] = defaultdict(dict)
    for (paragraph, _, end, one), (number, start, _, other) in pairwise(spans):
        if paragraph == number and _LIST.fullmatch(story.paragraphs[paragraph], end, start):
            said[one][cues.LISTED % (impressions[other] or "neither")] = None
            said[other][cues.LISTED % (impressions[one] or "neither")] = None
    return said


@lru_cache(maxsize=lexicon.KEPT)
def _bare(name: str) -> tuple[str, ...]:
    """Return the words of a name without titles, and without an epithet such as *Old*."""
    words = tuple(honorifics.split(name)[1].split())
    return words[1:] if len(words) > 1 and words[0].lower() in EPITHETS else words


def _same(own: str, labels: Mapping[str, int]) -> Iterator[str]:
    """Yield the cues of names that differ only in titles; ``own`` is the name's own impression."""
    for label in ("character", "location", "neither"):
        if labels.get(label, 0) > (label == own):
            yield cues.SAME_WITH_TITLE % label


def _shared(
    words: tuple[str, ...],
    same: Mapping[str, int],
    begins: Mapping[str, _Ring],
    ends: Mapping[str, _Ring],
) -> Iterator[str]:
    """Yield the cues of names that have the same first or last word."""
    said = set()
    for place, ring in (("first", begins[words[0]]), ("last", ends[words[-1]])):
        for (length, label), times in ring.items():
            more = length - len(words)
            if more or times > same.get(label, 0):
                much = "longer" if more > 0 else "shorter" if more else "equal"
                shares = cues.SHARES if len(words) > 1 else cues.SHARES_ALONE
                said.add(shares % (place, much, label))
    yield from sorted(said)


def _alone(
    words: tuple[str, ...], begins: Mapping[str, _Ring], ends: Mapping[str, _Ring]
) -> Iterator[str]:
    """Yield the cues of names that consist only of this name's first or last word."""
    if len(words) == 1:
        return
    for place, ring in (("first", ends.get(words[0])), ("last", begins.get(words[-1]))):
        for label in ("character", "location", "neither"):
            if ring and (1, label) in ring:
                yield cues.PART_ALONE % (place, label)

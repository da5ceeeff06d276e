"""Relatives: what the names of a story that share a word say of each other.

Once *Gabriel Syme* is taken for a person, *Syme* is one too; *Blodgett* beside *Blodgett College*
may be either. So each name gets a first impression, and then the cues of what its relatives seem.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from anthology.names import honorifics
from anthology.recognise import cues
from anthology.recognise.internal import EPITHETS

_Ring = Counter[tuple[int, str]]
"""Of the names that share a word: how many words each has, and what it seems."""


def of_relatives(impressions: Mapping[str, str | None]) -> list[list[str]]:
    """For each name of a story, in order, the cues that its relatives' first impressions give."""
    names = [(_bare(name), label or "neither") for name, label in impressions.items()]
    same: dict[str, Counter[str]] = defaultdict(Counter)
    begins: dict[str, _Ring] = defaultdict(Counter)
    ends: dict[str, _Ring] = defaultdict(Counter)
    for words, label in names:
        if words:
            same[" ".join(words)][label] += 1
            begins[words[0]][len(words), label] += 1
            ends[words[-1]][len(words), label] += 1
    return [
        [
            *_same(label, same[" ".join(words)]),
            *_shared(words, same[" ".join(words)], begins, ends),
            *_alone(words, begins, ends),
        ]
        if words
        else []
        for words, label in names
    ]


def _bare(name: str) -> list[str]:
    """The words of a name without its titles, and without an *Old* or *Little*."""
    words = honorifics.split(name)[1].split()
    return words[1:] if len(words) > 1 and words[0].lower() in EPITHETS else words


def _same(own: str, labels: Counter[str]) -> Iterator[str]:
    """The cues of names that differ in their titles only."""
    for label in ("character", "location", "neither"):
        if labels[label] > (label == own):
            yield cues.SAME_WITH_TITLE % label


def _shared(
    words: list[str], same: Counter[str], begins: Mapping[str, _Ring], ends: Mapping[str, _Ring]
) -> Iterator[str]:
    """The cues of names that begin or end as this one does."""
    said = set()
    for place, ring in (("first", begins[words[0]]), ("last", ends[words[-1]])):
        for (length, label), times in ring.items():
            more = length - len(words)
            if more or times > same[label]:
                much = "longer" if more > 0 else "shorter" if more else "equal"
                shares = cues.SHARES if len(words) > 1 else cues.SHARES_ALONE
                said.add(shares % (place, much, label))
    yield from sorted(said)


def _alone(
    words: list[str], begins: Mapping[str, _Ring], ends: Mapping[str, _Ring]
) -> Iterator[str]:
    """The cues of this name's first and last word, where one stands alone as a name."""
    if len(words) == 1:
        return
    for place, ring in (("first", ends[words[0]]), ("last", begins[words[-1]])):
        for label in ("character", "location", "neither"):
            if (1, label) in ring:
                yield cues.PART_ALONE % (place, label)

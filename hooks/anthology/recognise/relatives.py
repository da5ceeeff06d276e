"""Relatives: what the names of a story that share a word say of each other.

Once *Gabriel Syme* is taken for a person, *Syme* is one too; *Blodgett* beside *Blodgett College*
may be either. So each name gets a first impression, and then the cues of what its relatives seem.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from anthology import titles
from anthology.model import Label

_Ring = Counter[tuple[int, str]]
"""Of the names that share a word: how many words each has, and what it seems."""


def of_relatives(impressions: Mapping[str, Label | None]) -> list[list[str]]:
    """For each name of a story, in order, the cues that its relatives' first impressions give."""
    names = [
        (titles.split(name)[1].split(), label or "neither") for name, label in impressions.items()
    ]
    begins: dict[str, _Ring] = defaultdict(Counter)
    ends: dict[str, _Ring] = defaultdict(Counter)
    for words, label in names:
        if words:
            begins[words[0]][len(words), label] += 1
            ends[words[-1]][len(words), label] += 1
    return [
        [*_shared(words, label, begins, ends), *_alone(words, begins, ends)] if words else []
        for words, label in names
    ]


def _shared(
    words: list[str], own: str, begins: Mapping[str, _Ring], ends: Mapping[str, _Ring]
) -> Iterator[str]:
    """The cues of names that begin or end as this one does."""
    said = set()
    for place, ring in (("first", begins[words[0]]), ("last", ends[words[-1]])):
        for (length, label), times in ring.items():
            if (length, label) == (len(words), own) and times == 1:
                # Itself.
                continue
            more = length - len(words)
            much = "longer" if more > 0 else "shorter" if more < 0 else "other"
            cue = f"shares its {place} word with a {much} name that seems a {label}"
            said.add(cue if len(words) > 1 else f"one word: {cue}")
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
                yield f"its {place} word alone seems a {label}"

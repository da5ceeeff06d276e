"""Decide: one scored decision per name and story: a character, a location, or neither."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from anthology.names import lexicon

Weights = Mapping[str, tuple[float, float]]
"""How much each cue speaks for a character, and for a location, against neither."""


@cache
def weights() -> Weights:
    """The weights that the project ships."""
    found = {}
    for line in lexicon.lines("weights.tsv"):
        cue, character, location = line.split("\t")
        found[cue] = (float(character), float(location))
    return found


def scores(cues: Mapping[str, float], known: Weights) -> tuple[float, float]:
    """The sums of what the cues say: for a character, for a location; neither is zero."""
    character = location = 0.0
    for cue, value in cues.items():
        if pair := known.get(cue):
            character += value * pair[0]
            location += value * pair[1]
    return character, location


def label(cues: Mapping[str, float], known: Weights) -> str | None:
    """What the name names; None where it is neither a character nor a location."""
    character, location = scores(cues, known)
    if max(character, location) <= 0:
        return None
    return "character" if character >= location else "location"

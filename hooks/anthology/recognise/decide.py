"""Decide: for each name in a story, one decision by scores: a character, a location or neither."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from anthology.names import lexicon

Weights = Mapping[str, tuple[float, float]]
"""How much each cue speaks for a character and for a location, compared to neither."""

Scores = tuple[float, float]
"""The sums of the weighted cues for a character and for a location."""


@cache
def weights() -> Weights:
    """Return the project's own weights."""
    found = {}
    for line in lexicon.lines("weights.tsv"):
        cue, character, location = line.split("\t")
        found[cue] = (float(character), float(location))
    return found


def scores(cues: Mapping[str, float], known: Weights) -> Scores:
    """Return the sums of the weighted cues for a character and for a location.

    ``known`` are the weights. The sum for neither is always zero.
    """
    return added((0.0, 0.0), cues, known)


def added(sums: Scores, cues: Mapping[str, float], known: Weights) -> Scores:
    """Return the scores ``sums`` with those of more ``cues`` added to them, one after the other."""
    character, location = sums
    for cue, value in cues.items():
        if pair := known.get(cue):
            character += value * pair[0]
            location += value * pair[1]
    return character, location


def probabilities(cues: Mapping[str, float], known: Weights) -> tuple[float, float]:
    """Return how probable a character and a location are by ``cues``, from 0 to 1 each."""
    return _probabilities(*scores(cues, known))


def _probabilities(character: float, location: float) -> tuple[float, float]:
    """Return the probabilities that scores mean."""
    top = max(0.0, character, location)
    odds = (math.exp(character - top), math.exp(location - top))
    whole = sum(odds) + math.exp(-top)
    return odds[0] / whole, odds[1] / whole


def decided(sums: Scores) -> tuple[str | None, float]:
    """Return the label that scores decide on, and how probable it is.

    The label is None for neither a character nor a location.
    """
    return outcome(sums), max(_probabilities(*sums))


def label(cues: Mapping[str, float], known: Weights) -> str | None:
    """Return the label of a name with ``cues``; None for neither a character nor a location."""
    return outcome(scores(cues, known))


def outcome(sums: Scores) -> str | None:
    """Return the label that scores decide on; None for neither a character nor a location."""
    character, location = sums
    if max(character, location) <= 0:
        return None
    return "character" if character >= location else "location"

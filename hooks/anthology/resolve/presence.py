"""Presence: whether somebody takes part in a story and a place is its setting, by weighted cues.

A cue is a short English phrase that says how a name stands in the story, such as *told: through*:
somebody goes through the place, and nobody but the narrator says so. ``scripts/train`` learns from
gold how much each cue weighs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from anthology.model import Mention
from anthology.names import lexicon
from anthology.resolve.prose import Prose

Cues = Mapping[str, float]
"""The cues of a person or a place, each with its strength from 0 to 1."""
Weights = Mapping[str, float]
"""How much each cue speaks for presence; a negative number speaks against it."""

_TALE = 400
"""Characters from which a speech is a tale: whoever acts in it is as present as in narration."""

ALONE = re.compile(r"[,!?…—][”\"’»]")
"""What stands after a name that somebody says alone; one on a sign has none: *“Kett,” she said*."""


@cache
def weights(of: str) -> Weights:
    """Return the project's own weights of the cues of a ``character`` or a ``location``."""
    rows = (line.split("\t") for line in lexicon.lines("presence.tsv"))
    return {cue: float(weight) for label, cue, weight in rows if label == of}


def score(cues: Cues, known: Weights) -> float:
    """Return the sum of the weighted cues; above zero, they speak for presence."""
    return sum(strength * known.get(cue, 0.0) for cue, strength in cues.items())


def pooled(mentions: Iterable[Iterable[str]], least: float = 0.0) -> dict[str, float]:
    """Return how strongly mentions show each cue: from ``least``, for one of many, to 1 for all.

    ``mentions`` are the cues of each mention.
    """
    counts: dict[str, int] = {}
    number = 0
    for cues in mentions:
        number += 1
        for cue in dict.fromkeys(cues):
            counts[cue] = counts.get(cue, 0) + 1
    return {cue: least + (1 - least) * times / number for cue, times in counts.items()}


def often(count: int) -> str:
    """Return the cue for how often a name stands in the story."""
    for least in (9, 5, 3, 2):
        if count >= least:
            return f"named {least} times or more"
    return "named once"


def is_told(prose: Prose, mention: Mention, *, spoken: bool) -> bool:
    """Return whether a mention stands in narration or in a tale that somebody tells.

    ``spoken`` says that it stands in a speech.
    """
    if not spoken:
        return not ALONE.match(prose.after(mention, 2))
    speech = prose.spot(mention).speech
    return speech is not None and speech[1] - speech[0] > _TALE

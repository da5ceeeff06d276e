"""Learns from gold how probable it is that an entity is in gold, too.

The entities come from stories that were read with what other stories taught, so that they are wrong
as often as they will be in a new story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import scoring
import training
from anthology import doubt, labels
from anthology.model import Story
from anthology.output import record
from scoring import Record


def rows(gold: Record, found: Story, weight: float) -> Iterator[training.Row]:
    """Yield the cues of each entity of a story that was ``found``, and whether gold has it.

    An entity of gold is found once: of two entities that share names with it, one is right. The
    outcome *character* stands for right, and None for wrong.
    """
    said = record.story(found)
    shown = dict(zip((entity.id for entity in found.entities), doubt.cues(found), strict=True))
    for label in labels.TABLE[:2]:
        right = scoring.matched(gold[label.plural], said[label.plural])
        for n, entity in enumerate(said[label.plural]):
            yield shown[entity["id"]], "character" if n in right else None, weight


def fit(learned_from: Iterable[training.Row]) -> dict[str, float]:
    """Return how much each cue speaks for an entity."""
    return {cue: pair[0] for cue, pair in training.descend(list(learned_from)).items()}


_HEAD = """\
# How much each cue speaks for an entity of a story: that gold has it, and once.
# Learned by scripts/train.
"""


def write(weights: doubt.Weights, file: Path) -> None:
    """Write weights as a table that people can read."""
    lines = [f"{cue}\t{weight:.3f}" for cue, weight in sorted(weights.items())]
    file.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")

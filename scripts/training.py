"""Learns from gold how much each cue weighs, with a log-linear model of three outcomes.

The outcome of a name in a story is what most of its mentions are in gold. Weights start at zero and
are fitted by stochastic gradient descent. Each weight has a step of its own (AdaGrad; Duchi, Hazan
and Singer 2011), and there is a penalty on the squares of the weights. The result is the mean over
the later rounds, because it depends less on the order of the examples (Polyak and Juditsky 1992).
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from anthology import labels
from anthology.model import Story
from anthology.recognise.candidates import Candidate, candidates
from anthology.recognise.decide import Weights
from anthology.recognise.fiction import Fiction, with_fiction
from anthology.recognise.weigh import with_relatives
from environment import TOP

RARE, RARE_WORD = 4, 10
"""Fewest names that must show a cue, or it is left out; a cue that quotes a word needs more."""
ROUNDS = 12
"""Number of rounds through all examples."""
WARMING = 4
"""Number of rounds, from the first, that the mean leaves out."""
STEP = 0.05
PENALTY = 0.01
OUTCOMES = ("character", "location", None)
Row = tuple[Mapping[str, float], str | None, float]
"""What is learned from: cues, the outcome that they belong to, and how much they count."""


class Example(NamedTuple):
    """A name in a story, and what it is in gold."""

    name: Candidate
    outcome: str | None
    """The label in gold; None for neither."""
    weight: float
    """How much the example counts."""
    story: Story


OWN, SHORT, LONG = 4.0, 2.0, 0.5
"""How much a name counts: in the project's own gold, which is of stories as editors have them; in
gold for an index of other short stories, which has a ``gold.json`` as well; and in other gold,
which may lack what such an index needs."""


def weight(folder: Path) -> float:
    """Return how much each name in a folder of gold counts."""
    if folder.resolve().is_relative_to(TOP / "tests" / "gold"):
        return OWN
    return SHORT if (folder / "gold.json").exists() else LONG


def load(folder: Path) -> list[dict[str, Any]]:
    """Return the records in the ``gold.jsonl`` of a gold folder, one for each story."""
    text = (folder / "gold.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def examples(gold: Mapping[str, Any], weight: float, known: Fiction) -> list[Example]:
    """Return the names of a story with their cues and labels, each with the given ``weight``.

    ``known`` is what other stories say of names.

    If gold has only a part of a name (*Zenda*, of *the Castle of Zenda*), it does not say what the
    whole name is. So nothing is learned from this name.
    """
    story = Story(id=gold["source"], source=gold["source"], paragraphs=tuple(gold["paragraphs"]))
    spans: dict[tuple[int, int, int], str] = {}
    for label in labels.TABLE:
        for entry in gold[label.plural]:
            for m in entry["mentions"]:
                spans[m["paragraph"], m["start"], m["end"]] = label.name
    inside = {(p, at) for p, start, end in spans for at in range(start, end)}
    found = []
    shown = candidates(story)
    with_fiction(shown, story.paragraphs, known)
    for name in shown:
        said = Counter(spans.get((m.paragraph, m.start, m.end)) for m in name.occurrences)
        outcome = said.most_common(1)[0][0]
        if outcome or not any((m.paragraph, m.end - 1) in inside for m in name.occurrences):
            found.append(Example(name, outcome, weight, story))
    return found


def fit(stories: Sequence[Sequence[Example]]) -> Weights:
    """Return the weights that explain the names of the stories best.

    The cues of relatives need impressions of the names. These come from weights that were learned
    without such cues, from the other half of the stories. So the impressions are wrong as often as
    they will be in a new story.
    """
    halves = stories[::2], stories[1::2]
    rows = []
    for half, other in (halves, halves[::-1]):
        first = descend([(e.name.cues, e.outcome, e.weight) for story in other for e in story])
        for story in half:
            shown = [replace(e.name, cues=dict(e.name.cues)) for e in story]
            if story:
                with_relatives(shown, story[0].story, first)
            rows += [(n.cues, e.outcome, e.weight) for n, e in zip(shown, story, strict=True)]
    return descend(rows)


def descend(
    learned_from: Sequence[Row], rounds: int = ROUNDS, warming: int = WARMING
) -> dict[str, tuple[float, float]]:
    """Return the weights learned from examples, in so many ``rounds``.

    The mean leaves out the first rounds, as many as ``warming``.
    """
    shown = Counter(cue for cues, _, _ in learned_from for cue in cues)
    kept = sorted(c for c, times in shown.items() if times >= (RARE_WORD if "“" in c else RARE))
    number = {cue: n for n, cue in enumerate(kept)}
    rows = [
        ([(number[c], v) for c, v in cues.items() if c in number], outcome, weight)
        for cues, outcome, weight in learned_from
    ]
    weights = ([0.0] * len(kept), [0.0] * len(kept))
    sums = ([1e-3] * len(kept), [1e-3] * len(kept))
    means = ([0.0] * len(kept), [0.0] * len(kept))
    order = random.Random(1)  # noqa: S311 - a fixed shuffle, so that the weights are reproducible
    for turn in range(rounds):
        order.shuffle(rows)
        for row, outcome, weight in rows:
            totals = [sum(w[n] * v for n, v in row) for w in weights]
            top = max(0.0, *totals)
            odds = [math.exp(t - top) for t in totals]
            whole = sum(odds) + math.exp(-top)
            for side, one in enumerate(("character", "location")):
                error = weight * (odds[side] / whole - (outcome == one))
                w, s = weights[side], sums[side]
                for n, v in row:
                    slope = error * v + PENALTY * w[n]
                    s[n] += slope * slope
                    w[n] -= STEP * slope / math.sqrt(s[n])
        if turn >= warming:
            for w, mean in zip(weights, means, strict=True):
                for n, value in enumerate(w):
                    mean[n] += value / (rounds - warming)
    return {c: (means[0][n], means[1][n]) for c, n in number.items()}


_HEAD = """\
# How much each cue speaks for a character, and for a location, against neither.
# Learned by scripts/train from stories of this project and from LitBank (Bamman, Popat and Shen
# 2019; Bamman, Lewke and Mansoor 2020; CC BY 4.0), whose texts and annotations are not part of it.
"""


def write(weights: Weights, file: Path) -> None:
    """Write weights as a table that people can read: cue, for a character, for a location."""
    lines = []
    lines += [
        f"{c}\t{p:.2f}\t{q:.2f}"
        for c, (p, q) in sorted(weights.items())
        if abs(p) >= 0.05 or abs(q) >= 0.05
    ]
    file.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")

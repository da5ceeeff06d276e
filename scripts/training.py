"""Learns from gold how much each cue weighs: a log-linear model of three outcomes.

The outcome of a name in a story is what most of its mentions are in gold. Weights start at zero
and are fitted by stochastic gradient descent with a step of its own for each weight (AdaGrad;
Duchi, Hazan and Singer 2011) and a penalty on their squares.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from anthology.model import Label, Story
from anthology.recognise import gathered
from anthology.recognise.cues import pooled
from anthology.recognise.decide import label
from anthology.recognise.relatives import of_relatives

RARE = 8
"""Cues that fewer names show than this are left out."""
ROUNDS = 12
STEP = 0.1
PENALTY = 0.005

Weights = dict[str, tuple[float, float]]


class Example(NamedTuple):
    """A name of a story: its cues, and what it is in gold."""

    name: str
    cues: dict[str, float]
    label: Label | None


def load(folder: Path) -> list[dict[str, Any]]:
    """The stories of a gold folder, as ``gold.jsonl`` holds them."""
    text = (folder / "gold.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def examples(gold: Mapping[str, Any]) -> list[Example]:
    """The names of a story with their cues and labels."""
    story = Story(id=gold["source"], source=gold["source"], paragraphs=tuple(gold["paragraphs"]))
    labels: dict[tuple[int, int, int], Label] = {}
    kinds: tuple[tuple[str, Label], ...] = (("characters", "character"), ("locations", "location"))
    for key, kind in kinds:
        for entry in gold[key]:
            for m in entry["mentions"]:
                labels[m["paragraph"], m["start"], m["end"]] = kind
    found = []
    for name, mentions in gathered(story).items():
        said = Counter(labels.get((m.paragraph, m.start, m.end)) for m in mentions)
        outcome, _ = said.most_common(1)[0]
        found.append(Example(name, pooled(name, mentions, story.paragraphs), outcome))
    return found


def fit(stories: Sequence[Sequence[Example]]) -> Weights:
    """The weights that explain the names of the stories best.

    First impressions, which the cues of relatives need, come from weights that were learned
    without them on the other half of the stories, so that they err as they will on a new one.
    """
    halves = stories[::2], stories[1::2]
    learned_from = []
    for half, other in (halves, halves[::-1]):
        weights = _descend([e for story in other for e in story])
        for story in half:
            more = of_relatives({e.name: label(e.cues, weights) for e in story})
            learned_from += [
                e._replace(cues=e.cues | dict.fromkeys(more[e.name], 1.0)) for e in story
            ]
    return _descend(learned_from)


def _descend(learned_from: Sequence[Example]) -> Weights:
    shown = Counter(cue for e in learned_from for cue in e.cues)
    cues = sorted(cue for cue, times in shown.items() if times >= RARE)
    number = {cue: n for n, cue in enumerate(cues)}
    rows = [
        ([(number[c], v) for c, v in e.cues.items() if c in number], e.label) for e in learned_from
    ]
    weights = ([0.0] * len(cues), [0.0] * len(cues))
    sums = ([1e-3] * len(cues), [1e-3] * len(cues))
    order = random.Random(1)  # noqa: S311 - a fixed shuffle, so that the weights are reproducible
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for row, outcome in rows:
            totals = [sum(w[n] * v for n, v in row) for w in weights]
            top = max(0.0, *totals)
            odds = [math.exp(t - top) for t in totals]
            whole = sum(odds) + math.exp(-top)
            for side, one in enumerate(("character", "location")):
                error = odds[side] / whole - (outcome == one)
                w, s = weights[side], sums[side]
                for n, v in row:
                    slope = error * v + PENALTY * w[n]
                    s[n] += slope * slope
                    w[n] -= STEP * slope / math.sqrt(s[n])
    return {c: (weights[0][n], weights[1][n]) for c, n in number.items()}


_HEAD = """\
# How much each cue speaks for a character, and for a location, against neither.
# Learned by scripts/train from stories of this project and from LitBank (Bamman, Popat and Shen 2019;
# Bamman, Lewke and Mansoor 2020; CC BY 4.0), whose texts and annotations are not part of it.
"""


def write(weights: Weights, file: Path) -> None:
    """Write weights as a table that can be read: cue, for a character, for a location."""
    lines = []
    lines += [f"{c}\t{p:.2f}\t{q:.2f}" for c, (p, q) in sorted(weights.items())
              if abs(p) >= 0.05 or abs(q) >= 0.05]
    file.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")

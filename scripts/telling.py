"""Learns from gold how much each cue says of who takes part and of where a story happens.

The model is log-linear, with two outcomes, and is fitted as ``training`` fits the weights of names:
by stochastic gradient descent, with a step of its own for each weight and a penalty on the squares.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from anthology import labels
from anthology.model import Mention, Story
from anthology.resolve import places, relations, roles
from anthology.resolve.forms import Form, gather
from anthology.resolve.presence import Cues, Weights, weights
from anthology.resolve.prose import Prose

RARE = 4
"""Fewest examples that must show a cue, or it is left out."""
ROUNDS = 40
"""Number of rounds through all examples."""
WARMING = 15
"""Number of rounds, from the first, that the mean leaves out."""
STEP = 0.07
PENALTY = 0.1


class Example(NamedTuple):
    """A person or a place in a story, and what it is in gold."""

    label: str
    cues: Cues
    present: bool
    """Whether it takes part, or is a setting."""


def examples(gold: Mapping[str, Any]) -> list[Example]:
    """Return the persons and places of a story whose role or relation gold says."""
    story = Story(id=gold["source"], source=gold["source"], paragraphs=tuple(gold["paragraphs"]))
    prose = Prose(story)
    people, persons = _entries(gold, labels.CHARACTER)
    atlas, locations = _entries(gold, labels.LOCATION)
    kinds = [places.kind(prose, forms) for forms in locations]
    near = {m.paragraph for forms in persons for form in forms for m in form.mentions}
    read = (
        ("character", "role", people, roles.cues(prose, persons)),
        ("location", "relation", atlas, relations.cues(prose, locations, kinds, near)),
    )
    return [
        Example(label, cues, entry[key] != "mentioned")
        for label, key, entries, rows in read
        for entry, cues in zip(entries, rows, strict=True)
        if key in entry and cues
    ]


def _entries(
    gold: Mapping[str, Any], label: labels.Label
) -> tuple[list[Mapping[str, Any]], list[list[Form]]]:
    """Return the entries of a label with the forms of each, the most mentioned first."""
    texts = gold["paragraphs"]
    found = []
    for entry in sorted(gold[label.plural], key=lambda e: -len(e["mentions"])):
        spans = sorted((m["paragraph"], m["start"], m["end"]) for m in entry["mentions"])
        forms = gather(Mention(p, a, z, texts[p][a:z], label.name) for p, a, z in spans)
        if forms:
            found.append((entry, sorted(forms, key=lambda f: (-len(f.text.split()), f.first))))
    return [entry for entry, _ in found], [forms for _, forms in found]


def fit(learned_from: Sequence[Example]) -> Weights:
    """Return the weights that explain examples of one label best."""
    shown = Counter(cue for example in learned_from for cue in example.cues)
    kept = sorted(cue for cue, times in shown.items() if times >= RARE)
    number = {cue: n for n, cue in enumerate(kept)}
    rows = [
        ([(number[c], v) for c, v in example.cues.items() if c in number], example.present)
        for example in learned_from
    ]
    found, sums, means = [0.0] * len(kept), [1e-3] * len(kept), [0.0] * len(kept)
    order = random.Random(1)  # noqa: S311 - a fixed shuffle, so that the weights are reproducible
    for turn in range(ROUNDS):
        order.shuffle(rows)
        for row, present in rows:
            total = sum(found[n] * v for n, v in row)
            error = 1 / (1 + math.exp(-total)) - present
            for n, v in row:
                slope = error * v + PENALTY * found[n]
                sums[n] += slope * slope
                found[n] -= STEP * slope / math.sqrt(sums[n])
        if turn >= WARMING:
            for n, value in enumerate(found):
                means[n] += value / (ROUNDS - WARMING)
    return {cue: means[n] for cue, n in number.items()}


_HEAD = """\
# How much each cue says that a character takes part in a story, and that it happens at a location.
# Learned by scripts/train from stories with gold; only these figures were taken from their texts.
"""


def write(weights: Mapping[str, Weights], file: Path) -> None:
    """Write the weights of each label as a table that people can read: label, cue, weight."""
    lines = [
        f"{label}\t{cue}\t{weight:.2f}"
        for label, learned in sorted(weights.items())
        for cue, weight in sorted(learned.items())
        if abs(weight) >= 0.01
    ]
    file.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def learn(records: Iterable[Mapping[str, Any]]) -> dict[str, Weights]:
    """Return the weights for each label that gold teaches.

    Gold need not say roles or relations; what no record says keeps the project's own weights.
    """
    found = [example for record in records for example in examples(record)]
    learned: dict[str, Weights] = {}
    for label in ("character", "location"):
        of_label = [e for e in found if e.label == label]
        learned[label] = fit(of_label) if of_label else weights(label)
    return learned

"""Runs recognition and resolution on folders of gold, with the project's weights or new ones.

A gold folder has seeds (``*.txt``) and a ``gold.jsonl``. This file says which entities each seed
has, in the form of ``scripts/names --json``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import training
from anthology.model import Story
from anthology.output import record
from anthology.read import read
from anthology.recognise import recognise
from anthology.recognise.decide import Weights, weights
from anthology.resolve import resolve
from anthology.sources import seeds
from environment import TOP
from scoring import Record


@dataclass(frozen=True, slots=True)
class Gold:
    """A folder of gold: its records, and its stories as they are read."""

    folder: Path
    weight: float
    """How much each of its names counts when weights are learned."""
    records: Sequence[Record]
    stories: Sequence[Story]


def own() -> list[Path]:
    """Return the project's own folders of gold."""
    return sorted(folder for folder in (TOP / "tests" / "gold").iterdir() if folder.is_dir())


def load(folder: Path) -> Gold:
    """Return the gold of a folder; seeds that are refused have no story in it."""
    found, _ = seeds.gather(folder, str(folder))
    stories = [story for seed in found if (story := read(seed, seed.name).story)]
    return Gold(folder, training.weight(folder), training.load(folder), stories)


def shipped(gold: Gold) -> dict[str, Record]:
    """Return the records that the project's own weights give for the stories, by source."""
    return {story.source: _named(story, weights()) for story in gold.stories}


def crossed(golds: Sequence[Gold], folds: int) -> list[dict[str, Record]]:
    """Return records from weights that were learned from other stories only.

    The stories of all folders are divided into ``folds`` parts. Each part is read with weights that
    were learned from the other parts. The result has, for each folder, the records by source.
    """
    dealt = [(n, r["source"]) for n, gold in enumerate(golds) for r in gold.records]
    shown = {
        (n, r["source"]): training.examples(r, gold.weight)
        for n, gold in enumerate(golds)
        for r in gold.records
    }
    said: list[dict[str, Record]] = [{} for _ in golds]
    for fold in range(folds):
        held_out = set(dealt[fold::folds])
        learned = training.fit([shown[key] for key in dealt if key not in held_out])
        for n, gold in enumerate(golds):
            for story in gold.stories:
                if (n, story.source) in held_out:
                    said[n][story.source] = _named(story, learned)
    return said


def _named(story: Story, using: Weights) -> Record:
    """Return the record of a story that is recognised with some weights."""
    return record.story(resolve(story, recognise(story, using)))


def speed(golds: Sequence[Gold]) -> Mapping[str, float]:
    """Return megabytes of text per second on one core: recognition alone, and with resolution."""
    stories = [story for gold in golds for story in gold.stories]
    size = sum(len(p.encode()) for story in stories for p in story.paragraphs) / 1e6
    start = process_time()
    found = [recognise(story) for story in stories]
    recognised = process_time()
    for story, mentions in zip(stories, found, strict=True):
        resolve(story, mentions)
    return {
        "recognised": size / (recognised - start),
        "resolved": size / (process_time() - start),
    }

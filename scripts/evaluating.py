"""Runs recognition and resolution over folders of gold, with the project's weights or fresh ones.

A gold folder holds seeds (``*.txt``) and a ``gold.jsonl`` that says, in the form of
``scripts/names --json``, whom and what each names.
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
    """A folder of gold: what it says, and its stories as they are read."""

    folder: Path
    weight: float
    """How much each of its names counts where weights are learned."""
    records: Sequence[Record]
    stories: Sequence[Story]


def own() -> list[Path]:
    """The project's own folders of gold."""
    return sorted(folder for folder in (TOP / "tests" / "gold").iterdir() if folder.is_dir())


def load(folder: Path) -> Gold:
    """The gold of a folder; a seed that is refused has no story."""
    found, _ = seeds.gather(folder, str(folder))
    stories = [story for seed in found if (story := read(seed, seed.name).story)]
    return Gold(folder, training.weight(folder), training.load(folder), stories)


def shipped(gold: Gold) -> dict[str, Record]:
    """What the project says of the stories, by source, with the weights that it ships."""
    return {story.source: _named(story, weights()) for story in gold.stories}


def crossed(golds: Sequence[Gold], folds: int) -> list[dict[str, Record]]:
    """What is said of the stories of each folder by weights learned from other stories only.

    The stories of all folders are dealt into ``folds``; each fold is read with weights from the
    rest.
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
    return record.story(resolve(story, recognise(story, using)))


def speed(golds: Sequence[Gold]) -> Mapping[str, float]:
    """Megabytes of text a second, on one core: recognition alone, and with resolution."""
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

"""Runs recognition and resolution on folders of gold, with the project's weights or new ones.

A gold folder has seeds (``*.txt``) and a ``gold.jsonl``. This file says which entities each seed
has, in the form of ``scripts/names --json``. A ``sources.json`` may say what each seed is, and so
who wrote it: ``{"a.txt": "anton-chekhov_short-fiction: Misery"}``.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import NamedTuple

import cotraining
import doubting
import telling
import training
from anthology import doubt
from anthology.model import Story
from anthology.output import record
from anthology.read import read
from anthology.recognise import recognise
from anthology.recognise.learned import Learned, learned
from anthology.resolve import presence, resolve
from anthology.sources import seeds
from environment import TOP
from scoring import Record

Key = tuple[int, str]
"""A story of several gold folders: the number of its folder from 0, and its source."""


class Taught(NamedTuple):
    """What was learned from stories."""

    learned: Learned
    """Which names are somebody's or some place's."""
    doubt: doubt.Weights
    """Which entities are too doubtful."""
    presence: Mapping[str, presence.Weights]
    """Who takes part, and where the story happens, by label."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A folder of gold: its records, and its stories as they are read."""

    folder: Path
    weight: float
    """How much each of its names counts when weights are learned."""
    records: Sequence[Record]
    stories: Sequence[Story]
    authors: Mapping[str, str]
    """The author of each story, by source; empty if the folder does not say."""


def own() -> list[Path]:
    """Return the project's own folders of gold."""
    return sorted(folder for folder in (TOP / "tests" / "gold").iterdir() if folder.is_dir())


def load(folder: Path) -> Gold:
    """Return the gold of a folder; seeds that are refused have no story in it."""
    found, _ = seeds.gather(folder, str(folder))
    stories = [story for seed in found if (story := read(seed, seed.name).story)]
    return Gold(folder, training.weight(folder), training.load(folder), stories, _authors(folder))


def _authors(folder: Path) -> dict[str, str]:
    """Return the author of each story in a folder, which stands before the first underscore."""
    file = folder / "sources.json"
    said = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return {source: what.partition("_")[0] for source, what in said.items()}


def authors(golds: Sequence[Gold]) -> list[str]:
    """Return the authors of the stories in some folders, in alphabetical order."""
    return sorted(
        {g.authors[r["source"]] for g in golds for r in g.records if r["source"] in g.authors}
    )


def kept(gold: Gold, sources: Collection[str]) -> Gold:
    """Return a folder of gold with only some of its stories."""
    return replace(
        gold,
        records=[r for r in gold.records if r["source"] in sources],
        stories=[story for story in gold.stories if story.source in sources],
    )


def by(gold: Gold, names: Collection[str]) -> Gold:
    """Return a folder of gold with only the stories by some authors."""
    return kept(gold, [source for source, author in gold.authors.items() if author in names])


def without(gold: Gold, names: Collection[str]) -> Gold:
    """Return a folder of gold without the stories by some authors."""
    sources = (r["source"] for r in gold.records)
    return kept(gold, [source for source in sources if gold.authors.get(source) not in names])


def shipped(gold: Gold) -> dict[str, Record]:
    """Return the records that the project's own weights give for the stories, by source."""
    own = Taught(learned(), doubt.weights(), {})
    return {story.source: _named(story, own) for story in gold.stories}


def dealt(golds: Sequence[Gold], folds: int) -> list[set[Key]]:
    """Return the stories of all folders in ``folds`` parts, to which they are dealt in turn."""
    keys = _keys(golds)
    return [set(keys[n::folds]) for n in range(folds)]


def by_author(golds: Sequence[Gold]) -> list[set[Key]]:
    """Return the stories of all folders in parts, one for each author.

    Stories whose author is not known are dealt to the parts in turn.
    """
    keys = _keys(golds)
    parts = {author: set[Key]() for author in authors(golds)}
    unknown = []
    for n, source in keys:
        author = golds[n].authors.get(source)
        if author:
            parts[author].add((n, source))
        else:
            unknown.append((n, source))
    return [part | set(unknown[n :: len(parts)]) for n, part in enumerate(parts.values())]


def _keys(golds: Sequence[Gold]) -> list[Key]:
    return [(n, r["source"]) for n, gold in enumerate(golds) for r in gold.records]


def crossed(
    golds: Sequence[Gold], parts: Sequence[Collection[Key]], asked: Sequence[Gold], raw: Path | None
) -> list[dict[str, Record]]:
    """Return records from what was learned from other stories only.

    Each of the ``parts`` of ``golds`` is read with weights that were learned from the other parts.
    ``asked`` has the same folders with the stories that are wanted; the result has, for each
    folder, their records by source. ``raw`` is a folder of raw stories to learn from, or None. The
    parts are shared out to all cores.
    """
    wanted = set(_keys(asked))
    tasks = [part for part in parts if not wanted.isdisjoint(part)]
    said: list[dict[str, Record]] = [{} for _ in golds]
    # A fresh process is safe everywhere; a fork is not, beside the threads of a test run.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for records in pool.map(partial(_with_others, golds, asked, raw), tasks):
            for (n, source), found in records.items():
                said[n][source] = found
    return said


def _with_others(
    golds: Sequence[Gold], asked: Sequence[Gold], raw: Path | None, part: Collection[Key]
) -> dict[Key, Record]:
    """Return the records of the stories of a part, by what is learned from all other parts."""
    others = [
        kept(
            gold,
            [source for number, source in _keys(golds) if number == n and (n, source) not in part],
        )
        for n, gold in enumerate(golds)
    ]
    unseen = {golds[n].authors.get(source, "") for n, source in part} - {""}
    known = learn(others, raw, unseen)
    return {
        (n, story.source): _named(story, known)
        for n, gold in enumerate(asked)
        for story in gold.stories
        if (n, story.source) in part
    }


def learn(golds: Sequence[Gold], raw: Path | None, unseen: Collection[str] = ()) -> Taught:
    """Return what gold and the raw stories in the folder ``raw`` teach.

    Nothing is learned from the raw stories of the authors in ``unseen``. If ``raw`` is None, the
    project's own tables of fiction are used.
    """
    tables = cotraining.own()
    if raw:
        first = training.fit(_examples(golds, cotraining.NOTHING))
        tables = cotraining.tables(raw, first, unseen)
    shown = _examples(golds, tables)
    return Taught(
        learned=Learned(training.fit(shown), tables.whole),
        doubt=doubting.fit(_doubts(golds, shown, tables)),
        presence=telling.learn(r for gold in golds for r in gold.records),
    )


_PARTS = 4
"""Into how many parts the stories are dealt that doubt is learned from."""


def _doubts(
    golds: Sequence[Gold], shown: Sequence[Sequence[training.Example]], tables: cotraining.Tables
) -> Iterator[training.Row]:
    """Yield what doubt is learned from: the entities of each story, read by what others teach."""
    records = [(gold, r) for gold in golds for r in gold.records]
    for part in range(_PARTS):
        others = training.fit([s for n, s in enumerate(shown) if n % _PARTS != part])
        for gold, gold_record in records[part::_PARTS]:
            if gold.weight == training.LONG:
                # Other gold leaves out what an index of short stories has.
                continue
            story = Story(
                id=gold_record["source"],
                source=gold_record["source"],
                paragraphs=tuple(gold_record["paragraphs"]),
            )
            author = gold.authors.get(story.source)
            found = resolve(story, recognise(story, Learned(others, tables.of(author))))
            yield from doubting.rows(gold_record, found, gold.weight)


def _examples(golds: Sequence[Gold], tables: cotraining.Tables) -> list[list[training.Example]]:
    """Return the names of each story, with what ``tables`` say that know nothing of its author."""
    return [
        training.examples(r, gold.weight, tables.of(gold.authors.get(r["source"])))
        for gold in golds
        for r in gold.records
    ]


def _named(story: Story, using: Taught) -> Record:
    """Return the record of a story that is recognised by what was learned."""
    resolved = resolve(story, recognise(story, using.learned), using.presence)
    [found] = doubt.doubt([doubt.weigh(resolved, using.doubt)])
    chances = {e.id: e.probability for e in (*found.entities, *found.doubtful)}
    return record.story(found) | {"chances": chances}


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

"""Learns from raw stories, which nobody has annotated, what fiction says of names and contexts.

The raw stories are read with weights that do not know the tables. The names that these weights are
sure of say what the contexts of names mean (Collins and Singer 1999, "Unsupervised models for named
entity classification"). A folder of raw stories has a folder for each author, with seeds in it.

Whoever is scored on a story must not have learned from other stories by its author, in which the
same names stand. So the tables are made once from all authors, and once more without each of a few
groups of them; a story is read with the tables that were made without its author.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import training
from anthology.model import Story
from anthology.read import read
from anthology.recognise.candidates import candidates
from anthology.recognise.decide import Weights, probabilities
from anthology.recognise.fiction import Fiction, Odds, keys
from anthology.recognise.fiction import fiction as known
from anthology.recognise.weigh import with_relatives
from anthology.sources import seeds

SURE = 0.85
"""From which probability a name's contexts are learned from."""
MOST = 4
"""As how many occurrences all those of one name in a story count, at most."""
RARE = 5
"""Fewest occurrences of a context that is kept; two authors must have it."""
ROUNDS, WARMING = 5, 1
"""Number of rounds through all contexts, and those that the mean leaves out."""
SLIGHT = 0.1
"""Smallest weight of a context that is kept."""
PRIOR = (0.9, 0.4, 0.7)
"""What is added to the counts of a name, for a character, a location and neither."""
GROUPS = 3
"""In how many groups the authors are left out."""


class Named(NamedTuple):
    """A name in a raw story."""

    author: str
    text: str
    odds: tuple[float, float, float]
    """Probability of a character, of a location, and of neither."""
    contexts: list[tuple[str, ...]]
    """The keys of each occurrence."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of fiction, made from all authors and without some."""

    whole: Fiction
    without: Mapping[str, Fiction]
    """By author, the tables that know nothing of this author's stories."""

    def of(self, author: str | None) -> Fiction:
        """Return the tables to read a story of an author with."""
        return self.without.get(author or "", self.whole)


NOTHING = Tables(Fiction({}, {}), {})
"""Tables that know nothing."""


def own() -> Tables:
    """Return the project's own tables, which know all authors of the raw stories."""
    return Tables(known(), {})


def tables(raw: Path, weights: Weights, without: Collection[str] = ()) -> Tables:
    """Return the tables that the stories in the folder ``raw`` give, read with some weights.

    The authors in ``without`` are left out of all tables.
    """
    folders = sorted(f for f in raw.iterdir() if f.is_dir() and f.name not in without)
    names = [folder.name for folder in folders]
    groups = [names[n::GROUPS] for n in range(GROUPS)]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        found = [n for some in pool.map(partial(named, weights), folders) for n in some]
        whole, *others = pool.map(partial(fiction, found), [[], *groups])
    by_author = {name: made for group, made in zip(groups, others, strict=True) for name in group}
    return Tables(whole, by_author | dict.fromkeys(without, whole))


def named(weights: Weights, folder: Path) -> list[Named]:
    """Return the names in an author's raw stories, with what ``weights`` take them for."""
    found, _ = seeds.gather(folder, str(folder))
    stories = (read(seed, seed.name).story for seed in found)
    return [n for story in stories if story for n in _in_story(folder.name, story, weights)]


def _in_story(author: str, story: Story, weights: Weights) -> Iterator[Named]:
    """Yield the names in a story."""
    shown = candidates(story)
    with_relatives(shown, story, weights)
    for name in shown:
        character, location = probabilities(name.cues, weights)
        contexts = [
            tuple(keys(story.paragraphs[o.paragraph], o.start, o.end)) for o in name.occurrences
        ]
        odds = (character, location, 1 - character - location)
        yield Named(author, name.text, odds, contexts)


def fiction(found: Sequence[Named], without: Collection[str]) -> Fiction:
    """Return what the names ``found`` say, leaving out some authors."""
    kept = [name for name in found if name.author not in without]
    return Fiction(_contexts(kept), _names(kept))


def _contexts(found: Sequence[Named]) -> dict[str, Odds]:
    """Return how much each context speaks for a character and for a location."""
    sure = [name for name in found if max(name.odds) >= SURE]
    times: Counter[str] = Counter()
    authors: defaultdict[str, set[str]] = defaultdict(set)
    for name in sure:
        for context in name.contexts:
            times.update(context)
            for key in context:
                authors[key].add(name.author)
    usual = {k for k, n in times.items() if n >= RARE and len(authors[k]) > 1}
    rows: list[training.Row] = []
    for name in sure:
        outcome = training.OUTCOMES[name.odds.index(max(name.odds))]
        weight = min(1.0, MOST / len(name.contexts))
        for context in name.contexts:
            shown = dict.fromkeys((k for k in context if k in usual), 1.0)
            rows.append((shown | {"any": 1.0}, outcome, weight))
    learned = training.descend(rows, rounds=ROUNDS, warming=WARMING)
    return {k: w for k, w in learned.items() if k != "any" and max(map(abs, w)) >= SLIGHT}


def _names(found: Sequence[Named]) -> dict[str, Odds]:
    """Return what names that two authors or more have stand for."""
    sums: defaultdict[str, list[float]] = defaultdict(lambda: list(PRIOR))
    authors: defaultdict[str, set[str]] = defaultdict(set)
    for name in found:
        authors[name.text].add(name.author)
        for n, value in enumerate(name.odds):
            sums[name.text][n] += value
    return {
        text: (_odds(sums[text], 0), _odds(sums[text], 1))
        for text, by in authors.items()
        if len(by) > 1
    }


def _odds(counts: Sequence[float], of: int) -> float:
    """Return how much more often than by ``PRIOR`` an outcome is than neither, as a logarithm."""
    value = math.log(counts[of] / counts[2] * PRIOR[2] / PRIOR[of])
    return max(-3.0, min(3.0, value))


_HEADS = {
    "contexts.tsv": (
        "How much the words around a name speak for a character, and for a location, against\n"
        "# neither, in hundredths (logarithms). `to<` stands before the name, `>, said` after it,\n"
        "# `to<>,` on both sides. ^ and $ are the ends of a paragraph, “ opens a quotation."
    ),
    "elsewhere.tsv": (
        "What names stand for in stories by two authors or more: how much that speaks for a\n"
        "# character, and for a location, against neither, in hundredths (logarithms)."
    ),
}


def write(made: Fiction, folder: Path) -> list[Path]:
    """Write the tables as files that people can read, and return the files."""
    files = []
    for (file, head), rows in zip(_HEADS.items(), made, strict=True):
        lines = [
            f"{key}\t{round(c * 100)}\t{round(place * 100)}"
            for key, (c, place) in sorted(rows.items())
        ]
        text = (
            f"# {head}\n# Learned by scripts/train from 541 stories in the public domain; figures,"
            " no rights claimed.\n"
        )
        (folder / file).write_text(text + "\n".join(lines) + "\n", encoding="utf-8")
        files.append(folder / file)
    return files

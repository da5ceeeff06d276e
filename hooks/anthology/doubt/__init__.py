"""Doubt: which entities of a story are too doubtful to stand on its page.

Recognition says how probable it is that a name is somebody's. An index says more: that these are
all the names of one person, and of no other. So each entity has a probability of its own, from the
names that recognition was surest of, from how often it is named, and from the other entities of
the story. What is below the line is kept beside the index, for the editor, and is on no page.

To weigh a story takes nothing but the story, so it is done with it and kept with it; only where the
line runs is asked of all stories together.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from anthology.memory import Memory
from anthology.model import Entity, Story
from anthology.names import honorifics, lexicon

Weights = Mapping[str, float]
"""How much each cue speaks for an entity."""

_Name = tuple[str, str, str]
"""A label, a name without capitals, and the author of the stories that have it."""

LINES: Mapping[str, Mapping[str, float]] = {
    "character": {"once": 0.75, "two or three times": 0.5, "often": 0.0},
    "location": {"once": 0.75, "two or three times": 0.4, "often": 0.0},
}
"""The probability from which an entity is published, by its label and by how often it is named. The
lines are drawn on annotated stories. Who is named once in passing can wait for the editor; readers
look for those who are named often, so these are always published."""
_FILE = Path(__file__).parent / "weights.tsv"
_USUAL = 1000
"""The usual length of a story in words. Who is named once in a short one may be a main person."""
_MOST = 6.0
"""Largest logarithm of odds that counts."""


@cache
def weights() -> Weights:
    """Return the project's own weights."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {cue: float(weight) for cue, weight in pairs}


def weigh(story: Story, known: Weights | None = None) -> Story:
    """Return ``story``, each of its entities with its probability.

    ``known`` is to be used instead of the project's own weights, for cross-validation.
    """
    using = weights() if known is None else known
    return replace(
        story,
        entities=tuple(
            replace(entity, probability=round(probability(shown, using), 3))
            for entity, shown in zip(story.entities, cues(story), strict=True)
        ),
    )


def doubt(stories: Sequence[Story], memory: Memory | None = None) -> list[Story]:
    """Return ``stories``, which were weighed, with what is doubtful apart.

    What is doubtful in one story is not, if another story by its author is surer of the name.
    """
    memory = memory or Memory()
    named = [memory.recall(_names, story.id, story) for story in stories]
    sure = frozenset[_Name]().union(*(sure for sure, _ in named))
    return [
        memory.recall(_divided, story.id, story, doubtful & sure) if doubtful else story
        for story, (_, doubtful) in zip(stories, named, strict=True)
    ]


def _names(story: Story) -> tuple[frozenset[_Name], frozenset[_Name]]:
    """Return the names of the entities of ``story``: of the probable and of the doubtful ones."""
    names: dict[bool, set[_Name]] = {True: set(), False: set()}
    for entity in story.entities:
        names[entity.probability >= line(entity)].update(_of(entity, story))
    return frozenset(names[True]), frozenset(names[False])


def _of(entity: Entity, story: Story) -> Iterator[_Name]:
    """Yield the names of an entity in ``story``, for each author of the story."""
    for author in story.authors or ("",):
        for name in (entity.name, *entity.aliases):
            yield entity.label, name.casefold(), author


def _divided(story: Story, sure: Collection[_Name]) -> Story:
    """Return ``story`` with its doubtful entities apart; ``sure`` are names that are none."""
    kept: dict[bool, list[Entity]] = {True: [], False: []}
    for entity in story.entities:
        known = entity.probability >= line(entity) or any(
            name in sure for name in _of(entity, story)
        )
        kept[known].append(entity)
    return replace(story, entities=tuple(kept[True]), doubtful=tuple(kept[False]))


def explain(story: Story, name: str) -> list[str]:
    """Return what became of each entity of ``story`` that is called ``name``, a line each."""
    said = []
    for entities, where in ((story.entities, "in the index"), (story.doubtful, "doubtful")):
        for entity in entities:
            if name.casefold() in {each.casefold() for each in (entity.name, *entity.aliases)}:
                chance = f"probability {entity.probability:.2f}, published from {line(entity):.2f}"
                said.append(f"{entity.name}: a {entity.label}, {where} ({chance})")
    return said


def line(entity: Entity) -> float:
    """Return the probability from which ``entity`` is published."""
    return LINES[entity.label][_often(entity)]


def _often(entity: Entity) -> str:
    """Return how often an entity is named, in words."""
    times = len(entity.mentions)
    return "once" if times == 1 else "two or three times" if times < 4 else "often"


def probability(shown: Mapping[str, float], known: Weights) -> float:
    """Return how probable an entity is that shows some cues, from 0 to 1."""
    score = sum(value * known.get(cue, 0.0) for cue, value in shown.items())
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


def cues(story: Story) -> list[dict[str, float]]:
    """Return the cues of each entity of a story, in the same order, with their values."""
    words = [_words(entity) for entity in story.entities]
    bearers = Counter(
        (e.label, word) for e, own in zip(story.entities, words, strict=True) for word in own
    )
    length = math.log2(max(story.words, 1) / _USUAL)
    return [
        _cues(entity, any(bearers[entity.label, word] > 1 for word in own), length)
        for entity, own in zip(story.entities, words, strict=True)
    ]


def _words(entity: Entity) -> set[str]:
    """Return the capitalised words of an entity's names, without full stops."""
    names = (entity.name, *entity.aliases)
    return {w.strip(".").casefold() for name in names for w in name.split() if w[0].isupper()}


def _cues(entity: Entity, shared: bool, length: float) -> dict[str, float]:
    """Return the cues of an entity; ``shared`` if another one has a word of its names.

    ``length`` is the binary logarithm of how many times as long as usual the story is.
    """
    label, times, often = entity.label, len(entity.mentions), _often(entity)
    best = _odds(max(m.probability for m in entity.mentions))
    mean = _odds(sum(m.probability for m in entity.mentions) / times)
    shown = {
        f"a {label}": 1.0,
        f"a {label} named {often}": 1.0,
        "its surest mention": best,
        f"its surest mention, named {often}": best,
        f"its surest mention, a {label}": best,
        "all its mentions": mean,
        "a long story": length,
        f"a {label} named {often} in a long story": length,
    }
    if shared:
        shown[f"a {label} that shares a word of its name"] = 1.0
        shown[f"a {label} that shares a word of its name, named {often}"] = 1.0
    if " " not in entity.name:
        shown[f"a {label} with one word, named {often}"] = 1.0
    if entity.aliases:
        shown[f"a {label} with several names"] = 1.0
    presence = "absent" if entity.is_only_mentioned else "present"
    for more in (presence, *_form(entity)):
        shown[f"a {label}, {more}"] = shown[f"a {label}, {more}, named {often}"] = 1.0
        shown[f"a {label}, {more}, in a long story"] = length
    return shown


def _form(entity: Entity) -> Iterator[str]:
    """Yield what the words of an entity's name say of it."""
    titles, bare = honorifics.split(entity.name)
    if titles:
        yield "with a title"
    words = bare.split()
    if not words:
        return
    if lexicon.given(words[0]):
        yield "with a given name"
    if lexicon.famous(words[-1]):
        yield "with a famous name"
    if place := lexicon.place(bare):
        yield f"a known place of size {place.size}"
    lower, capital = lexicon.counts(words[-1])
    yield "a word of novels" if lower > capital else "no word of novels"


def _odds(probability: float) -> float:
    """Return the logarithm of the odds of a probability, from -3 to 3, in halves."""
    inside = min(1 - 1e-6, max(1e-6, probability))
    return max(-_MOST, min(_MOST, math.log(inside / (1 - inside)))) / 2

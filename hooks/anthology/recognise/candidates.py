"""Candidates: what could be a name in a story, each with all that speaks for and against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from anthology.model import Story
from anthology.recognise import cues
from anthology.recognise.context import of_mention
from anthology.recognise.internal import of_form, standing
from anthology.recognise.occurrences import Occurrence, occurrences


@dataclass(slots=True)
class Candidate:
    """What could be a name: where it stands in the story, and what speaks for and against it."""

    text: str
    occurrences: list[Occurrence]
    seen: list[list[str]]
    """The cues that each occurrence shows."""
    cues: dict[str, float]
    """Those of the name, and of its occurrences with the share that shows them (0.5 to 1)."""


def candidates(story: Story) -> list[Candidate]:
    """Return what could be a name in a story, in the order in which each first stands there."""
    found: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences(story.paragraphs):
        found.setdefault(occurrence.name, []).append(occurrence)
    return [_pooled(name, where, story.paragraphs) for name, where in found.items()]


def _pooled(text: str, found: list[Occurrence], paragraphs: Sequence[str]) -> Candidate:
    """Return the candidate with its own cues and those of all its occurrences."""
    pooled: dict[str, float] = dict.fromkeys(of_form(text), 1.0)
    seen = [of_mention(paragraphs[each.paragraph], each) for each in found]
    n = len(found)
    for cue, times in Counter(c for cs in seen for c in cs).items():
        pooled[cue] = 0.5 + 0.5 * times / n
    known = standing(text)
    pooled[known] = 1.0
    for cue in cues.TELLING:
        if value := pooled.get(cue):
            pooled[cues.OF_STANDING % (known, cue)] = value
    often = cues.ONCE if n == 1 else cues.SELDOM if n < 4 else cues.MANY_TIMES
    pooled[often] = pooled[cues.OF_STANDING % (known, often)] = 1.0
    return Candidate(text, found, seen, pooled)

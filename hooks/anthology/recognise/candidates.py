"""Candidates: what could be a name in a story, each with all cues for and against it."""

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
    """What could be a name: its occurrences in the story, and the cues for and against it."""

    text: str
    occurrences: list[Occurrence]
    seen: list[list[str]]
    """The cues of each occurrence, in the same order."""
    cues: dict[str, float]
    """All cues with their values: 1 for a cue of the name itself; for a cue of its occurrences,
    more than 0.5 and up to 1, depending on how many of them show it."""


def candidates(story: Story) -> list[Candidate]:
    """Return the candidates of a story, in the order of their first occurrences."""
    found: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences(story.paragraphs):
        found.setdefault(occurrence.name, []).append(occurrence)
    return [_pooled(name, where, story.paragraphs) for name, where in found.items()]


def _pooled(text: str, found: list[Occurrence], paragraphs: Sequence[str]) -> Candidate:
    """Return the candidate ``text`` with its own cues and those of its occurrences ``found``."""
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

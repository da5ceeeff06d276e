"""Candidates: what could be a name in a story, each with all cues for and against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import chain

from anthology.model import Story
from anthology.recognise import closed, cues
from anthology.recognise.context import of_mention
from anthology.recognise.internal import of_form, standing
from anthology.recognise.occurrences import Occurrence, occurrences, small_words

_VERY_OFTEN = 10
"""From how many occurrences a name is named very often."""


@dataclass(slots=True)
class Candidate:
    """What could be a name: its occurrences in the story, and the cues for and against it."""

    text: str
    standing: str
    """What a reader who knows names and places, but not the story, takes the name for."""
    occurrences: list[Occurrence]
    seen: list[list[str]]
    """The cues of each occurrence, in the same order."""
    cues: dict[str, float]
    """All cues with their values: 1 for a cue of the name itself; for a cue of its occurrences,
    more than 0.5 and up to 1, depending on how many of them show it."""
    scores: tuple[float, float] = (0.0, 0.0)
    """The sums of the weighted cues for a character and for a location; see ``weigh``."""
    contexts: list[tuple[float, float]] = field(default_factory=list)
    """How much other stories say that the words around each occurrence speak for a character and
    for a location."""


def candidates(story: Story) -> list[Candidate]:
    """Return the candidates of a story, in the order of their first occurrences.

    What a closed class says to be nobody and no place is no candidate.
    """
    found: dict[str, list[Occurrence]] = {}
    small = small_words(story.paragraphs)
    for occurrence in occurrences(story.paragraphs, small):
        found.setdefault(occurrence.name, []).append(occurrence)
    pooled = (
        _pooled(name, open_, story.paragraphs, small)
        for name, where in found.items()
        if not closed.names_nothing(name) and (open_ := _open(where, story.paragraphs))
    )
    return [
        each for each in pooled if not closed.needs_bearer(each.text) or closed.is_borne(each.cues)
    ]


def _open(found: Sequence[Occurrence], paragraphs: Sequence[str]) -> list[Occurrence]:
    """Return the occurrences ``found`` that are neither part of a date nor of an oath."""
    return [
        each
        for each in found
        if not closed.in_passing(paragraphs[each.paragraph], each.start, each.end, each.name)
    ]


def _pooled(
    text: str, found: list[Occurrence], paragraphs: Sequence[str], small: Container[str]
) -> Candidate:
    """Return the candidate ``text`` with its own cues and those of its occurrences ``found``.

    ``small`` are the words that the story writes in lower case.
    """
    pooled: dict[str, float] = dict.fromkeys(of_form(text), 1.0)
    seen = [of_mention(paragraphs[each.paragraph], each) for each in found]
    n = len(found)
    for cue, times in Counter(chain.from_iterable(seen)).items():
        pooled[cue] = 0.5 + 0.5 * times / n
    if text.lower() in small:
        pooled[cues.SMALL_TOO] = 1.0
    if all(each.opening for each in found):
        pooled[cues.ALWAYS_OPENS] = 1.0
    if n >= _VERY_OFTEN:
        pooled[cues.VERY_OFTEN] = 1.0
    known = standing(text)
    pooled[known] = 1.0
    joint = cues.joint(known)
    for cue in cues.TELLING:
        if value := pooled.get(cue):
            pooled[joint[cue]] = value
    often = cues.ONCE if n == 1 else cues.SELDOM if n < 4 else cues.MANY_TIMES
    pooled[often] = pooled[joint[often]] = 1.0
    return Candidate(text, known, found, seen, pooled)

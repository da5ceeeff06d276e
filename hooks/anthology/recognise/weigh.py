"""Weigh: the names of a story with all that speaks for and against each."""

from __future__ import annotations

from anthology.model import Story
from anthology.recognise.cues import Name, pooled
from anthology.recognise.decide import Weights, label
from anthology.recognise.occurrences import Candidate, candidates
from anthology.recognise.relatives import of_relatives


def names(story: Story) -> list[Name]:
    """The names of a story that could be somebody's or some place's, each with its own cues."""
    mentions: dict[str, list[Candidate]] = {}
    for candidate in candidates(story.paragraphs):
        mentions.setdefault(candidate.name, []).append(candidate)
    return [pooled(name, found, story.paragraphs) for name, found in mentions.items()]


def with_relatives(found: list[Name], known: Weights) -> None:
    """Add to each name the cues that its relatives' first impressions give."""
    impressions = {name.text: label(name.cues, known) for name in found}
    for name, more in zip(found, of_relatives(impressions), strict=True):
        name.cues.update(dict.fromkeys(more, 1.0))


def weighed(story: Story, known: Weights) -> list[Name]:
    """The names of a story with their own cues and their relatives'."""
    found = names(story)
    with_relatives(found, known)
    return found

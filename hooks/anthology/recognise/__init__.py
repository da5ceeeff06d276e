"""Recognise: from a story to its mentions, as an indexer goes about it.

    candidates -> cues, pooled over the story -> one decision a name -> mentions

``candidates`` finds what could be a name, ``cues`` gathers what speaks for and against each,
``decide`` weighs it once for the whole story.
"""

from __future__ import annotations

from anthology.model import Mention, Story
from anthology.recognise.candidates import Candidate, candidates
from anthology.recognise.cues import Name, pooled
from anthology.recognise.decide import Weights, label, weights
from anthology.recognise.relatives import of_relatives

__all__ = ["recognise"]


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


def recognise(story: Story) -> tuple[Mention, ...]:
    """The mentions of characters and locations in a story, in reading order."""
    found = names(story)
    with_relatives(found, weights())
    mentions = []
    for name in found:
        if what := label(name.cues, weights()):
            for m in name.mentions:
                text = story.paragraphs[m.paragraph][m.start : m.end]
                mentions.append(Mention(m.paragraph, m.start, m.end, text, what))
    return tuple(sorted(mentions))

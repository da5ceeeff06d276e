"""Recognise: from a story to its mentions, as an indexer goes about it.

    candidates -> cues, pooled over the story -> one decision a name -> mentions

``candidates`` finds what could be a name, ``cues`` gathers what speaks for and against each,
``decide`` weighs it once for the whole story.
"""

from __future__ import annotations

from anthology.model import Mention, Story
from anthology.recognise import cues, decide
from anthology.recognise.candidates import Candidate, candidates
from anthology.recognise.relatives import of_relatives

__all__ = ["recognise"]


def gathered(story: Story) -> dict[str, list[Candidate]]:
    """The candidates of a story by name, names in the order of their first mention."""
    names: dict[str, list[Candidate]] = {}
    for candidate in candidates(story.paragraphs):
        names.setdefault(candidate.name, []).append(candidate)
    return names


def weighed(story: Story) -> dict[str, dict[str, float]]:
    """The names of a story with their cues."""
    shown = {
        name: cues.pooled(name, mentions, story.paragraphs)
        for name, mentions in gathered(story).items()
    }
    impressions = {name: decide.label(seen, decide.weights()) for name, seen in shown.items()}
    for name, more in of_relatives(impressions).items():
        shown[name].update(dict.fromkeys(more, 1.0))
    return shown


def recognise(story: Story) -> tuple[Mention, ...]:
    """The mentions of characters and locations in a story, in reading order."""
    names = gathered(story)
    shown = weighed(story)
    found = []
    for name, mentions in names.items():
        if label := decide.label(shown[name], decide.weights()):
            for m in mentions:
                text = story.paragraphs[m.paragraph][m.start : m.end]
                found.append(Mention(m.paragraph, m.start, m.end, text, label))
    return tuple(sorted(found))

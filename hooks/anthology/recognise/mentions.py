"""Mentions: where the names of a story stand, and what each mention names."""

from __future__ import annotations

from anthology.model import Mention, Story
from anthology.recognise import cues
from anthology.recognise.candidates import Candidate
from anthology.recognise.decide import Weights, label, scores, weights
from anthology.recognise.internal import standing
from anthology.recognise.weigh import weighed

_AS_PLACE, _AS_PERSON = 1.2, 3.0
"""How clearly a mention must speak for a place or for a person to get another label than its name.
A sentence about a person called Florence rarely looks like one about a town; but sentences about
the town often say that it sleeps, waits or is kind."""


def recognise(story: Story, using: Weights | None = None) -> tuple[Mention, ...]:
    """Return the mentions of characters and locations in a story, in reading order.

    ``using`` are weights to use instead of the project's own, for cross-validation.
    """
    known = weights() if using is None else using
    mentions = []
    for name in weighed(story, known):
        if what := label(name.cues, known):
            labels = _one_by_one(name, what, known)
            for m, each in zip(name.occurrences, labels, strict=True):
                text = story.paragraphs[m.paragraph][m.start : m.end]
                mentions.append(Mention(m.paragraph, m.start, m.end, text, each))
    return tuple(sorted(mentions))


def _one_by_one(name: Candidate, what: str, known: Weights) -> list[str]:
    """Return the label of each occurrence of a name, which usually is ``what`` for all.

    Labels can differ if persons and places share the name: Florence, in Florence.
    """
    if standing(name.text) != cues.BOTH or len(name.occurrences) == 1:
        return [what] * len(name.occurrences)
    labels: list[str] = []
    for seen in name.seen:
        shown = {c: 1.0 for cue in seen for c in (cue, cues.OF_STANDING % (cues.BOTH, cue))}
        character, location = scores(shown, known)
        if location - character > _AS_PLACE:
            labels.append("location")
        elif character - location > _AS_PERSON:
            labels.append("character")
        else:
            labels.append(what)
    return labels

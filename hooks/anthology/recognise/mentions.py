"""Mentions: where in a story its names stand, and what each names there."""

from __future__ import annotations

from anthology.model import Mention, Story
from anthology.recognise import cues
from anthology.recognise.candidates import Candidate
from anthology.recognise.decide import Weights, label, scores, weights
from anthology.recognise.internal import standing
from anthology.recognise.weigh import weighed

_AS_PLACE, _AS_PERSON = 1.2, 3.0
"""How clearly a mention must speak for the other kind. Somebody called Florence will not often
stand in a sentence as a town does; the town is often said to sleep, to wait and to be kind."""


def recognise(story: Story, using: Weights | None = None) -> tuple[Mention, ...]:
    """Return the mentions of characters and locations in a story, in reading order.

    ``using`` are other weights than the project's own, for cross-validation.
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
    """What each mention names: the same, unless persons and places share the name.

    Florence, in Florence.
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

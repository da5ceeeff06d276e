"""Mentions: where the names of a story stand, and what each mention names."""

from __future__ import annotations

from anthology.model import PLACE, Mention, Story
from anthology.recognise import cues
from anthology.recognise.candidates import Candidate
from anthology.recognise.decide import Weights, decided, scores
from anthology.recognise.fiction import of_context
from anthology.recognise.learned import Learned, learned
from anthology.recognise.weigh import weighed

_AS_PLACE, _AS_PERSON = 2.0, 3.0
"""How clearly a mention must speak for a place or for a person to get another label than its name.
A sentence about a person called Florence rarely looks like one about a town; but sentences about
the town often say that it sleeps, waits or is kind."""

_UNLIKE = 0.5
"""Probability of a mention that gets another label than its name."""


def recognise(story: Story, using: Learned | None = None) -> tuple[Mention, ...]:
    """Return the mentions of characters and locations in a story, in reading order.

    ``using`` is to be used instead of what the project has learned, for cross-validation.
    """
    known = using or learned()
    return mentions(story, weighed(story, known), known)


def mentions(story: Story, found: list[Candidate], known: Learned) -> tuple[Mention, ...]:
    """Return the mentions of the candidates ``found`` in a story, in reading order."""
    named = []
    for name in found:
        what, chance = decided(name.scores)
        if what:
            labels = _one_by_one(name, what, known.weights)
            for m, each in zip(name.occurrences, labels, strict=True):
                text = story.paragraphs[m.paragraph][m.start : m.end]
                certain = chance if each == what else _UNLIKE
                named.append(Mention(m.paragraph, m.start, m.end, text, each, certain))
    return tuple(sorted(named, key=PLACE))


def _one_by_one(name: Candidate, what: str, known: Weights) -> list[str]:
    """Return the label of each occurrence of a name, which usually is ``what`` for all.

    Labels can differ if persons and places share the name: Florence, in Florence.
    """
    if name.standing != cues.BOTH or len(name.occurrences) == 1:
        return [what] * len(name.occurrences)
    labels: list[str] = []
    for seen, odds in zip(name.seen, name.contexts, strict=True):
        shown = {c: 1.0 for cue in seen for c in (cue, cues.OF_STANDING % (cues.BOTH, cue))}
        shown |= of_context(cues.BOTH, odds)
        character, location = scores(shown, known)
        if location - character > _AS_PLACE:
            labels.append("location")
        elif character - location > _AS_PERSON:
            labels.append("character")
        else:
            labels.append(what)
    return labels

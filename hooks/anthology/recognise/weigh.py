"""Weigh: the candidates of a story, with the cues that their relatives give them."""

from __future__ import annotations

from anthology.model import Story
from anthology.recognise.candidates import Candidate, candidates
from anthology.recognise.decide import Weights, added, outcome, scores
from anthology.recognise.fiction import with_fiction
from anthology.recognise.learned import Learned
from anthology.recognise.relatives import listed, of_relatives


def with_relatives(found: list[Candidate], story: Story, known: Weights) -> None:
    """Add to each candidate the cues that the impressions of other names in ``story`` give."""
    for each in found:
        each.scores = scores(each.cues, known)
    impressions = {each.text: outcome(each.scores) for each in found}
    beside = listed(found, impressions, story)
    for each, shared in zip(found, of_relatives(impressions), strict=True):
        more = dict.fromkeys((*shared, *beside.get(each.text, ())), 1.0)
        each.cues.update(more)
        # No name has these cues of its own, so the scores need not be summed up again.
        each.scores = added(each.scores, more, known)


def weighed(story: Story, known: Learned) -> list[Candidate]:
    """Return the candidates of a story, with their own cues and those from other names.

    ``known`` decides the impressions that the names make.
    """
    found = candidates(story)
    with_fiction(found, story.paragraphs, known.fiction)
    with_relatives(found, story, known.weights)
    return found

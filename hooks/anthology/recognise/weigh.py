"""Weigh: the candidates of a story, with the cues that their relatives give them."""

from __future__ import annotations

from anthology.model import Story
from anthology.recognise.candidates import Candidate, candidates
from anthology.recognise.decide import Weights, label
from anthology.recognise.relatives import of_relatives


def with_relatives(found: list[Candidate], known: Weights) -> None:
    """Add to each candidate the cues that the impressions of its relatives give."""
    impressions = {each.text: label(each.cues, known) for each in found}
    for each, more in zip(found, of_relatives(impressions), strict=True):
        each.cues.update(dict.fromkeys(more, 1.0))


def weighed(story: Story, known: Weights) -> list[Candidate]:
    """Return the candidates of a story, with their own cues and those from their relatives.

    ``known`` are the weights that decide the impressions.
    """
    found = candidates(story)
    with_relatives(found, known)
    return found

"""Weigh: the candidates of a story, with the cues that their relatives give them."""

from __future__ import annotations

from anthology.model import Story
from anthology.recognise.candidates import Candidate, candidates
from anthology.recognise.decide import Weights, label
from anthology.recognise.fiction import with_fiction
from anthology.recognise.learned import Learned
from anthology.recognise.relatives import listed, of_relatives


def with_relatives(found: list[Candidate], story: Story, known: Weights) -> None:
    """Add to each candidate the cues that the impressions of other names in ``story`` give."""
    impressions = {each.text: label(each.cues, known) for each in found}
    by_name = {each.text: each for each in found}
    for each, more in zip(found, of_relatives(impressions), strict=True):
        each.cues.update(dict.fromkeys(more, 1.0))
    for name, beside in listed(found, impressions, story).items():
        by_name[name].cues.update(dict.fromkeys(beside, 1.0))


def weighed(story: Story, known: Learned) -> list[Candidate]:
    """Return the candidates of a story, with their own cues and those from other names.

    ``known`` decides the impressions that the names make.
    """
    found = candidates(story)
    with_fiction(found, story.paragraphs, known.fiction)
    with_relatives(found, story, known.weights)
    return found

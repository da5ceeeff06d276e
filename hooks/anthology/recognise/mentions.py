"""Mentions: where in a story its names stand, and what each names there."""

from __future__ import annotations

from anthology.model import Mention, Story
from anthology.recognise.decide import Weights, label, weights
from anthology.recognise.weigh import weighed


def recognise(story: Story, using: Weights | None = None) -> tuple[Mention, ...]:
    """The mentions of characters and locations in a story, in reading order.

    ``using`` are other weights than the project's own, for cross-validation.
    """
    known = weights() if using is None else using
    mentions = []
    for name in weighed(story, known):
        if what := label(name.cues, known):
            for m in name.mentions:
                text = story.paragraphs[m.paragraph][m.start : m.end]
                mentions.append(Mention(m.paragraph, m.start, m.end, text, what))
    return tuple(sorted(mentions))

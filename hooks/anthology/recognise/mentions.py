"""Mentions: where in a story its names stand, and what each names there."""

from __future__ import annotations

from anthology.model import Mention, Story
from anthology.recognise.decide import label, weights
from anthology.recognise.weigh import weighed


def recognise(story: Story) -> tuple[Mention, ...]:
    """The mentions of characters and locations in a story, in reading order."""
    mentions = []
    for name in weighed(story):
        if what := label(name.cues, weights()):
            for m in name.mentions:
                text = story.paragraphs[m.paragraph][m.start : m.end]
                mentions.append(Mention(m.paragraph, m.start, m.end, text, what))
    return tuple(sorted(mentions))

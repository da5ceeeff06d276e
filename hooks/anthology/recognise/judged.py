"""Judged: how clearly each name of a story is what it is taken for, for whoever reviews it."""

from __future__ import annotations

from dataclasses import dataclass

from anthology.model import Label, Mention, Story
from anthology.recognise.decide import label, scores, weights
from anthology.recognise.internal import BOTH, standing
from anthology.recognise.weigh import weighed


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a name of a story was taken for, and how clearly."""

    name: str
    """As the story writes it, apostrophes straight."""
    label: Label | None
    """None for neither."""
    margin: float
    """How far it is from being taken for the next best; below 1 it could well be that."""
    next_best: Label | None
    of_both: bool
    """Whether persons and places share the name: Florence, Paris, Charlotte."""
    mentions: tuple[Mention, ...]
    """Where it stands; labelled with what speaks for it most where it is neither."""


def judged(story: Story) -> tuple[Judgement, ...]:
    """Give how clearly each name that a story might have is what it is taken for."""
    found = []
    for name in weighed(story, weights()):
        character, location = scores(name.cues, weights())
        ranked: list[tuple[float, Label | None]] = [
            (character, "character"),
            (location, "location"),
            (0.0, None),
        ]
        ranked.sort(key=lambda pair: -pair[0])
        what = label(name.cues, weights())
        next_best = next(other for _, other in ranked if other != what)
        likely: Label = "location" if location > character else "character"
        mentions = tuple(
            Mention(m.paragraph, m.start, m.end, m.name, what or likely) for m in name.mentions
        )
        margin = ranked[0][0] - ranked[1][0]
        both = standing(name.text) == BOTH
        found.append(Judgement(name.text, what, margin, next_best, both, mentions))
    return tuple(found)

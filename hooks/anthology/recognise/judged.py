"""Judged: how clearly each name of a story is what it is taken for, for the review."""

from __future__ import annotations

from anthology.model import Judgement, Mention, Story
from anthology.recognise import cues
from anthology.recognise.candidates import Candidate
from anthology.recognise.decide import label, scores, weights
from anthology.recognise.internal import standing
from anthology.recognise.learned import learned
from anthology.recognise.mentions import mentions
from anthology.recognise.weigh import weighed


def judged(story: Story) -> tuple[Judgement, ...]:
    """Return a judgement on each candidate of a story: what it was taken for, and how clearly."""
    return _judgements(weighed(story, learned()))


def studied(story: Story) -> tuple[tuple[Mention, ...], tuple[Judgement, ...]]:
    """Return what ``recognise`` and ``judged`` return of a story, which is weighed only once."""
    known = learned()
    found = weighed(story, known)
    return mentions(story, found, known), _judgements(found)


def _judgements(candidates: list[Candidate]) -> tuple[Judgement, ...]:
    """Return a judgement on each of ``candidates``."""
    found = []
    for name in candidates:
        character, location = scores(name.cues, weights())
        ranked: list[tuple[float, str | None]] = [
            (character, "character"),
            (location, "location"),
            (0.0, None),
        ]
        ranked.sort(key=lambda pair: -pair[0])
        what = label(name.cues, weights())
        likely = what or ("location" if location > character else "character")
        found.append(
            Judgement(
                name=name.text,
                label=what,
                margin=ranked[0][0] - ranked[1][0],
                is_of_both=standing(name.text) == cues.BOTH,
                mentions=tuple(
                    Mention(each.paragraph, each.start, each.end, each.name, likely)
                    for each in name.occurrences
                ),
            )
        )
    return tuple(found)

"""Whose name it is where several persons bear it, decided mention by mention.

*Rossi* can be Joseph Rossi in one place and Leah Rossi in another. Each ground that speaks for a
bearer, or against, has a weight; the bearer with the highest sum has the mention,
unless the sums are too close.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from anthology.model import PLACE, Mention
from anthology.names import lexicon
from anthology.names.honorifics import Gender
from anthology.resolve.forms import Form
from anthology.resolve.person import Person
from anthology.resolve.prose import Prose

_WEIGHTS = {
    "pronoun agrees": 1.5,
    "pronoun differs": -2.5,
    "own given name": 3.0,
    "always goes by another name": -4.0,
    "woman": -1.5,
    "woman with a title": -2.5,
    "a title before this name": 2.0,
    "last named": 1.0,
    "same paragraph": 2.0,
    "paragraph before": 1.5,
    "a few paragraphs before": 1.0,
    "named only later": -0.5,
    "each doubling": 0.5,
}
"""How much each ground speaks for one of the bearers of a name."""
_CHOICE = re.compile(
    r"\b(?:[Ee]ither|[Nn]either|[Ww]hich|[Aa]nother|[Bb]oth|[Oo]ther|[Ss]ome|[Aa]ny|[Aa]n?) $"
)
"""What stands before a name that means any one of its bearers: *either* Omar."""
_CLEAR = 0.2
"""How far the highest sum must be above the next; else the mention is nobody's."""
_FEW = 6
"""How many paragraphs are a few."""
_MOST = 2.0
"""Most that the number of mentions can count against a bearer."""


@dataclass(slots=True)
class _Bearer:
    """One of the persons that a name fits, and where the person is named."""

    person: Person
    mentions: list[Mention]
    gender: Gender | None
    standing: float
    """What speaks for the person wherever the name stands."""


def shares(
    prose: Prose, form: Form, persons: Sequence[Person]
) -> list[tuple[Person, list[Mention]]]:
    """Return each of ``persons`` who has some of the mentions of ``form``, with these mentions."""
    most = max(_number(p) for p in persons)
    bearers = [
        _Bearer(
            p,
            sorted((m for f in p.forms for m in f.mentions), key=PLACE),
            p.gender,
            _standing(form, p, family=_is_family(form, persons))
            + max(-_MOST, _WEIGHTS["each doubling"] * log2(_number(p) / most)),
        )
        for p in persons
    ]
    found: list[tuple[Person, list[Mention]]] = [(b.person, []) for b in bearers]
    for mention in form.mentions:
        if _CHOICE.search(prose.before(mention, 12)):
            continue
        told = form.told[mention][0] if mention in form.told else None
        before = [_before(b, mention) for b in bearers]
        last = max((m for m in before if m), key=PLACE, default=None)
        scores = [
            b.standing + _gender(told, b.gender) + _nearness(mention, m, last)
            for b, m in zip(bearers, before, strict=True)
        ]
        best = max(scores)
        if sum(best - score < _CLEAR for score in scores) == 1:
            found[scores.index(best)][1].append(mention)
    return [(person, mentions) for person, mentions in found if mentions]


def _number(person: Person) -> int:
    """Return how often a person is named."""
    return sum(len(f.mentions) for f in person.forms)


def _is_family(form: Form, persons: Sequence[Person]) -> bool:
    """Return whether the name of ``form`` is a surname here: that of two, or of a *Mr. Loyce*.

    Then whatever is called *Loyce TV Sales* is named after them.
    """
    bearers = [[f for f in p.forms if f.keys[-1] == form.keys[-1]] for p in persons]
    titled = any(f.styled and not f.by_kin for forms in bearers for f in forms)
    return titled or sum(any(len(f.keys) > 1 for f in forms) for forms in bearers) > 1


def _standing(form: Form, person: Person, *, family: bool) -> float:
    """Return what speaks for a person wherever the name stands.

    ``family`` says that the name is the surname of others.
    """
    if person.bears(form.keys[0]):
        return _WEIGHTS["own given name"] if lexicon.given(form.chunks[0]) and not family else 0
    if form.titles:
        return 0
    score = _WEIGHTS["woman"] if person.gender == "f" else 0.0
    if any(f.styled == "f" for f in person.forms):
        score += _WEIGHTS["woman with a title"]
    elif any(f.titles and f.keys == form.keys for f in person.forms):
        score += _WEIGHTS["a title before this name"]
    alone = sum(len(f.mentions) for f in person.forms if f.keys[-1] != form.keys[-1])
    return score + _WEIGHTS["always goes by another name"] * alone / (_number(person) + 2)


def _gender(told: Gender | None, gender: Gender | None) -> float:
    """Return what the gender ``told`` by the pronoun after a mention says of a bearer's gender."""
    if told is None or gender is None:
        return 0
    return _WEIGHTS["pronoun agrees" if told == gender else "pronoun differs"]


def _before(bearer: _Bearer, mention: Mention) -> Mention | None:
    """Return the last mention of a bearer before ``mention``, or None."""
    number = bisect_left(bearer.mentions, PLACE(mention), key=PLACE)
    return bearer.mentions[number - 1] if number else None


def _nearness(mention: Mention, before: Mention | None, last: Mention | None) -> float:
    """Return what it says how far ``before``, where a bearer is named, is from ``mention``."""
    if before is None:
        return _WEIGHTS["named only later"]
    score = _WEIGHTS["last named"] if before == last else 0
    away = mention.paragraph - before.paragraph
    if away == 0:
        return score + _WEIGHTS["same paragraph"]
    if away == 1:
        return score + _WEIGHTS["paragraph before"]
    return score + (_WEIGHTS["a few paragraphs before"] if away <= _FEW else 0)

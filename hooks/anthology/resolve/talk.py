"""Names that are only ever spoken, and whom they mean: told by who speaks to whom.

The narration has Gryabov, and those who speak to him say Ivan Kuzmitch. Whoever is near where the
name is called out may be its bearer; whoever calls it out is not. Each ground has a weight, and all
places are added up. A name has a bearer only if one person fits far better than all others.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from anthology.model import PLACE, Mention
from anthology.names import lexicon, spellings
from anthology.resolve import genders
from anthology.resolve.apart import Apart
from anthology.resolve.person import Person
from anthology.resolve.prose import Prose

_WEIGHTS = {
    "spoken to": 3.0,
    "speaks there": -2.0,
    "in the paragraph before or after": 1.0,
    "a few paragraphs away": 0.5,
    "somewhere else": -0.5,
}
"""How much it speaks for a person where the narration names him, beside a name called out."""
_ENOUGH = 1.5
"""The lowest sum for a bearer."""
_CLEAR = 1.5
"""How far the sum must be above that of anybody else."""
_FEW = 4
"""How many paragraphs are a few."""
_OFTEN = 5
"""How often the narration must name somebody whose other name is only spoken."""
_BEFORE = re.compile(r"(?:[,!?…]|[“\"‘«']|—)\s?$")
"""What stands before a name that is called out."""
_AFTER = re.compile(r"[,.!?…”’\"]")
"""What stands after it."""
_TO = re.compile(r"\b(?:to|at|towards?|upon|addressing|turning to) $")
"""What stands before the name of the one who is spoken to: *said Lucy* to *Albert*."""


def bearers(prose: Prose, persons: Sequence[Person], apart: Apart) -> list[tuple[Person, Person]]:
    """Return each person whose name is only spoken, with the one who bears it."""
    found = []
    told: dict[int, dict[int, list[Mention]]] = {}
    for person in persons:
        called = _called(prose, person) if _formal(person) and not _told(prose, person) else []
        if not called:
            continue
        told = told or {n: _told(prose, other) for n, other in enumerate(persons)}
        known = [n for n in told if len(told[n]) >= _OFTEN]
        scores = {
            n: sum(_near(prose, mention, told[n]) for mention in called)
            for n in known
            if _completes(person, persons[n])
            and genders.agree(person.gender, persons[n].gender)
            and not apart.told(person.forms, persons[n].forms)
        }
        best = max(scores, key=lambda n: (scores[n], -n), default=None)
        if best is None or scores[best] < _ENOUGH:
            continue
        if all(scores[best] - s >= _CLEAR for n, s in scores.items() if n != best):
            found.append((person, persons[best]))
    return found


def _formal(person: Person) -> bool:
    """Return whether a name is one for people who are spoken to, not about: *Ivan Kuzmitch*.

    Those who are called by a given name alone are too often not there: a child, a dog, a saint.
    """
    return any(
        spellings.patronymic(form.keys[-1])
        if len(form.keys) == 2
        else any(t.sort == "honorific" for t in form.titles) and not lexicon.given(form.chunks[0])
        for form in person.forms
    )


def _told(prose: Prose, person: Person) -> dict[int, list[Mention]]:
    """Return where the narration names a person, by paragraph, in reading order."""
    found: dict[int, list[Mention]] = {}
    for mention in sorted((m for form in person.forms for m in form.mentions), key=PLACE):
        if not prose.spoken(mention):
            found.setdefault(mention.paragraph, []).append(mention)
    return found


def _called(prose: Prose, person: Person) -> list[Mention]:
    """Return where somebody calls a name out."""
    return [
        mention
        for form in person.forms
        for mention in form.mentions
        if _BEFORE.search(prose.before(mention, 2)) and _AFTER.match(prose.after(mention, 1))
    ]


def _near(prose: Prose, called: Mention, told: dict[int, list[Mention]]) -> float:
    """Return how much it speaks for a person, named at ``told``, that a name is called out."""
    here = told.get(called.paragraph, ())
    if here:
        to = any(_TO.search(prose.before(m, 14)) for m in here)
        return _WEIGHTS["spoken to" if to else "speaks there"]
    paragraphs = list(told)
    after = bisect_left(paragraphs, called.paragraph)
    beside = paragraphs[max(0, after - 1) : after + 1]
    away = min(abs(called.paragraph - paragraph) for paragraph in beside)
    if away == 1:
        return _WEIGHTS["in the paragraph before or after"]
    return _WEIGHTS["a few paragraphs away" if away <= _FEW else "somewhere else"]


def _completes(one: Person, two: Person) -> bool:
    """Return whether one person has only a given name, and the other only a surname."""
    mine, theirs = _names(one), _names(two)
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _names(person: Person) -> set[str]:
    """Return which names of a person are known: ``given``, ``surname`` or both."""
    found = set()
    for form in person.forms:
        if len(form.keys) > 1:
            patronymic = len(form.keys) == 2 and spellings.patronymic(form.keys[1])
            found |= {"given"} if patronymic else {"given", "surname"}
        elif form.by_kin or lexicon.given(form.chunks[0]):
            found.add("given")
        else:
            found.add("surname")
    return found

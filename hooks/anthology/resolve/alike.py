"""Persons whose names are so alike that they may be one: pet forms, clipped names, slips.

*Bill* can be William Oakes, *Hal’fax* can be Halifax, and *Nayagin* may be a slip for Navagin. Each
ground that speaks for one person, or for two, has a weight. Two are joined if the sum is high
enough, and if nobody else in the story is as likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from anthology.names import lexicon, nicknames, spellings
from anthology.resolve import genders
from anthology.resolve.apart import Apart
from anthology.resolve.forms import Form
from anthology.resolve.person import Person
from anthology.resolve.prose import Prose

_WEIGHTS = {
    "common pet form": 2.0,
    "pet forms of one name": 1.5,
    "pet form of this story": 1.5,
    "begins like it": 0.75,
    "clipped": 1.5,
    "slip": 1.0,
    "slip between known names": -0.5,
    "rare": 0.75,
    "only in speech": 0.75,
    "same title": 1.0,
    "other title": -2.0,
    "crowned": -2.5,
    "in one sentence": -3.0,
}
"""How much each ground speaks for one person."""
_ENOUGH = 1.5
"""The lowest sum at which two are joined."""
_CLEAR = 0.8
"""How far the sum must be above that of anybody else."""
_RARE = 2
"""Most mentions of a name that may be a slip."""
_OFTEN = 3
"""How many times as often the right spelling must stand."""

Pair = tuple[int, int]
"""Indexes of two persons; the first has only one name."""


def pairs(prose: Prose, persons: Sequence[Person], apart: Apart) -> list[tuple[Person, Person]]:
    """Return the pairs of persons that are one, the most certain first.

    The first of a pair has only one name.
    """
    scores = {
        pair: score for pair, score in _scores(prose, persons, apart) if score >= _ENOUGH - _CLEAR
    }
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for one, two in scores:
        beside[one].add(two)
        beside[two].add(one)
    return [
        (persons[one], persons[two])
        for (one, two), score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if score >= _ENOUGH
        and not any(
            scores.get((end, rival), scores.get((rival, end), 0.0)) > score - _CLEAR
            for end, other in ((one, two), (two, one))
            if len(persons[end].keys) == 1
            for rival in beside[end] - beside[other] - {other}
        )
    ]


def _scores(prose: Prose, persons: Sequence[Person], apart: Apart) -> Iterator[tuple[Pair, float]]:
    """Yield each pair of persons whose names are alike, with the sum of its grounds."""
    marked: defaultdict[str | int, list[int]] = defaultdict(list)
    ends = [person.ends() for person in persons]
    marks = [_marks(person, keys) for person, keys in zip(persons, ends, strict=True)]
    for number, keys in enumerate(ends):
        for mark in (*marks[number], *map(_opening, keys)):
            marked[mark].append(number)
    single = {n for n, person in enumerate(persons) if len(person.keys) == 1}
    found: set[Pair] = set()
    for one in single:
        clipped = (_opening(key) for key in ends[one] if "'" in key)
        for two in {n for mark in (*marks[one], *clipped) for n in marked[mark]} - {one}:
            found.add((two, one) if two in single and two < one else (one, two))
    for one, two in sorted(found):
        a, b = persons[one], persons[two]
        likeness = _likeness(a, b)
        if likeness and not apart.told(a.forms, b.forms):
            yield (one, two), likeness + _circumstances(prose, a, b, apart)


def _marks(person: Person, ends: Iterable[str]) -> set[str | int]:
    """Return marks; two persons whose names are alike, but not clipped, have one in common.

    ``ends`` are the first and the last words of the person's names.
    """
    marks: set[str | int] = set()
    for name in person.given:
        marks |= nicknames.marks(name)
    for key in ends:
        marks |= spellings.variants(key)
        marks.update((key[1:], spellings.drawl(key)))
    return marks


def _opening(key: str) -> str:
    """Return the mark by which a clipped name is looked for: its first letters."""
    return f"{key[:2]}'"


def _likeness(one: Person, two: Person) -> float:
    """Return how alike the names of two persons are; 0 if they are not."""
    pets = [_pet(a, b) for a in one.given for b in two.given]
    spelt = [_spelt(a, b) for a in one.ends() for b in two.ends()]
    ground = max((g for g in (*pets, *spelt) if g), key=_WEIGHTS.__getitem__, default=None)
    if ground is None:
        return 0
    # Sasha can be a man or a woman, so only pronouns count for a common pet form. For others, the
    # name counts too: somebody called Jack is not called Nannie.
    common = ground == "common pet form"
    gender = genders.by_votes(one.forms) if common else one.gender
    return _WEIGHTS[ground] if genders.agree(gender, two.gender) else 0


def _pet(one: str, two: str) -> str | None:
    """Return the ground, if one of two given names is a pet form of the other."""
    if nicknames.pet_form(one, two) or nicknames.pet_form(two, one):
        return "common pet form"
    if nicknames.akin(one, two):
        return "pet forms of one name" if one[:2] == two[:2] else None
    made = (nicknames.diminutive, nicknames.lengthened)
    if any(like(one, two) or like(two, one) for like in made):
        return "pet form of this story"
    short, long = sorted((one, two), key=len)
    surname = lexicon.surname(long) and not lexicon.given(long)
    if nicknames.begins(short, long) and not (surname or _is_word(short)):
        return "begins like it"
    return None


def _is_word(name: str) -> bool:
    """Return whether novels write a name more often in lower case than with a capital: *Man*."""
    small, capital = lexicon.counts(name)
    return small > capital


def _spelt(one: str, two: str) -> str | None:
    """Return the ground, if one of two keys is the other, clipped or with a slip."""
    if spellings.clipped(one, two) or spellings.clipped(two, one):
        return "clipped"
    if spellings.slip(one, two):
        known = all(
            lexicon.given(w.capitalize()) or lexicon.surname(w.capitalize()) for w in (one, two)
        )
        return "slip between known names" if known else "slip"
    return None


def _circumstances(prose: Prose, one: Person, two: Person, apart: Apart) -> float:
    """Return what speaks for one person besides the names."""
    score = 0.0
    few, many = sorted(sum(len(f.mentions) for f in p.forms) for p in (one, two))
    if few <= _RARE and many >= _OFTEN * few:
        score += _WEIGHTS["rare"]
    if _spoken(prose, one.forms) != _spoken(prose, two.forms):
        score += _WEIGHTS["only in speech"]
    titles = [{t.means for f in p.forms for t in f.titles} for p in (one, two)]
    if all(titles):
        score += _WEIGHTS["other title" if titles[0].isdisjoint(titles[1]) else "same title"]
    elif _crowned(one) != _crowned(two):
        score += _WEIGHTS["crowned"]
    if apart.met(one.forms, two.forms):
        score += _WEIGHTS["in one sentence"]
    return score


def _crowned(person: Person) -> bool:
    """Return whether somebody is only ever called by a rank and a given name: *Queen Mary*."""
    return all(
        any(t.sort == "rank" and t.gender for t in form.titles) and lexicon.given(form.chunks[0])
        for form in person.forms
    )


def _spoken(prose: Prose, forms: Sequence[Form]) -> bool:
    """Return whether all mentions stand in speeches."""
    return all(prose.spoken(m) for form in forms for m in form.mentions)

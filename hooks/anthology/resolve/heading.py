"""The heading of a person's entry: the form by which the story knows him, the fullest first."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from anthology.names import lexicon, nicknames
from anthology.resolve.forms import Form

_WEIGHTS = {
    "each name": 20.0,
    "each doubling of mentions": 1.0,
    "title before a full name": -4.0,
    "title of kin, or after the name": 2.0,
    "office": 2.0,
    "title that goes with given names": 0.5,
    "courtesy before a given name": -2.0,
    "courtesy before what may be either": 2.0,
    "courtesy before a surname": 4.0,
    "title in dialect": -2.5,
    "pet form": -5.0,
    "begins like another": -1.0,
    "husband's given name": -5.0,
}
"""How much each ground speaks for a form."""
_ENGLISH = frozenset("mr mrs miss ms master monsieur madame mademoiselle".split())
"""Courtesies that usually stand before a surname."""


def heading(forms: Sequence[Form]) -> str:
    """Return the name of a person: the fullest form.

    A title belongs to the name if otherwise only a surname would remain (Sergeant Pichon, but
    Solène Kerbrat). With a given name, it belongs to it if it is rarely left out (Orhan Bey, but
    Isaura). A pet form is the name if the story hardly uses the other one.
    """
    if len(forms) == 1:
        return forms[0].text
    return max(forms, key=lambda f: (_score(f, forms), _last(f))).text


def _last(form: Form) -> tuple[int, int]:
    """Return the key that prefers the form that is mentioned first."""
    return -form.first.paragraph, -form.first.start


def _score(form: Form, forms: Sequence[Form]) -> float:
    """Return how much speaks for a form as the heading."""
    score = _WEIGHTS["each name"] * sum(map(_size, form.chunks))
    score += _WEIGHTS["each doubling of mentions"] * log2(len(form.mentions) + 1)
    if form.titles:
        score += _WEIGHTS[_title(form, alone=any(not f.titles for f in forms))]
        if any(t.means != t.word for t in form.titles):
            score += _WEIGHTS["title in dialect"]
    if form.by_husband and len(form.chunks) == 1:
        score += _WEIGHTS["husband's given name"]
    short = form.chunks[form.given]
    others = [f.chunks[f.given] for f in forms]
    if any(nicknames.pet_form(short, other) for other in others):
        score += _WEIGHTS["pet form"]
    elif any(_begins(short, other) for other in others):
        score += _WEIGHTS["begins like another"]
    return score


def _begins(short: str, other: str) -> bool:
    """Return whether a name is another one cut short, and the other is not made from it."""
    shorter = len(short) < len(other) and nicknames.begins(short, other)
    return shorter and not nicknames.begins(other, short)


def _size(chunk: str) -> float:
    """Return how much of a name a word is: an initial is half a name, *hair* is none."""
    letters = chunk.rpartition(" ")[2].rstrip(".")
    return 0 if letters.islower() else 0.5 if len(letters) == 1 else 1


def _title(form: Form, *, alone: bool) -> str:
    """Return the ground that the titles of a form are; ``alone`` if names stand without titles."""
    if len(form.chunks) > 1:
        return "title before a full name"
    if form.by_kin or any(t.after for t in form.titles):
        return "title of kin, or after the name"
    given = lexicon.given(form.chunks[0])
    if any(t.sort == "rank" for t in form.titles):
        return "title that goes with given names" if given and form.styled else "office"
    if not given or not alone:
        return "courtesy before a surname"
    if not any(t.means in _ENGLISH for t in form.titles):
        return "title that goes with given names"
    either = lexicon.surname(form.chunks[0])
    return "courtesy before what may be either" if either else "courtesy before a given name"

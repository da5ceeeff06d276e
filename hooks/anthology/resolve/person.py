"""A person in a story: the forms that belong to the person, and which forms can belong to one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import permutations

from anthology.names import lexicon, nicknames, spellings
from anthology.names.honorifics import Gender
from anthology.resolve import genders
from anthology.resolve.forms import Form

_UNMARRIED = frozenset({"miss", "mademoiselle", "señorita", "signorina", "fräulein"})
"""Titles of unmarried women."""
_MARRIED = frozenset({"mrs", "madame", "frau", "señora", "signora", "mevrouw", "fru", "senhora"})
"""Titles of married women."""
_PEERAGE = frozenset(
    {"lady", "countess", "baroness", "duchess", "viscountess", "princess", "queen", "empress"}
)
"""Titles of noblewomen."""
_FORCES = frozenset(
    "private corporal sergeant lieutenant captain major colonel general brigadier marshal admiral "
    "commodore ensign midshipman bosun constable inspector superintendent commissioner sheriff "
    "deputy".split()
)
"""Ranks that nobody has two of."""
_DOUBLED = re.compile(r"(.)\1")
"""A doubled letter: the *tt* of *Elliott*."""
_CONDITIONS = tuple(permutations((_UNMARRIED, _MARRIED, _PEERAGE), 2))
"""Pairs of groups of titles; no woman has titles from both groups."""


@dataclass(slots=True, eq=False)
class Person:
    """The forms that are taken for one person's; the first is one of the fullest."""

    forms: list[Form]

    @property
    def keys(self) -> tuple[str, ...]:
        """The words of the fullest form, as they are compared."""
        return self.forms[0].keys

    @property
    def gender(self) -> Gender | None:
        """The person's gender by titles, given name and pronouns; None if it is not clear."""
        return genders.of(self.forms)

    @property
    def given(self) -> list[str]:
        """Words that may be the person's given name, from the full forms if there are any."""
        full = [f for f in self.forms if len(f.chunks) > 1 and not f.by_husband]
        alone = [
            f
            for f in self.forms
            if not f.by_husband and (not f.titles or f.by_kin or lexicon.given(f.chunks[0]))
        ]
        return [f.chunks[f.given] for f in full or alone[:1]]

    @property
    def married_name(self) -> bool:
        """Whether a form has a married woman's title, so that the surname may be her husband's."""
        return any(married(f) for f in self.forms)

    def ends(self) -> set[str]:
        """Return the first and the last word of every form: given names and surnames, as keys."""
        return {
            key
            for f in self.forms
            for key in ((f.keys[-1],) if f.by_husband else (f.keys[0], f.keys[-1]))
        }

    def bears(self, key: str) -> bool:
        """Return whether a word is the person's given name, according to a full name."""
        return any(
            len(f.keys) > 1 and f.keys[f.given] == key and not f.by_husband for f in self.forms
        )


def covers(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Return whether ``short`` is the same name as ``long``, perhaps less full.

    Both are keys of forms with two words or more. *Ed Loyce* is *Edward C. Loyce*.
    """
    if set(short) == set(long) or long[-len(short) :] == short:
        return True
    if len(short) == len(long) == 2 and (short[0] == long[1] or short[1] == long[0]):
        # The order may differ: Kovács Anna is Anna Kovács.
        return _given_alike(short[0], long[1]) and _given_alike(short[1], long[0])
    inexact = [short[0] != long[0], short[-1] != long[-1]]
    if inexact == [True, False]:
        return _given_alike(short[0], long[0]) and _within(short[1:-1], long[1:-1])
    if inexact == [False, True] and _slip(short[-1], long[-1]):
        return _within(short[1:-1], long[1:-1])
    if len(short) == len(long):
        return not any(inexact) and _middle_alike(short[1:-1], long[1:-1])
    first = not inexact[0] or _slip(short[0], long[0])
    return first and _within(short[1:], long[1:])


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Return whether the words of ``short`` stand in ``long`` in this order, or their initials."""
    rest = iter(long)
    return all(any(_same(word, other) for other in rest) for word in short)


def _middle_alike(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Return whether middle names of equal number can be the same."""
    return all(_same(a, b) or _given_alike(a, b) for a, b in zip(short, long, strict=True))


def _same(one: str, two: str) -> bool:
    """Return whether two words are equal, or one is the initial of the other."""
    return one == two or (1 in (len(one), len(two)) and one[:1] == two[:1])


def _given_alike(one: str, two: str) -> bool:
    """Return whether two keys can be one given name: by an initial, a pet form or a slip."""
    return (
        _same(one, two)
        or nicknames.akin(one, two)
        or nicknames.begins(one, two)
        or nicknames.begins(two, one)
        or _slip(one, two)
    )


def _slip(one: str, two: str) -> bool:
    """Return whether a key is the other with a slip, so that they are not two known names.

    Two known names are one if only a doubled letter tells them apart: *Elliott* and *Elliot*.
    """
    if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", two):
        return True
    both_known = all(lexicon.given(word.capitalize()) for word in (one, two))
    return not both_known and spellings.slip(one, two)


def genders_agree(form: Form, person: Person) -> bool:
    """Return whether a form and a person can have the same gender, as far as it is known."""
    return genders.agree(genders.of([form]), person.gender)


def titles_agree(form: Form, person: Person) -> bool:
    """Return whether one person can have the titles of a form and of a person.

    No Miss is a Mrs., and no Captain is an Admiral, unless the text has both before one full name.
    """
    told = {g for f in (form, *person.forms) if (g := f.styled)}
    words = {t.means for t in form.titles}
    others = {t.means for f in person.forms for t in f.titles}
    if len(told) > 1 or any(words & one and others & two for one, two in _CONDITIONS):
        return False
    one, two = ranks_of([form]), ranks_of(person.forms)
    if any(f.keys == form.keys for f in person.forms if len(f.keys) > 1):
        return True
    return not (one and two and one.isdisjoint(two))


def ranks_of(forms: Iterable[Form]) -> set[str]:
    """Return the ranks in some forms that nobody has two of."""
    return {t.means for form in forms for t in form.titles if t.means in _FORCES}


def one_bearer(form: Form, person: Person) -> bool:
    """Return whether different titles before the same name can be one person's.

    Dr. Hirsch can be Mr. Hirsch, but is not usually Mrs. Hirsch.
    """
    one = form.styled
    two = next((f.styled for f in person.forms if f.styled), None)
    given = lexicon.given(form.chunks[0])
    if one == two or (given and given in (one, two)):
        return True
    # Dr. Shaw is Mr. Shaw unless a pronoun is *she*, and is Mrs. Shaw only if nearly all are.
    untold = person.forms if one else [form]
    if "f" in (one, two):
        return genders.of(untold) == "f"
    return not any(f.votes["f"] for f in untold)


def married(form: Form) -> bool:
    """Return whether a form has a married woman's title; the surname may be her husband's."""
    return any(t.means in _MARRIED for t in form.titles)


def of_wife(form: Form) -> bool:
    """Return whether a form has a title that a husband's surname may follow: Mrs., Lady."""
    return married(form) or any(t.means == "lady" for t in form.titles)

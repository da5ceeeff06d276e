"""Whether a name is a woman's or a man's: by titles, given names and pronouns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from anthology.model import PLACE, Mention
from anthology.names import lexicon, spellings
from anthology.names.honorifics import Gender
from anthology.resolve.forms import Form, Told
from anthology.resolve.prose import Prose
from anthology.text import english

_HE = ("he", "his", "himself")
_SAME = re.compile(english.word([*_HE, "she", "her(?= [a-z])", "herself"]) + r"\b")
"""A pronoun in the sentence of a mention: *his*, *she*. ``him`` is not one of them, because it
would mean somebody else there (Ann took him a tea)."""
_NEXT = re.compile(r"(?:(he|his)|(she|her))\b", re.IGNORECASE)
"""A pronoun as the first word of the next sentence: *She*."""
_MEN = (*"man boy lad fellow gentleman king monk priest".split(), *english.KINSMEN)
_WOMEN = (*"woman girl lady queen nun maid".split(), *english.KINSWOMEN)
_NOUN = re.compile(rf"\b(?:({'|'.join(_MEN)})|({'|'.join(_WOMEN)}))(?:,| named| called|)\s+$")
"""A noun directly before a name: *the grandfather,* *a girl called*."""
_LAST = frozenset((*_MEN, *_WOMEN, "named", "called"))
"""The last words of that."""
_EITHER: tuple[tuple[Gender, Gender], ...] = (("m", "f"), ("f", "m"))
_GIVEN_NAME = 6
"""How many pronouns a given name is worth."""
_ENOUGH = 3
"""How many pronouns decide the gender; fewer may well belong to somebody else."""


class Reader:
    """Reads the text around the mentions of a story for what it tells of their genders."""

    def __init__(self, prose: Prose, mentions: Sequence[Mention]) -> None:
        self._prose = prose
        self._mentions = mentions
        """All mentions of characters, in reading order."""

    def __call__(self, mention: Mention) -> Told | None:
        """Return what the text around ``mention`` tells.

        A noun directly before the name (the grandfather, Justice Prakash) is worth half as much as
        a given name.
        """
        before = self._prose.before(mention, 24)
        # Few words are such a noun, and to look one up is faster than to search for all of them.
        last = before[before.rfind(" ", 0, -1) + 1 : -1].rstrip(",")
        if (last in _LAST or not last.isalpha()) and (noun := _NOUN.search(before)):
            return "m" if noun[1] else "f", _ENOUGH
        number = bisect_right(self._mentions, PLACE(mention), key=PLACE)
        following = self._mentions[number] if number < len(self._mentions) else None
        gender = _of_pronoun(self._prose, mention, following)
        return (gender, 1) if gender else None


def of(forms: list[Form]) -> Gender | None:
    """Return the gender of the person with these forms, or None if it is not clear.

    Titles decide; without them, the given name and the pronouns together.
    """
    if told := next((form.styled for form in forms if form.styled), None):
        return told
    votes = _votes(forms)
    for form in forms:
        given = lexicon.given(form.chunks[form.given]) if not form.titles else None
        if given and given != "u":
            votes[given] += _GIVEN_NAME
            break
    for middle in {key for form in forms if len(form.keys) > 1 for key in form.keys[1:2]}:
        if told := spellings.patronymic(middle):
            votes[told] += _GIVEN_NAME
    return _verdict(votes)


def by_votes(forms: list[Form]) -> Gender | None:
    """Return the gender by the votes alone, because many pet forms are used for both (Sasha)."""
    return _verdict(_votes(forms))


def agree(one: Gender | None, other: Gender | None) -> bool:
    """Return whether two genders can be one person's; None agrees with every gender."""
    return one is None or other is None or one == other


def _votes(forms: list[Form]) -> dict[Gender, int]:
    """Return the votes of all forms together."""
    votes: dict[Gender, int] = {"m": 0, "f": 0}
    for form in forms:
        for gender, number in form.votes.items():
            votes[gender] += number
    return votes


def _verdict(votes: dict[Gender, int]) -> Gender | None:
    """Return the gender with enough votes, three times as many as the other has; else None."""
    for one, other in _EITHER:
        if votes[one] >= _ENOUGH and votes[one] >= 3 * votes[other]:
            return one
    return None


def _of_pronoun(prose: Prose, mention: Mention, following: Mention | None) -> Gender | None:
    """Return the gender of the first pronoun after a mention, or None if none counts.

    A pronoun counts if it stands before ``following``, the next mention of a character, and if it
    stands in the narration or in the same speech as the mention.
    """
    paragraph, spot = prose.paragraph(mention), prose.spot(mention)
    limit = spot.speech[1] if spot.speech else len(paragraph.text)
    if following and following.paragraph == mention.paragraph:
        limit = min(limit, following.start)
    for pronoun in _SAME.finditer(paragraph.text, mention.end, min(spot.end, limit)):
        if paragraph.speech(pronoun.start()) == spot.speech:
            return "m" if pronoun[0] in _HE else "f"
    if spot.end < limit and (opening := _NEXT.match(paragraph.text, spot.end, limit)):
        return "m" if opening[1] else "f"
    return None

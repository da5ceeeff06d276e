"""Whether a name is a woman's or a man's: by titles, given names and pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from anthology.model import Mention
from anthology.names import lexicon, spellings
from anthology.names.honorifics import Gender
from anthology.resolve.forms import Form
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


Told = dict[tuple[int, int, int], tuple[Gender | None, int]]
"""The gender that the text around a mention speaks for, and how strongly: by the paragraph, the
start of the mention, and how far the text after it was read."""


def count(prose: Prose, mentions: Sequence[tuple[Mention, Form]], told: Told) -> None:
    """Count, for each form, how strongly the text around its mentions speaks for each gender.

    A noun directly before the name (the grandfather, Justice Prakash) is worth as much as a given
    name. The result is added to the ``votes`` and the ``hints`` of the form. ``mentions`` are all
    of the story's characters in reading order, with their forms. What is found is added to
    ``told``; what is already there is not looked for again.
    """
    for (mention, form), following in zip_longest(mentions, mentions[1:]):
        limit = _limit(prose, mention, following[0] if following else None)
        around = (mention.paragraph, mention.start, limit)
        found = told.get(around)
        if found is None:
            found = told[around] = _around(prose, mention, limit)
        gender, votes = found
        if gender:
            form.hints[mention] = gender
            form.votes[gender] += votes


def _around(prose: Prose, mention: Mention, limit: int) -> tuple[Gender | None, int]:
    """Return the gender that the text around a mention speaks for, and how strongly.

    Nothing counts from ``limit`` on.
    """
    before = prose.before(mention, 24)
    # Few words are such a noun, and to look one up is faster than to search for all of them.
    last = before[before.rfind(" ", 0, -1) + 1 : -1].rstrip(",")
    if (last in _LAST or not last.isalpha()) and (noun := _NOUN.search(before)):
        return "m" if noun[1] else "f", _ENOUGH
    return _told(prose, mention, limit), 1


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
        votes["m"] += form.votes["m"]
        votes["f"] += form.votes["f"]
    return votes


def _verdict(votes: dict[Gender, int]) -> Gender | None:
    """Return the gender with enough votes, three times as many as the other has; else None."""
    for one, other in _EITHER:
        if votes[one] >= _ENOUGH and votes[one] >= 3 * votes[other]:
            return one
    return None


def _limit(prose: Prose, mention: Mention, following: Mention | None) -> int:
    """Return how far a pronoun may stand after a mention: in its speech, before ``following``.

    That is the next mention of a character, or None.
    """
    speech = prose.spot(mention).speech
    limit = speech[1] if speech else len(prose.paragraph(mention).text)
    if following and following.paragraph == mention.paragraph:
        return min(limit, following.start)
    return limit


def _told(prose: Prose, mention: Mention, limit: int) -> Gender | None:
    """Return the gender of the first pronoun after a mention, or None if none counts.

    A pronoun counts if it stands before ``limit``, and if it stands in the narration or in the same
    speech as the mention.
    """
    paragraph, spot = prose.paragraph(mention), prose.spot(mention)
    for pronoun in _SAME.finditer(paragraph.text, mention.end, min(spot.end, limit)):
        if paragraph.speech(pronoun.start()) == spot.speech:
            return "m" if pronoun[0] in _HE else "f"
    if spot.end < limit and (opening := _NEXT.match(paragraph.text, spot.end, limit)):
        return "m" if opening[1] else "f"
    return None

"""Whether a name is a woman's or a man's: by titles, given names and pronouns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest

from anthology.model import PLACE, Mention
from anthology.names import lexicon, spellings
from anthology.names.honorifics import Gender
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose
from anthology.text import english

_SAME = re.compile(r"\b(?:(he|his|himself)|(she|her(?= [a-z])|herself))\b")
"""A pronoun in the sentence of a mention: *his*, *she*. ``him`` is not one of them, because it
would mean somebody else there (Ann took him a tea)."""
_NEXT = re.compile(r"(?:(he|his)|(she|her))\b", re.IGNORECASE)
"""A pronoun as the first word of the next sentence: *She*."""
_NOUN = re.compile(
    rf"\b(?:(man|boy|lad|fellow|gentleman|king|monk|priest|{'|'.join(english.KINSMEN)})|"
    rf"(woman|girl|lady|queen|nun|maid|{'|'.join(english.KINSWOMEN)}))(?:,| named| called|)\s+$"
)
"""A noun directly before a name: *the grandfather,* *a girl called*."""
_EITHER: tuple[tuple[Gender, Gender], ...] = (("m", "f"), ("f", "m"))
_GIVEN_NAME = 6
"""How many pronouns a given name is worth."""
_ENOUGH = 3
"""How many pronouns decide the gender; fewer may well belong to somebody else."""


def count(prose: Prose, forms: Iterable[Form]) -> None:
    """Count, for each form, how strongly the text around its mentions speaks for each gender.

    A noun directly before the name (the grandfather, Justice Prakash) is worth as much as a given
    name. The result is added to the ``votes`` and the ``hints`` of the form.
    """
    owner = {m: form for form in forms for m in form.mentions}
    mentions = sorted(owner, key=PLACE)
    for mention, following in zip_longest(mentions, mentions[1:]):
        if noun := _NOUN.search(prose.before(mention, 24)):
            gender: Gender | None = "m" if noun[1] else "f"
        else:
            gender = _told(prose, mention, following)
        if gender:
            owner[mention].hints[mention] = gender
            owner[mention].votes[gender] += _ENOUGH if noun else 1


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


def _votes(forms: list[Form]) -> Counter[Gender]:
    """Return the votes of all forms together."""
    votes: Counter[Gender] = Counter()
    for form in forms:
        votes.update(form.votes)
    return votes


def _verdict(votes: Counter[Gender]) -> Gender | None:
    """Return the gender with enough votes, three times as many as the other has; else None."""
    for one, other in _EITHER:
        if votes[one] >= _ENOUGH and votes[one] >= 3 * votes[other]:
            return one
    return None


def _told(prose: Prose, mention: Mention, following: Mention | None) -> Gender | None:
    """Return the gender of the first pronoun after a mention, or None if none counts.

    A pronoun counts if it stands before ``following``, the next mention of a character, and if it
    stands in the narration or in the same speech as the mention.
    """
    paragraph = prose.paragraph(mention)
    speech = paragraph.speech(mention.start)
    limit = speech[1] if speech else len(paragraph.text)
    if following and following.paragraph == mention.paragraph:
        limit = min(limit, following.start)
    end = paragraph.sentence_end(mention.start)
    for pronoun in _SAME.finditer(paragraph.text, mention.end, min(end, limit)):
        if paragraph.speech(pronoun.start()) == speech:
            return "m" if pronoun[1] else "f"
    if end < limit and (opening := _NEXT.match(paragraph.text, end, limit)):
        return "m" if opening[1] else "f"
    return None

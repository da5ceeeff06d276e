"""Whether a name is a woman's or a man's: by titles, by given names, by pronouns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest

from anthology.model import Mention
from anthology.names import lexicon
from anthology.names.honorifics import Gender
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose
from anthology.text import english

_SAME = re.compile(r"\b(?:(he|his|himself)|(she|her(?= [a-z])|herself))\b")
"""In the sentence of a mention: ``him`` would be somebody else there (Ann took him a tea)."""
_NEXT = re.compile(r"(?:(he|his)|(she|her))\b", re.IGNORECASE)
"""The first word of the sentence after it."""
_NOUN = re.compile(
    rf"\b(?:(man|boy|lad|fellow|gentleman|king|monk|priest|{'|'.join(english.KINSMEN)})|"
    rf"(woman|girl|lady|queen|nun|maid|{'|'.join(english.KINSWOMEN)}))(?:,| named| called|)\s+$"
)
_EITHER: tuple[tuple[Gender, Gender], ...] = (("m", "f"), ("f", "m"))
_GIVEN_NAME = 3
"""What a given name counts for, in pronouns."""
_ENOUGH = 3
"""Pronouns that settle a gender; fewer are as often somebody else's."""


def count(prose: Prose, forms: Iterable[Form]) -> None:
    """Count, for each form, which gender the text around its mentions speaks for.

    A noun right before it (the grandfather, Justice Prakash) is worth as much as a given name.
    """
    owner = {m: form for form in forms for m in form.mentions}
    mentions = sorted(owner)
    for mention, following in zip_longest(mentions, mentions[1:]):
        if noun := _NOUN.search(prose.before(mention, 24)):
            owner[mention].votes["m" if noun[1] else "f"] += _ENOUGH
        elif gender := _told(prose, mention, following):
            owner[mention].votes[gender] += 1


def of(forms: list[Form]) -> Gender | None:
    """The gender of whoever bears these forms: what titles say, else given names and pronouns."""
    if told := next((form.styled for form in forms if form.styled), None):
        return told
    votes = _votes(forms)
    for form in forms:
        given = lexicon.given(form.chunks[form.given]) if not form.titles else None
        if given and given != "u":
            votes[given] += _GIVEN_NAME
            break
    return _verdict(votes)


def by_votes(forms: list[Form]) -> Gender | None:
    """What pronouns alone say: many a pet form is a man's and a woman's (Sasha)."""
    return _verdict(_votes(forms))


def agree(one: Gender | None, other: Gender | None) -> bool:
    """Whether two genders, as far as they are known, can be one person's."""
    return one is None or other is None or one == other


def _votes(forms: list[Form]) -> Counter[Gender]:
    votes: Counter[Gender] = Counter()
    for form in forms:
        votes.update(form.votes)
    return votes


def _verdict(votes: Counter[Gender]) -> Gender | None:
    for one, other in _EITHER:
        if votes[one] >= _ENOUGH and votes[one] >= 3 * votes[other]:
            return one
    return None


def _told(prose: Prose, mention: Mention, following: Mention | None) -> Gender | None:
    """What the text right behind one mention says of its gender.

    A pronoun counts if no other character is named before it, and both stand in the narration or
    both in one speech.
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

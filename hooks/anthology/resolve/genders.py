"""Whether a name is a woman's or a man's: by its titles, by given names, by the pronouns near it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from anthology import lexicon
from anthology.model import Mention
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose
from anthology.titles import Gender

_SAME = re.compile(r"\b(?:(he|his|himself)|(she|her(?= [a-z])|herself))\b")
"""In the sentence of the mention: ``him`` and ``her`` would be somebody else (Ann took him a tea)."""
_NEXT = re.compile(r"(?:(he|his)|(she|her))\b", re.IGNORECASE)
"""The first word of the sentence after it."""
_NOUN = re.compile(
    r"\b(?:(man|boy|lad|fellow|gentleman|husband|brother|son|father|uncle|nephew|king|monk|priest)|"
    r"(woman|girl|lady|wife|sister|daughter|mother|aunt|niece|queen|nun|widow|maid))"
    r"(?:,| named| called|)\s+$"
)

def by_pronouns(prose: Prose, characters: tuple[Mention, ...]) -> dict[Mention, Gender]:
    """What the text right around each mention says of its gender, where it says anything.

    A pronoun counts for the mention before it if no other character is named in between and both
    stand in the narration, or both in one speech.
    """
    found: dict[Mention, Gender] = {}
    for number, mention in enumerate(characters):
        if noun := _NOUN.search(prose.before(mention, 24)):
            found[mention] = "m" if noun[1] else "f"
            continue
        passage = prose.passage(mention)
        limit = len(passage.text)
        if number + 1 < len(characters) and characters[number + 1].paragraph == mention.paragraph:
            limit = characters[number + 1].start
        speech = passage.speech(mention.start)
        if speech:
            limit = min(limit, speech[1])
        end = passage.sentence_end(mention.start)
        pronoun = next(
            (
                p
                for p in _SAME.finditer(passage.text, mention.end, min(end, limit))
                if passage.speech(p.start()) == speech
            ),
            None,
        )
        if pronoun is None and end < limit:
            pronoun = _NEXT.match(passage.text, end, limit)
        if pronoun:
            found[mention] = "m" if pronoun[1] else "f"
    return found


def of(form: Form, seen: dict[Mention, Gender]) -> Gender | None:
    """The gender of a form: its titles', else what nearly all pronouns say, else its given name's."""
    if form.gender:
        return form.gender
    votes = votes_for(form.mentions, seen)
    given = lexicon.given(form.chunks[0]) if form.chunks else None
    if given in ("m", "f"):
        votes[given] += 3
    return verdict(votes)


def votes_for(mentions: Iterable[Mention], seen: dict[Mention, Gender]) -> Counter[Gender]:
    """How many mentions are near pronouns of which gender."""
    return Counter(seen[m] for m in mentions if m in seen)


def verdict(votes: Counter[Gender]) -> Gender | None:
    """The gender that nearly all votes are for, if there are three or more of them."""
    m, f = votes["m"], votes["f"]
    if max(m, f) < 3 or 3 * min(m, f) > max(m, f):
        return None
    return "m" if m > f else "f"

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

_PRONOUN = re.compile(r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
_NOUN = re.compile(
    r"\b(?:(man|boy|lad|fellow|gentleman|husband|brother|son|father|uncle|nephew|king|monk|priest)|"
    r"(woman|girl|lady|wife|sister|daughter|mother|aunt|niece|queen|nun|widow|maid))"
    r"(?:,| named| called|)\s+$"
)
_REACH = 160


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
        end = min(mention.end + _REACH, len(passage.text))
        if number + 1 < len(characters) and characters[number + 1].paragraph == mention.paragraph:
            end = min(end, characters[number + 1].start)
        speech = passage.speech(mention.start)
        if speech:
            end = min(end, speech[1])
        for pronoun in _PRONOUN.finditer(passage.text, mention.end, end):
            if speech or passage.speech(pronoun.start()) is None:
                found[mention] = "m" if pronoun[1] else "f"
                break
    return found


def of(form: Form, seen: dict[Mention, Gender]) -> Gender | None:
    """The gender of a form: its titles', else what nearly all pronouns say, else its given name's."""
    if form.gender:
        return form.gender
    votes = votes_for(form.mentions, seen)
    given = lexicon.given(form.chunks[0]) if form.chunks else None
    if given in ("m", "f"):
        votes[given] += 2
    return verdict(votes)


def votes_for(mentions: Iterable[Mention], seen: dict[Mention, Gender]) -> Counter[Gender]:
    """How many mentions are near pronouns of which gender."""
    return Counter(seen[m] for m in mentions if m in seen)


def verdict(votes: Counter[Gender]) -> Gender | None:
    """The gender that has at least twice the votes of the other, if there is one."""
    m, f = votes["m"], votes["f"]
    if max(m, f) == 0 or 2 * min(m, f) > max(m, f) or m == f:
        return None
    return "m" if m > f else "f"

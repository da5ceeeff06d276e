"""Internal evidence: what the words of a name say, without the sentences that it stands in.

The terms are those of McDonald (1996), "Internal and external evidence in the identification and
semantic categorization of proper names". External evidence is in ``context``.
"""

from __future__ import annotations

from functools import lru_cache

from anthology.names import honorifics, lexicon
from anthology.recognise import cues

_SIGNS = lexicon.signs()
_HOLY = _SIGNS["a holy word"]
_ON_SIGNS = _SIGNS["a beast or thing on an inn's sign"]
_LOOKING = _SIGNS["how the beast on an inn's sign looks"]
_FEASTS = _SIGNS["a feast"]
_BRANDS = _SIGNS["a brand or a paper"]
_FIRMS = _SIGNS["a word of firms and papers"]
EPITHETS = honorifics.EPITHETS | _SIGNS["a word of the church or of kin before a name"]
_ARTICLES = _SIGNS["a foreign article"]
_NUMBERS = _SIGNS["a number"]
_ORDINALS = _SIGNS["an ordinal"]

_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ing", ""), ("ing", "e"), ("ings", ""), ("ed", "")),
    *(("ed", "e"), ("ly", ""), ("er", ""), ("er", "e"), ("less", ""), ("ness", ""), ("ers", "")),
)
"""Endings of English words, and what replaces each in the word that they are made of."""


@lru_cache(maxsize=lexicon.KEPT)
def of_form(name: str) -> tuple[str, ...]:
    """Return the cues of a name's own words."""
    front, bare = honorifics.split(name)
    found = [cues.ANY, *(cues.TITLE % title.sort for title in front)]
    words = bare.split()
    if not words:
        return (*found, cues.ONLY_TITLE)
    found.append(cues.WORDS % min(len(words), 4) if len(words) > 1 else cues.ONE_WORD)
    found += _as_person(words)
    found += _as_place(bare, words)
    found += _as_neither(words)
    return (*found, *_writing(words))


@lru_cache(maxsize=lexicon.KEPT)
def standing(name: str) -> str:
    """Return what a reader who knows names and places, but not the story, takes a name for."""
    front, bare = honorifics.split(name)
    words = bare.split()
    if not words:
        return cues.BARE_TITLE
    if front:
        return cues.TITLED
    if len(words) == 1:
        return _standing_alone(bare)
    if lexicon.place(bare):
        return cues.KNOWN_OF_MANY_WORDS
    return _standing_together(words)


def _standing_together(words: list[str]) -> str:
    """Return the standing of several words that are not a known place."""
    first, last = words[0], words[-1]
    if "of" in words and _head(words) and last.lower() not in _NUMBERS | _ORDINALS:
        return cues.HEAD_AND_OF
    if told := _told_by_a_word(first, last):
        return told
    if lexicon.given(first) and not _ordinary(first):
        return cues.GIVEN_AND_MORE
    if _head(words):
        return cues.WITH_HEAD
    if len(first.rstrip(".")) == 1:
        return cues.WITH_INITIALS
    return _standing_unknown(first, last, len(words))


def _told_by_a_word(first: str, last: str) -> str | None:
    """Return the standing of a name with a number, a word of time or a word of firms, or None."""
    small = last.lower()
    if small in _NUMBERS:
        return cues.NUMBERED
    if small in _ORDINALS:
        return cues.WITH_ORDINAL
    if "time" in (lexicon.other(first), lexicon.other(last)):
        return cues.OF_TIME
    return cues.OF_FIRMS if small in _FIRMS else None


def _standing_unknown(first: str, last: str, length: int) -> str:
    """Return the standing of several words that begin with no known given name or head word."""
    if first.lower() in EPITHETS and length == 2:
        return cues.WITH_EPITHET
    if first.lower() in _ARTICLES:
        return cues.WITH_ARTICLE
    if _ordinary(last):
        return cues.OF_ORDINARY_WORDS
    if lexicon.given(first) or lexicon.surname(last):
        return cues.OF_PERSONS
    return cues.OF_MANY_WORDS


def _standing_alone(word: str) -> str:
    """Return the standing of a single word."""
    person = lexicon.given(word) or lexicon.surname(word)
    if _place(word):
        return cues.BOTH if person else cues.OF_PLACES
    if _ordinary(word):
        if lexicon.head_before(word) or lexicon.head_after(word):
            return cues.HEAD_ALONE
        return cues.ORDINARY_NAME if person else cues.ORDINARY
    if lexicon.other(word):
        return cues.OTHER_NAME if person else cues.SOMETHING_ELSE
    if lexicon.famous(word) and not lexicon.given(word):
        return cues.FAMOUS_ALONE
    if person:
        return cues.OF_PERSONS
    if lexicon.head_ending(word):
        return cues.ENDS_IN_HEAD
    return cues.DERIVED if _derived(word.lower()) else cues.UNKNOWN


def _place(name: str) -> lexicon.Place | None:
    """Return the known place of that name, or None; towns named after a person do not count.

    An example of such a town is *Pushkin*.
    """
    place = lexicon.place(name)
    return None if place and place.size == 1 and lexicon.famous(name) else place


def _ordinary(word: str) -> bool:
    """Return whether novels usually write the word in lower case."""
    lower, capital = lexicon.counts(word)
    return lower > 2 * capital + 2


def _derived(word: str) -> bool:
    """Return whether the word is made of an ordinary one: *Deliveries*, *Noseless*, *Unbutton*."""
    stems = {word.removeprefix("un"), word.removeprefix("in")}
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stems.add(word.removesuffix(ending) + instead)
    stems.discard(word)
    return any(_ordinary(stem) for stem in stems)


def _head(words: list[str]) -> tuple[str, str] | None:
    """Return the kind of place that the head word of a name says, and where that word stands.

    It is None where the name has no head word.
    """
    before = words[words.index("of") - 1] if "of" in words else ""
    if kind := lexicon.head_after(before) or lexicon.head_before(before):
        return kind, "before “of”"
    if len(words) > 1 and (kind := lexicon.head_before(words[0])):
        return kind, "first"
    last = words[-1]
    parts = last.split("-")
    if len(words) > 1 and (kind := lexicon.head_after(last)):
        return kind, "last"
    if len(parts) > 1 and (kind := lexicon.head_after(parts[-1]) or lexicon.head_before(parts[0])):
        return kind, "last"
    if kind := lexicon.head_ending(last):
        return kind, "as an ending"
    if len(words) == 2 and words[0].lower() in _LOOKING and last.lower() in _ON_SIGNS:
        return "shop", "as on the sign of an inn"
    return None


def _as_person(words: list[str]) -> list[str]:
    """Return the cues of what may be a person's name."""
    first, last = words[0], words[-1]
    alone = len(words) == 1
    found = []
    if gender := lexicon.given(first):
        found += [cues.GIVEN if alone else cues.GIVEN_FIRST, cues.GIVEN_GENDER % gender]
    if lexicon.surname(last):
        found.append(cues.SURNAME if alone else cues.SURNAME_LAST)
        if gender and not alone:
            found.append(cues.GIVEN_AND_SURNAME)
    if lexicon.famous(last):
        found.append(cues.FAMOUS if alone else cues.FAMOUS_LAST)
    if first.lower() in EPITHETS and not alone:
        found.append(cues.EPITHET_FIRST)
    if any(honorifics.particle(w) for w in words[1:-1] if w.islower()):
        found.append(cues.PARTICLE_INSIDE)
    return found


def _as_place(bare: str, words: list[str]) -> list[str]:
    """Return the cues of what may be the name of a place."""
    first, last = words[0], words[-1]
    found = _as_known_place(bare, words)
    if head := _head(words):
        kind, where = head
        found += [cues.HEAD % where, cues.HEAD_KIND % kind]
    elif len(words) == 1 and (lexicon.head_before(first) or lexicon.head_after(first)):
        found.append(cues.ONLY_HEAD)
    if like := lexicon.ending(last):
        much = "much " if abs(like) > 1 else ""
        found.append(cues.ENDS_LIKE % (much, "places" if like > 0 else "persons"))
    return found


def _as_known_place(bare: str, words: list[str]) -> list[str]:
    """Return the cues of places that the lists know."""
    found = []
    if place := _place(bare):
        found += [cues.KNOWN_KIND % place.kind, cues.KNOWN_SIZE % place.size]
        if lexicon.given(words[0]):
            found.append(cues.KNOWN_SIZE_AND_GIVEN % place.size)
    elif len(words) > 1:
        if lexicon.place(words[-1]):
            found.append(cues.KNOWN_LAST)
        if lexicon.place(words[0]):
            found.append(cues.KNOWN_FIRST)
    return found


def _as_neither(words: list[str]) -> list[str]:
    """Return the cues of what may be the name of neither a person nor a place."""
    first, last = words[0].lower(), words[-1].lower()
    found = _as_something_else(words)
    if last in _HOLY:
        found.append(cues.HOLY)
    if last in _FIRMS:
        found.append(cues.FIRM)
    if last in _FEASTS or first in _FEASTS:
        found.append(cues.FEAST)
    if last in _BRANDS:
        found.append(cues.BRAND)
    if first in _ARTICLES and len(words) > 1:
        found.append(cues.ARTICLE_FIRST)
    if "&" in words:
        found.append(cues.AMPERSAND)
    if any(w.endswith("'s") for w in words[:-1]):
        found.append(cues.POSSESSIVE_INSIDE)
    return found


def _as_something_else(words: list[str]) -> list[str]:
    """Return the cues of words for nations, times, languages and groups."""
    first, last = words[0], words[-1]
    found = []
    # The Atlantic is a place first, and then something else.
    if (what := lexicon.other(last)) and not lexicon.place(last):
        found.append((cues.OTHER_LAST if len(words) > 1 else cues.OTHER) % what)
    if len(words) > 1 and (what := lexicon.other(first)):
        found.append(cues.OTHER_FIRST % what)
    return found


def _writing(words: list[str]) -> list[str]:
    """Return the cues of how novels write the words, and of how they are spelt."""
    last = words[-1]
    found = []
    if len(words) == 1:
        often = _capital(last)
        found += [
            cues.CAPITAL_ALONE % often,
            cues.CAPITAL_OF_STANDING % (_standing_alone(last), often),
        ]
    else:
        found.append(cues.CAPITAL_FIRST % _capital(words[0]))
        # A head word such as Street or Bridge is an ordinary word in every name.
        if not lexicon.head_after(last):
            found.append(cues.CAPITAL_LAST % _capital(last))
    if last.isupper():
        found.append(cues.CAPITALS)
    if last.endswith("s"):
        found.append(cues.ENDS_IN_S)
    if "-" in last:
        found.append(cues.HYPHEN)
    return found


def _capital(word: str) -> str:
    """Return the cue of how often novels write a word with a capital."""
    lower, capital = lexicon.counts(word)
    if lower + capital == 0:
        return cues.UNKNOWN_WORD
    if capital == 0:
        return cues.NEVER_CAPITAL
    share = capital / (lower + capital)
    bounds = zip((0.95, 0.5, 0.1, -1.0), cues.OFTEN, strict=True)
    return cues.CAPITAL % next(often for bound, often in bounds if share > bound)

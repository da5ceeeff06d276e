"""Cues: everything that can speak for or against a name. All cues are declared here.

A cue is a short English phrase, so that people can read the table of weights and understand a
decision. ``internal`` finds the cues of a name itself, ``context`` those of its sentences,
``relatives`` those of names that share a word with it, and ``candidates`` how often it occurs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final, Self, get_args

from anthology.model import PlaceKind
from anthology.names import lexicon


class Family(str):  # noqa: SLOT000 - it has an attribute beside its text
    """Cues that differ in a few words: one of ``Family("after “%s”")`` is ``after “in”``."""

    choices: tuple[tuple[str, ...] | None, ...]
    """What may stand for each ``%s``; None for any word."""

    def __new__(cls, text: str, *choices: Iterable[str] | None) -> Self:
        """Return the family of the cues that result from ``text`` when each ``%s`` is replaced."""
        family = super().__new__(cls, text)
        family.choices = tuple(None if words is None else tuple(words) for words in choices)
        return family

    def of(self, word: str) -> str:
        """Return the cue of the family with ``word``: the same text each time, made only once."""
        return _filled(self, word)

    @property
    def pattern(self) -> str:
        """A regular expression, as text, that matches the cues of the family."""
        first, *rest = map(re.escape, self.split("%s"))
        gaps = (r"\S*" if words is None else _either(words) for words in self.choices)
        return first + "".join(gap + text for gap, text in zip(gaps, rest, strict=True))


@lru_cache(maxsize=lexicon.KEPT)
def _filled(family: Family, word: str) -> str:
    return family % word


def _either(words: Iterable[str]) -> str:
    """Return a regular expression, as text, that matches any one of ``words``."""
    return f"(?:{'|'.join(map(re.escape, words))})"


_OUTCOMES = ("character", "location", "neither")
_OTHERS = ("nation", "time", "speech", "group")
_KINDS = get_args(PlaceKind)
_SIZES = ("1", "2", "3")

# Cues of a name itself

ANY: Final = "any name"
TITLE: Final = Family("a title: %s", ("honorific", "rank", "kin"))
ONLY_TITLE: Final = "nothing but a title"
ONE_WORD: Final = "one word"
WORDS: Final = Family("%s words", ("2", "3", "4"))

GIVEN: Final = "a given name"
GIVEN_FIRST: Final = "a given name first"
GIVEN_GENDER: Final = Family("a given name, %s", ("m", "f", "u"))
SURNAME: Final = "a surname"
SURNAME_LAST: Final = "a surname last"
GIVEN_AND_SURNAME: Final = "a given name and a surname"
FAMOUS: Final = "a famous name"
FAMOUS_LAST: Final = "a famous name last"
EPITHET_FIRST: Final = "an epithet first"
PARTICLE_INSIDE: Final = "a particle inside"

KNOWN_KIND: Final = Family("a known %s", _KINDS)
KNOWN_SIZE: Final = Family("a known place of size %s", _SIZES)
KNOWN_SIZE_AND_GIVEN: Final = Family("a known place of size %s and a given name", _SIZES)
KNOWN_LAST: Final = "a known place last"
KNOWN_FIRST: Final = "a known place first"
HEAD_PLACES: Final = ("before “of”", "first", "last", "as an ending", "as on the sign of an inn")
HEAD: Final = Family("a head word %s", HEAD_PLACES)
HEAD_KIND: Final = Family("the head word of a %s", _KINDS)
ONLY_HEAD: Final = "nothing but a head word"
ENDS_LIKE: Final = Family("ends %slike %s", ("", "much "), ("places", "persons"))

OTHER: Final = Family("a word of %s", _OTHERS)
OTHER_FIRST: Final = Family("a word of %s first", _OTHERS)
OTHER_LAST: Final = Family("a word of %s last", _OTHERS)
HOLY: Final = "a holy word"
FIRM: Final = "a word of firms and papers"
FEAST: Final = "a feast"
BRAND: Final = "a brand or a paper"
ARTICLE_FIRST: Final = "a foreign article first"
AMPERSAND: Final = "“&” inside"
POSSESSIVE_INSIDE: Final = "a possessive inside"

CAPITALS: Final = "all in capitals"
ENDS_IN_S: Final = "ends in s"
HYPHEN: Final = "a hyphen"

UNKNOWN_WORD: Final = "not a word of novels"
NEVER_CAPITAL: Final = "never with a capital in novels"
OFTEN: Final = ("always", "mostly", "sometimes", "rarely")
CAPITAL: Final = Family("%s with a capital in novels", OFTEN)
_CAPITALISED = (UNKNOWN_WORD, NEVER_CAPITAL, *(CAPITAL % often for often in OFTEN))
CAPITAL_ALONE: Final = Family("%s (alone)", _CAPITALISED)
CAPITAL_FIRST: Final = Family("%s (first)", _CAPITALISED)
CAPITAL_LAST: Final = Family("%s (last)", _CAPITALISED)

# What a reader who knows names and places, but not the story, takes a name for

BARE_TITLE: Final = "a bare title"
TITLED: Final = "a name with a title"
KNOWN_OF_MANY_WORDS: Final = "a known place of many words"
NUMBERED: Final = "a name with a number"
WITH_ORDINAL: Final = "a name with an ordinal"
HEAD_AND_OF: Final = "a head word and “of”"
OF_TIME: Final = "a name with a word of time"
OF_FIRMS: Final = "a name with a word of firms"
GIVEN_AND_MORE: Final = "a given name and more"
WITH_HEAD: Final = "a name with a head word"
WITH_INITIALS: Final = "initials and a name"
WITH_EPITHET: Final = "an epithet and more"
WITH_ARTICLE: Final = "a name with a foreign article"
OF_ORDINARY_WORDS: Final = "a name of ordinary words"
OF_PERSONS: Final = "a name of persons only"
OF_MANY_WORDS: Final = "an unknown name of many words"
BOTH: Final = "a name of persons and places"
OF_PLACES: Final = "a name of places only"
HEAD_ALONE: Final = "a head word alone"
ORDINARY_NAME: Final = "an ordinary word that is a name too"
ORDINARY: Final = "an ordinary word"
OTHER_NAME: Final = "a name and a word of something else"
SOMETHING_ELSE: Final = "a word of something else"
FAMOUS_ALONE: Final = "a famous name alone"
ENDS_IN_HEAD: Final = "a name that ends in a head word"
DERIVED: Final = "a word made of an ordinary one"
UNKNOWN: Final = "an unknown name"

STANDINGS: Final = (
    *(BARE_TITLE, TITLED, KNOWN_OF_MANY_WORDS, NUMBERED, WITH_ORDINAL, HEAD_AND_OF, OF_TIME),
    *(OF_FIRMS, GIVEN_AND_MORE, WITH_HEAD, WITH_INITIALS, WITH_EPITHET, WITH_ARTICLE),
    *(OF_ORDINARY_WORDS, OF_PERSONS, OF_MANY_WORDS, BOTH, OF_PLACES, HEAD_ALONE, ORDINARY_NAME),
    *(ORDINARY, OTHER_NAME, SOMETHING_ELSE, FAMOUS_ALONE, ENDS_IN_HEAD, DERIVED, UNKNOWN),
)
CAPITAL_OF_STANDING: Final = Family("%s, %s", STANDINGS, _CAPITALISED)

# Cues of the words around it

_AFTER = (
    "a verb of speech",
    "a verb of going",
    "a word for people",
    "a word for places",
    "a word of ships and firms",
)
_BEFORE = ("a verb of speech", "a verb of people", "a word for places")
_OF = (
    "a word for places",
    "a word for people",
    "a part or kin of somebody",
    "a word for times",
    "a word for goods",
)
AFTER_SIGN: Final = Family("after %s", _AFTER)
"""A word of one of these lists stands directly before the name."""
BEFORE_SIGN: Final = Family("before %s", _BEFORE)
"""A word of one of these lists stands directly after the name."""
AFTER_SIGN_OF: Final = Family("after %s and “of”", _OF)
"""A word of one of these lists and *of* stand before the name: *mayor of*, *feast of the*."""

OPENS_SPEECH: Final = "opens somebody's words"
OPENS_SENTENCE: Final = "opens a sentence"
AFTER_COMMA: Final = "after a comma"
AFTER_PERSON_AND_COMMA: Final = "after a word for people and a comma"
AFTER_CAPITAL: Final = "after a capital"
AFTER: Final = Family("after “%s”", None)
AFTER_TWO: Final = Family("after “%s %s”", None, None)
AFTER_COMMA_AND_OF: Final = "after a comma and “of”"
AFTER_PLACE_WORD: Final = "after a word before places"
AFTER_PLACE_WORD_AND_THE: Final = "after a word before places and “the”"
CALLED: Final = "somebody called so"
AFTER_NAMING: Final = "after a word of naming"
AFTER_IS: Final = "after “is”"
PERSON_CALLED: Final = "a person called so"
PLACE_CALLED: Final = "a place called so"
AT_END: Final = "at the end"
POSSESSIVE: Final = "possessive"
OWNS: Final = "has a part or kin"
BEFORE: Final = Family("before “%s”", None)
BEFORE_PLAIN: Final = "before a plain noun"
BEFORE_THE_PERSON: Final = "before “the” and a word for people"
SOON_PRONOUN: Final = "soon “he” or “she”"
BEFORE_COMMA_AND_CAPITAL: Final = "before a comma and a capital"
BEFORE_COMMA: Final = Family("before “, %s”", None)
SAID_PERSON: Final = "said to be a person"
SAID_PLACE: Final = "said to be a place"
QUOTED_ALONE: Final = "a quotation by itself"
CALLED_FIRST: Final = "called at the start of speech"
CALLED_UPON: Final = "called upon in speech"
BETWEEN_COMMAS: Final = "between commas"
CLOSES_LINE: Final = "closes a line"
IN_DATELINE: Final = "in a dateline"
BESIDE_PLACE: Final = "beside a known place"
BESIDE_GIVEN: Final = "beside a given name"

# How often it occurs in the story

ONCE: Final = "named once"
SELDOM: Final = "named two or three times"
MANY_TIMES: Final = "named often"
VERY_OFTEN: Final = "named ten times or more"
ALWAYS_OPENS: Final = "opens a sentence each time"

# What other stories say

CONTEXT_OF: Final = Family("words around it that name a %s elsewhere", _OUTCOMES)
_OF_CONTEXT = tuple(CONTEXT_OF % label for label in ("character", "location"))
CONTEXTS_OF: Final = Family("all words around it together name a %s elsewhere", _OUTCOMES)
ELSEWHERE: Final = Family("names a %s elsewhere", _OUTCOMES)

TELLING: Final = (
    *(AFTER_PLACE_WORD, AFTER_PLACE_WORD_AND_THE, AFTER % "the", AFTER_SIGN % "a verb of speech"),
    *(AFTER_SIGN % "a verb of going", AFTER_CAPITAL, AFTER % "a"),
    *(AFTER_SIGN_OF % "a word for times", AFTER_SIGN_OF % "a word for goods", AFTER_NAMING),
    *(BEFORE_SIGN % "a verb of people", BEFORE_SIGN % "a verb of speech", POSSESSIVE),
    *(OPENS_SENTENCE, OPENS_SPEECH, CALLED_FIRST, CALLED_UPON, QUOTED_ALONE, SOON_PRONOUN),
)
"""Cues of context that mean one thing for a known name and another for an unknown one."""
OF_STANDING: Final = Family("%s, %s", STANDINGS, (*TELLING, *_OF_CONTEXT, ONCE, SELDOM, MANY_TIMES))

SMALL_TOO: Final = "the story writes it small, too"

# Cues of names that stand beside it in a list

LISTED: Final = Family("in a list with a name that seems a %s", _OUTCOMES)

# Cues of names that share a word with it

SAME_WITH_TITLE: Final = Family("with another title it seems a %s", _OUTCOMES)
_LENGTHS = ("longer", "shorter", "equal")
SHARES: Final = Family(
    "shares its %s word with a name of %s length that seems a %s",
    *(("first", "last"), _LENGTHS, _OUTCOMES),
)
SHARES_ALONE: Final = Family(f"one word: {SHARES}", *SHARES.choices)
PART_ALONE: Final = Family("its %s word alone seems a %s", ("first", "last"), _OUTCOMES)


@cache
def joint(standing: str) -> Mapping[str, str]:
    """Return the cues of names with a standing, by the cues that mean another thing for these."""
    alone = (*TELLING, *_OF_CONTEXT, ONCE, SELDOM, MANY_TIMES)
    return {cue: OF_STANDING % (standing, cue) for cue in alone}


def is_declared(cue: str) -> bool:
    """Return whether a cue is declared above."""
    return bool(_all().fullmatch(cue))


@cache
def _all() -> re.Pattern[str]:
    """Return a pattern that matches every declared cue."""
    declared = [value for name, value in globals().items() if name[0].isupper()]
    texts = [cue for cue in declared if isinstance(cue, str)]
    texts += STANDINGS
    return re.compile(
        "|".join(cue.pattern if isinstance(cue, Family) else re.escape(cue) for cue in texts)
    )

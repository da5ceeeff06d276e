"""Closed classes: words that name nobody and no place, whatever the sentence around them says.

These classes are small and known whole: words of grammar, cries, peoples and languages. A word of
the calendar and a god's name are in such a class too, unless somebody in the story bears it: *June
said*, but not *last June*; *Jove nodded*, but not *by Jove*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from anthology.names import lexicon
from anthology.recognise import cues
from anthology.text import english

_SIGNS = lexicon.signs()
_GRAMMAR = _SIGNS["a word of grammar"]
_CAPITALISED = frozenset(
    word.capitalize().replace("'", mark) for word in _GRAMMAR for mark in ("'", "’")
)
"""The same as they open a sentence."""
_CRIES = _SIGNS["a cry"]
_OATHS = _SIGNS["an oath"]
_SWORN = _SIGNS["a holy name that people swear by"]
_CALENDAR = frozenset((*english.DAYS, *english.MONTHS)) | {
    feast for feast in _SIGNS["a feast"] if not lexicon.given(feast.capitalize())
}
_PEOPLE = re.compile(r"[A-Z][a-z]+(?:sh|ch|n|ian|th)m[ae]n|[A-Z][a-z]+(?:women|woman|lings?)")
"""The form of a people's name: *Welshman*, *Earthlings*."""
_OF_PEOPLE = re.compile(r"(?:ans?|ish|ese|ites?|m[ae]n|women|ch|ards?|iards?|aks?|ics?|iots?)$")
"""The end of a people's or a language's name: *Italian*, *Japanese*, *Moscovites*."""
_DATE_BEFORE = re.compile(
    r"(?:\b(?:in|of|on|last|next|this|since|until|till|early|late|mid|by|during|through|every|"
    r"following|one)|\d(?:st|nd|rd|th)?,?|-) $",
    re.IGNORECASE,
)
"""What stands before a date: *last June*, *the 4th May*."""
_DATE_AFTER = re.compile(
    r",? (?:the )?\d|,? (?:evening|morning|afternoon|night|day|days|sun|wind|winds)\b"
)
"""What stands after a word of a date: *June 4*, *April morning*."""
_OATH_BEFORE = re.compile(
    r"(?:\b(?:by|thank|my|good|great|dear|oh|o|praised?|bless|before|fear|name of|so help me|sweet|"
    r"holy|almighty|may|please|ah|for|pray|curse|trust|hail)[, ]+|[“\"‘—!.…] ?)(?:the )?$",
    re.IGNORECASE,
)
"""What stands before a holy name that is only called upon: *by Jove*, *for Christ's sake*."""
_OATH_AFTER = re.compile(
    r"['’]s (?:sake|name|mercy|love|truth|blood|will|grace)\b|[!,?.—…]| (?:knows?|bless|forgive|"
    r"grant|help|save|forbid|willing|be|almighty|have|send|rest|liveth)\b"
)
"""What stands after a holy name that is only called upon: *God knows*, *Christ!*."""
_SAKE = re.compile(r"['’]s sake\b")

_BORNE: frozenset[str] = frozenset(
    (
        cues.AFTER_SIGN % "a verb of speech",
        cues.CALLED_FIRST,
        cues.CALLED_UPON,
        cues.OWNS,
        cues.AFTER_NAMING,
        cues.CALLED,
        *(cues.BEFORE % verb for verb in "said asked cried replied nodded smiled laughed".split()),
    )
)
"""Cues that somebody bears the name, even if it is a word of the calendar."""


def grammar(word: str) -> bool:
    """Return whether a word is one of grammar: *He*, *Although*, *Don't*."""
    return word in _CAPITALISED or (word.isupper() and word.lower() in _GRAMMAR)


@lru_cache(maxsize=lexicon.KEPT)
def names_nothing(name: str) -> bool:
    """Return whether a name consists only of words of closed classes: *Oh Lord*, *Italian*."""
    words = [word.strip(".,").replace("’", "'") for word in name.split()]
    small = [word.lower() for word in words]
    if all(w in _GRAMMAR or w in _CRIES or w in _OATHS for w in small):
        # A single letter can be an initial: Dr. A.
        return not (len(name) == 2 and name[1] == ".")
    return len(words) == 1 and _is_people(words[0])


def _is_people(word: str) -> bool:
    """Return whether a word is a people or a language, and neither a given name nor a place."""
    if lexicon.given(word) or lexicon.place(word):
        return False
    if lexicon.other(word) in ("nation", "speech"):
        return bool(_OF_PEOPLE.search(word))
    return bool(_PEOPLE.fullmatch(word)) and not lexicon.surname(word)


def in_passing(text: str, start: int, end: int, name: str) -> bool:
    """Return whether the name at ``start`` in ``text`` is part of a date or of an oath there."""
    small = name.lower()
    if small in _CALENDAR:
        return bool(
            _DATE_BEFORE.search(text, max(0, start - 14), start)
            or _DATE_AFTER.match(text, end, end + 16)
        )
    if small in _SWORN:
        sworn = _OATH_BEFORE.search(text, max(0, start - 14), start)
        return bool((sworn and _OATH_AFTER.match(text, end, end + 16)) or _SAKE.match(text, end))
    return False


def needs_bearer(name: str) -> bool:
    """Return whether a name is a word of the calendar, which is a name only where a cue says so."""
    return name.lower() in _CALENDAR


def is_borne(seen: Iterable[str]) -> bool:
    """Return whether one of the cues ``seen`` says that somebody bears the name."""
    return not _BORNE.isdisjoint(seen)

"""Stage: what the words around a mention of somebody say of whether he or she takes part."""

from __future__ import annotations

import re

from anthology.model import Mention
from anthology.names import lexicon
from anthology.resolve.presence import ALONE, is_told
from anthology.resolve.prose import Prose
from anthology.text import english

_WHOSE = r"(?:[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Tt]he|[’']s)"
_WORKS = (
    "work works play plays poem poems novel novels story stories book books music painting "
    "paintings picture pictures quotation quotations line lines words read reading quoted author "
    "translation edition volume volumes life lives statue portrait bust ghost spirit days time "
    "times reign age grave tomb death memory name court house home estate"
).split()
"""What somebody leaves behind who is not there: a *novel* by, the *grave* of."""
_BEFORE = tuple(
    (cue, frozenset(last), re.compile(rf"\b(?:{words}) $"))
    for cue, last, words in (
        (
            "introduced",
            "is was name named called as".split(),
            r"[Mm]y name is|name (?:was|is)|named?|called|introduced \w+ as",
        ),
        ("there was", (), r"[Tt]here (?:was|is|were|are|came|sat|stood)(?: \w+){0,2}"),
        (
            "kin",
            [word + mark for word in english.KIN for mark in ("", ",")],
            rf"{_WHOSE} (?:\w+ )?{english.either(english.KIN)},?",
        ),
        (
            "like",
            "like than as resembled another second modern a an the".split(),
            "(?:like|than|as|resembled|another|second|modern)(?: an?| the)?",
        ),
        (
            "of a work",
            [*_WORKS, "of", "by", "from"],
            rf"{english.either(_WORKS)}(?: of| by| from)?",
        ),
    )
)
"""What stands before a name, by its cue; the first that fits counts. Beside each are the words that
it can end in, none for any word: to look up the last word is much faster than to search."""
_APPOSITION = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?:[\w’-]+ ){0,4}[\w’-]+, $")
_LAST = {
    word: cue
    for cue, words in (
        ("late", "late dead deceased poor old"),
        ("about", "about concerning regarding remember remembered mention mentioned"),
        ("of", "of o’ o'"),
        ("by", "by"),
        ("with", "with beside"),
        ("to", "to at toward towards upon on for from behind near after before round against"),
        ("and", "and or nor"),
        ("a", "a an some any no every one"),
        ("object", "saw met told took found knew left made gave heard let sees asks tell"),
    )
    for word in words.split()
}
"""The last word before a name, and its cue."""
_SAID = re.compile(r"[\"”»’],? (?:\w+ed|[a-z]+) (?:the )?$")
"""What stands between a speech and its speaker: *” said the*."""
_POSSESSIVE = re.compile(r"[’']s?\b")
_NEXT = re.compile(
    r"(?P<comma>,)?\s(?P<who>who\s)?"
    r"(?:(?:also|only|still|then|just|never|now|both|all|\w+ly)\s)?(?P<verb>[a-z’]+)"
)
"""What follows a name, up to the verb: *who slowly rose*."""
_UNREAL = frozenset("had would could might must should has used will shall can may".split())
"""Verbs that do not show that somebody acts now: *had*, *would*."""
_COPULA = frozenset("is was are were".split())
_SELF = re.compile(r"\b(?:I(?:['’]m| am)|[Mm]y name(?:['’]s| is)) $")
"""What a speaker says before his or her own name."""
_CALLED = re.compile(
    r"(?:[“\"‘«]|, |\b(?:[Dd]ear|[Oo]h?|[Aa]h|[Nn]o|[Yy]es|[Ww]ell|[Gg]ood-?bye|[Tt]hank you|[Mm]y|"
    r"[Cc]ome|[Ll]ook|[Hh]ere|[Hh]ello|[Ll]isten|[Yy]ou),? )$"
)
"""What stands in a speech before the name of the person addressed."""
_CALL_ENDS = re.compile(
    r"(?!, (?:and|or|the|an?|of|who|whom|which|in|too|he|she|it|they|as|for|you know)\b)"
    r"(?:[,.!?…;”\"—]|’(?!s))"
)
"""What stands after the name of the person addressed."""
_LETTER = re.compile(r"^(?:[Mm]y )?(?:[Dd]ear(?:est)? )|,\s$")
"""What stands before the name of the addressee of a letter, or before the signature."""
_FIRST = re.compile(r"[\s\"“‘«(—]*")
"""What stands before a name that begins its sentence."""
_NEAR = 40
"""How far before a name the words directly before it reach, in characters."""
_ABSENT = frozenset({"kin", "like", "about", "of a work", "of", "late"})
"""Cues after which the verb that follows says nothing of the bearer of the name."""


def cues(prose: Prose, mention: Mention) -> list[str]:
    """Return the cues of one mention of somebody: how he or she is told of, and does what."""
    spot = prose.spot(mention)
    begins = bool(_FIRST.fullmatch(prose.paragraph(mention).text, spot.start, mention.start))
    before, after = prose.before(mention, 60), prose.after(mention, 40)
    how = "told" if is_told(prose, mention, spoken=spot.spoken) else "spoken"
    position, action = _position(before, begins=begins), _action(after)
    found = [how, f"{how}: {position}, name", f"{how}: name, {action}"]
    if _is_addressed(before, after, begins=begins, spoken=spot.spoken):
        found += ("addressed", "present")
    elif _SELF.search(before) if spot.spoken else _is_present(position, action):
        found.append("present")
    return found


def _is_addressed(before: str, after: str, *, begins: bool, spoken: bool) -> bool:
    """Return whether somebody speaks or writes to the bearer of a name.

    ``before`` and ``after`` are the words around the name. ``begins`` says that the name begins its
    sentence, and ``spoken`` that it stands in a speech.
    """
    if begins and ALONE.match(after):
        return True
    if spoken:
        called = after.startswith((",", "!", "?")) if begins else bool(_CALLED.search(before))
        return called and bool(_CALL_ENDS.match(after))
    return len(after) < 3 and bool(_LETTER.search(before))


def _position(before: str, *, begins: bool) -> str:
    """Return the cue for the words before a name; ``begins``: it begins its sentence."""
    if not begins and _SAID.search(before):
        verb = before.removesuffix("the ").split()[-1]
        if verb.endswith("ed") or verb in lexicon.signs()["a verb of speech"]:
            return "said"
    if begins:
        return "first"
    if cue := _told_before(before[-_NEAR:]):
        return cue
    if before.endswith(", "):
        return "comma"
    last = before.lower().rsplit(maxsplit=1)[-1]
    return _LAST.get(last, "object" if last.endswith("ed") else "otherwise")


def _told_before(near: str) -> str | None:
    """Return the cue for the words directly before a name by the patterns, or None."""
    if not near.endswith(" "):
        return None
    last = near[near.rfind(" ", 0, -1) + 1 : -1]
    # A word with a mark in it may end in one of the words: “as.
    odd = not last.rstrip(",").isalpha()
    for cue, words, pattern in _BEFORE:
        if (odd or not words or last in words) and pattern.search(near):
            return cue
    return "apposition" if last[-1:] == "," and _APPOSITION.search(near) else None


def _action(after: str) -> str:
    """Return the cue for the words after a name."""
    if _POSSESSIVE.match(after):
        return "possessive"
    following = _NEXT.match(after)
    if not following:
        return "comma" if after.startswith(",") else "stop"
    if following["who"]:
        return "who"
    if following["comma"]:
        return "comma"
    return _verb(following["verb"])


def _verb(verb: str) -> str:
    """Return the cue for the word after a name, which may be its verb."""
    signs = lexicon.signs()
    if verb in _UNREAL:
        return "had or would"
    if verb in signs["a verb of speech"]:
        return "speaks"
    if verb in _COPULA:
        return "is"
    if verb.endswith("ed") or verb in signs["a verb of people"]:
        return "acts"
    return "and" if verb == "and" else "a word"


def _is_present(position: str, action: str) -> bool:
    """Return whether a mention in the narration shows by itself that somebody is there.

    The arguments are the cues for the words before and after the name.
    """
    if position in {"said", "introduced", "apposition", "there was"}:
        return True
    return action in {"acts", "speaks", "who", "is"} and position not in _ABSENT

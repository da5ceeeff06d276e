"""Cues: what speaks for and against a name, gathered over all its mentions in a story.

A cue is a short English phrase, so that the list of weights can be read and a decision explained.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from anthology import lexicon, titles
from anthology.recognise.candidates import Candidate

_SIGNS = lexicon.signs()
_SPEECH = _SIGNS["a verb of speech"]
_PEOPLE_DO = _SIGNS["a verb of people"]
_OWNED = _SIGNS["a part or kin of somebody"]
_PEOPLE = _SIGNS["a word for people"]
_PLACES = _SIGNS["a word for places"]
_GOING = _SIGNS["a verb of going"]
_THINGS = _SIGNS["a word of ships and firms"]
_BEFORE_PLACES = _SIGNS["a word before a place"]
_OPENERS = _SIGNS["a word that opens a sentence or a call"]
_NAMING = ("called", "named", "is", "was", "be", "am")
_TIMES = _SIGNS["a word for times"]
_GOODS = _SIGNS["a word for goods"]
_HOLY = _SIGNS["a holy word"]
_HE_OR_SHE = frozenset("he she his her him hers himself herself who".split())
_QUOTES = ('"', "“", "”", "‘", "’", "'", "«", "»")
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty hundred thousand".split()
)
_MARKS = ".,;:!?\"'“”‘’«»()—–-…*_"


def of_name(name: str) -> list[str]:
    """What the name says by itself."""
    front, bare = titles.split(name)
    cues = ["any name"]
    for title in front:
        cues.append(f"a title: {title.sort}")
    words = bare.split()
    if not words:
        return [*cues, "nothing but a title"]
    first, last = words[0], words[-1]
    cues.append(f"{min(len(words), 4)} words")
    if given := lexicon.given(first):
        cues.append("a given name" if len(words) == 1 else "a given name first")
        cues.append(f"a given name, {given}")
    if lexicon.surname(last):
        cues.append("a surname" if len(words) == 1 else "a surname last")
        if given and len(words) > 1:
            cues.append("a given name and a surname")
    if lexicon.famous(last):
        cues.append("a famous name" if len(words) == 1 else "a famous name last")
    if place := lexicon.place(bare):
        cues.append(f"a known {place.kind}")
        cues.append(f"a known place of size {place.size}")
        if given:
            cues.append("a known place and a given name")
    elif len(words) > 1 and lexicon.place(last):
        cues.append("a known place last")
    elif len(words) > 1 and lexicon.place(first):
        cues.append("a known place first")
    if len(words) > 1:
        if kind := lexicon.head_before(first):
            cues += ["a head word first", f"the head word of a {kind} first"]
        if kind := lexicon.head_after(last):
            cues += ["a head word last", f"the head word of a {kind} last"]
    elif lexicon.head_before(first) or lexicon.head_after(first):
        cues.append("nothing but a head word")
    elif lexicon.head_after(last.rpartition("-")[2]):
        cues.append("a head word last")
    if kind := lexicon.head_ending(last):
        cues += ["ends like a place", f"ends like a {kind}"]
    if what := lexicon.other(last):
        cues.append(f"a word of {what} last" if len(words) > 1 else f"a word of {what}")
    if last.lower() in _HOLY:
        cues.append("a holy word")
    if len(words) == 1 or not lexicon.head_after(last):
        cues.append(_writing(last, "last" if len(words) > 1 else "alone"))
    if len(words) > 1:
        cues.append(_writing(first, "first"))
        if any(titles.particle(w) for w in words[1:-1] if w.islower()):
            cues.append("a particle inside")
        if " of " in bare:
            cues.append("“of” inside")
            head = bare.partition(" of ")[0].split()[-1]
            if lexicon.head_after(head) or lexicon.head_before(head):
                cues.append("a head word and “of”")
        if "'s " in bare:
            cues.append("a possessive inside")
        if " & " in bare:
            cues.append("“&” inside")
    if bare.isupper():
        cues.append("all in capitals")
    if last[-1:] == "s":
        cues.append("ends in s")
    if "-" in last:
        cues.append("a hyphen")
    if like := lexicon.ending(last):
        much = "much " if abs(like) > 1 else ""
        cues.append(f"ends {much}like {'places' if like > 0 else 'persons'}")
    return cues


def _writing(word: str, where: str) -> str:
    lower, capital = lexicon.counts(word)
    if lower + capital == 0:
        return f"not a word of novels ({where})"
    if capital == 0:
        return f"never with a capital in novels ({where})"
    share = capital / (lower + capital)
    often = "always" if share > 0.95 else "mostly" if share > 0.5 else "sometimes" if share > 0.1 else "rarely"
    return f"{often} with a capital in novels ({where})"


def of_mention(text: str, found: Candidate) -> list[str]:
    """What the words around one mention say."""
    start, end = found.start, found.end
    before = text[max(0, start - 90) : start].split()
    after = text[end : end + 60]
    cues = ["opens a sentence"] if found.opening else []
    if not found.opening and before:
        _before(before, bool(titles.title(found.name.partition(" ")[0])), cues)
    _after(after, cues)
    if text[start - 1 : start] in _QUOTES and after.lstrip(".,!?")[:1] in _QUOTES:
        cues.append("a quotation by itself")
    previous, following = text[max(0, start - 2) : start], after[:1]
    if following in (",", "!", "?", ".") and (
        previous == ", " or (found.opening and previous[-1:] in ("\"", "“", "'", "‘"))
    ):
        cues.append("called upon")
    return cues


def _before(words: list[str], titled: bool, cues: list[str]) -> None:
    last = words[-1]
    one = last.strip(_MARKS).lower()
    if last[-1] in ",;":
        cues.append("after a comma")
    if last[0].isupper() and one not in _OPENERS:
        cues.append("after a capital")
        if last[-1] == ",":
            _beside(last.strip(_MARKS), cues)
        return
    two = words[-2].strip(_MARKS).lower() if len(words) > 1 else ""
    three = words[-3].strip(_MARKS).lower() if len(words) > 2 else ""
    if not (titled and one in ("a", "the")):
        cues.append(f"after “{one}”")
    if one in ("the", "of", "a", "in", "to", "from"):
        cues.append(f"after “{two} {one}”")
    if one in ("and", "or") and words[-2:-1] and words[-2][0].isupper():
        _beside(words[-2].strip(_MARKS), cues)
    if one in _BEFORE_PLACES:
        cues.append("after a word before places")
    if one == "the" and two in _BEFORE_PLACES:
        cues.append("after a word before places and “the”")
    noun = two if one == "of" else three if two == "of" and one == "the" else ""
    if noun in _PLACES:
        cues.append("after a word for places and “of”")
    elif noun in _PEOPLE:
        cues.append("after a word for people and “of”")
    elif noun in _OWNED:
        cues.append("after a part of somebody and “of”")
    elif noun in _TIMES:
        cues.append("after a word for times and “of”")
    elif noun in _GOODS:
        cues.append("after a word for goods and “of”")
    if one in _PEOPLE:
        cues.append("after a word for people")
    if one in _PLACES:
        cues.append("after a word for places")
    if one in _SPEECH:
        cues.append("after a verb of speech")
    if one in _GOING:
        cues.append("after a verb of going")
    if one in _THINGS:
        cues.append("after a word of ships and firms")
    if one in _NAMING:
        cues.append("after “called” or “named”" if one in ("called", "named") else "after “is”")
        for word in reversed(words[:-1]):
            noun = word.strip(_MARKS).lower()
            if noun in _PEOPLE or noun == "name":
                cues.append("a person called so")
                break
            if noun in _PLACES:
                cues.append("a place called so")
                break


def _beside(word: str, cues: list[str]) -> None:
    """What a capitalised word says that stands beside the name in a list."""
    if lexicon.place(word):
        cues.append("beside a known place")
    elif lexicon.given(word):
        cues.append("beside a given name")


def _after(after: str, cues: list[str]) -> None:
    words = after.split()
    if not words:
        cues.append("at the end")
        return
    first = after[0]
    if first in "'’" and after[1:3] == "s ":
        cues.append("possessive")
        if len(words) > 1 and words[1].strip(_MARKS) in _OWNED:
            cues.append("has a part or kin")
    elif first == " ":
        one = words[0].strip(_MARKS)
        cues.append(f"before “{one}”")
        if one in ("and", "or") and len(words) > 1 and words[1][0].isupper():
            _beside(words[1].strip(_MARKS), cues)
        if one in _SPEECH:
            cues.append("before a verb of speech")
        if one in _PEOPLE_DO:
            cues.append("before a verb of people")
    elif first == ",":
        one = words[1].strip(_MARKS) if len(words) > 1 else ""
        cues.append(f"before “, {one}”" if one.islower() else "before a comma and a capital")
        if one and one[0].isupper():
            _beside(one, cues)
        near = {w.strip(_MARKS) for w in words[1:6]}
        if one in ("a", "an", "the", "his", "her", "my", "their", "our"):
            if near & _PEOPLE:
                cues.append("said to be a person")
            if near & _PLACES:
                cues.append("said to be a place")
    if not _HE_OR_SHE.isdisjoint(words[:8]):
        cues.append("soon “he” or “she”")


_TELLING = (
    "after a word before places",
    "after a word before places and “the”",
    "after “the”",
    "after a verb of speech",
    "after a verb of going",
    "after a capital",
    "after “a”",
    "after a word for times and “of”",
    "after a word for goods and “of”",
    "after “called” or “named”",
    "before a verb of people",
    "before a verb of speech",
    "possessive",
    "opens a sentence",
    "called upon",
    "a quotation by itself",
    "soon “he” or “she”",
)
"""Cues of context that say one thing of a known name and another of an unknown one."""


def standing(name: str) -> str:
    """What a reader takes a name for who has only heard of names and places."""
    front, bare = titles.split(name)
    words = bare.split()
    if not words:
        return "a bare title"
    if front:
        return "a name with a title"
    place = lexicon.place(bare)
    if len(words) == 1:
        person = lexicon.given(bare) or lexicon.surname(bare)
        if place:
            return "a name of persons and places" if person else "a name of places only"
        if _ordinary(bare):
            return "an ordinary word that is a name too" if person else "an ordinary word"
        if lexicon.other(bare):
            return "a word of something else"
        return "a name of persons only" if person else "an unknown name"
    first, last = words[0], words[-1]
    if place:
        return "a name of places only"
    if last.lower() in _NUMBERS:
        return "a name with a number"
    if lexicon.given(first) and not _ordinary(first):
        return "a given name and more"
    if lexicon.head_before(first) or lexicon.head_after(last):
        return "a name with a head word"
    if _ordinary(first) and _ordinary(last):
        return "a name of ordinary words"
    if lexicon.given(first) or lexicon.surname(last):
        return "a name of persons only"
    return "an unknown name of many words"


def _ordinary(word: str) -> bool:
    lower, capital = lexicon.counts(word)
    return lower > 2 * capital + 2


@dataclass(slots=True)
class Name:
    """A name in one story: its mentions, and what speaks for and against it."""

    text: str
    mentions: list[Candidate]
    seen: list[list[str]]
    """The cues that each mention shows."""
    cues: dict[str, float]
    """Those of the name, and of its mentions with the share that shows them (0.5 to 1)."""


def pooled(text: str, mentions: list[Candidate], paragraphs: Sequence[str]) -> Name:
    """The name with its own cues and those of all its mentions."""
    cues: dict[str, float] = dict.fromkeys(of_name(text), 1.0)
    seen = [of_mention(paragraphs[m.paragraph], m) for m in mentions]
    n = len(mentions)
    for cue, times in Counter(c for cs in seen for c in cs).items():
        cues[cue] = 0.5 + 0.5 * times / n
    known = standing(text)
    cues[known] = 1.0
    for cue in _TELLING:
        if value := cues.get(cue):
            cues[f"{known}, {cue}"] = value
    cues["named once" if n == 1 else "named two or three times" if n < 4 else "named often"] = 1.0
    return Name(text, mentions, seen, cues)

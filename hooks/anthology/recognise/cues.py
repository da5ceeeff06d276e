"""Cues: what speaks for and against a name, gathered over all its mentions in a story.

A cue is a short English phrase, so that the list of weights can be read and a decision explained.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

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
_HE_OR_SHE = frozenset("he she his her him hers himself herself who".split())
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
    if kind := lexicon.head_ending(last):
        cues += ["ends like a place", f"ends like a {kind}"]
    if what := lexicon.other(last):
        cues.append(f"a word of {what} last" if len(words) > 1 else f"a word of {what}")
    cues.append(_writing(last, "last" if len(words) > 1 else "alone"))
    if len(words) > 1:
        cues.append(_writing(first, "first"))
        if any(titles.particle(w) for w in words[1:-1] if w.islower()):
            cues.append("a particle inside")
        if " of " in bare:
            cues.append("“of” inside")
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
    for length in (2, 3):
        if len(last) > length + 1:
            cues.append(f"ends in “-{last[-length:].lower()}”")
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
    before = text[max(0, start - 60) : start].split()
    after = text[end : end + 60]
    cues = ["opens a sentence"] if found.opening else []
    if not found.opening and before:
        _before(before, cues)
    _after(after, cues)
    previous, following = text[start - 2 : start], after[:1]
    if following in (",", "!", "?", ".") and (
        previous == ", " or (found.opening and previous[-1:] in ("\"", "“", "'", "‘"))
    ):
        cues.append("called upon")
    return cues


def _before(words: list[str], cues: list[str]) -> None:
    last = words[-1]
    one = last.strip(_MARKS).lower()
    if last[-1] in ",;":
        cues.append("after a comma")
    if last[0].isupper():
        cues.append("after a capital")
        return
    two = words[-2].strip(_MARKS).lower() if len(words) > 1 else ""
    three = words[-3].strip(_MARKS).lower() if len(words) > 2 else ""
    cues.append(f"after “{one}”")
    if one in ("the", "of", "a", "in", "to", "from"):
        cues.append(f"after “{two} {one}”")
    noun = two if one == "of" else three if two == "of" and one == "the" else ""
    if noun in _PLACES:
        cues.append("after a word for places and “of”")
    elif noun in _PEOPLE:
        cues.append("after a word for people and “of”")
    elif noun in _OWNED:
        cues.append("after a part of somebody and “of”")
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
    if one in ("called", "named", "is", "was", "be"):
        near = {w.strip(_MARKS).lower() for w in words[-7:-1]}
        if near & _PEOPLE:
            cues.append("a person called so")
        if near & _PLACES:
            cues.append("a place called so")
        if "name" in near:
            cues.append("after “name was”")


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
        if one in _SPEECH:
            cues.append("before a verb of speech")
        if one in _PEOPLE_DO:
            cues.append("before a verb of people")
    elif first == ",":
        one = words[1].strip(_MARKS) if len(words) > 1 else ""
        cues.append(f"before “, {one}”" if one.islower() else "before a comma and a capital")
        if one and one[0].isupper() and lexicon.place(one):
            cues.append("before a comma and a place")
        near = {w.strip(_MARKS) for w in words[1:6]}
        if one in ("a", "an", "the", "his", "her", "my", "their", "our"):
            if near & _PEOPLE:
                cues.append("said to be a person")
            if near & _PLACES:
                cues.append("said to be a place")
    if not _HE_OR_SHE.isdisjoint(words[:8]):
        cues.append("soon “he” or “she”")


def pooled(name: str, mentions: Sequence[Candidate], paragraphs: Sequence[str]) -> dict[str, float]:
    """The cues of a name: its own, and those of its mentions with the share that shows them."""
    cues: dict[str, float] = dict.fromkeys(of_name(name), 1.0)
    seen = Counter(c for m in mentions for c in of_mention(paragraphs[m.paragraph], m))
    n = len(mentions)
    for cue, times in seen.items():
        cues[cue] = 0.5 + 0.5 * times / n
    cues["named once" if n == 1 else "named two or three times" if n < 4 else "named often"] = 1.0
    return cues

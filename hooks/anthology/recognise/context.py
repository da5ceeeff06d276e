"""Context: what the words around one mention say of it."""

from __future__ import annotations

from collections.abc import Iterator

from anthology.names import honorifics, lexicon
from anthology.recognise.occurrences import Candidate

_SIGNS = lexicon.signs()
_OWNED = _SIGNS["a part or kin of somebody"]
_PEOPLE = _SIGNS["a word for people"]
_PLACES = _SIGNS["a word for places"]
_BEFORE_PLACES = _SIGNS["a word before a place"]
_OPENERS = _SIGNS["a word that opens a sentence or a call"]
_NAMING = frozenset("called named nicknamed christened".split())
_BEING = frozenset("is was be am i'm am being".split())
_THEM = frozenset("him her me it them us you".split())
_HE_OR_SHE = frozenset("he she his her him hers himself herself who".split())
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)

_AFTER = (
    "a verb of speech",
    "a verb of going",
    "a word for people",
    "a word for places",
    "a word of ships and firms",
)
"""Classes of words that tell something where one stands right before a name."""
_FOLLOWING = ("a verb of speech", "a verb of people", "a word for places")
"""The same for the word right after it."""
_OF = (
    "a word for places",
    "a word for people",
    "a part or kin of somebody",
    "a word for times",
    "a word for goods",
)
"""The same for *streets of*, *mayor of*, *feast of the*."""

_FAR, _NEAR = 90, 60
"""How far the eye goes back and on, in characters."""
_LINE = 60
"""A paragraph no longer than this may be the head or the end of a letter."""
_OPENING, _QUOTES = ('"', "“", "'", "‘", "«"), ('"', "“", "”", "‘", "’", "'", "«", "»")
_MARKS = ".,;:!?\"'“”‘’«»()—–-…*_"


def of_mention(text: str, found: Candidate) -> list[str]:
    """The cues that the words around a mention give."""
    start, end = found.start, found.end
    before = text[max(0, start - _FAR) : start].split()
    after = text[end : end + _NEAR]
    titled = honorifics.title(found.name.partition(" ")[0]) is not None
    cues: list[str] = []
    if found.opening:
        speech = text[start - 1 : start] in _OPENING
        cues.append("opens somebody's words" if speech else "opens a sentence")
    elif before:
        cues += _before(before, titled)
    cues += _after(after)
    cues += _set_apart(text, start, after, found.opening)
    if len(text) <= _LINE:
        cues += _in_a_letter(text, end)
    return cues


def _before(words: list[str], titled: bool) -> Iterator[str]:
    last = words[-1]
    one, two, three = (_word(words, n) for n in (1, 2, 3))
    if last[-1] in ",;":
        yield "after a comma"
        if one in _PEOPLE:
            yield "after a word for people and a comma"
        if last[0].islower():
            return
    if last[0].isupper() and one not in _OPENERS:
        yield "after a capital"
        if last[-1] == ",":
            yield from _beside(last)
        return
    # A Mrs. Dray, the Inspector Kahn: an article before a title says nothing.
    if not (titled and one in ("a", "the")):
        yield f"after “{one}”"
    if one in ("the", "of", "a", "in", "to", "from"):
        yield f"after “{two} {one}”"
    yield from _linked(words[-2:-1], one)
    yield from _classes(one, two, three)
    yield from _called(words, one, two, three)


def _linked(before: list[str], one: str) -> Iterator[str]:
    """What a small word ties the name to: *Paris and*, *Kenji Mori, of*."""
    for word in before:
        if one in ("and", "or") and word[0].isupper():
            yield from _beside(word)
        if one == "of" and word[-1] == ",":
            yield "after a comma and “of”"


def _classes(one: str, two: str, three: str) -> Iterator[str]:
    """What kinds of words stand before the name."""
    if one in _BEFORE_PLACES:
        yield "after a word before places"
    if one == "the" and two in _BEFORE_PLACES:
        yield "after a word before places and “the”"
    noun = two if one == "of" else three if (two, one) == ("of", "the") else ""
    yield from (f"after {sign} and “of”" for sign in _OF if noun in _SIGNS[sign])
    yield from (f"after {sign}" for sign in _AFTER if one in _SIGNS[sign])


def _called(words: list[str], one: str, two: str, three: str) -> Iterator[str]:
    """Where somebody or something is given the name: *a boy called*, *her name was*, *call me*."""
    if (one in _THEM and two.startswith("call")) or (
        one == "the" and two in _THEM and three.startswith("call")
    ):
        yield "somebody called so"
    if one not in _NAMING and one not in _BEING:
        return
    yield "after a word of naming" if one in _NAMING else "after “is”"
    # Her name was; but a prince whom she met on the road, and who was named.
    for n in range(2, 12 if one in _NAMING else 5):
        noun = _word(words, n)
        if noun in _PEOPLE or noun == "name":
            yield "a person called so"
            return
        if noun in _PLACES:
            yield "a place called so"
            return


def _after(after: str) -> Iterator[str]:
    words = after.split()
    if not words:
        yield "at the end"
        return
    one = words[0].strip(_MARKS)
    two = words[1].strip(_MARKS) if len(words) > 1 else ""
    if after[0] in "'’" and after[1:3] == "s ":
        yield "possessive"
        if two in _OWNED:
            yield "has a part or kin"
    elif after[0] == " ":
        yield f"before “{one}”"
        yield from (f"before {sign}" for sign in _FOLLOWING if one in _SIGNS[sign])
        if one in ("and", "or") and two[:1].isupper():
            yield from _beside(two)
    elif after[0] == ",":
        yield from _after_a_comma(words[1:], two)
    if not _HE_OR_SHE.isdisjoint(words[:8]):
        yield "soon “he” or “she”"


def _after_a_comma(words: list[str], first: str) -> Iterator[str]:
    if first[:1].isupper():
        yield "before a comma and a capital"
        yield from _beside(first)
        return
    yield f"before “, {first}”"
    if first in ("a", "an", "the", "his", "her", "my", "their", "our"):
        near = {w.strip(_MARKS) for w in words[:5]}
        if near & _PEOPLE:
            yield "said to be a person"
        if near & _PLACES:
            yield "said to be a place"


def _set_apart(text: str, start: int, after: str, opening: bool) -> Iterator[str]:
    """What the marks around the name say: a sign that is read, somebody who is called."""
    previous = text[max(0, start - 2) : start]
    if previous[-1:] in _QUOTES and after.lstrip(".,!?")[:1] in _QUOTES:
        yield "a quotation by itself"
    if after[:1] in (",", "!", "?", "."):
        if opening and previous[-1:] in _OPENING:
            yield "called at the start of speech"
        elif previous == ", ":
            yield "called upon in speech" if _in_speech(text, start) else "between commas"


def _in_speech(text: str, at: int) -> bool:
    """Whether the last quotation mark before ``at`` opens one."""
    last = max(text.rfind(mark, max(0, at - 400), at) for mark in ('"', "“", "”"))
    if last < 0 or text[last] != '"':
        return last >= 0 and text[last] == "“"
    return last == 0 or text[last - 1] in " \t(—–-"


def _in_a_letter(text: str, end: int) -> Iterator[str]:
    """The head of a letter (*Trieste, Monday 4 March*) and the name below it."""
    if end == len(text):
        yield "closes a line"
    words = {w.strip(_MARKS).lower() for w in text.split()}
    if "," in text and (words & _DATES or any(w.isdigit() for w in words)):
        yield "in a dateline"


def _beside(word: str) -> Iterator[str]:
    """What a capitalised word says that stands beside the name in a list."""
    word = word.strip(_MARKS)
    if lexicon.place(word):
        yield "beside a known place"
    elif lexicon.given(word):
        yield "beside a given name"


def _word(words: list[str], back: int) -> str:
    """The word that stands so many words before the name, small and without marks."""
    return words[-back].strip(_MARKS).lower() if back <= len(words) else ""

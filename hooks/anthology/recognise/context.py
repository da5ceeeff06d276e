"""Context, or external evidence: what the words around an occurrence of a name say of it."""

from __future__ import annotations

from collections.abc import Iterator

from anthology.names import honorifics, lexicon
from anthology.recognise import cues
from anthology.recognise.occurrences import Occurrence
from anthology.text import english

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
_DATES = frozenset((*english.DAYS, *english.MONTHS))


def _by_word(family: cues.Family) -> dict[str, list[str]]:
    """Return the cues of a family of word lists by each word of these lists."""
    found: dict[str, list[str]] = {}
    for sign in family.choices[0] or ():
        for word in _SIGNS[sign]:
            found.setdefault(word, []).append(family % sign)
    return found


_AFTER, _FOLLOWING, _OF = map(_by_word, (cues.AFTER_SIGN, cues.BEFORE_SIGN, cues.AFTER_SIGN_OF))
"""The cues of words before a name, after it, and before *of*."""

_NOT_NOUNS = (
    _SIGNS["a word of grammar"]
    | _SIGNS["a verb of speech"]
    | _SIGNS["a verb of people"]
    | frozenset("out up down off over through back away well who too again much still got".split())
)

_FAR, _NEAR = 90, 60
"""How many characters before and after the name are looked at."""
_LINE = 60
"""Most characters of a paragraph that may be the first or the last line of a letter."""
_OPENING, _QUOTES = ('"', "“", "'", "‘", "«"), ('"', "“", "”", "‘", "’", "'", "«", "»")
_MARKS = ".,;:!?\"'“”‘’«»()—–-…*_"


def of_mention(text: str, found: Occurrence) -> list[str]:
    """Return the cues that the words around the occurrence ``found`` in ``text`` give."""
    start, end = found.start, found.end
    before = text[max(0, start - _FAR) : start].split()
    after = text[end : end + _NEAR]
    titled = honorifics.title(found.name.partition(" ")[0]) is not None
    seen: list[str] = []
    if found.opening:
        speech = text[start - 1 : start] in _OPENING
        seen.append(cues.OPENS_SPEECH if speech else cues.OPENS_SENTENCE)
    elif before:
        seen += _before(before, titled)
    seen += _after(after)
    seen += _set_apart(text, start, after, found.opening)
    if len(text) <= _LINE:
        seen += _in_a_letter(text, end)
    return seen


def _before(words: list[str], titled: bool) -> Iterator[str]:
    """Yield the cues of the words before a name; ``titled`` if the name begins with a title."""
    last = words[-1]
    one, two, three = (_word(words, n) for n in (1, 2, 3))
    if last[-1] in ",;":
        yield cues.AFTER_COMMA
        if one in _PEOPLE:
            yield cues.AFTER_PERSON_AND_COMMA
        if last[0].islower():
            return
    if last[0].isupper() and one not in _OPENERS:
        yield cues.AFTER_CAPITAL
        if last[-1] == ",":
            yield from _beside(last)
        return
    # An article before a title says nothing: a Mrs. Dray, the Inspector Kahn.
    if not (titled and one in ("a", "the")):
        yield cues.AFTER.of(one)
    if one in ("the", "of", "a", "in", "to", "from"):
        yield cues.AFTER_TWO % (two, one)
    yield from _linked(words[-2:-1], one)
    yield from _classes(one, two, three)
    yield from _called(words, one, two, three)


def _linked(before: list[str], one: str) -> Iterator[str]:
    """Yield the cues of the word that *and*, *or* or *of* ties the name to.

    Examples are *Paris and*, *Kenji Mori, of*. ``before`` has that word or is empty, and ``one`` is
    the word between.
    """
    for word in before:
        if one in ("and", "or") and word[0].isupper():
            yield from _beside(word)
        if one == "of" and word[-1] == ",":
            yield cues.AFTER_COMMA_AND_OF


def _classes(one: str, two: str, three: str) -> Iterator[str]:
    """Yield the cues of the kinds of words before the name; ``one`` is the nearest word."""
    if one in _BEFORE_PLACES:
        yield cues.AFTER_PLACE_WORD
    if one == "the" and two in _BEFORE_PLACES:
        yield cues.AFTER_PLACE_WORD_AND_THE
    noun = two if one == "of" else three if (two, one) == ("of", "the") else ""
    yield from _OF.get(noun, ())
    yield from _AFTER.get(one, ())


def _called(words: list[str], one: str, two: str, three: str) -> Iterator[str]:
    """Yield the cues of words that give the name: *a boy called*, *her name was*, *call me*."""
    # Examples: they called her Kett; they called her the Admiral.
    whom, verb = (two, three) if one == "the" else (one, two)
    if whom in _THEM and verb.startswith("call"):
        yield cues.CALLED
    if one not in _NAMING and one not in _BEING:
        return
    yield cues.AFTER_NAMING if one in _NAMING else cues.AFTER_IS
    # The noun may stand directly before the verb (her name was). A word of naming can be further
    # away from it (a prince whom she met on the road, and who was named).
    for n in range(2, 12 if one in _NAMING else 5):
        noun = _word(words, n)
        if noun in _PEOPLE or noun == "name":
            yield cues.PERSON_CALLED
            return
        if noun in _PLACES:
            yield cues.PLACE_CALLED
            return


def _after(after: str) -> Iterator[str]:
    """Yield the cues of the text after a name."""
    words = after.split()
    if not words:
        yield cues.AT_END
        return
    one = words[0].strip(_MARKS)
    two = words[1].strip(_MARKS) if len(words) > 1 else ""
    if after[0] in "'’" and after[1:3] == "s ":
        yield cues.POSSESSIVE
        if two in _OWNED:
            yield cues.OWNS
    elif after[0] == " ":
        yield from _directly_after(one, two)
    elif after[0] == ",":
        yield from _after_a_comma(words[1:], two)
    if not _HE_OR_SHE.isdisjoint(words[:8]):
        yield cues.SOON_PRONOUN


def _directly_after(one: str, two: str) -> Iterator[str]:
    """Yield the cues of the first two words after a name, with no mark between."""
    yield cues.BEFORE.of(one)
    yield from _FOLLOWING.get(one, ())
    if _is_plain_noun(one):
        yield cues.BEFORE_PLAIN
    if one == "the" and two in _PEOPLE:
        yield cues.BEFORE_THE_PERSON
    if one in ("and", "or") and two[:1].isupper():
        yield from _beside(two)


def _is_plain_noun(word: str) -> bool:
    """Return whether a word after a name is probably a noun, which the name describes: *valves*.

    Function words, verbs of people and words with the ending of a verb or an adverb are not.
    """
    return (
        word.isalpha()
        and word.islower()
        and word not in _NOT_NOUNS
        and not word.endswith(("ed", "ing", "ly"))
    )


def _after_a_comma(words: list[str], first: str) -> Iterator[str]:
    """Yield the cues of the words after a name and a comma, which begin with ``first``."""
    if first[:1].isupper():
        yield cues.BEFORE_COMMA_AND_CAPITAL
        yield from _beside(first)
        return
    yield cues.BEFORE_COMMA.of(first)
    if first in ("a", "an", "the", "his", "her", "my", "their", "our"):
        near = {w.strip(_MARKS) for w in words[:5]}
        if near & _PEOPLE:
            yield cues.SAID_PERSON
        if near & _PLACES:
            yield cues.SAID_PLACE


def _set_apart(text: str, start: int, after: str, opening: bool) -> Iterator[str]:
    """Yield the cues of the marks around a name: it is on a sign, or somebody is called by it."""
    previous = text[max(0, start - 2) : start]
    if previous[-1:] in _QUOTES and after.lstrip(".,!?")[:1] in _QUOTES:
        yield cues.QUOTED_ALONE
    if after[:1] in (",", "!", "?", "."):
        if opening and previous[-1:] in _OPENING:
            yield cues.CALLED_FIRST
        elif previous == ", ":
            yield cues.CALLED_UPON if _in_speech(text, start) else cues.BETWEEN_COMMAS


def _in_speech(text: str, at: int) -> bool:
    """Return whether the last double quotation mark before ``at`` opens a quotation."""
    last = max(text.rfind(mark, max(0, at - 400), at) for mark in ('"', "“", "”"))
    if last < 0 or text[last] != '"':
        return last >= 0 and text[last] == "“"
    return last == 0 or text[last - 1] in " \t(—–-"


def _in_a_letter(text: str, end: int) -> Iterator[str]:
    """Yield the cues of a dateline (*Trieste, Monday 4 March*) and of a name that ends a line."""
    if end == len(text):
        yield cues.CLOSES_LINE
    words = {w.strip(_MARKS).lower() for w in text.split()}
    if "," in text and (words & _DATES or any(w.isdigit() for w in words)):
        yield cues.IN_DATELINE


def _beside(word: str) -> Iterator[str]:
    """Yield the cue of a capitalised word that stands beside the name in a list."""
    word = word.strip(_MARKS)
    if lexicon.place(word):
        yield cues.BESIDE_PLACE
    elif lexicon.given(word):
        yield cues.BESIDE_GIVEN


def _word(words: list[str], back: int) -> str:
    """Return the word that is ``back`` words before the name, in lower case and without marks.

    It is empty where there are fewer words.
    """
    return words[-back].strip(_MARKS).lower() if back <= len(words) else ""

"""Occurrences: each span of a story that could be a name.

A capital in mid-sentence is a claim that the word is a name. A capital at the beginning of a
sentence says nothing by itself. So that word is kept only if the story claims it elsewhere, or if
neither the story nor fiction in general writes it in lower case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from anthology.names import honorifics, lexicon
from anthology.recognise import closed
from anthology.recognise.runs import LONGEST, Run, runs

_SMALL = re.compile(r"(?<![\w'’])[^\W\d_A-Z][^\W\d_]*")
"""A word in lower case, but not what follows an apostrophe: the ``don`` of *don’t*. It may have a
capital with an accent; no word is looked for that does."""
_BEHIND = re.compile(r" (?:the elder|the younger|the Elder|the Younger|minor|major|minimus)\b")
"""Words after a name that distinguish two persons with that name: *Fenwick minor*."""
_SMALL_HEAD = re.compile(r" ([^\W\d_]+)")
"""The word after a name: the ``utca`` of *Váci utca*."""
_SMALL_HEADS = frozenset("street avenue parish county river boulevard quarter market".split())
"""English head words that authors often write in lower case: *Camp street*."""
_SOME = (" a ", " an ", " any ", " no ", " every ", " that ")
"""Words before a name that describes one of many: *a London street*."""
_CALLS = frozenset("O Oh Ah Hey Hello Hullo".split())
"""Calls before the name of whoever is called: *O Caesar*."""
_ONCE = frozenset("Old Young Poor Little Dear Big Good".split())
"""Epithets that stand before a name without being part of it."""
_BUSINESS_BEFORE = re.compile(
    r"\b(?:at|to|from|near|past|passing|into|outside|round|around|in|by|over to|reach(?:ed|ing)?|"
    r"left|entered|behind|opposite|beyond) (?:old |the )?$",
    re.IGNORECASE,
)
"""What stands before a business: *round to* Corey's."""
_ANOTHERS = re.compile(
    r"\b(?:similar|equal|compared|belong\w*|next|close|hands?|arms?|eyes|face|heart|head|voice|nose|"
    r"mind|ears?|fingers?|lips)(?: \w+)? (?:to|in|from|at|on) (?:old )?$"
)
"""What stands before a possessive that means somebody's, not a business: *his hand in* Ann's."""
_BUSINESS = re.compile(
    r"['’]s(?=[.,;:!?)”\"—–…]|$|\s(?:and|in|on|for|with|to|the|a|an|that|where|when|at|by|as|last|"
    r"this|but|who|which|after|before|until|till|every|from|he|she|I|they|we|it|yesterday|tonight|"
    r"today|tomorrow|again|now|there|if|because|while|about)\b)"
)
"""The possessive of a business, with nothing possessed after it: Corey*'s* and."""
_ELIDED = re.compile(r"(?:^|[\s“(—-])’$")
"""What stands before a name whose first letter is left out: ’Frisco. Of this sign, a typographic
text has no other use before a letter."""
_VERBS = lexicon.signs()["a verb of speech"] | lexicon.signs()["a verb of people"]
_WHOSE = ("my ", "your ", "his ", "her ", "its ", "our ", "their ", "My ", "Your ", "His ", "Her ")
_OPENERS = lexicon.signs()["a word that opens a sentence or a call"]


@dataclass(slots=True)
class Occurrence:
    """A span that could be a name."""

    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    start: int
    """Offset of the first code point of the span in its paragraph."""
    end: int
    """Offset after its last code point."""
    name: str
    """Text of the span, with straight apostrophes; in place of capitals, the usual spelling."""
    opening: bool
    """Whether the span begins a sentence, where a capital says nothing."""


def small_words(paragraphs: Iterable[str]) -> set[str]:
    """Return the words that ``paragraphs`` have in lower case."""
    # Each word once, because splitting is far faster than the pattern.
    words = set[str]().union(*map(str.split, paragraphs))
    return set(_SMALL.findall(" ".join(words)))


def occurrences(paragraphs: Sequence[str], small: Container[str]) -> list[Occurrence]:
    """Return the spans of ``paragraphs`` that could be names, in reading order.

    ``small`` are the words that the story has in lower case.
    """
    found = [run for n, text in enumerate(paragraphs) for run in runs(n, text)]
    claims = [run.words[run.claims :] for run in found]
    claimed = Counter(chain.from_iterable(claims))
    claimed.update(" ".join(two) for words in claims if len(words) > 1 for two in pairwise(words))
    for run in found:
        while run.words and _ordinary_opener(run, claimed, small):
            run.drop_first()
    spans = [_occurrence(run, paragraphs[run.paragraph]) for run in found if run.words]
    return list(_spelt(list(_owners(spans))))


def _ordinary_opener(run: Run, claimed: Counter[str], small: Container[str]) -> bool:
    """Return whether the first word of a run has a capital only because a sentence begins there.

    ``claimed`` counts the words, and pairs of words, whose capitals are a claim; ``small`` are the
    words that the story writes in lower case.
    """
    first, alone = run.words[0], len(run.words) == 1
    lower = first.lower()
    # The Firs keeps its article where the story says The Firs in mid-sentence.
    if (
        closed.grammar(first)
        and first != "The"
        and (alone or not claimed[f"{first} {run.words[1]}"])
    ):
        return True
    if first in _CALLS and not alone:
        return True
    if run.opening and not alone and first in _ONCE and _drops(run, claimed):
        return True
    opener = lower in _OPENERS
    if not claimed[first] and (opener or (alone and honorifics.particle(first))):
        return True
    lowers, capitals = lexicon.counts(first)
    if not run.opening or not (lower in small or lowers > 2 * capitals):
        return False
    if honorifics.title(first) or lexicon.head_before(first):
        return alone and not claimed[first]
    # In "May asked", the word is kept if the story claims May elsewhere. In "May God forgive", it
    # is kept only if the story claims May God elsewhere.
    return not claimed[first] or (opener and not alone and not claimed[f"{first} {run.words[1]}"])


def _drops(run: Run, claimed: Counter[str]) -> bool:
    """Return whether the story has the name of a run also without the epithet, but never with it.

    Then the epithet has its capital only because a sentence begins there: *Old Kashtanka*.
    """
    epithet, name = run.words[:2]
    return bool(claimed[name] and not claimed[f"{epithet} {name}"])


def _occurrence(run: Run, text: str) -> Occurrence:
    """Return the span of a run, with words in lower case that belong to the name."""
    start, end = _with_small_word(text, run.starts[0]), run.ends[-1]
    if behind := _BEHIND.match(text, end):
        end = behind.end()
    elif head := _SMALL_HEAD.match(text, end):
        # A foreign head word in lower case belongs to the name: Váci utca. Of the English ones, few
        # do: Camp street, but not Larch crescent.
        word = head[1]
        english = word in _SMALL_HEADS and not text[:start].endswith(_SOME)
        foreign = lexicon.head_after(word) and not any(lexicon.counts(word))
        end = head.end() if english or foreign else end
    elif (
        (shop := _BUSINESS.match(text, end))
        and _BUSINESS_BEFORE.search(text, max(0, start - 24), start)
        and not _ANOTHERS.search(text, max(0, start - 40), start)
    ):
        end = shop.end()
    if start and text[start - 1] == "’" and _ELIDED.search(text, max(0, start - 2), start):
        start -= 1
    return Occurrence(run.paragraph, start, end, text[start:end].replace("’", "'"), run.opening)


def _owners(found: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """Yield the occurrences; one in the possessive becomes its owner, if the story names the owner.

    Whoever dines *at Prince's* is in a restaurant, unless the story also says that Prince came.
    """
    bare = {each.name for each in found}
    for each in found:
        owner = each.name.removesuffix("'s")
        if owner != each.name and owner in bare:
            yield replace(each, end=each.end - 2, name=owner)
        else:
            yield each


def _with_small_word(text: str, start: int) -> int:
    """Return the offset of a name with the word in lower case before it: *monsieur Lefevre*.

    If no such word belongs to the name, it is ``start``.
    """
    if start < 3 or text[start - 1] != " ":
        return start
    before = text.rfind(" ", 0, start - 1) + 1
    word = text[before : start - 1].lstrip("\"'“‘(«—–")
    if not word or not word[0].islower():
        return start
    found = honorifics.title(word)
    whose = text[:before].endswith(_WHOSE)
    titled = found and (
        (found.small and not (whose and found.sort == "kin"))
        or (word in ("uncle", "aunt", "cousin") and not whose)
    )
    # A foreign head word belongs to the name (ulica Długa), an English one does not (the church
    # Santo Stefano).
    foreign = lexicon.head_before(word) and not any(lexicon.counts(word))
    return start - 1 - len(word) if titled or foreign or word in ("von", "van") else start


def _spelt(found: list[Occurrence]) -> Iterator[Occurrence]:
    """Yield the occurrences; those in capitals are cut to names and spelt as the story spells them.

    On a sign or in a heading all words are in capitals. There, words are only taken for a name if
    the story or the lists have them as one. A single word in capitals that occurs more than once is
    kept in any case.
    """
    usual: dict[str, str] = {}
    for each in found:
        if not each.name.isupper():
            _, bare = honorifics.split(each.name)
            usual.setdefault(bare.upper(), bare)
            usual[each.name.upper()] = each.name
    times = Counter(c.name for c in found)
    for each in found:
        name = each.name
        if not name.isupper() or len(name) < 3:
            yield each
        elif " " not in name and times[name] > 1:
            yield replace(each, name=usual.get(name, name))
        else:
            yield from _cut(each, usual)


def _cut(each: Occurrence, usual: dict[str, str]) -> Iterator[Occurrence]:
    """Yield the known names in an occurrence in capitals, the longest first from left to right.

    ``usual`` has the spelling of each name by the name in capitals.
    """
    words = [m.span() for m in re.finditer(r"\S+", each.name)]
    at = 0
    while at < len(words):
        until = min(len(words), at + LONGEST)
        while until > at:
            first, last = words[at][0], words[until - 1][1]
            if spelling := _spelling(each.name[first:last], usual):
                start = each.start
                yield replace(each, start=start + first, end=start + last, name=spelling)
                break
            until -= 1
        at = max(until, at + 1)


def _spelling(capitals: str, usual: dict[str, str]) -> str | None:
    """Return the usual spelling of a name in capitals, or None if it is not known as a name."""
    if capitals in usual:
        return usual[capitals]
    name = capitals.title()
    first, *others = name.split()
    lower, capital = lexicon.counts(others[-1] if others else first)
    ordinary = lower > 0
    if others and (others[-1].lower() in _VERBS or closed.grammar(others[-1])):
        return None
    if others and honorifics.title(first):
        rest = capitals[len(first) :].strip()
        unknown = len(others) == 1 and not ordinary
        spelling = _spelling(rest, usual) or (rest.title() if unknown else None)
        return f"{first} {spelling}" if spelling else None
    if len(others) == 1 and lexicon.given(first):
        known = lexicon.surname(others[0]) or not ordinary
    else:
        place = lexicon.place(name) and (others or lower <= capital)
        known = bool(place or (not others and lower <= capital and lexicon.given(name)))
    return name if known else None

"""Occurrences: the spans that could be names, one by one.

A capital in mid-sentence is a claim; one at the start of a sentence says nothing by itself, so
its word is kept only if the story, or fiction at large, does not write it small.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from anthology.names import honorifics, lexicon
from anthology.recognise.runs import LONGEST, Run, runs

_SMALL = re.compile(r"(?<![\w'’])[^\W\d_]+")
_BEHIND = re.compile(r" (?:the elder|the younger|the Elder|the Younger|minor|major|minimus)\b")
"""Words that tell one bearer of a name from another: *Fenwick minor*."""
_SMALL_HEAD = re.compile(r" ([^\W\d_]+)")
_WHOSE = ("my ", "your ", "his ", "her ", "its ", "our ", "their ", "My ", "Your ", "His ", "Her ")
_OPENERS = lexicon.signs()["a word that opens a sentence or a call"]


@dataclass(slots=True)
class Occurrence:
    """A span that could be a name."""

    paragraph: int
    start: int
    end: int
    name: str
    """The span's text, apostrophes straight; one in capitals takes the story's usual spelling."""
    opening: bool
    """Whether it opens a sentence, where a capital says nothing."""


def occurrences(paragraphs: Sequence[str]) -> list[Occurrence]:
    """Return where names could stand in a story, in reading order."""
    found = [run for n, text in enumerate(paragraphs) for run in runs(n, text)]
    claimed = Counter(word for run in found for word in run.words[run.claims :])
    claimed.update(" ".join(two) for run in found for two in pairwise(run.words[run.claims :]))
    small = {w for text in paragraphs for w in _SMALL.findall(text) if w[0].islower()}
    for run in found:
        while run.words and _ordinary_opener(run, claimed, small):
            run.drop_first()
    spans = [_occurrence(run, paragraphs[run.paragraph]) for run in found if run.words]
    return list(_spelt(spans))


def _ordinary_opener(run: Run, claimed: Counter[str], small: set[str]) -> bool:
    """Whether the first word of a run has its capital from the sentence only."""
    first, alone = run.words[0], len(run.words) == 1
    lower = first.lower()
    opener = lower in _OPENERS
    if (opener and not claimed[first]) or (alone and honorifics.particle(first)):
        return True
    lowers, capitals = lexicon.counts(first)
    if not run.opening or not (lower in small or lowers > 2 * capitals):
        return False
    if honorifics.title(first) or lexicon.head_before(first):
        return alone and not claimed[first]
    # May asked; but of May God forgive, somebody must be called May God elsewhere.
    return not claimed[first] or (opener and not alone and not claimed[f"{first} {run.words[1]}"])


def _occurrence(run: Run, text: str) -> Occurrence:
    start, end = _with_small_word(text, run.starts[0]), run.ends[-1]
    if behind := _BEHIND.match(text, end):
        end = behind.end()
    elif head := _SMALL_HEAD.match(text, end):
        # Váci utca; but Larch crescent and Main street are written so by few.
        word = head[1]
        end = head.end() if lexicon.head_after(word) and not any(lexicon.counts(word)) else end
    return Occurrence(run.paragraph, start, end, text[start:end].replace("’", "'"), run.opening)


def _with_small_word(text: str, start: int) -> int:
    """The start of a name with the small word that belongs to it: *monsieur Lefevre*."""
    if start < 3 or text[start - 1] != " ":
        return start
    before = text.rfind(" ", 0, start - 1) + 1
    word = text[before : start - 1].strip("\"'“‘(«—–.")
    if not word or not word[0].islower():
        return start
    found = honorifics.title(word)
    kin = word in ("uncle", "aunt", "cousin") and not text[:before].endswith(_WHOSE)
    titled = found and (found.small or kin)
    # Ulica Długa, but the church Santo Stefano: an English word is no part of the name.
    foreign = lexicon.head_before(word) and not any(lexicon.counts(word))
    return start - 1 - len(word) if titled or foreign else start


def _spelt(found: list[Occurrence]) -> Iterator[Occurrence]:
    """Yield the occurrences, those in capitals cut to names and spelt as the story spells them.

    On a sign or in a heading every word is a capital, so only a word tells that the story, or a
    reader, knows for a name; or one that the story never writes otherwise.
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
    """The longest known names in an occurrence in capitals, from left to right."""
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
    """How a name in capitals is spelt elsewhere, if it is known for a name."""
    if capitals in usual:
        return usual[capitals]
    name = capitals.title()
    first, *others = name.split()
    ordinary = lexicon.counts(others[-1] if others else first)[0] > 0
    if others and honorifics.title(first):
        rest = capitals[len(first) :].strip()
        unknown = len(others) == 1 and not ordinary
        spelling = _spelling(rest, usual) or (rest.title() if unknown else None)
        return f"{first} {spelling}" if spelling else None
    if len(others) == 1 and lexicon.given(first):
        known = lexicon.surname(others[0]) or not ordinary
    else:
        known = bool(lexicon.place(name) or (not others and not ordinary and lexicon.given(name)))
    return name if known else None

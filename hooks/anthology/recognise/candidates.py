"""Candidates: the runs of capitalised words that could be names, mention by mention.

A capital in mid-sentence is a claim; one at the start of a sentence says nothing by itself, so
its word is kept only if the story, or fiction at large, does not write it small.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from anthology import lexicon, titles

_CAPITALS = "".join(c for c in map(chr, range(0x10000)) if c.isupper() or c.istitle())
_LETTER = r"[\w\u0300-\u036f]"
# O'Neill, Karl-Marx-Straße, d'Artois, al-Rashid. Each repetition begins with a sign of its own,
# so no text makes the pattern try twice.
_WORD = re.compile(
    rf"(?<!\w)(?:(?:[dDlL]['’]|[aeAE]l-)?[{_CAPITALS}]{_LETTER}*"
    rf"(?:['’][{_CAPITALS}]{_LETTER}+|['’]{_LETTER}{{3,}}|-{_LETTER}+)*"
    rf"|\d+(?:st|nd|rd|th)(?= [{_CAPITALS}]))"
)
_SMALL = re.compile(r"(?<![\w'’])[^\W\d_]+")

_BEHIND = re.compile(r" (?:the elder|the younger|the Elder|the Younger|minor|major|minimus)\b")
"""Words that tell one bearer of a name from another: *Fenwick minor*."""
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st mme mlle messrs prof capt col gen lt sgt rev hon jr sr thos wm geo chas jas "
    "jos robt edw fr ste mt ft gov sen supt insp pte cpl mons hr fru sra srta".split()
)
_COURTESIES = frozenset("Mr Mrs Miss Ms Dr Sir Lady Madame Monsieur Mademoiselle".split())
_FEASTS = ("Day", "Eve", "Night")
_DATES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday January February March July August "
    "September October November December".split()
)
_LINKS = titles.PARTICLES - {"a", "an", "as", "e", "i", "y", "bat", "af", "ya", "ap", "ad", "les"}
_OPENERS = lexicon.signs()["a word that opens a sentence or a call"]
_LONGEST = 12
"""Words in the longest name."""
_CLOSERS = " \t\"'“”‘’«»(—–-[…*_"


@dataclass(slots=True)
class Candidate:
    """A span that could be a name."""

    paragraph: int
    start: int
    end: int
    name: str
    """The span's text, apostrophes straight; one in capitals takes the story's usual spelling."""
    opening: bool
    """Whether it opens a sentence, where a capital says nothing."""


def candidates(paragraphs: Sequence[str]) -> list[Candidate]:
    """The candidates of a story, in reading order."""
    runs = [run for n, text in enumerate(paragraphs) for run in _runs(n, text)]
    claimed = Counter(w for run in runs for w in run.words[run.claims :])
    claimed.update(" ".join(pair) for run in runs for pair in pairwise(run.words[run.claims :]))
    small = {w for text in paragraphs for w in _SMALL.findall(text) if w[0].islower()}
    found = []
    for run in runs:
        run.drop_openers(claimed, small)
        if run.words:
            text = paragraphs[run.paragraph]
            start, end = run.starts[0], run.ends[-1]
            start = _with_small_word(text, start)
            if found_after := _BEHIND.match(text, end):
                end = found_after.end()
            name = text[start:end].replace("’", "'")
            found.append(Candidate(run.paragraph, start, end, name, run.opening))
    return list(_spelt(found))


def _spelt(found: list[Candidate]) -> Iterator[Candidate]:
    """The candidates, with those in capitals cut to names and spelt as the story spells them.

    On a sign or in a heading every word is a capital, so only a word tells that the story, or a
    reader, knows for a name.
    """
    usual = {c.name.upper(): c.name for c in found if not c.name.isupper()}
    times = Counter(c.name for c in found)
    for candidate in found:
        name = candidate.name
        if not name.isupper() or len(name) < 3 or (" " not in name and times[name] > 1):
            if len(name) > 2 and name in usual:
                candidate.name = usual[name]
            yield candidate
            continue
        words = [(m.group(), *m.span()) for m in re.finditer(r"\S+", name)]
        at = 0
        while at < len(words):
            for until in range(min(len(words), at + _LONGEST), at, -1):
                first, last = words[at][1], words[until - 1][2]
                if spelling := _spelling(name[first:last], usual):
                    start = candidate.start
                    yield replace(candidate, start=start + first, end=start + last, name=spelling)
                    break
            else:
                until = at + 1
            at = until


def _spelling(capitals: str, usual: dict[str, str]) -> str | None:
    """How a name in capitals is spelt elsewhere, if it is known for a name."""
    if capitals in usual:
        return usual[capitals]
    name = capitals.title()
    first, *others = name.split()
    ordinary = lexicon.counts(others[-1] if others else first)[0] > 0
    if others and titles.title(first):
        rest = _spelling(capitals[len(first) :].strip(), usual)
        return f"{first} {rest}" if rest else None
    if len(others) == 1 and lexicon.given(first):
        known = lexicon.surname(others[0]) or not ordinary
    else:
        known = bool(lexicon.place(name) or (not others and not ordinary and lexicon.given(name)))
    return name if known else None


@dataclass(slots=True)
class _Run:
    """Capitalised words that stand together."""

    paragraph: int
    words: list[str]
    starts: list[int]
    ends: list[int]
    opening: bool

    @property
    def claims(self) -> int:
        """Where the words begin whose capitals say something: *Will Teague*, but *Will Anna*."""
        if not self.opening:
            return 0
        first, second = (*self.words, "", "")[:2]
        named = lexicon.given(first) and second and not lexicon.given(second)
        return 0 if named and not titles.title(second) else 1

    @property
    def beginning(self) -> str:
        """The first two words."""
        return " ".join(self.words[:2])

    def drop_openers(self, claimed: Counter[str], small: set[str]) -> None:
        """Leave out first words that have their capital from the sentence only."""
        while self.words and self._ordinary_opener(claimed, small):
            del self.words[0], self.starts[0], self.ends[0]
            self.opening = False

    def _ordinary_opener(self, claimed: Counter[str], small: set[str]) -> bool:
        first, alone = self.words[0], len(self.words) == 1
        lower = first.lower()
        opener = lower in _OPENERS
        if (opener and not claimed[first]) or (alone and titles.particle(first)):
            return True
        lowers, capitals = lexicon.counts(first)
        if not self.opening or not (lower in small or lowers > 2 * capitals):
            return False
        if titles.title(first) or lexicon.head_before(first):
            return alone
        # May asked, but *May God forgive*: what follows has to be seen together with it elsewhere.
        return not claimed[first] or (opener and not alone and not claimed[self.beginning])


def _runs(paragraph: int, text: str) -> Iterator[_Run]:
    run: _Run | None = None
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        if word == "I" or text[end : end + 2] in ("'t", "’t"):
            continue
        if "-" in word:
            word = _without_tail(word)
            end = start + len(word)
        if (
            run
            and not _begins_anew(run.words, word)
            and _joined(text[run.ends[-1] : start], run.words, word)
        ):
            run.words.append(word)
            run.starts.append(start)
            run.ends.append(end)
            continue
        if run:
            yield run
        run = _Run(paragraph, [word], [start], [end], _opens(text, start))
    if run:
        yield run


def _without_tail(word: str) -> str:
    """*England* of *England-he*, *German* of *German-looking*; but *Wall-street*, *Dong-hyun*."""
    head, _, tail = word.partition("-")
    last = tail.rpartition("-")[2]
    ordinary = (
        tail[:1].islower()
        and lexicon.counts(last)[0] > 5
        and not lexicon.head_after(last)
        and not titles.title_after(last)
    )
    return head if ordinary else word


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, or somebody's words, begin here."""
    at = start - 1
    while at >= 0 and text[at] in _CLOSERS:
        if text[at] in '"“«‘' and at + 1 == start:
            return True
        at -= 1
    return at < 0 or text[at] in ".!?:;"


def _begins_anew(words: list[str], word: str) -> bool:
    """Whether a title in the middle begins another name: *for Australia Mrs. Rachel*."""
    before = words[-1]
    if len(words) == _LONGEST:
        return True
    if len(words) > 1 and len(before) > 2 and before.isupper() and not word.isupper():
        return True
    return (word in _COURTESIES and not titles.title(before)) or before in _DATES


def _joined(gap: str, words: list[str], after: str) -> bool:
    """Whether what stands between two capitalised words makes one name of them."""
    if gap == " " or gap == " & ":
        return True
    if len(gap) > 16:
        return False
    before = words[-1]
    if gap[0] == ".":
        if len(before) > 1 and before.lower() not in _ABBREVIATIONS:
            return False
        return all(w in _LINKS for w in gap[1:].split())
    if gap in (" of ", " of the "):
        if lexicon.head_after(before) or lexicon.head_before(before):
            return True
        return gap == " of " and bool(titles.title(before))
    if gap in ("'s ", "’s ", "' ", "’ "):
        return bool(lexicon.head_after(after)) or after in _FEASTS
    if gap == " the ":
        return len(words) == 1 and lexicon.counts(after)[0] > 0 and not titles.title(after)
    return gap[0] == " " == gap[-1] and all(w in _LINKS for w in gap.split())


def _with_small_word(text: str, start: int) -> int:
    """The start of a word written small that belongs to the name: *monsieur Lefevre*, *ulica Długa*."""
    if start < 3 or text[start - 1] != " ":
        return start
    before = text.rfind(" ", 0, start - 1) + 1
    word = text[before : start - 1].strip("\"'“‘(«—–.")
    if not word or not word[0].islower():
        return start
    found = titles.title(word)
    titled = found and (found.small or word in ("uncle", "aunt", "cousin"))
    # An English word is no part of the name: *the church Santo Stefano*.
    foreign = lexicon.head_before(word) and not any(lexicon.counts(word))
    return start - 1 - len(word) if titled or foreign else start

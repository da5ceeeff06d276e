"""Fiction: what other stories say of a name, and of the words around it.

Somebody who has read much knows what stands after *she whispered to*, and that *Samarkand* is a
place. The tables beside this module hold what 541 stories by eleven authors showed when they were
read with weights that did not know the tables (co-training; Collins and Singer 1999, "Unsupervised
models for named entity classification"). ``scripts/train`` makes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from anthology.names import lexicon
from anthology.recognise import cues
from anthology.recognise.candidates import Candidate

_DATA = Path(__file__).parent
_MARKS = '"“”‘’«»()*_'
_OPENING = ("“", '"', "‘", "(")
_ENDS = (".", "!", "?", "”", '"')
_EDGE = ("^", "^", "^")
"""What stands before a paragraph."""
_FAR, _NEAR = 70, 60
"""How many characters before and after a name are looked at."""

LABELS = ("character", "location")
Odds = tuple[float, float]
"""How much something speaks for a character and for a location, against neither, as logarithms."""


class Fiction(NamedTuple):
    """What other stories say."""

    contexts: Mapping[str, Odds]
    """What each context says of the name in it, by ``keys``."""
    names: Mapping[str, Odds]
    """What names stand for in the stories of two authors or more."""


def table(file: Path) -> dict[str, Odds]:
    """Return the odds in a file: lines with a key, and the odds for each label in hundredths."""
    # All at once, by columns: line by line, this would take several times as long.
    values = lexicon.body(file).replace("\n", "\t").split("\t")
    odds = {number: int(number) / 100 for number in {*values[1::3], *values[2::3]}}
    characters, locations = (map(odds.__getitem__, values[n::3]) for n in (1, 2))
    return dict(zip(values[::3], zip(characters, locations, strict=True), strict=True))


@cache
def fiction() -> Fiction:
    """Return the project's own tables."""
    return Fiction(table(_DATA / "contexts.tsv"), table(_DATA / "elsewhere.tsv"))


def keys(text: str, start: int, end: int) -> list[str]:
    """Return the keys of the words around the span from ``start`` to ``end`` of a paragraph.

    In *he went to Paris, and*, the words before give ``to<``, ``went to<`` and ``he went to<``,
    the words after ``>,`` and ``>, and``, and both sides ``to<>,`` and ``to<>, and``.
    """
    before = text[max(0, start - _FAR) : start].lower()
    after = text[end : end + _NEAR].lower()
    words = before.rsplit(maxsplit=3)
    three, two, one = [word.strip(_MARKS) for word in [*_EDGE, *words][-3:]]
    opening = True
    if before.endswith(_OPENING):
        one = "“"
    elif not words:
        one = "^"
    elif words[-1].endswith(_ENDS):
        one = "."
    else:
        opening = False
    mark = after[:2] if after[:1] in ("'", "’") else after[:1].strip()
    mark = mark.replace("’", "'")
    following = after[len(mark) :].split(maxsplit=2)
    first, second = [word.strip(_MARKS) for word in [*following, "$", "$"][:2]]
    found = [
        f"{one}<",
        f"{two} …<",
        f">{mark}",
        f">{mark} {first}",
        f">{mark} {first} {second}",
        f">… {second}",
        f"{one}<>{mark}",
        f"{one}<>{mark} {first}",
    ]
    return found if opening else [*found, f"{two} {one}<", f"{three} {two} {one}<"]


def with_fiction(found: Sequence[Candidate], paragraphs: Sequence[str], known: Fiction) -> None:
    """Add to each candidate of a story with ``paragraphs`` the cues that other stories give."""
    for each in found:
        count = len(each.occurrences)
        each.contexts = [
            _said(paragraphs[o.paragraph], o.start, o.end, known) for o in each.occurrences
        ]
        said = [sum(odds) for odds in zip(*each.contexts, strict=True)]
        names = known.names.get(each.text)
        for n, label in enumerate(LABELS):
            each.cues.update(_of_context(each.standing, label, said[n] / count))
            if count > 1:
                each.cues[cues.CONTEXTS_OF.of(label)] = _within(said[n], 10) / 4
            if names:
                each.cues[cues.ELSEWHERE.of(label)] = names[n] / 2


def of_context(standing: str, odds: Odds) -> dict[str, float]:
    """Return the cues of one context of a name with a standing, which speaks with ``odds``."""
    return {
        cue: value
        for label, said in zip(LABELS, odds, strict=True)
        for cue, value in _of_context(standing, label, said).items()
    }


def _of_context(standing: str, label: str, said: float) -> dict[str, float]:
    """Return the cues of contexts that speak for ``label``, as much as is ``said``."""
    cue, value = cues.CONTEXT_OF.of(label), _within(said, 4) / 2
    return {cue: value, cues.joint(standing)[cue]: value}


def _said(text: str, start: int, end: int, known: Fiction) -> Odds:
    """Return what the words around the span from ``start`` to ``end`` of ``text`` say together."""
    character = location = 0.0
    for key in keys(text, start, end):
        if odds := known.contexts.get(key):
            character += odds[0]
            location += odds[1]
    return character, location


def _within(value: float, most: float) -> float:
    """Return ``value``, but at most ``most`` and at least ``-most``."""
    return max(-most, min(most, value))

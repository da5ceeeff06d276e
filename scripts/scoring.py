"""Compares an index of characters and locations with gold, and says how good it is.

Both are records of stories as ``scripts/names --json`` gives them. Stories are paired by their
source, paragraphs by their text (white space aside); offsets are code points.

- **mention**: spans that are exact and of the right kind. A leading article, a trailing possessive
  and closing punctuation count for neither side.
- **index**: an entry matches a gold entry when they share a name (case, punctuation and article
  aside), one to one, in the best matching: whoever splits a person loses precision, whoever merges
  two loses recall, the wrong kind costs both.
- **core**: recall of the entries that are named twice or more, those a reader looks for.
- **link**: pairs of names that stand under one character.
- **B³**: the same by name (Bagga and Baldwin 1998).
- **perfect**: stories in which no entry is missing and none is too many.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

Record = Mapping[str, Any]
Names = frozenset[str]

KINDS = ("characters", "locations")


@dataclass(slots=True)
class Tally:
    """How many were right, of how many that were said, of how many in gold."""

    right: float = 0
    """Of those said."""
    said: int = 0
    gold: int = 0
    found: float = 0
    """Of those in gold."""

    def add(self, right: float, said: int, gold: int, found: float | None = None) -> None:
        """Count one more story; ``found`` where it is not as much as ``right``."""
        self.right += right
        self.said += said
        self.gold += gold
        self.found += right if found is None else found

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of gold that was found."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """What a comparison found."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[str] = field(default_factory=list)
    """A line for each story and kind with entries missing or too many."""


def score(gold: Sequence[Record], said: Mapping[str, Record]) -> Score:
    """Compare records of stories with gold; ``said`` is keyed by source."""
    result = Score()
    for story in gold:
        _compare(story, said.get(story["source"], {"paragraphs": []}), result)
    return result


def _compare(gold: Record, said: Record, result: Score) -> None:
    tallies = result.tallies
    places = {_squeezed(text): n for n, text in enumerate(gold["paragraphs"])}
    perfect = True
    for kind in KINDS:
        want, have = _spans(gold, kind, places), _spans(said, kind, places)
        for row in (f"mention {kind}", "mention both"):
            tallies[row].add(len(want & have), len(have), len(want))
        # Two gold entries with the same names are one: an index by name cannot tell them apart.
        counts: dict[Names, int] = {}
        for entry in gold[kind]:
            counts[_names(entry)] = counts.get(_names(entry), 0) + len(entry["mentions"])
        golds = list(counts)
        entries = [_names(entry) for entry in said.get(kind, ())]
        pairs = _matching([[n for n, g in enumerate(golds) if e & g] for e in entries])
        for row in (f"index {kind}", "index both"):
            tallies[row].add(len(pairs), len(entries), len(golds))
        core = [n for n, g in enumerate(golds) if counts[g] > 1]
        tallies[f"core {kind}"].add(len({*core} & {*pairs.values()}), len(core), len(core))
        missing = [g for n, g in enumerate(golds) if n not in pairs.values()]
        extra = [e for n, e in enumerate(entries) if n not in pairs]
        if missing or extra:
            perfect = False
            result.errors.append(
                f"{gold['source']} {kind}: missing {_listed(missing)}; extra {_listed(extra)}"
            )
        if kind == "characters":
            _aliases(golds, entries, tallies)
    tallies["perfect"].add(perfect, 1, 1)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def _spans(story: Record, kind: str, places: Mapping[str, int]) -> set[tuple[Any, int, int]]:
    """Mentions by paragraph of the gold; one that gold lacks keeps a number of its own."""
    found: set[tuple[Any, int, int]] = set()
    for entry in story.get(kind, ()):
        for m in entry["mentions"]:
            text = story["paragraphs"][m["paragraph"]]
            where = places.get(_squeezed(text), ("elsewhere", m["paragraph"]))
            found.add((where, *_trimmed(text, m["start"], m["end"])))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without its article and what closes it, white space not counted."""
    if article := re.match(r"(the|The|THE|a|A|an)\s+(?=\S)", text[start:end]):
        start += article.end()
    closing = re.search(r"(['’]s?|[.,;:!?]+)$", text[start:end])
    abbreviated = re.search(r"\b[A-Z][a-z]{0,3}\.$", text[start:end])
    if closing and closing.start() > 0 and not abbreviated:
        end -= len(closing.group())
    if text[start:end].endswith("."):
        end -= 1
    return len(_squeezed(text[:start])), len(_squeezed(text[:end]))


def _names(entry: Record) -> Names:
    return frozenset(_key(name) for name in (entry["name"], *entry.get("aliases", ()))) - {""}


def _key(name: str) -> str:
    name = unicodedata.normalize("NFC", name).translate({0x2018: "'", 0x2019: "'"})
    name = re.sub(r"^(the|a|an)\s+", "", name.strip().casefold())
    name = re.sub(r"'s$|'$", "", name)
    return re.sub(r"[\s-]+", " ", re.sub(r'[.,"“”]', "", name)).strip()


def _matching(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """The largest one-to-one choice of edges, ``edges[left]`` being the possible rights."""
    held: dict[int, int] = {}

    def seek(left: int, seen: set[int]) -> bool:
        for right in edges[left]:
            if right not in seen:
                seen.add(right)
                if right not in held or seek(held[right], seen):
                    held[right] = left
                    return True
        return False

    for left in range(len(edges)):
        seek(left, set())
    return {left: right for right, left in held.items()}


def _aliases(
    golds: Sequence[Names], entries: Sequence[Names], tallies: Mapping[str, Tally]
) -> None:
    own, put = _owners(golds), _owners(entries)
    want, have = _groups(own), _groups(put)
    tallies["B³"].add(
        sum(len(have[i] & want[own[n]]) / len(have[i]) for n, i in put.items() if n in own),
        len(put),
        len(own),
        sum(len(have[put[n]] & want[j]) / len(want[j]) for n, j in own.items() if n in put),
    )
    wanted = _links(want.values())
    linked = {pair for pair in _links(have.values()) if pair[0] in own and pair[1] in own}
    tallies["link"].add(len(wanted & linked), len(linked), len(wanted))


def _owners(groups: Sequence[Names]) -> dict[str, int]:
    """Whose each name is; one that several bear is the first one's."""
    owners: dict[str, int] = {}
    for n, names in enumerate(groups):
        for name in names:
            owners.setdefault(name, n)
    return owners


def _groups(owners: Mapping[str, int]) -> dict[int, set[str]]:
    groups: dict[int, set[str]] = defaultdict(set)
    for name, n in owners.items():
        groups[n].add(name)
    return groups


def _links(groups: Iterable[set[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _listed(entries: Sequence[Names]) -> str:
    return ", ".join(" = ".join(sorted(e)) for e in entries) or "nothing"


def table(result: Score) -> list[str]:
    """The figures of a comparison as lines, in percent."""
    lines = [f"{'':20}{'P':>7}{'R':>7}{'F1':>7}"]
    rows = [f"{what} {kind}" for what in ("index", "mention") for kind in (*KINDS, "both")]
    for row in (*rows, "B³", "link"):
        t = result.tallies[row]
        lines.append(f"{row:20}{100 * t.precision:7.1f}{100 * t.recall:7.1f}{100 * t.f1:7.1f}")
    lines += [
        f"{row:20}{'':7}{100 * result.tallies[row].recall:7.1f}"
        for row in (*(f"core {kind}" for kind in KINDS), "perfect")
    ]
    return lines

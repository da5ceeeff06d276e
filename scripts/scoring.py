"""Compares an index of characters and locations with gold, and says how good it is.

Both are records of stories as ``scripts/names --json`` gives them. Stories are paired by their
source, and paragraphs by their text without white space. Offsets count code points.

- **mention**: spans that are exact and of the right kind. An article before a name, and a
  possessive or punctuation after it, do not count on either side.
- **index**: an entry matches a gold entry if they share a name, without regard to case,
  punctuation and article. Each entry has at most one match, in the best matching of all. To split a
  person costs precision, to merge two costs recall, and the wrong kind costs both.
- **core**: recall of the entries that are named twice or more, which readers look for.
- **right**: how many of those match an entry that has exactly their mentions.
- **heading**: how many of the entries that match are headed by the same name as in gold.
- **role**, **relation**: how many of them say, as gold does, whether a character takes part, and
  whether the story happens at a location; only where gold says so.
- **link**: pairs of names that belong to one character.
- **B³**: the same by name (Bagga and Baldwin 1998).
- **perfect**: stories in which no entry is missing and none is extra.
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
"""The record of a story, or of an entity in it."""
Names = frozenset[str]
"""All names of an entry, as they are compared."""
Span = tuple[Any, int, int]
"""The paragraph, the start and the end of a mention, as they are compared."""

KINDS = ("characters", "locations")
_PRESENCE = {"characters": "role", "locations": "relation"}
"""The key of an entry of each kind that says whether the story only mentions it."""


@dataclass(slots=True)
class Tally:
    """How many results there are, how many gold has, and how many of both are right."""

    right: float = 0
    """How many of the results are right."""
    said: int = 0
    """How many results there are."""
    gold: int = 0
    """How many gold has."""
    found: float = 0
    """How many of those in gold were found."""

    def add(self, right: float, said: int, gold: int, found: float | None = None) -> None:
        """Add the numbers of one more story; ``found`` is needed if it differs from ``right``."""
        self.right += right
        self.said += said
        self.gold += gold
        self.found += right if found is None else found

    @property
    def precision(self) -> float:
        """The share of the results that is right."""
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
    """The result of a comparison."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    """The numbers for each measure and kind: ``index characters``."""
    errors: list[str] = field(default_factory=list)
    """A line for each story and kind with missing or extra entries."""


def score(gold: Sequence[Record], said: Mapping[str, Record]) -> Score:
    """Return the result of comparing records of stories, by source in ``said``, to ``gold``."""
    result = Score()
    for story in gold:
        _compare(story, said.get(story["source"], {"paragraphs": []}), result)
    return result


@dataclass(frozen=True, slots=True)
class _Story:
    """A story in gold and in the results, with one kind of its entries."""

    gold: Record
    said: Record
    kind: str
    places: Mapping[str, int]
    """The number of each paragraph in gold, by its text."""

    def wanted(self) -> dict[Names, list[Record]]:
        """Return the entries of gold by their names.

        Two entries with the same names count as one, because an index cannot distinguish them.
        """
        merged: dict[Names, list[Record]] = {}
        for entry in self.gold[self.kind]:
            merged.setdefault(_names(entry), []).append(entry)
        return merged

    def spans_in_gold(self, entries: Iterable[Record]) -> set[Span]:
        """Return the mentions of some entries of gold."""
        return _spans(self.gold, entries, self.places)

    def spans_said(self, entries: Iterable[Record]) -> set[Span]:
        """Return the mentions of some entries of the results."""
        return _spans(self.said, entries, self.places)


def matched(gold: Sequence[Record], said: Sequence[Record]) -> set[int]:
    """Return the indexes of the entries in ``said`` that match an entry of ``gold``, one to one."""
    wanted = list({_names(entry): None for entry in gold})
    edges = [[n for n, g in enumerate(wanted) if _names(entry) & g] for entry in said]
    return set(_matching(edges))


def chances(gold: Sequence[Record], said: Mapping[str, Record]) -> list[tuple[float, bool]]:
    """Return the probability of each entry that was found, and whether it is right.

    Doubtful entries are among them. ``gold`` are the records of some stories, and ``said`` has what
    was found in them, by source.
    """
    found = []
    for story, ours in ((r, said[r["source"]]) for r in gold if r["source"] in said):
        for kind in KINDS:
            entries = [*ours[kind], *ours["doubtful"][kind]]
            entries.sort(key=lambda entry: -len(entry["mentions"]))
            right = matched(story[kind], entries)
            found += [(ours["chances"][e["id"]], n in right) for n, e in enumerate(entries)]
    return found


def reliability(found: Sequence[tuple[float, bool]], gold: int) -> list[str]:
    """Return lines that say how often entries of each probability are right, and the best line.

    ``gold`` is the number of entries in gold. The best line is the probability from which entries
    must be published for the highest F1.
    """
    lines = ["probability   entries   right"]
    for tenth in range(10):
        some = [right for chance, right in found if min(9, int(chance * 10)) == tenth]
        if some:
            share = 100 * sum(some) / len(some)
            lines.append(f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f} {len(some):9} {share:6.1f} %")
    tally, best, at = Tally(gold=gold), 0.0, 0.0
    for chance, right in sorted(found, reverse=True):
        tally.add(right, 1, 0)
        if tally.f1 > best:
            best, at = tally.f1, chance
    return [*lines, f"best F1 with one line for all: {100 * best:.1f}, at {at:.2f}"]


def _compare(gold: Record, said: Record, result: Score) -> None:
    """Add the comparison of one story to ``result``."""
    tallies = result.tallies
    places = {_squeezed(text): n for n, text in enumerate(gold["paragraphs"])}
    perfect = True
    for kind in KINDS:
        story = _Story(gold, said, kind, places)
        merged, ours = story.wanted(), said.get(kind, ())
        want, have = story.spans_in_gold(gold[kind]), story.spans_said(ours)
        for row in (f"mention {kind}", "mention both"):
            tallies[row].add(len(want & have), len(have), len(want))
        golds, entries = list(merged), [_names(entry) for entry in ours]
        pairs = _matching([[n for n, g in enumerate(golds) if e & g] for e in entries])
        for row in (f"index {kind}", "index both"):
            tallies[row].add(len(pairs), len(entries), len(golds))
        _details(story, [(ours[n], merged[golds[g]]) for n, g in pairs.items()], tallies)
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


def _details(
    story: _Story, pairs: Sequence[tuple[Record, Sequence[Record]]], tallies: Mapping[str, Tally]
) -> None:
    """Add what else is right of the entries that match; each stands beside those of gold."""
    core = sum(_is_core(entries) for entries in story.wanted().values())
    met = [(ours, theirs) for ours, theirs in pairs if _is_core(theirs)]
    right = sum(story.spans_said([ours]) == story.spans_in_gold(theirs) for ours, theirs in met)
    tallies[f"core {story.kind}"].add(len(met), core, core)
    tallies[f"right {story.kind}"].add(right, core, core)
    headed = sum(_key(ours["name"]) == _key(theirs[0]["name"]) for ours, theirs in pairs)
    tallies[f"heading {story.kind}"].add(headed, len(pairs), len(pairs))
    key = _PRESENCE[story.kind]
    # What two entries of gold say of one entry may differ.
    told = [(ours, theirs[0]) for ours, theirs in pairs if len(theirs) == 1 and theirs[0].get(key)]
    agreed = sum(ours.get(key) == theirs[key] for ours, theirs in told)
    tallies[key].add(agreed, len(told), len(told))


def _is_core(entries: Sequence[Record]) -> bool:
    """Return whether the entries of gold that count as one are named twice or more."""
    return sum(len(entry["mentions"]) for entry in entries) > 1


def _squeezed(text: str) -> str:
    """Return ``text`` in NFC and without white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def _spans(story: Record, entries: Iterable[Record], places: Mapping[str, int]) -> set[Span]:
    """Return the mentions of some entries of a story as paragraph, start and end.

    ``places`` has the number of each paragraph in gold, by its text. A paragraph that gold lacks
    gets a number of its own.
    """
    found: set[Span] = set()
    for entry in entries:
        for m in entry["mentions"]:
            text = story["paragraphs"][m["paragraph"]]
            where = places.get(_squeezed(text), ("elsewhere", m["paragraph"]))
            found.add((where, *_trimmed(text, m["start"], m["end"])))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the article before it, and without possessive and marks at its end.

    Its offsets do not count white space.
    """
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
    """Return the name and the aliases of an entry, as they are compared."""
    return frozenset(_key(name) for name in (entry["name"], *entry.get("aliases", ()))) - {""}


def _key(name: str) -> str:
    """Return the key by which names are compared: without case, article and punctuation."""
    name = unicodedata.normalize("NFC", name).translate({0x2018: "'", 0x2019: "'"})
    name = re.sub(r"^(the|a|an)\s+", "", name.strip().casefold())
    name = re.sub(r"'s$|'$", "", name)
    return re.sub(r"[\s-]+", " ", re.sub(r'[.,"“”]', "", name)).strip()


def _matching(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return the largest one-to-one matching, as the right node of each matched left node.

    ``edges`` has, for each left node, the right nodes that it can be matched to.
    """
    held: dict[int, int] = {}

    def seek(left: int, seen: set[int]) -> bool:
        """Return whether ``left`` could be matched, if necessary by changing other matches."""
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
    """Add how well names are grouped under the characters, as B³ and as links."""
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
    """Return the number of the group that has each name, the first if several have it."""
    owners: dict[str, int] = {}
    for n, names in enumerate(groups):
        for name in names:
            owners.setdefault(name, n)
    return owners


def _groups(owners: Mapping[str, int]) -> dict[int, set[str]]:
    """Return the names in each group, by the number of the group."""
    groups: dict[int, set[str]] = defaultdict(set)
    for name, n in owners.items():
        groups[n].add(name)
    return groups


def _links(groups: Iterable[set[str]]) -> set[tuple[str, str]]:
    """Return all pairs of names that stand in one group."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _listed(entries: Sequence[Names]) -> str:
    return ", ".join(" = ".join(sorted(e)) for e in entries) or "nothing"


def table(result: Score) -> list[str]:
    """Return the figures of a comparison, in percent, as lines of a table."""
    lines = [f"{'':20}{'P':>7}{'R':>7}{'F1':>7}"]
    rows = [f"{what} {kind}" for what in ("index", "mention") for kind in (*KINDS, "both")]
    for row in (*rows, "B³", "link"):
        t = result.tallies[row]
        lines.append(f"{row:20}{100 * t.precision:7.1f}{100 * t.recall:7.1f}{100 * t.f1:7.1f}")
    shares = [f"{what} {kind}" for what in ("core", "right", "heading") for kind in KINDS]
    lines += [
        f"{row:20}{'':7}{100 * result.tallies[row].recall:7.1f}"
        for row in (*shares, *_PRESENCE.values(), "perfect")
        if result.tallies[row].gold
    ]
    return lines

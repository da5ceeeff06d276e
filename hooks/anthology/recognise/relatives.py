"""Relatives: what the names of a story that share a word say of each other.

Once *Gabriel Syme* is taken for a person, *Syme* is one too; *Blodgett* beside *Blodgett College*
may be either. So each name gets a first impression, and then the cues of what its relatives seem.
"""

from __future__ import annotations

from collections.abc import Mapping

from anthology import titles
from anthology.model import Label


def of_relatives(impressions: Mapping[str, Label | None]) -> list[list[str]]:
    """For each name of a story, in order, the cues that its relatives' first impressions give."""
    bare = {name: titles.split(name)[1].split() for name in impressions}
    begins: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    for name, words in bare.items():
        if words:
            begins.setdefault(words[0], []).append(name)
            ends.setdefault(words[-1], []).append(name)
    found = []
    for name, words in bare.items():
        cues: dict[str, None] = {}
        if words:
            for ring, word, place in ((begins, words[0], "first"), (ends, words[-1], "last")):
                for other in ring.get(word, ()):
                    if other != name:
                        longer = len(bare[other]) - len(words)
                        much = "longer" if longer > 0 else "shorter" if longer < 0 else "other"
                        label = impressions[other] or "neither"
                        cue = f"shares its {place} word with a {much} name that seems a {label}"
                        cues[cue if len(words) > 1 else f"one word: {cue}"] = None
            if len(words) > 1:
                for ring, word, place in ((ends, words[0], "first"), (begins, words[-1], "last")):
                    for other in ring.get(word, ()):
                        if len(bare[other]) == 1 and other != name:
                            label = impressions[other] or "neither"
                            cues[f"its {place} word alone seems a {label}"] = None
        found.append(list(cues))
    return found

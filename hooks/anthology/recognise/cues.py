"""Cues: what speaks for and against a name, gathered over all its mentions in a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from anthology.recognise.context import of_mention
from anthology.recognise.internal import of_form, standing
from anthology.recognise.occurrences import Candidate

_TELLING = (
    "after a word before places",
    "after a word before places and “the”",
    "after “the”",
    "after a verb of speech",
    "after a verb of going",
    "after a capital",
    "after “a”",
    "after a word for times and “of”",
    "after a word for goods and “of”",
    "after a word of naming",
    "before a verb of people",
    "before a verb of speech",
    "possessive",
    "opens a sentence",
    "opens somebody's words",
    "called at the start of speech",
    "called upon in speech",
    "a quotation by itself",
    "soon “he” or “she”",
)
"""Cues of context that say one thing of a known name and another of an unknown one."""


@dataclass(slots=True)
class Name:
    """A name in one story: its mentions, and what speaks for and against it."""

    text: str
    mentions: list[Candidate]
    seen: list[list[str]]
    """The cues that each mention shows."""
    cues: dict[str, float]
    """Those of the name, and of its mentions with the share that shows them (0.5 to 1)."""


def pooled(text: str, mentions: list[Candidate], paragraphs: Sequence[str]) -> Name:
    """The name with its own cues and those of all its mentions."""
    cues: dict[str, float] = dict.fromkeys(of_form(text), 1.0)
    seen = [of_mention(paragraphs[m.paragraph], m) for m in mentions]
    n = len(mentions)
    for cue, times in Counter(c for cs in seen for c in cs).items():
        cues[cue] = 0.5 + 0.5 * times / n
    known = standing(text)
    cues[known] = 1.0
    for cue in _TELLING:
        if value := cues.get(cue):
            cues[f"{known}, {cue}"] = value
    often = "named once" if n == 1 else "named two or three times" if n < 4 else "named often"
    cues[often] = cues[f"{known}, {often}"] = 1.0
    return Name(text, mentions, seen, cues)

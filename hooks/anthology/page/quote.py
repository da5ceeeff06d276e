"""Passages as a page shows them: set, and in pieces, some of which are the name."""

from __future__ import annotations

from dataclasses import dataclass

from anthology.text.passages import Passage
from anthology.text.typeset import moved, punctuate


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage, in pieces, some of which are the name."""

    paragraph: int
    pieces: list[tuple[str, bool]]


def quoted(passage: Passage) -> Quoted:
    """Give a passage with its punctuation set, cuts shown by an ellipsis."""
    set_text = punctuate(passage.text)
    pieces, done = [], 0
    for start, end in passage.spans:
        first, last = moved(passage.text, start), moved(passage.text, end)
        pieces += [(set_text[done:first], False), (set_text[first:last], True)]
        done = last
    pieces.append((set_text[done:], False))
    if passage.cut_before:
        pieces.insert(0, ("… ", False))
    if passage.cut_after:
        pieces.append((" …", False))
    return Quoted(passage.paragraph + 1, [piece for piece in pieces if piece[0]])

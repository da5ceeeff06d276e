"""Excerpts: passages as a page shows them, in pieces, so that the name can be marked."""

from __future__ import annotations

from dataclasses import dataclass

from anthology.text.passages import Passage
from anthology.text.typeset import moved, punctuate


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage with its punctuation set."""

    paragraph: int
    """Number of the paragraph as the page counts, from 1."""
    pieces: list[tuple[str, bool]]
    """Pieces of the text, and for each of them whether it is the name."""


def excerpt(passage: Passage) -> Excerpt:
    """Return a passage with its punctuation set; an ellipsis shows where it was cut."""
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
    return Excerpt(passage.paragraph + 1, [piece for piece in pieces if piece[0]])

"""Gathers the forms of places, and tells what each is and whether the story happens there."""

from __future__ import annotations

from anthology import lexicon
from anthology.model import Mention, PlaceKind
from anthology.resolve.forms import Form, gather
from anthology.resolve.prose import Prose


def places(prose: Prose, mentions: tuple[Mention, ...]) -> list[list[Form]]:
    """The places that a story's location mentions name, each as its forms, fullest first."""
    return [[form] for form in gather(mentions)]


def kind(forms: list[Form]) -> PlaceKind:
    known = lexicon.place(forms[0].text)
    return known.kind if known else "unknown"

"""Devised titles: what a cataloguer calls a story that came without a title."""

from __future__ import annotations

import re
from dataclasses import replace

from anthology.model import Location, Story
from anthology.text.passages import incipit

_FEWEST_MENTIONS = 3
"""Of a character that a story may be called after."""
_OPENING = 2
"""Paragraphs in which the place of a title is looked for."""
_SETTLEMENTS = frozenset({"city", "district", "invented"})
_LIVED_IN = re.compile(
    r"\b(?:streets|city|town|village|district|quarter|suburb|port|outskirts|people) of\s+$"
    r"|\b(?:lived|lives|live|born|arrived|settled|stayed) (?:in|at)\s+$",
    re.IGNORECASE,
)
"""What stands before the name of a settlement."""


def devise(story: Story) -> Story:
    """Return ``story`` with a title: its own, or *Person in Place* by rule.

    The person has the most mentions, at least three; where the next has two thirds as many, it is
    *A and B*. The place is the first setting in the first two paragraphs that people live in. No
    person: the incipit.
    """
    if story.title is not None:
        return story
    persons = [character for character in story.characters if character.role == "character"]
    if not persons or len(persons[0].mentions) < _FEWEST_MENTIONS:
        return replace(story, title=incipit(story), title_source="devised")
    first, *others = persons
    title = first.name
    if others and 3 * len(others[0].mentions) >= 2 * len(first.mentions):
        title += f" and {others[0].name}"
    elif place := _place(story):
        title += f" in {place.name}"
    return replace(story, title=title, title_source="devised")


def _place(story: Story) -> Location | None:
    settings = (
        location
        for location in story.locations
        if location.relation == "setting"
        and location.mentions[0].paragraph < _OPENING
        and (
            location.kind in _SETTLEMENTS
            or (location.kind == "unknown" and _is_lived_in(story, location))
        )
    )
    return min(settings, key=lambda location: location.mentions[0], default=None)


def _is_lived_in(story: Story, location: Location) -> bool:
    first = location.mentions[0]
    return bool(_LIVED_IN.search(story.paragraphs[first.paragraph][: first.start]))

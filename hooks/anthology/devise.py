"""Devised titles: what a cataloguer calls a story that has no title of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from anthology.model import Location, Story
from anthology.text.passages import incipit

_FEWEST_MENTIONS = 3
"""Fewest mentions of a character that a story may be called after."""
_OPENING = 2
"""Number of paragraphs, from the first, in which the place for a title is looked for."""
_SETTLEMENTS = frozenset({"city", "district", "invented"})
"""Kinds of place that people live in."""
_LIVED_IN = re.compile(
    r"\b(?:streets|city|town|village|district|quarter|suburb|port|outskirts|people) of\s+$"
    r"|\b(?:lived|lives|live|born|arrived|settled|stayed) (?:in|at)\s+$",
    re.IGNORECASE,
)
"""What stands before the name of a place that people live in: *the streets of*, *was born in*."""


def devise(story: Story) -> Story:
    """Return ``story`` with a title: its own, or one that is devised by rule.

    A devised title is *Person in Place*. The person is the character with the most mentions, at
    least three. If the next character has at least two thirds as many, the title is *A and B*. The
    place is the first setting in the first two paragraphs that people live in; without one, the
    title is the person alone. If there is no such person, the title is the incipit.
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
    """Return the first place near the beginning that the story is set in and people live in."""
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
    """Return whether people live in ``location``, by the words before its first mention."""
    first = location.mentions[0]
    return bool(_LIVED_IN.search(story.paragraphs[first.paragraph][: first.start]))

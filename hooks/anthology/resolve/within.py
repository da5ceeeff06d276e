"""Within: which place lies in which, by the text and by the lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from anthology.model import PlaceKind
from anthology.names import lexicon
from anthology.resolve.forms import Form, owned
from anthology.resolve.prose import Prose

_FAMOUS = 3
"""Size of a place in the lists from which its name always means this place."""
_OF_A_CITY = frozenset({"building", "district"})
"""Kinds of place in the lists that rarely share a name, as towns and counties do: *Montmartre*."""
_WIDTH: dict[PlaceKind, int] = {
    "shop": 0,
    "building": 0,
    "street": 1,
    "district": 2,
    "city": 3,
    "region": 4,
    "country": 5,
}
"""How large each kind of place is; it can lie in a kind with a higher number."""
_INSIDE = re.compile(
    r",? (?:in|at|of)(?: the)?(?: (?:old|new|poor|rich)(?:er)? (?:part|quarter|half|end) of)?"
    r" (?:the )?|, (?:the )?"
)
"""What stands between a place and the one that it lies in: *Alfama, in the old part of Lisbon*."""
_DEEP = 5
"""Most steps from a place to the one around it, and on to the next: Soho, London, England."""


def around(groups: list[list[Form]], told: Mapping[int, int]) -> list[set[int]]:
    """Return for each place the numbers of the places of the story that it lies in.

    ``groups`` are the forms of each place, and ``told`` what the text says of them.
    """
    numbers = {form.text: n for n, forms in enumerate(groups) for form in forms}
    found: list[set[int]] = []
    for number, forms in enumerate(groups):
        wide = {told[number]} if number in told else set()
        wide |= {numbers[land] for land in _lands(forms[0].text) if land in numbers}
        found.append(wide - {number})
    return found


def within(
    groups: list[list[Form]], kinds: list[PlaceKind], told: Mapping[int, int]
) -> list[str | None]:
    """Return for each place the name of the one it lies in, by the text or by the lists, or None.

    Places in several countries can have the same name, counties as well as towns. So the lists are
    only believed if the place is famous or a quarter or sight of a city, or if the story names the
    land that it lies in or another place there. ``kinds`` are the kinds of the places; the other
    arguments are those of ``around``.
    """
    known = [lexicon.place(forms[0].text) for forms in groups]
    lands = Counter(land for place in known if place for land in {place.name, place.within})
    found: list[str | None] = []
    for number, place in enumerate(known):
        if number in told:
            found.append(groups[told[number]][0].text)
        elif place and place.kind == kinds[number]:
            sure = place.size == _FAMOUS or place.kind in _OF_A_CITY or lands[place.within] > 1
            found.append(place.within if sure else None)
        else:
            found.append(None)
    return found


def told(prose: Prose, groups: list[list[Form]], kinds: list[PlaceKind]) -> dict[int, int]:
    """Return the number of the place that each place lies in, where the text says so.

    ``groups`` are the forms of each place, and ``kinds`` their kinds.
    """
    numbers = {id(form): n for n, group in enumerate(groups) for form in group}
    inside: dict[int, int] = {}
    for (one, form), (two, other) in pairwise(owned(form for group in groups for form in group)):
        a, b = numbers[id(form)], numbers[id(other)]
        if one.paragraph != two.paragraph or a == b or a in inside:
            continue
        if not _INSIDE.fullmatch(prose.paragraph(one).text, one.end, two.start):
            continue
        if _WIDTH.get(kinds[a], 0) < _WIDTH.get(kinds[b], -1):
            inside[a] = b
    return inside


def _lands(name: str) -> list[str]:
    """Return the names of the lands that a place lies in by the lists, the nearest first."""
    found: list[str] = []
    place = lexicon.place(name)
    while place and place.within and len(found) < _DEEP:
        found.append(place.within)
        place = lexicon.place(place.within)
    return found

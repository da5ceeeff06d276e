"""Which locations of different stories are taken for one place, and on what grounds."""

from __future__ import annotations

from collections import defaultdict

from anthology.identify.clusters import Clusters, Held, Reason
from anthology.model import Location
from anthology.names import comparison, lexicon

_OF_MANY_TOWNS = frozenset({"shop", "building", "street", "invented", "unknown"})
"""Kinds of place that many towns have, so that the same name can mean several places."""
_SAME_NAME = Reason("place name", "the name is the same")


def presume(clusters: Clusters) -> None:
    """Join the entities in ``clusters`` that are taken for one place."""
    by_key: dict[str, list[Held]] = defaultdict(list)
    within: dict[str, str] = {}
    for each in clusters.held:
        by_key[each.key].append(each)
        if above := _within(each):
            within.setdefault(each.key, above)
    for group in by_key.values():
        free = [each for each in group if not clusters.of(each).apart]
        if not free:
            continue
        name = free[0].entity.name
        if _is_one_place(free):
            clusters.presume(free, Reason("known place", f"{name} is one place."), "same")
            continue
        for part in _by_region(free, within):
            clusters.presume(part, _SAME_NAME)


def _is_one_place(group: list[Held]) -> bool:
    """Return whether there is surely only one place of this name and these kinds."""
    kinds = {each.entity.kind for each in group if isinstance(each.entity, Location)}
    if place := lexicon.place(group[0].entity.name):
        return kinds <= {place.kind, "unknown"} or not kinds & {"shop", "building"}
    return not kinds & _OF_MANY_TOWNS


def _within(each: Held) -> str | None:
    """Return the key of the place that a location lies in, where that is known."""
    inside = each.entity.within if isinstance(each.entity, Location) else None
    return comparison.key(inside, each.entity.label) if inside else None


def _by_region(group: list[Held], within: dict[str, str]) -> list[list[Held]]:
    """Return ``group`` in parts: locations in different places, one not in the other, are separate.

    If there are several parts, a location is left out when it is not known where it lies, because
    it could belong to any part.
    """
    regions: dict[str, list[Held]] = {}
    for each in group:
        inside = _within(each)
        if not inside:
            continue
        near = (r for r in regions if r in _path(inside, within) or inside in _path(r, within))
        regions.setdefault(next(near, inside), []).append(each)
    return list(regions.values()) if len(regions) > 1 else [group]


def _path(place: str, within: dict[str, str]) -> set[str]:
    """Return the keys of a place and of all places that it lies in."""
    path = {place}
    while (above := within.get(place)) and above not in path:
        path.add(above)
        place = above
    return path

"""Which locations of different stories are taken for one place, and on what grounds."""

from __future__ import annotations

from collections import defaultdict

from anthology.identify.clusters import Clusters, Held, Reason
from anthology.model import Location
from anthology.names import comparison, lexicon

_OF_MANY_TOWNS = frozenset({"shop", "building", "street", "invented", "unknown"})
"""Kinds of place that many towns have one of, unless the place is well known."""
_SAME_NAME = Reason("place name", "the name is the same")


def presume(clusters: Clusters) -> None:
    """Join in ``clusters`` the entities that are taken for one place."""
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
    kinds = {each.entity.kind for each in group if isinstance(each.entity, Location)}
    if place := lexicon.place(group[0].entity.name):
        return kinds <= {place.kind, "unknown"} or not kinds & {"shop", "building"}
    return not kinds & _OF_MANY_TOWNS


def _within(each: Held) -> str | None:
    inside = each.entity.within if isinstance(each.entity, Location) else None
    return comparison.key(inside, each.entity.label) if inside else None


def _by_region(group: list[Held], within: dict[str, str]) -> list[list[Held]]:
    """Return those apart who lie in different places, neither of which is in the other.

    Where they do, one of which it is not said where it lies could be any of them.
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
    """Return a place and those that it lies in."""
    path = {place}
    while (above := within.get(place)) and above not in path:
        path.add(above)
        place = above
    return path

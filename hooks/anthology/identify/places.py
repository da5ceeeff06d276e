"""Which locations of different stories are taken for one place, and on what grounds."""

from __future__ import annotations

from collections import defaultdict

from anthology.identify.clusters import Clusters, Held, Reason, by_author
from anthology.model import Location, Story
from anthology.names import comparison, lexicon
from anthology.names.nobody import is_nobody

_OF_PEOPLE = frozenset({"shop", "building"})
"""Kinds of place that are named after other places, so that the *Paris* need not be Paris."""
_WELL_KNOWN = 3
"""Size of a place that most readers know: a country, a city of half a million."""
_SAME_NAME = Reason("place name", "the name is the same")
_KNOWN = Reason("known place", "a known place has the name")


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
        if not free or _could_be_any(free[0].entity.name):
            continue
        if _is_known(free):
            _presume_known(clusters, free)
            continue
        for held in by_author(free):
            for part in _by_region(held, within):
                clusters.presume(part, _SAME_NAME)


def _could_be_any(name: str) -> bool:
    """Return whether a name is a common word, which any place of its sort has: *the Rectory*."""
    small, capital = lexicon.counts(name)
    common = small > capital or lexicon.head_after(name)
    return is_nobody(name) or bool(common and not lexicon.place(name))


def _is_known(group: list[Held]) -> bool:
    """Return whether places of these kinds are the known place of that name, if there is one."""
    kinds = {each.entity.kind for each in group if isinstance(each.entity, Location)}
    place = lexicon.place(group[0].entity.name)
    return place is not None and (kinds <= {place.kind, "unknown"} or not kinds & _OF_PEOPLE)


def _presume_known(clusters: Clusters, group: list[Held]) -> None:
    """Join the locations in ``group``, which have the name of a known place.

    If a smaller place has the name of people, one of the locations may be somebody. Then they are
    only presumed to be one; and nothing is said if the stories, or many readers, know somebody of
    that name.
    """
    name = group[0].entity.name
    place = lexicon.place(name)
    if (place and place.size >= _WELL_KNOWN) or not (lexicon.given(name) or lexicon.surname(name)):
        clusters.presume(group, Reason("known place", f"{name} is a known place."), "same")
    elif not (lexicon.famous(name) or any(_names_a_person(each.story, name) for each in group)):
        clusters.presume(group, _KNOWN)


def _names_a_person(story: Story, word: str) -> bool:
    """Return whether ``word`` is in the name of a person in a story."""
    return any(word in each.name.split() for each in story.characters)


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

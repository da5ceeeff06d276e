"""Which characters of different stories are taken for one person, and on what grounds.

One ground is that given name and surname are the same. A bare name says nothing by itself. It
counts if it has a companion: somebody who stands beside it in one story, and in another story
stands beside it again, or beside a full name that it can be short for.

Authors are a barrier: two of them may give one name to two persons. Only somebody real, whom their
stories mention, is one person for all of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from anthology.identify.clusters import Clusters, Held, Reason, by_author
from anthology.identify.company import Company
from anthology.names import honorifics

_ROUNDS = 4
"""Most rounds; in each round, the persons identified so far help to identify others."""
_SAME_NAME = Reason("full name", "the full name is the same")
_WELL_KNOWN = Reason("well-known name", "a well-known name, which the stories only mention")


def presume(clusters: Clusters) -> None:
    """Join the entities in ``clusters`` that are taken for one person."""
    parts = by_author(clusters.held)
    for held in parts:
        groups = _by_key(clusters, held)
        for group in groups:
            if group[0].called.full:
                clusters.presume(group, _SAME_NAME)
        _by_fuller_name(clusters, groups)
    real = {each.key for each in clusters.held if _is_real(each)}
    for group in _by_key(clusters, (each for each in clusters.held if each.key in real)):
        clusters.presume(filter(_is_real, group), _WELL_KNOWN)
    for held in parts:
        company = Company(clusters, held)
        for _ in range(_ROUNDS):
            if not company.presume():
                break


def _by_key(clusters: Clusters, held: Iterable[Held]) -> list[list[Held]]:
    """Return groups of the entities in ``held`` that have one name, if anybody can be meant."""
    by_key: dict[str, list[Held]] = defaultdict(list)
    for each in held:
        if not each.called.is_nobody:
            by_key[each.key].append(each)
    return list(filter(None, (_alone(clusters, group) for group in by_key.values())))


def _alone(clusters: Clusters, group: Sequence[Held]) -> list[Held]:
    """Return the entities in ``group`` that are the only ones of their name in their story.

    Entities that the editor keeps separate are left out.
    """
    times = Counter(each.story.id for each in group)
    return [each for each in group if times[each.story.id] == 1 and not clusters.of(each).apart]


def _is_real(each: Held) -> bool:
    """Return whether an entity is only mentioned, and has a famous name."""
    return not each.acts and each.called.is_famous


def _by_fuller_name(clusters: Clusters, groups: Iterable[list[Held]]) -> None:
    """Join John Watson to John H. Watson, where only one such fuller name is possible."""
    by_ends: dict[tuple[str, str, str], list[list[Held]]] = defaultdict(list)
    for group in groups:
        if group[0].called.full:
            words = group[0].called.words
            by_ends[words[0], words[-1], _suffix(group[0])].append(group)
    for alike in by_ends.values():
        alike.sort(key=lambda group: (-len("".join(group[0].called.words)), group[0].order))
        if all(_shortens(short[0], long[0]) for long, short in pairwise(alike)):
            long = alike[0]
            for short in alike[1:]:
                names = short[0].entity.name, long[0].entity.name
                clusters.abbreviate(
                    short, long, Reason("shorter name", "{} is {}, less fully".format(*names))
                )


def _suffix(each: Held) -> str:
    """Return the suffixes in the name of an entity, such as ``iii``."""
    return " ".join(word for word in each.key.split() if honorifics.suffix(word))


def _shortens(short: Held, long: Held) -> bool:
    """Return whether the words of ``short`` stand in ``long``, in order; initials match words."""
    rest: Iterator[str] = iter(long.called.words)
    return all(
        any(full == word or (len(word) == 1 and full[0] == word) for full in rest)
        for word in short.called.words
    )

"""Which characters of different stories are taken for one person, and on what grounds.

The same given name and surname is one ground. A name that is less than that says nothing by
itself; it counts in company, where somebody who stands beside it in one story stands beside it,
or beside the full name that it can be short for, in another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from anthology.identify.clusters import Clusters, Held, Reason
from anthology.identify.company import Company
from anthology.names import honorifics, lexicon

_ROUNDS = 4
"""Each round lets people identified so far identify others; stop after this many."""
_SAME_NAME = Reason("full name", "the full name is the same")
_WELL_KNOWN = Reason("well-known name", "a well-known name, which the stories only mention")


def presume(clusters: Clusters) -> None:
    """Join in ``clusters`` the entities that are taken for one person."""
    by_key: dict[str, list[Held]] = defaultdict(list)
    for each in clusters.held:
        by_key[each.key].append(each)
    alone = {key: _alone(clusters, group) for key, group in by_key.items()}
    for group in alone.values():
        if group and group[0].full:
            clusters.presume(group, _SAME_NAME)
        elif group:
            known = [each for each in group if _only_mentioned(each)]
            clusters.presume(known, _WELL_KNOWN)
    _by_fuller_name(clusters, alone.values())
    company = Company(clusters)
    for _ in range(_ROUNDS):
        if not company.presume():
            break


def _alone(clusters: Clusters, group: Iterable[Held]) -> list[Held]:
    """Return those who bear a name alone in their story, and of whom the editor says nothing."""
    by_story: dict[str, list[Held]] = defaultdict(list)
    for each in group:
        by_story[each.story.id].append(each)
    return [
        each[0] for each in by_story.values() if len(each) == 1 and not clusters.of(each[0]).apart
    ]


def _only_mentioned(each: Held) -> bool:
    word = each.words[-1].capitalize()
    named_after = lexicon.surname(word) or lexicon.given(word)
    return not each.acts and lexicon.famous(word) and not named_after


def _by_fuller_name(clusters: Clusters, groups: Iterable[list[Held]]) -> None:
    """Join John Watson to John H. Watson, where there is one such fuller name."""
    by_ends: dict[tuple[str, str, str], list[list[Held]]] = defaultdict(list)
    for group in groups:
        if group and group[0].full:
            words = group[0].words
            by_ends[words[0], words[-1], _suffix(group[0])].append(group)
    for alike in by_ends.values():
        alike.sort(key=lambda group: (-len("".join(group[0].words)), group[0].order))
        if all(_shortens(short[0], long[0]) for long, short in pairwise(alike)):
            long = alike[0]
            for short in alike[1:]:
                names = short[0].entity.name, long[0].entity.name
                clusters.abbreviate(
                    short, long, Reason("shorter name", "{} is {}, less fully".format(*names))
                )


def _suffix(each: Held) -> str:
    return " ".join(word for word in each.key.split() if honorifics.suffix(word))


def _shortens(short: Held, long: Held) -> bool:
    """Whether the words of one name stand in the other's, in order, initials for whole words."""
    rest: Iterator[str] = iter(long.words)
    return all(
        any(full == word or (len(word) == 1 and full[0] == word) for full in rest)
        for word in short.words
    )

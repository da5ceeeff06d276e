"""Which characters of different stories are taken for one person, and on what grounds.

The same given name and surname is one ground. A name that is less than that says nothing by
itself; it counts in company, where somebody who stands beside it in one story stands beside it,
or beside the full name that it can be short for, in another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from anthology.identify.clusters import Clusters, Ground, Held
from anthology.names import honorifics, lexicon

_MOST_FULL_NAMES = 5
"""Most full names that a bare one is tried on; a commoner one is nobody's in particular."""
_SAME_NAME = Ground("the full name is the same")
_WELL_KNOWN = Ground("a well-known name, which the stories only mention")
_NOT_GIVEN = "where a story does not give it, {} is there"
_CLOSE = 2
"""Times the stories with somebody that a companion may be in and still be theirs in particular."""
_ROUNDS = 4
"""Whom company makes known is company in turn; nobody is known through more steps than this."""


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
    company = _Company(clusters)
    for _ in range(_ROUNDS):
        if not company.presume():
            break


def _alone(clusters: Clusters, group: Iterable[Held]) -> list[Held]:
    """Give those who bear a name alone in their story, and of whom the editor says nothing."""
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
                clusters.abbreviate(short, long, Ground("{} is {}, less fully".format(*names)))


def _suffix(each: Held) -> str:
    return " ".join(word for word in each.key.split() if honorifics.suffix(word))


def _shortens(short: Held, long: Held) -> bool:
    """Whether the words of one name stand in the other's, in order, initials for whole words."""
    rest: Iterator[str] = iter(long.words)
    return all(
        any(full == word or (len(word) == 1 and full[0] == word) for full in rest)
        for word in short.words
    )


class _Company:
    """Who stands beside whom, in which stories."""

    def __init__(self, clusters: Clusters) -> None:
        self._clusters = clusters
        self._by_story: dict[str, list[Held]] = defaultdict(list)
        self._bearers: dict[str, Held] = {}
        self._longer: dict[str, list[str]] = defaultdict(list)
        self._stories: dict[str, set[str]] = {}
        """Ids of the stories that somebody of a name may be in."""
        self._firsts: set[str] = set()
        self._lasts: set[str] = set()
        for each in clusters.held:
            self._by_story[each.story.id].append(each)
            self._note(each)

    def _note(self, each: Held) -> None:
        name = self._clusters.of(each).full
        if name and name not in self._bearers:
            self._bearers[name] = each
            for word in {each.words[0], each.words[-1]}:
                self._longer[word].append(name)
        if each.full:
            self._firsts.add(each.words[0])
            self._lasts.add(each.words[-1])
        for form in (each.entity.name, *each.entity.aliases):
            found, bare = honorifics.split(form)
            if any(title.sort != "kin" for title in found) and len(bare.split()) == 1:
                self._lasts.add(bare.casefold())

    def presume(self) -> bool:
        """Join whom company makes known; give whether that was anybody."""
        votes: dict[Held, dict[str, tuple[Held, Held]]] = defaultdict(dict)
        shared: list[tuple[list[Held], Held]] = []
        for name, met in self._met().items():
            for pairs in self._strong(met):
                here = [each for each, _ in pairs]
                anchors = [each for each in here if self._clusters.of(each).full == name]
                bare = {each: None for each in here if self._clusters.of(each).full is None}
                if anchors and len({id(self._clusters.of(each)) for each in anchors}) == 1:
                    for each, companion in pairs:
                        if each in bare:
                            votes[each].setdefault(name, (anchors[0], companion))
                elif not anchors and len(here) > 1:
                    shared.append((list(bare), pairs[0][1]))
        changed = False
        for each, found in votes.items():
            if len(found) == 1:
                [(anchor, companion)] = found.values()
                ground = Ground(_NOT_GIVEN, self._called(companion))
                changed |= self._clusters.presume([anchor, each], ground)
        for others, companion in shared:
            free = [each for each in others if not self._clusters.of(each).full]
            free = [each for each in free if len(votes.get(each, ())) < 2]
            ground = Ground("{} stands beside the name each time", self._called(companion))
            changed |= self._clusters.presume(free, ground)
        return changed

    def _met(self) -> dict[str, dict[str, list[tuple[Held, Held]]]]:
        """Give, for each name that recurs, whom it stands for and beside whom, by the companion.

        A bare name is looked at under itself and under each full name that it can be short for.
        """
        names = {each: self._names(each) for each in self._clusters.held}
        stories: dict[str, set[str]] = defaultdict(set)
        self._stories = stories
        for each, possible in names.items():
            for name in possible:
                stories[name].add(each.story.id)
        met: dict[str, dict[str, list[tuple[Held, Held]]]] = defaultdict(lambda: defaultdict(list))
        for cast in self._by_story.values():
            recurring = [(n, each) for each in cast for n in names[each] if len(stories[n]) > 1]
            beside = [(n, each) for n, each in recurring if each.acts]
            for name, each in recurring:
                for other, companion in beside:
                    if companion is not each and other != name:
                        met[name][other].append((each, companion))
        return met

    def _names(self, each: Held) -> list[str]:
        cluster = self._clusters.of(each)
        if cluster.full:
            return [cluster.full]
        if cluster.apart:
            return []
        longer = self._longer.get(each.words[0], [])
        here = {self._clusters.of(other).full for other in self._by_story[each.story.id]}
        if len(longer) > _MOST_FULL_NAMES or not here.isdisjoint(longer):
            return [each.key]
        return [each.key, *(name for name in longer if self._can_be(each, name))]

    def _can_be(self, each: Held, name: str) -> bool:
        gender = self._clusters.of(self._bearers[name]).gender
        return not (gender and each.gender and gender != each.gender)

    def _strong(self, met: dict[str, list[tuple[Held, Held]]]) -> Iterator[list[tuple[Held, Held]]]:
        """Give the meetings with one companion that say something, if they are in several stories.

        A companion whose full name is known makes a name known; a given name only if that is not
        somebody who stands beside everybody. Where it is not known, two surnames together do what
        two given names, of which there are few, do not.
        """
        for companion, pairs in sorted(met.items(), key=lambda item: -len(item[1])):
            together = len({each.story.id for each, _ in pairs})
            close = len(self._stories[companion]) <= _CLOSE * together
            known = [
                (each, other)
                for each, other in pairs
                if self._clusters.of(other).full and (close or self._known_or_surname(each))
            ]
            surnames = [
                (each, other)
                for each, other in pairs
                if self._known_or_surname(each) and self._known_or_surname(other)
            ]
            for told in (known, surnames):
                if len({each.story.id for each, _ in told}) > 1:
                    yield told

    def _called(self, each: Held) -> str:
        full = self._clusters.of(each).full
        name = (self._bearers[full] if full else each).entity.name
        return honorifics.split(name)[1] or name

    def _known_or_surname(self, each: Held) -> bool:
        if self._clusters.of(each).full:
            return True
        word = each.words[0]
        if not lexicon.given(word.capitalize()):
            return True
        surname = lexicon.surname(word.capitalize())
        return surname and word in self._lasts and word not in self._firsts

"""Company: which persons stand beside each other, in which stories, and what that says of names.

A bare name, which is only a given name or a surname, says nothing by itself. It says something if
it has a companion: somebody who stands beside it in one story, and in another story stands beside
it again, or beside a full name that it can be short for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from anthology.identify.clusters import Clusters, Held, Reason
from anthology.names import honorifics, lexicon

_MOST_FULL_NAMES = 5
"""Most full names that a bare name is compared to; if it fits more, it is too common."""
_NOT_GIVEN = "where a story does not give it, {} is there"
_EACH_TIME = "{} stands beside the name each time"
_CLOSE = 2
"""A companion is close to somebody if it is in less than this many times as many stories as the two
have together."""
_CHANCE = 1 / 8
"""How likely a companion may stand beside a name in so many stories by mere chance."""


_Pairs = list[tuple[Held, Held]]
"""Entities, each with a companion."""
_Met = dict[str, _Pairs]
"""Entities of one name and their companions, by the companion's name."""


class Company:
    """Which persons stand beside each other, in which stories."""

    def __init__(self, clusters: Clusters, held: Sequence[Held]) -> None:
        self._clusters = clusters
        self._held = [each for each in held if not each.called.is_nobody]
        self._by_story: dict[str, list[Held]] = defaultdict(list)
        self._bearers: dict[str, Held] = {}
        """The first entity with each full name."""
        self._longer: dict[str, list[str]] = defaultdict(list)
        """Full names by their first and by their last word."""
        self._stories: dict[str, set[str]] = {}
        """Ids of the stories that somebody with a name may be in."""
        self._firsts: set[str] = set()
        """First words of full names."""
        self._lasts: set[str] = set()
        """Last words of full names, and single names after a title that is not one of kin."""
        for each in self._held:
            self._by_story[each.story.id].append(each)
            self._note(each)

    def _note(self, each: Held) -> None:
        """Note the full name of an entity, and the words of its name."""
        called, name = each.called, self._clusters.of(each).full
        ends = {called.words[0], called.words[-1]}
        if name and name not in self._bearers:
            self._bearers[name] = each
            for word in ends:
                self._longer[word].append(name)
        if called.full:
            self._firsts.add(called.words[0])
            self._lasts.add(called.words[-1])
        self._lasts.update(called.surnames)

    def presume(self) -> bool:
        """Return whether company made anybody known, after joining these entities."""
        known, alike = self._meetings()
        changed = False
        for each, found in known.items():
            if len(found) == 1:
                [(anchor, companion)] = found.values()
                reason = Reason("company", _NOT_GIVEN, self._called(companion))
                changed |= self._clusters.presume([anchor, each], reason)
        for others, companion in alike:
            free = [
                each
                for each in others
                if not self._clusters.of(each).full and len(known.get(each, ())) < 2
            ]
            reason = Reason("company", _EACH_TIME, self._called(companion))
            changed |= self._clusters.presume(free, reason)
        return changed

    def _meetings(
        self,
    ) -> tuple[dict[Held, dict[str, tuple[Held, Held]]], list[tuple[list[Held], Held]]]:
        """Return what company says of bare names, in two parts.

        The first part has, for each entity with a bare name and for each full name that it may be
        short for, an entity with this full name and a companion of both. The second part has groups
        of entities with the same bare name, each group with a companion of all.
        """
        known: dict[Held, dict[str, tuple[Held, Held]]] = defaultdict(dict)
        alike: list[tuple[list[Held], Held]] = []
        for name, met in self._met().items():
            for pairs in self._strong(met):
                full = [each for each, _ in pairs if self._clusters.of(each).full == name]
                bare = self._bare(pairs)
                if len({id(self._clusters.of(each)) for each in full}) == 1:
                    for each, companion in bare.items():
                        known[each].setdefault(name, (full[0], companion))
                elif not full and len(pairs) > 1:
                    alike.append((list(bare), pairs[0][1]))
        return known, alike

    def _bare(self, pairs: _Pairs) -> dict[Held, Held]:
        """Return the entities of ``pairs`` that have no known full name, each with a companion."""
        bare: dict[Held, Held] = {}
        for each, companion in pairs:
            if self._clusters.of(each).full is None:
                bare.setdefault(each, companion)
        return bare

    def _met(self) -> dict[str, _Met]:
        """Return pairs of an entity and a companion, by the entity's name and the companion's name.

        Only names that may be in several stories, and may be those of somebody with a bare name,
        are there, and only companions who take part in the story. A bare name counts as itself and
        as each full name that it can be short for.
        """
        names = {each: self._names(each) for each in self._held}
        stories: dict[str, set[str]] = defaultdict(set)
        self._stories = stories
        for each, possible in names.items():
            for name in possible:
                stories[name].add(each.story.id)
        asked = {
            name
            for each, possible in names.items()
            if self._clusters.of(each).full is None
            for name in possible
            if len(stories[name]) > 1
        }
        met: dict[str, _Met] = defaultdict(lambda: defaultdict(list))
        for cast in self._by_story.values():
            in_question = [(n, each) for each in cast for n in names[each] if n in asked]
            if not in_question:
                continue
            beside = [
                (n, each) for each in cast if each.acts for n in names[each] if len(stories[n]) > 1
            ]
            for name, each in in_question:
                for other, companion in beside:
                    if companion is not each and other != name:
                        met[name][other].append((each, companion))
        return met

    def _names(self, each: Held) -> list[str]:
        """Return the names that an entity may have: its full name, or the bare one and longer ones.

        An entity with a bare name has none if the editor keeps it separate, or if it could be a
        town of that name.
        """
        cluster = self._clusters.of(each)
        if cluster.full:
            return [cluster.full]
        if cluster.apart or each.is_like_a_town:
            return []
        longer = self._longer.get(each.called.words[0], ())
        if not 0 < len(longer) <= _MOST_FULL_NAMES:
            return [each.key]
        cast = self._by_story[each.story.id]
        if any(self._clusters.of(other).full in longer for other in cast):
            return [each.key]
        return [each.key, *(name for name in longer if self._can_be(each, name))]

    def _can_be(self, each: Held, name: str) -> bool:
        """Return whether an entity can be one of those with the full name ``name``.

        All words of its name are in the full name. Gender and titles fit. Mrs. Holmes is somebody's
        wife, so she is Mary Holmes only where that one is a Mrs. Holmes, too.
        """
        bearer = self._bearers[name]
        one, other = self._clusters.of(each), self._clusters.of(bearer)
        return (
            set(each.called.words) <= set(bearer.called.words)
            and one.can_be(other)
            and not (each.called.is_wife and one.titles.isdisjoint(other.titles))
        )

    def _strong(self, met: _Met) -> Iterator[_Pairs]:
        """Yield the pairs with one companion that say something and are in several stories.

        The more stories a companion is in, the less it says. It must be close, or be in so few
        stories that it would hardly stand beside the name by chance: who stands beside everybody
        makes nobody known.

        Pairs say something in two cases. First, the companion's full name is known. If the entity
        itself has only a given name, the companion must also be close. Second, both have a surname
        or a known full name. Two given names are not enough, because there are few given names.
        """
        several = [
            (companion, pairs, together)
            for companion, pairs in met.items()
            if len(pairs) > 1 and (together := _stories(pairs)) > 1
        ]
        for companion, pairs, together in sorted(several, key=lambda found: -len(found[1])):
            among = len(self._stories[companion])
            close = among < _CLOSE * together
            if not close and (among / len(self._by_story)) ** together > _CHANCE:
                continue
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
                if _stories(told) > 1:
                    yield told

    def _called(self, each: Held) -> str:
        """Return the name of an entity for a sentence: without titles, full if that is known."""
        full = self._clusters.of(each).full
        name = (self._bearers[full] if full else each).entity.name
        return honorifics.split(name)[1] or name

    def _known_or_surname(self, each: Held) -> bool:
        """Return whether an entity's full name is known, or its bare name seems to be a surname.

        A given name and a patronymic tell as much as a surname.
        """
        if self._clusters.of(each).full or len(each.called.words) > 1:
            return True
        word = each.called.words[0]
        if not lexicon.given(word.capitalize()):
            return True
        surname = lexicon.surname(word.capitalize())
        return surname and word in self._lasts and word not in self._firsts


def _stories(pairs: _Pairs) -> int:
    """Return in how many stories the ``pairs`` stand."""
    return len({each.story.id for each, _ in pairs})

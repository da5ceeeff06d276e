"""Look-ups that several pages need: from an entity to its name, and to related stories."""

from __future__ import annotations

import bisect

from anthology.model import Anthology, Entity, Location, Name, Story, Tie
from anthology.page.render import path
from anthology.sources.settings import Settings
from anthology.text.typeset import as_set

_RELATED = 3
"""Most related stories that the page of a story lists."""


class Book:
    """The anthology with look-ups: from an entity to its name, and to related stories."""

    _entities: dict[str, tuple[Story, Entity]]
    """Each entity and its story, by the id of the entity."""

    def __init__(
        self, anthology: Anthology, settings: Settings, before: Book | None = None
    ) -> None:
        """Return the book of ``anthology``.

        ``before`` is an earlier book; if its names are the same, what was looked up of them stays.
        """
        self.anthology = anthology
        self.settings = settings
        if before and _has_same_names(before.anthology, anthology):
            self._take_over(before)
        else:
            self._look_up()

    def _take_over(self, before: Book) -> None:
        """Take over what was looked up of the names ``before``, but not what the stories say."""
        self.__dict__ |= before.__dict__ | {"anthology": self.anthology, "settings": self.settings}
        pairs = zip(before.anthology.stories, self.anthology.stories, strict=True)
        changed = [story for old, story in pairs if old is not story]
        self._entities = before._entities | {e.id: (s, e) for s in changed for e in s.entities}

    def _look_up(self) -> None:
        """Look up everything."""
        anthology = self.anthology
        self.at = {story.id: number for number, story in enumerate(anthology.stories)}
        """Number of each story in the anthology, from 0, by the id of the story."""
        self._entities = {
            entity.id: (story, entity) for story in anthology.stories for entity in story.entities
        }
        self._names: dict[str, Name] = {}
        """The name of each entity, by the id of the entity."""
        self._individuals: dict[str, int] = {}
        """Index into ``Name.individuals`` for each entity, by the id of the entity."""
        self._by_path: dict[str, Name] = {}
        """Each name by the path of its page."""
        self._stories_with: dict[str, int] = {}
        """How many stories have each name, by the path of its page."""
        for name in anthology.names:
            self._by_path[path(name)] = name
            self._stories_with[path(name)] = len({id_of_story(e) for e in entity_ids(name)})
            for number, individual in enumerate(name.individuals):
                for entity_id in individual.entities:
                    self._names[entity_id] = name
                    self._individuals[entity_id] = number
        self._bearers: dict[str, list[int]] = {}
        """Numbers of the stories that have a name as a character or a setting, by its path."""
        self._in_story: dict[tuple[str, int], int] = {}
        """Index into ``Name.individuals`` by the path of a name and the number of a story; the
        first if the story has several individuals of that name."""
        for number, story in enumerate(anthology.stories):
            for entity in (*story.characters, *story.settings):
                at = path(self.name(entity))
                self._bearers.setdefault(at, []).append(number)
                self._in_story.setdefault((at, number), self.individual(entity))

    def name(self, entity: Entity) -> Name:
        """Return the name whose page has the entity."""
        return self._names[entity.id]

    def name_at(self, path: str) -> Name:
        """Return the name whose page is at ``path``."""
        return self._by_path[path]

    def individual(self, entity: Entity) -> int:
        """Return the index into ``Name.individuals`` of the individual that has ``entity``."""
        return self._individuals[entity.id]

    def stories_with(self, name: Name) -> int:
        """Return how many stories have a name."""
        return self._stories_with[path(name)]

    def is_open(self, entity: Entity) -> bool:
        """Return whether it is open if the entity is the same as another one of its name."""
        own = self.individual(entity)
        ties = self.name(entity).ties
        return any(tie.identity == "open" and own in tie.among for tie in ties)

    def quoted(self, tie: Tie) -> list[Story]:
        """Return the stories that are quoted as evidence for a tie."""
        return [self.anthology.stories[self.at[each.story]] for each in tie.evidence]

    def sections(self, name: Name) -> list[tuple[Story, Entity]]:
        """Return the entities of a name with their stories, in the order of the stories."""
        found = [self._entities[entity_id] for entity_id in entity_ids(name)]
        return sorted(found, key=lambda pair: self.at[pair[0].id])

    def related(self, story: Story) -> list[tuple[Story, str]]:
        """Return a few stories that share a character or a setting with ``story``, with reasons."""
        own = self.at[story.id]
        reasons: dict[int, tuple[int, str]] = {}
        for entity in (*story.characters, *story.settings):
            name = self.name(entity)
            bearers = self._bearers[path(name)]
            place = bisect.bisect_left(bearers, own)
            # Take the stories that follow, then those at the start. So no single story is related
            # to too many others.
            for other in (*bearers[place : place + _RELATED + 1], *bearers[:_RELATED]):
                weight, reason = self._bond(entity, name, other)
                if other != own and weight > reasons.get(other, (0, ""))[0]:
                    reasons[other] = (weight, reason)
        best = sorted(reasons.items(), key=lambda item: (-item[1][0], item[0]))[:_RELATED]
        return [(self.anthology.stories[number], reason) for number, (_, reason) in best]

    def _bond(self, entity: Entity, name: Name, other: int) -> tuple[int, str]:
        """Return how strongly a shared name relates another story, from 0, and why, in words.

        ``other`` is the number of the other story.
        """
        called = as_set(name.name)
        own, theirs = self.individual(entity), self._in_story[path(name), other]
        if own == theirs:
            if isinstance(entity, Location):
                return 2, f"also set in {called}"
            return 3, f"also has {called}"
        if any(tie.identity == "different" and {own, theirs} <= {*tie.among} for tie in name.ties):
            return 0, ""
        if isinstance(entity, Location):
            return 1, f"also set in a place called {called}, perhaps another"
        return 1, f"also has someone called {called}, perhaps another"


def _has_same_names(one: Anthology, other: Anthology) -> bool:
    """Return whether two anthologies have the same names in the same stories."""
    ids = [[story.id for story in each.stories] for each in (one, other)]
    return one.names is other.names and ids[0] == ids[1]


def entity_ids(name: Name) -> list[str]:
    """Return the ids of all entities of a name."""
    return [entity_id for each in name.individuals for entity_id in each.entities]


def id_of_story(entity_id: str) -> str:
    """Return the id of the story of an entity."""
    return entity_id.rpartition("/")[0]

"""The look-ups that the pages share: from an entity to its name, its story, its like."""

from __future__ import annotations

import bisect

from anthology.model import Anthology, Entity, Location, Name, Story, Tie
from anthology.page.render import path
from anthology.sources.settings import Settings
from anthology.text.typeset import as_set

_RELATED = 3
"""Most related stories that a story names."""


class Book:
    """The anthology with the ways through it: from an entity to its name, its story, its like."""

    def __init__(self, anthology: Anthology, settings: Settings) -> None:
        self.anthology = anthology
        self.settings = settings
        self.at = {story.id: number for number, story in enumerate(anthology.stories)}
        """Number of each story in the book, from 0, by its id."""
        self._entities: dict[str, tuple[Story, Entity]] = {
            entity.id: (story, entity) for story in anthology.stories for entity in story.entities
        }
        self._names: dict[str, Name] = {}
        self._individuals: dict[str, int] = {}
        """Which of those under its name an entity is, by its id."""
        self._by_path: dict[str, Name] = {}
        self._stories_with: dict[str, int] = {}
        for name in anthology.names:
            self._by_path[path(name)] = name
            self._stories_with[path(name)] = len({id_of_story(e) for e in entity_ids(name)})
            for number, individual in enumerate(name.individuals):
                for entity_id in individual.entities:
                    self._names[entity_id] = name
                    self._individuals[entity_id] = number
        self._bearers: dict[str, list[int]] = {}
        """Numbers of the stories that a character is in, or that a location is the setting of."""
        self._in_story: dict[tuple[str, int], int] = {}
        """Which of those under a name is in a story; the first of them where there are two."""
        for number, story in enumerate(anthology.stories):
            for entity in (*story.characters, *story.settings):
                at = path(self.name(entity))
                self._bearers.setdefault(at, []).append(number)
                self._in_story.setdefault((at, number), self.individual(entity))

    def name(self, entity: Entity) -> Name:
        """Return the name whose page an entity stands on."""
        return self._names[entity.id]

    def name_at(self, path: str) -> Name:
        """Return the name whose page stands at a path."""
        return self._by_path[path]

    def individual(self, entity: Entity) -> int:
        """Return which of those under its name an entity is."""
        return self._individuals[entity.id]

    def stories_with(self, name: Name) -> int:
        """Return how many stories have a name."""
        return self._stories_with[path(name)]

    def is_open(self, entity: Entity) -> bool:
        """Whether it is not known if an entity is one with another of its name."""
        own = self.individual(entity)
        ties = self.name(entity).ties
        return any(tie.identity == "open" and own in tie.among for tie in ties)

    def quoted(self, tie: Tie) -> list[Story]:
        """Return the stories that are quoted for what is known of individuals."""
        return [self.anthology.stories[self.at[each.story]] for each in tie.evidence]

    def sections(self, name: Name) -> list[tuple[Story, Entity]]:
        """Return the entities under a name, in the order of the stories."""
        found = [self._entities[entity_id] for entity_id in entity_ids(name)]
        return sorted(found, key=lambda pair: self.at[pair[0].id])

    def related(self, story: Story) -> list[tuple[Story, str]]:
        """Return a few stories that share a character or a setting with ``story``, and why."""
        own = self.at[story.id]
        reasons: dict[int, tuple[int, str]] = {}
        for entity in (*story.characters, *story.settings):
            name = self.name(entity)
            bearers = self._bearers[path(name)]
            place = bisect.bisect_left(bearers, own)
            # The ones that follow, and then from the start: no story is everybody's neighbour.
            for other in (*bearers[place : place + _RELATED + 1], *bearers[:_RELATED]):
                weight, reason = self._bond(entity, name, other)
                if other != own and weight > reasons.get(other, (0, ""))[0]:
                    reasons[other] = (weight, reason)
        best = sorted(reasons.items(), key=lambda item: (-item[1][0], item[0]))[:_RELATED]
        return [(self.anthology.stories[number], reason) for number, (_, reason) in best]

    def _bond(self, entity: Entity, name: Name, other: int) -> tuple[int, str]:
        """Return how much it says that another story has the name too, and the words for it."""
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


def entity_ids(name: Name) -> list[str]:
    """Return the ids of all entities under a name."""
    return [entity_id for each in name.individuals for entity_id in each.entities]


def id_of_story(entity_id: str) -> str:
    """Return the id of the story that an entity is in."""
    return entity_id.rpartition("/")[0]

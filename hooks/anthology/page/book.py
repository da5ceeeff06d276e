"""The look-ups that the pages share: from an entity to its name, its story, its like."""

from __future__ import annotations

import bisect

from anthology.model import Anthology, Character, Entity, Location, Name, Story, Tie
from anthology.sources.settings import Site
from anthology.text.typeset import as_set

_RELATED = 3
"""Most related stories that a story names."""


class Book:
    """The anthology with the ways through it: from an entity to its name, its story, its like."""

    def __init__(self, anthology: Anthology, site: Site) -> None:
        self.anthology = anthology
        self.site = site
        self.entities: dict[str, tuple[Story, Entity]] = {
            entity.id + type(entity).__name__: (story, entity)
            for story in anthology.stories
            for entity in (*story.characters, *story.locations)
        }
        self.names: dict[str, Name] = {}
        self.individuals: dict[str, int] = {}
        """Which of those under its name an entity is."""
        self.bearers: dict[str, list[int]] = {}
        """Numbers of the stories that a character is in, or that a location is the setting of."""
        for name in (*anthology.characters, *anthology.locations):
            for number, individual in enumerate(name.individuals):
                for entity_id in individual.entities:
                    self.names[name.label + entity_id] = name
                    self.individuals[name.label + entity_id] = number
        self.in_story: dict[tuple[str, int], int] = {}
        """Which of those under a name is in a story; the first of them where there are two."""
        for number, story in enumerate(anthology.stories):
            for entity in (*story.characters, *settings(story)):
                name = self.name(entity)
                self.bearers.setdefault(path_of(name), []).append(number)
                self.in_story.setdefault((path_of(name), number), self.individual(entity))
        self.stories_with = {
            path_of(name): len({entity_id.rpartition("/")[0] for entity_id in entity_ids(name)})
            for name in (*anthology.characters, *anthology.locations)
        }
        self.by_slug = {
            (name.label, name.slug): name for name in (*anthology.characters, *anthology.locations)
        }
        self.at = {story.id: number for number, story in enumerate(anthology.stories)}

    def name(self, entity: Entity) -> Name:
        """Give the name whose page an entity stands on."""
        label = "character" if isinstance(entity, Character) else "location"
        return self.names[label + entity.id]

    def individual(self, entity: Entity) -> int:
        """Give which of those under its name an entity is."""
        label = "character" if isinstance(entity, Character) else "location"
        return self.individuals[label + entity.id]

    def is_open(self, entity: Entity) -> bool:
        """Whether it is not known if an entity is one with another of its name."""
        own = self.individual(entity)
        ties = self.name(entity).ties
        return any(tie.identity == "open" and own in tie.among for tie in ties)

    def quoted(self, tie: Tie) -> list[Story]:
        """Give the stories that are quoted for what is known of individuals."""
        return [self.anthology.stories[self.at[each.story]] for each in tie.evidence]

    def entity(self, name: Name, entity_id: str) -> tuple[Story, Entity]:
        """Give an entity under a name by its id, and the story it is in."""
        kind = "Character" if name.label == "character" else "Location"
        return self.entities[entity_id + kind]

    def sections(self, name: Name) -> list[tuple[Story, Entity]]:
        """Give the entities under a name, in the order of the stories."""
        found = [self.entity(name, entity_id) for entity_id in entity_ids(name)]
        return sorted(found, key=lambda pair: self.at[pair[0].id])

    def related(self, story: Story) -> list[tuple[Story, str]]:
        """Give a few stories that share a character or a setting with ``story``, and why."""
        own = self.at[story.id]
        reasons: dict[int, tuple[int, str]] = {}
        for entity in (*story.characters, *settings(story)):
            name = self.name(entity)
            bearers = self.bearers[path_of(name)]
            place = bisect.bisect_left(bearers, own)
            # The ones that follow, and then from the start: no story is everybody's neighbour.
            for other in (*bearers[place : place + _RELATED + 1], *bearers[:_RELATED]):
                weight, reason = self._bond(entity, name, other)
                if other != own and weight > reasons.get(other, (0, ""))[0]:
                    reasons[other] = (weight, reason)
        best = sorted(reasons.items(), key=lambda item: (-item[1][0], item[0]))[:_RELATED]
        return [(self.anthology.stories[number], reason) for number, (_, reason) in best]

    def _bond(self, entity: Entity, name: Name, other: int) -> tuple[int, str]:
        """Give how much it says that another story has the name too, and the words for it."""
        called = as_set(name.name)
        own, theirs = self.individual(entity), self.in_story[path_of(name), other]
        if own == theirs:
            if isinstance(entity, Location):
                return 2, f"also set in {called}"
            return 3, f"also has {called}"
        if any(tie.identity == "different" and {own, theirs} <= {*tie.among} for tie in name.ties):
            return 0, ""
        if isinstance(entity, Location):
            return 1, f"also set in a place called {called}, perhaps another"
        return 1, f"also has someone called {called}, perhaps another"


def settings(story: Story) -> list[Location]:
    """Give the locations where ``story`` happens."""
    return [location for location in story.locations if location.relation == "setting"]


def entity_ids(name: Name) -> list[str]:
    """Give the ids of all entities under a name."""
    return [entity_id for each in name.individuals for entity_id in each.entities]


def path_of(name: Name) -> str:
    """Give the path of a name's page, without its ending."""
    return f"{name.label}s/{name.slug}"

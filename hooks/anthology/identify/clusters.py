"""Clusters: entities of different stories that are taken for one, joined step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from anthology.identify.called import Called, called
from anthology.model import Character, Entity, Ground, Identity, Statement, Story
from anthology.names import honorifics

_UNKNOWN = frozenset({""})


class Reason(NamedTuple):
    """Why entities are taken for one."""

    ground: Ground
    text: str
    """The reason as the end of a sentence; ``{}`` stands for the companion."""
    companion: str = ""
    """Name of the person who stands beside them, if the ground is company."""


@dataclass(slots=True, eq=False)
class Held:
    """An entity, its story, and what its name says of it."""

    story: Story
    entity: Entity
    order: int
    """Its number among all entities of its label, from 0, in the order of the stories."""
    called: Called = field(init=False)
    """What its names say."""
    key: str = field(init=False)
    """Key of the name page that its own name leads to."""
    acts: bool = field(init=False)
    """Whether it is a person who takes part in the story, and is not only mentioned."""
    authors: frozenset[str] = field(init=False)
    """The authors of its story; the empty name stands for an author who is not known."""

    def __post_init__(self) -> None:
        entity = self.entity
        self.called = called(entity.label, entity.name, entity.aliases)
        self.key = self.called.key
        self.acts = isinstance(entity, Character) and entity.role == "character"
        self.authors = frozenset(self.story.authors) or _UNKNOWN

    @property
    def is_like_a_town(self) -> bool:
        """Whether somebody only mentioned, without a title, has the name of a known place."""
        return self.called.is_place and not (self.acts or self.called.titles)


class Cluster:
    """Entities that are taken for one, with what decides whether others can join."""

    __slots__ = (
        "apart", "authors", "full", "gender", "members", "reasons", "said", "stories", "titles"
    )  # fmt: skip

    def __init__(self, first: Held) -> None:
        self.members = [first]
        self.stories = {first.story.id}
        """Ids of the stories of the members."""
        self.apart: frozenset[int] = frozenset()
        """Numbers of the editor's statements that keep a member separate from other entities."""
        self.full = first.key if first.called.full else None
        """Key of the full name that a member has; None if no member has one."""
        self.gender = first.called.gender
        self.titles = first.called.titles
        """The titles of all members."""
        self.authors = first.authors
        """The authors of the stories of the members."""
        self.reasons: dict[Reason, Identity] = {}
        """Why the program took them for one: ``same`` if this is sure, else ``presumed``."""
        self.said: tuple[Statement, ...] = ()
        """The editor's statements that they are one."""

    def fits(self, other: Cluster) -> bool:
        """Return whether nothing speaks against taking the two clusters for one."""
        return (
            self.stories.isdisjoint(other.stories)
            and self.apart.isdisjoint(other.apart)
            and not (self.full and other.full and self.full != other.full)
            and self.can_be(other)
        )

    def can_be(self, other: Cluster) -> bool:
        """Return whether one person can have the genders and titles of both clusters."""
        if self.gender and other.gender and self.gender != other.gender:
            return False
        return not (self.titles or other.titles) or honorifics.agree(self.titles, other.titles)

    def take_in(self, other: Cluster) -> None:
        """Add the entities of ``other``, and what is known of them."""
        self.members += other.members
        self.stories |= other.stories
        self.apart |= other.apart
        self.full = self.full or other.full
        self.gender = self.gender or other.gender
        self.titles |= other.titles
        self.authors |= other.authors
        self.reasons |= other.reasons
        self.said += other.said


def _may_join(one: Cluster, other: Cluster, reason: Reason) -> bool:
    """Return whether ``reason`` can make two clusters one.

    Two authors may use one name for two persons; only what is real is the same for all of them.
    """
    real = reason.ground in ("well-known name", "known place")
    return (real or not one.authors.isdisjoint(other.authors)) and one.fits(other)


def by_author(held: Iterable[Held]) -> list[list[Held]]:
    """Return ``held`` in parts, so that the stories of two parts have no author in common.

    Stories of which no author is known are one part, and authors who wrote together share one.
    """
    told = list(held)
    together = dict.fromkeys(each.authors for each in told)
    if len(together) < 2:
        return [told] if told else []
    with_whom: dict[str, str] = {}

    def first(author: str) -> str:
        while (other := with_whom.setdefault(author, author)) != author:
            author = other
        return author

    for authors in together:
        one, *others = sorted(authors)
        for other in others:
            with_whom[first(other)] = first(one)
    part_of = {authors: first(min(authors)) for authors in together}
    parts: dict[str, list[Held]] = defaultdict(list)
    for each in told:
        parts[part_of[each.authors]].append(each)
    return list(parts.values())


class Clusters:
    """All entities of one label; each begins as a cluster of its own."""

    def __init__(self, held: Sequence[Held]) -> None:
        self.held = held
        self._of = {each: Cluster(each) for each in held}

    def all(self) -> list[Cluster]:
        """Return all clusters, in the order of their first members; members are in order too."""
        found = list(dict.fromkeys(self._of.values()))
        for cluster in found:
            cluster.members.sort(key=attrgetter("order"))
        return sorted(found, key=lambda cluster: cluster.members[0].order)

    def of(self, each: Held) -> Cluster:
        """Return the cluster that an entity belongs to."""
        return self._of[each]

    def presume(
        self, held: Iterable[Held], reason: Reason, identity: Identity = "presumed"
    ) -> bool:
        """Return whether any of ``held`` was joined to the first; those that fit are joined.

        ``reason`` is noted as the reason, and ``identity`` as how sure it is.
        """
        whole: Cluster | None = None
        changed = False
        for each in held:
            cluster = self._of[each]
            if whole is None:
                whole = cluster
            elif cluster is not whole and _may_join(whole, cluster, reason):
                whole = self._join(whole, cluster)
                changed = True
        if whole and changed:
            whole.reasons[reason] = identity
        return changed

    def abbreviate(self, short: Sequence[Held], long: Sequence[Held], reason: Reason) -> None:
        """Join the entities whose full name is a shorter form of the name of the others."""
        for each in short:
            self._of[each].full = self._of[long[0]].full
        self.presume((*long, *short), reason)

    def declare(self, held: Sequence[Held], said: Statement) -> None:
        """Join all of ``held``, because the editor's statement ``said`` says that they are one."""
        whole = self._of[held[0]]
        for each in held[1:]:
            if self._of[each] is not whole:
                whole = self._join(whole, self._of[each])
        whole.said += (said,)

    def _join(self, one: Cluster, other: Cluster) -> Cluster:
        """Return the larger of two clusters, after it has taken in the other."""
        if len(one.members) < len(other.members):
            one, other = other, one
        one.take_in(other)
        for each in other.members:
            self._of[each] = one
        return one

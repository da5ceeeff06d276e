"""Clusters: entities of different stories that are taken for one, joined step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from anthology import labels
from anthology.model import Character, Entity, Ground, Identity, Statement, Story
from anthology.names import comparison, gender, honorifics, lexicon
from anthology.names.honorifics import Gender, Title

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
    key: str = field(init=False)
    """Key of the name page that its own name leads to."""
    words: tuple[str, ...] = field(init=False)
    """The words of a person's name that identify the person; empty for other labels."""
    gender: Gender | None = field(init=False)
    """Gender of a person by titles and given name; None where they say nothing or contradict."""
    titles: frozenset[Title] = field(init=False)
    """The titles in all forms of a person's name."""

    def __post_init__(self) -> None:
        name, aliases = self.entity.name, self.entity.aliases
        self.key = comparison.key(name, self.entity.label)
        self.words, self.gender, self.titles = (), None, frozenset()
        if labels.of(self.entity.label).has_titles:
            self.words = comparison.words(name)
            self.gender = gender.of(name, aliases)
            self.titles = frozenset(
                found for form in (name, *aliases) for found in honorifics.split(form)[0]
            )
            if self.is_wife:
                # Mrs. Watson is not the same as Watson, and has her own page.
                self.key = f"mrs {self.key}"

    @property
    def full(self) -> bool:
        """Whether a person's name is more than a given name or a surname alone."""
        return bool(self.words) and comparison.is_full(self.entity.name)

    @property
    def authors(self) -> frozenset[str]:
        """The authors of its story; the empty name stands for an author who is not known."""
        return frozenset(self.story.authors) or _UNKNOWN

    @property
    def is_wife(self) -> bool:
        """Whether a person has only a surname, with a woman's title in every form of the name."""
        forms = (self.entity.name, *self.entity.aliases)
        return gender.styled(forms) == {"f"} and not self.full and self.surname_alone

    @property
    def is_like_a_town(self) -> bool:
        """Whether somebody only mentioned, without a title, has the name of a known place."""
        known = lexicon.place(self.entity.name) is not None
        return known and not (self.acts or self.titles)

    @property
    def acts(self) -> bool:
        """Whether it is a person who takes part in the story, and is not only mentioned."""
        return isinstance(self.entity, Character) and self.entity.role == "character"

    @property
    def surname_alone(self) -> bool:
        """Whether every form of the name has a title, before what is not only a given name."""
        forms = (self.entity.name, *self.entity.aliases)
        bare = comparison.key(self.entity.name, self.entity.label)
        return all(honorifics.split(form)[0] for form in forms) and (
            not lexicon.given(bare.capitalize()) or lexicon.surname(bare.capitalize())
        )


class Cluster:
    """Entities that are taken for one, with what decides whether others can join."""

    def __init__(self, first: Held) -> None:
        self.members = [first]
        self.stories = {first.story.id}
        """Ids of the stories of the members."""
        self.apart: set[int] = set()
        """Numbers of the editor's statements that keep a member separate from other entities."""
        self.full = first.key if first.full else None
        """Key of the full name that a member has; None if no member has one."""
        self.gender = first.gender
        self.titles = first.titles
        """The titles of all members."""
        self.authors = first.authors
        """The authors of the stories of the members."""
        self.reasons: dict[Reason, Identity] = {}
        """Why the program took them for one: ``same`` if this is sure, else ``presumed``."""
        self.said: list[Statement] = []
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
        genders = {self.gender, other.gender} - {None}
        return len(genders) < 2 and honorifics.agree(self.titles, other.titles)

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
    with_whom: dict[str, str] = {}

    def first(author: str) -> str:
        while (other := with_whom.setdefault(author, author)) != author:
            author = other
        return author

    for each in told:
        one, *others = sorted(each.authors)
        for other in others:
            with_whom[first(other)] = first(one)
    parts: dict[str, list[Held]] = defaultdict(list)
    for each in told:
        parts[first(min(each.authors))].append(each)
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
            cluster.members.sort(key=lambda each: each.order)
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
        whole.said.append(said)

    def _join(self, one: Cluster, other: Cluster) -> Cluster:
        """Return the larger of two clusters, after it has taken in the other."""
        if len(one.members) < len(other.members):
            one, other = other, one
        one.take_in(other)
        for each in other.members:
            self._of[each] = one
        return one

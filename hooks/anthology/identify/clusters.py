"""What is held to be one, across stories, and what must not be: entities joined step by step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from anthology import labels
from anthology.model import Character, Entity, Ground, Identity, Statement, Story
from anthology.names import comparison, gender, honorifics, lexicon
from anthology.names.honorifics import Gender


class Reason(NamedTuple):
    """Why entities are taken for one."""

    ground: Ground
    text: str
    """The end of a sentence; a pair of braces stands for the companion."""
    companion: str = ""
    """Who stands beside them, where that is the ground."""


@dataclass(slots=True, eq=False)
class Held:
    """An entity, the story that it stands in, and what its name says of it."""

    story: Story
    entity: Entity
    order: int
    """Which one it is of all entities of its label, in the order of the stories."""
    key: str = field(init=False)
    """What its name page is known by, as far as its own name goes."""
    words: tuple[str, ...] = field(init=False)
    """The words of a person's name that tell who it is."""
    gender: Gender | None = field(init=False)
    """What titles and given name say of a person's gender; None where they say nothing or both."""

    def __post_init__(self) -> None:
        name, aliases = self.entity.name, self.entity.aliases
        self.key = comparison.key(name, self.entity.label)
        self.words, self.gender = (), None
        if labels.of(self.entity.label).has_titles:
            self.words = comparison.words(name)
            self.gender = gender.of(name, aliases)
            if gender.styled((name, *aliases)) == {"f"} and not self.full and self.surname_alone:
                # Mrs. Watson is not Watson, and has a page of her own.
                self.key = f"mrs {self.key}"

    @property
    def full(self) -> bool:
        """Whether a person's name is more than a given name or a surname alone."""
        return len(self.words) > 1

    @property
    def acts(self) -> bool:
        """Whether a person takes part in the story, and is not only spoken of."""
        return isinstance(self.entity, Character) and self.entity.role == "character"

    @property
    def surname_alone(self) -> bool:
        """Whether every form of a person's name is a title with a surname."""
        forms = (self.entity.name, *self.entity.aliases)
        bare = comparison.key(self.entity.name, self.entity.label)
        return all(honorifics.split(form)[0] for form in forms) and (
            not lexicon.given(bare.capitalize()) or lexicon.surname(bare.capitalize())
        )


class Cluster:
    """Entities that are held to be one, with what bears on taking in more."""

    def __init__(self, first: Held) -> None:
        self.members = [first]
        self.stories = {first.story.id}
        self.apart: set[int] = set()
        """Numbers of the editor's statements that keep one of them apart from others."""
        self.full = first.key if first.full else None
        """Key of the full name that one of them goes by."""
        self.gender = first.gender
        self.reasons: dict[Reason, Identity] = {}
        """Why they are one, where the editor does not say so, and how surely."""
        self.said: list[Statement] = []
        """The editor's statements that they are one."""

    def fits(self, other: Cluster) -> bool:
        """Whether nothing speaks against the two being one."""
        return (
            self.stories.isdisjoint(other.stories)
            and self.apart.isdisjoint(other.apart)
            and not (self.full and other.full and self.full != other.full)
            and not (self.gender and other.gender and self.gender != other.gender)
        )

    def take_in(self, other: Cluster) -> None:
        """Make the other's entities one with these."""
        self.members += other.members
        self.stories |= other.stories
        self.apart |= other.apart
        self.full = self.full or other.full
        self.gender = self.gender or other.gender
        self.reasons |= other.reasons
        self.said += other.said


class Clusters:
    """All entities of one label; each begins as a cluster of its own."""

    def __init__(self, held: Sequence[Held]) -> None:
        self.held = held
        self._of = {each: Cluster(each) for each in held}

    def all(self) -> list[Cluster]:
        """Return every cluster in the order of its first member, its members in theirs."""
        found = list(dict.fromkeys(self._of.values()))
        for cluster in found:
            cluster.members.sort(key=lambda each: each.order)
        return sorted(found, key=lambda cluster: cluster.members[0].order)

    def of(self, each: Held) -> Cluster:
        """Return the cluster that an entity is in."""
        return self._of[each]

    def presume(
        self, held: Iterable[Held], reason: Reason, identity: Identity = "presumed"
    ) -> bool:
        """Make one of those ``held`` that fit the first; return whether that changed anything."""
        whole: Cluster | None = None
        changed = False
        for each in held:
            cluster = self._of[each]
            if whole is None:
                whole = cluster
            elif cluster is not whole and whole.fits(cluster):
                whole = self._join(whole, cluster)
                changed = True
        if whole and changed:
            whole.reasons[reason] = identity
        return changed

    def abbreviate(self, short: Sequence[Held], long: Sequence[Held], reason: Reason) -> None:
        """Make one of those whose full name is a shorter form of the others'."""
        for each in short:
            self._of[each].full = self._of[long[0]].full
        self.presume((*long, *short), reason)

    def declare(self, held: Sequence[Held], said: Statement) -> None:
        """Make one of those ``held``, since the editor says so."""
        whole = self._of[held[0]]
        for each in held[1:]:
            if self._of[each] is not whole:
                whole = self._join(whole, self._of[each])
        whole.said.append(said)

    def _join(self, one: Cluster, other: Cluster) -> Cluster:
        if len(one.members) < len(other.members):
            one, other = other, one
        one.take_in(other)
        for each in other.members:
            self._of[each] = one
        return one

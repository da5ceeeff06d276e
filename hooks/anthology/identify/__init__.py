"""Identity across stories: a name is not a person.

    clusters -> the editor's statements -> what is presumed -> names, with the reasons

Entities of one name are put on one name page. Whether they are one person is another question, and
each answer has a reason. Nothing is merged only because it is likely.

Who is who is told anew for all stories whenever a name in one of them changes, and not for some of
the names only. Names do not fall into small groups that could be told apart and kept: through
companions, and through the given names that many have, nearly all hang together. Three counts
reach still further: how many stories by these authors have persons (``company`` asks whether
somebody stands beside a name by chance, so each new story may change each answer), in how many of
them a companion is, and how many names share a word. So it is made cheap instead: the time grows
with the entities, what a name by itself says is kept (``called``), and company is asked only of
names that somebody in several stories may bear without a full name. Where no story's names, title
or authors have changed, which is what most edits are, the last answer stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from operator import attrgetter
from typing import Final

from anthology import labels
from anthology.identify import persons, places, reasons
from anthology.identify.clusters import Cluster, Clusters, Held
from anthology.labels import Presumption
from anthology.memory import Memory
from anthology.model import Identity, Individual, Name, Statement, Story, Tie
from anthology.names import comparison, honorifics
from anthology.text.address import slug, unique

__all__ = ["identify"]

_MOST_NAMESAKES = 12
"""Most names that *see also* lists for a shared form; a form that more names share says nothing."""


_PRESUME: Final[Mapping[Presumption, Callable[[Clusters], None]]] = {
    "full name": persons.presume,
    "place": places.presume,
    "nothing": lambda _clusters: None,
}
"""The function that joins what is presumed to be one."""


def identify(
    stories: Sequence[Story], statements: Iterable[Statement] = (), memory: Memory | None = None
) -> tuple[Name, ...]:
    """Return the names of all ``stories``, label by label.

    ``statements`` are those of the editor, without contradictions. With a ``memory``, the names
    are those of the last round, as long as no story's own names, title or authors have changed.
    """
    said = tuple(statements)
    if memory is None:
        return _identified(tuple(stories), said)
    shown = tuple([memory.recall(_shown, story.id, story) for story in stories])
    return memory.recall(_identified, "", shown, said)


def _shown(story: Story) -> Story:
    """Return ``story`` with what its names hang on, and without its text and its mentions."""
    return Story(
        id=story.id,
        source=story.source,
        title=story.title,
        authors=story.authors,
        entities=tuple([replace(e, mentions=(), probability=1.0) for e in story.entities]),
    )


def _identified(stories: Sequence[Story], said: Sequence[Statement]) -> tuple[Name, ...]:
    """Return the names of all ``stories``, label by label."""
    return tuple(name for label in labels.TABLE for name in _names(label.name, stories, said))


def _names(
    label: str, stories: Sequence[Story], statements: Iterable[Statement]
) -> tuple[Name, ...]:
    """Return the names of one label in all ``stories``."""
    entities = ((story, entity) for story in stories for entity in story.of(label))
    clusters = Clusters([Held(s, e, order) for order, (s, e) in enumerate(entities)])
    said = [s for s in statements if (s.is_ or s.label) == label]
    word = _Word(clusters, said)
    word.declare()
    _PRESUME[labels.of(label).presumption](clusters)
    pages: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters.all():
        pages[cluster.full or cluster.members[0].key].append(cluster)
    names = [_name(label, page, word) for page in pages.values()]
    slugs = unique(slug(name.name) for name in names)
    named = [replace(name, slug=address) for name, address in zip(names, slugs, strict=True)]
    return _with_see_also(named) if labels.of(label).has_titles else tuple(named)


class _Word:
    """The editor's statements, and the entities that they are about."""

    def __init__(self, clusters: Clusters, said: Sequence[Statement]) -> None:
        self._clusters = clusters
        self._said = said
        self._held: dict[tuple[str, str], list[Held]] = defaultdict(list)
        """Entities by the id of their story and the key of any form of their name."""
        self._of: dict[str, list[Statement]] = defaultdict(list)
        """Statements by the spelling of their name."""
        for statement in said:
            self._of[comparison.spelling(statement.name)].append(statement)
        asked = {story for each in said for story in (*each.same, *each.different, *each.open)}
        for each in (held for held in clusters.held if held.story.id in asked):
            forms = (each.entity.name, *each.entity.aliases)
            for key in {comparison.key(form, each.entity.label) for form in forms}:
                self._held[each.story.id, key].append(each)

    def declare(self) -> None:
        """Join the entities that the editor says are one, and mark those that are not to join."""
        for statement in self._said:
            if len(meant := self.meant(statement, statement.same)) > 1:
                self._clusters.declare(meant, statement)
        for number, statement in enumerate(self._said):
            for each in self.meant(statement, (*statement.different, *statement.open)):
                self._clusters.of(each).apart |= {number}

    def on(self, held: Iterable[Held]) -> list[Statement]:
        """Return the statements about the names of some entities."""
        forms = sorted(_spellings(held)) if self._said else ()
        return [statement for form in forms for statement in self._of.get(form, ())]

    def meant(self, statement: Statement, stories: Iterable[str]) -> list[Held]:
        """Return the entity that a statement is about in each of ``stories``, where there is one.

        An entity that is called exactly so is preferred.
        """
        key, form = (
            comparison.key(statement.name, statement.label),
            comparison.spelling(statement.name),
        )
        found = (self._held.get((story, key), ()) for story in stories)
        return [
            max(held, key=lambda h: comparison.spelling(h.entity.name) == form)
            for held in found
            if held
        ]


def _name(label: str, page: Sequence[Cluster], word: _Word) -> Name:
    """Return the name that the clusters of one name page share; its slug is still empty."""
    held = sorted((each for c in page for each in c.members), key=attrgetter("order"))
    fullest = _fullest(page)
    said = word.on(held)
    full = _spellings(fullest) if said else set()
    preferred = [s.name for s in said if comparison.spelling(s.name) in full]
    called = preferred[-1] if preferred else _most_common(fullest, label)
    ties = [tie for n, cluster in enumerate(page) for tie in reasons.together(label, n, cluster)]
    ties += _between(label, called, page, said, word)
    written = dict.fromkeys(f for each in held for f in (each.entity.name, *each.entity.aliases))
    known = {comparison.spelling(form) for form in written} if said else set()
    given_up = dict.fromkeys(
        a for s in said for a in s.aliases if comparison.spelling(a) not in known
    )
    return Name(
        label=label,
        name=called,
        slug="",
        sort=next((s.sort for s in reversed(said) if s.sort), ""),
        individuals=tuple(
            Individual(
                _most_common(_fullest([cluster]), label),
                tuple(each.entity.id for each in cluster.members),
            )
            for cluster in page
        ),
        ties=tuple(ties),
        identity=_sum(held, ties),
        aliases=tuple(form for form in written if form != called),
        former=tuple(given_up),
        description=tuple(quotation for s in said for quotation in s.description),
    )


def _spellings(held: Iterable[Held]) -> set[str]:
    """Return the spellings of the names of some entities."""
    return {comparison.spelling(each.entity.name) for each in held}


def _fullest(page: Iterable[Cluster]) -> list[Held]:
    """Return the entities that have the full name of the page, or all if none has a full name."""
    held = [each for cluster in page for each in cluster.members]
    full = {cluster.full for cluster in page}
    return [each for each in held if each.key in full] or held


def _most_common(held: Sequence[Held], label: str) -> str:
    """Return the name that most of the entities have.

    If the names of several entities differ only in titles, and the name without them is one of
    these or a full name, it is returned without a title.
    """
    if len(held) == 1:
        return held[0].entity.name
    forms = Counter([each.entity.name for each in held])
    bare = {honorifics.split(form)[1] for form in forms}
    if labels.of(label).has_titles and len(bare) == 1:
        only = next(iter(bare))
        if only in forms or comparison.is_full(only):
            return only
    return forms.most_common(1)[0][0]


def _between(
    label: str,
    called: str,
    page: Sequence[Cluster],
    said: Iterable[Statement],
    word: _Word,
) -> list[Tie]:
    """Return the ties between the individuals under one name: they are different, or it is open.

    ``called`` is the name, ``page`` its clusters, and ``said`` the statements about it.
    """
    if len(page) < 2:
        return []
    place = {each: n for n, cluster in enumerate(page) for each in cluster.members}
    ties = []
    for statement in said:
        meant = word.meant(statement, statement.different or statement.open)
        among = tuple(sorted({place[each] for each in meant if each in place}))
        if len(among) > 1:
            ties.append(reasons.apart(among, statement))
    by_story: dict[str, list[Held]] = defaultdict(list)
    for each in place:
        by_story[each.story.id].append(each)
    for told in by_story.values():
        among = tuple(sorted({place[each] for each in told}))
        if len(among) > 1 and not any(set(among) <= set(tie.among) for tie in ties):
            genders = [page[number].gender for number in among]
            apart = all(genders) and len(set(genders)) == len(genders)
            ties.append(reasons.both_in(label, told, among, apart=apart))
    settled = {pair for tie in ties for pair in combinations(tie.among, 2)}
    if len(settled) < len(page) * (len(page) - 1) // 2:
        ties.append(reasons.untold(label, called, page))
    return ties


def _sum(held: Sequence[Held], ties: Sequence[Tie]) -> Identity:
    """Return ``single`` for one entity, else what all ``ties`` agree on, else ``mixed``."""
    if len(held) == 1:
        return "single"
    found = {tie.identity for tie in ties}
    return next(iter(found)) if len(found) == 1 else "mixed"


def _with_see_also(names: Sequence[Name]) -> tuple[Name, ...]:
    """Return ``names``, each with the slugs of other names that a form of it could stand for."""
    longer: dict[str, list[str]] = defaultdict(list)
    sharing: dict[str, list[str]] = defaultdict(list)
    for name in names:
        words = comparison.words(name.name)
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            longer[word].append(name.slug)
        for key in _keys(name):
            sharing[key].append(name.slug)
    pointed = []
    for name in names:
        words = comparison.words(name.name)
        found = longer.get(words[0], []) if len(words) == 1 else []
        for key in _keys(name):
            found = [*found, *(sharing[key] if len(sharing[key]) <= _MOST_NAMESAKES else ())]
        others = dict.fromkeys(address for address in found if address != name.slug)
        pointed.append(replace(name, see_also=tuple(others)))
    return tuple(pointed)


def _keys(name: Name) -> list[str]:
    """Return the keys of a name and of all its aliases, each once."""
    return list(
        dict.fromkeys(comparison.key(form, name.label) for form in (name.name, *name.aliases))
    )

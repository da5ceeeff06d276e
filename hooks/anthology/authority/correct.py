"""The editor's statements on the names of one story, carried out on what was found in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Final

from anthology import labels
from anthology.labels import NEITHER
from anthology.model import Character, Entity, Location, Mention, Statement, Story
from anthology.names.comparison import spelling
from anthology.text.address import slug


def correct(story: Story, statements: Iterable[Statement]) -> tuple[Story, frozenset[Statement]]:
    """Return ``story`` with ``statements`` carried out, and those that apply to a name in it.

    They are carried out in order, so that a later one wins. Statements about other stories do
    nothing.
    """
    met = set()
    names = _Names(story)
    for statement in statements:
        if statement.stories and story.id not in statement.stories:
            continue
        if names.meets(statement):
            met.add(statement)
            names.apply(statement)
    return names.told() if met else story, frozenset(met)


class _Names:
    """The entities of a story while statements are carried out on them."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._text = "\n".join(story.paragraphs)
        self._entities: list[Entity] = list(story.entities)
        self._doubtful: list[Entity] = list(story.doubtful)

    def meets(self, statement: Statement) -> bool:
        """Return whether a form in a statement stands in the text, or is a form of an entity."""
        forms = _forms_of(statement)
        held = any(forms & _forms(e) for e in self._entities) and not statement.quote
        return held or bool(self._found(statement, forms))

    def apply(self, statement: Statement) -> None:
        """Carry out a statement on the entities."""
        forms = _forms_of(statement)
        statement = self._settled(statement, forms)
        if statement.is_ == NEITHER:
            self._take(statement, forms, _LABELS)
            return
        if statement.is_:
            self._add_found(statement, forms)
        if statement.paragraphs or statement.quote:
            self._split(statement, forms)
        elif statement.aliases:
            self._gather(statement, forms)
        self._describe(statement)

    def told(self) -> Story:
        """Return the story with its entities as they are now, the most mentioned first."""
        self._entities.sort(key=lambda entity: (-len(entity.mentions), entity.mentions[0]))
        return replace(self._story, entities=tuple(self._entities), doubtful=tuple(self._doubtful))

    def _settled(self, statement: Statement, forms: set[str]) -> Statement:
        """Return ``statement``, after what was doubtful about its name is settled by it.

        If the name was taken for something else, the result says what it is.
        """
        label = _label_of(statement)
        for entity in [each for each in self._doubtful if forms & _forms(each)]:
            self._doubtful.remove(entity)
            if entity.label == label:
                self._entities.append(entity)
            elif statement.is_ is None:
                statement = replace(statement, is_=label)
        return statement

    def _found(self, statement: Statement, forms: set[str]) -> list[Mention]:
        """Return the mentions that a statement is about: where one of ``forms`` stands in the text.

        A form must stand there as whole words; where several match, the longest counts.
        """
        names = {
            n
            for n in (statement.name, *statement.aliases)
            if spelling(n) in forms and _longest_part(n) in self._text
        }
        if not names:
            return []
        letters = "|".join(_pattern(name) for name in sorted(names, key=lambda n: (-len(n), n)))
        pattern = re.compile(rf"(?<!\w)(?:{letters})(?!\w)")
        label = _label_of(statement)
        mentions = (
            Mention(number, found.start(), found.end(), found[0], label)
            for number, paragraph in enumerate(self._story.paragraphs)
            for found in pattern.finditer(paragraph)
        )
        return [mention for mention in mentions if self._is_about(statement, mention)]

    def _is_about(self, statement: Statement, mention: Mention) -> bool:
        """Return whether a mention stands in the paragraphs and the quotation of a statement.

        A statement without these is about all mentions.
        """
        runs = statement.paragraphs
        if runs and not any(first <= mention.paragraph <= last for first, last in runs):
            return False
        text = self._story.paragraphs[mention.paragraph]
        return not statement.quote or any(
            found.start() <= mention.start and mention.end <= found.end()
            for quote in statement.quote
            for found in re.finditer(_pattern(quote), text)
        )

    def _free(self, mentions: Iterable[Mention], taken: Iterable[Mention] = ()) -> list[Mention]:
        """Return the ``mentions`` that overlap neither one of an entity nor one of ``taken``."""
        held: dict[int, list[Mention]] = {}
        for m in (*taken, *(m for entity in self._entities for m in entity.mentions)):
            held.setdefault(m.paragraph, []).append(m)
        return [
            mention
            for mention in mentions
            if not any(
                m.start < mention.end and mention.start < m.end
                for m in held.get(mention.paragraph, ())
            )
        ]

    def _take(self, statement: Statement, forms: set[str], held: Collection[str]) -> list[Mention]:
        """Return the mentions that a statement is about, after taking them from their entities.

        Only entities of the labels ``held`` lose mentions.
        """
        taken: list[Mention] = []
        kept: list[Entity] = []
        for entity in self._entities:
            if entity.label not in held:
                kept.append(entity)
                continue
            ours = [
                m
                for m in entity.mentions
                if spelling(m.name) in forms and self._is_about(statement, m)
            ]
            taken += ours
            if left := _without(entity, ours):
                kept.append(left)
        self._entities = kept
        return taken

    def _add_found(self, statement: Statement, forms: set[str]) -> None:
        """Give the label in a statement to all mentions that the statement is about.

        Mentions that were not found before are added.
        """
        label = _label_of(statement)
        taken = [
            replace(mention, label=label)
            for mention in self._take(statement, forms, _LABELS - {label})
        ]
        known = {f for e in self._entities if e.label == label for f in _forms(e)} & forms
        unknown = forms - known - {spelling(m.name) for m in taken}
        if unknown:
            taken += self._free(self._found(statement, unknown), taken)
        if not taken:
            return
        part = statement.paragraphs or statement.quote
        ours = None if part else next(iter(self._with(label, known)), None)
        if ours:
            self._entities.remove(ours)
            self._entities.append(_with_mentions(ours, ours.name, [*ours.mentions, *taken]))
        else:
            self._entities.append(self._made(statement, taken))

    def _gather(self, statement: Statement, forms: set[str]) -> None:
        """Join all entities that have a form in a statement, under its preferred name."""
        label = _label_of(statement)
        ours = self._with(label, forms)
        known = {f for entity in self._entities for f in _forms(entity)}
        missed = {spelling(alias) for alias in statement.aliases} - known
        found = self._free(self._found(statement, missed)) if missed else []
        if not ours and not found:
            return
        self._entities = [e for e in self._entities if e not in ours]
        mentions = [*(m for entity in ours for m in entity.mentions), *found]
        if ours:
            fullest = max(ours, key=lambda entity: len(entity.mentions))
            named = replace(fullest, id=self._id(statement.name))
            self._entities.append(_with_mentions(named, statement.name, mentions))
        else:
            self._entities.append(self._made(statement, mentions))

    def _split(self, statement: Statement, forms: set[str]) -> None:
        """Give the mentions in some paragraphs to the name that the statement gives for them.

        If the statement has aliases, the mentions go to the entity that has the name already.
        Without aliases, they become a new entity of the same name.
        """
        label = _label_of(statement)
        taken = self._take(statement, forms, {label})
        if not taken:
            return
        ours = self._with(label, {spelling(statement.name)}) if statement.aliases else []
        named = next((e for e in ours if spelling(e.name) == spelling(statement.name)), None)
        if named:
            self._entities.remove(named)
            whole = _with_mentions(named, statement.name, [*named.mentions, *taken])
            self._entities.append(whole)
        else:
            self._entities.append(self._made(statement, taken))

    def _describe(self, statement: Statement) -> None:
        """Set role, relation, kind and the like of the entities with the name, as stated."""
        role, place = statement.role, (statement.relation, statement.kind, statement.within)
        if not role and not any(place):
            return
        own = {spelling(statement.name)}
        for number, entity in enumerate(self._entities):
            if not own & _forms(entity):
                continue
            if isinstance(entity, Character) and role:
                self._entities[number] = replace(entity, role=role)
            elif isinstance(entity, Location) and any(place):
                self._entities[number] = replace(
                    entity,
                    relation=statement.relation or entity.relation,
                    kind=statement.kind or entity.kind,
                    within=statement.within or entity.within,
                )

    def _with(self, label: str, forms: set[str]) -> list[Entity]:
        """Return the entities of one label that have one of ``forms``."""
        return [e for e in self._entities if e.label == label and forms & _forms(e)]

    def _made(self, statement: Statement, mentions: Iterable[Mention]) -> Entity:
        """Return a new entity with ``mentions``, named as a statement says."""
        label, identifier = _label_of(statement), self._id(statement.name)
        entity = _TYPES.get(label, Entity)(id=identifier, label=label, name=statement.name)
        return _with_mentions(entity, statement.name, mentions)

    def _id(self, name: str) -> str:
        """Return an id for an entity called ``name`` that no entity of the story has."""
        taken = {entity.id for entity in self._entities}
        wanted = f"{self._story.id}/{slug(name)}"
        identifier, number = wanted, 2
        while identifier in taken:
            identifier, number = f"{wanted}-{number}", number + 1
        return identifier


_TYPES: Final[Mapping[str, type[Entity]]] = {
    labels.CHARACTER.name: Character,
    labels.LOCATION.name: Location,
}
"""The class of the entities of a label, for labels whose entities have more fields."""
_QUOTES: Final = re.compile("['‘’\"“”]")
_LABELS: Final = frozenset(label.name for label in labels.TABLE)


def _forms_of(statement: Statement) -> set[str]:
    """Return the name and the aliases of a statement, as they are compared."""
    return {spelling(name) for name in (statement.name, *statement.aliases)}


def _forms(entity: Entity) -> set[str]:
    """Return the name and the aliases of an entity, as they are compared."""
    return {spelling(name) for name in (entity.name, *entity.aliases)}


def _label_of(statement: Statement) -> str:
    """Return the label that a statement gives its name, or else that of its authority file."""
    is_ = statement.is_
    return is_ if is_ and is_ != NEITHER else statement.label


def _longest_part(name: str) -> str:
    """Return the longest part of ``name`` without quotes, which is in a text that has the name."""
    return max(_QUOTES.split(name), key=len)


def _pattern(name: str) -> str:
    """Return a pattern for ``name`` in which straight and curly quotes match each other."""
    return re.sub('["“”]', '["“”]', re.sub("['‘’]", "['‘’]", re.escape(name)))


def _with_mentions(entity: Entity, name: str, mentions: Iterable[Mention]) -> Entity:
    """Return ``entity`` with a new name and new mentions; its aliases are taken from these."""
    in_order = tuple(sorted(mentions))
    forms: dict[str, int] = {}
    for mention in in_order:
        forms[mention.name] = forms.get(mention.name, 0) + 1
    others = [f for f in sorted(forms, key=lambda f: -forms[f]) if spelling(f) != spelling(name)]
    return replace(entity, name=name, aliases=tuple(others), mentions=in_order)


def _without(entity: Entity, mentions: Iterable[Mention]) -> Entity | None:
    """Return ``entity`` without some of its mentions, or None if no mention is left."""
    gone = set(mentions)
    if not gone:
        return entity
    left = [m for m in entity.mentions if m not in gone]
    if not left:
        return None
    still = {spelling(m.name) for m in left}
    held = [n for n in (entity.name, *entity.aliases) if spelling(n) in still]
    name = held[0] if held else max((m.name for m in left), key=len)
    return _with_mentions(entity, name, left)

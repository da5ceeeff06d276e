"""The editor's word on the names of one story, carried out on what was found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from anthology.address import slug
from anthology.model import Character, Entity, Label, Location, Mention, Statement, Story
from anthology.typeset import as_set


def correct(story: Story, statements: Iterable[Statement]) -> tuple[Story, frozenset[Statement]]:
    """Give ``story`` as the ``statements`` have it, and those of them that changed or met a name.

    They are taken in order, so that a later one wins. Statements about other stories do nothing.
    """
    met = set()
    entities: list[Entity] = [*story.characters, *story.locations]
    for statement in statements:
        if statement.stories and story.id not in statement.stories:
            continue
        forms = {_form(name) for name in (statement.name, *statement.aliases)}
        if not any(forms & _forms(entity) for entity in entities) and not (
            statement.is_ in ("character", "location") and _occurrences(story, statement)
        ):
            continue
        met.add(statement)
        if statement.is_ == "neither":
            entities = _without(entities, forms)
        elif statement.is_:
            entities = _named(entities, story, statement, statement.is_, forms)
        if statement.aliases and statement.is_ != "neither":
            entities = _gathered(entities, story, statement, forms)
    return _with(story, entities) if met else story, frozenset(met)


def _form(name: str) -> str:
    return as_set(name).casefold()


def _forms(entity: Entity) -> set[str]:
    return {_form(name) for name in (entity.name, *entity.aliases)}


def _label(entity: Entity) -> Label:
    return "character" if isinstance(entity, Character) else "location"


def _without(entities: list[Entity], forms: set[str]) -> list[Entity]:
    """Give ``entities`` without the mentions whose surface form is one of ``forms``."""
    kept: list[Entity] = []
    for entity in entities:
        mentions = tuple(m for m in entity.mentions if _form(m.name) not in forms)
        if len(mentions) == len(entity.mentions):
            kept.append(entity)
        elif mentions:
            names = [n for n in (entity.name, *entity.aliases) if _form(n) not in forms]
            name = names[0] if names else max((m.name for m in mentions), key=len)
            aliases = tuple(alias for alias in names if alias != name)
            kept.append(replace(entity, name=name, aliases=aliases, mentions=mentions))
    return kept


def _occurrences(story: Story, statement: Statement) -> list[Mention]:
    """Find the forms of a name in the text, on word boundaries, the longest first."""
    forms = sorted((statement.name, *statement.aliases), key=lambda form: (-len(form), form))
    letters = "|".join(re.escape(form).replace("'", "['’]") for form in forms)
    pattern = re.compile(rf"(?<!\w)(?:{letters})(?!\w)")
    label: Label = "location" if statement.is_ == "location" else "character"
    return [
        Mention(number, found.start(), found.end(), found[0], label)
        for number, paragraph in enumerate(story.paragraphs)
        for found in pattern.finditer(paragraph)
    ]


def _named(
    entities: list[Entity],
    story: Story,
    statement: Statement,
    label: Label,
    forms: set[str],
) -> list[Entity]:
    """Give ``entities`` with every occurrence of the name in the text as a mention of it."""
    others = _without(entities, forms)
    held = [(m.paragraph, m.start, m.end) for entity in others for m in entity.mentions]
    free = tuple(
        mention
        for mention in _occurrences(story, statement)
        if not any(
            paragraph == mention.paragraph and start < mention.end and mention.start < end
            for paragraph, start, end in held
        )
    )
    if not free:
        return others
    make = Character if label == "character" else Location
    aliases = tuple(dict.fromkeys(m.name for m in free if m.name != statement.name))
    identifier = f"{story.id}/{slug(statement.name)}"
    return [*others, make(id=identifier, name=statement.name, aliases=aliases, mentions=free)]


def _gathered(
    entities: list[Entity], story: Story, statement: Statement, forms: set[str]
) -> list[Entity]:
    """Give ``entities`` with those of the statement's forms as one, under its preferred name."""
    label = statement.is_ or statement.label
    ours = [e for e in entities if _label(e) == label and forms & _forms(e)]
    if not ours:
        return entities
    fullest = max(ours, key=lambda entity: len(entity.mentions))
    names = dict.fromkeys(name for entity in ours for name in (entity.name, *entity.aliases))
    whole = replace(
        fullest,
        id=f"{story.id}/{slug(statement.name)}",
        name=statement.name,
        aliases=tuple(name for name in names if name != statement.name),
        mentions=tuple(sorted(m for entity in ours for m in entity.mentions)),
    )
    return [*(entity for entity in entities if entity not in ours), whole]


def _with(story: Story, entities: list[Entity]) -> Story:
    entities.sort(key=lambda entity: (-len(entity.mentions), entity.mentions[0]))
    return replace(
        story,
        characters=tuple(e for e in entities if isinstance(e, Character)),
        locations=tuple(e for e in entities if isinstance(e, Location)),
    )

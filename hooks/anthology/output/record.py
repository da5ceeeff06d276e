"""The data of the anthology, as in ``scripts/names --json`` and ``data/anthology.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from anthology import labels
from anthology.labels import Label
from anthology.model import Anthology, Entity, Name, Quotation, Story, Tie
from anthology.text import address


def story(read: Story) -> dict[str, Any]:
    """Return the record of one story; offsets count code points of the paragraph, from 0."""
    return {
        "source": read.source,
        "id": read.id,
        "title": read.title,
        "title_source": read.title_source,
        "authors": list(read.authors),
        "paragraphs": list(read.paragraphs),
        **{
            label.plural: [_entity(label, entity) for entity in read.of(label.name)]
            for label in labels.TABLE
        },
        "doubtful": {
            label.plural: [
                {**_entity(label, entity), "probability": entity.probability}
                for entity in read.doubtful
                if entity.label == label.name
            ]
            for label in labels.TABLE
        },
    }


def _entity(label: Label, entity: Entity) -> dict[str, Any]:
    """Return the record of an entity, with the fields of its label."""
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "mentions": _mentions(entity),
        **{key: getattr(entity, key) for key in label.keys},
    }


def _mentions(entity: Entity) -> list[dict[str, int]]:
    """Return the records of an entity's mentions."""
    return [{"paragraph": m.paragraph, "start": m.start, "end": m.end} for m in entity.mentions]


def anthology(whole: Anthology, title: str, url: str) -> dict[str, Any]:
    """Return the record of the anthology; addresses in it are relative to its own, ``url``."""
    return {
        "anthology": {"title": title, "url": url, "stories": len(whole.stories)},
        "stories": [of_story(each) for each in whole.stories],
        **{
            label.plural: [_name(name, label.nouns) for name in whole.of(label.name)]
            for label in labels.TABLE
        },
    }


def of_story(read: Story) -> dict[str, Any]:
    """Return the record of one story of an anthology, with the address of its page."""
    return story(read) | {"url": f"{address.of_story(read.address)}/"}


def _name(name: Name, individuals: str) -> dict[str, Any]:
    """Return the record of a name; ``individuals`` is the key for those who share it."""
    return {
        "name": name.name,
        "url": f"{address.of_name(name.label, name.slug)}/",
        "sort": name.sort,
        "identity": name.identity,
        individuals: [
            {"name": each.name, "entities": list(each.entities)} for each in name.individuals
        ],
        "relations": [_tie(tie, individuals) for tie in name.ties],
    } | ({"description": _quotations(name.description)} if name.description else {})


def _tie(tie: Tie, individuals: str) -> dict[str, Any]:
    """Return the record of a tie; ``individuals`` is the key for the indexes of the individuals."""
    said: dict[str, Any] = {
        individuals: list(tie.among),
        "identity": tie.identity,
        "reason": tie.reason,
        "by": tie.by,
    }
    if tie.certainty:
        said["certainty"] = tie.certainty
    if tie.evidence:
        said["evidence"] = _quotations(tie.evidence)
    return said


def _quotations(quoted: Iterable[Quotation]) -> list[dict[str, Any]]:
    """Return the records of quotations; their paragraphs count from 0."""
    return [{"story": q.story, "paragraph": q.paragraph, "quote": q.text} for q in quoted]


def dumped(record: dict[str, Any]) -> str:
    """Return a record as one line of JSON, with letters that are not ASCII unescaped."""
    return json.dumps(record, ensure_ascii=False)

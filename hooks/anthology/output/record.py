"""The data of the anthology, as ``scripts/names --json`` and ``data/anthology.json`` give it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from anthology.model import Anthology, Entity, Name, Quotation, Story, Tie
from anthology.review import KINDS, Item
from anthology.review.item import Quoted
from anthology.text.typeset import as_set


def story(read: Story) -> dict[str, Any]:
    """Give the record of one story; offsets are code points of their paragraph."""
    return {
        "source": read.source,
        "id": read.id,
        "title": read.title,
        "title_source": read.title_source,
        "authors": list(read.authors),
        "paragraphs": list(read.paragraphs),
        "characters": [_entity(e) | {"role": e.role} for e in read.characters],
        "locations": [
            _entity(e) | {"relation": e.relation, "kind": e.kind, "within": e.within}
            for e in read.locations
        ],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "mentions": [
            {"paragraph": m.paragraph, "start": m.start, "end": m.end} for m in entity.mentions
        ],
    }


def anthology(whole: Anthology, title: str, url: str) -> dict[str, Any]:
    """Give the record of the anthology; each ``url`` in it is relative to the anthology's own."""
    return {
        "anthology": {"title": title, "url": url, "stories": len(whole.stories)},
        "stories": [story(s) | {"url": f"stories/{s.address}/"} for s in whole.stories],
        "characters": [_name(name, "persons") for name in whole.characters],
        "locations": [_name(name, "places") for name in whole.locations],
    }


def _name(name: Name, individuals: str) -> dict[str, Any]:
    return {
        "name": name.name,
        "url": f"{name.label}s/{name.slug}/",
        "sort": name.sort,
        "identity": name.identity,
        individuals: [
            {"name": each.name, "entities": list(each.entities)} for each in name.individuals
        ],
        "relations": [_tie(tie, individuals) for tie in name.ties],
    } | ({"description": _quotations(name.description)} if name.description else {})


def _tie(tie: Tie, individuals: str) -> dict[str, Any]:
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
    return [{"story": q.story, "paragraph": q.paragraph, "quote": q.text} for q in quoted]


def dumped(record: dict[str, Any]) -> str:
    """Give a record as one line of JSON, letters as they are."""
    return json.dumps(record, ensure_ascii=False)


def listing(read: Story) -> str:
    """Give whom and what a story names as lines for people, most mentioned first."""
    lines = [f"{read.source}  {read.title}"]
    lines += [_listed(person, person.role) for person in read.characters]
    lines += [_listed(place, f"{place.relation}, {place.kind}") for place in read.locations]
    return "\n".join(lines)


def _listed(entity: Entity, what: str) -> str:
    also = f", also {', '.join(entity.aliases)}" if entity.aliases else ""
    return f"  {len(entity.mentions):4}  {entity.name} ({what}){also}"


def questions(items: Sequence[Item]) -> str:
    """Give the questions of a review as lines for people, each answer with what to paste where."""
    if not items:
        return "Nothing to look at: every question is answered."
    lines = [f"{len(items)} to look at, worst first. Paste an answer into its file, or go on."]
    kind = ""
    for number, item in enumerate(items, 1):
        if item.kind != kind:
            kind = item.kind
            lines += ["", f"== {KINDS[kind]} =="]
        lines += ["", f"{number}. {item.question}"]
        lines += [_evidence(each) for each in item.evidence]
        for answer in item.answers:
            lines.append(f"   {answer.says}: {answer.file}")
            lines += [f"       {line}" for line in answer.lines.splitlines()]
    return "\n".join(lines)


def _evidence(quoted: Quoted) -> str:
    where = f"{quoted.story.source} ¶{quoted.paragraph}"
    return f"   {quoted.about} | {where} | {as_set(quoted.text)}"

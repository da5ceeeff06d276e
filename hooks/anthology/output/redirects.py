"""Addresses that were, or might have been, and where each leads now.

Nothing is kept between builds: what a name was called before stands in the authority files, as an
alias, and what else it is called in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from anthology.model import Anthology, Entity, Label, Name, Statement
from anthology.text.address import slug

_DIGITS = re.compile(r".*-[0-9a-f]{8}")


def addresses(anthology: Anthology) -> dict[str, str]:
    """Give, for addresses that were or might be asked for, where the page is now.

    A story by the first eight digits of its id, since a devised title may change, or by the name
    of its file. A name by the slug of any form of it; where several have that form, it leads to
    the one who is called so most often, whose page points to the others. What the editor found to
    be of the other kind leads there, and what is no name at all to the index.
    """
    to = {story.id[:8]: f"stories/{story.address}/" for story in anthology.stories}
    for story in anthology.stories:
        if (own := slug(story.id)) != story.address and not _DIGITS.fullmatch(own):
            to[f"stories/{own}"] = f"stories/{story.address}/"
    entities = {
        (label, entity.id): entity
        for story in anthology.stories
        for label, held in _by_label(story.characters, story.locations)
        for entity in held
    }
    names = (*anthology.characters, *anthology.locations)
    pages = {f"{name.label}s/{name.slug}" for name in names}
    called: dict[Label, dict[str, str]] = {
        "character": _called("character", anthology.characters, entities),
        "location": _called("location", anthology.locations, entities),
    }
    for label, found in called.items():
        for address, target in found.items():
            to.setdefault(f"{label}s/{address}", target)
    for statement in anthology.statements:
        for address, target in _otherwise(statement, called):
            to.setdefault(address, target)
    return {address: target for address, target in to.items() if address not in pages}


def _by_label(
    characters: Iterable[Entity], locations: Iterable[Entity]
) -> list[tuple[Label, Iterable[Entity]]]:
    return [("character", characters), ("location", locations)]


def _called(
    label: Label, names: Iterable[Name], entities: dict[tuple[Label, str], Entity]
) -> dict[str, str]:
    """Give the page of each form by its slug: that of whoever is called so most often."""
    best: dict[str, tuple[int, str]] = {}
    for name in names:
        target = f"{label}s/{name.slug}/"
        often: dict[str, int] = dict.fromkeys((name.name, *name.aliases, *name.former), 0)
        for each in name.individuals:
            for entity_id in each.entities:
                for mention in entities[label, entity_id].mentions:
                    often[mention.name] = often.get(mention.name, 0) + 1
        for written, count in often.items():
            address = slug(written)
            if address not in best or count > best[address][0]:
                best[address] = count, target
    return {address: target for address, (_, target) in best.items()}


def _otherwise(
    statement: Statement, called: dict[Label, dict[str, str]]
) -> Iterable[tuple[str, str]]:
    """Give where a name of a statement leads that no page of its own kind has any more."""
    labels: tuple[Label, ...] = ("character", "location") if statement.is_ else (statement.label,)
    for label in labels:
        other: Label = "location" if label == "character" else "character"
        whole = called.get(label, {}).get(slug(statement.name))
        for written in (statement.name, *statement.aliases):
            address = slug(written)
            elsewhere = called.get(other, {}).get(address)
            yield f"{label}s/{address}", elsewhere or whole or f"{label}s/"

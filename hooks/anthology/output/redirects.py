"""Addresses that were, or might have been, and where each leads now.

Nothing is kept between builds: what a name was called before stands in the authority files, as an
alias, and what else it is called in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from anthology import labels
from anthology.model import Anthology, Entity, Name, Statement
from anthology.text import address
from anthology.text.address import slug

_DIGITS = re.compile(r".*-[0-9a-f]{8}")
"""The end of a story's address: ``lea-roux-in-montmartre-ffa6864c``."""

_Called = dict[str, dict[str, str]]
"""By label, and by the slug of a form, where the page of that form is."""


def redirects(anthology: Anthology) -> dict[str, str]:
    """Return, for addresses that were or might be asked for, where the page is now.

    A story by the first eight digits of its id, since a devised title may change, or by the name
    of its file. A name by the slug of any form of it; where several have that form, it leads to
    the one who is called so most often, whose page points to the others. What the editor found to
    be of another label leads there, and what is no name at all to the index.
    """
    to = _of_stories(anthology)
    pages = {address.of_name(name.label, name.slug) for name in anthology.names}
    called = _called(anthology)
    for label, found in called.items():
        for written, target in found.items():
            to.setdefault(address.of_name(label, written), target)
    for statement in anthology.statements:
        for asked, target in _otherwise(statement, called):
            to.setdefault(asked, target)
    return {asked: target for asked, target in to.items() if asked not in pages}


def _of_stories(anthology: Anthology) -> dict[str, str]:
    to = {story.id[:8]: f"{address.of_story(story.address)}/" for story in anthology.stories}
    for story in anthology.stories:
        if (own := slug(story.id)) != story.address and not _DIGITS.fullmatch(own):
            to[address.of_story(own)] = f"{address.of_story(story.address)}/"
    return to


def _called(anthology: Anthology) -> _Called:
    """Return the page of each form by its slug: that of whoever is called so most often."""
    entities = {entity.id: entity for story in anthology.stories for entity in story.entities}
    best: dict[str, dict[str, tuple[int, str]]] = {label.name: {} for label in labels.TABLE}
    for name in anthology.names:
        target = f"{address.of_name(name.label, name.slug)}/"
        forms = best[name.label]
        for written, count in _times(name, entities).items():
            form = slug(written)
            if form not in forms or count > forms[form][0]:
                forms[form] = count, target
    return {
        label: {form: target for form, (_, target) in forms.items()}
        for label, forms in best.items()
    }


def _times(name: Name, entities: Mapping[str, Entity]) -> dict[str, int]:
    """Return how often the texts have each form of a name."""
    times = dict.fromkeys((name.name, *name.aliases, *name.former), 0)
    for each in name.individuals:
        for entity_id in each.entities:
            for mention in entities[entity_id].mentions:
                times[mention.name] = times.get(mention.name, 0) + 1
    return times


def _otherwise(statement: Statement, called: _Called) -> Iterator[tuple[str, str]]:
    """Yield where a name of a statement leads that no page of its own label has any more."""
    everywhere = [label.name for label in labels.TABLE]
    for label in everywhere if statement.is_ else [statement.label]:
        whole = called[label].get(slug(statement.name))
        for written in (statement.name, *statement.aliases):
            form = slug(written)
            others = (called[other].get(form) for other in everywhere if other != label)
            elsewhere = next((target for target in others if target), None)
            yield (
                address.of_name(label, form),
                elsewhere or whole or f"{address.of_index(label)}/",
            )

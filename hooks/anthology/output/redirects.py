"""Redirects: addresses that a page had or could have had, and where each of them leads now.

Nothing is kept between builds. The former names of a name page are in the authority files, as
aliases, and its other names are in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from anthology import labels
from anthology.model import Anthology, Entity, Name, Statement
from anthology.text import address
from anthology.text.address import slug

_DIGITS = re.compile(r".*-[0-9a-f]{8}")
"""The address of a story that ends in digits of its id: ``lea-roux-in-montmartre-ffa6864c``."""

_Called = dict[str, dict[str, str]]
"""The address of a form's page, by label and by the slug of the form."""


def redirects(anthology: Anthology) -> dict[str, str]:
    """Return the present address of a page by each address that a reader could ask for.

    A story can be asked for by the first eight digits of its id, because a devised title may
    change, or by the name of its file. A name can be asked for by the slug of any of its forms. If
    several names have the form, the address leads to the one that has it most often; its page
    points to the others. If the editor gave a name another label, the address leads to the page
    there; if the editor said that it is not a name, the address leads to the index.
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
    """Return the present addresses of stories by the digits of their ids and by their files."""
    to = {story.id[:8]: f"{address.of_story(story.address)}/" for story in anthology.stories}
    for story in anthology.stories:
        if (own := slug(story.id)) != story.address and not _DIGITS.fullmatch(own):
            to[address.of_story(own)] = f"{address.of_story(story.address)}/"
    return to


def _called(anthology: Anthology) -> _Called:
    """Return the page of each form by its slug: that of the name that has the form most often."""
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
    """Return how often each form of a name stands in the texts."""
    times = dict.fromkeys((name.name, *name.aliases, *name.former), 0)
    for each in name.individuals:
        for entity_id in each.entities:
            for mention in entities[entity_id].mentions:
                times[mention.name] = times.get(mention.name, 0) + 1
    return times


def _otherwise(statement: Statement, called: _Called) -> Iterator[tuple[str, str]]:
    """Yield an old and a present address for each form in a statement.

    The forms may have had a page under a label that they do not have any more.
    """
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

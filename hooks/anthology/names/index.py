"""The order of an index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from anthology.model import Name
from anthology.names.filing import filing, order


def index(names: Iterable[Name]) -> tuple[Name, ...]:
    """Give ``names`` in the order of an index, each with what it is filed under.

    Accents, case and punctuation count only between names that are otherwise alike.
    """
    filed = (
        name if name.sort else replace(name, sort=filing(name.name, name.label)) for name in names
    )
    return tuple(sorted(filed, key=lambda name: (order(name.sort), name.sort, name.slug)))

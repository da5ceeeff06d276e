"""The order of an index: what a name is filed under, and by which letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from anthology import labels
from anthology.model import Name
from anthology.names import geographic, personal
from anthology.text.address import folded


def letters(names: Sequence[Name]) -> list[tuple[str, list[Name]]]:
    """Return ``names`` in groups: each letter with the names that are filed under it.

    ``names`` must be in the order of the index. Those that begin with no letter stand under 0–9.
    """
    groups: dict[str, list[Name]] = {}
    for name in names:
        first = order(name.sort)[:1].upper()
        groups.setdefault(first if first.isalpha() else "0–9", []).append(name)
    return list(groups.items())


def order(text: str) -> str:
    """Return the key to sort ``text`` by: folded letters and digits, and spaces between words."""
    plain = folded(unicodedata.normalize("NFC", text).replace("'", "").replace("’", ""))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def index(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return ``names`` in the order of an index, each with what it is filed under.

    Accents, case and punctuation count only for names that are otherwise equal.
    """
    filed = (
        name if name.sort else replace(name, sort=filing(name.name, name.label, name.aliases))
        for name in names
    )
    return tuple(sorted(filed, key=lambda name: (order(name.sort), name.sort, name.slug)))


def filing(name: str, label: str, forms: Collection[str] = ()) -> str:
    """Return what ``name`` is filed under: ``Ivanov, Valérie``; ``Thames, River``.

    ``forms`` are the other forms of the name in the stories.
    """
    match labels.of(label).filing:
        case "personal":
            return personal.filed(name, forms)
        case "geographic":
            return geographic.filed(name)
        case "as written":
            return name

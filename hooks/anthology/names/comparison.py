"""How names are compared: by a key for a form as it is written, or by a key for a name page.

>>> key("Dr. Watson", "character"), key("Mrs. Watson", "character"), spelling("L’Été")
('watson', 'watson', 'l’été')
>>> words("Old Anna van der Berg"), words("Samuel Pike Jr.")
(('anna', 'berg'), ('samuel', 'pike'))
"""

from __future__ import annotations

import re
from functools import lru_cache

from anthology import labels
from anthology.names import honorifics
from anthology.text.typeset import as_set

_PATRONYMIC = re.compile(r"\w{3,}(?:itch|vich|nich|[oe]vna|it?chna)|ily?it?ch")
"""A name made of the father's name: *ivanovitch, petrovich, nikolaevna, ilyinichna*."""


@lru_cache(maxsize=65536)
def spelling(name: str) -> str:
    """Return the key by which forms of a name are compared: set by ``as_set``, without case."""
    return as_set(name).casefold()


@lru_cache(maxsize=65536)
def key(name: str, label: str) -> str:
    """Return the key of a name page: the name without titles, case and kind of apostrophe."""
    bare = honorifics.split(name)[1] if labels.of(label).has_titles else name
    return (bare or name).replace("’", "'").casefold()


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name that identify the person, in lower case.

    These are given names, initials and the surname. Titles, epithets, particles and suffixes are
    left out, unless nothing would remain.
    """
    bare = key(name, labels.CHARACTER.name).split()
    telling = [
        word.rstrip(".,")
        for word in bare
        if not (honorifics.particle(word) or honorifics.suffix(word) or word in honorifics.EPITHETS)
    ]
    return tuple(telling or bare)


def is_full(name: str) -> bool:
    """Return whether a name is more than a given name or a surname alone.

    A given name and a patronymic are no full name: many are called *Ivan Ivanovitch*.
    """
    found = words(name)
    return len(found) > 2 or (len(found) > 1 and not _PATRONYMIC.fullmatch(found[1]))

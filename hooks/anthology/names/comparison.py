"""What names are compared by: one key for a form as it is written, one for a name page.

>>> key("Dr. Watson"), key("Mrs. Watson"), form("L’Été")
('watson', 'watson', 'l’été')
>>> words("Old Anna van der Berg"), words("Samuel Pike Jr.")
(('anna', 'berg'), ('samuel', 'pike'))
"""

from __future__ import annotations

from functools import lru_cache

from anthology.model import Label
from anthology.names import honorifics
from anthology.text.typeset import as_set

_EPITHETS = frozenset("old young little big great poor dear".split())


def form(name: str) -> str:
    """Give what a form of a name is compared by: as set, case aside."""
    return as_set(name).casefold()


@lru_cache(maxsize=65536)
def key(name: str, label: Label = "character") -> str:
    """Give what a name page is known by: the name without titles, case and punctuation aside."""
    bare = honorifics.split(name)[1] if label == "character" else name
    return (bare or name).replace("’", "'").casefold()


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """Give the words of a person's name that tell who it is: given names, initials and surname.

    Titles, epithets, particles and suffixes do not; where nothing else is left, all words do.
    """
    bare = key(name).split()
    telling = [
        word.rstrip(".,")
        for word in bare
        if not (honorifics.particle(word) or honorifics.suffix(word) or word in _EPITHETS)
    ]
    return tuple(telling or bare)


def is_full(name: str) -> bool:
    """Whether a name is more than a given name or a surname alone."""
    return len(words(name)) > 1

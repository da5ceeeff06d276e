"""Words that stand where a name could stand, and are nobody's name.

>>> is_nobody("He"), is_nobody("My God"), is_nobody("Lord Almighty"), is_nobody("Lord Emsworth")
(True, True, True, False)
"""

from __future__ import annotations

from functools import lru_cache

from anthology.names import lexicon

_GRAMMAR = lexicon.signs()["a word of grammar"]
_HOLY = lexicon.signs()["a holy word"]


@lru_cache(maxsize=lexicon.KEPT)
def is_nobody(name: str) -> bool:
    """Return whether a name says of nobody who it is.

    It has only words of grammar (*He*), which may stand before holy words (*My God*), or
    only holy words: whoever exclaims *God* or *Heaven* mentions nobody.
    """
    said = [word.strip(".,!’'").casefold() for word in name.split()]
    return all(word in _GRAMMAR or word in _HOLY for word in said)

"""Memory: what steps made in the last round, so that they need not make the same again.

While somebody writes, one story changes and all others stay. A caller who asks for the anthology
again and again hands in a memory each time; one who asks once hands in none. What comes back is
the same in both cases.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, TypeVarTuple, cast

_T = TypeVar("_T")
_Of = TypeVarTuple("_Of")


class Memory:
    """What functions returned in the last round and in this one."""

    def __init__(self) -> None:
        self._before: dict[tuple[object, str], tuple[object, Any]] = {}
        self._now: dict[tuple[object, str], tuple[object, Any]] = {}

    def recall(self, make: Callable[[*_Of], _T], own: str, *of: *_Of) -> _T:
        """Return what ``make`` returns for ``of``: what it returned for ``own``, if that was equal.

        ``own`` is the name of the thing it is about, such as the id of a story. ``make`` must
        return the same for equal arguments, and nobody may change what it returned.
        """
        found = self._before.get((make, own))
        if found is None or found[0] != of:
            found = of, make(*of)
        self._now[make, own] = found
        return cast(_T, found[1])

    def turn(self) -> None:
        """End a round: what nobody asked for in it is forgotten."""
        self._before, self._now = self._now, {}


@contextmanager
def unswept() -> Iterator[None]:
    """Leave alone, for a while, what has been made: nothing is searched for cycles to be freed.

    Steps that look at all stories together make millions of small values and no cycles. Python
    would go through all of them again and again, which takes as long as the work, and grows faster.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()

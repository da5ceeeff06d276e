"""Progress: how far a long piece of work is, if it takes more than two seconds."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")

_PATIENCE = 2.0
"""How many seconds pass before anything is said."""
_EVERY = 5.0
"""How many seconds lie between two lines, where there is no terminal."""


def untold(_what: str, things: Iterable[T], _number: int) -> Iterator[T]:
    """Return ``things``, and say nothing."""
    return iter(things)


def on_terminal(what: str, things: Iterable[T], number: int) -> Iterator[T]:
    """Yield each of ``things``, with a bar that says how many of the ``number`` there are.

    ``what`` is what is done with them: *Reading stories*.
    """
    with contextlib.ExitStack() as until_all:
        bar = None
        for each, done in _counted(things):
            yield each
            if done and not bar:
                bar = until_all.enter_context(
                    click.progressbar(length=number, label=what, show_pos=True, file=sys.stderr)
                )
            if bar:
                bar.update(done - bar.pos)


def in_lines(
    say: Callable[[str], None], what: str, things: Iterable[T], number: int
) -> Iterator[T]:
    """Yield each of ``things``; ``say`` is told now and then how many of the ``number`` it is.

    ``what`` is what is done with them: *Reading stories*.
    """
    last = -_EVERY
    for each, done in _counted(things):
        yield each
        if done and time.monotonic() - last > _EVERY:
            say(f"{what}: {done:,} of {number:,}")
            last = time.monotonic()


def _counted(things: Iterable[T]) -> Iterator[tuple[T, int]]:
    """Yield each of ``things``, and how many there were; 0 as long as nobody need know."""
    begun = time.monotonic()
    for done, each in enumerate(things, start=1):
        yield each, done if time.monotonic() - begun > _PATIENCE else 0

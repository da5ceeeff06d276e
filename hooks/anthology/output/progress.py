"""Progress: how far the reading of the stories is, if it takes more than two seconds."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")

_WHAT = "Reading stories"
_PATIENCE = 2.0
"""How many seconds pass before anything is said."""
_EVERY = 5.0
"""How many seconds lie between two lines, where there is no terminal."""


def untold(stories: Iterable[T], _number: int) -> Iterator[T]:
    """Return ``stories``, and say nothing."""
    return iter(stories)


def on_terminal(stories: Iterable[T], number: int) -> Iterator[T]:
    """Yield each of ``stories``, with a bar that says how many of the ``number`` there are."""
    with contextlib.ExitStack() as until_all:
        bar = None
        for each, done in _counted(stories):
            yield each
            if done and not bar:
                bar = until_all.enter_context(
                    click.progressbar(length=number, label=_WHAT, show_pos=True, file=sys.stderr)
                )
            if bar:
                bar.update(done - bar.pos)


def in_lines(say: Callable[[str], None], stories: Iterable[T], number: int) -> Iterator[T]:
    """Yield each of ``stories``; ``say`` is told now and then how many of the ``number`` it is."""
    last = -_EVERY
    for each, done in _counted(stories):
        yield each
        if done and time.monotonic() - last > _EVERY:
            say(f"{_WHAT}: {done:,} of {number:,}")
            last = time.monotonic()


def _counted(stories: Iterable[T]) -> Iterator[tuple[T, int]]:
    """Yield each of ``stories``, and how many there were; 0 as long as nobody need know."""
    begun = time.monotonic()
    for done, each in enumerate(stories, start=1):
        yield each, done if time.monotonic() - begun > _PATIENCE else 0

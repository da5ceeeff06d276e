"""Work: the readings of many seeds, of which as few as possible are made.

What is kept is taken, and the rest is spread over the cores. What comes out is the same as if each
seed were read by itself.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from anthology import naming
from anthology.kept import key
from anthology.kept.plain import Unlike
from anthology.kept.store import Store
from anthology.memory import Memory
from anthology.model import Judgement, Seed, Story
from anthology.naming import JUDGEMENTS, NAMED, Given, Named
from anthology.output import progress
from anthology.page.book import Book
from anthology.read import Reading
from anthology.recognise import judged
from anthology.spread import cluster, spread

Say = Callable[[str], None]
Told = Callable[[str, Iterable[Any], int], Iterator[Any]]

CLUSTER: Final = "ANTHOLOGY_DASK"
"""The variable with the address of a cluster that reads what is not kept."""


class _Known:
    """What is known of a seed; most never ask for the judgements, so they stay as written."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        """Take over what ``naming.written`` wrote.

        Raises:
            Unlike: where it is something else.
        """
        if len(lines) != 2:
            raise Unlike("a reading and its judgements are two lines")
        self.named: Named = NAMED.read(lines[0])
        self._line = lines[1]
        self._judgements: tuple[Judgement, ...] | None = None

    def judged(self) -> tuple[Judgement, ...]:
        """Return the judgements on the names of the story."""
        if self._judgements is None:
            self._judgements = JUDGEMENTS.read(self._line)
            self._line = b""
        return self._judgements


class Work:
    """How readings are come by, and those that this process has come by last."""

    def __init__(
        self,
        store: Store | None = None,
        say: Say = print,
        *,
        executor: Executor | None = None,
        told: Told = progress.untold,
    ) -> None:
        """Return work that keeps what it makes in ``store``; without one, it makes all anew.

        ``say`` is told what does not work, and ``told`` says how far it is. ``executor`` makes what
        is not kept, instead of the cores of this machine.
        """
        self._store = store
        self._say = say
        self._executor = executor
        self._told = told
        self.memory = Memory()
        """What was made of the readings of all stories, the last time."""
        self.book: Book | None = None
        """The book that pages were made of, the last time."""
        self._held: dict[str, _Known] = {}
        """By the key of the seed and of all that its reading depends on."""
        self._judged: dict[tuple[str, str], _Known] = {}
        """The same by name and digest of the seed."""

    def readings(self, seeds: Sequence[Seed], given: Given) -> list[Reading]:
        """Return the readings of ``seeds``, in the same order."""
        if not self._store:
            return [naming.named(seed, given) for seed in seeds]
        rest = key.digest(self._store.edition, given.folder, given.lang, given.limits)
        recall = self.memory.recall
        keys = [recall(key.of, seed.name, rest, seed.name, seed.data) for seed in seeds]
        held = {each: self._known(self._store, each, given) for each in keys}
        self._held = {each: known for each, known in held.items() if known}
        missing = {
            each: seed for each, seed in zip(keys, seeds, strict=True) if each not in self._held
        }
        self._held |= self._made(self._store, missing, given)
        readings = [self._held[each].named.reading for each in keys]
        self._judged = {
            (reading.story.source, reading.story.sha256): self._held[each]
            for each, reading in zip(keys, readings, strict=True)
            if reading.story
        }
        return readings

    def steps(self, what: str, number: int) -> Callable[[], None]:
        """Return what is called after each of ``number`` steps of a work, and once at its end.

        It says how far the work is; ``what`` is what it does: *Drawing pages*.
        """
        steps = self._told(what, range(number), number)

        def step() -> None:
            next(steps, None)

        return step

    def judged(self, story: Story) -> tuple[Judgement, ...]:
        """Return the judgements on the names of ``story``."""
        try:
            return self._judged[story.source, story.sha256].judged()
        except (KeyError, Unlike):
            return judged(story)

    def _known(self, store: Store, named: str, given: Given) -> _Known | None:
        """Return what is known under the key ``named``, if anything, and if it still holds."""
        known = self._held.get(named)
        if not known and (lines := store.load(named)):
            with contextlib.suppress(Unlike):
                known = _Known(lines)
        return known if known and known.named.holds(given.pictures) else None

    def _made(self, store: Store, seeds: Mapping[str, Seed], given: Given) -> dict[str, _Known]:
        """Return what is made of ``seeds`` by their keys, and keep it."""
        if not seeds:
            return {}
        # Word lists are read when they are needed. If they are others by now, nobody knows which
        # edition of the program makes this.
        is_ours = naming.on_disk() == store.edition
        plain = replace(given, pictures=dict(given.pictures))
        write = partial(naming.written_by, store.edition, plain)
        results = spread(write, list(seeds.values()), self._executor, self._say)
        made = {}
        for each, lines in zip(
            seeds, self._told("Reading stories", results, len(seeds)), strict=True
        ):
            made[each] = _Known(lines)
            if is_ours:
                store.save(each, lines)
        store.tidy()
        return made


def shared(top: Path, say: Say, *, quiet: bool = False) -> Work:
    """Return the work that all commands share in the project at ``top``.

    ``say`` is told what does not work and, unless it is ``quiet``, how far the work is.
    """
    told: Told = partial(progress.in_lines, say)
    if quiet:
        told = progress.untold
    elif sys.stderr.isatty():
        told = progress.on_terminal
    address = os.environ.get(CLUSTER)
    executor = cluster(address, say) if address else None
    store = Store(top / ".cache/readings", naming.edition(), say)
    return Work(store, say, executor=executor, told=told)

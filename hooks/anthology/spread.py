"""Spread: the same function called for many values, by whoever has time for it.

Any ``concurrent.futures.Executor`` will do, also that of a cluster. Nothing here knows what is
done.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_FEWEST = 100
"""Up to how many values other processes would take longer to start than to help."""
_TOGETHER = 20
"""How many values go to another process at once."""
_FOLDER = str(Path(__file__).parent.parent)
"""The folder that the program is imported from."""


def spread(
    function: Callable[[T], R],
    values: Sequence[T],
    executor: Executor | None = None,
    say: Callable[[str], None] = print,
) -> Iterator[R]:
    """Yield what ``function`` returns for each of ``values``, in their order.

    Many values go to ``executor``, or else to as many processes as there are cores. If these fail,
    for whatever reason, ``say`` is told, and the rest is done here: if it was the function that
    failed, it fails here as it does for few values.
    """
    done = 0
    if len(values) > _FEWEST and (executor or _cores() > 1):
        try:
            with contextlib.nullcontext(executor) if executor else _processes() as crew:
                for results in _results(crew, function, values):
                    yield from results
                    done += len(results)
        except Exception as error:  # noqa: BLE001 - what can go wrong elsewhere has no end
            what = f"{type(error).__name__}: {error}".splitlines()[0]
            say(f"other processes cannot help ({what}); this one goes on alone")
    yield from map(function, values[done:])


def cluster(address: str, say: Callable[[str], None]) -> Executor | None:
    """Return the executor of the Dask cluster at ``address``; None if it cannot be had."""
    try:
        from dask.distributed import Client

        executor: Executor = Client(address).get_executor()
    except (ImportError, OSError, ValueError) as error:
        say(f"the cluster at {address} cannot help ({error}); this machine goes on alone")
        return None
    return executor


def _results(
    crew: Executor, function: Callable[[T], R], values: Sequence[T]
) -> Iterator[Sequence[R]]:
    """Return the results of some values after the other."""
    parts = [values[at : at + _TOGETHER] for at in range(0, len(values), _TOGETHER)]
    with _only_imported():
        # All processes are started here.
        return iter(crew.map(partial(_each, function), parts))


def _each(function: Callable[[T], R], values: Sequence[T]) -> list[R]:
    return [function(value) for value in values]


def _cores() -> int:
    """Return the number of cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _processes() -> ProcessPoolExecutor:
    """Return as many processes as there are cores, which start from nothing.

    A copy of this one would have its locks, but not the threads that hold them.
    """
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(_cores(), context, initializer=_follow)


def _follow() -> None:
    """End when the process that started this one ends, however that happens, and not on Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(
        target=_end_after, args=[multiprocessing.parent_process()], daemon=True
    ).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


@contextlib.contextmanager
def _only_imported() -> Iterator[None]:
    """Start processes that can import the program, and do not run the present command again."""
    main, path = sys.modules["__main__"], sys.path
    sys.modules["__main__"] = ModuleType("__main__")
    sys.path = [*path, _FOLDER]
    try:
        yield
    finally:
        sys.modules["__main__"], sys.path = main, path

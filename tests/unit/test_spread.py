"""spread: whoever does it, what comes out is what one process would have made, in its order."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest

from anthology import naming, spread
from anthology.model import Seed
from anthology.naming import Given
from support import TOP
from support.making import seed

GIVEN = Given("docs/stories", pictures={"a.png": (1, 2)})
MANY = [
    seed(f"Anna Berg came to Vienna on day {n}.\n\nAnna sat in Vienna.\n", f"{n:03}.txt")
    for n in range(130)
]
written = partial(naming.written, GIVEN)


@pytest.fixture
def said() -> list[str]:
    return []


def alone() -> list[tuple[bytes, bytes]]:
    return [written(each) for each in MANY]


@contextmanager
def _dask() -> Iterator[Executor]:
    """Two processes of a cluster of Dask's own on this machine."""
    distributed = pytest.importorskip("dask.distributed")
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, env={"PYTHONPATH": "hooks"}
    )
    with cluster, distributed.Client(cluster) as client:
        yield client.get_executor()


EXECUTORS: dict[str, Callable[[], Any]] = {
    "threads": partial(ThreadPoolExecutor, 2),
    "processes": spread._processes,
    "dask": _dask,
}


@pytest.mark.slow
@pytest.mark.parametrize("make", EXECUTORS.values(), ids=EXECUTORS)
def test_readings_are_the_same_byte_for_byte_whoever_makes_them(
    make: Callable[[], Any], said: list[str]
) -> None:
    with make() as executor:
        assert list(spread.spread(written, MANY, executor, said.append)) == alone()
    assert said == []


anything: Callable[[str], Any] = eval  # noqa: S307 - these are our own
"""A function that every process knows, also one that knows nothing of the tests."""
WHERE = "__import__('os').getpid()"


@pytest.mark.slow
def test_with_two_cores_two_processes_do_it(
    said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spread, "_cores", lambda: 2)
    ids = set(spread.spread(anything, [WHERE] * 200, say=said.append))
    assert os.getpid() not in ids
    assert said == []


def test_a_few_are_done_here_and_so_are_many_on_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "_cores", lambda: 2)
    assert set(spread.spread(anything, [WHERE] * 100)) == {os.getpid()}
    monkeypatch.setattr(spread, "_cores", lambda: 1)
    assert set(spread.spread(anything, [WHERE] * 1000)) == {os.getpid()}


def test_a_command_is_not_run_again_by_the_processes_that_it_starts() -> None:
    main, path = sys.modules["__main__"], sys.path
    with spread._only_imported():
        assert not hasattr(sys.modules["__main__"], "__file__")
        assert sys.path[-1].endswith("hooks")
    assert sys.modules["__main__"] is main
    assert sys.path is path


class _Breaks(ThreadPoolExecutor):
    """An executor that does some of its work, and is then no more."""

    def map(self, *arguments: Any, **more: Any) -> Iterator[Any]:
        results = super().map(*arguments, **more)
        yield from (next(results), next(results))
        raise BrokenProcessPool("a process was killed\nby nobody knows whom")


def test_where_an_executor_breaks_this_process_does_the_rest(said: list[str]) -> None:
    done: list[int] = []

    def doubled(number: int) -> int:
        done.append(number)
        return 2 * number

    with _Breaks(1) as executor:
        results = list(spread.spread(doubled, range(150), executor, said.append))
    assert results == [2 * number for number in range(150)]
    why = "BrokenProcessPool: a process was killed"
    assert said == [f"other processes cannot help ({why}); this one goes on alone"]


DEADLY = "__import__('os')._exit(1) if __import__('multiprocessing').parent_process() else 77"


@pytest.mark.slow
def test_so_it_does_where_a_process_is_killed(said: list[str]) -> None:
    values = [DEADLY if n == 77 else str(n) for n in range(150)]
    with spread._processes() as executor:
        assert list(spread.spread(anything, values, executor, said.append)) == list(range(150))
    assert len(said) == 1


_KILLED = """
from anthology import spread
spread._cores = lambda: 2
busy = "__import__('time').sleep(0.01) or print('busy', flush=True)"
list(spread.spread(eval, [busy] * 10_000))
"""


@pytest.mark.slow
def test_where_a_command_is_killed_its_processes_end_too() -> None:
    command = [sys.executable, "-c", _KILLED]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=TOP / "hooks", stdout=pipe, stderr=pipe) as process:
        assert process.stdout
        assert process.stdout.readline() == b"busy\n"
        process.kill()
        # There is an end only when nobody is left who could write.
        process.communicate(timeout=15)


def test_what_goes_wrong_elsewhere_goes_wrong_as_it_does_here(said: list[str]) -> None:
    def strict(each: Seed) -> str:
        if each.name == "077.txt":
            raise ValueError("no such story")
        return each.name

    with ThreadPoolExecutor(2) as executor, pytest.raises(ValueError, match="no such story"):
        list(spread.spread(strict, MANY, executor, said.append))


def test_a_cluster_that_cannot_be_had_is_told_and_missed_by_nobody(
    said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "dask.distributed", None)
    assert spread.cluster("tcp://127.0.0.1:1", said.append) is None
    (message,) = said
    assert message.startswith("the cluster at tcp://127.0.0.1:1 cannot help")

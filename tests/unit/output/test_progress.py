"""progress: what takes more than two seconds says how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from anthology.output import progress

WHAT = "Reading stories"


class Clock:
    """A clock on which each story takes a while."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def stories(self, number: int, seconds: float) -> Iterator[int]:
        for each in range(number):
            self.now += seconds
            yield each


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("time.monotonic", clock)
    return clock


def test_without_a_terminal_a_line_is_said_every_few_seconds(clock: Clock) -> None:
    said: list[str] = []
    stories = clock.stories(2000, 0.01)
    assert list(progress.in_lines(said.append, WHAT, stories, 2000)) == list(range(2000))
    assert said == [f"Reading stories: {done:,} of 2,000" for done in (201, 702, 1203, 1704)]


def test_what_is_quick_says_nothing(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    said: list[str] = []
    assert list(progress.in_lines(said.append, WHAT, clock.stories(199, 0.01), 199))
    assert list(progress.on_terminal(WHAT, clock.stories(199, 0.01), 199))
    assert said == []
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_there_is_a_bar_on_standard_error(
    clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click._termui_impl.isatty", lambda _: True)
    assert list(progress.on_terminal(WHAT, clock.stories(300, 0.01), 300)) == list(range(300))
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("\rReading stories  [")
    assert "300/300" in err
    assert err.endswith("\n")


def test_in_a_quiet_command_nothing_is_said(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(progress.untold(WHAT, clock.stories(300, 0.01), 300)) == list(range(300))
    assert capsys.readouterr() == ("", "")


KINDS: dict[str, Callable[[str, Iterator[int], int], Iterator[int]]] = {
    "lines": partial(progress.in_lines, print),
    "bar": progress.on_terminal,
    "nothing": progress.untold,
}


@pytest.mark.parametrize("told", KINDS.values(), ids=KINDS)
def test_a_fault_on_the_way_comes_through(
    told: Callable[[str, Iterator[int], int], Iterator[int]], clock: Clock
) -> None:
    def broken() -> Iterator[int]:
        yield from clock.stories(10, 1.0)
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        list(told(WHAT, broken(), 20))

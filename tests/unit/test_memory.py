"""memory: what was made in the last round is not made again, and what comes back is the same."""

from __future__ import annotations

import gc
from types import ModuleType
from typing import Any

import pytest

from anthology import devise as devising
from anthology import identify as identifying
from anthology import line
from anthology.line import Sources
from anthology.memory import Memory, unswept
from anthology.model import Seed, Statement
from anthology.work import Work

SAID = (Statement(label="character", name="Ann Hill", role="mentioned"),)


class Made:
    """A function that notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def __call__(self, value: int) -> int:
        self.asked.append(value)
        return value * 2


def test_the_same_is_not_made_twice() -> None:
    memory, made = Memory(), Made()
    for _ in range(3):
        assert memory.recall(made, "a", 1) == 2
        memory.turn()
    assert made.asked == [1]


def test_what_is_made_of_something_else_is_made_again() -> None:
    memory, made = Memory(), Made()
    for value in (1, 2, 1):
        assert memory.recall(made, "a", value) == value * 2
        memory.turn()
    assert made.asked == [1, 2, 1]


def test_what_nobody_asked_for_in_a_round_is_forgotten() -> None:
    memory, made = Memory(), Made()
    memory.recall(made, "a", 1)
    memory.turn()
    memory.turn()
    memory.recall(made, "a", 1)
    assert made.asked == [1, 1]


@pytest.mark.parametrize("enabled", [True, False])
def test_sweeping_goes_on_as_before(enabled: bool) -> None:
    was = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with unswept():
            assert not gc.isenabled()
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if was else gc.disable)()


def seeds(*texts: str) -> tuple[Seed, ...]:
    """Return a seed of each text."""
    return tuple(
        Seed(f"{n:03}_{n:016x}.txt", text.encode()) for n, text in enumerate(texts, start=1)
    )


def noted(patch: pytest.MonkeyPatch, module: ModuleType, name: str) -> list[Any]:
    """Return a list that notes what the function called ``name`` in ``module`` is asked about."""
    asked: list[Any] = []
    function = getattr(module, name)

    def note(of: object, *more: object) -> object:
        asked.append(of)
        return function(of, *more)

    patch.setattr(module, name, note)
    return asked


HARBOUR = "Ann Hill came to Lisbon. “You are late,” said Bruno Kay. Ann laughed. Ann sat down."
TOWER = "Bruno Kay waited in Lisbon for Ann. Bruno had a lamp. Bruno lit it."
EDITS = (
    (HARBOUR, TOWER),
    (HARBOUR.replace("sat down", "sat down again"), TOWER),
    (HARBOUR.replace("Bruno Kay", "Clara Voss"), TOWER),
    (TOWER,),
    (TOWER, HARBOUR, HARBOUR.replace("Lisbon", "Porto")),
)


def test_after_each_edit_the_anthology_is_that_of_a_clean_round() -> None:
    work = Work()
    for statements in ((), SAID):
        for texts in EDITS:
            sources = Sources(seeds=seeds(*texts), statements=statements)
            kept = line.anthology(sources, work)
            assert repr(kept) == repr(line.anthology(sources))
            assert repr(line.review(kept, work)) == repr(line.review(kept))


def test_an_edit_that_keeps_the_names_asks_for_nobody_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    told = noted(monkeypatch, identifying, "_identified")
    work = Work()
    for texts in EDITS[:3]:
        line.anthology(Sources(seeds=seeds(*texts)), work)
    assert len(told) == 2


def test_only_the_edited_story_gets_a_title_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    titled = noted(monkeypatch, devising, "_titled")
    work = Work()
    for texts in EDITS[:2]:
        line.anthology(Sources(seeds=seeds(*texts)), work)
    assert [each.id for each in titled] == [f"{n:016x}" for n in (1, 2, 1)]

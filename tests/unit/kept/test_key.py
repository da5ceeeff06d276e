"""key: whatever a value depends on changes its key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from anthology.kept import key


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program with a step, its data and another step."""
    for name in ("step/__init__.py", "step/data/words.tsv", "other/__init__.py", "model.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1\n", "utf-8")
    return tmp_path


def program(folder: Path) -> str:
    return key.program(folder, ["step", "model.py"], ["pyyaml"])


CHANGES: dict[str, Callable[[Path], object]] = {
    "another word": lambda top: (top / "step/data/words.tsv").write_text("2\n", "utf-8"),
    "other code": lambda top: (top / "model.py").write_text("2\n", "utf-8"),
    "a new file": lambda top: (top / "step/more.txt").touch(),
    "a file gone": lambda top: (top / "step/data/words.tsv").unlink(),
    "a new name": lambda top: (top / "step/data/words.tsv").rename(top / "step/data/names.tsv"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_program_is_another(folder: Path, change: Callable[[Path], object]) -> None:
    before = program(folder)
    change(folder)
    assert program(folder) != before


def test_what_is_no_part_of_it_does_not_count(folder: Path) -> None:
    before = program(folder)
    (folder / "other/__init__.py").write_text("2\n", "utf-8")
    (folder / "step/__pycache__").mkdir()
    (folder / "step/__pycache__/__init__.cpython-311.pyc").write_bytes(b"2")
    assert program(folder) == before


def test_other_packages_are_another_program(folder: Path) -> None:
    assert key.program(folder, ["step"], ["pyyaml"]) != key.program(folder, ["step"], ["click"])


def test_name_data_and_all_else_are_told_apart() -> None:
    keys = {
        key.of(given, name, data)
        for given in ("", "a", "b")
        for name in ("", "a", "b", "\udce4")
        for data in (b"", b"a", b"b\n", b"\nb")
    }
    assert len(keys) == 3 * 4 * 4

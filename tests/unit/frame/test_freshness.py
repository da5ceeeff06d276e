"""freshness: what is read once is watched, since only a restart takes a change of it up."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from frame import freshness


def test_python_that_is_changed_added_or_removed_is_told_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "hooks"
    (folder / "anthology").mkdir(parents=True)
    module = folder / "anthology/a.py"
    module.write_text("a = 1", encoding="utf-8")
    before = freshness.state(folder)
    (folder / "anthology/a.md.j2").write_text("x", encoding="utf-8")
    assert freshness.changed(folder, before) == []
    os.utime(module, ns=(1, 1))
    assert freshness.changed(folder, before) == ["hooks/anthology/a.py"]
    (folder / "events.py").touch()
    module.unlink()
    assert freshness.changed(folder, before) == ["hooks/anthology/a.py", "hooks/events.py"]


def told(folder: Path, edit: Callable[[], object]) -> set[str]:
    """Return what two glances differ in, one before and one after ``edit``."""
    before = freshness.glance(folder)
    edit()
    return freshness.differing(before, freshness.glance(folder))


def aged(path: Path) -> None:
    """Let a file look as if it had been written long ago."""
    os.utime(path, (1_000_000_000, 1_000_000_000))


def test_a_glance_tells_what_is_new_changed_renamed_or_gone(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "in" / "two.txt"
    two.parent.mkdir()
    assert told(tmp_path, lambda: one.write_text("One.")) == {"one.txt"}
    assert told(tmp_path, lambda: two.write_text("Two.")) >= {"in/two.txt"}
    assert told(tmp_path, one.unlink) >= {"one.txt"}
    assert told(tmp_path, lambda: two.parent.rename(tmp_path / "out")) == {
        "in/two.txt",
        "out/two.txt",
    }


def test_an_edit_that_keeps_size_and_time_is_told(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("One.")
    aged(path)

    def edit() -> None:
        path.write_text("Two.")
        aged(path)

    assert told(tmp_path, edit) == {"one.txt"}


def test_a_file_that_replaces_another_is_told_even_if_it_is_older(tmp_path: Path) -> None:
    path, other = tmp_path / "one.txt", tmp_path / "one.new"
    path.write_text("One.")
    other.write_text("Two.")
    aged(other)
    assert told(tmp_path, lambda: other.replace(path)) >= {"one.txt"}


def test_what_was_written_just_now_is_looked_at_again(tmp_path: Path) -> None:
    """Two saves within the same tick of the clock of the file system look alike."""
    path = tmp_path / "one.txt"
    path.write_text("One.")
    assert told(tmp_path, lambda: None) == {"one.txt"}
    time.sleep(0.2)
    assert freshness.differing(freshness.glance(tmp_path), freshness.glance(tmp_path)) == set()


def test_what_python_writes_beside_the_program_is_no_change(tmp_path: Path) -> None:
    docs, hooks = tmp_path / "docs", tmp_path / "hooks"
    (hooks / "__pycache__").mkdir(parents=True)
    before = freshness.glance(docs, hooks)
    (hooks / "__pycache__" / "a.pyc").write_text("")
    assert freshness.differing(before, freshness.glance(docs, hooks)) == set()
    (hooks / "a.py").write_text("")
    assert freshness.differing(before, freshness.glance(docs, hooks)) == {str(hooks / "a.py")}

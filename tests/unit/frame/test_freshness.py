"""freshness: what is read once is watched, since only a restart takes a change of it up."""

from __future__ import annotations

import os
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

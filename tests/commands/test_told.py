"""scripts/names --check: all that is wrong at once, without a build, at every commit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.project import files, mkdocs, run, set_up, with_commands

pytestmark = pytest.mark.slow

BAD = {
    "a.txt": b"\xff\xfe\xfd",
    "b.txt": b"---\ntitle: A\ntitel: B\n---\nOne.\n\nTwo.\n",
    "c.txt": b"",
    "d.txt": b"---\nslug: e\n---\nOne.\n\nTwo.\n",
    "e.txt": b"One.\n\nTwo.\n",
}


def project(to: Path, stories: dict[str, bytes]) -> Path:
    made = with_commands(set_up(to, {**stories}))
    (made / "docs/authority").mkdir(exist_ok=True)
    return made


def test_it_says_what_a_strict_build_would_say_and_writes_nothing(tmp_path: Path) -> None:
    top = project(tmp_path / "project", BAD)
    (top / "docs/authority/characters.yml").write_text("- name: Nobody\n- nam: x\n", "utf-8")
    before = files(top / "docs")
    done = run(top, "scripts/names", "--check")
    assert done.returncode == 1
    assert done.stdout == ""
    said = done.stderr.splitlines()
    assert all(re.match(r"docs/[\w./]+(:\d+)?: .{10,}", line) for line in said), said
    assert {line.split(":")[0].rpartition("/")[2] for line in said} == {
        "a.txt", "b.txt", "c.txt", "e.txt", "characters.yml"
    }  # fmt: skip
    built = mkdocs(top, "build", "--strict").stderr
    assert [line for line in said if line not in built] == []
    assert files(top / "docs") == before
    assert not (top / "site").exists()


def test_it_is_silent_where_all_is_well(tmp_path: Path) -> None:
    top = project(tmp_path / "project", {"e.txt": BAD["e.txt"]})
    done = run(top, "scripts/names", "--check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_in_a_workflow_the_files_are_annotated(tmp_path: Path) -> None:
    top = project(tmp_path / "project", BAD)
    summary = tmp_path / "summary.md"
    done = run(
        top, "scripts/names", "--check", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary)
    )
    assert done.returncode == 1
    assert "::error file=docs/stories/b.txt,line=3::unknown key 'titel'" in done.stdout
    assert "::warning file=docs/stories/c.txt::" in done.stdout
    assert "docs/stories/a.txt" in summary.read_text("utf-8")

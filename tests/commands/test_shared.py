"""What one command has read, the others need not read; and whoever reads, it is the same."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from anthology import line
from anthology.output import record
from anthology.sources.settings import Settings
from support.project import files, mkdocs, run, set_up, with_commands

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return with_commands(set_up(tmp_path / "project"))


def kept(project: Path) -> dict[str, tuple[int, int]]:
    """Return what tells whether a file that is kept is still the same one."""
    there = (project / ".cache").rglob("*.jsonl")
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in there}


def test_build_names_review_and_export_read_a_story_once(project: Path, tmp_path: Path) -> None:
    assert run(project, "scripts/build").returncode == 0
    first = kept(project)
    assert len(first) == 4
    for command in (["names"], ["names", "--check"], ["review"], ["export", str(tmp_path / "out")]):
        done = run(project, f"scripts/{command[0]}", *command[1:])
        assert (done.returncode, done.stderr) == (0, "")
        assert kept(project) == first
    shutil.rmtree(project / "site")
    assert mkdocs(project, "build", "--strict").returncode == 0
    assert kept(project) == first


def test_a_build_is_the_same_with_what_is_kept_without_it_and_where_it_cannot_be(
    project: Path,
) -> None:
    assert run(project, "scripts/build").returncode == 0
    expected = files(project / "site")
    assert run(project, "scripts/build").returncode == 0
    assert files(project / "site") == expected
    shutil.rmtree(project / ".cache")
    (project / ".cache").write_text("a file", "utf-8")
    done = run(project, "scripts/build")
    assert done.returncode == 0
    assert len([said for said in done.stderr.splitlines() if ".cache" in said]) == 1
    assert files(project / "site") == expected


def test_many_stories_are_read_by_every_core_and_are_what_one_reads(tmp_path: Path) -> None:
    many = {f"{n:03}.txt": f"Anna Berg came to Vienna, day {n}.\n\nAnna sat.\n" for n in range(110)}
    project = with_commands(set_up(tmp_path / "project", many))
    folder = project / "docs/stories"
    expected = [
        record.story(story)
        for story in line.tell(line.gather_folder(folder, "docs/stories", Settings())).stories
    ]
    # As MkDocs alone builds it, Python does not find the program by itself.
    commands = (["-m", "mkdocs", "build"], ["scripts/names", "--json"])
    for command in commands:
        shutil.rmtree(project / ".cache", ignore_errors=True)
        done = run(project, *command)
        assert done.returncode == 0, done.stderr
        assert "cannot help" not in done.stderr
        assert len(kept(project)) == 110
    assert [json.loads(said) for said in done.stdout.splitlines()] == json.loads(
        json.dumps(expected)
    )


def test_a_cluster_without_dask_is_one_line(project: Path) -> None:
    if "distributed" in sys.modules or shutil.which("dask"):
        pytest.skip("Dask is installed")
    done = run(project, "scripts/build", "--dask", "tcp://127.0.0.1:1")
    assert (done.returncode, done.stdout) == (2, "")
    (said,) = done.stderr.splitlines()
    assert said.startswith("scripts/build: --dask needs Dask")
    assert not (project / "site").exists()

"""disk: regular files only, where they seem to lie, and of a size that somebody wrote."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from anthology.model import Problem
from anthology.sources import disk

links = pytest.mark.skipif(os.name == "nt", reason="Windows has other links and no pipes")


def test_a_file_that_is_gone_when_it_is_read_costs_one_line(tmp_path: Path) -> None:
    found = disk.contents(tmp_path / "a.txt", tmp_path, "docs/stories/a.txt", 10)
    assert isinstance(found, Problem)
    assert "not there any more" in found.message
    assert found.refused


@pytest.mark.parametrize(("largest", "said"), [(10, "10 bytes"), (1_500_000, "1.5 MB")])
def test_a_file_that_is_too_large_is_refused_with_the_limit(
    tmp_path: Path, largest: int, said: str
) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * (largest + 1))
    found = disk.contents(tmp_path / "a.txt", tmp_path, "a.txt", largest)
    assert isinstance(found, Problem)
    assert f"larger than {said}," in found.message
    assert disk.contents(tmp_path / "a.txt", tmp_path, "a.txt", largest + 1) == b"x" * (largest + 1)


@links
def test_links_out_linked_folders_and_pipes_go_astray_and_nothing_else_does(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "assets").mkdir(parents=True)
    (docs / "index.md").write_text("x", "utf-8")
    (tmp_path / "secret").write_text("x", "utf-8")
    (docs / "assets/inside").symlink_to("../index.md")
    (docs / "assets/out").symlink_to(tmp_path / "secret")
    (docs / "nowhere").symlink_to("none")
    (docs / "round").symlink_to(docs, target_is_directory=True)
    os.mkfifo(docs / "pipe")
    strays = disk.strays(docs)
    assert {path.relative_to(docs).as_posix() for path in strays} == {
        "assets/out",
        "nowhere",
        "round",
        "pipe",
    }
    assert disk.is_below(str(docs / "round/index.md"), strays)
    assert not disk.is_below(str(docs / "index.md"), strays)
    assert not disk.is_below(None, strays)


def test_a_folder_that_is_not_there_has_no_strays(tmp_path: Path) -> None:
    assert disk.strays(tmp_path / "docs") == frozenset()


def test_limits_are_what_the_editor_sets_and_the_usual_ones_otherwise() -> None:
    assert disk.limits(None) == (disk.USUAL, [])
    assert disk.limits({"stories": 3}) == (disk.Limits(stories=3), [])


@pytest.mark.parametrize("said", [3, "x", {"storys": 3}, {"stories": "3"}, {"bytes": 0}, {1: 1}])
def test_limits_that_are_none_are_told_and_the_usual_ones_hold(said: object) -> None:
    limits, (problem,) = disk.limits(said)
    assert limits == disk.USUAL
    assert problem.refused
    assert "as in 'limits: {bytes: 2000000, paragraph: 200000, stories: 20000}'" in problem.message

"""disk: regular files only, where they seem to lie, and of a size that somebody wrote."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from anthology.model import Fault
from anthology.sources import disk

links = pytest.mark.skipif(os.name == "nt", reason="Windows has other links and no pipes")


def test_a_file_that_is_gone_when_it_is_read_costs_one_line(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="no longer there") as fault:
        disk.contents(tmp_path / "a.txt", tmp_path, 10)
    assert fault.value.refused


@pytest.mark.parametrize(("largest", "said"), [(10, "10 bytes"), (1_500_000, "1.5 MB")])
def test_a_file_that_is_too_large_is_refused_with_the_limit(
    tmp_path: Path, largest: int, said: str
) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * (largest + 1))
    with pytest.raises(Fault, match=f"larger than {said};"):
        disk.contents(tmp_path / "a.txt", tmp_path, largest)
    assert disk.contents(tmp_path / "a.txt", tmp_path, largest + 1) == b"x" * (largest + 1)


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
    survey = disk.survey(docs)
    assert survey.strays == {"assets/out", "nowhere", "round", "pipe"}
    assert survey.files == {"assets/inside", "index.md"}
    assert survey.is_astray("round/index.md")
    assert not survey.is_astray("index.md")


def test_in_a_folder_that_is_not_there_lies_nothing(tmp_path: Path) -> None:
    assert disk.survey(tmp_path / "docs") == disk.Survey()


def test_limits_are_what_the_editor_sets_and_the_usual_ones_otherwise() -> None:
    assert disk.limits(None) == (disk.USUAL, [])
    assert disk.limits({"stories": 3}) == (disk.Limits(stories=3), [])


@pytest.mark.parametrize("said", [3, "x", {"storys": 3}, {"stories": "3"}, {"bytes": 0}, {1: 1}])
def test_limits_that_are_none_are_told_and_the_usual_ones_hold(said: object) -> None:
    limits, (problem,) = disk.limits(said)
    assert limits == disk.USUAL
    assert problem.refused
    assert "as in 'limits: {bytes: 2000000, paragraph: 200000, stories: 20000}'" in problem.message

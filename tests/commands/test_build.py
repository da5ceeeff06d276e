"""scripts/build: the old site stays until the new one is whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import building
from support import TOP

STEPS = ["rename", "rename", "rmtree"]
"""What a swap does to the disk, in this order."""


class Cut(BaseException):
    """The power goes."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one page, with its site built."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("first", "utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/main.html").write_text("{{ config.site_url }} {{ page.content }}", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\n"
        "site_url: !ENV [SITE_URL, 'http://127.0.0.1:8000/']\n"
        "theme: {name: null, custom_dir: theme}\n"
        "plugins: []\n",
        "utf-8",
    )
    assert building.build(tmp_path) == 0
    assert "first" in page(tmp_path)
    (tmp_path / "docs/index.md").write_text("second", "utf-8")
    return tmp_path


def page(project: Path) -> str:
    return (project / "site/index.html").read_text("utf-8")


def break_with(project: Path, hook: str) -> None:
    (project / "hook.py").write_text(hook, "utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")


def left_over(project: Path) -> list[Path]:
    return [path for path in project.glob(".site.*") if path.is_dir()]


def test_a_good_build_takes_the_place_of_the_old_site(project: Path) -> None:
    (project / "site/gone.html").touch()
    assert building.build(project) == 0
    assert "second" in page(project)
    assert not (project / "site/gone.html").exists()
    assert not left_over(project)


def test_site_url_is_the_environments(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/repository/")
    assert building.build(project) == 0
    assert "https://example.org/repository/" in page(project)


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(
            "import logging\n"
            "def on_pre_build(config): logging.getLogger('mkdocs').warning('doubtful')",
            id="warning",
        ),
        pytest.param(
            "from mkdocs.exceptions import PluginError\n"
            "def on_post_build(config): raise PluginError('refused')",
            id="refusal",
        ),
    ],
)
def test_a_build_that_fails_leaves_the_old_site(project: Path, fault: str) -> None:
    break_with(project, fault)
    assert building.build(project) != 0
    assert "first" in page(project)
    assert not left_over(project)


def test_a_build_that_breaks_leaves_the_old_site(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    break_with(project, "def on_post_build(config): raise OSError('disk full')")
    assert building.build(project) == 1
    assert "site/ stays as it was" in capsys.readouterr().err
    assert "first" in page(project)
    assert not left_over(project)
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    assert building.build(project) == 0
    assert "second" in page(project)
    assert not left_over(project)


def test_a_build_that_is_killed_leaves_the_old_site(project: Path) -> None:
    kill = "import os, signal\ndef on_post_build(config): os.kill(os.getpid(), signal.SIGTERM)"
    break_with(project, kill)
    command = "import pathlib, sys, building; sys.exit(building.build(pathlib.Path(sys.argv[1])))"
    done = subprocess.run(
        [sys.executable, "-c", command, str(project)],
        cwd=TOP / "scripts",
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0
    assert "first" in page(project)


@pytest.mark.parametrize("step", range(len(STEPS)))
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_swap_that_is_cut_is_finished_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, when: str
) -> None:
    site, new, old = (tmp_path / name for name in ("site", "new", "old"))
    for folder in (site, new):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name, "utf-8")
    done: list[str] = []

    def cut(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def act_or_cut(*arguments: object) -> None:
            done.append(name)
            if len(done) - 1 == step and when == "before":
                raise Cut
            act(*arguments)
            if len(done) - 1 == step:
                raise Cut

        return act_or_cut

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", cut("rename", Path.rename))
        patch.setattr(shutil, "rmtree", cut("rmtree", shutil.rmtree))
        with pytest.raises(Cut):
            building.swap(site, new, old)
    assert done == STEPS[: step + 1]

    building.recover(site, new, old)
    begun = (step, when) != (0, "before")
    assert (site / "index.html").read_text("utf-8") == ("new" if begun else "site")
    assert not new.exists()
    assert not old.exists()


def test_what_a_first_build_left_unfinished_is_never_taken_for_a_site(tmp_path: Path) -> None:
    site, new, old = (tmp_path / name for name in ("site", "new", "old"))
    new.mkdir()
    building.recover(site, new, old)
    assert not site.exists()
    assert not new.exists()

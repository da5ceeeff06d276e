"""scripts/bench: what a build costs, beside others on the same pages, and how long one waits."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import benching
import corpus
import rivals
from support import TOP
from support.project import surroundings

pytestmark = pytest.mark.slow


def bench(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command here, where it makes a project of its own elsewhere."""
    return subprocess.run(
        [sys.executable, "scripts/bench", *arguments],
        cwd=TOP,
        env=surroundings(**variables),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_prints_costs_ratios_and_waits() -> None:
    done = bench("20", "--rounds", "1", "--saves", "1")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^\d+ cores, \d+ GB, Python 3", done.stdout)
    rows = re.findall(r"^(\w[\w /]*?) +([\d.,]+(?: +[\d.,]+){4})$", done.stdout, re.MULTILINE)
    figures = {name: row.split() for name, row in rows}
    builds = ["ours", "Material", *(["Hugo", "ours / Hugo"] if shutil.which("hugo") else [])]
    assert figures.keys() >= set(builds)
    for name in builds:
        assert all(float(figure.replace(",", "")) > 0 for figure in figures[name])
    assert "first page of scripts/serve: " in done.stdout
    assert re.search(r"saved, the names stay: +\d+ ms", done.stdout)
    assert re.search(r"saved, with a new name: +\d+ ms", done.stdout)


@pytest.mark.nightly
def test_two_sizes_show_how_the_cost_grows() -> None:
    done = bench("10", "20", "--rounds", "1", "--without", "Hugo", "Material")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(
        r"^ours: CPU grows with the power -?\d\.\d\d from 10 to 20$", done.stdout, re.MULTILINE
    )


@pytest.mark.nightly
def test_without_hugo_it_says_so_and_measures_the_rest() -> None:
    done = bench("10", "--rounds", "1", "--without", "Material", PATH="")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Hugo is not installed" in done.stdout
    assert re.search(r"^ours +\d", done.stdout, re.MULTILINE)


def test_the_stories_are_always_the_same() -> None:
    told = list(corpus.stories(12))
    assert told == list(corpus.stories(12))
    assert len({name.partition("_")[2][:8] for name, _ in told}) == 12


def test_hugo_is_given_the_same_pages(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for place, body in (
        ("", "Home"),
        ("stories", "All"),
        (f"stories/{rivals.EDITED}", "{{ One }}"),
    ):
        (site / place).mkdir(exist_ok=True)
        html = f"<html><title>T</title>{{{{<article class=a>{body}</article></html>"
        (site / place / "index.html").write_text(html, "utf-8")
    (site / "data.json").write_text("{}", "utf-8")
    rivals.hugo(site, tmp_path / "hugo")
    made = {
        path.relative_to(tmp_path / "hugo").as_posix() for path in (tmp_path / "hugo").rglob("*.*")
    }
    assert made >= {
        "content/_index.html",
        "content/stories/_index.html",
        f"content/stories/{rivals.EDITED}.html",
        "static/data.json",
    }
    text = (tmp_path / f"hugo/content/stories/{rivals.EDITED}.html").read_text("utf-8")
    assert text == f'{{"title": "T", "url": "/stories/{rivals.EDITED}/"}}\n{{{{ One }}}}'
    shell = (tmp_path / "hugo/layouts/_default/single.html").read_text("utf-8")
    assert "<title>{{ .Title }}</title>" in shell
    assert '{{ "{{" }}<article class=a>{{ .Content }}</article></html>' in shell


def test_the_table_has_no_ratio_where_there_is_no_hugo() -> None:
    assert benching.table(3, {})[1:2] == ["3 stories"]

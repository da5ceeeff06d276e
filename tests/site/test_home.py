"""The editor's note: what is wrong with it costs one line, and nothing of it is published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.project import files, mkdocs, set_up
from support.sites import Built

pytestmark = pytest.mark.slow

STORY: dict[str, str | bytes] = {"tide.txt": "The tide was out.\n\nNed Flint saw it, and left.\n"}
UNSEEN = "The secret is out."


def linked(home: Path) -> None:
    outside = home.parents[2] / "secret.md"
    outside.write_text(f"# Secret\n\n{UNSEEN}\n", "utf-8")
    home.unlink()
    home.symlink_to(outside)


def not_yaml(home: Path) -> None:
    home.write_text(f"---\ntitle: a: b\n---\n{UNSEEN}\n", "utf-8")


def not_utf_8(home: Path) -> None:
    home.write_bytes(f"{UNSEEN} L\xe9a.\n".encode("latin-1"))


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (linked, "docs/index.md: not published: a link that leads elsewhere"),
        (not_yaml, "docs/index.md:2: front matter is not YAML"),
        (not_utf_8, "docs/index.md:1: not UTF-8 at byte 20"),
    ],
)
def test_a_note_that_cannot_be_taken_costs_one_line_and_is_not_published(
    tmp_path: Path, spoil: Callable[[Path], None], line: str
) -> None:
    project = set_up(tmp_path / "project", STORY)
    (project / "site").mkdir()
    (project / "site/old.html").write_text("old", "utf-8")
    spoil(project / "docs/index.md")
    strict = mkdocs(project, "build", "--strict")
    assert strict.returncode != 0
    assert list(files(project / "site")) == ["old.html"]
    plain = mkdocs(project, "build")
    assert plain.returncode == 0, plain.stderr
    for done in (strict, plain):
        told = [said for said in done.stderr.splitlines() if "docs/" in said]
        assert [line in said for said in told] == [True]
        assert "Traceback" not in done.stderr
    home = Built(project / "site").pages[""].one("article").text
    assert "Contents" in home
    assert not [p for p, data in files(project / "site").items() if UNSEEN.encode() in data]


def test_a_title_is_plain_in_an_export_and_escaped_only_where_the_theme_prints_it(
    tmp_path: Path,
) -> None:
    title = "Tom & Jerry <3"
    project = set_up(tmp_path / "project", {"a.txt": f"---\ntitle: {title}\n---\nA cat.\n\nRan.\n"})
    (project / "docs/index.md").write_text(f"---\ntitle: {title}\n---\n# Hello\n", "utf-8")
    assert mkdocs(project, "build", "--strict").returncode == 0
    html = (project / "site/stories/a/index.html").read_text("utf-8")
    assert "<title>Tom &amp; Jerry &lt;3 – " in html
    assert 'property="og:title" content="Tom &amp; Jerry &lt;3"' in html
    home = (project / "site/index.html").read_text("utf-8")
    assert "&amp;amp;" not in html + home

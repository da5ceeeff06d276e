"""Same in, same out: no clock is in the site, and a change in a story is where the story is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from support.project import URL, files, mkdocs, set_up

pytestmark = pytest.mark.slow

SEEDS: dict[str, str | bytes] = {
    "one.txt": "It rained.\n\nAnna Berg went to Vienna. Anna Berg sat.\n\nThe tram was red.\n",
    "two.txt": "It snowed.\n\nBen Holt went to Vienna. Ben Holt sat.\n\nThe boat was late.\n",
    "three.txt": "It thawed.\n\nKit Marsh was in Oslo. Kit Marsh ran.\n\nThe bus was full.\n",
}
SUMS = {"data/anthology.json", "search/search_index.json"}
"""What holds the words of all stories."""


def built(project: Path, **variables: str) -> dict[str, bytes]:
    done = mkdocs(project, "build", "--strict", SITE_URL=URL, **variables)
    assert done.returncode == 0, done.stderr
    return files(project / "site")


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    paths = before.keys() | after.keys()
    # What goes to be read elsewhere is made of all stories, too.
    return {
        path
        for path in paths
        if before.get(path) != after.get(path) and not path.startswith(("downloads/", "feed"))
    }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return set_up(tmp_path / "project", SEEDS)


def edit(project: Path, name: str, old: str, new: str) -> None:
    path = project / "docs/stories" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_day_of_a_build_is_nowhere_in_the_site(project: Path) -> None:
    """Two builds on one day would not tell: so it is looked for."""
    site = built(project)
    assert b"<lastmod>" not in site["sitemap.xml"]
    assert site["sitemap.xml.gz"][4:8] == b"\0\0\0\0"
    for path, data in site.items():
        if path.endswith((".html", ".json", ".xml")) and not path.startswith("assets/"):
            assert not re.search(rb"\b20[2-9]\d-\d\d-\d\d", data), path


def test_a_date_that_is_given_is_the_date_of_the_site(project: Path) -> None:
    site = built(project, SOURCE_DATE_EPOCH="1700000000")
    assert set(re.findall(rb"<lastmod>(.*?)</lastmod>", site["sitemap.xml"])) == {b"2023-11-14"}
    # MkDocs knows the day, and no hour.
    assert int.from_bytes(site["sitemap.xml.gz"][4:8], "little") == 1_700_000_000 // 86_400 * 86_400


def test_a_date_that_is_none_is_refused_while_nothing_is_lost(project: Path) -> None:
    before = built(project)
    done = mkdocs(project, "build", SOURCE_DATE_EPOCH="yesterday")
    assert done.returncode != 0
    assert "SOURCE_DATE_EPOCH is a number of seconds since 1970" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert files(project / "site") == before


def test_a_change_in_a_story_changes_the_pages_that_show_it_and_no_other(project: Path) -> None:
    before = built(project)
    edit(project, "two.txt", "late", "lost")
    after = built(project)
    story = {"stories/two/index.html", "stories/two/two.txt", "data/stories/two.json"}
    assert changed(before, after) == story | SUMS
    edit(project, "two.txt", "Ben Holt sat", "Ben Holt ran")
    again = built(project)
    assert changed(after, again) == story | SUMS | {"characters/ben-holt/index.html"}
    edit(project, "two.txt", "ran", "sat")
    edit(project, "two.txt", "lost", "late")
    assert changed(before, built(project)) == set()


def test_a_story_that_goes_leaves_nothing_behind(project: Path) -> None:
    before = built(project)
    path = project / "docs/stories/three.txt"
    text = path.read_bytes()
    path.unlink()
    after = built(project)
    assert not [name for name, data in after.items() if b"Kit Marsh" in data or "kit" in name]
    path.write_bytes(text)
    assert changed(before, built(project)) == set()

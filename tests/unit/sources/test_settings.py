"""site: the settings come from mkdocs.yml, also without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from anthology.sources import settings
from anthology.sources.settings import Site
from support import TOP

MKDOCS = """\
site_name: Paris, in Passing
site_url: !ENV [ANTHOLOGY_TEST_URL, "http://127.0.0.1:8000/"]
site_description: Four encounters.
theme:
  name: material
  language: fr
markdown_extensions:
  - toc:
      slugify: !!python/name:pymdownx.slugs.uslugify
hooks: [hooks/events.py]
"""


def test_title_address_description_and_language_are_those_of_mkdocs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_bytes(b"\xef\xbb\xbf# Hello")
    found = settings.read(tmp_path)
    assert found == Site(
        title="Paris, in Passing",
        url="http://127.0.0.1:8000/",
        description="Four encounters.",
        lang="fr",
        home="# Hello",
    )
    monkeypatch.setenv("ANTHOLOGY_TEST_URL", "https://example.org/book/")
    assert settings.read(tmp_path).url == "https://example.org/book/"


@pytest.mark.parametrize("theme", ["", "theme: readthedocs\n", "theme:\n  name: mkdocs\n"])
def test_what_is_not_said_has_a_default(tmp_path: Path, theme: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: A\n{theme}", encoding="utf-8")
    assert settings.read(tmp_path) == Site("A")


def test_our_own_settings_are_read_as_mkdocs_reads_them() -> None:
    ours = settings.read(TOP)
    config = load_config(str(TOP / "mkdocs.yml"), hooks=[], plugins=[])
    assert ours.title == config.site_name
    assert ours.url == config.site_url
    assert ours.description == config.site_description
    assert ours.lang == config.theme["language"]


def test_a_home_page_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert settings.note(tmp_path) == ""

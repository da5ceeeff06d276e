"""settings: they come from mkdocs.yml, also without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from anthology.model import Fault
from anthology.sources import settings
from anthology.sources.settings import Settings
from support import TOP

MKDOCS = """\
site_name: Paris, in Passing
site_url: !ENV [ANTHOLOGY_TEST_URL, "http://127.0.0.1:8000/"]
theme:
  name: material
  language: fr
markdown_extensions:
  - toc:
      slugify: !!python/name:pymdownx.slugs.uslugify
hooks: [hooks/events.py]
extra:
  limits: {bytes: 100}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mkdocs.yml"


def test_title_address_language_and_limits_are_those_of_mkdocs(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(MKDOCS, encoding="utf-8")
    assert settings.read(file) == Settings(
        title="Paris, in Passing",
        url="http://127.0.0.1:8000/",
        lang="fr",
        limits={"bytes": 100},
    )
    monkeypatch.setenv("ANTHOLOGY_TEST_URL", "https://example.org/book/")
    assert settings.read(file).url == "https://example.org/book/"


@pytest.mark.parametrize("theme", ["", "theme: readthedocs\n", "theme:\n  name: mkdocs\n"])
def test_what_is_not_said_has_a_default(file: Path, theme: str) -> None:
    file.write_text(f"site_name: A\n{theme}", encoding="utf-8")
    assert settings.read(file) == Settings("A")


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"site_name: a: b\n", 1, "not YAML: mapping values are not allowed here"),
        (b"site_name: A\n\tb: c\n", 2, "not YAML: found character"),
        (b"site_name: L\xe9a\n", None, "not UTF-8 at byte 12"),
        (b"- a\n", None, "not settings"),
        (b"", None, "not settings"),
    ],
)
def test_broken_settings_are_told_in_one_line(
    file: Path, data: bytes, line: int | None, message: str
) -> None:
    file.write_bytes(data)
    with pytest.raises(Fault, match=message) as fault:
        settings.read(file)
    assert fault.value.line == line
    assert "\n" not in fault.value.message


def test_settings_that_are_not_there_are_told(file: Path) -> None:
    with pytest.raises(Fault, match="cannot be read"):
        settings.read(file)


def test_our_own_settings_are_read_as_mkdocs_reads_them() -> None:
    ours = settings.read(TOP / "mkdocs.yml")
    config = load_config(str(TOP / "mkdocs.yml"), hooks=[], plugins=[])
    assert ours.title == config.site_name
    assert ours.url == config.site_url
    assert ours.lang == config.theme["language"]
    assert ours.limits == config.extra["limits"]

"""What the editor calls the anthology, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from anthology.sources import disk


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of the anthology, which ``mkdocs.yml`` holds, and the editor's note."""

    title: str
    url: str = ""
    description: str = ""
    lang: str = "en"
    """Language of a story that does not say."""
    home: str = ""
    """The Markdown of ``docs/index.md``."""
    limits: object = None
    """What ``extra: limits:`` says, for ``disk.limits`` to check."""


_NO_PAGES = frozenset({"stories", "authority", "overrides"})
"""Folders below ``docs/`` that no page is published from as it is."""


class _Loader(yaml.SafeLoader):
    """Takes ``!ENV`` as MkDocs does, and passes over tags that are meant for others."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def note(docs: Path) -> str:
    """Give the Markdown of the home page as the editor wrote it, or nothing."""
    home = docs / "index.md"
    return home.read_text(encoding="utf-8-sig") if home.is_file() else ""


def written(docs: Path) -> list[Path]:
    """Give the pages below ``docs`` that somebody wrote by hand, seeds left out."""
    strays = disk.strays(docs)
    return [
        path
        for path in sorted(docs.rglob("*.md"))
        if path.relative_to(docs).parts[0] not in _NO_PAGES and path not in strays
    ]


def read(top: Path) -> Site:
    """Give the settings in ``mkdocs.yml`` below ``top``, for those who work without MkDocs."""
    text = (top / "mkdocs.yml").read_text(encoding="utf-8")
    settings: dict[str, Any] = yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader
    theme, extra = settings.get("theme"), settings.get("extra")
    return Site(
        title=settings.get("site_name") or "",
        url=settings.get("site_url") or "",
        description=settings.get("site_description") or "",
        lang=theme.get("language", "en") if isinstance(theme, dict) else "en",
        home=note(top / "docs"),
        limits=extra.get("limits") if isinstance(extra, dict) else None,
    )

"""What ``mkdocs.yml`` says about the anthology: its title, its address and more."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from anthology.model import Fault


@dataclass(frozen=True, slots=True)
class Settings:
    """The title of the anthology, and what holds for all of it."""

    title: str = ""
    url: str = ""
    """Address where it is published, to which MkDocs adds a slash; empty if it is not known."""
    lang: str = "en"
    """Language of the stories whose front matter does not give one."""
    limits: object = None
    """The value of ``extra: limits:``, which ``disk.limits`` checks."""


class _Loader(yaml.SafeLoader):
    """A loader that reads ``!ENV`` as MkDocs does, and reads None for every other tag."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def read(file: Path) -> Settings:
    """Return the settings in ``file``, the ``mkdocs.yml`` of a project, without using MkDocs.

    Raises:
        Fault: where it cannot be read, or is not YAML with settings in it.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
        settings = yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader
    except OSError as error:
        raise Fault(f"cannot be read ({error.strerror}); check the file and its rights") from None
    except UnicodeDecodeError as error:
        raise Fault(f"not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise Fault(f"not YAML: {problem}", mark.line + 1 if mark else None) from None
    if not isinstance(settings, dict):
        raise Fault("not settings; it consists of lines such as 'site_name: My stories'")
    return Settings(
        title=str(settings.get("site_name") or ""),
        url=_with_slash(settings.get("site_url") or ""),
        lang=_section(settings, "theme").get("language", "en"),
        limits=_section(settings, "extra").get("limits"),
    )


def _with_slash(url: str) -> str:
    """Return ``url`` as MkDocs takes it: with a slash at its end, unless it is empty."""
    return f"{url.rstrip('/')}/" if url else ""


def _section(settings: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the settings under ``key``; none where there is no such section."""
    section = settings.get(key)
    return section if isinstance(section, dict) else {}

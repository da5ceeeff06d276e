"""What the frame around a page takes from the theme, and how values are written into it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from frame import ThemeChanged

_FILES: Final = {
    "styles": re.compile(r"assets/stylesheets/main\.\w+\.min\.css"),
    "script": re.compile(r"assets/javascripts/bundle\.\w+\.min\.js"),
    "worker": re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js"),
}
"""The theme's files that the frame names; each release gives them other names."""
_PRINTED_RAW: Final = ("title", "description")
"""Keys of the front matter that the frame prints as they are, because MkDocs' own titles come
escaped."""


def files(paths: Iterable[str]) -> dict[str, str]:
    """Return the paths of the theme's files that the frame names, found among ``paths``.

    Raises:
        ThemeChanged: where one of them is missing.
    """
    there = list(paths)
    found = {}
    for name, pattern in _FILES.items():
        path = next(filter(pattern.fullmatch, there), None)
        if path is None:
            raise ThemeChanged(
                f"The theme has no file like '{pattern.pattern}' any more; install the "
                "mkdocs-material that requirements.txt names."
            )
        found[name] = path
    return found


def escaped(matter: Mapping[str, Any]) -> dict[str, str]:
    """Return the values of the front matter ``matter`` that the frame prints as they are."""
    return {
        key: html.escape(value) for key in _PRINTED_RAW if isinstance(value := matter.get(key), str)
    }


def once() -> Callable[..., str]:
    """Return what a template calls to write once what several pages have in common.

    It takes a key, and the block of the template that writes it.
    """
    written: dict[str, str] = {}

    def kept(key: str, caller: Callable[[], str]) -> str:
        if key not in written:
            written[key] = caller()
        return written[key]

    return kept

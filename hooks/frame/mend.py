"""Corrections to the theme's HTML where it breaks the rules for accessible HTML."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any, Final

from frame import ThemeChanged

_MENDED: Final = (
    # A checkbox has nothing to complete automatically.
    (
        'data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off"',
        'data-md-toggle="drawer" type="checkbox" id="__drawer" aria-hidden="true" tabindex="-1"',
    ),
    (
        'data-md-toggle="search" type="checkbox" id="__search" autocomplete="off"',
        'data-md-toggle="search" type="checkbox" id="__search" aria-label="Search"',
    ),
    # A field that is always visible is not a dialog. Its content says that it is a search.
    ('data-md-component="search" role="dialog"', 'data-md-component="search"'),
    # The list of results is a list.
    (
        '<ol class="md-search-result__list" role="presentation">',
        '<ol class="md-search-result__list">',
    ),
)
"""Pairs of HTML: what the theme writes, and what should stand there instead."""
_PRINTED_RAW: Final = ("title", "description")
"""Keys of the front matter that mkdocs-material prints without escaping them."""


def mended(page: str) -> str:
    """Return the HTML of a ``page`` of mkdocs-material 9.8 without its known defects."""
    for theirs, right in _MENDED:
        page = page.replace(theirs, right)
    return page


def check(page: str) -> None:
    """Check that the HTML of ``page``, which has all parts of the theme, has all known defects.

    Raises:
        ThemeChanged: where a known defect is missing; the theme may then have new ones.
    """
    for theirs, _ in _MENDED:
        if theirs not in page:
            raise ThemeChanged(
                f"The theme has no '{theirs}' any more, which hooks/frame/mend.py mends; install "
                "the mkdocs-material that requirements.txt names."
            )


def escaped(matter: Mapping[str, Any]) -> dict[str, str]:
    """Return the values of the front matter ``matter`` that the theme prints raw, escaped."""
    return {
        key: html.escape(value) for key in _PRINTED_RAW if isinstance(value := matter.get(key), str)
    }

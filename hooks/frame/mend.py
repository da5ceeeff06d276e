"""Where the theme's own pages fall short of the rules for accessible HTML, mended."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any, Final

from frame import ThemeChanged

_MENDED: Final = (
    # A checkbox has nothing to complete.
    (
        'data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off"',
        'data-md-toggle="drawer" type="checkbox" id="__drawer" aria-hidden="true" tabindex="-1"',
    ),
    (
        'data-md-toggle="search" type="checkbox" id="__search" autocomplete="off"',
        'data-md-toggle="search" type="checkbox" id="__search" aria-label="Search"',
    ),
    # A field that is always there is no dialog; what is in it says that it is a search.
    ('data-md-component="search" role="dialog"', 'data-md-component="search"'),
    # The list of results is one.
    (
        '<ol class="md-search-result__list" role="presentation">',
        '<ol class="md-search-result__list">',
    ),
)
_PRINTED_RAW: Final = ("title", "description")
"""Front matter that mkdocs-material prints as it stands."""


def mended(page: str) -> str:
    """Return the HTML of a ``page`` of mkdocs-material 9.8 without its known defects."""
    for theirs, right in _MENDED:
        page = page.replace(theirs, right)
    return page


def check(page: str) -> None:
    """Look whether the theme still is what is mended, on a ``page`` that has all of it.

    Raises:
        ThemeChanged: where a known defect is not there, and so perhaps another is.
    """
    for theirs, _ in _MENDED:
        if theirs not in page:
            raise ThemeChanged(
                f"The theme has no '{theirs}' any more, which hooks/frame/mend.py mends; install "
                "the mkdocs-material that requirements.txt names."
            )


def escaped(matter: Mapping[str, Any]) -> dict[str, str]:
    """Return those values of front matter that the theme prints raw, escaped."""
    return {
        key: html.escape(value) for key in _PRINTED_RAW if isinstance(value := matter.get(key), str)
    }

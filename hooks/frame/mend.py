"""Where the theme's own pages fall short of the rules for accessible HTML, mended."""

from __future__ import annotations

_MENDED = (
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


def mended(page: str) -> str:
    """Give the HTML of a ``page`` of mkdocs-material 9.8 without its known defects."""
    for theirs, right in _MENDED:
        page = page.replace(theirs, right)
    return page

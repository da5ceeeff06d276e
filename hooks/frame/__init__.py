"""What surrounds the pages in MkDocs: the theme, links, the policy, the search and ``serve``."""

from __future__ import annotations


class ThemeChanged(Exception):
    """The theme lacks what this code needs, so it is not the version the code was written for."""

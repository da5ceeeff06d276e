"""What surrounds the pages in MkDocs: corrections to the theme, the policy and the search."""

from __future__ import annotations


class ThemeChanged(Exception):
    """The theme lacks what this code mends, so it is not the version the code was written for."""

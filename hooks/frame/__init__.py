"""What stands around the pages in MkDocs: the theme mended, the policy, the search."""

from __future__ import annotations


class ThemeChanged(Exception):
    """What is to be mended is not there: the theme is not the one that this was written for."""

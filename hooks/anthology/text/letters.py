"""Letters of all scripts, for patterns."""

from __future__ import annotations

from typing import Final

CAPITALS: Final = "".join(filter(str.istitle, map(chr, range(0x10000))))
"""All capital letters up to U+FFFF. A pattern that begins with a set of them is found fast: ``re``
passes over all other characters without trying the rest."""

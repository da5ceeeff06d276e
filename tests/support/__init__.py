"""What the tests share: stories made by hand, hostile texts, rendered pages, sites, a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Final

TOP: Final = Path(__file__).resolve().parents[2]
"""The project's folder."""

"""What the tests share: stories made by hand, hostile texts, rendered pages, sites, a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Final

TOP: Final = Path(__file__).resolve().parents[2]
"""The project's folder."""

STORIES: Final = TOP / "tests/gold/seeds"
"""Four stories that the tests stand on, whatever an editor keeps in ``docs/``."""
TITLES: Final = {
    "000_ffa6864c1bcd727b.txt": "Léa Roux in Montmartre",
    "001_b5b991255ae387bd.txt": "Viktoria Leroy in Paris",
    "002_0ed4ce5078f55053.txt": "Valérie Ivanov in Paris",
    "003_7920a8a583bb5bde.txt": "Alejandro Lefevre in Montmartre",
}
"""What the four are called."""

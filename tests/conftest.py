"""What the tests share: how many examples hypothesis tries, and how golden files are renewed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from support.browser import chromium, reads
from support.sites import (
    address,
    awkward,
    awkward_address,
    four,
    hard,
    hard_address,
    nowhere,
    nowhere_address,
    site,
)

__all__ = [
    "address",
    "awkward",
    "awkward_address",
    "chromium",
    "four",
    "hard",
    "hard_address",
    "nowhere",
    "nowhere_address",
    "reads",
    "site",
]

Golden = Callable[[Path, str], None]

# The same examples every time: a test that fails today failed yesterday. To look further afield,
# `scripts/test --hypothesis-profile thorough`.
hypothesis.settings.register_profile(
    "quick",
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    # Which lines only failing examples run takes long to find out, and says little.
    phases=[phase for phase in hypothesis.Phase if phase is not hypothesis.Phase.explain],
)
hypothesis.settings.register_profile(
    "brief", hypothesis.settings.get_profile("quick"), max_examples=5
)
hypothesis.settings.register_profile(
    "nightly", hypothesis.settings.get_profile("quick"), max_examples=300
)
hypothesis.settings.register_profile(
    "thorough", hypothesis.settings.get_profile("quick"), max_examples=20_000
)
hypothesis.settings.load_profile("quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what comes out into the golden files, to be read before it is committed",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the golden file at a path, or renew the file if that was asked for."""
    update = request.config.getoption("--update-golden")

    def compare(path: Path, text: str) -> None:
        if update:
            path.write_text(text, encoding="utf-8", newline="")
        assert text == path.read_text(encoding="utf-8"), f"see {path.name}, or --update-golden"

    return compare

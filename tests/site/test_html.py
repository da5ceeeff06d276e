"""Every page, handed to the Nu HTML checker."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import nu
from support.sites import Built

pytestmark = pytest.mark.slow


@pytest.fixture
def checker(capfd: pytest.CaptureFixture[str]) -> list[str]:
    """How the checker is run. Where it cannot be, that is said loudly; in CI it is a failure."""
    try:
        return nu.checker()
    except nu.Missing as reason:
        line = f"no page was checked by the Nu HTML checker, since {reason}"
        if os.environ.get("CI"):
            pytest.fail(line)
        with capfd.disabled():
            print(f"\nNOT CHECKED: {line}", file=sys.stderr)
        pytest.skip(line)


def remarks(checker: list[str], *paths: Path) -> list[str]:
    """Return the errors and the warnings of the pages in some folders."""
    command = [*checker, "--stdout", "--format", "json", "--skip-non-html", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return [
        f"{each['url']}:{each['lastLine']}: {each['message']}"
        for each in json.loads(done.stdout)["messages"]
        if each["type"] == "error" or each.get("subType") == "warning"
        # It takes our own scripts for strangers', since a file has no host that 'self' could mean.
        if "Content Security Policy" not in each["message"]
    ]


def test_the_checker_has_nothing_to_remark_on_any_page(
    checker: list[str], site: Built, hard: Built, awkward: Built, nowhere: Built
) -> None:
    """No error and no warning, on our own site and on three of harder anthologies."""
    assert remarks(checker, *(built.folder for built in (site, hard, awkward, nowhere))) == []


def test_what_is_wrong_with_a_page_is_remarked(
    checker: list[str], site: Built, tmp_path: Path
) -> None:
    page = (site.folder / "index.html").read_text("utf-8")
    (tmp_path / "index.html").write_text(page.replace("</h1>", "</h1></p>"), "utf-8")
    (remark,) = remarks(checker, tmp_path)
    assert "No “p” element in scope" in remark

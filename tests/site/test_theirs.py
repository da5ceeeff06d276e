"""The software of an editor with stories of their own passes its own tests."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support import TOP
from support.project import surroundings

pytestmark = pytest.mark.slow

STORIES = {
    "the-kiosk.txt": "The Kiosk\n\nMr. Abel Tort sold papers in Lund.\n\nAbel Tort sold none.\n",
    "b.md": "# *Snow*\n\n> Dear Ida,\n>\n> It snows in Oslo.\n\nIda Holm wept.\n",
}
ENTRIES = {
    "characters.yml": "- name: Abel Tort\n  sort: Tort, A.\n",
    "locations.yml": "- name: Lund\n  kind: city\n",
}


def test_the_quick_tests_pass_with_other_stories_and_other_entries(tmp_path: Path) -> None:
    top = tmp_path / "theirs"
    without = shutil.ignore_patterns(".*", "__pycache__", "site")
    shutil.copytree(TOP, top, ignore=without)
    for name in (".github", ".ci"):
        shutil.copytree(TOP / name, top / name)
    for folder, files in (("stories", STORIES), ("authority", ENTRIES)):
        for path in (top / "docs" / folder).iterdir():
            if path.name != "schema.json":
                path.unlink()
        for name, text in files.items():
            (top / "docs" / folder / name).write_text(text, "utf-8")
    (top / "docs/index.md").write_text("# Ours\n", "utf-8")
    (top / "docs/about.md").write_text("# About us\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-m", "not slow and not nightly", "-x"]
    # The examples are the same ones, so a few of them will do.
    done = subprocess.run(
        [*command, "--hypothesis-profile", "brief", "-p", "no:cacheprovider"],
        cwd=top,
        env=surroundings(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout


def test_whatever_is_in_docs_makes_a_site(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path)],
        cwd=TOP,
        env=surroundings(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "index.html").is_file()

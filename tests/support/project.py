"""Projects to build: the software with stories of the tests' own, and commands run in them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from support import STORIES, TOP

BASE: Final = "/repo/"
"""Where the site stands on its host, as a project's site on GitHub Pages does."""
URL: Final = f"https://example.org{BASE}"
NAME: Final = "Encounters"
"""What the anthology of the tests is called."""
_SETTINGS: Final = {
    "site_name": NAME,
    "site_description": "Four encounters in a city.",
    "copyright": "The texts belong to nobody.",
}
"""The lines of ``mkdocs.yml`` that are an editor's own."""


def set_up(to: Path, stories: Mapping[str, str | bytes] | None = None) -> Path:
    """Return the software at ``to`` with ``stories``, or else with the four of the tests' own.

    Of what an editor keeps in ``docs/`` nothing is taken over but what is part of the software.
    """
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(TOP / "hooks", to / "hooks", ignore=without)
    for folder in ("assets", "overrides"):
        shutil.copytree(TOP / "docs" / folder, to / "docs" / folder)
    for page in (TOP / "tests/support/docs").iterdir():
        shutil.copy(page, to / "docs")
    settings = (TOP / "mkdocs.yml").read_text("utf-8")
    for key, value in _SETTINGS.items():
        settings = re.sub(rf"^{key}:.*$", f'{key}: "{value}"', settings, flags=re.MULTILINE)
    (to / "mkdocs.yml").write_text(settings, "utf-8")
    (to / "docs/stories").mkdir()
    for name, text in (four() if stories is None else stories).items():
        data = text if isinstance(text, bytes) else text.encode()
        (to / "docs/stories" / name).write_bytes(data)
    return to


def four() -> dict[str, str | bytes]:
    """Return the four stories of the tests' own, by the names of their files."""
    return {path.name: path.read_bytes() for path in sorted(STORIES.glob("*.txt"))}


def with_commands(project: Path) -> Path:
    """Return ``project`` with the commands, which find everything set up."""
    shutil.copytree(TOP / "scripts", project / "scripts")
    for file in ("requirements.txt", "requirements-dev.txt"):
        shutil.copy(TOP / file, project)
    (project / ".venv").symlink_to(TOP / ".venv", target_is_directory=True)
    return project


def surroundings(**variables: str) -> dict[str, str]:
    """Return the environment of a command: ours, but as on anybody's machine, and ``variables``."""
    ours = {"SITE_URL", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "SOURCE_DATE_EPOCH"}
    # Who runs the tests from a hook of Git has variables that point at this repository.
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ours and not name.startswith("GIT_")
    }
    return kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"} | variables


def run(project: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command in Python: ``-m mkdocs …`` or ``scripts/names …``."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env=surroundings(**variables),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def mkdocs(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return run(project, "-m", "mkdocs", *arguments, **variables)


def files(folder: Path) -> dict[str, bytes]:
    """Return the content of each file in a folder by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

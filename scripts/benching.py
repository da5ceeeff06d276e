"""Builds the same pages in several ways, in turns, and says what each costs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import rivals
from measuring import HEADS, Cost, cost, least, surroundings

OURS, KEPT, HUGO, MATERIAL = "ours", "ours, with what was kept", "Hugo", "Material"
RIVALS = (HUGO, MATERIAL)


class Bench:
    """The same pages as projects of each kind, in a folder."""

    def __init__(self, stories: int, folder: Path, without: Collection[str]) -> None:
        self.project = rivals.project(stories, folder / "ours")
        self.missing: list[str] = []
        """What could not be measured, a line each."""
        self._folder = folder
        self._builds: dict[str, Callable[[], Cost]] = {OURS: self._ours}
        # The first build gives the pages that the others are given.
        self._ours()
        if (self.project / ".cache").exists():
            self._builds[KEPT] = self._build
        if HUGO not in without:
            self._add_hugo()
        if MATERIAL not in without:
            self._add_material()

    def costs(self, rounds: int) -> Mapping[str, Cost]:
        """Return the least that each build costs in so many ``rounds``, in turns."""
        told: dict[str, list[Cost]] = {name: [] for name in self._builds}
        for _ in range(rounds):
            for name, build in self._builds.items():
                told[name].append(build())
        return {name: least(costs) for name, costs in told.items()}

    def _ours(self) -> Cost:
        shutil.rmtree(self.project / ".cache", ignore_errors=True)
        return self._build()

    def _build(self) -> Cost:
        return _mkdocs(self.project)

    def _add_hugo(self) -> None:
        command = shutil.which("hugo")
        if command is None:
            self.missing.append("Hugo is not installed, and left out (Debian: apt install hugo)")
            return
        folder = self._folder / "hugo"
        rivals.hugo(self.project / "site", folder)

        def build() -> Cost:
            shutil.rmtree(folder / "public", ignore_errors=True)
            return cost([command, "--quiet"], folder, folder / "public")

        self._builds[HUGO] = build

    def _add_material(self) -> None:
        exported, folder = self._folder / "exported", self._folder / "material"
        subprocess.run(
            [sys.executable, "scripts/export", str(exported)],
            cwd=self.project,
            env=surroundings(),
            check=True,
            capture_output=True,
        )
        rivals.material(exported, folder)
        self._builds[MATERIAL] = lambda: _mkdocs(folder)


def _mkdocs(folder: Path) -> Cost:
    """Return what MkDocs costs in ``folder``."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return cost(command, folder, folder / "site", SITE_URL="https://example.org/repo/")


def table(stories: int, costs: Mapping[str, Cost]) -> list[str]:
    """Return the lines of a table of ``costs``, with how many times Hugo's ours are."""
    wide = max(map(len, (*costs, f"{OURS} / {HUGO}"))) + 2
    lines = ["", f"{stories:,} stories", " " * wide + "".join(f"{head:>11}" for head in HEADS)]
    for name, found in costs.items():
        figures = [f"{figure:>11,.2f}" for figure in found.figures[:2]]
        figures += [f"{figure:>11,.0f}" for figure in found.figures[2:]]
        lines.append(f"{name:<{wide}}{''.join(figures)}")
    for name in (OURS, KEPT):
        if name in costs and HUGO in costs:
            pairs = zip(costs[name].figures, costs[HUGO].figures, strict=True)
            ratios = "".join(f"{mine / theirs:>11.2f}" for mine, theirs in pairs)
            lines.append(f"{f'{name} / {HUGO}':<{wide}}{ratios}")
    return lines

"""Measures what commands cost: time on all cores, time on the clock, memory, and what they write.

Only Unix says what one command and its children have cost.
"""

from __future__ import annotations

import math
import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from environment import Stopped

_MEGA = 1e6


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build cost, and the site that it made."""

    cpu: float
    """Seconds of computing, of all processes together."""
    wall: float
    """Seconds on the clock."""
    memory: float
    """Most megabytes that one of its processes held."""
    size: float
    """Megabytes of the site."""
    files: int
    """Files of the site."""

    @property
    def figures(self) -> tuple[float, ...]:
        """The figures, in the order of ``HEADS``."""
        return self.cpu, self.wall, self.memory, self.size, self.files


HEADS = ("CPU s", "wall s", "memory MB", "site MB", "files")


def cost(command: Sequence[str], folder: Path, site: Path, **variables: str) -> Cost:
    """Return what ``command`` cost, which was run in ``folder`` and wrote ``site``.

    Raises:
        Stopped: if the command fails.
    """
    log = folder / "bench.log"
    start = perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=folder, env=surroundings(**variables), stdout=out, stderr=out
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = perf_counter() - start
    if process.returncode:
        last = "".join(log.read_text("utf-8", "replace").splitlines(keepends=True)[-5:])
        raise Stopped(f"{' '.join(command)} failed:\n{last}")
    size, files = _extent(site)
    unit = 1 if platform.system() == "Darwin" else 1024
    return Cost(
        used.ru_utime + used.ru_stime, wall, used.ru_maxrss * unit / _MEGA, size / _MEGA, files
    )


def surroundings(**variables: str) -> Mapping[str, str]:
    """Return the environment of a command: ours, without what decides where a site stands."""
    kept = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    return kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"} | variables


def least(costs: Sequence[Cost]) -> Cost:
    """Return the smallest of each figure: what else the machine does only adds to them."""
    return Cost(*(min(figures) for figures in zip(*(c.figures for c in costs), strict=True)))


def exponent(small: float, large: float, times: float) -> float:
    """Return the power of the size by which a figure grows, when the size grows ``times``."""
    return math.log(large / small) / math.log(times)


def machine() -> str:
    """Return what the figures hang on, in one line."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB, Python {platform.python_version()}"


def _extent(site: Path) -> tuple[int, int]:
    """Return the bytes and the number of the files below ``site``."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return sum(sizes), len(sizes)

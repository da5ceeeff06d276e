"""Nothing published is lost: a build may be killed at any moment, and a whole site is there."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import building
from support import TOP
from support.project import files, set_up, surroundings

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals"),
]

VERSIONS = ("It rained.\n\nAnna Berg went to Vienna. She sat.\n", "It snowed.\n\nNobody went.\n")
BUILD = "import pathlib, sys, building; sys.exit(building.build(pathlib.Path(sys.argv[1])))"
FULL = f"""
import builtins, errno, sys
left, theirs = int(sys.argv[2]), open
def full(file, mode="r", *more, **options):
    global left
    if set(mode) & set("wxa") and ".lock" not in str(file):
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "No space left on device", str(file))
    return theirs(file, mode, *more, **options)
builtins.open = full
{BUILD}
"""
"""A build on a disk that is full after so many files."""


@dataclass
class Published:
    """A project with a site, and what its site is for each version of its story."""

    top: Path
    sites: list[dict[str, bytes]]

    def write(self, version: int) -> None:
        (self.top / "docs/stories/story.txt").write_text(VERSIONS[version], "utf-8")

    def start(self, code: str, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", code, str(self.top), *arguments],
            cwd=TOP / "scripts",
            env=surroundings(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def whole(self) -> bool:
        """Whether the site is one of the two, or both are there between two renames."""
        places = [self.top / name for name in ("site", ".site.old", ".site.new")]
        if places[0].exists():
            return files(places[0]) in self.sites
        return all(files(place) in self.sites for place in places[1:])

    def builds(self, version: int) -> None:
        """See that the next build is right, and leaves nothing beside."""
        self.write(version)
        process = self.start(BUILD)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0, said
        assert files(self.top / "site") == self.sites[version]
        assert not [path for path in self.top.glob(".site.*") if path.is_dir()]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    top = set_up(tmp_path_factory.mktemp("kills") / "project", {"story.txt": VERSIONS[0]})
    made = Published(top, [])
    for version in (0, 1):
        made.write(version)
        process = made.start(BUILD)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0, said
        made.sites.append(files(top / "site"))
    assert made.sites[0] != made.sites[1]
    return made


def moment(chance: random.Random, top: Path, duration: float) -> Callable[[], bool]:
    """Return a moment of a build: any at all, or one near the swap, where few would fall."""
    kind = chance.choice(["any", "any", "writing", "swapping"])
    if kind == "any":
        until = time.monotonic() + chance.uniform(0, duration)
        return lambda: time.monotonic() >= until
    sign = ".site.new/sitemap.xml" if kind == "writing" else ".site.old"
    return (top / sign).exists


def survive(published: Published, seed: int, duration: float) -> None:
    """Kill a build once, and see that a whole site is there and that the next build is right."""
    chance = random.Random(seed)  # noqa: S311 - for chance, not for secrets
    version = seed % 2
    published.write(version)
    process = published.start(BUILD)
    has_come = moment(chance, published.top, duration)
    while process.poll() is None and not has_come():
        time.sleep(0.0005)
    process.send_signal(chance.choice([signal.SIGINT, signal.SIGTERM, signal.SIGKILL]))
    process.communicate(timeout=60)
    assert published.whole(), f"kill {seed} lost the site"
    published.builds(1 - version)


def duration(published: Published) -> float:
    began = time.monotonic()
    published.builds(0)
    return time.monotonic() - began


def test_a_build_that_is_killed_at_any_of_six_moments_leaves_a_whole_site(
    published: Published,
) -> None:
    lasts = duration(published)
    for seed in range(6):
        survive(published, seed, lasts)


@pytest.mark.nightly
def test_a_build_that_is_killed_at_any_of_fifty_moments_leaves_a_whole_site(
    published: Published,
) -> None:
    lasts = duration(published)
    for seed in range(50):
        survive(published, seed, lasts)


@pytest.mark.parametrize(
    "room", [0, 7, *(pytest.param(more, marks=pytest.mark.nightly) for more in (1, 40))]
)
def test_a_build_on_a_full_disk_says_so_in_a_line_and_leaves_the_old_site(
    published: Published, room: int
) -> None:
    published.builds(0)
    published.write(1)
    process = published.start(FULL, str(room))
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.splitlines()[-1].startswith(f"scripts/build: [Errno {errno.ENOSPC}]")
    assert "Traceback" not in said
    assert files(published.top / "site") == published.sites[0]
    assert not (published.top / ".site.new").exists()
    published.builds(1)


def test_seeds_that_come_and_go_while_it_builds_cost_no_site(published: Published) -> None:
    published.builds(0)
    stop = threading.Event()
    folder = published.top / "docs/stories"

    def stir() -> None:
        while not stop.is_set():
            for number in range(40):
                (folder / f"{number}.txt").write_text("One.\n\nTwo.\n", "utf-8")
            for number in range(40):
                (folder / f"{number}.txt").unlink()

    thread = threading.Thread(target=stir)
    thread.start()
    try:
        for _ in range(2):
            process = published.start(BUILD)
            _, said = process.communicate(timeout=60)
            assert "Traceback" not in said
            # One that is caught half written is told like any other.
            assert process.returncode == 0 or "docs/stories/" in said, said
            assert (published.top / "site/stories/story/index.html").is_file()
    finally:
        stop.set()
        thread.join()
    published.builds(1)


def test_a_swap_that_fails_is_taken_back_by_the_next_run(
    published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the old site cannot be moved away, it stays where it is."""
    published.builds(0)
    published.write(1)

    def refuse(self: Path, _target: Path) -> Path:
        raise OSError(errno.EACCES, "Permission denied", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        new = published.top / ".site.new"
        shutil.copytree(published.top / "site", new)
        with pytest.raises(OSError, match="Permission denied"):
            building.swap(published.top / "site", new, published.top / ".site.old")
    assert files(published.top / "site") == published.sites[0]
    published.builds(1)

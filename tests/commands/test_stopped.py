"""What a command cannot go on without costs one line, and its exit status says what it was."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.project import run, set_up, surroundings, with_commands

pytestmark = pytest.mark.slow

COMMANDS = ["serve", "build", "names", "review", "export out"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return with_commands(set_up(tmp_path / "project"))


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_in_use_is_said_with_the_way_round_it(project: Path, taken: int) -> None:
    done = run(project, "scripts/serve", "-a", f"127.0.0.1:{taken}")
    assert done.returncode == 2
    [line] = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
    assert line.startswith("scripts/serve: the address is in use")
    assert "scripts/serve -a 127.0.0.1:8001" in line


@pytest.mark.parametrize("command", COMMANDS)
def test_broken_settings_are_said_with_their_line(project: Path, command: str) -> None:
    (project / "mkdocs.yml").write_text("site_name: One\nsite_url: a: b\n", "utf-8")
    done = run(project, *f"scripts/{command}".split())
    assert (done.returncode, done.stdout) == (2, "")
    name = command.split(maxsplit=1)[0]
    line = f"scripts/{name}: mkdocs.yml:2: not YAML: mapping values are not allowed here."
    assert done.stderr.splitlines() == [line]


def test_a_folder_that_cannot_be_written_is_said(project: Path) -> None:
    # Rights do not stop everybody, and a folder in the place of a file does.
    (project / ".site.lock").mkdir()
    done = run(project, "scripts/build")
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert line.startswith("scripts/build: Is a directory (")
    assert not (project / "site").exists()


@pytest.mark.parametrize("command", ["names", "names --json", "review"])
def test_whoever_closes_the_pipe_has_seen_enough(project: Path, command: str) -> None:
    for number in range(40):
        story = project / "docs/stories/000_ffa6864c1bcd727b.txt"
        shutil.copy(story, story.with_name(f"copy {number}.txt"))
    arguments = [sys.executable, *f"scripts/{command}".split()]
    with subprocess.Popen(
        arguments,
        cwd=project,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait() == 141
    assert "Traceback" not in said
    assert "BrokenPipe" not in said


def test_the_status_is_1_where_something_in_the_anthology_is_wrong(project: Path) -> None:
    (project / "docs/stories/bad.txt").write_bytes(b"\xff\xfe\xfd")
    for command in ("build", "names", "names --check", "export out"):
        assert run(project, *f"scripts/{command}".split()).returncode == 1, command


def test_every_command_has_the_limits_that_the_editor_set(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("bytes: 2000000", "bytes: 100")
    settings.write_text(text, "utf-8")
    for command in ("names", "names --check", "review", "export out"):
        done = run(project, *f"scripts/{command}".split())
        lines = [line for line in done.stderr.splitlines() if "docs/stories/" in line]
        assert len(lines) >= 4, command
        assert all("larger than 100 bytes" in line for line in lines[:4]), command

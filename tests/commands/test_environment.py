"""scripts/environment.py: a command sets up what it needs, once, wherever it is called from."""

from __future__ import annotations

import hashlib
import importlib.util
import itertools
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

import browser
from support import TOP

LOCKED = [TOP / "requirements.txt", TOP / "requirements-dev.txt"]
COMMAND = """\
from environment import enter
enter(dev={dev})
import sys
import {package}
print({package}.__name__, *sys.argv[1:], sys.flags.utf8_mode)
"""


class Project:
    """A folder with our environment.py, two commands and two packages of its own to install."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.venv = top / ".venv"
        (top / "scripts").mkdir(parents=True)
        shutil.copy(TOP / "scripts/environment.py", top / "scripts")
        for file, package, dev in [
            ("requirements.txt", "tiny", False),
            ("requirements-dev.txt", "tool", True),
        ]:
            self.lock(file, package)
            command = COMMAND.format(dev=dev, package=package)
            (top / "scripts" / package).write_text(command, "utf-8")

    def lock(self, file: str, package: str, digest: str | None = None) -> None:
        """Write a requirements file that asks for one package, made here."""
        wheel = self.top / f"{package}-1.0-py3-none-any.whl"
        about = f"{package}-1.0.dist-info"
        with zipfile.ZipFile(wheel, "w") as archive:
            for name, text in [
                (f"{package}.py", ""),
                (f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n"),
                (f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any"),
                (f"{about}/RECORD", ""),
            ]:
                archive.writestr(zipfile.ZipInfo(name), text)
        digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
        requirement = f"{package} @ {wheel.as_uri()} --hash=sha256:{digest}\n"
        (self.top / file).write_text(requirement, "utf-8")

    def start(self, command: str, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(self.top / "scripts" / command), *arguments],
            cwd=self.top.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, command: str, *arguments: str) -> tuple[int, str, str]:
        process = self.start(command, *arguments)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "a project with spaces")


@pytest.mark.slow
def test_the_first_run_sets_up_and_later_ones_do_not(project: Project) -> None:
    status, out, err = project.run("tiny", "one", "two words")
    assert (status, out) == (0, "tiny one two words 1\n")
    assert "Setting up .venv with requirements.txt; this is done once" in err
    assert project.run("tiny") == (0, "tiny 1\n", "")

    status, out, err = project.run("tool")
    assert (status, out) == (0, "tool 1\n")
    assert "Setting up .venv with requirements-dev.txt;" in err
    assert project.run("tool") == (0, "tool 1\n", "")
    assert project.run("tiny") == (0, "tiny 1\n", "")

    # Other requirements want a .venv without what the old ones left in it.
    project.lock("requirements.txt", "tool")
    status, out, err = project.run("tiny")
    assert status != 0
    assert "No module named 'tiny'" in err


@pytest.mark.slow
@pytest.mark.nightly
@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups to kill")
def test_a_run_that_was_cut_is_begun_anew(project: Project) -> None:
    process = project.start("tiny")
    assert process.stderr is not None
    assert process.stderr.readline().startswith("Setting up")
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert project.run("tiny")[:2] == (0, "tiny 1\n")

    # The Python that .venv was made from may go, too.
    (project.venv / "bin/python").unlink()
    (project.venv / "bin/python").symlink_to("nowhere")
    assert project.run("tiny")[:2] == (0, "tiny 1\n")


@pytest.mark.slow
def test_of_two_commands_at_once_one_sets_up_and_both_run(project: Project) -> None:
    processes = [project.start("tiny"), project.start("tiny")]
    results = [process.communicate(timeout=120) for process in processes]
    assert [out for out, _ in results] == ["tiny 1\n"] * 2
    assert sum("Setting up" in err for _, err in results) == 1


@pytest.mark.slow
@pytest.mark.nightly
def test_a_package_that_is_not_the_locked_one_is_refused(project: Project) -> None:
    project.lock("requirements.txt", "tiny", digest="0" * 64)
    status, out, err = project.run("tiny")
    assert (status, out) == (1, "")
    assert "DO NOT MATCH THE HASHES" in err
    assert err.splitlines()[-1].startswith("Setting up failed, for the reason above")
    assert project.run("tiny")[0] == 1
    project.lock("requirements.txt", "tiny")
    assert project.run("tiny")[:2] == (0, "tiny 1\n")


def test_python_before_3_11_is_told_so_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))
    monkeypatch.setattr(sys, "version", "3.10.13 (main)")
    with pytest.raises(SystemExit) as stop:
        load(TOP)
    assert stop.value.code == "Python 3.11 or newer is needed; this is 3.10.13."


def test_python_without_ensurepip_is_told_what_to_install(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = load(project.top)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SystemExit) as stop:
        environment.enter()
    assert "sudo apt install python3-venv" in str(stop.value.code)
    assert not project.venv.exists()


def load(top: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("another", top / "scripts/environment.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("file", LOCKED, ids=lambda path: path.name)
def test_every_requirement_is_locked_by_hash_and_names_no_host(file: Path) -> None:
    text = file.read_text("utf-8").replace("\\\n", " ")
    requirements = [line for line in text.splitlines() if line and line.strip()[0] != "#"]
    assert requirements
    for requirement in requirements:
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}\b", requirement)
    assert "://" not in text


@pytest.mark.parametrize(("source", "file"), [("site", LOCKED[0]), ("dev", LOCKED[1])])
def test_what_is_asked_for_is_what_is_locked(source: str, file: Path) -> None:
    lines = re.findall(r"^[a-z0-9-]+==[^\\\n]*", file.read_text("utf-8"), re.MULTILINE)
    locked = [Requirement(line) for line in lines]
    asked = (TOP / f"scripts/requirements/{source}.in").read_text("utf-8").splitlines()
    for line in asked:
        if line and line[0] not in "#-":
            wanted = Requirement(line)
            assert any(
                wanted.specifier.contains(next(iter(found.specifier)).version)
                for found in locked
                if found.name == wanted.name
            ), f"{wanted} is not what {file.name} holds; run scripts/lock"


def test_shared_packages_have_one_version_in_both_files() -> None:
    site, dev = (
        dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", file.read_text("utf-8"), re.MULTILINE))
        for file in LOCKED
    )
    shared = site.keys() & dev.keys()
    assert {name: site[name] for name in shared} == {name: dev[name] for name in shared}


def test_the_browser_is_the_one_that_was_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/somewhere/chromium")
    assert browser.chromium() == "/somewhere/chromium"


@pytest.mark.skipif(os.name == "nt", reason="Windows tells a program by its ending")
def test_the_browser_is_found_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "chromium-browser"
    program.touch(mode=0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.chromium() == str(program)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no apt-get")
def test_root_gets_debians_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    apt = tmp_path / "apt-get"
    install = 'for last; do :; done; /bin/cp "$0" "${0%/*}/$last"'
    apt.write_text(f'#!/bin/sh\ncase "$*" in *install*) {install};; esac\n', "utf-8")
    apt.chmod(0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert browser.chromium() == str(tmp_path / "chromium")


@pytest.mark.parametrize("source", ["site", "dev"])
def test_every_requirement_says_what_it_is_for(source: str) -> None:
    lines = (TOP / f"scripts/requirements/{source}.in").read_text("utf-8").splitlines()
    for before, line in itertools.pairwise(lines):
        if line and line[0] not in "#-" and not line.startswith("types-"):
            assert before.startswith("# "), line

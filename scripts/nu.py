"""Finds the Nu HTML checker, which the tests hand every page, or has it fetched."""

from __future__ import annotations

import shutil
import subprocess
import sys

from environment import TOP

_PACKAGE = "vnu-jar"
_VERSION = "26.9.27"
_FOLDER = TOP / ".venv" / f"{_PACKAGE}-{_VERSION}"
_JAR = _FOLDER / "node_modules" / _PACKAGE / "build/dist/vnu.jar"


class Missing(Exception):
    """What stands in the way of running it."""


def checker() -> list[str]:
    """How the checker is run here: Java and its jar, fetched by npm unless it is there."""
    java = shutil.which("java")
    if not java:
        raise Missing("there is no Java")
    if not _JAR.exists():
        _fetch()
    # Many deep trees of elements want a deeper stack than Java has by itself.
    command = [java, "-Xss2m", "-jar", str(_JAR)]
    if subprocess.run([*command, "--version"], capture_output=True, check=False).returncode:
        raise Missing("this Java is older than 17")
    return command


def _fetch() -> None:
    npm = shutil.which("npm")
    if not npm:
        raise Missing("there is no npm to fetch it")
    print(f"Fetching {_PACKAGE} for the tests; this is done once ...", file=sys.stderr, flush=True)
    # Its own script would fetch a Java, too.
    options = ["--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--silent"]
    command = [npm, "install", *options, "--prefix", str(_FOLDER), f"{_PACKAGE}@{_VERSION}"]
    if subprocess.call(command, stdout=sys.stderr) or not _JAR.exists():
        raise Missing("npm could not fetch it")

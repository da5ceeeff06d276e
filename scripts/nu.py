"""Finds the Nu HTML checker, with which the tests check every page, or fetches it."""

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
    """The checker cannot be run; the message says why."""


def checker() -> list[str]:
    """Return the command that runs the checker, after fetching its jar by npm if necessary.

    Raises:
        Missing: where there is no Java, or one that is too old.
    """
    java = shutil.which("java")
    if not java:
        raise Missing("there is no Java")
    if not _JAR.exists():
        _fetch()
    # Some pages have such deeply nested elements that Java's usual stack is too small.
    command = [java, "-Xss2m", "-jar", str(_JAR)]
    if subprocess.run([*command, "--version"], capture_output=True, check=False).returncode:
        raise Missing("this Java is older than 17")
    return command


def _fetch() -> None:
    """Fetch the checker by npm.

    Raises:
        Missing: where there is no npm, or npm cannot fetch it.
    """
    npm = shutil.which("npm")
    if not npm:
        raise Missing("there is no npm to fetch it")
    print(f"Fetching {_PACKAGE} for the tests; this is done once ...", file=sys.stderr, flush=True)
    # The package's own script would also fetch a Java.
    options = ["--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--silent"]
    command = [npm, "install", *options, "--prefix", str(_FOLDER), f"{_PACKAGE}@{_VERSION}"]
    if subprocess.call(command, stdout=sys.stderr) or not _JAR.exists():
        raise Missing("npm could not fetch it")

"""Finds the Chromium that the tests use as their browser, or installs one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_COMMANDS = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """Return the path of a Chromium: ``$CHROMIUM``, an installed one, or one installed now."""
    return os.environ.get("CHROMIUM") or _present() or _install()


def _present() -> str | None:
    """Return the path of a Chromium that is installed, or None."""
    return next((found for name in _COMMANDS if (found := shutil.which(name))), None)


def _install() -> str:
    """Return the path of a Chromium that is installed now: Debian's, or else Playwright's."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        _say("Installing Debian's chromium for the tests; this is done once ...")
        apt = ["apt-get", "--quiet", "--quiet"]
        subprocess.call([*apt, "update"], stdout=sys.stderr)
        command = [*apt, "install", "--yes", "--no-install-recommends", "chromium"]
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.call(command, env=environment, stdout=sys.stderr)
        if found := _present():
            return found
    return _own()


def _own() -> str:
    """Return the path of Playwright's own Chromium, after fetching it if necessary."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        _say("Fetching Playwright's Chromium for the tests; this is done once ...")
        command = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
        if subprocess.call(command, stdout=sys.stderr):
            sys.exit("No Chromium: install one, or name one: `CHROMIUM=/path/to/it scripts/test`.")
    return path


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

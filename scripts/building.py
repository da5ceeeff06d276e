"""Builds the new site beside the old one, and replaces the old one when the new one is complete."""

import shutil
import sys
from pathlib import Path

from mkdocs.__main__ import build_command

from environment import alone


def build(top: Path) -> int:
    """Return the exit status of MkDocs after building ``site/`` in strict mode."""
    site, new, old = top / "site", top / ".site.new", top / ".site.old"
    with alone(top / ".site.lock"):
        recover(site, new, old)
        try:
            status = _mkdocs(top / "mkdocs.yml", new)
        except OSError as error:
            print(f"scripts/build: {error}. site/ stays as it was.", file=sys.stderr)
            status = 1
        if status == 0:
            swap(site, new, old)
            print(f"Built: {site}")
        else:
            # An incomplete site is useless, and it may have filled the disk.
            _remove(new)
    return status


def recover(site: Path, new: Path, old: Path) -> None:
    """Finish or remove what an interrupted run left behind."""
    # There is an old site and no site only if a swap was interrupted between its two renames. Then
    # the new site is complete.
    if old.exists() and new.exists() and not site.exists():
        new.rename(site)
    _remove(new)
    _remove(old)


def swap(site: Path, new: Path, old: Path) -> None:
    """Replace the old site by the new one."""
    if site.exists():
        site.rename(old)
    new.rename(site)
    _remove(old)


def _mkdocs(config: Path, target: Path) -> int:
    """Return the exit status of MkDocs after building the site into ``target``."""
    # MkDocs runs in this process, so that the build ends when the command is killed.
    try:
        build_command.main(
            ["--strict", "--config-file", str(config), "--site-dir", str(target)],
            prog_name="scripts/build",
        )
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)

"""Builds the site beside the old one, and lets it take the old one's place when it is whole."""

import shutil
import sys
from pathlib import Path

from mkdocs.__main__ import build_command

from environment import alone


def build(top: Path) -> int:
    """Build ``site/`` strictly; the exit status is MkDocs' own."""
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
            # Half a site is of no use, and the disk may be full of it.
            _remove(new)
    return status


def recover(site: Path, new: Path, old: Path) -> None:
    """Finish or clear away what a run that was cut short left behind."""
    # Only a swap cut between its two renames leaves an old site and no site; the new one is whole.
    if old.exists() and new.exists() and not site.exists():
        new.rename(site)
    _remove(new)
    _remove(old)


def swap(site: Path, new: Path, old: Path) -> None:
    """Put the new site in the place of the old one."""
    if site.exists():
        site.rename(old)
    new.rename(site)
    _remove(old)


def _mkdocs(config: Path, target: Path) -> int:
    # In this process, so that nothing goes on building once the command is killed.
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

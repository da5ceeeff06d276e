"""How long an editor waits: from saving a story to its new page, while ``scripts/serve`` runs."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from environment import Stopped
from measuring import surroundings
from rivals import EDITED, seed

_LONGEST = 900
"""Most seconds to wait for a page."""
_PAUSE = 0.002
"""Seconds between two looks at the page."""
_AFTER = 1.5
"""Seconds between two saves, in which other pages are made anew."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds that an editor waits."""

    first: float
    """From starting ``scripts/serve`` to its first page."""
    same: float
    """From saving a story to its new page, where its names stay; the median of some saves."""
    new: float
    """The same where it brings a new name."""


def waits(project: Path, saves: int) -> Waits:
    """Return how long one waits in ``project``, after the median of so many ``saves`` of a kind."""
    with _served(project):
        pass  # What is kept for the next start is kept now.
    with _served(project) as (port, first):
        same = [_save(project, port, f" It struck {n} and 50 more.", str(n)) for n in range(saves)]
        letters = "abcdefghijklmnopqrstuvwxyz"
        names = [f"Vandersl{letters[n % 26]}{letters[n // 26]}m" for n in range(saves)]
        new = [
            _save(project, port, f" “Not yet,” said Quorra {name}, and {name} left.", name)
            for name in names
        ]
    return Waits(first, median(same), median(new))


@contextmanager
def _served(project: Path) -> Iterator[tuple[int, float]]:
    """Serve ``project``; yield the port, and after how many seconds there was a page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    start = perf_counter()
    with (project / "serve.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "scripts/serve", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            env=surroundings(),
            stdout=log,
            stderr=log,
        )
    try:
        _until(port, "/", "</html>", server)
        yield port, perf_counter() - start
    finally:
        server.terminate()
        server.wait()


def _save(project: Path, port: int, more: str, shown: str) -> float:
    """Return the seconds from saving ``more`` at the end of a story until its page has it."""
    sleep(_AFTER)
    path = seed(project)
    text = path.read_text("utf-8").rstrip("\n") + more + "\n"
    start = perf_counter()
    path.write_text(text, "utf-8")
    _until(port, f"/stories/{EDITED}/", shown if shown.isalpha() else more.strip(), None)
    return perf_counter() - start


def _until(port: int, address: str, shown: str, server: subprocess.Popen[bytes] | None) -> None:
    """Return when the page at ``address`` has the words ``shown``.

    Raises:
        Stopped: if it never has them.
    """
    end = perf_counter() + _LONGEST
    while perf_counter() < end and (server is None or server.poll() is None):
        if shown.encode() in _page(port, address):
            return
        sleep(_PAUSE)
    raise Stopped(f"scripts/serve did not show “{shown}” at {address}; see serve.log")


def _page(port: int, address: str) -> bytes:
    """Return the page at ``address``; nothing if it is not served."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_LONGEST)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.read() if answer.status == http.HTTPStatus.OK else b""
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()

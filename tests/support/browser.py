"""Serving a site, and reading it in a real browser that can reach nothing else."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request, Response, sync_playwright

from browser import chromium as path_of_chromium
from support.project import BASE

on_a_phone = pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.nightly)])
"""For what has to hold at any width: by day on a phone, at night on a desk too."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below ``BASE``, with its page for what is missing, as GitHub Pages does."""

    def translate_path(self, path: str) -> str:
        place = urlsplit(path).path
        inside = place.removeprefix(BASE) if place.startswith(BASE) else "no such page"
        return super().translate_path("/" + inside)

    def send_error(self, code: int, message: str | None = None, _: str | None = None) -> None:
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - so it is called
        """Say nothing: the browser notes what matters."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a site at a port of this machine, and give its URL."""
    handler = functools.partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{BASE}"
        finally:
            server.shutdown()
            thread.join()


class Reader:
    """Somebody at a browser, who notes whatever should not happen while they read."""

    def __init__(self, browser: Browser, url: str, width: int, **options: Any) -> None:
        self.url = url
        self.context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._missing: set[str] = set()
        self.page.set_default_timeout(10_000)
        self.context.on("request", self._requested)
        self.context.on("response", self._answered)
        self.context.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))

    def open(self, address: str, *, missing: bool = False) -> None:
        """Open a page of the site; ``missing`` if it is known not to be there."""
        url = urljoin(self.url, address)
        if missing:
            self._missing.add(urldefrag(url).url)
        response = self.page.goto(url)
        assert response is not None
        assert response.status == (404 if missing else 200), url

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than the window."""
        wider: int = self.page.evaluate(
            "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
        )
        return wider

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.complaints.append(f"asks for {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.url not in self._missing:
            self.complaints.append(f"{response.status} for {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and urldefrag(message.location["url"]).url not in self._missing:
            self.complaints.append(f"console: {message.text}")


Reads = Callable[..., Reader]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, which can reach nothing but this machine."""
    arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path_of_chromium(), args=arguments, timeout=60_000
        )
        yield browser
        browser.close()


@pytest.fixture
def reads(chromium: Browser, address: str) -> Iterator[Reads]:
    """Return readers of the site, who in the end have nothing to complain of and no cookies."""
    readers = []

    def read(width: int = 1280, url: str = address, **options: Any) -> Reader:
        readers.append(Reader(chromium, url, width, **options))
        return readers[-1]

    yield read
    for reader in readers:
        assert not reader.complaints, reader.complaints
        assert not reader.context.cookies(), reader.context.cookies()
        reader.context.close()

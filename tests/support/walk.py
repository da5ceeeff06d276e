"""What the tests of the whole site share: copies of the project, builds, a server, a browser."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request, Response, sync_playwright

from browser import chromium as path_of_chromium
from support import TOP

BASE = "/repo/"
"""Where the site stands on its host, as a project's site on GitHub Pages does."""
URL = f"https://example.org{BASE}"

TITLES = {
    "000_ffa6864c1bcd727b.txt": "Léa Roux in Montmartre",
    "001_b5b991255ae387bd.txt": "Viktoria Leroy in Paris",
    "002_0ed4ce5078f55053.txt": "Valérie Ivanov in Paris",
    "003_7920a8a583bb5bde.txt": "Alejandro Lefevre in Montmartre",
}
"""The stories that come with the project, and what they are called."""

about_our_stories = pytest.mark.skipif(
    {path.name for path in (TOP / "docs/stories").iterdir()} != set(TITLES),
    reason="is about the stories that the project came with, and there are others now",
)


# The project and its builds


def copied(to: Path, seeds: Mapping[str, str | bytes] | None = None) -> Path:
    """Return a copy of the project at ``to``; with ``seeds``, these are its stories instead."""
    without = shutil.ignore_patterns("__pycache__")
    for folder in ("docs", "hooks"):
        shutil.copytree(TOP / folder, to / folder, ignore=without)
    shutil.copy(TOP / "mkdocs.yml", to)
    if seeds is not None:
        for folder in ("stories", "authority"):
            shutil.rmtree(to / "docs" / folder, ignore_errors=True)
        (to / "docs/stories").mkdir()
        for name, text in seeds.items():
            data = text if isinstance(text, bytes) else text.encode()
            (to / "docs/stories" / name).write_bytes(data)
    return to


def with_commands(project: Path) -> Path:
    """Return ``project``, a copy, with the commands, which find everything set up."""
    shutil.copytree(TOP / "scripts", project / "scripts")
    for file in ("requirements.txt", "requirements-dev.txt"):
        shutil.copy(TOP / file, project)
    (project / ".venv").symlink_to(TOP / ".venv", target_is_directory=True)
    return project


def surroundings(**variables: str) -> dict[str, str]:
    """Return the environment of a command: ours, but as on anybody's machine, and ``variables``."""
    ours = {"SITE_URL", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "SOURCE_DATE_EPOCH"}
    # Who runs the tests from a hook of Git has variables that point at this repository.
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ours and not name.startswith("GIT_")
    }
    return kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"} | variables


def run(project: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command in Python: ``-m mkdocs …`` or ``scripts/names …``."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env=surroundings(**variables),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def mkdocs(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return run(project, "-m", "mkdocs", *arguments, **variables)


def files(folder: Path) -> dict[str, bytes]:
    """Return the content of each file in a folder by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# Pages


_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        """Return this element and every one in it, in the order of the page."""
        yield self
        for each in self.content:
            if isinstance(each, Element):
                yield from each

    def all(self, tag: str | None = None, class_: str | None = None) -> list[Element]:
        return [
            each
            for each in self
            if (tag is None or each.tag == tag)
            and (class_ is None or class_ in each.attributes.get("class", "").split())
        ]

    def one(self, tag: str | None = None, class_: str | None = None) -> Element:
        found = self.all(tag, class_)
        assert len(found) == 1, f"{len(found)} elements are {tag} {class_}"
        return found[0]

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.content)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)


def parsed(html: str) -> Element:
    """Return a page as its outermost element."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.open[0]


def paragraphs(page: Element) -> list[Element]:
    """Return the paragraphs of a story, as its page has them."""
    return [each for each in page if re.fullmatch(r"p\d+", each.attributes.get("id", ""))]


# Sites


@dataclass(frozen=True)
class Built:
    """A site on disk, to stand at an address."""

    folder: Path
    url: str = URL

    @functools.cached_property
    def pages(self) -> dict[str, Element]:
        """Every page by its address; the one for what is missing by some address of that kind."""
        pages = {}
        for path in sorted(self.folder.rglob("*.html")):
            name = path.relative_to(self.folder).as_posix()
            address = "no/such/page" if name == "404.html" else name.removesuffix("index.html")
            pages[address] = parsed(path.read_text("utf-8"))
        return pages

    @functools.cached_property
    def data(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads((self.folder / "data/anthology.json").read_bytes())
        return data

    def links(self, address: str) -> list[tuple[Element, str]]:
        """Return what on a page refers to something, and the whole URL of that."""
        at = urljoin(self.url, address)
        return [
            (element, urljoin(at, element.attributes[name]))
            for element in self.pages[address]
            for name in ("href", "src", "data-base")
            if name in element.attributes
        ]

    def astray(self) -> list[str]:
        """Return each link to nowhere, or out of the site, and the page it stands on."""
        found = []
        for address in self.pages:
            for element, url in self.links(address):
                # What an author links to is the author's to say.
                theirs = element.tag == "a" and "noreferrer" in element.attributes.get("rel", "")
                if not theirs and not self._leads_somewhere(url):
                    found.append(f"{address}: <{element.tag}> to {url}")
        for path in self.folder.rglob("*.css"):
            at = urljoin(self.url, path.relative_to(self.folder).as_posix())
            links = re.findall(r"url\(['\"]?([^)'\"]+)", path.read_text("utf-8"))
            found += [
                f"{at}: url({link})"
                for link in links
                if not link.startswith("data:") and not self._leads_somewhere(urljoin(at, link))
            ]
        return found

    def _leads_somewhere(self, url: str) -> bool:
        url, fragment = urldefrag(url)
        if not url.startswith(self.url):
            return False
        path = unquote(url.removeprefix(self.url))
        target = self.folder / path
        if path.endswith("/") or not path:
            target /= "index.html"
        if not target.is_file():
            return False
        return not fragment or (path in self.pages and unquote(fragment) in self.ids(path))

    def ids(self, address: str) -> Counter[str]:
        return Counter(e.attributes["id"] for e in self.pages[address] if "id" in e.attributes)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of this project, built strictly."""
    folder = tmp_path_factory.mktemp("site")
    done = mkdocs(TOP, "build", "--strict", "--site-dir", str(folder), SITE_URL=URL)
    assert done.returncode == 0, done.stderr
    return Built(folder)


# What a harder anthology is made of: what people write, and what they should not be able to do.
SCRIPT = "<script>document.title='taken'</script> & \"quotes\" 'n' <b>bold</b>"
HEBREW = "שלום לירושלים"
CHINESE = "上海的雨"
LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 2
HARD: dict[str, str | bytes] = {
    "1_script.txt": (
        f"---\ntitle: >-\n  {SCRIPT}\nauthor: <i>Anon</i>\ndescription: '\"><script>1</script>'\n"
        "rights: <u>All</u> of them\n---\n\n"
        "<script>document.title = 'taken'</script>\n\n"
        'Said <b>Sydney</b> Carver: "It *is* `so`, Sydney. [x](javascript:alert(1))."\n\n'
        "{: onclick=\"alert(1)\"} --8<-- 'mkdocs.yml' {{ page }} <!-- not hidden -->\n\n"
        "Sydney Carver laughed, and Sydney Carver went home with Zoë Łukasz to see Søren.\n"
    ),
    "2_hebrew.txt": f"{HEBREW}\n\nהיא הלכה לשוק, ולא קנתה דבר.\n\nמחר תלך שוב.\n",
    "3_chinese.txt": f"---\ntitle: {CHINESE}\nlang: zh\n---\n雨下了一整天。\n\n他没有带伞。\n",
    "4_long.txt": (
        f"---\ntitle: {LONG}\ncharacters: [{LONG}]\n---\n"
        f"His name was {LONG}, and he knew it.\n\nIt was not said again.\n"
    ),
    "5_place.txt": (
        "They had lived in Sydney for years. The streets of Sydney were wet.\n\n"
        "* * *\n\nNobody in Sydney minded; she went back to Sydney by train.\n"
    ),
    "6_person.txt": "Sydney laughed. Sydney, who was nine, knew, and Sydney said so.\n\nSo be it.",
    "index.txt": (
        f"---\ncharacters: [{LONG}]\n---\nNothing happened to {LONG}.\n\n"
        "1984. A year like others. #1 in the charts.\n"
    ),
    "7_line.txt": "All of it on one line, with no more to come.",
    "8_markdown.md": (
        "# In *Markdown*\n\nAnna Berg *really* went to Vienna, **twice**; see\n"
        "[what she saw](https://example.com/a?b=c&d) there. <b>No</b>.\n\n"
        "> A quotation of Anna Berg's.\n\n## Later\n\nAnna Berg laughed.\n"
    ),
    "0_ffa6864c1bcd727b.txt": "Anna Berg woke. Anna Berg slept.\n\nSo Anna Berg is in Vienna.\n",
}
"""Seeds whose titles, names and texts are as awkward as they come."""


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of a harder anthology. It has a story of one line, so it is not built strictly."""
    project = copied(tmp_path_factory.mktemp("hard") / "project", HARD)
    done = mkdocs(project, "build", SITE_URL=URL)
    assert done.returncode == 0, done.stderr
    return Built(project / "site")


# Serving and reading


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


@pytest.fixture(scope="session")
def address(site: Built) -> Iterator[str]:
    """The URL at which the site is served."""
    with served(site.folder) as url:
        yield url


@pytest.fixture(scope="session")
def hard_address(hard: Built) -> Iterator[str]:
    """The URL at which the harder site is served."""
    with served(hard.folder) as url:
        yield url


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

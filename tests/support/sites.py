"""Sites as they are built, once for all tests that look at them."""

from __future__ import annotations

import functools
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from environment import alone
from support.browser import served
from support.pages import Element, parsed
from support.project import URL, mkdocs, set_up, with_commands
from support.stories import AWKWARD, HARD, NOWHERE


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


def shared(to: pytest.TempPathFactory, name: str) -> Path:
    """Return a folder that all processes of this run of the tests have in common."""
    base = to.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name


def _built(
    to: pytest.TempPathFactory,
    name: str,
    stories: Mapping[str, str | bytes] | None,
    *arguments: str,
) -> Built:
    """Return the site of ``stories``; whichever process comes first builds it."""
    top = shared(to, name)
    with alone(top.with_suffix(".lock")):
        if not (top / "site").exists():
            done = mkdocs(set_up(top, stories), "build", *arguments, SITE_URL=URL)
            assert done.returncode == 0, done.stderr
    return Built(top / "site")


@pytest.fixture(scope="session")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the four stories and the commands, which no test may change."""
    top = shared(tmp_path_factory, "project")
    with alone(top.with_suffix(".lock")):
        return top if top.exists() else with_commands(set_up(top))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the four stories, built strictly."""
    return _built(tmp_path_factory, "four", None, "--strict")


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of a harder anthology. It has a story of one line, so it is not built strictly."""
    return _built(tmp_path_factory, "hard", HARD)


@pytest.fixture(scope="session")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of an anthology that is hard to set."""
    return _built(tmp_path_factory, "awkward", AWKWARD)


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of an anthology without a place."""
    return _built(tmp_path_factory, "nowhere", NOWHERE)


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


@pytest.fixture(scope="session")
def awkward_address(awkward: Built) -> Iterator[str]:
    """The URL at which the site that is hard to set is served."""
    with served(awkward.folder) as url:
        yield url


@pytest.fixture(scope="session")
def nowhere_address(nowhere: Built) -> Iterator[str]:
    """The URL at which the site without a place is served."""
    with served(nowhere.folder) as url:
        yield url

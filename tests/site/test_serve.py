"""``mkdocs serve`` lives: what an editor changes is what the browser shows, a moment later."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.project import set_up, surroundings, with_commands

pytestmark = pytest.mark.slow

PATIENCE = 15.0
"""Seconds to wait for a change to show; a second is usual."""
STILL = 2.0
"""Seconds without another build that show that there will be none: four looks at the folders."""
BUILDS = "Building documentation"


class Server:
    """A server of a project, what it says, and what it serves."""

    def __init__(self, project: Path, rubbish: Path, *command: str) -> None:
        self.project = project
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        self.lines: list[str] = []
        self._more = threading.Condition()
        self.process = subprocess.Popen(
            [sys.executable, *command, "--dev-addr", self.url.split("/")[2]],
            cwd=project,
            env=surroundings(TMPDIR=str(rubbish)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self._more:
                self.lines.append(line.rstrip())
                self._more.notify_all()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert self.process.stderr is not None
        self.process.stderr.close()

    def said(self, words: str, since: int = 0) -> list[str]:
        with self._more:
            return [line for line in self.lines[since:] if words in line]

    def says(self, words: str, since: int = 0) -> None:
        """Wait until the server says some words."""
        with self._more:
            heard = self._more.wait_for(lambda: bool(self.said(words, since)), PATIENCE)
        assert heard, "\n".join(self.lines)

    def rests(self) -> None:
        """See that nothing is built again, when a last look at the folders is done."""
        with self._more:
            before = len(self.said(BUILDS))
            self._more.wait_for(lambda: len(self.said(BUILDS)) > before, STILL)
            # A change that was seen in two looks may be built twice.
            once_more = len(self.said(BUILDS))
            assert once_more <= before + 1, "\n".join(self.lines)
            again = self._more.wait_for(lambda: len(self.said(BUILDS)) > once_more, STILL)
        assert not again, "\n".join(self.lines)

    def get(self, address: str = "") -> str:
        """Return the page at an address, or nothing where there is none."""
        try:
            url = self.url + address
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - ours
                text: str = answer.read().decode()
                return text
        except urllib.error.HTTPError as error:
            error.close()
            return ""
        except urllib.error.URLError:
            return ""

    def shows(self, address: str, fits: Callable[[str], bool]) -> None:
        """Wait until a page is as it should be."""
        until = time.monotonic() + PATIENCE
        while not fits(self.get(address)):
            assert self.process.poll() is None, "\n".join(self.lines)
            assert time.monotonic() < until, f"{address} does not: {self.lines[-20:]}"
            with self._more:
                self._more.wait(0.1)


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a copy of the project, in which each test has files of its own."""
    folder = tmp_path_factory.mktemp("serve")
    server = Server(set_up(folder / "project"), folder, "-m", "mkdocs", "serve")
    try:
        server.says("Serving on")
        yield server
    finally:
        server.stop()


def seed(server: Server, name: str) -> Path:
    return server.project / "docs/stories" / name


STORY = 'Ned Flint walked down to {place}.\n\nNed Flint sat. "Ah," said Ned Flint.\n'


def test_a_seed_is_added_edited_renamed_and_deleted(serve: Server) -> None:
    text = "The tide was out.\n\nNobody came.\n"
    seed(serve, "the-tide.txt").write_text(text, "utf-8")
    serve.shows("stories/the-tide/", lambda page: "The tide was out." in page)
    serve.shows("stories/", lambda page: "the-tide/" in page)

    seed(serve, "the-tide.txt").write_text(text.replace("out", "in"), "utf-8")
    serve.shows("stories/the-tide/", lambda page: "The tide was in." in page)
    serve.shows("stories/", lambda page: "The tide was in" in page)

    seed(serve, "the-tide.txt").rename(seed(serve, "the-ebb.txt"))
    serve.shows("stories/the-ebb/", lambda page: "The tide was in." in page)
    serve.shows("stories/the-tide/", lambda page: "Nobody came." not in page)

    seed(serve, "the-ebb.txt").unlink()
    serve.shows("stories/the-ebb/", lambda page: "Nobody came." not in page)
    serve.shows("stories/", lambda page: "The tide was in" not in page)


def test_the_authority_files_are_obeyed_as_they_change(serve: Server) -> None:
    seed(serve, "ned.txt").write_text(STORY.format(place="the sea"), "utf-8")
    serve.shows("characters/", lambda page: "Flint, Ned" in page)
    authority = serve.project / "docs/authority/characters.yml"
    authority.parent.mkdir(exist_ok=True)
    authority.write_text("- name: Ned Flint\n  sort: Nobody\n", "utf-8")
    serve.shows("characters/", lambda page: "Nobody</a>" in page)
    authority.write_text("- name: Ned Flint\n  is: neither\n", "utf-8")
    serve.shows("characters/", lambda page: page != "" and "ned-flint" not in page)
    authority.unlink()
    serve.shows("characters/", lambda page: "Flint, Ned" in page)


def test_a_seed_that_cannot_be_read_is_one_line_and_the_rest_is_served(serve: Server) -> None:
    before = len(serve.lines)
    seed(serve, "raw.txt").write_bytes("Un café.\n\nRien.\n".encode("latin-1"))
    serve.says("docs/stories/raw.txt", before)
    serve.says("Reloading browsers", before)
    builds = "\n".join(serve.lines[before:]).split(BUILDS)
    told = [build for build in builds if "docs/stories/raw.txt" in build]
    assert [build.count("docs/stories/raw.txt") for build in told] == [1] * len(told)
    line = next(line for line in told[0].splitlines() if "docs/stories/raw.txt" in line)
    assert line.startswith("WARNING")
    assert "not UTF-8 at byte 6 (0xe9)" in line
    assert serve.get()
    assert not serve.get("stories/raw/")
    seed(serve, "raw.txt").write_text("Un café.\n\nRien.\n", "utf-8")
    serve.shows("stories/raw/", lambda page: "Un café." in page)


def test_what_is_served_is_under_no_policy(serve: Server) -> None:
    """Its live reload is a script that stands on the page."""
    page = serve.get("about/")
    assert "livereload" in page
    assert "Content-Security-Policy" not in page


def test_a_draft_shows_in_serve(serve: Server) -> None:
    seed(serve, "draft.txt").write_text("---\ndraft: true\n---\nNot yet.\n\nNo.\n", "utf-8")
    serve.shows("stories/draft/", lambda page: "Not yet." in page)


@pytest.mark.parametrize(
    ("file", "words", "address"),
    [
        ("docs/index.md", "Words of the editor.", ""),
        ("docs/overrides/partials/footer.html", "Words below.", "about/"),
        ("docs/assets/book.css", "/* Words on colour. */", "assets/book.css"),
        ("hooks/anthology/page/templates/name.j2", "Words on a name.", "locations/paris/"),
        ("hooks/anthology/page/templates/home.j2", "Words after the contents.", ""),
    ],
)
def test_a_change_of_what_pages_are_made_of_shows(
    serve: Server, file: str, words: str, address: str
) -> None:
    with (serve.project / file).open("a", encoding="utf-8") as changed:
        changed.write(f"\n{words}\n")
    serve.shows(address, lambda page: words in page)


def test_a_change_of_the_settings_shows(serve: Server) -> None:
    settings = serve.project / "mkdocs.yml"
    text = re.sub("(?m)^copyright:.*$", "copyright: Nobody's.", settings.read_text("utf-8"))
    settings.write_text(text, "utf-8")
    serve.shows("about/", lambda page: "Nobody's." in page)


def test_a_new_override_takes_the_place_of_the_themes_own(serve: Server) -> None:
    path = serve.project / "docs/overrides/.icons/material/magnify.svg"
    path.parent.mkdir(parents=True)
    path.write_text("<svg><title>A glass</title></svg>", "utf-8")
    serve.shows("about/", lambda page: "A glass" in page)
    path.unlink()
    serve.shows("about/", lambda page: "A glass" not in page)


@pytest.mark.parametrize("file", ["anthology/names/index.py", "anthology/names/data/famous.txt"])
def test_what_a_server_reads_once_asks_for_a_restart(serve: Server, file: str) -> None:
    """Python that is loaded, and lists that are read, are not read again."""
    assert not serve.said(file)
    with (serve.project / "hooks" / file).open("a", encoding="utf-8") as changed:
        changed.write("# Nothing new.\n")
    serve.says(f"hooks/{file}")
    assert "stop the server and start it again" in serve.said(file)[0]


def test_an_edit_of_a_story_is_taken_in_without_building_everything_again(serve: Server) -> None:
    before = len(serve.lines)
    seed(serve, "last.txt").write_text("At last.\n\nIndeed.\n", "utf-8")
    serve.shows("stories/last/", lambda page: "At last." in page)
    serve.shows("", lambda page: "At last" in page)
    serve.says("Reloading browsers", before)
    serve.rests()
    assert not serve.said(BUILDS, before)


def test_scripts_serve_serves_the_project_from_any_folder(tmp_path: Path) -> None:
    project = with_commands(set_up(tmp_path / "project"))
    server = Server(tmp_path, tmp_path, str(project / "scripts/serve"))
    try:
        server.says("Serving on")
        assert "About these tests" in server.get("about/")
    finally:
        server.stop()

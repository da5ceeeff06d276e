"""live: what ``serve`` draws late, after any edits, is what a clean build would have there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from support.project import URL, files, four, set_up
from support.stories import AWKWARD, HARD

pytestmark = pytest.mark.slow

TEXTS = [*four().values(), *HARD.values(), *AWKWARD.values()]
"""Stories with verse, pictures, letters from right to left and front matter."""
NAMES = ["a.txt", "b.md", "c.txt", "d.txt", "e.md", "f.txt"]
SAID = [
    "- name: Sophie\n  aliases: [Sophie Marchand]\n",
    "- name: Paris\n  is: neither\n",
    "- name: Colette\n  role: mentioned\n- name: [",
]
"""Authority files, the last of which is broken."""


class Serving:
    """A project as ``serve`` has it, without the server."""

    def __init__(self, project: Path, site: Path) -> None:
        self.config = configured(project, site)
        self.config.plugins.on_startup(command="serve", dirty=False)
        build(self.config, serve_url=URL)
        self.events = hook(self.config)
        self.live = self.events.process.live

    def all(self) -> dict[str, bytes | None]:
        """Return everything that can be asked for, by its path on the site."""
        self.events._renew()
        there = self.config.extra["build"]
        paths = {*self.live._pages, *there.assets, "sitemap.xml"}
        return {path: self.live._made(path, self.events._made) for path in sorted(paths)}


def configured(project: Path, site: Path) -> MkDocsConfig:
    found = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    found.site_url = URL
    return found


def built(project: Path, site: Path) -> None:
    """Build the site of a project into ``site``."""
    config = configured(project, site)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


def hook(config: MkDocsConfig) -> Any:
    """Return the module that MkDocs has loaded."""
    return config.plugins["hooks/events.py"]


def clean(project: Path, to: Path) -> dict[str, bytes | None]:
    """Return everything that can be asked for in a project that nobody has served before."""
    copy = set_up(to / "clean", {})
    for folder in ("stories", "authority"):
        if (project / "docs" / folder).exists():
            shutil.copytree(project / "docs" / folder, copy / "docs" / folder, dirs_exist_ok=True)
    return Serving(copy, to / "clean-site").all()


stories = st.tuples(st.sampled_from(NAMES), st.sampled_from(TEXTS))
edits = st.one_of(
    st.tuples(st.just("write"), stories),
    st.tuples(st.just("remove"), st.sampled_from(NAMES)),
    st.tuples(st.just("rename"), st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))),
    st.tuples(st.just("say"), st.sampled_from(SAID)),
)


def do(docs: Path, what: str, how: Any) -> None:
    """Do one edit, as an editor would."""
    folder = docs / "stories"
    if what == "write":
        name, text = how
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    elif what == "remove":
        (folder / how).unlink(missing_ok=True)
    elif what == "rename" and (folder / how[0]).exists():
        (folder / how[0]).rename(folder / how[1])
    elif what == "say":
        (docs / "authority").mkdir(exist_ok=True)
        (docs / "authority/characters.yml").write_text(how, "utf-8")


@hypothesis.settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=list(hypothesis.HealthCheck),
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
)
@given(done=st.lists(edits, min_size=2, max_size=5))
@hypothesis.example(
    done=[("write", ("a.txt", TEXTS[0])), ("rename", ("a.txt", "c.txt")), ("say", SAID[0])]
)
def test_after_any_edits_everything_is_as_in_a_clean_start(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, Any]]
) -> None:
    top = tmp_path_factory.mktemp("live")
    project = set_up(top / "project")
    serving = Serving(project, top / "site")
    serving.all()
    for number, (what, how) in enumerate(done):
        do(project / "docs", what, how)
        if number % 2:
            serving.all()
    assert serving.all() == clean(project, top)


def without_policy(page: bytes) -> bytes:
    """Return a page without its policy, which ``serve`` cannot have."""
    return re.sub(rb"\n *<meta http-equiv=\"Content-Security-Policy\"[^>]*>", b"", page)


def test_what_is_drawn_late_is_what_a_build_writes(tmp_path: Path) -> None:
    project = set_up(tmp_path / "project", {**four(), **HARD, **AWKWARD})
    late = Serving(project, tmp_path / "late").all()
    built(project, tmp_path / "site")
    for path, data in late.items():
        # Only ``serve`` has a review.
        if path not in ("review/index.html", "sitemap.xml"):
            assert data == without_policy((tmp_path / "site" / path).read_bytes()), path


def test_a_site_whose_pages_go_through_markdown_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = set_up(tmp_path / "project", {**four(), **HARD, **AWKWARD})
    built(project, tmp_path / "short")
    events = hook(configured(project, tmp_path / "long"))
    monkeypatch.setattr(events.made, "allows", lambda _: False)
    built(project, tmp_path / "long")
    assert files(tmp_path / "long") == files(tmp_path / "short")


@pytest.mark.parametrize(
    ("setting", "value", "is_short"),
    [
        ("site_name", "Another", True),
        ("use_directory_urls", False, False),
        ("markdown_extensions", ["attr_list", "admonition"], False),
        ("markdown_extensions", [{"toc": {"permalink": True}}], False),
    ],
)
def test_what_would_change_the_html_of_a_page_sends_it_through_markdown(
    tmp_path: Path, setting: str, value: object, is_short: bool
) -> None:
    project = set_up(tmp_path / "project")
    settings: dict[str, Any] = {setting: value}
    config = load_config(str(project / "mkdocs.yml"), **settings)
    assert hook(config).made.allows(config) is is_short


def test_the_search_of_a_served_site_finds_all_that_is_built(tmp_path: Path) -> None:
    project = set_up(tmp_path / "project")
    serving = Serving(project, tmp_path / "late")
    serving.live._prepare("search/search_index.json", serving.events._made)
    built(project, tmp_path / "site")
    index = [tmp_path / site / "search/search_index.json" for site in ("late", "site")]
    assert index[0].read_text("utf-8") == index[1].read_text("utf-8")


def counted(patch: pytest.MonkeyPatch, owner: Any, name: str) -> list[Any]:
    """Return a list that grows whenever the function of that name is called."""
    calls: list[Any] = []
    function: Callable[..., object] = getattr(owner, name)

    def call(*of: object, **more: object) -> object:
        calls.append(of)
        return function(*of, **more)

    patch.setattr(owner, name, call)
    return calls


def test_one_edit_reads_one_story_and_draws_the_page_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = set_up(tmp_path / "project")
    serving = Serving(project, tmp_path / "late")
    serving.all()
    edited = min((project / "docs/stories").glob("*.txt"))
    edited.write_text(edited.read_text("utf-8") + "\nIt rained on.\n", "utf-8")
    [story] = [
        s for s in serving.config.extra["build"].anthology.stories if s.source == edited.name
    ]
    made = counted(monkeypatch, serving.events.process.work, "_made")
    drawn = counted(monkeypatch, serving.live, "_draw")
    serving.events._renew()
    serving.live._prepare(f"stories/{story.address}/index.html", serving.events._made)
    [(_, seeds, _)] = made
    assert [seed.name for seed in seeds.values()] == [edited.name]
    assert len(drawn) == 1
    page = tmp_path / "late/stories" / story.address / "index.html"
    assert "It rained on." in page.read_text("utf-8")

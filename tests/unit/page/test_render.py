"""render: what the site gets as HTML is what MkDocs makes of the same page's Markdown."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from anthology import line
from anthology.line import Sources
from anthology.model import Anthology, Page
from anthology.page.render import _to_url
from anthology.sources.settings import Settings
from support import STORIES, TOP, making, rendering
from support.stories import AWKWARD, HARD
from support.strategies import lines, seeds


@pytest.fixture(scope="session")
def config() -> MkDocsConfig:
    """The settings of our site, without what draws the pages."""
    found = load_config(str(TOP / "mkdocs.yml"), hooks=[], plugins=[])
    found.plugins._current_plugin = "ours"
    return found


def differing(config: MkDocsConfig, made: Iterable[Page]) -> list[str]:
    """Return the paths of the pages whose HTML is not what MkDocs makes of their Markdown."""
    pages = list(made)
    files = Files([File.generated(config, each.path, content=each.text) for each in pages])
    for story in [each.path for each in pages if each.path.startswith("stories/")]:
        seed = story.removesuffix(".md")
        files.append(File.generated(config, f"{seed}/{Path(seed).name}.txt", content=""))
    files.append(File.generated(config, "assets/boats.jpg", content=""))
    return [each.path for each in pages if each.html and not equal(config, files, each)]


def equal(config: MkDocsConfig, files: Files, made: Page) -> bool:
    """Whether a page is the same both ways, front matter and all."""
    file = files.get_file_from_path(made.path)
    assert file
    page = MkDocsPage(None, file, config)
    page.read_source(config)
    page.render(config, files)
    drawn = made.drawn()
    return (
        drawn.body == page.content and dict(drawn.matter) == page.meta and made.title == page.title
    )


def anthology(stories: dict[str, str | bytes]) -> Anthology:
    found = {name: t if isinstance(t, bytes) else t.encode() for name, t in stories.items()}
    return line.anthology(Sources(tuple(making.seed(data, name) for name, data in found.items())))


FOUR: dict[str, str | bytes] = {path.name: path.read_bytes() for path in STORIES.glob("*.txt")}
MARKED: dict[str, str | bytes] = {
    "marked.md": """---
title: "A *hard* one: <b>&amp;</b>"
authors: ["Ann & Ben", "O'Hara_x"]
date: 1900-01-02
rights: "Public *domain*."
lang: ar
---
# Part One

Jean met *Marie* in **Paris**, at the _Café_. See [the site](https://example.org/a?b=c&d=e "t").

> A letter from Jean Dupont to Marie,
> with two lines.
>
> And a second paragraph in Lyon.

* * *

> After the break, quoted, in Lyon.

Roses are red,\\
violets are [blue](http://x.y/z_(1)).\\
Marie sang.

## Deeper

Jean said: 1. no; * star _ under `code` {braces} #tag! [Marie]!

![Boats & "oars"](boats.jpg)

Marie!
""",
    "plain.txt": "1. Numbered *line* of Hans Müller.\n\n<script>alert(1)</script> & Hans Müller!\n",
}


@pytest.mark.parametrize(
    "stories", [FOUR, HARD, AWKWARD, MARKED, {}], ids=["four", "hard", "awkward", "marked", "none"]
)
def test_every_kind_of_page_is_the_same_both_ways(
    config: MkDocsConfig, stories: dict[str, str | bytes]
) -> None:
    made, _ = line.publish(anthology(stories), Sources((), settings=Settings("A & <B>")))
    assert len([each for each in made if each.html]) >= 4
    assert not differing(config, made)


@given(data=seeds)
def test_whatever_the_reader_takes_is_the_same_both_ways(config: MkDocsConfig, data: bytes) -> None:
    book = line.anthology(Sources((making.seed(data),)))
    assert not differing(config, rendering.pages(book))


@given(name=lines, title=lines, author=lines)
def test_whatever_somebody_is_called_is_the_same_both_ways(
    config: MkDocsConfig, name: str, title: str, author: str
) -> None:
    first = making.story(
        "a", "Ann ran to Rome.", title=title, characters=["Ann"], authors=(author,)
    )
    second = making.story("b", "Ann rose.", characters=["Ann"])
    called = replace(first.characters[0], name=name, aliases=("Ann", name))
    book = making.anthology(replace(first, entities=(called,)), second)
    assert not differing(config, rendering.pages(book))


@pytest.mark.parametrize("here", ["a", "a/b", "a/index", "index"])
@pytest.mark.parametrize("there", ["a", "c/d", "a/e", "c/index"])
def test_a_link_leads_from_anywhere_to_anywhere(here: str, there: str) -> None:
    folder = here.removesuffix("index") if here.endswith("index") else f"{here}/"
    found = posixpath.normpath(folder + _to_url(there, here))
    assert found == posixpath.normpath(there.removesuffix("index") or ".")

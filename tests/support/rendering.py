"""Pages as a renderer shows them: our Markdown through Python-Markdown, and the words in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import frontmatter
import markdown
from mkdocs.config import load_config

from anthology import page
from anthology.model import Anthology, Page, Story
from anthology.page.book import Book
from anthology.sources.pages import Note
from anthology.sources.settings import Settings
from support import TOP

MORE = [
    "admonition",
    "attr_list",
    "codehilite",
    "def_list",
    "fenced_code",
    "footnotes",
    "legacy_attrs",
    "legacy_em",
    "md_in_html",
    "nl2br",
    "sane_lists",
    "tables",
    "toc",
    "wikilinks",
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.caption",
    "pymdownx.blocks.definition",
    "pymdownx.blocks.details",
    "pymdownx.blocks.html",
    "pymdownx.blocks.tab",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.escapeall",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.progressbar",
    "pymdownx.quotes",
    "pymdownx.saneheaders",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]
"""What else a renderer may have on, and a text must stand. Snippets, emoji and the like change
texts by design; nobody who publishes prose wants them."""


@cache
def ours() -> markdown.Markdown:
    """Python-Markdown as MkDocs sets it up for our site."""
    config = load_config(str(TOP / "mkdocs.yml"), hooks=[], plugins=[])
    settings: dict[str, Any] = config.mdx_configs
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=settings)


@cache
def everything() -> markdown.Markdown:
    """Python-Markdown with all on that does not change texts by design."""
    return markdown.Markdown(extensions=MORE)


@dataclass(frozen=True)
class Rendered:
    """A page in HTML."""

    matter: dict[str, Any]
    body: ET.Element

    def by_id(self, identifier: str) -> ET.Element:
        found = [e for e in self.body.iter() if e.get("id") == identifier]
        assert len(found) == 1, f"#{identifier} stands {len(found)} times on the page"
        return found[0]

    def by_class(self, name: str) -> list[ET.Element]:
        return [e for e in self.body.iter() if name in (e.get("class") or "").split()]


def words(element: ET.Element) -> str:
    """Return the text of an element, as a reader sees it."""
    return "".join(element.itertext())


def shape(element: ET.Element) -> list[tuple[str, list[str]]]:
    """Return every element with the names of its attributes, in order."""
    return [(e.tag, sorted(e.keys())) for e in element.iter()]


class _Tree(HTMLParser):
    """HTML as elements; what is not balanced, or is no element and no text, is an error."""

    _VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

    def __init__(self) -> None:
        super().__init__()
        self.builder = ET.TreeBuilder()
        self.open = ["body"]
        self.builder.start("body", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in self._VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes nothing"
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def element(html: str) -> ET.Element:
    """Return HTML, which must be balanced, as an element that holds it."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    assert tree.open == ["body"], f"not closed: {tree.open[1:]}"
    return tree.builder.end("body") and tree.builder.close()


def render(made: Page, by: markdown.Markdown | None = None) -> Rendered:
    """Return a page as HTML, which must be balanced."""
    post = frontmatter.loads(made.text)
    body = (by or ours()).reset().convert(post.content)
    return Rendered(post.metadata, element(body))


def pages(anthology: Anthology, note: Note | None = None) -> list[Page]:
    """Return the pages of an anthology called A."""
    return page.pages(Book(anthology, Settings("A")), note or Note())


def pages_of(*stories: Story) -> list[Page]:
    """Return the pages of stories that name nobody."""
    made = {each.path: each for each in pages(Anthology(stories, ()))}
    return [made[f"stories/{story.address}.md"] for story in stories]


def page_of(story: Story) -> Page:
    """Return the page of a story that stands alone and names nobody."""
    return pages_of(story)[0]


def page_at(anthology: Anthology, path: str) -> Page:
    """Return the page at a path of an anthology."""
    return next(each for each in pages(anthology) if each.path == path)

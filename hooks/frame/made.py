"""Pages that the anthology made, in the shape that MkDocs wants; drawn as late as MkDocs allows.

MkDocs turns Markdown into HTML page by page and keeps it all until the end. Our pages have their
HTML already, so it is asked for only when the page is put into the theme, and dropped when the page
has been written. A test finds it equal to what MkDocs makes of the same page's Markdown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from anthology.model import Drawn
from frame import theme

_HEADING = re.compile(r'<h([1-6])[^>]*? id="([^"]*)"[^>]*>(.*?)</h\1>')
"""A heading with its level, its id and its text: ``<h2 id="read-on">Read on</h2>``."""
ID = re.compile(r' id="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_KNOWN_EXTENSIONS = frozenset(
    {"attr_list", "fenced_code", "pymdownx.blocks.details", "tables", "toc"}
)
"""What the Markdown of our pages is written for."""
_KNOWN_PLUGINS = frozenset({"search", "material/search", "hooks/events.py"})
"""What has no part in how Markdown becomes HTML."""


def allows(config: MkDocsConfig) -> bool:
    """Return whether nothing in ``config`` wants the Markdown of our pages, or changes its HTML."""
    plain = {key: value for key, value in config.mdx_configs.items() if value}
    return (
        config.use_directory_urls
        and set(config.markdown_extensions) <= _KNOWN_EXTENSIONS
        and plain in ({}, {"toc": {"permalink": False}})
        and set(config.plugins) <= _KNOWN_PLUGINS
    )


class MadePage(MkDocsPage):
    """A page that the anthology made, without the way through Markdown."""

    def __init__(
        self, file: File, config: MkDocsConfig, title: str, drawn: Callable[[], Drawn]
    ) -> None:
        super().__init__(html.escape(title), file, config)
        self._drawn = drawn

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs passes it
        """Read nothing; what stands here is not asked for by anybody."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs passes it
        """Render nothing yet."""
        self.content = ""

    def draw(self) -> None:
        """Render the page."""
        matter, self.content = self._drawn()
        self.meta = {**matter, **theme.escaped(matter)}
        self.toc = TableOfContents(_nested(_HEADING.findall(self.content)))

    @property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]
        """The ids on the page, for which MkDocs asks where another page links to one of them."""
        return set(ID.findall(self._drawn().body))

    def drop(self) -> None:
        """Forget what was rendered, because the page has been written."""
        self.content, self.meta, self.toc = "", {}, TableOfContents([])


class TextPage(MkDocsPage):
    """A page that the anthology made as Markdown, some of which the editor wrote."""

    def __init__(self, file: File, config: MkDocsConfig, text: Callable[[], str]) -> None:
        super().__init__(None, file, config)
        self._text = text

    def read_source(self, config: MkDocsConfig) -> None:
        """Take in the Markdown and the front matter, as they are now."""
        self.file.content_string = self._text()
        super().read_source(config)


def _nested(headings: list[tuple[str, str, str]]) -> list[AnchorLink]:
    """Return the headings of a page, given as level, id and text, each with those below it."""
    top: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for level, anchor, text in headings:
        link = AnchorLink(html.unescape(_TAG.sub("", text)), anchor, int(level))
        while above and above[-1].level >= link.level:
            above.pop()
        (above[-1].children if above else top).append(link)
        above.append(link)
    return top

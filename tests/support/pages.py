"""Pages as elements, as far as tests need them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

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

"""Pages: the anthology as Markdown with front matter on top, and the files that go beside it.

The templates write; these modules, one for each kind of page, hand them what they need. Links
between pages are those of the Markdown files, so that any renderer can follow them.
"""

from __future__ import annotations

from collections.abc import Sequence

from anthology.model import Anthology, Asset, Page, Problem
from anthology.output.assets import assets
from anthology.page.book import Book
from anthology.page.connections import connections
from anthology.page.contents import home, stories
from anthology.page.index import index_page
from anthology.page.name import name_page
from anthology.page.story import story_page
from anthology.page.write import UNSEARCHED, rendered
from anthology.review import KINDS, Item
from anthology.sources.settings import Site

_QUESTIONS_ON_A_PAGE = 200


def pages(anthology: Anthology, site: Site) -> tuple[list[Page], list[Asset]]:
    """Give every page that is made and not written by hand, and every file that goes beside."""
    book = Book(anthology, site)
    made = [
        home(book),
        *stories(book),
        *(story_page(book, story) for story in anthology.stories),
    ]
    for label, names in (
        ("character", anthology.characters),
        ("location", anthology.locations),
    ):
        made.append(index_page(book, label, names))
        made += (name_page(book, name) for name in names)
    made.append(connections(book))
    return made, assets(book)


def review(items: Sequence[Item], site: Site, problems: Sequence[Problem] = ()) -> Page:
    """Give the page for the editor, which is shown in ``serve`` and not published.

    What is wrong stands on top: whoever looks at the page does not see the terminal.
    """
    return rendered(
        "review",
        "review.md",
        {"title": "Review", **UNSEARCHED},
        site=site,
        problems=problems,
        items=items[:_QUESTIONS_ON_A_PAGE],
        total=len(items),
        kinds=KINDS,
    )

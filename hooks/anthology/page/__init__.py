"""Pages: the anthology as Markdown with front matter at the top.

Templates write the pages; these modules, one for each kind of page, give them what they need. Links
between pages lead to Markdown files, so that any renderer can follow them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from anthology import labels
from anthology.model import KINDS, Page, Problem, Question
from anthology.model import Anthology as Anthology
from anthology.page.book import Book
from anthology.page.connections import connections
from anthology.page.contents import home, stories
from anthology.page.index import index_page
from anthology.page.name import name_page
from anthology.page.render import UNSEARCHED, Filling, page
from anthology.page.story import story_page
from anthology.sources.pages import Note
from anthology.sources.settings import Settings

_QUESTIONS_ON_A_PAGE = 200


def pages(book: Book, note: Note) -> list[Page]:
    """Return all pages that are made, not written by hand; ``note`` opens the home page."""
    anthology = book.anthology
    made = [
        home(book, note),
        *stories(book),
        *(story_page(book, story) for story in anthology.stories),
    ]
    for label in labels.TABLE:
        made.append(index_page(book, label))
        made += (name_page(book, name) for name in anthology.of(label.name))
    made.append(connections(book))
    return made


def review(
    asked: Callable[[], Sequence[Question]],
    settings: Settings,
    problems: Sequence[Problem] = (),
) -> Page:
    """Return the review page for the editor, which ``serve`` shows and which is not published.

    ``asked`` gives the questions. The problems stand at the top, because an editor who looks at the
    page does not see the terminal.
    """

    def fill() -> Filling:
        questions = asked()
        return {"title": "Review", **UNSEARCHED}, {
            "site": settings,
            "problems": problems,
            "questions": questions[:_QUESTIONS_ON_A_PAGE],
            "total": len(questions),
            "kinds": KINDS,
        }

    return page("review", "review.md", "Review", fill, by_hand=True)

"""How a page is written: its template, its front matter, and the filters of the templates.

A template says what a page consists of, and one of two others how that is written: ``markdown.j2``
or ``html.j2``. MkDocs makes of the Markdown byte for byte what ``html.j2`` writes, but needs twenty
times as long. So the site gets the HTML, and everybody else the Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import frontmatter
import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from anthology import labels
from anthology.model import Drawn, Name, Page, Story
from anthology.names.filing import order
from anthology.sources.settings import Settings
from anthology.text import address
from anthology.text.escape import markdown
from anthology.text.typeset import as_set

UNSEARCHED = {"search": {"exclude": True}}
"""Front matter of a page that only lists what other pages have; a search would find it twice."""

_IN_ADDRESSES = "%/:?#@!$&'()*+,;=~"
"""Signs that stay as they are in the address of a link. Other signs are percent-encoded, because
they could end the tag."""
_LEFTWARD = frozenset("ar dv fa he ps sd ug ur yi".split())
"""Languages that are written from right to left."""
_KEPT = 1 << 15
"""How many texts and links are kept; names and titles stand on many pages."""
_TEMPLATES = Path(__file__).parent / "templates"

Filling = tuple[Mapping[str, Any], Mapping[str, Any]]
"""The front matter of a page, and the variables of its template."""


class _Direct(CodeGenerator):
    """Calls what a template calls, without asking each time whether that wants the context.

    Nothing that these templates call does. They call a few hundred macros a page, and to ask costs
    more than most of these.
    """

    def visit_Call(  # noqa: N802 - as Jinja calls it
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call."""
        self.visit(node.node, frame)
        # The signature begins with a comma.
        self.write("(*()")
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


@cache
def _environment(flavour: str) -> jinja2.Environment:
    """Return the environment of the templates that writes ``markdown`` or ``html``."""
    files = jinja2.FileSystemLoader(_TEMPLATES)
    as_flavour = jinja2.FunctionLoader(
        lambda name: (
            (_TEMPLATES / f"{flavour}.j2").read_text("utf-8") if name == "flavour.j2" else None
        )
    )
    # Nothing is escaped by itself; the filters below escape text.
    environment = jinja2.Environment(  # noqa: S701
        loader=jinja2.ChoiceLoader([as_flavour, files]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.code_generator_class = _Direct
    # What Markdown prints letter for letter, HTML does too.
    environment.filters["md"] = _said
    environment.filters["piece"] = markdown
    environment.filters["link"] = lambda target: quote(target, safe=_IN_ADDRESSES)
    environment.filters["slug"] = address.slug
    environment.filters["path"] = path
    environment.filters["to"] = _to_url if flavour == "html" else _to_file
    environment.filters["file"] = _file_from_url if flavour == "html" else _file
    environment.filters["tongue"] = _tongue
    environment.filters["label"] = labels.of
    environment.filters["order"] = order
    environment.filters["count"] = counted
    return environment


def counted(number: int, thing: str) -> str:
    """Return a number with the thing it counts: ``1 story``, ``2 stories``."""
    plural = thing[:-1] + "ies" if thing.endswith("y") else thing + "s"
    return f"{number:,} {thing if number == 1 else plural}"


def page(
    template: str,
    at: str,
    title: str,
    fill: Callable[[], Filling],
    source: str | None = None,
    *,
    by_hand: bool = False,
) -> Page:
    """Return the page at the path ``at``, which is written when it is asked for.

    ``fill`` gives its front matter and the variables of the template; ``source`` is the file below
    ``docs/`` that an editor would edit to change the page. ``by_hand`` says that it has Markdown of
    the editor's, which only MkDocs can make HTML of.
    """
    here = at.removesuffix(".md")

    def body(flavour: str) -> Drawn:
        matter, values = fill()
        written = _environment(flavour).get_template(f"{template}.j2").render(values, here=here)
        return Drawn(matter, written)

    def text() -> str:
        matter, written = body("markdown")
        return frontmatter.dumps(frontmatter.Post(written, **matter), sort_keys=False)

    def html() -> Drawn:
        matter, written = body("html")
        return Drawn(matter, written.strip())

    return Page(at, title, text, None if by_hand else html, source)


def path(shown: Name | Story) -> str:
    """Return the path of the page of a name or of a story, without its ending."""
    if isinstance(shown, Story):
        return address.of_story(shown.address)
    return address.of_name(shown.label, shown.slug)


@lru_cache(maxsize=_KEPT)
def _said(text: str) -> str:
    """Return ``text`` with its punctuation set, and with all signs escaped."""
    return markdown(as_set(text))


def _to_file(path: str, here: str) -> str:
    """Return the link from the page at ``here`` to the Markdown file of the page at ``path``."""
    return f"{_file(path, here)}.md"


def _file(path: str, here: str) -> str:
    """Return the link from the Markdown file of the page at ``here`` to the file at ``path``."""
    return "../" * here.count("/") + path


def _to_url(path: str, here: str) -> str:
    """Return the link from the page at ``here`` to the page at ``path``, as MkDocs writes it."""
    # All pages of a folder have the same links to other folders, and nearly so to each other.
    above, _, own = here.rpartition("/")
    return _above(path, above) if own == "index" else _beside(path, above)


@lru_cache(maxsize=_KEPT)
def _above(path: str, above: str) -> str:
    """Return the link to the page at ``path`` from the index page of the folder ``above``."""
    return _relative(_folder(path), f"{above}/" if above else "") or "./"


@lru_cache(maxsize=_KEPT)
def _beside(path: str, above: str) -> str:
    """Return the link to the page at ``path`` from any other page in the folder ``above``."""
    return _relative(_folder(path), f"{above}/./" if above else "./")


def _file_from_url(path: str, here: str) -> str:
    """Return the link from the page at ``here`` to the file at ``path``, as MkDocs writes it."""
    return _relative(path, _folder(here))


def _relative(path: str, folder: str) -> str:
    """Return the link from the address ``folder`` to ``path``; both start at the site's."""
    ours, theirs = folder.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(ours), len(theirs) - 1) and ours[shared] == theirs[shared]:
        shared += 1
    return "../" * (len(ours) - shared) + "/".join(theirs[shared:])


def _folder(path: str) -> str:
    """Return the address of the page at ``path``: the folder that has its ``index.html``."""
    return path.removesuffix("index") if path.endswith(("/index", "index")) else f"{path}/"


def _tongue(story: Story, site: Settings) -> dict[str, str]:
    """Return the attributes of a text of ``story`` where it is not in the language of the site."""
    if story.lang == site.lang:
        return {}
    leftward = story.lang[:2] in _LEFTWARD
    if leftward == (site.lang[:2] in _LEFTWARD):
        return {"lang": story.lang}
    return {"lang": story.lang, "dir": "rtl" if leftward else "ltr"}

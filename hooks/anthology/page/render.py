"""How a page is written: its template, its front matter, and the filters of the templates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import frontmatter
import jinja2

from anthology import labels
from anthology.model import Name, Page, Story
from anthology.names.filing import order
from anthology.text import address
from anthology.text.escape import markdown
from anthology.text.typeset import as_set

UNSEARCHED = {"search": {"exclude": True}}
"""Front matter of a page that only lists what other pages have; a search would find it twice."""

_IN_ADDRESSES = "%/:?#@!$&'()*+,;=~"
"""Signs that stay as they are in the address of a link. Other signs are percent-encoded, because
they could end the tag."""
_TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> jinja2.Environment:
    """Return the environment of the templates, with its filters."""
    # The templates write Markdown, so nothing is escaped as HTML; the filters below escape text.
    environment = jinja2.Environment(  # noqa: S701
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = lambda text: markdown(as_set(text))
    environment.filters["piece"] = markdown
    environment.filters["link"] = lambda target: quote(target, safe=_IN_ADDRESSES)
    environment.filters["slug"] = address.slug
    environment.filters["path"] = path
    environment.filters["label"] = labels.of
    environment.filters["order"] = order
    environment.filters["count"] = counted
    return environment


def counted(number: int, thing: str) -> str:
    """Return a number with the thing it counts: ``1 story``, ``2 stories``."""
    plural = thing[:-1] + "ies" if thing.endswith("y") else thing + "s"
    return f"{number:,} {thing if number == 1 else plural}"


def rendered(
    template: str, path: str, matter: Mapping[str, Any], source: str | None = None, **values: Any
) -> Page:
    """Return the page at ``path``: the text of the template with ``matter`` as front matter.

    ``source`` is the file below ``docs/`` that an editor would edit to change the page; ``values``
    are the variables of the template.
    """
    body = _environment().get_template(f"{template}.md.j2").render(values)
    return Page(path, frontmatter.dumps(frontmatter.Post(body, **matter), sort_keys=False), source)


def path(shown: Name | Story) -> str:
    """Return the path of the page of a name or of a story, without its ending."""
    if isinstance(shown, Story):
        return address.of_story(shown.address)
    return address.of_name(shown.label, shown.slug)

"""How a page is written: its template, its front matter, and the filters that escape."""

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
"""Front matter of a list of what stands elsewhere, which would be found twice."""

_IN_ADDRESSES = "%/:?#@!$&'()*+,;=~"
"""What stays as it is in the address of a link; all else is a %, or the tag would end there."""
_TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> jinja2.Environment:
    # What is written is Markdown, whose own escapes the filters below see to.
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
    """Return a number and what it counts: ``1 story``, ``2 stories``."""
    plural = thing[:-1] + "ies" if thing.endswith("y") else thing + "s"
    return f"{number:,} {thing if number == 1 else plural}"


def rendered(
    template: str, path: str, matter: Mapping[str, Any], source: str | None = None, **values: Any
) -> Page:
    """Return the page at ``path``: the template's text with ``matter`` as its front matter.

    ``source`` is the file below ``docs/`` that an editor would change, ``values`` the template's.
    """
    body = _environment().get_template(f"{template}.md.j2").render(values)
    return Page(path, frontmatter.dumps(frontmatter.Post(body, **matter), sort_keys=False), source)


def path(shown: Name | Story) -> str:
    """Return where the page of a name or of a story stands, without its ending."""
    if isinstance(shown, Story):
        return address.of_story(shown.address)
    return address.of_name(shown.label, shown.slug)

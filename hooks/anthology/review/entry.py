"""Parts of questions: which names the editor has looked at, quotations, and lines to paste.

>>> print(entry("O'Neill", is_="neither", stories=["0ed4ce50"]))
- name: O'Neill
  is: neither
  stories: 0ed4ce50
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from anthology import labels
from anthology.model import Evidence, Mention, Statement, Story
from anthology.names.comparison import spelling
from anthology.text.passages import passages

_PLAIN = re.compile(r"\w(?:[\w .'’-]*[\w.])?")
"""Text that needs no quotes in YAML: ``Mrs. O'Neill``."""
_HEX = re.compile(r"[0-9a-f]{16}")
"""An id of hex digits: ``0ed4ce5078f55053``."""
_MOST_QUOTED = 2
"""Most mentions of an entity that are quoted."""


class Looked:
    """What the editor has looked at: the names in entries, in the stories that the entries name."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._seen: set[tuple[str, str]] = set()
        for statement in statements:
            for name in (statement.name, *statement.aliases):
                for story in statement.stories or _identified(statement) or ("",):
                    self._seen.add((spelling(name), story))

    def at(self, name: str, story: str) -> bool:
        """Return whether the editor has an entry for a name, in ``story`` or in all stories."""
        return (spelling(name), story) in self._seen or (spelling(name), "") in self._seen


def _identified(statement: Statement) -> tuple[str, ...]:
    """Return the stories in an entry that says which entities are one; none in another entry.

    An entry with aliases or a label counts as another entry.
    """
    said = (*statement.same, *statement.different, *statement.open)
    return said if said and not (statement.is_ or statement.aliases) else ()


def quoted(
    about: str, story: Story, mentions: Iterable[Mention], most: int = _MOST_QUOTED
) -> tuple[Evidence, ...]:
    """Return the sentences of the first ``mentions`` as evidence about the name ``about``."""
    found = passages(story, list(mentions)[:most])
    return tuple(Evidence(about, story, p.paragraph + 1, p.text) for p in found)


def short(story_id: str) -> str:
    """Return a story's id in its shortest form: the first eight digits of an id of hex digits."""
    return story_id[:8] if _HEX.fullmatch(story_id) else story_id


def file_of(label: str) -> str:
    """Return the path of the authority file for entries about a label."""
    return f"docs/authority/{labels.of(label).file}"


def entry(name: str, **said: str | Sequence[str]) -> str:
    """Return the lines of an entry of an authority file, with the keys and values of ``said``.

    A key that is a keyword of Python is passed with a ``_`` at its end.
    """
    lines = [f"- name: {scalar(name)}"]
    for key, value in said.items():
        if value:
            lines.append(f"  {key.rstrip('_')}: {_value(value)}")
    return "\n".join(lines)


def _value(value: str | Sequence[str]) -> str:
    """Return a text or a list of texts in YAML; a list of one is written as text."""
    if isinstance(value, str):
        return scalar(value)
    items = [scalar(item) for item in value]
    return items[0] if len(items) == 1 else f"[{', '.join(items)}]"


def scalar(text: str) -> str:
    """Return ``text`` in YAML, in quotation marks where it needs them."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)

"""What questions for the editor are made of: what was looked at, quotations, lines to paste.

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
_HEX = re.compile(r"[0-9a-f]{16}")
_MOST_QUOTED = 2


class Looked:
    """What the editor has had a look at: whatever an entry names, where the entry says."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._seen: set[tuple[str, str]] = set()
        for statement in statements:
            for name in (statement.name, *statement.aliases):
                for story in statement.stories or _identified(statement) or ("",):
                    self._seen.add((spelling(name), story))

    def at(self, name: str, story: str) -> bool:
        """Whether the editor has an entry for a name, in a story or in all."""
        return (spelling(name), story) in self._seen or (spelling(name), "") in self._seen


def _identified(statement: Statement) -> tuple[str, ...]:
    """Return the stories of an entry that is about identity and nothing else."""
    said = (*statement.same, *statement.different, *statement.open)
    return said if said and not (statement.is_ or statement.aliases) else ()


def quoted(
    about: str, story: Story, mentions: Iterable[Mention], most: int = _MOST_QUOTED
) -> tuple[Evidence, ...]:
    """Return the first sentences of some mentions."""
    found = passages(story, list(mentions)[:most])
    return tuple(Evidence(about, story, p.paragraph + 1, p.text) for p in found)


def short(story_id: str) -> str:
    """Return a story's id as short as it may be written."""
    return story_id[:8] if _HEX.fullmatch(story_id) else story_id


def file_of(label: str) -> str:
    """Return the authority file that entries about a label stand in."""
    return f"docs/authority/{labels.of(label).file}"


def entry(name: str, **said: str | Sequence[str]) -> str:
    """Return an entry of an authority file; a key that is a word of Python ends in ``_``."""
    lines = [f"- name: {scalar(name)}"]
    for key, value in said.items():
        if value:
            lines.append(f"  {key.rstrip('_')}: {_value(value)}")
    return "\n".join(lines)


def _value(value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return scalar(value)
    items = [scalar(item) for item in value]
    return items[0] if len(items) == 1 else f"[{', '.join(items)}]"


def scalar(text: str) -> str:
    """Return a text as YAML takes it, in quotes where it must."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)

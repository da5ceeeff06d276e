"""Items: a question for the editor, what speaks on either side, and what to paste for each answer.

>>> print(entry("O'Neill", is_="neither", stories=["0ed4ce50"]))
- name: O'Neill
  is: neither
  stories: 0ed4ce50
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from anthology.model import Label, Mention, Statement, Story
from anthology.names.comparison import form
from anthology.text.passages import passages

_PLAIN = re.compile(r"\w(?:[\w .'’-]*[\w.])?")
_HEX = re.compile(r"[0-9a-f]{16}")
_MOST_QUOTED = 2


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a story that bear on a question."""

    about: str
    """The name that they are about."""
    story: Story
    paragraph: int
    """As the page counts, from 1."""
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the editor may decide."""

    says: str
    """The decision, as a short sentence."""
    file: str
    """Where it is to be written down."""
    lines: str
    """What to write there."""


KINDS: Mapping[str, str] = {
    "split": "Two taken for one?",
    "merge": "One taken for two?",
    "kind": "A person, a place or neither?",
    "left out": "Left out?",
    "short": "Somebody's full name in another story?",
    "open": "One person or several, across stories?",
    "presumed": "Taken for one because of the company",
    "spelling": "Two spellings?",
    "single": "Named only once",
    "title": "Titles supplied by rule",
}
"""The kinds of question, the worst first."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question for the editor."""

    kind: str
    """One of ``KINDS``."""
    weight: float
    """How much a wrong answer would mislead a reader, among questions of its kind."""
    question: str
    evidence: tuple[Quoted, ...]
    answers: tuple[Answer, ...]

    @property
    def rank(self) -> int:
        """Where its kind stands among the kinds, the worst first."""
        return list(KINDS).index(self.kind)


class Looked:
    """What the editor has had a look at: whatever an entry names, where the entry says."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._seen: set[tuple[str, str]] = set()
        for statement in statements:
            for name in (statement.name, *statement.aliases):
                for story in statement.stories or _identified(statement) or ("",):
                    self._seen.add((form(name), story))

    def at(self, name: str, story: str) -> bool:
        """Whether the editor has an entry for a name, in a story or in all."""
        return (form(name), story) in self._seen or (form(name), "") in self._seen


def _identified(statement: Statement) -> tuple[str, ...]:
    """Give the stories of an entry that is about identity and nothing else."""
    said = (*statement.same, *statement.different, *statement.open)
    return said if said and not (statement.is_ or statement.aliases) else ()


def quoted(
    about: str, story: Story, mentions: Iterable[Mention], most: int = _MOST_QUOTED
) -> tuple[Quoted, ...]:
    """Give the first sentences of some mentions."""
    found = passages(story, list(mentions)[:most])
    return tuple(Quoted(about, story, p.paragraph + 1, p.text) for p in found)


def short(story_id: str) -> str:
    """Give a story's id as short as it may be written."""
    return story_id[:8] if _HEX.fullmatch(story_id) else story_id


def file_of(label: Label) -> str:
    """Give the authority file that entries about characters, or about locations, stand in."""
    return f"docs/authority/{label}s.yml"


def entry(name: str, **said: str | Sequence[str]) -> str:
    """Give an entry of an authority file; a key that is a word of Python ends in ``_``."""
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
    """Give a text as YAML takes it, in quotes where it must."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)

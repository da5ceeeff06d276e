"""The editor's YAML: front matter and authority files, read strictly and told in one line.

Every scalar is text, as the editor typed it: ``title: 1984`` is a title and ``yes`` is a word.
What YAML offers beside that (anchors, aliases, tags, one key twice) is refused: nobody needs it
here, and it is how such files are made to explode or to mean something else.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from anthology.model import Fault
from anthology.sources.decode import CONTROLS, INVISIBLE

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 20
"""Most levels that lists and keys may be nested in each other."""
_EVENTS_WITH_ANCHOR = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the line it stands on."""

    content: str | list[Value] | dict[str, Value]
    line: int


def load(text: str, first_line: int = 1) -> Value | None:
    """Return the YAML document in ``text``, or None where there is nothing in it.

    ``first_line`` is the line of the file that ``text`` begins on.

    Raises:
        Fault: where it is not YAML, or more of YAML than an editor needs.
    """
    try:
        depth = 0
        for event in yaml.parse(text, Loader=_Loader):
            _refuse_excess(event, first_line)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                message = f"nested more than {_DEEPEST} levels deep; nothing here needs that"
                raise Fault(message, first_line)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        row = mark.line if mark else 0
        line = first_line + row
        if "\t" in "".join(text.splitlines()[row : row + 1]):
            raise Fault("a tab, which YAML does not take; indent with spaces", line) from None
        problem = error.problem or "it cannot be read"
        raise Fault(
            f"not YAML: {problem}; a line is 'key: value', and a value with a colon in it "
            "stands in quotes",
            line,
        ) from None
    except yaml.YAMLError as error:
        raise Fault(f"not YAML: {str(error).splitlines()[0]}", first_line) from None
    return None if node is None else _value(node, first_line)


def _refuse_excess(event: Any, first_line: int) -> None:
    line = first_line + event.start_mark.line
    if isinstance(event, yaml.AliasEvent) or (
        isinstance(event, _EVENTS_WITH_ANCHOR) and event.anchor
    ):
        raise Fault("YAML anchors (&) and aliases (*) are not taken; write it out", line)
    if isinstance(event, _EVENTS_WITH_ANCHOR) and event.tag not in (None, "!"):
        raise Fault(f"YAML tags ({event.tag}) are not taken; write plain text", line)


def _value(node: Any, first_line: int) -> Value:
    line = first_line + node.start_mark.line
    if isinstance(node, yaml.MappingNode):
        content: dict[str, Value] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise Fault("a key is plain text, as in 'title: …'", line)
            if key.value in content:
                key_line = first_line + key.start_mark.line
                raise Fault(f"the key '{key.value}' stands here twice; keep one", key_line)
            content[key.value] = _value(value, first_line)
        return Value(content, line)
    if isinstance(node, yaml.SequenceNode):
        return Value([_value(item, first_line) for item in node.value], line)
    return Value(node.value, line)


Check = Callable[[str, Value], Any]


def fields(entry: Mapping[str, Value], checks: Mapping[str, Check]) -> dict[str, Any]:
    """Return the checked content of each key of ``entry``.

    ``checks`` has, for each known key, the function that gives its content or raises.

    Raises:
        Fault: for an unknown key, with the nearest known one, or for a wrong value.
    """
    for key, value in entry.items():
        if key not in checks:
            raise Fault(f"unknown key '{key}'; {suggestion(key, checks)}", value.line)
    return {key: checks[key](key, value) for key, value in entry.items()}


def nearest(key: str, known: Iterable[str]) -> str | None:
    """Return the known key that ``key`` is likely to be a slip of, or None."""
    near = difflib.get_close_matches(key.casefold(), known, n=1, cutoff=0.7)
    return near[0] if near else None


def suggestion(key: str, known: Iterable[str]) -> str:
    """Return what right would look like where ``key`` is not known."""
    near = nearest(key, known)
    return f"did you mean '{near}'?" if near else f"known keys are {', '.join(known)}"


def anything(_key: str, value: Value) -> Value:
    """Return a value as it is, for somebody else to check."""
    return value


def text(key: str, value: Value) -> str:
    """Return a value that is text and not empty, in NFC, its white space folded."""
    if not isinstance(value.content, str):
        raise Fault(f"'{key}' is one line of text, as in '{key}: …'", value.line)
    folded = " ".join(unicodedata.normalize("NFC", value.content).split())
    if not folded:
        raise Fault(f"'{key}' is empty; write it or take the line out", value.line)
    # A seed never holds these, but YAML has escapes for them.
    if unseen := INVISIBLE.search(folded) or CONTROLS.search(folded):
        what = f"an invisible character (U+{ord(unseen[0]):04X})"
        raise Fault(f"'{key}' holds {what}; take it out", value.line)
    return folded


def texts(key: str, value: Value) -> tuple[str, ...]:
    """Return a value that is one text or a list of texts."""
    items = value.content if isinstance(value.content, list) else [value]
    return tuple(text(key, item) for item in items)


def whole(key: str, value: Value) -> int:
    """Return a value that is a whole number."""
    content = text(key, value)
    if not re.fullmatch(r"[+-]?\d{1,9}", content, re.ASCII):
        raise Fault(f"'{key}' is a whole number, as in '{key}: 3'", value.line)
    return int(content)


_RANGE = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?", re.ASCII)


def runs(key: str, value: Value) -> tuple[tuple[int, int], ...]:
    """Return numbers of paragraphs (``3``, ``5-9``, or a list of them) as first and last index."""
    found = []
    for item in value.content if isinstance(value.content, list) else [value]:
        pair = _RANGE.fullmatch(text(key, item))
        first, last = (int(pair[1]), int(pair[2] or pair[1])) if pair else (0, 0)
        if not 1 <= first <= last:
            example = f"as in '{key}: 3' or '{key}: [1, 5-9]'"
            raise Fault(f"'{key}' counts paragraphs as the page does, {example}", item.line)
        found.append((first - 1, last - 1))
    return tuple(found)


def truth(key: str, value: Value) -> bool:
    """Return a value that is true or false."""
    content = text(key, value).lower()
    if content not in ("true", "false", "yes", "no"):
        raise Fault(f"'{key}' is true or false", value.line)
    return content in ("true", "yes")


def date(key: str, value: Value) -> str:
    """Return a date as ISO 8601 writes it: a year, a year and month, or a day."""
    content = text(key, value)
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", content, re.ASCII)
    try:
        if not parts:
            raise ValueError
        dt.date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        raise Fault(
            f"'{key}: {content}' is no date; write 2024, 2024-05 or 2024-05-17", value.line
        ) from None
    return content


def language(key: str, value: Value) -> str:
    """Return a language tag (BCP 47 in outline: ``en``, ``pt-BR``)."""
    content = text(key, value)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", content, re.ASCII):
        raise Fault(f"'{key}: {content}' is no language tag; write en, fr, pt-BR", value.line)
    return content


def choice(*allowed: str) -> Check:
    """Return a check for a value that is one of ``allowed``."""

    def check(key: str, value: Value) -> str:
        content = text(key, value)
        if content not in allowed:
            raise Fault(f"'{key}' is one of {', '.join(allowed)}", value.line)
        return content

    return check

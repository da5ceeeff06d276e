"""The editor's YAML: front matter and authority files, read strictly, with one-line messages.

Every scalar is text, as the editor typed it: ``title: 1984`` is a title and ``yes`` is a word.
Other features of YAML (anchors, aliases, tags, repeated keys) are refused. Nobody needs them here,
and they can make a small file use up the memory or mean something else than it seems to.
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
"""Most levels to which lists and keys may be nested."""
_EVENTS_WITH_ANCHOR = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)
"""Parser events that can have an anchor and a tag."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of YAML, and the line that it stands on, counted from 1 in its file."""

    content: str | list[Value] | dict[str, Value]
    line: int


def load(text: str, first_line: int = 1) -> Value | None:
    """Return the YAML document in ``text``, or None where ``text`` contains nothing.

    ``first_line`` is the line of the file that ``text`` begins on.

    Raises:
        Fault: where it is not YAML, or uses a feature of YAML that is refused.
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
            raise Fault("a tab, which YAML does not allow; indent with spaces", line) from None
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
    """Refuse an event of the parser that shows an anchor, an alias or a tag.

    Raises:
        Fault: where it shows one.
    """
    line = first_line + event.start_mark.line
    if isinstance(event, yaml.AliasEvent) or (
        isinstance(event, _EVENTS_WITH_ANCHOR) and event.anchor
    ):
        raise Fault("YAML anchors (&) and aliases (*) are not allowed; write the value out", line)
    if isinstance(event, _EVENTS_WITH_ANCHOR) and event.tag not in (None, "!"):
        raise Fault(f"YAML tags ({event.tag}) are not allowed; write plain text", line)


def _value(node: Any, first_line: int) -> Value:
    """Return a node of the YAML document as a value.

    Raises:
        Fault: where a key is not plain text, or stands there twice.
    """
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
"""A function that takes a key and its value, and returns the content or raises a ``Fault``."""


def fields(entry: Mapping[str, Value], checks: Mapping[str, Check]) -> dict[str, Any]:
    """Return the checked content of each key of ``entry``; ``checks`` has one for each known key.

    Raises:
        Fault: where a key is unknown (the message suggests the nearest known key), or a value is
            wrong.
    """
    for key, value in entry.items():
        if key not in checks:
            raise Fault(f"unknown key '{key}'; {suggestion(key, checks)}", value.line)
    return {key: checks[key](key, value) for key, value in entry.items()}


def nearest(key: str, known: Iterable[str]) -> str | None:
    """Return the known key that ``key`` is probably a misspelling of, or None."""
    near = difflib.get_close_matches(key.casefold(), known, n=1, cutoff=0.7)
    return near[0] if near else None


def suggestion(key: str, known: Iterable[str]) -> str:
    """Return the part of a message that suggests known keys instead of the unknown ``key``."""
    near = nearest(key, known)
    return f"did you mean '{near}'?" if near else f"known keys are {', '.join(known)}"


def anything(_key: str, value: Value) -> Value:
    """Return ``value`` unchecked; another part of the program checks it."""
    return value


def text(key: str, value: Value) -> str:
    """Return the text of ``value``, in NFC and with white space folded.

    Raises:
        Fault: where it is not text, is empty, or contains an invisible character.
    """
    if not isinstance(value.content, str):
        raise Fault(f"'{key}' is one line of text, as in '{key}: …'", value.line)
    folded = " ".join(unicodedata.normalize("NFC", value.content).split())
    if not folded:
        raise Fault(f"'{key}' is empty; write it or remove the line", value.line)
    # These characters were removed from the seed, but YAML has escapes for them.
    if unseen := INVISIBLE.search(folded) or CONTROLS.search(folded):
        what = f"an invisible character (U+{ord(unseen[0]):04X})"
        raise Fault(f"'{key}' holds {what}; remove it", value.line)
    return folded


def texts(key: str, value: Value) -> tuple[str, ...]:
    """Return the texts of ``value``, which is one text or a list of texts."""
    items = value.content if isinstance(value.content, list) else [value]
    return tuple(text(key, item) for item in items)


def whole(key: str, value: Value) -> int:
    """Return the whole number in ``value``.

    Raises:
        Fault: where it is not a whole number.
    """
    content = text(key, value)
    if not re.fullmatch(r"[+-]?\d{1,9}", content, re.ASCII):
        raise Fault(f"'{key}' is a whole number, as in '{key}: 3'", value.line)
    return int(content)


_RANGE = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?", re.ASCII)
"""One number or a range of numbers: ``3``, ``5-9``."""


def runs(key: str, value: Value) -> tuple[tuple[int, int], ...]:
    """Return the runs of paragraphs in ``value`` as pairs of first and last index, from 0.

    The value is a number, a range (``5-9``) or a list of these, counted from 1 as on the page.

    Raises:
        Fault: where it is something else.
    """
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
    """Return whether ``value`` is true.

    Raises:
        Fault: where it is neither true nor false.
    """
    content = text(key, value).lower()
    if content not in ("true", "false", "yes", "no"):
        raise Fault(f"'{key}' is true or false", value.line)
    return content in ("true", "yes")


def date(key: str, value: Value) -> str:
    """Return the date in ``value``, in ISO 8601: a year, a year and a month, or a day.

    Raises:
        Fault: where it is not such a date.
    """
    content = text(key, value)
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", content, re.ASCII)
    try:
        if not parts:
            raise ValueError
        dt.date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        raise Fault(
            f"'{key}: {content}' is not a date; write 2024, 2024-05 or 2024-05-17", value.line
        ) from None
    return content


def language(key: str, value: Value) -> str:
    """Return the language tag in ``value``, which has the general form of BCP 47: ``pt-BR``.

    Raises:
        Fault: where it has another form.
    """
    content = text(key, value)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", content, re.ASCII):
        raise Fault(f"'{key}: {content}' is not a language tag; write en, fr, pt-BR", value.line)
    return content


def choice(*allowed: str) -> Check:
    """Return a check that accepts the values ``allowed`` and raises a ``Fault`` for others."""

    def check(key: str, value: Value) -> str:
        content = text(key, value)
        if content not in allowed:
            raise Fault(f"'{key}' is one of {', '.join(allowed)}", value.line)
        return content

    return check

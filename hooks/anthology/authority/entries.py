"""Entries: what the editor says of names, in the authority files or in a story's front matter.

An entry gives one name and says something of it::

    - name: Léa Roux                   # the preferred name
      sort: Roux, Léa
      aliases: [Mlle Roux]             # what else she is called: such entities become one
    - name: Atelier
      is: neither                      # or: character, location
    - name: Sophie Marchand            # of two Sophies in one story, the one in these paragraphs
      aliases: [Sophie]
      stories: 0ed4ce5078f55053
      paragraphs: [4, 6-9]
    - name: Sophie
      same: [0ed4ce5078f55053, 7920a8a583bb5bde]   # or: different, open
      by: A. Editor
      certainty: likely
      because: Both paint, and both say “Bonjour”.

A story is called by the name of its file, by the 16 hex digits in it, or by the first 8.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, get_args

from anthology import labels
from anthology.model import (
    Certainty,
    Fault,
    PlaceKind,
    Problem,
    Quotation,
    Relation,
    Role,
    Statement,
)
from anthology.sources import disk, values
from anthology.sources.disk import USUAL, Limits
from anthology.sources.values import Value
from anthology.text import address

FILES: Final[Mapping[str, str]] = {label.file: label.name for label in labels.TABLE}
"""The authority files, below ``docs/authority/``, and the label that each is about."""

KNOWN: Final = frozenset({*FILES, "schema.json"})
"""The files that belong in the folder of the authority files."""

_IDENTITIES = ("same", "different", "open")
"""The keys that say whether entities of different stories are one."""


def _story(key: str, value: Value) -> str:
    """Return the reference to a story in ``value``: its id, or the last part of its address."""
    return address.story_id(values.text(key, value).rstrip("/").rpartition("/")[2])


def _stories(key: str, value: Value) -> tuple[str, ...]:
    """Return the references to stories in ``value``, which has one or a list of them, each once."""
    items = value.content if isinstance(value.content, list) else [value]
    return tuple(dict.fromkeys(_story(key, item) for item in items))


def _quotations(key: str, value: Value) -> tuple[Quotation, ...]:
    """Return the quotations of a value, which is one quotation or a list of them."""
    items = value.content if isinstance(value.content, list) else [value]
    return tuple(_quotation(key, item) for item in items)


def _quotation(key: str, value: Value) -> Quotation:
    """Return the quotation that a value gives.

    Raises:
        Fault: where it gives no paragraph or no words, or has another form.
    """
    example = f"as in '{key}: {{story: 0ed4ce50, paragraph: 3, quote: a warm-eyed woman}}'"
    if not isinstance(value.content, dict):
        raise Fault(f"'{key}' is words of a story, {example}", value.line)
    said = values.fields(value.content, _QUOTED)
    if not {"paragraph", "quote"} <= said.keys():
        raise Fault(f"'{key}' says paragraph and quote, {example}", value.line)
    if said["paragraph"] < 1:
        raise Fault("'paragraph' counts as the page does, from 1", value.line)
    return Quotation(said.get("story", ""), said["paragraph"] - 1, said["quote"], value.line)


_QUOTED: Final[Mapping[str, values.Check]] = {
    "story": _story,
    "paragraph": values.whole,
    "quote": values.text,
}

CHECKS: Final[Mapping[str, values.Check]] = {
    "name": values.text,
    "sort": values.text,
    "aliases": values.texts,
    "stories": _stories,
    "paragraphs": values.runs,
    "quote": values.texts,
    "is": values.choice(*(label.name for label in labels.TABLE), labels.NEITHER),
    "role": values.choice(*get_args(Role)),
    "relation": values.choice(*get_args(Relation)),
    "kind": values.choice(*get_args(PlaceKind)),
    "within": values.text,
    "same": _stories,
    "different": _stories,
    "open": _stories,
    "by": values.text,
    "because": values.text,
    "certainty": values.choice(*get_args(Certainty)),
    "evidence": _quotations,
    "description": _quotations,
}
"""The keys of an entry, in the order in which they are best written, and the check for each."""

_OF: Final[Mapping[str, str]] = {key: label.name for label in labels.TABLE for key in label.keys}
"""The keys that only entries of one label may have, and this label."""


def entries(
    value: Value, label: str, file: str, own: str | None = None
) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Return the statements in the list of entries ``value``, and the problems with other entries.

    Entries are independent: if one is wrong, only this one is lost. An entry that is plain text
    says that the name has the label of the list. ``own`` is the id of the story if the list stands
    in front matter; then all entries are about that story.
    """
    if not isinstance(value.content, list):
        message = "a list of entries is wanted, each '- name: …'"
        return (), (Problem(file, message, value.line, refused=True),)
    said, problems = [], []
    for item in value.content:
        try:
            said.append(_statement(item, label, file, own))
        except Fault as fault:
            problems.append(fault.within(file))
    return tuple(said), tuple(problems)


def _statement(item: Value, label: str, file: str, own: str | None) -> Statement:
    """Return the statement that an entry makes.

    Raises:
        Fault: where the entry is wrong or has no name.
    """
    stories = (own,) if own else ()
    if isinstance(item.content, str):
        name = values.text("name", item)
        return Statement(
            label=label, name=name, is_=label, stories=stories, file=file, line=item.line
        )
    if not isinstance(item.content, dict):
        raise Fault("an entry is a name, or keys such as '- name: …'", item.line)
    said: dict[str, Any] = values.fields(item.content, CHECKS)
    if "name" not in said:
        raise Fault("an entry needs its name, as in '- name: Léa Roux'", item.line)
    if own:
        _of_its_own(said, item.content, own)
    _check_stories(said, item.content)
    said["is_"] = said.pop("is", None)
    if not said["is_"] and not labels.of(label).is_recognised:
        # The program does not find such names. So an entry with a name also says what it is.
        said["is_"] = label
    _check_keys(said["is_"] or label, item.content)
    return Statement(label=label, file=file, line=item.line, **said)


def _check_keys(label: str, entry: Mapping[str, Value]) -> None:
    """Check that an entry about a name of one label has no key of another label.

    Raises:
        Fault: where it has one.
    """
    for key, wanted in _OF.items():
        if key in entry and label != wanted:
            raise Fault(f"'{key}' is for a {wanted}, not for a {label}", entry[key].line)


def _of_its_own(said: dict[str, Any], entry: Mapping[str, Value], own: str) -> None:
    """Complete an entry in front matter: it is about the story ``own``, and quotes this story.

    Raises:
        Fault: where the entry names stories itself.
    """
    if "stories" in said:
        message = "front matter is about its own story; 'stories' goes into docs/authority/"
        raise Fault(message, entry["stories"].line)
    said["stories"] = (own,)
    for key in _IDENTITIES:
        if key in said:
            said[key] = tuple(dict.fromkeys((own, *said[key])))
    for key in ("evidence", "description"):
        said[key] = tuple(replace(q, story=q.story or own) for q in said.get(key, ()))


def _check_stories(said: Mapping[str, Any], entry: Mapping[str, Value]) -> None:
    """Check that it is clear which stories an entry is about.

    Raises:
        Fault: where it is not.
    """
    for key in _IDENTITIES:
        if key in said and len(said[key]) < 2:
            raise Fault(f"'{key}' names two stories or more", entry[key].line)
    for key in ("paragraphs", "quote"):
        if key in said and len(said.get("stories", ())) != 1:
            message = f"'{key}' is of one story; say which, as in 'stories: 0ed4ce50'"
            raise Fault(message, entry[key].line)
    for key in ("evidence", "description"):
        if any(not q.story for q in said.get(key, ())):
            message = f"'{key}' needs its story, as in '{key}: {{story: 0ed4ce50, …}}'"
            raise Fault(message, entry[key].line)


def read(name: str, data: bytes, file: str) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Return the statements in the authority file ``name``, and the problems with it.

    ``data`` are the contents of the file, ``file`` is its path, as messages give it.
    """
    try:
        value = values.load(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}; save the file as UTF-8"
        return (), (Problem(file, message, refused=True),)
    except Fault as fault:
        return (), (fault.within(file),)
    return entries(value, FILES[name], file) if value else ((), ())


def gather(
    folder: Path, called: str, limits: Limits = USUAL
) -> tuple[list[Statement], list[Problem]]:
    """Return the statements in the authority files in ``folder``, and the problems with them.

    ``called`` is the folder's path, as messages give it. Files that do not exist are no problem.
    """
    said: list[Statement] = []
    problems: list[Problem] = []
    for name in FILES:
        path = folder / name
        if not path.exists() and not path.is_symlink():
            continue
        try:
            data = disk.contents(path, folder, limits.bytes)
        except Fault as fault:
            problems.append(fault.within(f"{called}/{name}"))
        else:
            statements, wrong = read(name, data, f"{called}/{name}")
            said += statements
            problems += wrong
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name not in KNOWN and not path.name.startswith("."):
            message = f"not read; the authority files are {' and '.join(FILES)}"
            problems.append(Problem(f"{called}/{disk.printable(path.name)}", message))
    return said, problems

"""The editor's word on names: the authority files, and the same entries in a story's front matter.

An entry names one name and says something of it::

    - name: Léa Roux              # the preferred name
      aliases: [Mlle Roux]        # what else she is called: such entities become one
    - name: Atelier
      is: neither                 # or: character, location
    - name: Sophie
      same: [002_0ed4ce5078f55053, 003_7920a8a583bb5bde]   # or: different
      by: A. Editor
      because: Both paint, and both say "Bonjour".
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from anthology import address, editor
from anthology.editor import Malformed, Value
from anthology.model import Label, Problem, Statement

FILES: Final[Mapping[str, Label]] = {
    "characters.yml": "character",
    "locations.yml": "location",
}
"""The authority files, below ``docs/authority/``, and what each is about."""


def _stories(key: str, value: Value) -> tuple[str, ...]:
    return tuple(address.story_id(item) for item in editor.texts(key, value))


_CHECKS: Final[Mapping[str, editor.Check]] = {
    "name": editor.text,
    "sort": editor.text,
    "aliases": editor.texts,
    "stories": _stories,
    "is": editor.choice("character", "location", "neither"),
    "same": _stories,
    "different": _stories,
    "by": editor.text,
    "because": editor.text,
}


def entries(
    value: Value, label: Label, file: str
) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Give what the list of entries ``value`` says, and what is wrong with the others.

    Entries are independent: a wrong one costs only itself. An entry that is plain text says that
    the name is of the kind that the list is about.
    """
    if not isinstance(value.content, list):
        message = "a list of entries is wanted, each '- name: …'"
        return (), (Problem(file, message, value.line, refused=True),)
    said, problems = [], []
    for item in value.content:
        try:
            said.append(_statement(item, label, file))
        except Malformed as error:
            problems.append(Problem(file, error.message, error.line, refused=True))
    return tuple(said), tuple(problems)


def _statement(item: Value, label: Label, file: str) -> Statement:
    if isinstance(item.content, str):
        name = editor.text("name", item)
        return Statement(label=label, name=name, is_=label, file=file, line=item.line)
    if not isinstance(item.content, dict):
        raise Malformed("an entry is a name, or keys such as '- name: …'", item.line)
    said: dict[str, Any] = editor.fields(item.content, _CHECKS)
    if "name" not in said:
        raise Malformed("an entry needs its name, as in '- name: Léa Roux'", item.line)
    for key in ("same", "different"):
        if key in said and len(set(said[key])) < 2:
            raise Malformed(f"'{key}' names two stories or more", item.content[key].line)
    if "is" in said:
        said["is_"] = said.pop("is")
    return Statement(label=label, file=file, line=item.line, **said)


def read(name: str, data: bytes, file: str) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Give what the authority file ``name`` says, and what is wrong with it.

    ``file`` is its path as messages should give it.
    """
    try:
        value = editor.load(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}; save the file as UTF-8"
        return (), (Problem(file, message, refused=True),)
    except Malformed as error:
        return (), (Problem(file, error.message, error.line, refused=True),)
    return entries(value, FILES[name], file) if value else ((), ())


def gather(folder: Path, called: str) -> tuple[list[Statement], list[Problem]]:
    """Give what the authority files in ``folder`` say, and what is wrong with them.

    ``called`` is the folder's path as messages should give it. Neither file need be there.
    """
    said: list[Statement] = []
    problems: list[Problem] = []
    for name in FILES:
        path = folder / name
        if path.is_file():
            statements, wrong = read(name, path.read_bytes(), f"{called}/{name}")
            said += statements
            problems += wrong
    return said, problems

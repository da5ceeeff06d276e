"""The authority files that the project ships, and the schema that editors' tools use.

An editor changes those in ``docs/``, so that the tests look at copies, in ``shipped/``.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from anthology import line, model
from anthology.authority import entries
from anthology.line import Sources
from anthology.sources.settings import Settings
from support import STORIES, TITLES, TOP

SHIPPED = Path(__file__).parent / "shipped"
IN_DOCS = TOP / "docs/authority"
SCHEMA: dict[str, Any] = json.loads((IN_DOCS / "schema.json").read_text(encoding="utf-8"))
FILES = sorted(entries.FILES)


def examples(name: str) -> str:
    """Return a file with the comment signs of its examples taken away."""
    text = (SHIPPED / name).read_text(encoding="utf-8")
    return "\n".join(re.findall(r"^# ((?:- | {2,}).*)$", text, re.MULTILINE))


@pytest.mark.parametrize("name", FILES)
def test_the_files_as_they_come_say_nothing_and_are_right(name: str) -> None:
    data = (SHIPPED / name).read_bytes()
    assert entries.read(name, data, name) == ((), ())


@pytest.mark.skipif(
    {path.name for path in (TOP / "docs/stories").iterdir()} != set(TITLES),
    reason="an editor is at work here",
)
@pytest.mark.parametrize("name", FILES)
def test_the_copies_are_what_is_shipped(name: str) -> None:
    assert (SHIPPED / name).read_bytes() == (IN_DOCS / name).read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_their_first_line_tells_an_editors_tool_the_schema(name: str) -> None:
    first = (SHIPPED / name).read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=schema.json"


@pytest.mark.parametrize("name", FILES)
def test_every_example_is_right_by_the_schema_and_by_the_reader(name: str) -> None:
    said, problems = entries.read(name, examples(name).encode(), name)
    assert (len(said) > 3, problems) == (True, ())
    assert not list(Draft7Validator(SCHEMA).iter_errors(yaml.safe_load(examples(name))))


def test_every_example_holds_for_the_four_stories() -> None:
    said = [entries.read(name, examples(name).encode(), name)[0] for name in FILES]
    seeds = line.gather_folder(STORIES, "docs/stories", Settings()).seeds
    for statement in (s for statements in said for s in statements):
        # One at a time, since the examples contradict each other.
        problems = line.anthology(Sources(seeds, (statement,))).problems
        assert not [p for p in problems if "no story has" not in p.message], statement.name


def test_the_schema_knows_the_keys_that_the_reader_knows() -> None:
    assert list(SCHEMA["definitions"]["entry"]["properties"]) == list(entries.CHECKS)


@pytest.mark.parametrize(
    ("key", "choices"),
    [
        ("kind", model.PlaceKind),
        ("role", model.Role),
        ("relation", model.Relation),
        ("certainty", model.Certainty),
    ],
)
def test_the_schema_knows_the_choices_that_the_reader_knows(key: str, choices: Any) -> None:
    allowed = SCHEMA["definitions"]["entry"]["properties"][key]["enum"]
    assert tuple(allowed) == get_args(choices)


@pytest.mark.parametrize(
    "entry", ["- {nam: x}", "- {name: x, is: person}", "- {name: x, same: []}", "- []", "a: b"]
)
def test_the_schema_refuses_what_the_reader_refuses(entry: str) -> None:
    assert list(Draft7Validator(SCHEMA).iter_errors(yaml.safe_load(entry)))
    assert entries.read("characters.yml", entry.encode(), "f")[1]

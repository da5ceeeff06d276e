"""authority: what the editor says of names, entry by entry, and what is wrong with the others.

What each file in ``tests/authority/`` says stands beside it: ``NAME.yml``, ``NAME.json``.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from anthology.authority import entries
from anthology.model import Problem
from conftest import Golden

CASES = sorted((Path(__file__).parent / "entries").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_file_says_what_stands_beside_it(case: Path, golden: Golden) -> None:
    said, problems = entries.read("characters.yml", case.read_bytes(), case.name)
    found = {
        "said": [{key: value for key, value in asdict(each).items() if value} for each in said],
        "problems": [("refused: " if p.refused else "") + str(p) for p in problems],
    }
    golden(case.with_suffix(".json"), json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def test_a_wrong_entry_costs_only_itself() -> None:
    data = b"- name: A\n- nam: B\n- name: C\n"
    said, problems = entries.read("characters.yml", data, "characters.yml")
    assert [statement.name for statement in said] == ["A", "C"]
    assert [problem.line for problem in problems] == [2]
    assert problems[0].refused


def test_a_file_that_is_not_utf_8_is_refused_with_the_byte() -> None:
    said, problems = entries.read("characters.yml", "- L\xe9a".encode("latin-1"), "c.yml")
    assert said == ()
    assert problems == (
        Problem("c.yml", "not UTF-8 at byte 3; save the file as UTF-8", refused=True),
    )


def test_both_files_are_read_and_neither_is_needed(tmp_path: Path) -> None:
    assert entries.gather(tmp_path / "nowhere", "docs/authority") == ([], [])
    (tmp_path / "locations.yml").write_bytes(b"\xef\xbb\xbf- Seine\n")
    said, problems = entries.gather(tmp_path, "docs/authority")
    assert problems == []
    (seine,) = said
    assert (seine.label, seine.name, seine.is_) == ("location", "Seine", "location")
    assert (seine.file, seine.line) == ("docs/authority/locations.yml", 1)


@pytest.mark.parametrize("name", ["002_0ed4ce5078f55053.txt", "0ed4ce5078f55053"])
def test_a_story_is_called_by_its_file_or_by_its_digits(name: str) -> None:
    data = f"- name: A\n  stories: [{name}]\n".encode()
    (statement,), _ = entries.read("characters.yml", data, "c.yml")
    assert statement.stories == ("0ed4ce5078f55053",)

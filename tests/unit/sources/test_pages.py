"""pages: what the editor writes by hand is read by the same door as the stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from anthology.model import Fault
from anthology.sources import disk, pages


def gathered(docs: Path) -> tuple[dict[str, str], list[str]]:
    written, problems = pages.gather(docs, disk.survey(docs).files, 100)
    assert all(problem.refused for problem in problems)
    return written, [str(problem) for problem in problems]


def test_pages_are_the_markdown_that_is_published_as_it_is(tmp_path: Path) -> None:
    for path in ("index.md", "more/a.md", "stories/b.md", "authority/c.md", ".d/e.md", "f.txt"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("x", "utf-8")
    assert gathered(tmp_path) == ({"index.md": "x", "more/a.md": "x"}, [])


def test_a_byte_order_mark_is_no_part_of_a_page(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(b"\xef\xbb\xbf# Hello")
    assert gathered(tmp_path) == ({"index.md": "# Hello"}, [])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("One.\nL\xe9a".encode("latin-1"), ":2: not UTF-8 at byte 6; save the file as UTF-8"),
        (b"x" * 101, ": larger than 100 bytes; a story is smaller, so split the file"),
    ],
)
def test_a_page_that_cannot_be_read_costs_one_line(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "index.md").write_bytes(data)
    assert gathered(tmp_path) == ({}, [f"docs/index.md{told}"])


def test_a_note_is_front_matter_and_markdown() -> None:
    note = pages.note("---\ntitle: A\n---\n# Hello\n")
    assert (note.matter, note.text) == ({"title": "A"}, "# Hello")
    assert pages.note("") == pages.Note()


def test_a_note_whose_front_matter_is_no_yaml_is_told_with_its_line() -> None:
    with pytest.raises(Fault, match="front matter is not YAML; a value with a colon") as fault:
        pages.note("---\ndescription: x\ntitle: a: b\n---\n# Hello\n")
    assert fault.value.line == 3

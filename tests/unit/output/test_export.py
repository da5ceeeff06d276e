"""export: what was made before is renewed, what somebody wrote or changed stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from anthology.output import export

FILES = {"index.md": b"home", "stories/a.md": b"A", "data/a.json": b"{}"}


def said(folder: Path, files: dict[str, bytes]) -> list[str]:
    return [
        f"{Path(p.file).relative_to(folder).as_posix()} {p.message}"
        for p in export.write(files, folder)
    ]


def there(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != export.NOTE
    }


def test_every_file_is_written_and_nothing_beside(tmp_path: Path) -> None:
    assert said(tmp_path / "new/folder", FILES) == []
    assert there(tmp_path / "new/folder") == FILES


def test_a_second_export_renews_what_changed_and_removes_what_is_no_longer_made(
    tmp_path: Path,
) -> None:
    said(tmp_path, FILES)
    assert said(tmp_path, {"index.md": b"new home", "stories/a.md": b"A"}) == []
    assert there(tmp_path) == {"index.md": b"new home", "stories/a.md": b"A"}
    assert not (tmp_path / "data").exists(), "an empty folder is left behind"


def test_an_export_of_the_same_writes_nothing(tmp_path: Path) -> None:
    said(tmp_path, FILES)
    before = {path: (tmp_path / path).stat().st_mtime_ns for path in FILES}
    assert said(tmp_path, FILES) == []
    assert {path: (tmp_path / path).stat().st_mtime_ns for path in FILES} == before


def test_a_file_that_somebody_else_made_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(b"mine")
    (tmp_path / "notes.txt").write_bytes(b"mine too")
    (problem,) = said(tmp_path, FILES)
    assert problem.startswith("index.md is not of the export's making and stays as it is")
    assert there(tmp_path) == {**FILES, "index.md": b"mine", "notes.txt": b"mine too"}
    said(tmp_path, {})
    assert there(tmp_path) == {"index.md": b"mine", "notes.txt": b"mine too"}


def test_a_page_that_was_changed_by_hand_is_neither_overwritten_nor_removed(tmp_path: Path) -> None:
    said(tmp_path, FILES)
    (tmp_path / "index.md").write_bytes(b"changed")
    for _ in range(2):
        (problem,) = said(tmp_path, FILES)
        assert problem.startswith("index.md was changed by hand and stays as it is")
    (problem,) = said(tmp_path, {})
    assert problem == "index.md is no longer made, but was changed, and stays"
    assert there(tmp_path) == {"index.md": b"changed"}


def test_a_page_changed_back_or_moved_away_is_made_again(tmp_path: Path) -> None:
    said(tmp_path, FILES)
    (tmp_path / "index.md").write_bytes(b"changed")
    said(tmp_path, FILES)
    (tmp_path / "index.md").unlink()
    assert said(tmp_path, FILES) == []
    assert there(tmp_path) == FILES


def test_a_folder_in_the_place_of_a_page_stays(tmp_path: Path) -> None:
    (tmp_path / "index.md").mkdir()
    (problem,) = said(tmp_path, FILES)
    assert problem.startswith("index.md is not of the export's making")


@pytest.mark.parametrize("note", [b"", b"no json", b"[]", b'"x"', b"\xff", b'{"a": 1}'])
def test_a_note_that_was_spoilt_makes_it_careful_and_not_fail(tmp_path: Path, note: bytes) -> None:
    said(tmp_path, FILES)
    (tmp_path / export.NOTE).write_bytes(note)
    assert said(tmp_path, FILES | {"index.md": b"new"}) == [
        "index.md is not of the export's making and stays as it is; move it away to have it made"
    ]


def test_a_note_cannot_make_it_remove_anything_outside(tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    outside.write_bytes(b"home")
    folder = tmp_path / "out"
    said(folder, {"index.md": b"home"})
    note = folder / export.NOTE
    note.write_text(note.read_text("utf-8").replace("index.md", "../precious"), "utf-8")
    said(folder, {})
    assert outside.read_bytes() == b"home"

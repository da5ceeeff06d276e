"""seeds: only plain files in the folder are read, and whatever else lies there is told."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from anthology.model import Seed
from anthology.sources import seeds

CALLED = "docs/stories"

links = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has other links and no pipes")


def gathered(folder: Path) -> tuple[list[Seed], list[str]]:
    found, problems = seeds.gather(folder)
    return found, [("refused: " if p.refused else "") + str(p) for p in problems]


def test_seeds_come_byte_for_byte_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "C.TXT"):
        (tmp_path / name).write_bytes(b"\xff" + name.encode())
    found, problems = gathered(tmp_path)
    assert [seed.name for seed in found] == ["C.TXT", "a.txt", "b.txt"]
    assert found[1].data == b"\xffa.txt"
    assert problems == []


def test_a_folder_that_is_not_there_has_no_seeds(tmp_path: Path) -> None:
    assert gathered(tmp_path / "stories") == ([], [])


@pytest.mark.parametrize("name", ["x.mdx", "x.html", "x", "x.txt.bak", "x.docx"])
def test_what_else_lies_there_is_told_and_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x", encoding="utf-8")
    message = f"{CALLED}/{name}: not read; the name of a story file ends in .txt or .md"
    assert gathered(tmp_path) == ([], [message])


def test_a_story_may_be_plain_text_or_markdown(tmp_path: Path) -> None:
    for name in ("a.MD", "b.md", "c.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found, problems = gathered(tmp_path)
    assert [seed.name for seed in found] == ["a.MD", "b.md", "c.txt"]
    assert problems == []


@pytest.mark.parametrize("name", ["README.md", "index.md"])
def test_a_note_on_the_folder_is_no_story(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x", encoding="utf-8")
    message = f"{CALLED}/{name}: not read; give it another name if it is a story"
    assert gathered(tmp_path) == ([], [message])


def test_one_story_as_text_and_as_markdown_is_told(tmp_path: Path) -> None:
    for name in ("a.md", "a.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found, problems = gathered(tmp_path)
    assert [seed.name for seed in found] == ["a.md", "a.txt"]
    assert problems == [f"{CALLED}/a.txt: 'a.md' has the same name; keep one of the two"]


def test_the_pictures_are_those_in_the_folder_and_below(tmp_path: Path) -> None:
    assert not seeds.pictures(tmp_path / "assets")
    (tmp_path / "assets/maps").mkdir(parents=True)
    for name in ("a.jpg", "maps/b.PNG", "book.css", "maps/c d.webp"):
        (tmp_path / "assets" / name).touch()
    (tmp_path / "assets/d.gif").write_bytes(b"GIF89a\x80\2\xe0\1")
    pictures = seeds.pictures(tmp_path / "assets")
    assert sorted(pictures) == ["a.jpg", "d.gif", "maps/b.PNG", "maps/c d.webp"]
    assert pictures["d.gif"] == (640, 480)
    assert pictures["a.jpg"] is None


@links
def test_a_picture_that_lies_elsewhere_is_none(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "secret.png").touch()
    (tmp_path / "assets/a.png").symlink_to(tmp_path / "secret.png")
    assert not seeds.pictures(tmp_path / "assets")


@pytest.mark.parametrize(
    "name", [".DS_Store", ".gitkeep", ".x.txt.swp", "Thumbs.db", "desktop.ini"]
)
def test_what_systems_and_programs_leave_behind_is_not_worth_a_word(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("x", encoding="utf-8")
    assert gathered(tmp_path) == ([], [])


@links
def test_a_link_that_leads_out_is_refused_unread(tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "b.txt").symlink_to("/etc/passwd")
    (folder / "c.txt").symlink_to("../secret.txt")
    found, problems = gathered(folder)
    assert found == []
    assert problems == [
        f"refused: {CALLED}/{name}.txt: "
        "a link that leads out of the folder; put the file itself here"
        for name in "abc"
    ]


@links
def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A", encoding="utf-8")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert gathered(tmp_path) == ([Seed("a.txt", b"A"), Seed("b.txt", b"A")], [])


@links
def test_a_linked_stories_folder_is_the_folder_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.txt").write_text("A", encoding="utf-8")
    (tmp_path / "stories").symlink_to("real")
    assert gathered(tmp_path / "stories") == ([Seed("a.txt", b"A")], [])


@links
@pytest.mark.parametrize("target", ["nowhere", "a.txt"], ids=["broken", "circular"])
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, target: str) -> None:
    (tmp_path / "a.txt").symlink_to(target)
    found, (problem,) = gathered(tmp_path)
    assert found == []
    assert problem == f"{CALLED}/a.txt: a link that leads nowhere; put the file itself here"


@links
def test_a_pipe_does_not_hold_up_the_build(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    found, (problem,) = gathered(tmp_path)
    assert found == []
    assert "not a regular file" in problem


def test_a_folder_called_like_a_seed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    found, (problem,) = gathered(tmp_path)
    assert found == []
    assert problem.startswith(f"refused: {CALLED}/a.txt: ")


def test_a_seed_of_more_than_2_mb_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 2_000_000)
    (tmp_path / "b.txt").write_bytes(b"x" * 2_000_001)
    found, problems = gathered(tmp_path)
    assert [seed.name for seed in found] == ["a.txt"]
    assert problems == [
        f"refused: {CALLED}/b.txt: larger than 2 MB; a story is smaller, so split the file"
    ]


@pytest.mark.parametrize(
    "name", ["with space.txt", "a#b?c%20.txt", "'\".txt", "CON.txt", "x" * 240]
)
def test_odd_names_are_read(tmp_path: Path, name: str) -> None:
    name = name.removesuffix(".txt") + ".txt"
    (tmp_path / name).write_text("x", encoding="utf-8")
    assert gathered(tmp_path) == ([Seed(name, b"x")], [])


@links
def test_a_message_is_one_line_whatever_the_file_is_called(tmp_path: Path) -> None:
    (tmp_path / "a\n::error::b.doc").write_text("x", encoding="utf-8")
    _, (problem,) = seeds.gather(tmp_path)
    assert len(str(problem).splitlines()) == 1


def test_a_name_is_taken_in_nfc(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "Léa.txt")).write_text("x", encoding="utf-8")
    assert gathered(tmp_path) == ([Seed("Léa.txt", b"x")], [])

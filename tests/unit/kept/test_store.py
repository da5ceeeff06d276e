"""store: what was saved is there, and what anybody else left there is not."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from anthology.kept.store import Store

EDITION = "e" * 64
LINES = [b'["one"]', b'["two"]']
DAY = 86_400


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def store(tmp_path: Path, said: list[str]) -> Store:
    return Store(tmp_path / "kept", EDITION, said.append)


def only_file(folder: Path) -> Path:
    (found,) = (path for path in folder.rglob("*") if path.is_file())
    return found


def test_what_was_saved_is_there_for_the_next_process(tmp_path: Path, store: Store) -> None:
    store.save("a", LINES)
    assert store.load("a") == LINES
    assert Store(tmp_path / "kept", EDITION, print).load("a") == LINES


def test_it_is_there_for_the_same_edition_only(tmp_path: Path, store: Store) -> None:
    store.save("a", LINES)
    assert Store(tmp_path / "kept", "f" * 64, print).load("a") is None


def test_what_was_never_saved_is_not_there(store: Store) -> None:
    assert store.load("a") is None


def _replace(path: Path, old: bytes, new: bytes) -> None:
    path.write_bytes(path.read_bytes().replace(old, new))


def _instead(put: Callable[[Path], object]) -> Callable[[Path], object]:
    """Return what removes a file and puts something else in its place."""

    def damage(path: Path) -> None:
        path.unlink()
        put(path)

    return damage


DAMAGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda path: _replace(path, b"one", b"six"),
    "a line more": lambda path: path.write_bytes(path.read_bytes() + b"\n[]"),
    "a line end more": lambda path: path.write_bytes(path.read_bytes() + b"\n"),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-3]),
    "empty": lambda path: path.write_bytes(b""),
    "something else": lambda path: path.write_bytes(os.urandom(100)),
    "without a checksum": lambda path: path.write_bytes(b'\n["one"]\n["two"]'),
    "gone": Path.unlink,
    "a folder": _instead(Path.mkdir),
    "a link to itself": _instead(lambda path: path.symlink_to(path)),
    "a pipe": _instead(os.mkfifo),
    "the folder gone": lambda path: shutil.rmtree(path.parent),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_not_there_and_can_be_saved_again(
    tmp_path: Path, store: Store, said: list[str], damage: Callable[[Path], object]
) -> None:
    store.save("a", LINES)
    path = only_file(tmp_path)
    damage(path)
    assert store.load("a") is None
    if not path.is_dir():
        store.save("a", LINES)
        assert store.load("a") == LINES
        assert said == []


def test_a_file_under_the_key_of_another_is_not_there(tmp_path: Path, store: Store) -> None:
    store.save("a", LINES)
    path = only_file(tmp_path)
    path.rename(path.with_name(path.name.replace("a", "b", 1)))
    assert store.load("b") is None


def test_a_folder_that_cannot_be_written_is_told_once(tmp_path: Path, said: list[str]) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be", "utf-8")
    store = Store(tmp_path / "kept", EDITION, said.append)
    for name in ("a", "b"):
        store.save(name, LINES)
        assert store.load(name) is None
    store.tidy()
    (message,) = said
    assert message.startswith(f"{tmp_path / 'kept'} cannot be written")
    assert "\n" not in message


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, store: Store, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save("a", LINES)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    store.save("b", LINES)
    assert store.load("b") is None
    assert only_file(tmp_path).name.startswith("a")
    assert "No space left on device" in said[0]


def test_two_that_save_the_same_do_not_meet(tmp_path: Path, store: Store) -> None:
    other = Store(tmp_path / "kept", EDITION, print)
    store.save("a", LINES)
    other.save("a", LINES)
    assert store.load("a") == other.load("a") == LINES


def test_a_folder_elsewhere_will_do(tmp_path: Path, store: Store) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "kept").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    store.save("a", LINES)
    assert store.load("a") == LINES


def _age(path: Path, days: int) -> None:
    then = time.time() - days * DAY
    os.utime(path, (then, then))


def test_what_nobody_used_for_a_month_is_removed(tmp_path: Path, store: Store) -> None:
    for name in ("old", "used", "new"):
        store.save(name, LINES)
    for path in (tmp_path / "kept").rglob("*.jsonl"):
        _age(path, 1 if path.stem == "new" else 31)
    store.load("used")
    store.tidy()
    assert [name for name in ("old", "used", "new") if store.load(name)] == ["used", "new"]


def test_of_older_editions_the_two_that_were_used_last_stay(tmp_path: Path, store: Store) -> None:
    for days, name in enumerate("dcba", start=1):
        Store(tmp_path / "kept", name * 64, print).save("a", LINES)
        _age(tmp_path / "kept" / (name * 16), days)
    store.save("a", LINES)
    store.tidy()
    there = sorted(path.name[0] for path in (tmp_path / "kept").iterdir())
    assert there == ["c", "d", "e"]

"""work: what is kept is what would be made, and nothing is made twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology import line, naming
from anthology import work as working
from anthology.kept.plain import Unlike
from anthology.kept.store import Store
from anthology.line import Sources
from anthology.model import Anthology, Seed, Statement
from anthology.naming import JUDGEMENTS, Given
from anthology.recognise import judged
from anthology.sources.disk import Limits
from anthology.sources.seeds import gather
from anthology.sources.settings import Settings
from anthology.work import CLUSTER, Work, shared
from support import STORIES
from support.making import seed

FOUR = tuple(gather(STORIES, "docs/stories")[0])
EDITION = naming.edition()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the seeds that were read and recognised, in this order."""
    names: list[str] = []
    write = naming.written

    def noted(given: Given, seed: Seed) -> tuple[bytes, bytes]:
        names.append(seed.name)
        return write(given, seed)

    monkeypatch.setattr(naming, "written", noted)
    return names


def process(folder: Path) -> Work:
    """Return the work of a process that has just begun."""
    return Work(Store(folder / "kept", EDITION, print))


def book(seeds: tuple[Seed, ...], work: Work | None = None) -> Anthology:
    return line.anthology(Sources(seeds), *([work] if work else []))


def test_a_second_process_makes_nothing(tmp_path: Path, made: list[str]) -> None:
    first = book(FOUR, process(tmp_path))
    assert made == [each.name for each in FOUR]
    second = book(FOUR, process(tmp_path))
    assert made == [each.name for each in FOUR]
    assert repr(first) == repr(second) == repr(book(FOUR))


def test_an_edit_costs_the_story_that_was_edited(tmp_path: Path, made: list[str]) -> None:
    work = process(tmp_path)
    book(FOUR, work)
    made.clear()
    edited = replace(FOUR[1], data=FOUR[1].data + b"\n\nAnna Berg came in.\n")
    book((FOUR[0], edited, *FOUR[2:]), work)
    assert made == [edited.name]
    # What it was before is kept as well.
    book(FOUR, process(tmp_path))
    assert made == [edited.name]


def test_an_edit_reads_no_file_of_another_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = process(tmp_path)
    before = work.readings(FOUR, Sources(FOUR).given)
    monkeypatch.setattr(Store, "load", lambda *_: pytest.fail("read again"))
    after = work.readings(FOUR, Sources(FOUR).given)
    assert all(one is other for one, other in zip(before, after, strict=True))


def test_the_editors_word_on_names_costs_no_reading(tmp_path: Path, made: list[str]) -> None:
    book(FOUR, process(tmp_path))
    made.clear()
    said = Statement(label="character", name="Nobody at All", file="x.yml", line=1)
    line.anthology(Sources(FOUR, (said,)), process(tmp_path))
    assert made == []


@pytest.mark.parametrize(
    "other",
    [
        {"settings": Settings(lang="de")},
        {"limits": Limits(paragraph=100_000)},
        {"folder": "elsewhere"},
    ],
    ids=str,
)
def test_whatever_else_a_reading_depends_on_has_it_made_again(
    tmp_path: Path, made: list[str], other: dict[str, object]
) -> None:
    book(FOUR, process(tmp_path))
    made.clear()
    sources = replace(Sources(FOUR), **other)  # type: ignore[arg-type]
    assert repr(line.anthology(sources, process(tmp_path))) == repr(line.anthology(sources))
    assert len(made) == 4


def test_another_name_has_it_made_again(tmp_path: Path, made: list[str]) -> None:
    work = process(tmp_path)
    book((seed("Rain\n\nIt rained.\n", "a.txt"),), work)
    (story,) = book((seed("Rain\n\nIt rained.\n", "b.txt"),), work).stories
    assert (story.id, made) == ("b", ["a.txt", "b.txt"])


def test_a_picture_has_the_stories_made_again_that_show_it(tmp_path: Path, made: list[str]) -> None:
    shows = seed("# A\n\n![A map](../assets/map.png)\n\nIt rained.\n", "a.md")
    other = seed("# B\n\nIt rained.\n\nNobody came.\n", "b.md")
    for pictures, cost in [
        ({}, ["a.md", "b.md"]),
        ({"x.png": None}, []),
        ({"map.png": (1, 2)}, ["a.md"]),
    ]:
        made.clear()
        sources = Sources((shows, other), pictures=pictures)  # type: ignore[arg-type]
        found = line.anthology(sources, process(tmp_path))
        assert made == cost
        assert repr(found) == repr(line.anthology(sources))


def test_a_program_that_was_changed_while_it_ran_keeps_nothing(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    work = process(tmp_path)
    monkeypatch.setattr(naming, "on_disk", lambda: "another")
    assert repr(book(FOUR, work)) == repr(book(FOUR))
    assert not (tmp_path / "kept").exists()
    made.clear()
    book(FOUR, work)
    assert made == []


def files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted((folder / "kept").rglob("*")) if path.is_file())


changes = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9_999), st.binary(max_size=4)))


@hypothesis.settings(suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture])
@given(changes=changes)
def test_whatever_became_of_what_is_kept_the_anthology_is_the_same(
    tmp_path: Path, changes: list[tuple[int, int, bytes]]
) -> None:
    book(FOUR, process(tmp_path))
    there = list(files(tmp_path))
    for number, at, new in changes:
        data = there[number].read_bytes()
        there[number].write_bytes(data[:at] + new + data[at + 1 :])
    assert repr(book(FOUR, process(tmp_path))) == repr(book(FOUR))


@pytest.mark.parametrize(
    "lines",
    [[], [b"null"], [b"null", b"null"], [b"[]", b"[]"], [b"\xff", b""], [b"1", b"2", b"3"]],
    ids=str,
)
def test_what_has_the_right_checksum_and_is_no_reading_is_made_again(
    tmp_path: Path, lines: list[bytes]
) -> None:
    book(FOUR, process(tmp_path))
    store = Store(tmp_path / "kept", EDITION, print)
    for path in list(files(tmp_path)):
        store.save(path.stem, lines)
    assert repr(book(FOUR, process(tmp_path))) == repr(book(FOUR))


def test_the_review_gets_the_judgements_that_were_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = line.review(book(FOUR))
    work = process(tmp_path)
    monkeypatch.setattr(working, "judged", lambda _: pytest.fail("recognised again"))
    for each in (work, process(tmp_path)):
        anthology = book(FOUR, each)
        assert line.review(anthology, each) == line.review(anthology, each) == expected


def test_judgements_that_are_none_are_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = process(tmp_path)
    anthology = book(FOUR, work)

    def unlike(_: bytes) -> None:
        raise Unlike

    monkeypatch.setattr(JUDGEMENTS, "read", unlike)
    story = anthology.stories[0]
    assert work.judged(story) == judged(story)


def test_a_folder_that_cannot_be_written_costs_one_line_and_no_memory_of_it(
    tmp_path: Path, made: list[str]
) -> None:
    (tmp_path / "kept").touch()
    said: list[str] = []
    work = Work(Store(tmp_path / "kept", EDITION, said.append))
    assert repr(book(FOUR, work)) == repr(book(FOUR, work)) == repr(book(FOUR))
    assert len(made) == 4
    assert len(said) == 1


def test_two_processes_that_keep_the_same_at_once_do_not_disturb_each_other(
    tmp_path: Path,
) -> None:
    one, other = process(tmp_path), process(tmp_path)
    expected = repr(book(FOUR))
    assert repr(book(FOUR[:2], one)) == repr(book(FOUR[:2]))
    assert repr(book(FOUR, other)) == expected
    shutil.rmtree(tmp_path / "kept")
    assert repr(book(FOUR, one)) == expected
    assert repr(book(FOUR, process(tmp_path))) == expected


def test_all_commands_share_one_folder_of_the_project(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(CLUSTER, raising=False)
    for quiet in (True, False):
        book(FOUR, shared(tmp_path, print, quiet=quiet))
    assert len(made) == 4
    assert [path.name for path in tmp_path.iterdir()] == [".cache"]


def test_a_cluster_is_asked_for_where_the_surroundings_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setenv(CLUSTER, "tcp://example.org:8786")
    monkeypatch.setattr(working, "cluster", lambda address, _: asked.append(address))
    assert repr(book(FOUR, shared(tmp_path, print))) == repr(book(FOUR))
    assert asked == ["tcp://example.org:8786"]


def test_each_step_of_a_long_work_is_told_once() -> None:
    said: list[int] = []

    def told(what: str, things: Iterable[int], number: int) -> Iterator[int]:
        assert (what, number) == ("Drawing pages", 3)
        for each in things:
            said.append(each)
            yield each
        said.append(-1)

    step = Work(told=told).steps("Drawing pages", 3)
    for _ in range(5):
        step()
    assert said == [0, 1, 2, -1]

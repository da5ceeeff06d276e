"""Gold: how good the index is stays as good as hooks/README.md says, and is measured rightly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cotraining
import evaluating
import training
from scoring import KINDS, Record, reliability, score
from support import TOP

GOLD = TOP / "tests/gold"


def at(start: int, end: int) -> dict[str, int]:
    return {"paragraph": 0, "start": start, "end": end}


def entry(name: str, *aliases: str, where: tuple[int, int] = (0, 4)) -> dict[str, Any]:
    return {"name": name, "aliases": list(aliases), "mentions": [at(*where)]}


def record(characters: list[Any], locations: list[Any] | None = None) -> dict[str, Any]:
    text = "Anna met Bert in Rome."
    return {
        "source": "s.txt",
        "paragraphs": [text],
        "characters": characters,
        "locations": locations or [],
    }


def with_doubtful(found: Record) -> Record:
    """Return the record of a story with its doubtful entries among the others."""
    return {**found, **{kind: [*found[kind], *found["doubtful"][kind]] for kind in KINDS}}


@pytest.mark.parametrize(("folder", "floor"), [("seeds", 100.0), ("stories", 96.0), ("more", 90.0)])
def test_the_index_of_the_projects_own_gold_is_as_good_as_promised(
    folder: str, floor: float
) -> None:
    gold = evaluating.load(GOLD / folder)
    found = {s: with_doubtful(record) for s, record in evaluating.shipped(gold).items()}
    result = score(gold.records, found)
    assert 100 * result.tallies["index both"].f1 >= floor, "\n".join(result.errors)


@pytest.mark.parametrize(("folder", "floor"), [("seeds", 100.0), ("stories", 98.0), ("more", 95.0)])
def test_of_what_is_published_of_the_projects_own_gold_little_is_wrong(
    folder: str, floor: float
) -> None:
    gold = evaluating.load(GOLD / folder)
    result = score(gold.records, evaluating.shipped(gold))
    assert 100 * result.tallies["index both"].precision >= floor, "\n".join(result.errors)


def test_what_is_all_right_is_a_hundred_percent() -> None:
    gold = record(
        [entry("Anna", "Annie"), entry("Bert", where=(9, 13))], [entry("Rome", where=(17, 21))]
    )
    result = score([gold], {"s.txt": gold})
    assert all(tally.f1 == 1 for tally in result.tallies.values() if tally.gold)
    assert result.errors == []


def test_whoever_splits_a_person_loses_precision() -> None:
    gold = record([entry("Anna Bert", "Bert")])
    said = record([entry("Anna Bert"), entry("Bert")])
    tally = score([gold], {"s.txt": said}).tallies["index characters"]
    assert (tally.precision, tally.recall) == (0.5, 1)


def test_whoever_merges_two_persons_loses_recall() -> None:
    gold = record([entry("Anna"), entry("Bert")])
    said = record([entry("Anna", "Bert")])
    tally = score([gold], {"s.txt": said}).tallies["index characters"]
    assert (tally.precision, tally.recall) == (1, 0.5)


def test_the_wrong_kind_costs_both() -> None:
    gold = record([entry("Anna")])
    tally = score([gold], {"s.txt": record([], [entry("Anna")])}).tallies["index both"]
    assert (tally.precision, tally.recall) == (0, 0)


def test_an_article_or_a_possessive_makes_no_other_span() -> None:
    gold = record([entry("Anna")])
    said = {**gold, "paragraphs": ["Anna met Bert in Rome."]}
    assert score([gold], {"s.txt": said}).tallies["mention both"].f1 == 1


def test_an_entry_is_right_only_with_all_its_mentions_and_nobody_elses() -> None:
    anna = entry("Anna") | {"mentions": [at(0, 4), at(9, 13)]}
    for mentions, right in (
        ([at(0, 4), at(9, 13)], 1),
        ([at(0, 4)], 0),
        ([at(0, 4), at(9, 13), at(17, 21)], 0),
    ):
        said = record([anna | {"mentions": mentions}])
        tallies = score([record([anna])], {"s.txt": said}).tallies
        assert (tallies["core characters"].recall, tallies["right characters"].recall) == (1, right)


def test_whom_the_story_names_once_nobody_looks_for() -> None:
    gold = record([entry("Anna")])
    tallies = score([gold], {"s.txt": gold}).tallies
    assert (tallies["core characters"].gold, tallies["right characters"].gold) == (0, 0)


def test_two_entries_of_gold_with_the_same_names_are_right_as_one() -> None:
    gold = record([entry("Anna"), entry("Anna", where=(9, 13))])
    said = record([entry("Anna") | {"mentions": [at(0, 4), at(9, 13)]}])
    tally = score([gold], {"s.txt": said}).tallies["right characters"]
    assert (tally.found, tally.gold) == (1, 1)


def test_a_heading_is_right_if_it_is_the_name_in_gold() -> None:
    gold = record([entry("Anna", "Annie"), entry("Bert", "Bertie")])
    said = record([entry("Annie", "Anna"), entry("bert", "Bertie")])
    assert score([gold], {"s.txt": said}).tallies["heading characters"].recall == 0.5


def test_role_and_relation_count_only_where_gold_says_them() -> None:
    gold = record(
        [entry("Anna") | {"role": "mentioned"}, entry("Bert")],
        [entry("Rome") | {"relation": "setting"}],
    )
    said = record(
        [entry("Anna") | {"role": "character"}, entry("Bert") | {"role": "character"}],
        [entry("Rome") | {"relation": "setting"}],
    )
    tallies = score([gold], {"s.txt": said}).tallies
    assert (tallies["role"].found, tallies["role"].gold) == (0, 1)
    assert (tallies["relation"].found, tallies["relation"].gold) == (1, 1)


def shelf(*authors: str | None) -> evaluating.Gold:
    """Return gold with a story for each of the authors; None stands for one who is not known."""
    records = [record([entry("Anna")]) | {"source": f"{n}.txt"} for n in range(len(authors))]
    by = {f"{n}.txt": author for n, author in enumerate(authors) if author}
    return evaluating.Gold(Path("gold"), 1.0, records, [], by)


def test_the_stories_of_one_author_are_read_together_and_all_others_dealt() -> None:
    golds = [shelf("saki", "poe", "saki"), shelf(None, None, None)]
    assert evaluating.by_author(golds) == [
        {(0, "1.txt"), (1, "0.txt"), (1, "2.txt")},
        {(0, "0.txt"), (0, "2.txt"), (1, "1.txt")},
    ]


def test_an_author_who_is_left_out_is_in_no_part() -> None:
    gold = evaluating.without(shelf("saki", "poe", None), ["saki"])
    assert evaluating.authors([gold]) == ["poe"]
    assert evaluating.by_author([gold]) == [{(0, "1.txt"), (0, "2.txt")}]


def test_a_report_on_one_author_has_no_other() -> None:
    gold = evaluating.by(shelf("saki", "poe", None), ["poe"])
    assert [r["source"] for r in gold.records] == ["1.txt"]


def test_the_author_stands_before_the_first_underscore(tmp_path: Path) -> None:
    said = {"a.txt": "anton-chekhov_short-fiction_constance-garnett: Misery"}
    (tmp_path / "sources.json").write_text(json.dumps(said), "utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(record([]) | {"source": "a.txt"}), "utf-8")
    gold = evaluating.load(tmp_path)
    assert evaluating.authors([gold]) == ["anton-chekhov"]


@pytest.mark.slow
def test_each_story_is_read_with_what_the_other_parts_teach() -> None:
    gold = evaluating.load(GOLD / "seeds")
    parts = evaluating.dealt([gold], 2)
    (said,) = evaluating.crossed([gold], parts, [gold], None)
    assert said.keys() == {story.source for story in gold.stories}
    one = evaluating.kept(gold, [gold.records[0]["source"]])
    (alone,) = evaluating.crossed([gold], parts, [one], None)
    assert alone == {source: said[source] for source in alone}
    assert len(alone) == 1


@pytest.mark.slow
def test_the_weights_are_what_learning_makes_of_the_same_stories_twice() -> None:
    stories = [
        training.examples(r, 1.0, cotraining.NOTHING.whole) for r in training.load(GOLD / "stories")
    ]
    assert training.fit(stories) == training.fit(stories)


def test_a_probability_is_held_against_what_is_right() -> None:
    found = [(0.95, True), (0.92, True), (0.65, False), (0.61, True), (0.2, False)]
    lines = reliability(found, 4)
    assert lines[1:-1] == [
        "0.2 to 0.3         1    0.0 %",
        "0.6 to 0.7         2   50.0 %",
        "0.9 to 1.0         2  100.0 %",
    ]
    assert lines[-1] == "best F1 with one line for all: 75.0, at 0.61"

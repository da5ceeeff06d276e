"""Gold: how good the index is stays as good as hooks/README.md says, and is measured rightly."""

from __future__ import annotations

from typing import Any

import pytest

import evaluating
import training
from scoring import score
from support import TOP

GOLD = TOP / "tests/gold"


def entry(name: str, *aliases: str, at: tuple[int, int] = (0, 4)) -> dict[str, Any]:
    mention = {"paragraph": 0, "start": at[0], "end": at[1]}
    return {"name": name, "aliases": list(aliases), "mentions": [mention]}


def record(characters: list[Any], locations: list[Any] | None = None) -> dict[str, Any]:
    text = "Anna met Bert in Rome."
    return {
        "source": "s.txt",
        "paragraphs": [text],
        "characters": characters,
        "locations": locations or [],
    }


@pytest.mark.parametrize(("folder", "floor"), [("seeds", 100.0), ("stories", 96.0), ("more", 90.0)])
def test_the_index_of_the_projects_own_gold_is_as_good_as_promised(
    folder: str, floor: float
) -> None:
    gold = evaluating.load(GOLD / folder)
    result = score(gold.records, evaluating.shipped(gold))
    assert 100 * result.tallies["index both"].f1 >= floor, "\n".join(result.errors)


def test_what_is_all_right_is_a_hundred_percent() -> None:
    gold = record([entry("Anna", "Annie"), entry("Bert", at=(9, 13))], [entry("Rome", at=(17, 21))])
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


@pytest.mark.slow
def test_the_weights_are_what_learning_makes_of_the_same_stories_twice() -> None:
    stories = [training.examples(r, 1.0) for r in training.load(GOLD / "stories")]
    assert training.fit(stories) == training.fit(stories)

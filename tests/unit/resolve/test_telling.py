"""telling: the roles and relations of the project's gold, and how their weights are learned."""

from __future__ import annotations

from pathlib import Path

import pytest

import telling
import training
from anthology.resolve import presence
from support import TOP

GOLD = TOP / "tests/gold"


@pytest.mark.parametrize(
    ("folder", "roles", "relations"), [("seeds", 100, 80), ("stories", 92, 81), ("more", 86, 72)]
)
def test_roles_and_relations_of_the_projects_own_gold_are_as_good_as_promised(
    folder: str, roles: int, relations: int
) -> None:
    found = [e for story in training.load(GOLD / folder) for e in telling.examples(story)]
    for label, floor in (("character", roles), ("location", relations)):
        of_label = [e for e in found if e.label == label]
        known = presence.weights(label)
        right = sum((presence.score(e.cues, known) > 0) == e.present for e in of_label)
        assert 100 * right >= floor * len(of_label), (label, 100 * right / len(of_label))


def test_what_gold_shows_again_and_again_is_learned() -> None:
    gold = {
        "source": "s.txt",
        "paragraphs": ["She danced in Graz.", "He came from Enns."],
        "characters": [],
        "locations": [
            {
                "name": name,
                "relation": relation,
                "mentions": [{"paragraph": n, "start": start, "end": start + 4}],
            }
            for n, (name, relation, start) in enumerate(
                [("Graz", "setting", 14), ("Enns", "mentioned", 13)]
            )
        ],
    }
    learned = telling.learn([gold] * 5)["location"]
    assert learned["told: in"] > 0 > learned["told: from"]


def test_what_no_gold_says_keeps_its_weights(tmp_path: Path) -> None:
    table = tmp_path / "presence.tsv"
    telling.write(telling.learn([]), table)
    shipped = TOP / "hooks/anthology/names/data/presence.tsv"
    assert table.read_text(encoding="utf-8") == shipped.read_text(encoding="utf-8")

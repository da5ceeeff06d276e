"""A detective and his friend in twelve stories, and no authority file: they are two persons."""

from __future__ import annotations

from pathlib import Path

import pytest

from anthology import line
from anthology.model import Name, Seed

SERIES = Path(__file__).parent / "series"


def told(**changed: str) -> tuple[Seed, ...]:
    """Return the twelve stories, with words of them changed."""
    seeds = []
    for path in sorted(SERIES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for word, instead in changed.items():
            text = text.replace(word, instead)
        seeds.append(Seed(path.name, text.encode()))
    return tuple(seeds)


def persons(*seeds: Seed) -> dict[str, Name]:
    """Return the name pages of the characters in some seeds."""
    return {name.name: name for name in line.anthology(line.Sources(seeds)).of("character")}


def stories(name: Name) -> list[int]:
    """Return in how many stories each person of a name is."""
    return [
        len({entity.partition("/")[0] for entity in each.entities}) for each in name.individuals
    ]


@pytest.mark.parametrize(
    ("given", "surname", "friend"),
    [
        ("Ambrose", "Vell", "Lawson"),
        ("Sherlock", "Holmes", "Watson"),
        ("Martin", "James", "Harding"),
    ],
)
def test_two_friends_are_two_persons_in_twelve_stories(
    given: str, surname: str, friend: str
) -> None:
    names = persons(*told(Ambrose=given, Vell=surname, Lawson=friend))
    assert stories(names[f"{given} {surname}"]) == [12]
    assert stories(names[friend]) == [12]
    assert names[friend].identity == names[f"{given} {surname}"].identity == "presumed"
    assert surname not in names


def test_each_says_on_what_grounds() -> None:
    names = persons(*told())
    assert (
        names["Ambrose Vell"]
        .ties[0]
        .reason.startswith(
            "Taken for one person: the full name is the same; "
            "where a story does not give it, Lawson"
        )
    )
    assert names["Lawson"].ties[0].reason == (
        "Taken for one person: Ambrose Vell stands beside the name each time."
    )


def test_one_story_that_gives_the_friend_his_full_name_gives_it_to_all() -> None:
    first, *others = told()
    fuller = first.data.replace(b"my dear Lawson", b"my dear John Lawson")
    names = persons(Seed(first.name, fuller), *others)
    assert stories(names["John Lawson"]) == [12]
    assert "Lawson" not in names


def test_another_of_the_surname_who_keeps_other_company_is_somebody_else() -> None:
    stranger = Seed("13.txt", b"Mr. Vell kept bees.\n\nVell told Ann Hart, and Ann Hart told Vell.")
    names = persons(*told(), stranger)
    assert stories(names["Ambrose Vell"]) == [12]
    (only,) = names.keys() & {"Vell", "Mr. Vell"}
    assert stories(names[only]) == [1]
    assert names[only].see_also == ("ambrose-vell",)

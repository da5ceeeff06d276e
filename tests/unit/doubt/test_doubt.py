"""doubt: what is too doubtful stands beside the index, not in it."""

from __future__ import annotations

from dataclasses import replace

from anthology import doubt
from anthology.model import Character, Entity, Mention, Story

KNOWN = {"its surest mention": 1.0}
"""Weights by which only the surest mention counts."""


def story(*entities: Entity, author: str = "", name: str = "a") -> Story:
    """Return a story with some entities, which are weighed."""
    plain = Story(
        id=name, source=f"{name}.txt", entities=entities, authors=(author,) * bool(author)
    )
    return doubt.weigh(plain, KNOWN)


def somebody(name: str, *probabilities: float) -> Character:
    """Return a character with a mention of each probability."""
    mentions = tuple(
        Mention(0, 10 * n, 10 * n + 5, name, "character", each)
        for n, each in enumerate(probabilities)
    )
    return Character(id=f"a/{name}", name=name, mentions=mentions)


def names(entities: tuple[Entity, ...]) -> list[str]:
    """Return the names of some entities."""
    return [entity.name for entity in entities]


def test_what_is_below_the_line_is_no_entry() -> None:
    [told] = doubt.doubt([story(somebody("Ann", 0.9), somebody("Orlo", 0.3))])
    assert names(told.entities) == ["Ann"]
    assert names(told.doubtful) == ["Orlo"]
    for entity in (*told.entities, *told.doubtful):
        assert (entity.probability >= doubt.line(entity)) == (entity in told.entities)


def test_who_is_named_often_is_published_sooner() -> None:
    lines = [doubt.line(somebody("Ann", *[0.9] * times)) for times in (1, 3, 4)]
    assert lines == sorted(lines, reverse=True)
    assert len(set(lines)) == 3


def test_another_story_by_the_author_that_is_sure_of_a_name_settles_it() -> None:
    sure = story(somebody("Orlo", 0.9), name="b", author="Saki")
    unsure = somebody("Orlo", 0.3)
    told, _ = doubt.doubt([story(unsure, author="Saki"), sure])
    assert names(told.entities) == ["Orlo"]
    told, _ = doubt.doubt([story(unsure, author="Poe"), sure])
    assert names(told.doubtful) == ["Orlo"]


def test_somebody_who_shares_a_surname_may_be_somebody_else_in_the_index() -> None:
    together = doubt.cues(story(somebody("Ann Hill", 0.9), somebody("Mr. Hill", 0.9)))
    assert all("a character that shares a word of its name" in shown for shown in together)
    [alone] = doubt.cues(story(somebody("Ann Hill", 0.9)))
    assert "a character that shares a word of its name" not in alone


def test_the_surest_of_its_mentions_counts() -> None:
    [one] = doubt.cues(story(somebody("Ann", 0.2, 0.9, 0.5)))
    [other] = doubt.cues(story(replace(somebody("Ann", 0.9), aliases=())))
    assert one["its surest mention"] == other["its surest mention"]


def test_a_name_says_what_became_of_it() -> None:
    [told] = doubt.doubt([story(somebody("Ann", 0.9), somebody("Orlo", 0.3))])
    [line] = doubt.explain(told, "orlo")
    assert line.startswith("Orlo: a character, doubtful (probability 0.")
    assert "in the index" in doubt.explain(told, "Ann")[0]
    assert doubt.explain(told, "Nobody") == []

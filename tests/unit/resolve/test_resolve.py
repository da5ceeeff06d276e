"""resolve: a story's mentions become its characters and locations."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology.model import Mention, Story
from anthology.resolve import resolve
from support.marked import cast, marked, resolved


def test_a_title_is_part_of_the_name_only_where_a_surname_alone_is_left_without_it() -> None:
    names = set(
        cast("[Sergeant Pichon] wrote. [Pichon] read. [Queen Isaura] wept. [Isaura] slept.")
    )
    assert "Sergeant Pichon" in names
    names = set(cast("[Inspector Solène Kerbrat] knelt. [Solène Kerbrat] rose."))
    assert names == {"Solène Kerbrat"}


def test_an_id_is_the_story_s_and_the_slug_of_the_name_and_unique() -> None:
    story = resolved('[Florence] left {Škofja Loka}. "So this is {Florence}," she said.')
    assert [c.id for c in story.characters] == ["s/florence"]
    assert [p.id for p in story.locations] == ["s/skofja-loka", "s/florence-2"]


def test_the_most_mentioned_comes_first_and_ties_go_by_first_mention() -> None:
    story = resolved("[Bea] saw [Ada]. [Cleo] saw [Ada].")
    assert [c.name for c in story.characters] == ["Ada", "Bea", "Cleo"]


def test_mentions_stand_in_reading_order_and_keep_their_spans() -> None:
    story = resolved("[Léa Roux] sat. [Léa] rose.\n\n[Léa Roux] left.")
    [lea] = story.characters
    assert list(lea.mentions) == sorted(lea.mentions)
    for m in lea.mentions:
        assert story.paragraphs[m.paragraph][m.start : m.end] == m.name


def test_what_is_known_of_the_story_stays() -> None:
    story, mentions = marked("[Ada] slept in {Turin}.")
    found = resolve(replace(story, title="Sleep"), mentions)
    assert (found.title, found.paragraphs) == ("Sleep", story.paragraphs)


words = st.sampled_from(
    "Anna Maria Kovács Bill William Mrs. Dr. van de Omar Old the Captain Umm said he she "
    "Paris River in of and called or , . “ ” - '".split()
)


labels: tuple[str | None, ...] = (None, "character", "location")
pieces = st.tuples(
    st.lists(words, min_size=1, max_size=3).map(" ".join),
    st.sampled_from(labels),
)


@given(st.lists(pieces, max_size=60))
def test_every_mention_has_at_most_one_entity_of_its_own_kind(
    story_of: list[tuple[str, str | None]],
) -> None:
    text, mentions = "", []
    for piece, label in story_of:
        if label:
            mentions.append(Mention(0, len(text), len(text) + len(piece), piece, label))
        text += piece + " "
    story = resolve(Story(id="s", source="s.txt", paragraphs=(text,)), tuple(mentions))
    placed = [m for e in story.entities for m in e.mentions]
    assert len(placed) == len(set(placed))
    assert all(text[m.start : m.end] == m.name for m in placed)
    assert all(m.label == "character" for c in story.characters for m in c.mentions)
    assert all(m.label == "location" for p in story.locations for m in p.mentions)
    ids = [e.id for e in story.characters]
    assert len(ids) == len(set(ids))


def test_the_order_of_the_mentions_does_not_matter() -> None:
    story, mentions = marked("[Bill Oakes] met [Mrs. Oakes] in {Rome}. [William] and [Oakes] left.")
    assert resolve(story, mentions) == resolve(story, mentions[::-1])


@pytest.mark.parametrize("text", ["", "word", "no capital anywhere, none", "ALL OF IT SHOUTED"])
def test_a_story_without_mentions_has_nobody(text: str) -> None:
    story = resolve(Story(id="s", source="s.txt", paragraphs=(text,)), ())
    assert (story.characters, story.locations) == ((), ())


@pytest.mark.slow
@pytest.mark.parametrize("break_", ["\n\n", " "])
def test_a_long_story_of_many_names_takes_time_in_proportion(break_: str) -> None:
    def seconds(names: int) -> float:
        text = break_.join(
            f"[Given{n} Family{n}] walked through {{Town{n}}} with [Given{n - 1}]. "
            + "She wept. " * 40
            for n in range(names)
        )
        story, mentions = marked(text)
        start = time.perf_counter()
        resolve(story, mentions)
        return time.perf_counter() - start

    seconds(50)
    few, many = seconds(250), seconds(2000)
    assert many < 8 * few * 4, "eight times the text may take four times as long for each name"

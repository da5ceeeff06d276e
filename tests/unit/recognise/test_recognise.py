"""Recognise: from a story to its mentions.

The stories below are marked as in test_resolve: [Anna] is a character's mention, {Paris} a
location's. What is not marked must not be found.
"""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology.model import Seed, Story
from anthology.read import read
from anthology.recognise import explain, recognise
from support import TOP
from support.marked import marked

SEEDS = TOP / "tests/gold/seeds"


def story(*paragraphs: str) -> Story:
    return Story(id="s", source="s.txt", paragraphs=paragraphs)


def assert_found(text: str) -> None:
    told, mentions = marked(text)
    assert recognise(told) == mentions


@pytest.mark.parametrize("source", sorted(p.name for p in SEEDS.glob("*.txt")))
def test_the_seeds_of_the_anthology_are_read_without_a_mistake(source: str) -> None:
    told = read(Seed(source, (SEEDS / source).read_bytes()), source).story
    assert told
    gold = next(
        record
        for line in (SEEDS / "gold.jsonl").read_text(encoding="utf-8").splitlines()
        if (record := json.loads(line))["source"] == source
    )
    want = {
        (m["paragraph"], m["start"], m["end"], label)
        for kind, label in (("characters", "character"), ("locations", "location"))
        for entry in gold[kind]
        for m in entry["mentions"]
    }
    assert {(m.paragraph, m.start, m.end, m.label) for m in recognise(told)} == want


def test_a_title_belongs_to_the_name_even_where_it_is_written_small() -> None:
    assert_found('"Good evening, [monsieur Duval]," said [Inspector Marie Rault].')


def test_the_first_word_of_a_sentence_is_no_name_by_itself() -> None:
    assert_found("Yesterday it rained. Nobody minded. [Marie] slept. Then it stopped.")


def test_a_street_is_known_by_its_head_word_in_many_languages() -> None:
    assert_found(
        "[Marie] lived in the {Rue des Lilas}, her brother in the {Lindenstraße}, her aunt in the "
        "{Calle Mayor} and her dentist in {Acacia Street}."
    )


def test_a_name_from_two_letters_to_d_artois_is_one_span() -> None:
    assert_found(
        '"Come in," said [J. R. Hartley]. He smiled at [Jean-Luc d\'Artois], who nodded to '
        "[Omar al-Rashid]."
    )


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_possessive_is_no_part_of_the_name(mark: str) -> None:
    told = story(f"Marie{mark}s hands shook. She took Marie O{mark}Neill{mark}s coat.")
    assert [m.name for m in recognise(told)] == ["Marie", f"Marie O{mark}Neill"]


def test_days_nationalities_and_greetings_name_nobody() -> None:
    assert_found(
        '"Bonjour," said [Marie]. On Tuesday in October the Russian students spoke French, '
        "and she was glad."
    )


def test_a_name_in_capitals_is_the_name_that_the_story_knows() -> None:
    assert_found("[Marie Duval] laughed. The sign said NO ENTRY. HERE LIVED [MARIE DUVAL].")


def test_florence_lives_in_florence() -> None:
    assert_found(
        '"How late it is," said [Florence]. [Florence] laughed. She had lived in {Florence} since '
        "the war, and her sister in {Rome}."
    )


def test_a_story_all_in_capitals_still_names_what_readers_know() -> None:
    told = story("MARIE DUVAL WALKED ALONG THE SEINE.", "IN PARIS IT RAINED ON MARIE DUVAL.")
    found = {(m.name, m.label) for m in recognise(told)}
    assert ("PARIS", "location") in found
    assert ("MARIE DUVAL", "character") in found
    assert not any("WALKED" in name or "RAINED" in name for name, _ in found)


def test_a_story_without_any_capital_names_nobody() -> None:
    assert recognise(story("marie walked along the seine, and it rained in paris.")) == ()


@pytest.mark.parametrize("paragraphs", [(), ("",), ("Word",), ("…",), ("I",), ("A. B. C.",)])
def test_hardly_a_story_is_no_hindrance(paragraphs: tuple[str, ...]) -> None:
    recognise(story(*paragraphs))


def test_a_story_in_french_names_its_people_and_places() -> None:
    told = story(
        "Léa descendit la rue de Rivoli avec Hugo. Elle pensait à Marseille.",
        "« Tu viens ? » dit Hugo. Léa ne répondit pas. Ils marchaient le long de la Seine.",
    )
    found = {(m.name, m.label) for m in recognise(told)}
    assert {("Léa", "character"), ("Hugo", "character"), ("Marseille", "location")} <= found
    assert not any(name in ("Elle", "Ils", "Tu") for name, _ in found)


def test_a_story_in_cyrillic_is_read_by_its_capitals() -> None:
    told = story("Анна жила в Москве. Потом она уехала.", "Утром Анна писала письмо из Москвы.")
    spans = [m.name for m in recognise(told)]
    assert all(name[0].isupper() for name in spans)


def test_a_decision_is_explained_by_its_cues() -> None:
    told = story("Marie crossed the Oka. On the Oka there was ice.")
    words = explain(told, "Oka")
    assert words.startswith("Oka: a location (2 × in s.txt)")
    assert "after a word before places and “the”" in words


def test_what_is_no_candidate_is_said_to_be_none() -> None:
    assert "no candidate" in explain(story("It rained."), "Paris")


def test_the_same_story_is_read_the_same_way_twice() -> None:
    told = read(Seed("x.txt", (SEEDS / "003_7920a8a583bb5bde.txt").read_bytes()), "x.txt").story
    assert told
    assert recognise(told) == recognise(told)


WORDS = st.sampled_from(
    ["Anna", "the", "Rue", "de", "la", "Mr.", "O'Neill", "“", "”", '"', "'s", "Paris", "in", "A.",
     "I", "St.", "of", "ÉTÉ", "VAN", "der", "-", "—", "Дом", "ǅ", "1st", "Straße", "said", ",", "!"]
)  # fmt: skip


@given(st.lists(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80), max_size=6))
def test_whatever_is_read_mentions_are_spans_of_their_paragraphs_and_never_overlap(
    paragraphs: list[str],
) -> None:
    last = (0, 0)
    for m in recognise(story(*paragraphs)):
        assert paragraphs[m.paragraph][m.start : m.end] == m.name
        assert m.name.strip() == m.name != ""
        assert (m.paragraph, m.start) >= last
        last = (m.paragraph, m.end)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["A", "A.", "A. ", "O'", "A'b", "' ", ". ", "Ab-", "Ab ", "Mr. ", "Ab de ", "\"", "ABC ",
     "Ab of the ", "Anna said. ", "St", " ", "Ab & "],
)  # fmt: skip
def test_no_run_of_anything_takes_more_than_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        told = story(piece * (length // len(piece)))
        took = []
        for _ in range(2):
            start = time.process_time()
            recognise(told)
            took.append(time.process_time() - start)
        return min(took)

    seconds(1_000)
    # Ten times the text; what grows with its square would take a hundred times as long.
    assert seconds(200_000) < 20 * max(seconds(20_000), 0.025)


@pytest.mark.slow
def test_a_story_of_two_megabytes_is_read_in_seconds() -> None:
    told = read(Seed("x.txt", (SEEDS / "003_7920a8a583bb5bde.txt").read_bytes()), "x.txt").story
    assert told
    paragraphs = told.paragraphs * (2_000_000 // sum(map(len, told.paragraphs)))
    start = time.process_time()
    recognise(story(*paragraphs))
    assert time.process_time() - start < 8

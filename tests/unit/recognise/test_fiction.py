"""fiction: what other stories say of a name and of the words around it."""

from __future__ import annotations

from pathlib import Path

import cotraining
from anthology.recognise import cues
from anthology.recognise.candidates import candidates
from anthology.recognise.decide import weights
from anthology.recognise.fiction import Fiction, fiction, keys, table, with_fiction
from support import making


def test_the_keys_of_a_context_are_the_words_on_both_sides() -> None:
    text = "he went to Paris, and slept"
    assert set(keys(text, 11, 16)) == {
        *("to<", "went to<", "he went to<", "went …<"),
        *(">,", ">, and", ">, and slept", ">… slept", "to<>,", "to<>, and"),
    }


def test_what_the_context_says_is_a_cue() -> None:
    story = making.story("a.txt", "She whispered to Orlo. She whispered to Orlo again.")
    [orlo] = [each for each in candidates(story) if each.text == "Orlo"]
    known = Fiction({"whispered to<": (1.0, -1.0)}, {"Orlo": (2.0, 0.0)})
    with_fiction([orlo], story.paragraphs, known)
    assert orlo.contexts == [(1.0, -1.0), (1.0, -1.0)]
    assert orlo.cues[cues.CONTEXT_OF % "character"] == 0.5
    assert orlo.cues[cues.CONTEXTS_OF % "location"] == -0.5
    assert orlo.cues[cues.ELSEWHERE % "character"] == 1.0


def test_the_tables_that_ship_know_speech_and_going() -> None:
    said, went = fiction().contexts["said<"], fiction().contexts["went to<"]
    assert said[0] > said[1]
    assert went[1] > went[0]


def test_tables_are_made_of_names_that_two_authors_have(tmp_path: Path) -> None:
    told = "“Come,” said Ann Hill to Mr. Brown. “No,” said Mr. Brown to Ann Hill. {0}\n\n" * 4
    for author, more in (("one", "She lived in Paris."), ("two", "He went to Paris."), ("x", "")):
        (tmp_path / author).mkdir()
        (tmp_path / author / "a.txt").write_text(told.format(more), encoding="utf-8")
    found = [
        name
        for folder in sorted(tmp_path.iterdir())
        for name in cotraining.named(weights(), folder)
    ]
    made = cotraining.fiction(found, ["x"])
    assert made.names["Paris"][1] > 0
    assert made.names["Ann Hill"][0] > made.names["Ann Hill"][1]
    assert cotraining.fiction(found, ["one", "x"]).names == {}


def test_a_table_comes_back_as_it_was_written(tmp_path: Path) -> None:
    made = Fiction({"to<": (-0.5, 1.25)}, {"Paris": (-1.0, 2.0)})
    first, second = cotraining.write(made, tmp_path)
    assert Fiction(table(first), table(second)) == made


def test_a_story_is_read_with_tables_that_do_not_know_its_author() -> None:
    whole, without = Fiction({}, {}), Fiction({"a<": (0.0, 0.0)}, {})
    tables = cotraining.Tables(whole, {"saki": without})
    assert tables.of("saki") is without
    assert tables.of(None) is whole

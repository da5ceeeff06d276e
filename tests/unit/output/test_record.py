"""record: the data, as scripts/names prints it and the site carries it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from anthology.model import Location, Quotation, Statement
from anthology.output import console, record
from conftest import Golden
from support.making import anthology, story

CASE = Path(__file__).parent / "record/anthology.json"

SOPHIE = story(
    "0ed4ce5078f55053",
    "Sophie Roux met Ben in Paris.",
    "Sophie left “Ben”.",
    characters=["Sophie Roux|Sophie", "Ben"],
    locations=["Paris"],
    authors=("Ann Lee",),
    title="Sophie Roux in Paris",
    title_source="devised",
)
BEN = story("b", "Ben sang in Paris.", characters=["Ben"], locations=["Paris"])


def test_the_anthology_is_recorded_as_the_contract_says(golden: Golden) -> None:
    book = anthology(SOPHIE, BEN)
    data = record.anthology(book, "Two", "https://example.org/")
    golden(CASE, json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def test_offsets_are_code_points_of_the_text_as_written() -> None:
    text = "“👩‍🎨” Léa ran… and Léa fell."
    written = story("a", text, characters=["Léa"])
    recorded = record.story(written)
    for mention in recorded["characters"][0]["mentions"]:
        assert recorded["paragraphs"][0][mention["start"] : mention["end"]] == "Léa"


def test_two_sophies_are_two_persons_whose_relation_is_open() -> None:
    book = anthology(story("a", characters=["Sophie"]), story("b", characters=["Sophie"]))
    (sophie,) = record.anthology(book, "", "")["characters"]
    assert sophie["identity"] == "open"
    assert [person["entities"] for person in sophie["persons"]] == [["a/sophie"], ["b/sophie"]]
    (relation,) = sophie["relations"]
    assert (relation["persons"], relation["identity"], relation["by"]) == ([0, 1], "open", None)


def test_somebody_taken_for_one_in_two_stories_is_one_person_of_two_entities() -> None:
    book = anthology(story("a", characters=["Léa Roux"]), story("b", characters=["Léa Roux"]))
    (lea,) = record.anthology(book, "", "")["characters"]
    assert lea["identity"] == "presumed"
    assert [person["entities"] for person in lea["persons"]] == [["a/lea-roux", "b/lea-roux"]]


def test_what_an_editor_says_of_an_identity_is_recorded_with_its_evidence() -> None:
    said = Statement(
        label="character",
        name="Ben",
        same=(SOPHIE.id, "b"),
        by="A. Editor",
        certainty="likely",
        evidence=(Quotation("b", 0, "Ben sang"),),
        description=(Quotation("b", 0, "Ben sang in Paris"),),
    )
    book = anthology(SOPHIE, BEN, statements=[said])
    ben = next(n for n in record.anthology(book, "", "")["characters"] if n["name"] == "Ben")
    (relation,) = ben["relations"]
    assert (relation["by"], relation["certainty"]) == ("A. Editor", "likely")
    assert relation["evidence"] == [{"story": "b", "paragraph": 0, "quote": "Ben sang"}]
    assert ben["description"] == [{"story": "b", "paragraph": 0, "quote": "Ben sang in Paris"}]


def test_a_record_is_one_line_of_json_with_its_letters_as_they_are() -> None:
    line = record.dumped(record.story(story("a", "Léa\u2028“静か”", characters=["Léa"])))
    assert "\n" not in line
    assert "Léa" in line
    assert json.loads(line)["paragraphs"] == ["Léa\u2028“静か”"]


def test_the_listing_says_for_people_whom_and_what_a_story_names() -> None:
    place = Location(
        id="a/rome",
        name="Rome",
        mentions=SOPHIE.locations[0].mentions,
        relation="mentioned",
        kind="city",
    )
    assert console.story(replace(SOPHIE, entities=(*SOPHIE.characters, place))) == (
        "0ed4ce5078f55053.txt  Sophie Roux in Paris\n"
        "     2  Sophie Roux (character), also Sophie\n"
        "     2  Ben (character)\n"
        "     1  Rome (mentioned, city)"
    )

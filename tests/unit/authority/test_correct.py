"""correct: what the editor says of a story's names is done, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from anthology.authority.correct import correct
from anthology.model import Entity, Statement, Story
from support.making import story

TEXT = (
    "Léa Roux met Atelier in Paris.",
    "Mlle Roux said that Toto barked. “Toto!” said Léa.",
    "The Atelier was Toto’s, and Paris was Léa's.",
)


def say(name: str, label: str = "character", **more: object) -> Statement:
    return Statement(label=label, name=name, **more)  # type: ignore[arg-type]


def written() -> Story:
    return story(
        "a", *TEXT, characters=["Léa Roux|Léa", "Mlle Roux", "Atelier"], locations=["Paris"]
    )


def told(*statements: Statement) -> Story:
    return correct(written(), statements)[0]


def names(story: Story) -> dict[str, list[str]]:
    """Return each entity's name with the forms of its mentions."""
    return {e.name: [m.name for m in e.mentions] for e in story.entities}


def entity(story: Story, name: str) -> Entity:
    return next(e for e in story.entities if e.name == name)


def test_nothing_said_changes_nothing() -> None:
    before = written()
    assert correct(before, []) == (before, frozenset())


def test_names_that_are_one_are_gathered_under_the_preferred_one() -> None:
    found = told(say("Léa Roux", aliases=("Mlle Roux",)))
    assert names(found)["Léa Roux"] == ["Léa Roux", "Mlle Roux", "Léa", "Léa"]
    assert "Mlle Roux" not in names(found)
    assert set(entity(found, "Léa Roux").aliases) == {"Léa", "Mlle Roux"}
    assert entity(found, "Léa Roux").id == "a/lea-roux"


def test_somebody_is_called_what_the_editor_prefers() -> None:
    found = told(say("Léa Roux-Petit", aliases=("Léa Roux",)))
    assert names(found)["Léa Roux-Petit"] == ["Léa Roux", "Léa", "Léa"]
    assert entity(found, "Léa Roux-Petit").id == "a/lea-roux-petit"


def test_what_is_no_name_is_taken_out() -> None:
    found = told(say("Atelier", is_="neither"))
    assert "Atelier" not in names(found)
    assert names(found)["Paris"] == ["Paris", "Paris"]


def test_what_names_a_place_becomes_one() -> None:
    found = told(say("Atelier", is_="location"))
    assert [x.name for x in found.locations] == ["Atelier", "Paris"]
    assert [m.label for x in found.locations for m in x.mentions] == ["location"] * 4
    assert "Atelier" not in [c.name for c in found.characters]


def test_a_name_that_was_not_found_is_found_wherever_it_stands() -> None:
    found = told(say("Toto", is_="character"))
    toto = entity(found, "Toto")
    assert [(m.paragraph, m.name) for m in toto.mentions] == [(1, "Toto"), (1, "Toto"), (2, "Toto")]
    for m in toto.mentions:
        assert found.paragraphs[m.paragraph][m.start : m.end] == "Toto"


def test_a_name_is_not_found_inside_a_word_or_another_name() -> None:
    text = "Ann saw Anna and Ann Lee. Ann ran."
    before = story("a", text, characters=["Ann Lee"])
    found, _ = correct(before, [say("Ann", is_="character")])
    assert names(found) == {"Ann Lee": ["Ann Lee"], "Ann": ["Ann", "Ann"]}


def test_an_apostrophe_is_one_however_it_is_typed() -> None:
    before = story("a", "O'Hara met O’Hara.")
    for name in ("O'Hara", "O’Hara"):
        found, met = correct(before, [say(name, is_="character")])
        assert len(entity(found, name).mentions) == 2
        assert len(met) == 1


def test_a_word_on_other_stories_changes_nothing() -> None:
    before = written()
    statement = say("Atelier", is_="neither", stories=("b",))
    assert correct(before, [statement]) == (before, frozenset())
    assert correct(before, [say("Atelier", is_="neither", stories=("a", "b"))])[1]


def test_the_later_word_wins() -> None:
    found = told(say("Atelier", is_="neither"), say("Atelier", is_="location"))
    assert "Atelier" in [x.name for x in found.locations]


def test_which_entries_met_a_name_is_told() -> None:
    statements = [say("Léa Roux", sort="Roux"), say("Nobody", sort="X"), say("Rex", is_="neither")]
    _, met = correct(written(), statements)
    assert met == {statements[0]}


statements = st.builds(
    say,
    st.sampled_from(["Léa Roux", "Léa", "Atelier", "Toto", "Paris", "Mlle Roux", "met", "Nobody"]),
    st.sampled_from(["character", "location"]),
    aliases=st.lists(st.sampled_from(["Léa", "Toto", "Roux", "Paris"]), max_size=2).map(tuple),
    is_=st.sampled_from([None, "character", "location", "neither"]),
)


@given(st.lists(statements, max_size=4))
def test_whatever_is_said_every_mention_stands_in_the_text_and_belongs_to_one(
    said: list[Statement],
) -> None:
    found = told(*said)
    spans = []
    for each in found.entities:
        assert each.mentions
        assert list(each.mentions) == sorted(each.mentions)
        assert each.name not in each.aliases
        for m in each.mentions:
            assert found.paragraphs[m.paragraph][m.start : m.end] == m.name
            spans += [(m.paragraph, position) for position in range(m.start, m.end)]
    assert len(spans) == len(set(spans)), "two names share a letter"
    ids = [e.id for e in found.characters]
    assert len(set(ids)) == len(ids), "two characters have one id"


TWO_SOPHIES = story(
    "a",
    "Sophie came in. Mother sat down.",
    "“Sophie!” said the elder Sophie.",
    "Sophie Roux left Rome.",
    characters=["Sophie Roux|Sophie"],
    locations=["Rome"],
)


def standing(corrected: Story) -> dict[str, list[list[int]]]:
    """Return the paragraphs of each character, as the page counts, by name."""
    found: dict[str, list[list[int]]] = {}
    for each in corrected.characters:
        found.setdefault(each.name, []).append([m.paragraph + 1 for m in each.mentions])
    return found


def test_one_taken_for_two_is_split_by_paragraphs() -> None:
    said = say("Sophie Marchand", aliases=("Sophie",), stories=("a",), paragraphs=((1, 1),))
    corrected, met = correct(TWO_SOPHIES, [said])
    assert standing(corrected) == {"Sophie Roux": [[1, 3]], "Sophie Marchand": [[2, 2]]}
    assert met == {said}


def test_two_of_the_very_same_name_are_split_too() -> None:
    whole = story("a", "Sophie ran.", "Sophie sat.", "Sophie slept.", characters=["Sophie"])
    corrected, _ = correct(whole, [say("Sophie", stories=("a",), paragraphs=((1, 1),))])
    assert sorted(standing(corrected)["Sophie"]) == [[1, 3], [2]]
    assert {each.id for each in corrected.characters} == {"a/sophie", "a/sophie-2"}


def test_a_form_that_recognition_left_to_nobody_is_found_for_whose_it_is() -> None:
    missed = story("a", "Ann Lee ran.", "Lee fell. “Lee!”", characters=["Ann Lee"])
    corrected, _ = correct(missed, [say("Ann Lee", aliases=("Lee",))])
    assert standing(corrected) == {"Ann Lee": [[1, 2, 2]]}
    assert corrected.characters[0].aliases == ("Lee",)


def test_a_place_and_a_person_of_one_name_are_told_apart_by_paragraph() -> None:
    both = story("a", "Florence came to stay.", "Florence is hot.", characters=["Florence"])
    said = say("Florence", label="location", is_="location", stories=("a",), paragraphs=((1, 1),))
    corrected, _ = correct(both, [said])
    assert standing(corrected) == {"Florence": [[1]]}
    assert [[m.paragraph for m in x.mentions] for x in corrected.locations] == [[1]]


def test_the_editor_says_who_acts_and_where_it_happens_and_what_lies_where() -> None:
    corrected, _ = correct(
        TWO_SOPHIES,
        [
            say("Sophie Roux", role="mentioned"),
            say("Rome", label="location", relation="mentioned", kind="city", within="Italy"),
        ],
    )
    assert corrected.characters[0].role == "mentioned"
    (rome,) = corrected.locations
    assert (rome.relation, rome.kind, rome.within) == ("mentioned", "city", "Italy")


def test_that_somebody_is_a_person_takes_no_alias_away() -> None:
    corrected, _ = correct(TWO_SOPHIES, [say("Sophie Roux", is_="character")])
    assert corrected.characters == TWO_SOPHIES.characters


def test_an_entry_that_only_names_a_name_changes_nothing_and_is_met() -> None:
    said = say("Sophie Roux")
    corrected, met = correct(TWO_SOPHIES, [said])
    assert corrected.characters == TWO_SOPHIES.characters
    assert met == {said}


def test_of_two_in_one_paragraph_the_words_around_tell_which_is_meant() -> None:
    both = story("a", "“So it’s Florence,” said Florence.", characters=["Florence"])
    for typed in ("it's Florence", "“So it’s Florence,”", "\"So it's Florence"):
        said = say("Florence", label="location", is_="location", stories=("a",), quote=(typed,))
        corrected, met = correct(both, [said])
        assert [m.start for m in corrected.characters[0].mentions] == [25]
        assert [m.start for m in corrected.locations[0].mentions] == [9]
        assert met == {said}


def test_words_that_are_not_in_the_text_meet_nothing() -> None:
    said = say("Sophie Roux", stories=("a",), quote=("Sophie Roux came",))
    assert correct(TWO_SOPHIES, [said]) == (TWO_SOPHIES, frozenset())


def test_ids_are_unique_whatever_the_label() -> None:
    found, _ = correct(
        story("a", "Florence sang in Florence.", characters=["Florence"]),
        [say("Florence", "character", is_="location", quote=("in Florence",))],
    )
    assert [(e.label, e.id) for e in found.entities] == [
        ("character", "a/florence"),
        ("location", "a/florence-2"),
    ]


def unsure() -> Story:
    """Return the same story, in which Atelier is too doubtful to be published."""
    known = written()
    doubtful = tuple(e for e in known.entities if e.name == "Atelier")
    kept = tuple(e for e in known.entities if e.name != "Atelier")
    return replace(known, entities=kept, doubtful=doubtful)


def test_a_doubtful_name_that_the_editor_lists_is_published() -> None:
    found, met = correct(unsure(), [say("Atelier")])
    assert names(found)["Atelier"] == ["Atelier", "Atelier"]
    assert found.doubtful == ()
    assert met


def test_a_doubtful_name_is_what_the_editor_says() -> None:
    found, _ = correct(unsure(), [say("Atelier", is_="location")])
    assert [e.name for e in found.locations] == ["Atelier", "Paris"]
    assert found.doubtful == ()


def test_a_doubtful_name_is_what_the_file_is_about_that_lists_it() -> None:
    found, _ = correct(unsure(), [say("Atelier", label="location")])
    assert [e.name for e in found.locations] == ["Atelier", "Paris"]
    assert found.doubtful == ()


def test_a_doubtful_name_that_is_neither_is_doubtful_no_more() -> None:
    found, _ = correct(unsure(), [say("Atelier", is_="neither")])
    assert "Atelier" not in names(found)
    assert found.doubtful == ()

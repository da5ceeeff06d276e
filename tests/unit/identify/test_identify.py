"""identify: a name is not a person; what is known of two entities of one name, and why."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from anthology.model import Name, PlaceKind, Quotation, Statement, Story, Tie
from support.making import anthology, characters, locations, story


def say(name: str, label: str = "character", **more: object) -> Statement:
    return Statement(label=label, name=name, **more)  # type: ignore[arg-type]


def entities(name: Name) -> list[tuple[str, ...]]:
    return [each.entities for each in name.individuals]


def test_a_name_in_one_story_is_one_person_and_nothing_more_is_said() -> None:
    name = characters(story("a", characters=["Sophie"]))["Sophie"]
    assert (name.identity, name.ties, name.see_also) == ("single", (), ())
    assert entities(name) == [("a/sophie",)]


def test_two_sophies_share_a_page_and_whether_they_are_one_is_open() -> None:
    name = characters(story("a", characters=["Sophie"]), story("b", characters=["Sophie"]))[
        "Sophie"
    ]
    assert name.identity == "open"
    assert entities(name) == [("a/sophie",), ("b/sophie",)]
    assert name.ties == (
        Tie(
            (0, 1),
            "open",
            "Two stories have someone called Sophie. "
            "The texts do not say whether she is the same person.",
            ("none",),
        ),
    )


@pytest.mark.parametrize(
    ("called", "count", "sentence"),
    [
        ("Léon", 3, "Three stories have someone called Léon. The texts do not say whether he is"),
        ("Xyq", 13, "13 stories have someone called Xyq. The texts do not say whether they are"),
    ],
)
def test_the_open_sentence_counts_and_says_he_she_or_they(
    called: str, count: int, sentence: str
) -> None:
    name = characters(*(story(f"s{n}", characters=[called]) for n in range(count)))[called]
    assert name.ties[0].reason == f"{sentence} the same person."


def test_one_full_name_is_taken_for_one_person_with_the_reason() -> None:
    name = characters(story("a", characters=["Léa Roux"]), story("b", characters=["Léa Roux|Léa"]))[
        "Léa Roux"
    ]
    assert name.identity == "presumed"
    assert entities(name) == [("a/lea-roux", "b/lea-roux")]
    reason = "Taken for one person: the full name is the same."
    assert name.ties == (Tie((0,), "presumed", reason, ("full name",)),)


def test_titles_stand_aside() -> None:
    names = characters(
        story("a", characters=["Dr. Ana Ruiz"]), story("b", characters=["Señora Ana Ruiz"])
    )
    assert list(names) == ["Ana Ruiz"]
    assert names["Ana Ruiz"].identity == "presumed"
    assert names["Ana Ruiz"].aliases == ("Dr. Ana Ruiz", "Señora Ana Ruiz")


def test_a_title_and_a_surname_are_no_full_name() -> None:
    names = characters(
        story("a", characters=["Mrs. Watson"]), story("b", characters=["Mrs. Watson"])
    )
    (name,) = names.values()
    assert name.identity == "open"


def test_watson_beside_sherlock_holmes_is_taken_for_one_watson() -> None:
    names = characters(
        story("a", characters=["Sherlock Holmes", "Watson"]),
        story("b", characters=["Watson", "Sherlock Holmes"]),
        story("c", characters=["Watson"]),
    )
    watson = names["Watson"]
    assert entities(watson) == [("a/watson", "b/watson"), ("c/watson",)]
    reason = "Taken for one person: Sherlock Holmes stands beside the name each time."
    assert watson.ties[0] == Tie((0,), "presumed", reason, ("company",))
    assert watson.ties[1].identity == "open"
    assert watson.identity == "mixed"


def test_a_companion_without_a_surname_proves_nothing() -> None:
    names = characters(
        story("a", characters=["Léon", "Sophie"]), story("b", characters=["Léon", "Sophie"])
    )
    assert {name.identity for name in names.values()} == {"open"}


def test_elena_sarti_and_elena_villasenor_are_never_one() -> None:
    stories = (
        story("a", characters=["Elena Sarti|Elena"]),
        story("b", characters=["Elena Villaseñor|Elena"]),
        story("c", characters=["Elena"]),
    )
    names = characters(*stories)
    assert set(names) == {"Elena Sarti", "Elena Villaseñor", "Elena"}
    assert all(len(name.individuals) == 1 for name in names.values())
    assert names["Elena"].see_also == ("elena-sarti", "elena-villasenor")
    joined = characters(*stories, statements=[say("Elena", same=("a", "b", "c"))])
    assert all(len(name.individuals) == 1 for name in joined.values())


def test_a_surname_alone_also_points_to_the_full_names() -> None:
    names = characters(
        story("a", characters=["Sherlock Holmes"]), story("b", characters=["Holmes"])
    )
    assert names["Holmes"].see_also == ("sherlock-holmes",)
    assert names["Sherlock Holmes"].see_also == ()


def test_the_editor_says_that_two_are_one_and_is_named_with_the_reason() -> None:
    name = characters(
        story("a", characters=["Sophie"]),
        story("b", characters=["Sophie"]),
        statements=[say("Sophie", same=("a", "b"), by="A. Editor", because="Both paint.")],
    )["Sophie"]
    assert name.identity == "same"
    assert entities(name) == [("a/sophie", "b/sophie")]
    assert name.ties == (
        Tie((0,), "same", "Held to be one by A. Editor: Both paint.", ("editor",), "A. Editor"),
    )


def test_the_editor_says_that_two_are_two_though_the_full_name_is_one() -> None:
    name = characters(
        story("a", characters=["Léa Roux"]),
        story("b", characters=["Léa Roux"]),
        statements=[say("Léa Roux", different=("a", "b"), by="A. Editor", because="One is dead.")],
    )["Léa Roux"]
    assert name.identity == "different"
    assert len(name.individuals) == 2
    (tie,) = name.ties
    assert (tie.among, tie.by) == ((0, 1), "A. Editor")
    assert "One is dead." in tie.reason


def test_an_editor_who_gives_no_name_is_the_editor() -> None:
    name = characters(
        story("a", characters=["Sophie"]),
        story("b", characters=["Sophie"]),
        statements=[say("Sophie", same=("a", "b"))],
    )["Sophie"]
    assert name.ties[0].reason == "Held to be one by the editor."


def test_what_the_editor_leaves_open_stays_open() -> None:
    name = characters(
        *(story(s, characters=["Sophie"]) for s in "abc"),
        statements=[say("Sophie", same=("a", "b"))],
    )["Sophie"]
    assert entities(name) == [("a/sophie", "b/sophie"), ("c/sophie",)]
    assert [tie.identity for tie in name.ties] == ["same", "open"]
    assert name.identity == "mixed"


def test_a_word_on_another_name_changes_nothing() -> None:
    name = characters(
        story("a", characters=["Sophie"]),
        story("b", characters=["Sophie"]),
        statements=[
            say("Anna", same=("a", "b")),
            say("Sophie", "location", same=("a", "b")),
            say("Sophie", same=("x", "y")),
        ],
    )["Sophie"]
    assert name.identity == "open"


def test_the_editor_says_what_a_name_is_filed_under() -> None:
    name = characters(
        story("a", characters=["Ai Weiwei"]), statements=[say("Ai Weiwei", sort="Ai, Weiwei")]
    )["Ai Weiwei"]
    assert name.sort == "Ai, Weiwei"


def test_a_real_place_is_one_place() -> None:
    name = locations(story("a", locations=["Paris"]), story("b", locations=["Paris"]))["Paris"]
    assert name.identity == "same"
    assert entities(name) == [("a/paris", "b/paris")]
    assert name.ties[0].reason == "Paris is a known place."


@pytest.mark.parametrize("kind", ["shop", "building", "street"])
def test_a_shop_or_a_street_is_taken_for_one_with_the_reason(kind: PlaceKind) -> None:
    stories = [story(s, locations=["Café Xyq"]) for s in "ab"]
    known = [
        replace(s, entities=tuple(replace(x, kind=kind) for x in s.locations)) for s in stories
    ]
    name = locations(*known)["Café Xyq"]
    assert name.identity == "presumed"
    assert name.ties[0].reason == "Taken for one place: the name is the same."


def test_the_editor_says_that_two_places_are_two() -> None:
    name = locations(
        story("a", locations=["Paris"]),
        story("b", locations=["Paris"]),
        statements=[say("Paris", "location", different=("a", "b"), because="One is in Texas.")],
    )["Paris"]
    assert name.identity == "different"
    assert len(name.individuals) == 2


def test_a_person_and_a_place_of_one_name_have_a_page_each() -> None:
    written = story("a", "Florence saw Florence.", characters=["Florence"], locations=["Florence"])
    book = anthology(written)
    assert [n.label for n in book.names] == ["character", "location"]


def test_accents_count_for_identity() -> None:
    names = characters(story("a", characters=["Lea"]), story("b", characters=["Léa"]))
    assert set(names) == {"Lea", "Léa"}
    assert len({name.slug for name in names.values()}) == 2


def test_a_straight_and_a_curly_apostrophe_are_one_name() -> None:
    names = characters(story("a", characters=["Ann O'Hara"]), story("b", characters=["Ann O’Hara"]))
    assert len(names) == 1


def test_two_of_one_name_in_one_story_are_two() -> None:
    written = story("a", "Sophie met Sophie.", characters=["Sophie"])
    (sophie,) = written.characters
    other = replace(sophie, id="a/sophie-2")
    name = characters(replace(written, entities=(sophie, other)))["Sophie"]
    assert entities(name) == [("a/sophie",), ("a/sophie-2",)]


def test_every_form_of_a_name_stands_on_its_page() -> None:
    name = characters(
        story("a", characters=["Léa Roux|Léa"]), story("b", characters=["Léa Roux|Mlle Roux|Léa"])
    )["Léa Roux"]
    assert name.aliases == ("Léa", "Mlle Roux")


def test_a_place_has_no_see_also() -> None:
    names = locations(story("a", locations=["New Paris"]), story("b", locations=["Paris"]))
    assert {name.see_also for name in names.values()} == {()}


def test_a_surname_beside_the_same_friend_is_the_full_name_that_it_is_short_for() -> None:
    names = characters(
        story("a", characters=["Sherlock Holmes|Holmes", "Watson"]),
        story("b", characters=["Holmes|Mr. Holmes", "Dr. Watson|Watson"]),
    )
    assert entities(names["Sherlock Holmes"]) == [("a/sherlock-holmes", "b/holmes")]
    assert names["Sherlock Holmes"].identity == "presumed"
    assert entities(names["Watson"]) == [("a/watson", "b/dr-watson")]


def test_an_entry_about_the_surname_does_not_rename_the_page() -> None:
    names = characters(
        story("a", characters=["Sherlock Holmes|Holmes", "Dr. Watson"]),
        story("b", characters=["Holmes", "Dr. Watson"]),
        statements=[say("Holmes", stories=("b",))],
    )
    assert names.keys() == {"Sherlock Holmes", "Dr. Watson"}


def test_a_surname_in_no_company_is_a_see_also_and_no_more() -> None:
    names = characters(
        story("a", characters=["Sherlock Holmes", "Watson"]), story("b", characters=["Holmes"])
    )
    assert names["Holmes"].identity == "single"
    assert names["Holmes"].see_also == ("sherlock-holmes",)


def test_a_surname_that_two_in_the_same_company_bear_is_neither() -> None:
    names = characters(
        story("a", characters=["Sherlock Holmes", "Watson"]),
        story("b", characters=["Mycroft Holmes", "Watson"]),
        story("c", characters=["Holmes", "Watson"]),
    )
    assert entities(names["Holmes"]) == [("c/holmes",)]
    assert set(names["Holmes"].see_also) == {"sherlock-holmes", "mycroft-holmes"}


def test_mr_holmes_is_not_the_woman_of_that_surname() -> None:
    names = characters(
        story("a", characters=["Mary Holmes|Mrs. Holmes", "Watson"]),
        story("b", characters=["Mr. Holmes", "Watson"]),
    )
    assert entities(names["Mr. Holmes"]) == [("b/mr-holmes",)]


def test_two_given_names_together_prove_nothing_of_a_full_name() -> None:
    names = characters(
        story("a", characters=["Sophie Marchand", "Peter"]),
        story("b", characters=["Sophie", "Peter"]),
    )
    assert entities(names["Sophie"]) == [("b/sophie",)]
    assert names["Peter"].identity == "open"


def test_a_companion_who_is_only_spoken_of_is_no_company() -> None:
    cited = [
        replace(
            told,
            entities=tuple(
                replace(c, role="mentioned") if c.name == "Victor Hugo" else c
                for c in told.characters
            ),
        )
        for told in (
            story("a", characters=["Sophie", "Victor Hugo"]),
            story("b", characters=["Sophie", "Victor Hugo"]),
        )
    ]
    assert characters(*cited)["Sophie"].identity == "open"


HOLMES = [story(f"s{n}", characters=["Sherlock Holmes", "Dr. Watson|Watson"]) for n in range(4)]
MAIDS = [story(f"m{n}", characters=["Sherlock Holmes", "Mary", "Lestrade"]) for n in range(2)]


def test_who_is_in_every_story_makes_nobody_known_who_is_in_few() -> None:
    names = characters(*HOLMES, *MAIDS)
    assert names["Mary"].identity == "open"
    assert names["Lestrade"].identity == "open"
    assert names["Dr. Watson"].identity == "presumed"


def test_who_is_in_few_of_many_stories_makes_a_surname_known() -> None:
    others = [story(f"o{n}", characters=["Ann"]) for n in range(14)]
    names = characters(*HOLMES, *MAIDS, *others)
    assert names["Mary"].identity == "open"
    assert names["Lestrade"].identity == "presumed"


def test_a_name_without_its_middle_initial_is_the_same_name() -> None:
    names = characters(
        story("a", characters=["John H. Watson"]), story("b", characters=["John Watson"])
    )
    (name,) = names.values()
    assert name.name == "John H. Watson"
    assert name.ties[0].reason == (
        "Taken for one person: John Watson is John H. Watson, less fully."
    )


def test_other_initials_and_a_junior_are_somebody_else() -> None:
    names = characters(
        story("a", characters=["Samuel L. Pike"]),
        story("b", characters=["Samuel P. Pike"]),
        story("c", characters=["Samuel Pike"]),
        story("d", characters=["Samuel Pike Jr."]),
    )
    assert len(names) == 4


def test_a_wife_has_a_page_of_her_own() -> None:
    names = characters(
        story("a", characters=["Watson", "Sherlock Holmes"]),
        story("b", characters=["Mrs. Watson", "Sherlock Holmes"]),
    )
    assert {"Watson", "Mrs. Watson"} <= names.keys()


@pytest.mark.parametrize(
    ("forms", "identity", "reason"),
    [
        (("Mr. Abel Harding", "Mrs. Abel Harding"), "different", "“Story a” has both {} and {}."),
        (
            ("Captain Abel Harding", "Abel Harding"),
            "open",
            "“Story a” has {} and {}. Whether they are one person is open.",
        ),
        (
            ("Mr. Harding", "Mr. Harding"),
            "open",
            "“Story a” has two entries for {}. Whether they are one person is open.",
        ),
    ],
)
def test_two_of_one_name_in_one_story_are_different_only_if_they_cannot_be_one(
    forms: tuple[str, str], identity: str, reason: str
) -> None:
    one, two = story("a", characters=forms).characters
    told = story("a", "Nothing.")
    twins = (one, replace(two, id="a/2"))
    (name,) = characters(replace(told, entities=twins)).values()
    assert [(tie.among, tie.identity, tie.reason) for tie in name.ties] == [
        ((0, 1), identity, reason.format(*forms))
    ]


def test_a_full_name_is_open_across_two_authors() -> None:
    (name,) = characters(
        story("a", characters=["Léa Roux"], authors=("Ann",)),
        story("b", characters=["Léa Roux"], authors=("Ben",)),
    ).values()
    assert name.identity == "open"
    assert name.ties[0].reason == (
        "Two stories, by different authors, have someone called Léa Roux. "
        "The texts do not say whether she is the same person."
    )


def test_each_author_has_a_person_of_that_name() -> None:
    wrote = {"a": "Ann", "b": "Ben", "c": "Ann", "d": "Ben"}
    (name,) = characters(
        *(story(s, characters=["Léa Roux"], authors=(who,)) for s, who in wrote.items())
    ).values()
    assert entities(name) == [("a/lea-roux", "c/lea-roux"), ("b/lea-roux", "d/lea-roux")]
    assert name.identity == "mixed"


def test_a_story_without_an_author_and_one_with_an_author_leave_it_open() -> None:
    (name,) = characters(
        story("a", characters=["Léa Roux"], authors=("Ann",)), story("b", characters=["Léa Roux"])
    ).values()
    assert name.identity == "open"


def test_two_who_wrote_together_are_an_author_in_common() -> None:
    (name,) = characters(
        story("a", characters=["Léa Roux"], authors=("Ann", "Ben")),
        story("b", characters=["Léa Roux"], authors=("Ben",)),
        story("c", characters=["Léa Roux"], authors=("Cid",)),
    ).values()
    assert entities(name) == [("a/lea-roux", "b/lea-roux"), ("c/lea-roux",)]


def test_the_editor_says_that_somebody_of_two_authors_is_one() -> None:
    (name,) = characters(
        story("a", characters=["Léa Roux"], authors=("Ann",)),
        story("b", characters=["Léa Roux"], authors=("Ben",)),
        story("c", characters=["Léa Roux"], authors=("Ben",)),
        statements=[say("Léa Roux", same=("a", "b"))],
    ).values()
    assert len(name.individuals) == 1


def test_company_counts_among_the_stories_of_one_author() -> None:
    names = characters(
        story("a", characters=["Sherlock Holmes", "Watson"], authors=("Ann",)),
        story("b", characters=["Sherlock Holmes", "Watson"], authors=("Ben",)),
    )
    assert names["Watson"].identity == "open"


def only_mentioned(told: Story) -> Story:
    return replace(told, entities=tuple(replace(c, role="mentioned") for c in told.characters))


@pytest.mark.parametrize("called", ["Shakespeare", "Marcus Aurelius"])
def test_somebody_real_who_is_only_mentioned_is_one_for_two_authors(called: str) -> None:
    (name,) = characters(
        only_mentioned(story("a", characters=[called], authors=("Ann",))),
        only_mentioned(story("b", characters=[called], authors=("Ben",))),
    ).values()
    assert name.ties[0].reason == (
        "Taken for one person: a well-known name, which the stories only mention."
    )


@pytest.mark.parametrize("called", ["My God", "God", "He"])
def test_who_is_nobody_is_not_one_person(called: str) -> None:
    told = (story(s, characters=[called, "Sherlock Holmes"]) for s in "ab")
    assert characters(*map(only_mentioned, told))[called].identity == "open"


def test_nobody_is_no_company() -> None:
    names = characters(*(story(s, characters=["Pirogov", "My God"]) for s in "ab"))
    assert names["Pirogov"].identity == "open"


def test_a_given_name_and_a_patronymic_are_no_full_name() -> None:
    names = characters(*(story(s, characters=["Ivan Petrovitch"]) for s in "ab"))
    assert names["Ivan Petrovitch"].identity == "open"
    names = characters(*(story(s, characters=["Ivan Petrovitch", "Burkin"]) for s in "ab"))
    assert names["Ivan Petrovitch"].identity == "presumed"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mrs. Ana Ruiz", "Miss Ana Ruiz"),
        ("Mr. Robin Hale", "Mrs. Robin Hale"),
        ("Judge Robin Hale", "Colonel Robin Hale"),
    ],
)
def test_titles_that_nobody_has_both_of_leave_a_full_name_open(one: str, other: str) -> None:
    (name,) = characters(story("a", characters=[one]), story("b", characters=[other])).values()
    assert name.identity == "open"


def test_a_wife_is_not_the_daughter_of_the_house() -> None:
    names = characters(
        story("a", characters=["Virginia Clemm", "Edgar Poe"]),
        story("b", characters=["Mrs. Clemm", "Edgar Poe"]),
    )
    assert entities(names["Virginia Clemm"]) == [("a/virginia-clemm",)]


def test_somebody_mentioned_with_the_name_of_a_town_may_be_the_town() -> None:
    told = (
        story("a", characters=["Lincoln", "Sherlock Holmes"]),
        story("b", characters=["Lincoln", "Sherlock Holmes"]),
    )
    assert characters(*told)["Lincoln"].identity == "presumed"
    mentioned = [
        replace(
            each,
            entities=tuple(
                replace(c, role="mentioned") if c.name == "Lincoln" else c for c in each.characters
            ),
        )
        for each in told
    ]
    assert characters(*mentioned)["Lincoln"].identity == "open"


def test_a_known_place_is_one_for_two_authors_and_no_other_place_is() -> None:
    names = locations(
        story("a", locations=["Paris", "Café Xyq"], authors=("Ann",)),
        story("b", locations=["Paris", "Café Xyq"], authors=("Ben",)),
    )
    assert names["Paris"].identity == "same"
    assert names["Café Xyq"].identity == "open"


def test_a_small_place_with_a_given_name_may_be_somebody() -> None:
    florence = [story(s, locations=["Florence"]) for s in "ab"]
    (name,) = locations(*florence).values()
    assert name.ties[0].reason == "Taken for one place: a known place has the name."
    mary = [story(s, locations=["Mary"], characters=["Mary Hill"]) for s in "ab"]
    assert locations(*mary)["Mary"].identity == "open"


def test_a_common_word_is_any_place_of_its_sort() -> None:
    assert locations(*(story(s, locations=["Rectory"]) for s in "ab"))["Rectory"].identity == "open"


def test_the_editor_may_leave_it_open_and_say_how_sure_and_on_what_ground() -> None:
    evidence = (Quotation("a", 0, "Sophie"),)
    said = Statement(
        label="character",
        name="Sophie",
        open=("a", "b"),
        by="A. Editor",
        certainty="possible",
        because="both paint",
        evidence=evidence,
    )
    name = characters(
        story("a", characters=["Sophie"]), story("b", characters=["Sophie"]), statements=[said]
    )["Sophie"]
    reason = "Left open by A. Editor (possible): both paint."
    assert name.ties == (
        Tie((0, 1), "open", reason, ("editor",), "A. Editor", "possible", evidence),
    )


def test_cafes_of_one_name_in_two_towns_are_not_taken_for_one() -> None:
    def cafe(story_id: str, within: str) -> Story:
        told = story(story_id, locations=["Café Lindt"])
        return replace(told, entities=(replace(told.locations[0], kind="shop", within=within),))

    assert locations(cafe("a", "Oslo"), cafe("b", "Rome"))["Café Lindt"].identity == "open"
    assert locations(cafe("a", "Oslo"), cafe("b", "Oslo"))["Café Lindt"].identity == "presumed"


@pytest.mark.slow
def test_ten_times_the_stories_take_about_ten_times_as_long() -> None:
    def seconds(count: int) -> float:
        told = [
            story(f"s{n}", characters=["Holmes", "Watson", f"Ann Lee{n}", "Sophie"])
            for n in range(count)
        ]
        told.append(story("z", characters=["Sherlock Holmes", "Dr. Watson|Watson"]))
        begun = time.process_time()
        assert len(entities(characters(*told)["Sherlock Holmes"])[0]) == count + 1
        return time.process_time() - begun

    seconds(100)
    assert seconds(5000) < 40 * seconds(500)

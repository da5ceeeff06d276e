"""consistency, evidence: what cannot stand in the editor's files is a line; the rest holds."""

from __future__ import annotations

import time

import pytest

from anthology import line
from anthology.authority import consistency, entries
from anthology.line import Sources
from anthology.model import Anthology
from support.making import seed

FILE = "docs/authority/characters.yml"
SEEDS = tuple(
    seed(
        f"A painter named Sophie sat by the door.\n\nSophie said “It's late,” and {who} laughed. "
        f"{who} had known Sophie for years.\n",
        f"{who.lower()}.txt",
    )
    for who in ("Ann", "Ben", "Clara")
)


def told(characters: str, *front_matter: str, locations: str = "") -> Anthology:
    """Return what becomes of three stories with a Sophie each, under what the editor says."""
    said, wrong = entries.read("characters.yml", characters.encode(), FILE)
    places = FILE.replace("characters", "locations")
    more, amiss = entries.read("locations.yml", locations.encode(), places)
    seeds = [*SEEDS]
    for number, matter in enumerate(front_matter):
        seeds[number] = seed(
            f"---\n{matter}\n---\n{seeds[number].data.decode()}", seeds[number].name
        )
    return line.anthology(Sources(tuple(seeds), (*said, *more), (*wrong, *amiss)))


def identity(book: Anthology) -> list[tuple[tuple[int, ...], str]]:
    (sophie,) = (name for name in book.of("character") if name.name == "Sophie")
    return [(tie.among, tie.identity) for tie in sophie.ties]


SAME = "- name: Sophie\n  same: [{}]\n"
DIFFERENT = "- name: Sophie\n  different: [{}]\n"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        pytest.param(
            SAME.format("ann, ben") + DIFFERENT.format("ben, clara") + SAME.format("ann, clara"),
            f":5: 'same' contradicts what is said of Sophie at {FILE}:3 ('different'), alone or "
            "together with other entries; remove one of them",
            id="contradiction",
        ),
        pytest.param(
            SAME.format("ann, ben") + SAME.format("ben, clara") + DIFFERENT.format("clara, ann"),
            f":5: 'different' contradicts what is said of Sophie at {FILE}:3 ('same'), alone or "
            "together with other entries; remove one of them",
            id="contradiction-through-another",
        ),
        pytest.param(
            SAME.format("ann, zoe"),
            ":1: there is no story 'zoe'; a story is called by its file's name, the 16 digits in "
            "it or the first 8",
            id="no-such-story",
        ),
        pytest.param(
            "- name: Sophie Marchand\n  aliases: [Sophie]\n- name: Sophie Roux\n"
            "  aliases: [Sophie]\n",
            f":3: 'Sophie' is of Sophie Roux here and of Sophie Marchand at {FILE}:1; keep one, "
            "or say in which 'stories' each is meant",
            id="alias-claimed-by-two",
        ),
        pytest.param(
            "- name: Ann\n  aliases: [Clara]\n- name: Clara\n  aliases: [Ann]\n",
            f":3: 'Clara' is of Clara here and of Ann at {FILE}:1; keep one, or say in which "
            "'stories' each is meant",
            id="each-the-other's-alias",
        ),
        pytest.param(
            "- name: Sophie\n  description: {story: ann, paragraph: 2, quote: A painter named}\n",
            ":2: “A painter named” is not in paragraph 2; it stands in paragraph 1",
            id="quoted-from-the-wrong-paragraph",
        ),
        pytest.param(
            "- name: Sophie\n  description: {story: ann, paragraph: 2, quote: a sculptor}\n",
            ":2: “a sculptor” is not in paragraph 2 of the story ann; quote it letter for letter",
            id="misquoted",
        ),
        pytest.param(
            "- name: Sophie\n  stories: ann\n  paragraphs: [2-7]\n",
            ":1: there is no paragraph 3; the story has 2",
            id="no-such-paragraph",
        ),
        pytest.param(
            SAME.format("ann, ben").replace("Sophie", "Ann"),
            ":1: no 'Ann' is in the story ben; see its page",
            id="nobody-of-that-name-there",
        ),
        pytest.param(
            "- name: Zebedee\n  sort: Zebedee\n",
            ":1: no story has the name 'Zebedee'; check its spelling",
            id="matches-nothing",
        ),
        pytest.param(
            "- name: Sophie\n  sort:\tS\n  alias: x\n",
            ":3: unknown key 'alias'; did you mean 'aliases'?",
            id="unknown-key",
        ),
        pytest.param(
            "- name: Sophie\n\tsort: S\n",
            ":2: a tab, which YAML does not allow; indent with spaces",
            id="tab",
        ),
        pytest.param(
            "- name: Sophie\n  name: Ann\n", ":2: the key 'name' stands here twice; keep one",
            id="duplicate-key",
        ),
        pytest.param(
            "- &a {name: Sophie}\n- *a\n",
            ":1: YAML anchors (&) and aliases (*) are not allowed; write the value out",
            id="anchor",
        ),
        pytest.param(
            "- " + "[" * 5000, ":1: nested more than 20 levels deep; nothing here needs that",
            id="deep",
        ),
        pytest.param(
            "- name: Sophie\n  kind: city\n", ":2: 'kind' is for a location, not for a character",
            id="kind-of-a-person",
        ),
        pytest.param(
            "- name: Sophie\n  paragraphs: 2\n",
            ":2: 'paragraphs' is of one story; say which, as in 'stories: 0ed4ce50'",
            id="paragraphs-of-which-story",
        ),
    ],
)  # fmt: skip
def test_what_cannot_stand_is_one_line_and_the_stories_are_all_there(
    said: str, message: str
) -> None:
    book = told(said)
    assert [str(problem) for problem in book.problems] == [FILE + message]
    assert [story.id for story in book.stories] == ["ann", "ben", "clara"]
    assert all(any(c.name.startswith("Sophie") for c in s.characters) for s in book.stories)


def test_of_two_that_contradict_each_other_the_first_holds() -> None:
    book = told(SAME.format("ann, ben") + DIFFERENT.format("ann, ben"))
    assert ((0,), "same") in identity(book)
    assert len(book.problems) == 1


def test_a_circle_of_sames_is_no_contradiction() -> None:
    circle = [SAME.format(two) for two in ("ann, ben", "ben, clara", "clara, ann")]
    book = told("".join(circle))
    assert book.problems == ()
    assert identity(book) == [((0,), "same")] * 3


def test_the_front_matter_of_a_story_wins_over_the_authority_files() -> None:
    book = told(SAME.format("ann, ben"), "characters: [{name: Sophie, different: [ben]}]")
    assert book.problems == ()
    assert ((0, 1), "different") in identity(book)


def test_front_matter_is_about_its_own_story_alone() -> None:
    book = told("", "characters: [{name: Sophie Roux, aliases: [Sophie]}]")
    assert book.problems == ()
    names = [[c.name for c in s.characters if "Sophie" in c.name] for s in book.stories]
    assert names == [["Sophie Roux"], ["Sophie"], ["Sophie"]]


def test_an_alias_may_be_one_persons_in_one_story_and_anothers_in_the_rest() -> None:
    book = told(
        "- name: Sophie Marchand\n  aliases: [Sophie]\n"
        "- name: Sophie Roux\n  aliases: [Sophie]\n  stories: ben\n"
    )
    assert book.problems == ()
    names = [[c.name for c in s.characters if "Sophie" in c.name] for s in book.stories]
    assert names == [["Sophie Marchand"], ["Sophie Roux"], ["Sophie Marchand"]]


def test_a_place_does_not_lie_within_itself() -> None:
    places = FILE.replace("characters", "locations")
    seeds = (
        seed("She left Lyon for Paris.\n\nIn Paris, in the city of Lyon, it rained.", "a.txt"),
    )
    said, _ = entries.read(
        "locations.yml", b"- {name: Lyon, within: Paris}\n- {name: Paris, within: Lyon}\n", places
    )
    book = line.anthology(Sources(seeds, said))
    assert [str(p) for p in book.problems] == [
        f"{places}:2: 'Paris' would lie within itself; see what 'Lyon' is in"
    ]
    assert {x.name: x.within for x in book.stories[0].locations}["Lyon"] == "Paris"


def test_a_long_row_of_places_each_within_the_next_is_no_circle() -> None:
    length = 60
    rows = "".join(f"- {{name: P{n}, within: P{n + 1}}}\n" for n in range(length))
    said, _ = entries.read("locations.yml", rows.encode(), FILE)
    kept, problems = consistency.check(said, ())
    assert problems == []
    assert [statement.within for statement in kept] == [f"P{n + 1}" for n in range(length)]
    closing, _ = entries.read("locations.yml", b"- {name: P60, within: P0}\n", FILE)
    _, (problem,) = consistency.check((*said, *closing), ())
    assert problem.message == "'P60' would lie within itself; see what 'P0' is in"


@pytest.mark.parametrize("quotes", ["It's late", "It’s late", "“It’s  late,”"])
def test_a_quotation_is_verbatim_however_its_quotes_are_typed(quotes: str) -> None:
    said = f'- name: Sophie\n  description: {{story: ann, paragraph: 2, quote: "{quotes}"}}\n'
    book = told(said)
    assert book.problems == ()
    assert [q.paragraph for q in book.statements[0].description] == [1]


def test_what_is_said_of_a_draft_is_no_problem_while_it_is_not_shown() -> None:
    book = told(
        "- name: Ann\n  role: mentioned\n- name: Sophie\n  same: [ann, ben]\n", "draft: true"
    )
    assert [story.id for story in book.stories] == ["ben", "clara"]
    assert book.problems == ()


@pytest.mark.slow
def test_ten_thousand_entries_take_ten_times_as_long_as_a_thousand() -> None:
    def seconds(many: int) -> float:
        text = "".join(
            f"- name: Person {n}\n  aliases: [P{n}, Q{n}]\n  stories: [ann, ben]\n"
            for n in range(many)
        )
        begun = time.process_time()
        said, _ = entries.read("characters.yml", text.encode(), FILE)
        line.anthology(Sources(SEEDS, said))
        return time.process_time() - begun

    seconds(100)
    thousand = seconds(1000)
    assert seconds(10_000) < 30 * thousand

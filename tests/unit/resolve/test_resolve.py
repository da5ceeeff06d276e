"""Resolve: a story's mentions become its characters and locations.

Names stand in the stories below as recognition would mark them: [Anna] is a character's mention,
{Paris} a location's.
"""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology.model import Mention, Story
from anthology.resolve import resolve
from anthology.resolve.prose import Prose

MARKED = re.compile(r"\[(?P<character>[^\]]+)\]|\{(?P<location>[^}]+)\}")


def read(text: str) -> tuple[Story, tuple[Mention, ...]]:
    """The story without its marks, and the mentions that they give."""
    paragraphs, mentions = [], []
    for number, marked in enumerate(text.strip().split("\n\n")):
        plain, at = "", 0
        for m in MARKED.finditer(marked):
            plain += marked[at : m.start()]
            label = "character" if m["character"] else "location"
            name = m[label]
            mentions.append(Mention(number, len(plain), len(plain) + len(name), name, label))
            plain, at = plain + name, m.end()
        paragraphs.append(plain + marked[at:])
    return Story(id="s", source="s.txt", paragraphs=tuple(paragraphs)), tuple(mentions)


def resolved(text: str) -> Story:
    return resolve(*read(text))


def cast(text: str) -> dict[str, set[str]]:
    """Each character's name with its aliases."""
    return {c.name: set(c.aliases) for c in resolved(text).characters}


def atlas(text: str) -> dict[str, set[str]]:
    """Each location's name with its aliases."""
    return {p.name: set(p.aliases) for p in resolved(text).locations}


# --- What belongs together -----------------------------------------------------------------


def test_given_name_and_titled_surname_go_to_the_full_name() -> None:
    text = '[Alejandro Lefevre] sat. "Bonjour, [monsieur Lefevre]," she said. [Alejandro] rose.'
    assert cast(text) == {"Alejandro Lefevre": {"monsieur Lefevre", "Alejandro"}}


def test_a_surname_alone_goes_to_the_only_one_who_bears_it() -> None:
    assert cast("[Solène Kerbrat] knelt. [Kerbrat] stood.") == {"Solène Kerbrat": {"Kerbrat"}}


def test_a_surname_that_two_bear_is_nobody_s_when_it_stands_alone() -> None:
    story = resolved("[Omar Haddad] came. [Karim Haddad] left. [Haddad] wept.")
    assert [c.name for c in story.characters] == ["Omar Haddad", "Karim Haddad"]
    assert all(len(c.mentions) == 1 for c in story.characters)


def test_a_given_name_that_two_bear_is_nobody_s_when_it_stands_alone() -> None:
    text = "[Omar Haddad] came. [Omar Rashid] left. [Omar] wept."
    assert cast(text) == {"Omar Haddad": set(), "Omar Rashid": set()}


def test_particles_belong_to_the_surname() -> None:
    text = "[Lotte van der Berg] played. [Mevrouw van der Berg] did not smile at [Lotte]."
    assert cast(text) == {"Lotte van der Berg": {"Mevrouw van der Berg", "Lotte"}}


def test_a_patronymic_is_a_middle_name() -> None:
    text = "[Porfiry Ilyich Zhdanov] waited. [Porfiry Ilyich] rose. [Zhdanov] sat down."
    assert cast(text) == {"Porfiry Ilyich Zhdanov": {"Porfiry Ilyich", "Zhdanov"}}


@pytest.mark.parametrize(
    ("full", "alone"),
    [("Kovács Anna", "Anna"), ("Li Wei", "Wei"), ("Lê Minh Thư", "Thư"), ("Oh Soon-ja", "Mrs. Oh")],
)
def test_where_the_surname_comes_first_either_name_may_stand_alone(full: str, alone: str) -> None:
    assert cast(f"[{full}] sang. [{alone}] was glad.") == {full: {alone}}


def test_a_name_and_its_surname_first_order_are_one() -> None:
    assert len(cast("[Kovács Anna] signed. They called [Anna Kovács] in.")) == 1


def test_a_pet_form_may_stand_in_either_order_too() -> None:
    assert len(cast('[Szabó Eszter] sang. "[Eszti Szabó]!" he cried.')) == 1


def test_an_initial_stands_for_the_given_name() -> None:
    assert cast("[John Harper] read it. [J. Harper] signed.") == {"John Harper": {"J. Harper"}}


def test_capitals_are_another_spelling_of_a_name() -> None:
    text = "[Maëlle Fontenoy] laughed. The plaque said [MAËLLE FONTENOY] DRANK HERE."
    assert cast(text) == {"Maëlle Fontenoy": {"MAËLLE FONTENOY"}}


def test_common_pet_forms_go_to_the_given_name() -> None:
    text = "[William Oakes] drew. [Bill] was quick. [Bill Oakes], people said, never missed."
    assert cast(text) == {"William Oakes": {"Bill", "Bill Oakes"}}


def test_a_pet_form_of_one_story_goes_to_the_name_it_shortens() -> None:
    text = '[Ketterly Voss] climbed down. "Mind, [Kett]!" he said.'
    assert cast(text) == {"Ketterly Voss": {"Kett"}}


@pytest.mark.parametrize(
    "text",
    [
        "[Ján Horvát], whom everyone called [Janko the Bear], came in.",
        "[Ján Horvát], known to the whole street as [Medved], came in.",
        "[Ján Horvát], or rather [Medved], came in.",
        "[Ján Horvát]—or [Medved], as we all called him—came in.",
        "[Ján Horvát], who was christened [Medved], came in.",
        "[Ján Horvát], alias [Medved], came in.",
        "[Ján Horvát], who had been born [Medved], came in.",
        "[José Peña], whom only the priest called by that name, was [Pepe] to the police.",
        "[Ján Horvát]—[Medved] to his friends—came in.",
        "[Ján] “[Medved]” Horvát came in.",
        "[Ján Horvát] was the strongest of us. Everybody called him [Medved].",
    ],
)
def test_a_name_that_the_text_declares_is_an_alias(text: str) -> None:
    assert len(cast(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[Anna] called [Maria] over.",
        "[Father Blaž] christened [Maria] in June.",
        "Was it [Anna], or [Maria]?",
        "[Anna] was [Maria]'s sister.",
        "[Anna] went by [Maria] without a word.",
        "[Marjory], who was old, called her [Button].",
        "[Anna] saw a girl so slow that the others called her [Snail].",
        "[Anna] (and [Maria]) came.",
    ],
)
def test_a_name_that_is_only_near_another_is_no_alias(text: str) -> None:
    assert len(cast(text)) == 2


def test_a_declared_epithet_is_found_even_if_it_was_not_recognised() -> None:
    story = resolved(
        "[Gladys Purkiss] was stern, and the whole school called her the Admiral.\n\n"
        '"Sit," said the Admiral. An Admiral of the fleet hung on the wall.'
    )
    [gladys] = story.characters
    assert gladys.aliases == ("Admiral",)
    assert [(m.paragraph, m.name) for m in gladys.mentions[1:]] == [(0, "Admiral"), (1, "Admiral")]


def test_what_is_a_place_is_no_epithet() -> None:
    story = resolved("[Ada] slept in the house that everyone called {Rome}, and went by {Rome}.")
    assert [c.aliases for c in story.characters] == [()]


def test_a_bare_name_that_was_overlooked_goes_to_the_fuller_form() -> None:
    story = resolved("[Mr. Villars] wrote to [Anna Holm]. She had never met Villars. Anna wept.")
    assert {c.name: c.aliases for c in story.characters} == {
        "Mr. Villars": ("Villars",),
        "Anna Holm": ("Anna",),
    }


def test_a_pet_form_by_which_somebody_is_addressed_is_found() -> None:
    story = resolved('[Ketterly Voss] held it. "Go on, Kett. You have never seen it," he said.')
    assert [c.aliases for c in story.characters] == [("Kett",)]


@pytest.mark.parametrize(
    "text",
    [
        "[Will Teague] rose. Will you sit?",
        "[Sunday Okafor] sewed until Sunday came.",
        "[Anna London] had never seen London.",
        "[Amos Prewitt] hated the Prewitt brothers.",
        "[Amos Prewitt] drank at Prewitt House.",
    ],
)
def test_a_word_a_day_a_town_or_another_name_is_not_overlooked(text: str) -> None:
    [character] = resolved(text).characters
    assert len(character.mentions) == 1


def test_an_epithet_tells_two_of_one_name_apart() -> None:
    text = "[Big Dave Rooke] and [Little Dave Pratt] met. [Little Dave] wept. [Dave] laughed."
    assert cast(text) == {"Big Dave Rooke": set(), "Little Dave Pratt": {"Little Dave"}}


def test_an_epithet_before_a_name_is_no_part_of_it() -> None:
    assert cast("[Wu Jianhong] sat. [Old Wu] coughed.") == {"Wu Jianhong": {"Old Wu"}}


# --- What stays apart ----------------------------------------------------------------------


def test_a_husband_and_his_wife_are_two() -> None:
    text = "[Mr. Bennet] read. [Mrs. Bennet] talked. [Mr. Bennet] sighed."
    assert set(cast(text)) == {"Mr. Bennet", "Mrs. Bennet"}


def test_a_wife_s_title_does_not_go_to_a_man_of_that_surname() -> None:
    text = "[Walter Rudd] came home. He sat. [Mrs. Rudd] had gone."
    assert set(cast(text)) == {"Walter Rudd", "Mrs. Rudd"}


def test_a_mother_and_her_daughter_are_two() -> None:
    text = "[Mary Lennox] feared her mother. [Mrs. Lennox] danced. [Mary] watched."
    assert cast(text) == {"Mary Lennox": {"Mary"}, "Mrs. Lennox": set()}


def test_a_miss_is_not_the_mrs_of_her_name() -> None:
    text = "[Jane Wilson] was cross. [Miss Wilson] left early. [Mrs. Wilson] stayed."
    assert cast(text) == {"Jane Wilson": {"Miss Wilson"}, "Mrs. Wilson": set()}


def test_a_captain_is_no_admiral() -> None:
    text = "[Captain Elias Thorne] wept. In Marseille [Admiral Thorne] lay dying."
    assert set(cast(text)) == {"Captain Elias Thorne", "Admiral Thorne"}


def test_a_captain_s_wife_is_not_the_captain() -> None:
    text = "[Captain Reyes] called the roll. [Teresa Reyes] had sent flour. She wept."
    assert set(cast(text)) == {"Captain Reyes", "Teresa Reyes"}


def test_of_two_ranks_in_a_family_neither_goes_to_one_who_is_never_called_so() -> None:
    text = "[Henry Tilney] came. [General Tilney] spoke to [Captain Tilney]."
    assert set(cast(text)) == {"Henry Tilney", "General Tilney", "Captain Tilney"}


def test_an_inspector_whose_full_name_has_the_title_may_be_a_woman() -> None:
    text = "[Inspector Lucie Marchetti] hated boats. [Inspector Marchetti] stood on one."
    assert cast(text) == {"Inspector Lucie Marchetti": {"Inspector Marchetti"}}


def test_an_office_may_be_the_man_s_of_that_surname_as_well_as_the_woman_s() -> None:
    text = "[Anna Lindner] read. She smiled. [Herr Lindner] knew [Professor Lindner]."
    assert "Professor Lindner" not in cast(text)["Anna Lindner"]


def test_a_noun_before_a_name_tells_whose_it_cannot_be() -> None:
    text = "[Meera Prakash] played. His grandfather, [Justice Prakash], watched."
    assert set(cast(text)) == {"Meera Prakash", "Justice Prakash"}


def test_two_brothers_are_two() -> None:
    text = "[Ike Prewitt] and [Amos Prewitt] rode in. [Ike] spat. [Amos] did not."
    assert cast(text) == {"Ike Prewitt": {"Ike"}, "Amos Prewitt": {"Amos"}}


def test_names_in_a_list_are_not_one_person() -> None:
    text = "[Anna] and [Maria Kovács] came. [Maria] sang."
    assert cast(text) == {"Maria Kovács": {"Maria"}, "Anna": set()}


@pytest.mark.parametrize(
    "text",
    [
        "[Emeka Okafor] drove. [Chief Okafor] was [Emeka]'s father.",
        "[Emeka Okafor] drove. [Emeka]'s father, [Chief Okafor], slept.",
        "[Emeka Okafor] drove and his uncle, [Chief Okafor], slept.",
    ],
)
def test_relatives_of_one_surname_are_two(text: str) -> None:
    assert {"Emeka Okafor", "Chief Okafor"} <= set(cast(text))


def test_a_married_name_that_the_text_explains_does_not_go_to_another_of_the_family() -> None:
    text = (
        "[Baroness von Trautenau], who was born [Therese Mandl], was deaf. "
        "[Clara von Trautenau] danced."
    )
    assert cast(text) == {
        "Therese Mandl": {"Baroness von Trautenau"},
        "Clara von Trautenau": set(),
    }


def test_two_names_in_one_sentence_are_not_pet_forms_of_each_other() -> None:
    text = "[Elizabeth Hale] kissed [Betty] good night. [Betty] slept."
    assert set(cast(text)) == {"Elizabeth Hale", "Betty"}


def test_a_pet_form_that_could_be_two_people_s_is_neither_s() -> None:
    text = "[Alexander Orlov] came.\n\n[Alexandra Belova] came.\n\n[Sasha] laughed."
    assert set(cast(text)) == {"Alexander Orlov", "Alexandra Belova", "Sasha"}


def test_a_parent_called_after_a_child_is_not_the_child() -> None:
    text = "[Umm Karim] knocked. [Karim] opened the door."
    assert set(cast(text)) == {"Umm Karim", "Karim"}


def test_a_surname_alone_is_the_man_s_where_the_woman_goes_by_a_title() -> None:
    text = "[Mr. Verloc] went out. [Mrs. Verloc] stayed. [Verloc] walked on."
    assert cast(text) == {"Mr. Verloc": {"Verloc"}, "Mrs. Verloc": set()}
    text += " [Winnie Verloc] feared her mother."
    assert cast(text)["Mr. Verloc"] == {"Verloc"}


def test_a_family_is_nobody() -> None:
    assert set(cast("[Evie Wilcox] wrote. The [Wilcoxes] were rich.")) == {"Evie Wilcox"}


@pytest.mark.parametrize("word", ["Inspector", "Madame", "Papa", "Father", "Señora"])
def test_a_bare_title_is_nobody(word: str) -> None:
    assert cast(f'"Come in, [{word}]," said [Rosa].') == {"Rosa": set()}


def test_a_bare_title_that_is_somebody_s_name_is_one() -> None:
    assert set(cast("She had a parrot called [Captain]. [Captain] swore.")) == {"Captain"}


# --- The entity ----------------------------------------------------------------------------


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
    story, mentions = read("[Ada] slept in {Turin}.")
    found = resolve(replace(story, title="Sleep"), mentions)
    assert (found.title, found.paragraphs) == ("Sleep", story.paragraphs)


# --- Roles ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "[Ada] opened the door.",
        'She looked up. "Sit down," said [Ada].',
        '"Good morning, [Ada]," he said.',
        '"I\'m [Ada]," she said.',
        "A girl named [Ada] was there.",
        "Dear [Ada],",
    ],
)
def test_whoever_acts_or_is_met_or_spoken_to_takes_part(text: str) -> None:
    assert [c.role for c in resolved(text).characters] == ["character"]


@pytest.mark.parametrize(
    "speech",
    [
        '"They hung [Silvio] in May," she said.',
        "“They hung [Silvio] in May,” she said.",
        "‘They hung [Silvio]’s coat in May,’ she said.",
        "'They hung [Silvio]'s coat in May,' she said.",
        "«They hung [Silvio] in May,» she said.",
        "— They hung [Silvio] in May, she said.",
    ],
)
def test_speech_is_told_from_narration_however_it_is_marked(speech: str) -> None:
    story = resolved(speech)
    assert Prose(story).spoken(story.characters[0].mentions[0])


@pytest.mark.parametrize(
    "text",
    ["'Tis [Ada] who sings.", "The dogs' friend was [Ada].", "The sign read “[Ada]” in red."],
)
def test_an_apostrophe_opens_no_speech_and_a_sign_is_none(text: str) -> None:
    story = resolved(text)
    assert not Prose(story).spoken(story.characters[0].mentions[0])


@pytest.mark.parametrize(
    "text",
    [
        "Even [Monet] had stayed faithful to his haystacks.",
        "It hung there like a [Hokusai].",
        "She told me about the brother, [Silvio], at length.",
        '"[Caravaggio] would have used a boy from the street," she said.',
        "They had asked for the works of [Pushkin].",
    ],
)
def test_whoever_is_only_spoken_of_is_mentioned(text: str) -> None:
    assert [c.role for c in resolved(text).characters] == ["mentioned"]


# --- Places --------------------------------------------------------------------------------


def test_a_place_and_the_place_without_its_head_word_are_one() -> None:
    assert atlas("She cycled along the {Kamo River}. The {Kamo} was low.") == {
        "Kamo River": {"Kamo"}
    }
    assert atlas("At the {Café Lumière} he sat. The {Lumière} was full.") == {
        "Café Lumière": {"Lumière"}
    }


def test_a_street_or_a_gaol_is_not_the_town_that_it_is_called_after() -> None:
    assert len(atlas("In {Cardiff Gaol} he thought of {Cardiff}.")) == 2
    assert len(atlas("{Oxford Street} was far from {Oxford}.")) == 2


def test_saint_may_be_shortened() -> None:
    assert len(atlas("She came to {Saint Albans}. She left {St. Albans}.")) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met in {Lisbon}.", "city"),
        ("They met in the {Rue de Siam}.", "street"),
        ("They met on the {Prinsengracht}.", "street"),
        ("They met at the {Café Lumière}.", "shop"),
        ("They met under the {Eiffel Tower}.", "building"),
        ("They met in {France}.", "country"),
        ("They swam across the {Zhelva}.", "river"),
        ("They met in the streets of {Orm}.", "city"),
        ("They met at {Orm}.", "unknown"),
    ],
)
def test_the_kind_of_a_place_is_told_by_list_head_word_or_what_is_said_of_it(
    text: str, kind: str
) -> None:
    assert [p.kind for p in resolved(text).locations] == [kind]


def test_a_place_lies_where_the_text_says() -> None:
    story = resolved("She waited at the {Red Lion Inn} in {Oxford}.")
    assert {p.name: p.within for p in story.locations}["Red Lion Inn"] == "Oxford"


def test_a_town_of_which_there_are_many_lies_nowhere_that_the_text_does_not_say() -> None:
    assert [p.within for p in resolved("They walked through {Whitby}.").locations] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "He stepped out into the bustling streets of {Montmartre}.",
        "She had come to start anew in the city of {Paris}.",
        "{Lagos} was still asleep.",
        "They walked home along the {Tiber}.",
        '"So this is {Florence}," she said.',
    ],
)
def test_where_the_story_happens_is_its_setting(text: str) -> None:
    assert [p.relation for p in resolved(text).locations] == ["setting"]


@pytest.mark.parametrize(
    "text",
    [
        "In {Rome} she opened the letter from {Vienna}.",
        "In {Rome} she thought of the girl from {Vienna}.",
        "In {Rome} she looked at a painting of {Vienna}.",
        "In {Rome} she met a man born in {Vienna}.",
        'In {Rome} she said: "I have never seen {Vienna}."',
    ],
)
def test_a_place_that_is_only_spoken_of_is_mentioned(text: str) -> None:
    assert {p.name: p.relation for p in resolved(text).locations} == {
        "Rome": "setting",
        "Vienna": "mentioned",
    }


@pytest.mark.parametrize("word", ["La", "of", "St.", "The", "’s", "-", "."])
def test_a_place_of_a_bare_particle_breaks_nothing(word: str) -> None:
    assert resolved(f"They slept in {{{word}}} and in {{{word} Rochelle}}.").locations


# --- Anything at all -----------------------------------------------------------------------

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
    story, mentions = read("[Bill Oakes] met [Mrs. Oakes] in {Rome}. [William] and [Oakes] left.")
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
        story, mentions = read(text)
        start = time.perf_counter()
        resolve(story, mentions)
        return time.perf_counter() - start

    seconds(50)
    few, many = seconds(250), seconds(2000)
    assert many < 8 * few * 4, "eight times the text may take four times as long for each name"

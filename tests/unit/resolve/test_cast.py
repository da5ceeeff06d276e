"""cast: which forms of names are one person's, and who is kept apart."""

from __future__ import annotations

import pytest

from support.marked import cast


def test_given_name_and_titled_surname_go_to_the_full_name() -> None:
    text = '[Alejandro Lefevre] sat. "Bonjour, [monsieur Lefevre]," she said. [Alejandro] rose.'
    assert cast(text) == {"Alejandro Lefevre": {"monsieur Lefevre", "Alejandro"}}


def test_a_surname_alone_goes_to_the_only_one_who_bears_it() -> None:
    assert cast("[Solène Kerbrat] knelt. [Kerbrat] stood.") == {"Solène Kerbrat": {"Kerbrat"}}


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


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("Edward C. Loyce", "Ed Loyce"),
        ("James Huddle", "J. P. Huddle"),
        ("Frederic Lippmann", "Frederic Lipmann"),
        ("Pyotr Savvitch Kovalenko", "Poytr Savvitch"),
        ("Ignat Ryabov", "Ignatka Ryabov"),
        ("Megera Winterly", "Meg Winterly"),
        ("Elliott Oakes", "Elliot Oakes"),
        ("Baron Frederick von Metzengerstein", "Frederick of Metzengerstein"),
        ("Captain Joe Mauser", "Major Joe Mauser"),
    ],
)
def test_another_form_of_a_full_name_is_the_same_person_s(full: str, other: str) -> None:
    assert len(cast(f"[{full}] sat down. [{other}] rose.")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Marya Petrovna", "Marfa Petrovna"), ("John Hale", "James Hale"), ("J. Hale", "James Hall")],
)
def test_two_full_names_that_are_alike_are_two_persons_s(one: str, other: str) -> None:
    assert len(cast(f"[{one}] sat down. [{other}] rose.")) == 2


def test_capitals_are_another_spelling_of_a_name() -> None:
    text = "[Maëlle Fontenoy] laughed. The plaque said [MAËLLE FONTENOY] DRANK HERE."
    assert cast(text) == {"Maëlle Fontenoy": {"MAËLLE FONTENOY"}}


def test_common_pet_forms_go_to_the_given_name() -> None:
    text = "[William Oakes] drew. [Bill] was quick. [Bill Oakes], people said, never missed."
    assert cast(text) == {"William Oakes": {"Bill", "Bill Oakes"}}


def test_a_pet_form_of_one_story_goes_to_the_name_it_shortens() -> None:
    text = '[Ketterly Voss] climbed down. "Mind, [Kett]!" he said.'
    assert cast(text) == {"Ketterly Voss": {"Kett"}}


def test_an_epithet_tells_two_of_one_name_apart() -> None:
    text = "[Big Dave Rooke] and [Little Dave Pratt] met. [Little Dave] wept. [Dave] laughed."
    assert cast(text) == {"Big Dave Rooke": set(), "Little Dave Pratt": {"Little Dave"}}


def test_an_epithet_before_a_name_is_no_part_of_it() -> None:
    assert cast("[Wu Jianhong] sat. [Old Wu] coughed.") == {"Wu Jianhong": {"Old Wu"}}


def test_a_husband_and_his_wife_are_two() -> None:
    text = "[Mr. Bennet] read. [Mrs. Bennet] talked. [Mr. Bennet] sighed."
    assert set(cast(text)) == {"Mr. Bennet", "Mrs. Bennet"}


def test_a_wife_s_title_does_not_go_to_a_man_of_that_surname() -> None:
    text = "[Walter Rudd] came home. He sat. [Mrs. Rudd] had gone."
    assert set(cast(text)) == {"Walter Rudd", "Mrs. Rudd"}


@pytest.mark.parametrize("name", ["Mrs. John Hale", "Lady John Hale"])
def test_a_wife_called_by_her_husband_s_name_is_not_that_man(name: str) -> None:
    text = f"[John Hale] came home. [{name}] had gone. [John] wept. [Hale] sat down."
    assert cast(text) == {"John Hale": {"John", "Hale"}, name: set()}


def test_a_wife_called_by_her_husband_s_given_name_is_the_mrs_of_his_surname() -> None:
    text = "[Armand Verchette] slept. [Madame Verchette] rose. “Ask [Ma’ame Armand],” he said."
    assert cast(text) == {"Armand Verchette": set(), "Madame Verchette": {"Ma’ame Armand"}}


def test_a_patronymic_completes_a_surname_where_one_person_has_the_given_name() -> None:
    text = "[Matvey Terehov] sat.\n\n“Sit, [Matvey Vassilitch],” he said. [Terehov] wept."
    assert len(cast(text)) == 1
    assert len(cast(text + " [Matvey Nikititch] came.")) == 3


def test_an_initial_after_a_title_is_the_surname_of_the_one_with_that_title() -> None:
    text = "[Dr. Abell] met [Mr. Ames]. “Come in, [Dr. A.],” he said."
    assert cast(text) == {"Dr. Abell": {"Dr. A."}, "Mr. Ames": set()}


def test_a_miss_before_her_own_given_name_may_be_married() -> None:
    text = "[Madame Cécile Lalonde] sat. [Cécile] rose. “No, [Mamzelle Cécile],” he said."
    assert cast(text) == {"Madame Cécile Lalonde": {"Cécile", "Mamzelle Cécile"}}


def test_a_boy_whose_gender_nothing_shows_is_not_the_mrs_of_his_surname() -> None:
    text = "[Bertie Steffink] read. [Mrs. Steffink] had gone."
    assert set(cast(text)) == {"Bertie Steffink", "Mrs. Steffink"}


def test_a_title_that_stands_before_a_full_name_is_that_person_s_whoever_else_is_there() -> None:
    text = "[Dr. Anna Roland] came. [Miss Roland] waited. [Mr. Roland] slept. [Dr. Roland] sat."
    assert cast(text)["Dr. Anna Roland"] == {"Dr. Roland", "Miss Roland"}


def test_a_man_whom_his_patronymic_shows_may_be_the_mr_of_his_surname() -> None:
    text = "[Alexandr Adolfovitch Gnekker] bowed. [Mr. Gnekker] sat."
    assert cast(text) == {"Alexandr Adolfovitch Gnekker": {"Mr. Gnekker"}}


def test_a_mother_and_her_daughter_are_two() -> None:
    text = "[Mary Lennox] feared her mother. [Mrs. Lennox] danced. [Mary] watched."
    assert cast(text) == {"Mary Lennox": {"Mary"}, "Mrs. Lennox": set()}


def test_a_miss_is_not_the_mrs_of_her_name() -> None:
    text = "[Jane Wilson] was cross. [Miss Wilson] left early. [Mrs. Wilson] stayed."
    assert cast(text) == {"Jane Wilson": {"Miss Wilson"}, "Mrs. Wilson": set()}


def test_a_captain_is_no_admiral() -> None:
    text = "[Captain Elias Thorne] wept. In Marseille [Admiral Thorne] lay dying."
    assert set(cast(text)) == {"Captain Elias Thorne", "Admiral Thorne"}


def test_a_title_in_dialect_is_that_title() -> None:
    text = "“Cap’n is in,” she said. [Captain Reed] rose. “Oh, [Cap’n Reed]! [Cunnel Reed] died.”"
    assert cast(text) == {"Captain Reed": {"Cap’n Reed"}, "Cunnel Reed": set()}


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


def test_a_firm_is_nobody_and_gives_nobody_a_surname() -> None:
    text = "[Harding & Offdean] wrote. [Mr. Harding] came. [Harding] sat."
    assert cast(text) == {"Mr. Harding": {"Harding"}}


def test_a_saint_is_not_the_girl_of_that_name() -> None:
    assert set(cast("[St. Anna] was in the church. [Anna] prayed.")) == {"St. Anna", "Anna"}


def test_a_surname_that_is_also_a_girl_s_name_is_the_man_s_who_has_it_with_a_title() -> None:
    text = "[Reggie Pepper] ate. [Mr. Pepper] sat. “Well, [Pepper]?” he said."
    assert cast(text) == {"Reggie Pepper": {"Mr. Pepper", "Pepper"}}


def test_a_professor_with_a_wife_is_the_man_of_that_surname() -> None:
    text = "[Martin Kesserich] sat. [Mrs. Kesserich] died. [Professor Kesserich] wept."
    assert cast(text) == {"Martin Kesserich": {"Professor Kesserich"}, "Mrs. Kesserich": set()}


def test_a_lady_is_not_the_girl_of_that_surname_whose_gender_nothing_shows() -> None:
    text = "[Bobbie Wickham] read. [Lady Wickham] had gone."
    assert set(cast(text)) == {"Bobbie Wickham", "Lady Wickham"}


def test_a_bare_title_that_is_somebody_s_name_is_one() -> None:
    assert set(cast("She had a parrot called [Captain]. [Captain] swore.")) == {"Captain"}

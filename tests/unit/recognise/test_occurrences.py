"""occurrences: where a name begins and ends."""

from __future__ import annotations

import pytest

from anthology.recognise.occurrences import occurrences, small_words

CASES = {
    "They met in Camp street at noon.": ["Camp street"],
    "It was a London street.": ["London"],
    "They dined at Corey’s, and went on to Mulvey’s.": ["Corey’s", "Mulvey’s"],
    "They dined at Corey’s. “Well,” said Corey, “pay.”": ["Corey", "Corey"],
    "She put her hand in Lolotte’s, who rubbed it.": ["Lolotte"],
    "At the Lantern he met the Earl of Carricksteed.": ["Lantern", "Earl of Carricksteed"],
    "We go back to ’Frisco.": ["’Frisco"],
    "So he asked Ma’me Duplan and M’sieur Michel.": ["Ma’me Duplan", "M’sieur Michel"],
    "The dogs slept. Old Kashtanka sneezed, and Kashtanka ran.": ["Kashtanka", "Kashtanka"],
    "They went to Bredin’s Parisian Café in Soho.": ["Bredin’s Parisian Café", "Soho"],
    "He wrote to von Gottschalk.": ["von Gottschalk"],
    "They cried to him, O Caesar, and wept.": ["Caesar"],
    "After the Mass Father Kuzma wept, and Grand Duke Sergei too.": [
        *("Mass", "Father Kuzma", "Grand Duke Sergei"),
    ],
    "They asked Al. “No,” said Al.": ["Al", "Al"],
    "“Yes, I suppose—” Again Anna’s tones died. Anna wept.": ["Anna", "Anna"],
    "So she asked ’Dame Suzanne.": ["’Dame Suzanne"],
    "They got out of the van. Anna laughed with her uncle. Tom did not.": ["Anna", "Tom"],
    "I live with my tante Clémentine.": ["Clémentine"],
}


@pytest.mark.parametrize("text", CASES)
def test_a_name_begins_and_ends_where_a_reader_says(text: str) -> None:
    found = [text[each.start : each.end] for each in occurrences([text], small_words([text]))]
    # What opens a sentence may be a name, too; that is not in question here.
    assert [name for name in found if name not in ("At", "So", "After")] == CASES[text]


def test_in_a_story_all_in_capitals_only_known_names_are_names() -> None:
    text = "TOM SAID THAT LOIS WASN’T NICE. LOIS PUT THE MOST RED OF HER HATS ON IN PARIS."
    found = [text[each.start : each.end] for each in occurrences([text], small_words([text]))]
    assert sorted(found) == ["LOIS", "LOIS", "PARIS", "TOM"]

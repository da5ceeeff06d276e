"""prose: where a mention stands, and where else a name does."""

from __future__ import annotations

from anthology.resolve.prose import Prose, Spans
from support.marked import marked


def test_a_name_is_found_as_a_whole_word_outside_of_what_is_taken() -> None:
    text = "[Ann Hill] and Hill, Hillman, the Hill-Smiths.\n\nHill was there."
    story, mentions = marked(text)
    found = Prose(story).occurrences(["Hill", "Hillman", "Nobody"], Spans(mentions))
    assert {name: [(m.paragraph, m.start) for m in where] for name, where in found.items()} == {
        "Hill": [(0, 13), (1, 0)],
        "Hillman": [(0, 19)],
        "Nobody": [],
    }


def test_a_mention_stands_in_its_sentence_and_in_its_speech() -> None:
    story, mentions = marked("It rained. “Go, [Ann],” he said. [Ben] went.")
    spoken, told = map(Prose(story).spot, mentions)
    text = story.paragraphs[0]
    assert spoken.speech
    assert text[slice(*spoken.speech)] == "“Go, Ann,”"
    assert (spoken.spoken, told.spoken) == (True, False)
    assert (spoken.sentence, told.sentence) == (2, 3)
    assert text[told.start : told.end] == "Ben went."

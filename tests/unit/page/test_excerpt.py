"""excerpt: a passage is shown as it is set, in pieces, and what was cut off is seen."""

from __future__ import annotations

from anthology.page.excerpt import Excerpt, excerpt
from anthology.text.passages import Passage


def test_the_name_is_a_piece_of_its_own_and_punctuation_is_set() -> None:
    text = '"So... is it Ann?" Ann said.'
    passage = Passage(2, text, ((text.index("Ann"), 16), (19, 22)))
    assert excerpt(passage) == Excerpt(
        3, [("“So… is it ", False), ("Ann", True), ("?” ", False), ("Ann", True), (" said.", False)]
    )


def test_where_words_were_cut_off_there_are_dots() -> None:
    passage = Passage(0, "then Ann ran", ((5, 8),), cut_before=True, cut_after=True)
    assert "".join(text for text, _ in excerpt(passage).pieces) == "… then Ann ran …"

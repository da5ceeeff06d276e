"""relatives: what names of one story say of each other."""

from __future__ import annotations

from anthology.model import Story
from anthology.recognise import cues
from anthology.recognise.candidates import candidates
from anthology.recognise.relatives import listed


def test_the_cues_of_a_list_come_in_the_order_of_the_text() -> None:
    # In another order, the sums of their weights would differ a little from run to run.
    story = Story(id="a", source="a.txt", paragraphs=("They saw Brandt, Kolb, Lutz, Kolb, Zell.",))
    labels = {"Brandt": "location", "Kolb": None, "Lutz": "character", "Zell": None}
    beside = listed(candidates(story), labels, story)
    assert list(beside["Kolb"]) == [
        cues.LISTED % label for label in ("location", "character", "neither")
    ]

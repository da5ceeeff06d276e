"""Explain: why recognition took a name of a story for what it did, in words."""

from __future__ import annotations

from anthology.model import Story
from anthology.recognise.decide import label, scores, weights
from anthology.recognise.learned import learned
from anthology.recognise.weigh import weighed

_SAID = {"character": "a character", "location": "a location", None: "neither"}


def explain(story: Story, name: str) -> str:
    """Return the cues for and against a name in a story, as text, with a block for each spelling.

    A positive number speaks for a character or a location, a negative one against it. Neither has
    no numbers; it is the result if both sums are zero or less.
    """
    found = [
        n
        for n in weighed(story, learned())
        if n.text.casefold() == name.casefold().replace("’", "'")
    ]
    if not found:
        return f"{name}: no candidate. {story.source} has no such run of capitalised words."
    blocks = []
    for each in found:
        what = label(each.cues, weights())
        character, location = scores(each.cues, weights())
        lines = [
            f"{each.text}: {_SAID[what]} ({len(each.occurrences)} × in {story.source})",
            f"{'character':>11}{'location':>10}",
        ]
        shown = [
            (cue, value, weights()[cue]) for cue, value in each.cues.items() if cue in weights()
        ]
        shown.sort(key=lambda row: -row[1] * max(map(abs, row[2])))
        lines += [f"{v * c:+11.2f}{v * p:+10.2f}  {cue}" for cue, v, (c, p) in shown]
        lines.append(f"{character:+11.2f}{location:+10.2f}  in all")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)

"""Where a story happens, and which places it only mentions."""

from __future__ import annotations

import re

from anthology.model import Mention, Relation
from anthology.names import lexicon
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose

_THERE = re.compile(
    r"\b(?:in|into|at|on|onto|to|towards?|through|across|along|over|around|round|above|below|"
    r"behind|beneath|under|outside|inside|near|by|past|off|up|down|beside|between|reach(?:ed|es)|"
    r"cross(?:ed|es)|enter(?:ed|s)|all of|half of|whole of|side of) (?:the |this )?(?:\w+ )?$",
    re.IGNORECASE,
)
"""What stands before a place where somebody is: *through the*, *side of*."""
_OF = re.compile(r"(\w+) of (?:the )?$")
"""A word and *of* before a place: *counter of*."""
_PARTS = frozenset(
    "door doorway window counter roof pavement floor wall platform arm mouth".split()
)
"""Parts of a place, at which somebody stands who is there: the counter of A Brasileira."""
_ELSEWHERE = re.compile(
    r"""\b(?:
        from | like | about | than | since | as\ in                  # compared, spoken of
      | native(?:s)?\ of | (?:called|named)\ after | born(?:\ and\ \w+)?\ (?:in|at|on)
      | (?:brought\ up|raised|studied)\ in | made\ (?:in|on)
      | (?:girl|boy|sister|brother|childhood|youth|years?|months?|war|prison|school)\ in
      | (?:picture|painting|photograph|portrait|map|postcard|bust|statue|song)\ of  # shown
      | (?:story|stories|news|memor\w+|dreams?|university|war|battle)\ (?:of|in)
      | (?:king|queen|emperor|duke|bishop|reign)\ of
      | leave | leaving | left\ for | bound\ for | back\ in        # not there yet, or no more
      | (?:train|ticket|coach|boat|ship|road|mail|letters?)\ (?:back\ )?(?:to|for|from)
      | (?:wr[io]te|written|sen[dt]|been|to\ go|going|to\ return)\ (?:back\ )?(?:to|for)
    )\ (?:the\ )?(?:\w+\ )?$""",
    re.VERBOSE,
)
"""What stands before a place that is only mentioned: *a native of*, *the train to*."""
_BEFORE_NOW = re.compile(r"\bhad (?:\w+ )?(?:been|\w+ed|\w+en|\w+t|\w+ght)\b[^.;,]*$")
"""A verb before a place that says what had happened earlier: *had lived in*."""
_SIGN = re.compile(r"\b(?:sign|board|plate|plaque|letters)\b[^.“\"]*[“\"‘']$")
"""What stands before a name on a sign: *the board said “*."""
_HERE = re.compile(r"\b(?:this is|here in|here at|here on|welcome to) (?:the )?$", re.IGNORECASE)
"""What a speaker says before the name of the place where both are: *Welcome to*."""
_OPENING = 2
"""Number of paragraphs, from the first, in which even what had happened earlier shows where the
story begins."""
_FIRST = re.compile(r"[\s\"“‘«(]*(?:The )?")
"""What stands before a name that begins its sentence: *“The*."""


def relations(prose: Prose, groups: list[list[Form]]) -> list[Relation]:
    """Return for each place whether the story happens there, by the words before its mentions.

    If these words show no setting, it is the most mentioned place that nothing speaks against.
    ``groups`` are the forms of each place, the most mentioned first.
    """
    scores = [sum(_presence(prose, m) for f in forms for m in f.mentions) for forms in groups]
    if scores and max(scores) <= 0:
        best = next((n for n, score in enumerate(scores) if score == 0), None)
        scores = [int(n == best) for n in range(len(scores))]
    return ["setting" if score > 0 else "mentioned" for score in scores]


def _presence(prose: Prose, mention: Mention) -> int:
    """Return how strongly a mention shows that the story happens there, from -1 to 2."""
    paragraph = prose.paragraph(mention)
    before = paragraph.text[paragraph.sentence_start(mention.start) : mention.start]
    if prose.spoken(mention):
        return 2 if _HERE.search(before) else 0
    if _ELSEWHERE.search(before):
        return -1
    if _BEFORE_NOW.search(before) and mention.paragraph >= _OPENING:
        return -1
    if _THERE.search(before) or _SIGN.search(before):
        return 2
    if of := _OF.search(before):
        part = of[1] in _PARTS or of[1] in lexicon.signs()["a word for places"]
        return 2 if part or of[1].endswith("s") else 0
    return 1 if _FIRST.fullmatch(before) else 0

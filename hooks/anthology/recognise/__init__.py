"""Recognise: from a story to its mentions, the way a human indexer works.

    occurrences -> candidates with their cues -> one decision for each name -> mentions

``occurrences`` finds what could be a name, in ``runs`` of capitalised words. ``closed`` knows what
is never one. ``candidates`` collects the cues for and against each name from all its occurrences:
from its own words (``internal``) and from the words around it (``context``). All cues are declared
in ``cues``. ``weigh`` adds what other stories say (``fiction``) and what names say that share a
word or a list with it (``relatives``), and ``decide`` decides once for the whole story. ``learned``
holds all that was learned. ``mentions`` returns where the name stands and how probable that is,
``explain`` says why it was decided so, and ``judged`` how clearly; ``studied`` has
mentions and judgements at once.
"""

from __future__ import annotations

from anthology.recognise.explain import explain
from anthology.recognise.judged import judged, studied
from anthology.recognise.mentions import recognise

__all__ = ["explain", "judged", "recognise", "studied"]

"""Recognise: from a story to its mentions, as an indexer goes about it.

    occurrences -> candidates with their cues -> one decision a name -> mentions

``occurrences`` finds what could be a name, in ``runs`` of capitalised words. ``candidates`` gathers
what speaks for and against each name over all the places where it stands, from its own words
(``internal``) and from those around it (``context``); all of that is declared in ``cues``.
``weigh`` adds what its ``relatives`` say, and ``decide`` decides, once for the whole story.
``mentions`` says where the name stands, ``explain`` why it is taken for what it is, ``judged`` how
clearly.
"""

from __future__ import annotations

from anthology.recognise.explain import explain
from anthology.recognise.judged import judged
from anthology.recognise.mentions import recognise

__all__ = ["explain", "judged", "recognise"]

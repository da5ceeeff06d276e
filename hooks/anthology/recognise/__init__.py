"""Recognise: from a story to its mentions, as an indexer goes about it.

    candidates -> cues, pooled over the story -> one decision a name -> mentions

``candidates`` finds what could be a name; ``cues`` and ``relatives`` gather what speaks for and
against each; ``decide`` weighs it, once for the whole story; ``mentions`` says where it stands.
"""

from __future__ import annotations

from anthology.recognise.explain import explain
from anthology.recognise.mentions import recognise

__all__ = ["explain", "recognise"]

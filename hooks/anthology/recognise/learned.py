"""Learned: all that recognition has learned, in one value."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from anthology.recognise.decide import Weights, weights
from anthology.recognise.fiction import Fiction, fiction


class Learned(NamedTuple):
    """What recognition has learned."""

    weights: Weights
    """From annotated stories: how much each cue weighs."""
    fiction: Fiction
    """From raw stories: what others say of a name, and of the words around it."""


@cache
def learned() -> Learned:
    """Return what the project itself has learned."""
    return Learned(weights(), fiction())

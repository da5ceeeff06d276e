"""Groups of English words, in lower case, that several steps look for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

MONTHS: Final = (
    "january february march april may june july august september october november december"
).split()
DAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()

ARTICLES: Final = "the a an".split()
POSSESSIVES: Final = "my our your his her its their".split()
DEMONSTRATIVES: Final = "this that these those every no".split()

KINSMEN: Final = (
    "father grandfather godfather stepfather brother son grandson husband uncle nephew widower"
).split()
KINSWOMEN: Final = (
    "mother grandmother godmother stepmother sister daughter granddaughter wife aunt niece widow"
).split()
KIN: Final = [*KINSMEN, *KINSWOMEN, *"cousin twin fiancé fiancée grandchild grandparents".split()]


def either(words: Iterable[str]) -> str:
    """Return a regular expression, as text, that matches any one of ``words``."""
    return f"(?:{'|'.join(words)})"


def word(words: Iterable[str]) -> str:
    """Return a regular expression, as text, that matches any one of ``words`` where a word begins.

    ``words`` are regular expressions that begin with a letter. The result begins with the set of
    these letters, because ``re`` passes over all other characters very fast; the fewer letters,
    the faster.
    """
    tails: dict[str, list[str]] = {}
    for each in words:
        tails.setdefault(each[0], []).append(each[1:])
    each_letter = (f"(?<={letter}){either(rest)}" for letter, rest in tails.items())
    return rf"[{''.join(tails)}](?<!\w.){either(each_letter)}"


def behind(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for text that ends in one of ``words``, capitalised or not, and a space."""
    return re.compile(rf"\b{either(f'[{w[0].upper()}{w[0]}]{w[1:]}' for w in words)} $")

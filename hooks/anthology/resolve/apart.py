"""What the text keeps apart: Anna and Maria Kovács are two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations, pairwise, product

from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose
from anthology.text import english

_LIST = re.compile(r"\s?(?:,|,?\s?and|&|,?\s?or|,?\s?nor)\s?")
_MOTHER = re.compile(r"\b(?:her|his|their) (?:\w+ )?(?:mother|mamma|mama|mummy|mammy|parents)\b")
_NAMING = re.compile(r"\b(?:call|calls|called|known|names?|named|nicknamed|christened)\b")
"""In a sentence about names, two of them may well be one person's."""
_KIN = english.either(english.KIN)
_RELATED = re.compile(
    rf"(?:['’]s|[^.!?“”\"]*\b(?:his|her|their)) (?:\w+ )?{_KIN}(?: was| is|,)?(?: named| called)? "
)
"""Emeka's father, Chief Okafor; Ann Hill and her daughter Ann."""
_IS = re.compile(r" (?:was|is|had been) ")
_RELATIVE = re.compile(rf"['’]s (?:\w+ )?{_KIN}")
"""Chief Okafor was Emeka's father."""
_NEAR = 60
_CROWD = 30
"""Most names of one sentence that are looked at: a roll call says nothing of any two of them."""


class Apart:
    """Pairs of forms that are told apart, or at least stand in one sentence of the narration."""

    def __init__(self, prose: Prose, forms: Iterable[Form]) -> None:
        owner = {m: id(form) for form in forms for m in form.mentions}
        mentions = sorted(owner)
        self._told: set[frozenset[int]] = set()
        for one, two in pairwise(mentions):
            if one.paragraph == two.paragraph and two.start - one.end < _NEAR:
                text = prose.paragraph(one).text
                if (
                    _LIST.fullmatch(text, one.end, two.start)
                    or _RELATED.fullmatch(text, one.end, two.start)
                    or (_IS.fullmatch(text, one.end, two.start) and _RELATIVE.match(text, two.end))
                ):
                    self._told.add(frozenset((owner[one], owner[two])))
        self._with_mother: set[int] = set()
        sentences: dict[tuple[int, int], dict[int, None]] = {}
        for mention in mentions:
            if prose.spoken(mention):
                continue
            paragraph = prose.paragraph(mention)
            start, end = (
                paragraph.sentence_start(mention.start),
                paragraph.sentence_end(mention.start),
            )
            if not _NAMING.search(paragraph.text, start, end):
                sentences.setdefault(prose.sentence(mention), {})[owner[mention]] = None
            if _MOTHER.search(paragraph.text, mention.end, end):
                self._with_mother.add(owner[mention])
        self._met = {
            frozenset(pair)
            for together in sentences.values()
            for pair in combinations(list(together)[:_CROWD], 2)
        }

    def told(self, ones: Iterable[Form], others: Iterable[Form]) -> bool:
        """Whether two forms stand side by side in a list, or are named as relatives."""
        return any(frozenset((id(a), id(b))) in self._told for a, b in product(ones, others))

    def from_mother(self, forms: Iterable[Form]) -> bool:
        """Whether somebody's mother is spoken of in a sentence about them."""
        return any(id(form) in self._with_mother for form in forms)

    def met(self, ones: Iterable[Form], others: Iterable[Form]) -> bool:
        """Whether two forms stand in one sentence of the narration, and so may be two persons'."""
        return any(frozenset((id(a), id(b))) in self._met for a, b in product(ones, others))

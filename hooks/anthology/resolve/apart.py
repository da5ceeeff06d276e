"""Which names the text keeps apart: in *Anna and Maria Kovács*, they belong to two persons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import combinations, pairwise, product

from anthology.model import Mention
from anthology.resolve.forms import Form, owned
from anthology.resolve.prose import Prose
from anthology.text import english

_LIST = re.compile(r"\s?(?:,|,?\s?and|&|,?\s?or|,?\s?nor)\s?")
"""What stands between two names in a list: the *and* of *Anna and Maria*."""
_MOTHER = re.compile(
    rf"{english.word(['her', 'his', 'their'])} (?:\w+ )?"
    r"(?:mother|mamma|mama|mummy|mammy|parents)\b"
)
"""Words for somebody's mother: *her poor mother*."""
_NAMING = re.compile(
    english.word("call calls called known names? named nicknamed christened".split()) + r"\b"
)
"""A word about names. In a sentence with such a word, two names may belong to one person."""
_KIN = english.either(english.KIN)
_RELATED = re.compile(
    rf"(?:['’]s|[^.!?“”\"]*\b(?:his|her|their)) (?:\w+ )?{_KIN}(?: was| is|,)?(?: named| called)? "
    rf"|(?:,| was| is| had been)? (?:the |a |an |only |eldest |elder |younger |youngest )*"
    rf"{_KIN} (?:of|to) (?:the late |old |poor |our |the )?"
)
"""Between two relatives: *Emeka's father, Chief Okafor*; *Ann Hill and her daughter Ann*; *Philip
Hale, the younger brother of the late Philip Hale*."""
_IS = re.compile(r" (?:was|is|had been) ")
_RELATIVE = re.compile(rf"['’]s (?:\w+ )?{_KIN}")
"""These two stand before and after the second name in *Chief Okafor was Emeka's father*."""
_NEAR = 60
"""How many characters may stand between two names that the text keeps apart."""
_CROWD = 30
"""Most names in one sentence that are looked at; a long list of names says nothing about pairs."""


def _is_list(between: str, one: Mention, two: Mention) -> bool:
    """Return whether two names are neighbours in a list.

    *Miss Ruiz, Ana Ruiz* is no list: the second name explains the first.
    """
    explained = between == ", " and one.name.split()[-1] == two.name.split()[-1]
    return bool(_LIST.fullmatch(between)) and not explained


class Apart:
    """Pairs of forms that the text keeps apart, or that stand in one sentence of the narration."""

    def __init__(self, prose: Prose, forms: Iterable[Form]) -> None:
        self._prose = prose
        self._named = owned(forms)
        self._told: set[frozenset[int]] = set()
        for (one, form), (two, other) in pairwise(self._named):
            if one.paragraph == two.paragraph and two.start - one.end < _NEAR:
                text = prose.paragraph(one).text
                if (
                    _is_list(text[one.end : two.start], one, two)
                    or _RELATED.fullmatch(text, one.end, two.start)
                    or (_IS.fullmatch(text, one.end, two.start) and _RELATIVE.match(text, two.end))
                ):
                    self._told.add(frozenset((id(form), id(other))))

    # The sentences are only read for a story in which somebody asks.
    @cached_property
    def _with_mother(self) -> set[int]:
        """The ``id`` of each form after which its sentence of the narration mentions the mother."""
        found = set()
        for mention, form in self._named:
            spot, text = self._prose.spot(mention), self._prose.paragraph(mention).text
            if not spot.spoken and _MOTHER.search(text, mention.end, spot.end):
                found.add(id(form))
        return found

    @cached_property
    def _met(self) -> set[frozenset[int]]:
        """The pairs of the ``id`` of forms that stand in one sentence of the narration."""
        sentences: dict[tuple[int, int], dict[int, None]] = {}
        for mention, form in self._named:
            spot, text = self._prose.spot(mention), self._prose.paragraph(mention).text
            if not spot.spoken and not _NAMING.search(text, spot.start, spot.end):
                sentences.setdefault(self._prose.sentence(mention), {})[id(form)] = None
        return {
            frozenset(pair)
            for together in sentences.values()
            for pair in combinations(list(together)[:_CROWD], 2)
        }

    def told(self, ones: Iterable[Form], others: Iterable[Form]) -> bool:
        """Return whether one of ``ones`` and one of ``others`` are kept apart.

        They are neighbours in a list, or the text calls them relatives.
        """
        return any(frozenset((id(a), id(b))) in self._told for a, b in product(ones, others))

    def from_mother(self, forms: Iterable[Form]) -> bool:
        """Return whether a sentence of the narration mentions the mother after one of ``forms``."""
        return any(id(form) in self._with_mother for form in forms)

    def met(self, ones: Iterable[Form], others: Iterable[Form]) -> bool:
        """Return whether one of ``ones`` and one of ``others`` stand in one sentence.

        Only sentences of the narration count, and none about names. Then the forms may belong to
        two persons.
        """
        return any(frozenset((id(a), id(b))) in self._met for a, b in product(ones, others))

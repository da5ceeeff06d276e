"""Who takes part in a story, and who is only spoken of."""

from __future__ import annotations

import re

from anthology import lexicon
from anthology.model import Mention, Role
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose

_ENOUGH = 2
"""Score from which somebody takes part."""
_INTRODUCED = re.compile(r"\b(?:I['’]m|I am|my name is|(?:his|her) name (?:was|is)|named|called) $", re.I)
_KIN = re.compile(
    r"\b(?:brother|sister|father|mother|husband|wife|son|daughter|uncle|aunt|cousin|grand\w+|"
    r"friend|late|about|like|than)(?: (?:named|called))?,? $"
)
_NEXT = re.compile(r",?\s(?:(?:who|also|only|still|then|just|never|\w+ly)\s)?([a-z]+)")
_LAST = re.compile(r"([a-z]+) $")
_UNREAL = frozenset("had would could might must should has".split())


def role(prose: Prose, forms: list[Form]) -> Role:
    """Whether somebody acts, is spoken to or is met in a story, or is only mentioned."""
    score = 0.0
    for form in forms:
        for mention in form.mentions:
            score += _presence(prose, mention)
            if score >= _ENOUGH:
                return "character"
    return "mentioned"


def _presence(prose: Prose, mention: Mention) -> float:
    signs = lexicon.signs()
    before, after = prose.before(mention, 40), prose.after(mention, 40)
    following = _NEXT.match(after)
    last = _LAST.search(before)
    if prose.spoken(mention):
        called = re.search(r"(?:[“\"‘«]|, |\b[Dd]ear )$", before) and re.match(r"[,.!?…]", after)
        return 2.0 if called or re.search(r"\bI['’]m $|\b[Ii] am $", before) else 0.0
    if _KIN.search(before):
        return 0.0
    if _INTRODUCED.search(before):
        return 1.5
    if last and last[1] in signs["a verb of speech"]:
        return 2.0
    if following:
        verb = following[1]
        if verb in _UNREAL:
            return 0.5
        if verb in signs["a verb of speech"] or verb in signs["a verb of people"] or verb.endswith("ed"):
            return 2.0
    return 0.5

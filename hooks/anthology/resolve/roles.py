"""Who takes part in a story, and who is only mentioned."""

from __future__ import annotations

import re

from anthology.model import Mention, Role
from anthology.names import lexicon
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose
from anthology.text import english

_ENOUGH = 1.5
"""Score from which somebody takes part in the story."""
_NAMED = 0.5
"""What a mention in the narration counts: three of them are enough."""
_INTRODUCED = re.compile(
    r"\b(?:my name is|(?:his|her) name (?:was|is)|named|called|introduced \w+ as|it (?:was|is)) $|"
    r"\b(?:the|an?) (?:\w+ ){0,3}\w+, $",
    re.IGNORECASE,
)
"""What stands before the name of somebody who is introduced: *her name was*, *a tall woman,*."""
_KIN = re.compile(
    rf"\b(?:{english.either(english.KIN)}|friend|late|about|like|than|of|is)"
    r"(?: (?:named|called))?,? $"
)
"""What stands before the name of somebody who is only mentioned: *his uncle,* *about*."""
_NEXT = re.compile(r"(,)?\s(who\s)?(?:(?:also|only|still|then|just|never|\w+ly)\s)?([a-z]+)")
"""What follows a name, up to the verb: *who slowly rose*."""
_LETTER = re.compile(r"^(?:[Mm]y )?(?:[Dd]ear(?:est)? )|,\s$")
"""What stands before the name of the addressee of a letter, or before the signature."""
_STOPS = '.!?…;”"'
"""Marks at the end of a sentence or a speech."""
_LAST = re.compile(r"([a-z]+) $")
"""The last word before a name: *said*."""
_COPULA = frozenset("is was are were".split())
_UNREAL = frozenset("had would could might must should has used".split())
"""Verbs that do not show that somebody acts now: *had*, *would*."""


def role(prose: Prose, forms: list[Form]) -> Role:
    """Return whether somebody takes part in a story or is only mentioned.

    Somebody takes part who acts, is spoken to or is met.
    """
    score = 0.0
    for form in forms:
        for mention in form.mentions:
            score += _presence(prose, mention)
            if score >= _ENOUGH:
                return "character"
    return "mentioned"


def _presence(prose: Prose, mention: Mention) -> float:
    """Return how strongly a mention shows that somebody takes part, from 0 to ``_ENOUGH``."""
    before, after = prose.before(mention, 40), prose.after(mention, 40)
    if prose.spoken(mention):
        return _ENOUGH if _addressed(before, after) else 0.0
    if _KIN.search(before):
        return 0.0
    if _INTRODUCED.search(before):
        return _ENOUGH
    last = _LAST.search(before)
    if last and last[1] in lexicon.signs()["a verb of speech"]:
        return _ENOUGH
    if _LETTER.search(before) and len(after) < 3:
        return _ENOUGH
    if after.startswith(",") and (not before or before[-2:-1] in _STOPS):
        return _ENOUGH
    following = _NEXT.match(after)
    return _ENOUGH if following and _acts(*following.groups()) else _NAMED


def _acts(comma: str | None, relative: str | None, verb: str) -> bool:
    """Return whether the words after a name say that its bearer does something.

    The arguments are the groups of ``_NEXT``: a comma, *who*, and the verb.
    """
    if relative:
        return True
    if comma or verb in _UNREAL:
        return False
    signs = lexicon.signs()
    known = signs["a verb of people"] | signs["a verb of speech"] | _COPULA
    return verb.endswith("ed") or verb in known


def _addressed(before: str, after: str) -> bool:
    """Return whether a name in a speech is the speaker's own, or that of the person addressed."""
    if re.search(r"\bI(?:['’]m| am) $", before):
        return True
    return bool(re.search(r"(?:[“\"‘«]|, |\b[Dd]ear )$", before) and re.match(r"[,.!?…]", after))

"""From the forms of names to places: which forms are one place, and what kind of place it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from anthology.model import Mention, PlaceKind
from anthology.names import lexicon
from anthology.resolve import shorter
from anthology.resolve.forms import Form, gather
from anthology.resolve.prose import Prose
from anthology.text import english

_FAMOUS = 3
"""Size of a place in the lists from which its name always means this place."""
_SAID_TO_BE: tuple[tuple[PlaceKind, re.Pattern[str]], ...] = (
    ("city", re.compile(r"\b(?:city|town|village|port|streets|mayor|suburbs|outskirts) of $")),
    ("district", re.compile(r"\b(?:district|quarter|neighbou?rhood) of $")),
    (
        "region",
        re.compile(r"\b(?:island|province|region|county|kingdom|mountains|planet|world|moon) of $"),
    ),
    (
        "river",
        re.compile(r"\b(?:banks?|waters|mouth|bend|arm) of the $|\b(?:river|canal) (?:called )?$"),
    ),
    (
        "shop",
        re.compile(
            r"\b(?:café|bar|pub|shop|restaurant|teahouse|inn) (?:called |named )?(?:the )?$"
        ),
    ),
    (
        "building",
        re.compile(r"\b(?:church|hotel|house|school|bells|steps|station) (?:of|at|called)? ?$"),
    ),
)

"""What stands before the name of each kind of place: *the town of*, *the banks of the*."""

_ARTICLE = english.behind(["the"])
"""An article before a name: *the* Frome."""
_WATERS = re.compile(
    r"\b(?:river|water|waters|bank|banks|bridge|bridges|ferry|boat|boats|barge|swim|swam|fishing|"
    r"flow\w*|tide|current|quays?|shore|ice|drown\w*)\b"
)
"""A word in a sentence about a river: *banks*, *flowed*."""
_ALONG = re.compile(r"\b(?:into|along|across|over|down|up|beside|on) the $")
"""What stands before the name of a river: *along the*."""


def places(prose: Prose, mentions: Iterable[Mention]) -> list[list[Form]]:
    """Return the places that some mentions of locations name, each as its forms, fullest first."""
    found: list[list[Form]] = []
    by_key: defaultdict[str, list[list[Form]]] = defaultdict(list)
    for form in sorted(gather(mentions), key=lambda f: (-len(f.text.split()), f.first)):
        article = all(_ARTICLE.search(prose.before(m, 5)) for m in form.mentions)
        keys = shorter.key(form.text)
        alike = {id(group): group for key in keys for group in by_key.get(key, ())}.values()
        fits = [
            group
            for group in alike
            if any(shorter.shortened(f.text, form.text, article=article) for f in group)
        ]
        if len(fits) == 1:
            [group] = fits
        else:
            found.append(group := [])
        group.append(form)
        for key in shorter.keys(form.text):
            by_key[key].append(group)
    return [sorted(group, key=_plainness) for group in found]


def _plainness(form: Form) -> tuple[bool, int, Mention]:
    """Return the key that sorts the forms of a place: without a word in lower case, fullest first.

    The Himalayas are not headed *Himalayan heights*.
    """
    name = form.text.split()
    return name[-1].islower(), -len(name), form.first


def name(forms: list[Form]) -> str:
    """Return the name of a place: the fullest form."""
    return forms[0].text


def kind(prose: Prose, forms: list[Form]) -> PlaceKind:
    """Return the kind of a place, from the lists, from its head word or from the text."""
    text = name(forms)
    known = lexicon.place(text)
    if known and known.size == _FAMOUS:
        return known.kind
    if head := _head(text):
        return head
    if known and known.kind != "city":
        return known.kind
    return _told(prose, forms) or (known.kind if known else "unknown")


def _head(text: str) -> PlaceKind | None:
    """Return the kind that the head word of a name shows, or None."""
    first, *others = text.split()
    if not others:
        return None
    if others[0] == "of" and (head := lexicon.head_after(first)):
        # A bridge is no river: the Bridge of Sighs.
        return head
    return lexicon.head_before(first) or lexicon.head_after(others[-1])


def _told(prose: Prose, forms: list[Form]) -> PlaceKind | None:
    """Return the kind that the text before a name, its ending or its article shows, or None."""
    mentions = [m for form in forms for m in form.mentions]
    for mention in mentions:
        before = prose.before(mention, 40)
        for what, pattern in _SAID_TO_BE:
            if pattern.search(before):
                return what
    *others, last = name(forms).split()
    if ending := lexicon.head_ending(last):
        return ending
    if not others and all(_ARTICLE.search(prose.before(m, 5)) for m in mentions):
        # Names of towns have no article: the Frome is not the town of Frome.
        return "river" if any(_watery(prose, m) for m in mentions) else "unknown"
    return None


def _watery(prose: Prose, mention: Mention) -> bool:
    """Return whether the sentence of a mention seems to be about a river."""
    text, spot = prose.paragraph(mention).text, prose.spot(mention)
    return bool(
        _ALONG.search(prose.before(mention, 12)) or _WATERS.search(text, spot.start, spot.end)
    )

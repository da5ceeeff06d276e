"""From the forms of names to places: which forms are one place, and what kind of place it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from anthology.model import Mention, PlaceKind
from anthology.names import lexicon
from anthology.resolve.forms import Form, gather
from anthology.resolve.prose import Prose
from anthology.text import english

_NATURE = frozenset(
    "lake loch river creek brook mount mountain mountains hill hills island islands isle isles "
    "vale valley forest wood woods cape sea ocean islands desert moor moors plain plains".split()
)
"""Head words that a story can leave out: *the Kamo River*, *the Kamo*."""
_ESTATE = frozenset("park hall manor house lodge abbey court grange".split())
"""Head words at the end that a story can leave out, unless the rest is a known place:
*Netherfield Park*, *Netherfield*."""
_TRADE = frozenset("café cafe caffè caffe hotel hôtel galerie gallery bar restaurant".split())
"""Head words at the beginning that a story can leave out, unless the rest is a known place."""

_FAMOUS = 3
"""Size of a place in the lists from which its name always means this place."""
_SAID_TO_BE: tuple[tuple[PlaceKind, re.Pattern[str]], ...] = (
    ("city", re.compile(r"\b(?:city|town|village|port|streets|mayor|suburbs|outskirts) of $")),
    ("district", re.compile(r"\b(?:district|quarter|neighbou?rhood) of $")),
    ("region", re.compile(r"\b(?:island|province|region|county|kingdom|mountains) of $")),
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


def places(mentions: Iterable[Mention]) -> list[list[Form]]:
    """Return the places that some mentions of locations name, each as its forms, fullest first."""
    found: list[list[Form]] = []
    by_word: defaultdict[str, list[list[Form]]] = defaultdict(list)
    for form in sorted(gather(mentions), key=lambda f: (-len(f.text.split()), f.first)):
        words = _words(form.text)
        alike = {id(group): group for word in words for group in by_word[word]}.values()
        fits = [group for group in alike if any(_shortened(f.text, form.text) for f in group)]
        if len(fits) == 1:
            [group] = fits
        else:
            found.append(group := [])
        group.append(form)
        for word in words:
            by_word[word].append(group)
    return found


def name(forms: list[Form]) -> str:
    """Return the name of a place: the fullest form."""
    return forms[0].text


def _shortened(full: str, short: str) -> bool:
    """Return whether ``short`` is the same name as ``full``, or ``full`` without its head word."""
    whole, part = _words(full), _words(short)
    if whole == part:
        return True
    rest = [w for w in whole if w not in ("of", "the", "de", "du", "la", "le", "di", "del")]
    if len(rest) < 2 or len(part) >= len(whole):
        return False
    head, tail = rest[0], rest[-1]
    if part in (rest[1:], [head]) and head in _NATURE:
        return True
    if part == rest[1:] and head in _TRADE:
        return lexicon.place(short) is None
    if part == rest[:-1] and tail in _NATURE:
        return True
    return part == rest[:-1] and tail in _ESTATE and lexicon.place(short) is None


def _words(name: str) -> list[str]:
    """Return the words of a name as they are compared: St. equals Saint, Mt. equals Mount."""
    plain = lexicon.plain(name).replace("’", "'").replace("-", " ").replace(".", "")
    return [
        {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}.get(w, w)
        for w in plain.split()
    ]


def kind(prose: Prose, forms: list[Form]) -> PlaceKind:
    """Return the kind of a place, from the lists, from its head word or from the text."""
    text = name(forms)
    known = lexicon.place(text)
    if known and known.size == _FAMOUS:
        return known.kind
    first, *others = text.split()
    if others and (head := lexicon.head_before(first) or lexicon.head_after(others[-1])):
        return head
    if known and known.kind != "city":
        return known.kind
    return _told(prose, forms) or (known.kind if known else "unknown")


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
    paragraph = prose.paragraph(mention)
    start, end = paragraph.sentence_start(mention.start), paragraph.sentence_end(mention.start)
    return bool(
        _ALONG.search(prose.before(mention, 12)) or _WATERS.search(paragraph.text, start, end)
    )

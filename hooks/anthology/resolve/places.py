"""From the forms of names to places: which forms are one place, what it is, and where it lies."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

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
_ONE_OF_A_KIND = frozenset({"building", "district", "region"})
"""Kinds of place that rarely share a name, as towns often do."""
_WIDTH: dict[PlaceKind, int] = {
    "shop": 0,
    "building": 0,
    "street": 1,
    "district": 2,
    "city": 3,
    "region": 4,
    "country": 5,
}
"""How large each kind of place is; it can lie in a kind with a higher number."""
_INSIDE = re.compile(
    r",? (?:in|at|of)(?: the)?(?: (?:old|new|poor|rich)(?:er)? (?:part|quarter|half|end) of)?"
    r" (?:the )?|, (?:the )?"
)
"""What stands between a place and the one that it lies in: *Alfama, in the old part of Lisbon*."""
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


def within(prose: Prose, groups: list[list[Form]], kinds: list[PlaceKind]) -> list[str | None]:
    """Return for each place the name of the one it lies in, by the text or by the lists, or None.

    ``groups`` are the forms of each place, and ``kinds`` their kinds. Many towns can have the same
    name. So the lists are only believed if the place is famous or of a kind that rarely shares its
    name, or if the story names another place in the same country.
    """
    owner = {m: n for n, group in enumerate(groups) for form in group for m in form.mentions}
    inside: dict[int, int] = {}
    for one, two in pairwise(sorted(owner)):
        a, b = owner[one], owner[two]
        if one.paragraph != two.paragraph or a == b or a in inside:
            continue
        if not _INSIDE.fullmatch(prose.paragraph(one).text, one.end, two.start):
            continue
        if _WIDTH.get(kinds[a], 0) < _WIDTH.get(kinds[b], -1):
            inside[a] = b
    known = [lexicon.place(name(group)) for group in groups]
    lands = Counter(land for place in known if place for land in {place.name, place.within})
    found: list[str | None] = []
    for number, place in enumerate(known):
        if number in inside:
            found.append(name(groups[inside[number]]))
        elif place and place.kind == kinds[number]:
            alone = place.size == _FAMOUS or place.kind in _ONE_OF_A_KIND
            found.append(place.within if alone or lands[place.within] > 1 else None)
        else:
            found.append(None)
    return found

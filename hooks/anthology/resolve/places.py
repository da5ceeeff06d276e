"""Gathers the forms of places; tells what each is, where it lies, and whether the story is there."""

from __future__ import annotations

import re
from itertools import pairwise

from anthology import lexicon
from anthology.model import Mention, PlaceKind, Relation
from anthology.resolve.forms import Form, gather
from anthology.resolve.prose import Prose

_NATURE = frozenset(
    "lake loch river creek brook mount mountain mountains hill hills island islands isle isles "
    "vale valley forest wood woods cape sea ocean islands desert moor moors plain plains".split()
)
"""Head words that a story leaves out at will: the Kamo River, the Kamo."""
_ESTATE = frozenset("park hall manor house lodge abbey court grange".split())
"""Left out as well, unless a town is called so: Netherfield Park, but Cardiff Gaol is not Cardiff."""
_TRADE = frozenset("café cafe caffè caffe hotel hôtel galerie gallery bar restaurant".split())

_WIDTH: dict[PlaceKind, int] = {
    "shop": 0,
    "building": 0,
    "street": 1,
    "district": 2,
    "city": 3,
    "region": 4,
    "country": 5,
}
"""Which kind can lie in which: one of a higher number."""
_INSIDE = re.compile(
    r",? (?:in|at|of)(?: the)?(?: (?:old|new|poor|rich)(?:er)? (?:part|quarter|half|end) of)? (?:the )?"
    r"|, (?:the )?"
)
_SAID_TO_BE: tuple[tuple[PlaceKind, re.Pattern[str]], ...] = (
    ("city", re.compile(r"\b(?:city|town|village|port|streets|mayor|suburbs|outskirts) of $")),
    ("district", re.compile(r"\b(?:district|quarter|neighbou?rhood) of $")),
    ("region", re.compile(r"\b(?:island|province|region|county|kingdom|mountains) of $")),
    ("river", re.compile(r"\b(?:banks?|waters|mouth|bend|arm) of the $|\b(?:river|canal) (?:called )?$")),
    ("shop", re.compile(r"\b(?:café|bar|pub|shop|restaurant|teahouse|inn) (?:called |named )?(?:the )?$")),
    ("building", re.compile(r"\b(?:church|hotel|house|school|bells|steps|station) (?:of|at|called)? ?$")),
)

_THERE = re.compile(
    r"\b(?:in|into|at|on|onto|to|towards?|through|across|along|over|around|round|above|below|"
    r"behind|beneath|under|outside|inside|near|by|past|off|up|down|beside|between|reached|crossed|"
    r"entered|streets of|all of|half of|whole of|(?:edge|heart|cent(?:er|re)|middle|end|steps|"
    r"part|top|side|bottom|city|town|village|lanes|roofs|banks|pavement|children|people) of)"
    r" (?:the )?(?:\w+ )?$"
)
_ELSEWHERE = re.compile(
    r"\b(?:from|born (?:and \w+ )?(?:in|at|on)|natives? of|dreams? (?:of|in)|like|about|called after|named after|"
    r"letters? (?:from|to)|(?:picture|painting|photograph|portrait|map|postcard|story|stories|news|"
    r"song|memor\w+|king|queen|emperor|duke|bishop|university|war|battle) (?:of|in)|leave|leaving|"
    r"left for|bound for|(?:train|ticket|coach|boat|ship|road|way|mail|wrote|written|write|sent|send|"
    r"been|go|going|return) (?:back )?(?:to|for)|back in|made (?:in|on)|than|as in|since|"
    r"(?:years?|months?|childhood|youth|war|prison|school) in|brought up in|raised in|studied in)"
    r" (?:the )?(?:\w+ )?$"
)
_BEFORE_NOW = re.compile(r"\bhad (?:\w+ )?(?:been|\w+ed|\w+en|\w+t|\w+ght)\b[^.;,]*$")


def places(mentions: tuple[Mention, ...]) -> list[list[Form]]:
    """The places that a story's location mentions name, each as its forms, fullest first."""
    found: list[list[Form]] = []
    for form in sorted(gather(mentions), key=lambda f: (-len(f.text.split()), f.first)):
        fits = [group for group in found if any(_shortened(f.text, form.text) for f in group)]
        if len(fits) == 1:
            fits[0].append(form)
        else:
            found.append([form])
    return found


def _shortened(full: str, short: str) -> bool:
    """Whether one name of a place is the other without its head word, or spelled less fully."""
    whole, part = _words(full), _words(short)
    if whole == part:
        return True
    rest = [w for w in whole if w not in ("of", "the", "de", "du", "la", "le", "di", "del")]
    head, tail = rest[0], rest[-1]
    if len(rest) < 2 or len(part) >= len(whole):
        return False
    if part in (rest[1:], [head]) and head in _NATURE:
        return True
    if part == rest[1:] and head in _TRADE:
        return lexicon.place(short) is None
    if part == rest[:-1] and tail in _NATURE:
        return True
    return part == rest[:-1] and tail in _ESTATE and lexicon.place(short) is None


def _words(name: str) -> list[str]:
    """A name's words as they are compared: St. and Saint, Mt. and Mount are one."""
    plain = lexicon.plain(name).replace("’", "'").replace("-", " ").replace(".", "")
    return [{"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}.get(w, w) for w in plain.split()]


def kind(prose: Prose, forms: list[Form]) -> PlaceKind:
    """What a place is: by the list, by its head word, by what is said before its name."""
    for form in forms:
        words = form.text.split()
        told = (
            (lexicon.head_before(words[0]) or lexicon.head_after(words[-1])) if len(words) > 1 else None
        )
        if known := lexicon.place(form.text):
            return known.kind
        if told:
            return told
    for form in forms:
        for mention in form.mentions:
            before = prose.before(mention, 40)
            for what, pattern in _SAID_TO_BE:
                if pattern.search(before):
                    return what
    return lexicon.head_ending(forms[0].text.split()[-1]) or "unknown"


def within(prose: Prose, groups: list[list[Form]], kinds: list[PlaceKind]) -> list[str | None]:
    """For each place, the name of the one that it lies in: as the text says, else as is known."""
    owner = {m: n for n, group in enumerate(groups) for form in group for m in form.mentions}
    inside: dict[int, int] = {}
    for one, two in pairwise(sorted(owner)):
        a, b = owner[one], owner[two]
        if one.paragraph != two.paragraph or a == b or a in inside:
            continue
        if not _INSIDE.fullmatch(prose.passage(one).text, one.end, two.start):
            continue
        if _WIDTH.get(kinds[a], 0) < _WIDTH.get(kinds[b], -1):
            inside[a] = b
    found: list[str | None] = []
    for number, group in enumerate(groups):
        known = lexicon.place(group[0].text)
        if number in inside:
            found.append(groups[inside[number]][0].text)
        else:
            found.append(known.within if known else None)
    return found


def relation(prose: Prose, forms: list[Form]) -> Relation:
    """Whether the story happens at a place, by what stands before its name each time."""
    score = 0
    for form in forms:
        for mention in form.mentions:
            score += _presence(prose, mention)
    return "setting" if score > 0 else "mentioned"


def _presence(prose: Prose, mention: Mention) -> int:
    before = prose.before(mention)
    start = prose.passage(mention).sentence_start(mention.start)
    before = before[max(0, len(before) - (mention.start - start)) :]
    if prose.spoken(mention) or _ELSEWHERE.search(before) or _BEFORE_NOW.search(before):
        return -1 if not prose.spoken(mention) else 0
    if _THERE.search(before):
        return 2
    return 1 if not before.strip(" \"“‘«(The") else 0

"""Bare names that recognition overlooked: if a story has a Mr. Villars, Villars means him.

One mention of a bare name says little by itself. It says enough if the story also has a fuller form
of the name, unless the bare name is a word, a place or part of another name. A pet form by which
somebody is addressed says enough as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from anthology.model import Mention
from anthology.names import lexicon, nicknames
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose, Spans
from anthology.text import english

_ARTICLE = english.behind([*english.ARTICLES, *english.DEMONSTRATIVES])
"""An article or a demonstrative before a name: *the* Villars, *that* Villars."""
_LAST_WORD = re.compile(r"([^\W\d_][\w’'-]*)[ -]$")
"""The word before a name: *Great* Marlow."""
_AFTER = re.compile(
    r"[-’']\w{2}|\s(?:[^\W\d_a-z]|(?:brothers|sisters|family|boys|girls|house|place|estate|farm)\b)"
)
"""What follows a name that is part of another name: *Villars House*, *the Villars family*."""
_OPENING = re.compile(r"(?:^|[.!?…:—][\"”’')]*\s*|[\"“‘(])$")
"""What stands before the first word of a sentence: a full stop and a space."""


def overlooked(prose: Prose, forms: Sequence[Form], taken: Iterable[Mention]) -> list[Mention]:
    """Return the mentions of bare names that recognition did not find.

    These are given names and surnames of fuller forms where they stand alone, and pet forms by
    which somebody is addressed. ``taken`` are all mentions of the story; no mention that overlaps
    one of them is returned.
    """
    taken = list(taken)
    spans = Spans(taken)
    recognised = {m.name for m in taken}
    names = dict.fromkeys(
        chunk
        for form in forms
        if form.chunks and (len(form.chunks) > 1 or form.titles) and not form.by_child
        for chunk in (form.chunks[0], form.chunks[-1])
        if chunk not in recognised and _tells(chunk)
    )
    found = [
        mention
        for mentions in prose.occurrences(names, spans).values()
        for mention in mentions
        if _stands_alone(prose, mention)
    ]
    spoken_to = [
        m
        for m in prose.addressed()
        if m.name not in names and not spans.meet(m.paragraph, m.start, m.end)
    ]
    pet_forms = _pet_forms({m.name for m in spoken_to}, forms)
    return found + [m for m in spoken_to if m.name in pet_forms]


def _pet_forms(names: Iterable[str], forms: Sequence[Form]) -> set[str]:
    """Return those of ``names`` that are a pet form of exactly one given name in the story."""
    marked: defaultdict[str | int, set[str]] = defaultdict(set)
    for full in {f.chunks[f.given] for f in forms if f.chunks and not f.titles}:
        for mark in nicknames.marks(full):
            marked[mark].add(full)
    found = set()
    for name in names:
        kin = set().union(*(marked.get(mark, ()) for mark in nicknames.marks(name)))
        fits = [f for f in kin if nicknames.pet_form(name, f) or nicknames.diminutive(name, f)]
        if len(fits) == 1:
            found.add(name)
    return found


def _tells(name: str) -> bool:
    """Return whether a bare name means a person, and no well-known place and no word of time."""
    place = lexicon.place(name)
    elsewhere = (place and place.size > 1) or lexicon.other(name) == "time"
    return len(name) > 2 and name[0].isupper() and not elsewhere


def _stands_alone(prose: Prose, mention: Mention) -> bool:
    """Return whether a name stands alone: without an article, and not as part of another name.

    An ordinary word that has its capital from the beginning of a sentence does not count.
    """
    before, after = prose.before(mention, 24), prose.after(mention, 12)
    if _ARTICLE.search(before) or _AFTER.match(after):
        return False
    last = _LAST_WORD.search(before)
    if last and last[1][0].isupper() and not _is_word(last[1]):
        return False
    return not (_OPENING.search(before) and _is_word(mention.name))


def _is_word(name: str) -> bool:
    """Return whether novels write a word more often in lower case than with a capital."""
    small, capital = lexicon.counts(name)
    return small > capital

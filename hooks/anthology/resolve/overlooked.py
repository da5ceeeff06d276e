"""Bare names that recognition overlooked: where a story has a Mr. Villars, Villars is he.

One mention of a bare name says little by itself. Beside a fuller form of it, it says enough, unless
it is a word, a place or part of another name; so does a pet form by which somebody is addressed.
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
_LAST_WORD = re.compile(r"([^\W\d_][\w’'-]*)[ -]$")
_AFTER = re.compile(
    r"[-’']\w{2}|\s(?:[^\W\d_a-z]|(?:brothers|sisters|family|boys|girls|house|place|estate|farm)\b)"
)
_OPENING = re.compile(r"(?:^|[.!?…:—][\"”’')]*\s*|[\"“‘(])$")


def overlooked(prose: Prose, forms: Sequence[Form], taken: Iterable[Mention]) -> list[Mention]:
    """Mentions of given names and surnames that stand in a fuller form, and alone unrecognised.

    ``taken`` are all mentions of the story; what they span stays theirs.
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
        for name in names
        for mention in prose.occurrences(name, article=False)
        if _stands_alone(prose, mention)
    ]
    spoken_to = [m for m in prose.addressed() if m.name not in names]
    pet_forms = _pet_forms({m.name for m in spoken_to}, forms)
    found += (m for m in spoken_to if m.name in pet_forms)
    return [m for m in found if not spans.meet(m.paragraph, m.start, m.end)]


def _pet_forms(names: Iterable[str], forms: Sequence[Form]) -> set[str]:
    """Those of some names that are a pet form of just one given name of the story."""
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
    """Whether a name means somebody even by itself: it is not as likely a town or a weekday."""
    place = lexicon.place(name)
    elsewhere = (place and place.size > 1) or lexicon.other(name) == "time"
    return len(name) > 2 and name[0].isupper() and not elsewhere


def _stands_alone(prose: Prose, mention: Mention) -> bool:
    """Whether a name is no part of another, and its capital is not just a sentence's first."""
    before, after = prose.before(mention, 24), prose.after(mention, 12)
    if _ARTICLE.search(before) or _AFTER.match(after):
        return False
    last = _LAST_WORD.search(before)
    if last and last[1][0].isupper() and not _is_word(last[1]):
        return False
    return not (_OPENING.search(before) and _is_word(mention.name))


def _is_word(name: str) -> bool:
    """Whether novels write it small as often as with a capital where no sentence begins."""
    small, capital = lexicon.counts(name)
    return small > capital

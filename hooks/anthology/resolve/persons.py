"""Gathers the forms of names into persons, fullest form first.

Two forms are put together only when the names themselves say so (given name, surname, initial,
pet form, or a declaration in the text), exactly one person fits, and nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from anthology import lexicon, nicknames
from anthology.model import Mention
from anthology.resolve import declared, genders
from anthology.resolve.forms import Form, gather
from anthology.resolve.prose import Prose
from anthology.titles import Gender

_UNMARRIED = frozenset("miss mademoiselle mlle señorita senorita signorina fräulein fraulein frl".split())
_MARRIED = frozenset("mrs madame mme frau señora senora signora mevrouw fru missus".split())
_PEERAGE = frozenset("lady countess baroness duchess viscountess princess queen empress".split())
_COMMON = frozenset("mr mrs miss ms monsieur madame señor señora signor signora herr frau".split())


@dataclass(slots=True)
class Person:
    """The forms that are taken for one person's, fullest first."""

    forms: list[Form]
    seen: dict[Mention, Gender] = field(repr=False)

    @property
    def keys(self) -> tuple[str, ...]:
        return self.forms[0].keys

    @property
    def mentions(self) -> list[Mention]:
        return sorted(m for form in self.forms for m in form.mentions)

    @property
    def gender(self) -> Gender | None:
        if told := next((f.gender for f in self.forms if f.gender), None):
            return told
        votes = genders.votes_for(self.mentions, self.seen)
        given = next((g for k in self.given if (g := lexicon.given(k)) in ("m", "f")), None)
        if given == "m" or given == "f":
            votes[given] += 3
        return genders.verdict(votes)

    @property
    def given(self) -> list[str]:
        """Words that may be the person's given name."""
        full = [f for f in self.forms if len(f.chunks) > 1 or not f.titles]
        return [f.chunks[0] for f in full]


def persons(prose: Prose, mentions: tuple[Mention, ...]) -> list[Person]:
    """The persons that a story's character mentions name; bare titles and what is doubtful go."""
    seen = genders.by_pronouns(prose, mentions)
    forms = [f for f in gather(mentions) if f.chunks]
    links = declared.links(prose, forms)
    together = _Neighbours(prose, mentions, forms)
    found: list[Person] = []
    for step in (_full, _titled, _bare):
        step([f for f in forms if _step(f) is step], found, seen, together)
    _join_declared(found, links)
    _join_pet_forms(found, together)
    return found


class _Neighbours:
    """Which forms stand in one sentence of narration: there, two names are two persons."""

    def __init__(self, prose: Prose, mentions: tuple[Mention, ...], forms: list[Form]) -> None:
        owner = {m: id(f) for f in forms for m in f.mentions}
        sentences: dict[tuple[int, int], set[int]] = {}
        for mention in mentions:
            if mention in owner and not prose.spoken(mention):
                sentences.setdefault(prose.sentence(mention), set()).add(owner[mention])
        self._pairs = {
            (a, b) for met in sentences.values() if 1 < len(met) < 30 for a in met for b in met if a != b
        }

    def met(self, ones: Iterable[Form], others: Iterable[Form]) -> bool:
        others = list(others)
        return any((id(a), id(b)) in self._pairs for a in ones for b in others)


def _step(form: Form) -> Callable[..., None]:
    if len(form.chunks) > 1:
        return _full
    return _titled if form.titles else _bare


def _full(
    forms: list[Form], found: list[Person], seen: dict[Mention, Gender], together: _Neighbours
) -> None:
    """Given name and surname, the longest first: Porfiry Ilyich Zhdanov before Porfiry Ilyich."""
    for form in sorted(forms, key=lambda f: (-len(f.chunks), bool(f.titles), f.first)):
        fits = [p for p in found if _same_full(form, p) and _compatible(form, p, seen)]
        _put(form, fits, found, seen)


def _titled(
    forms: list[Form], found: list[Person], seen: dict[Mention, Gender], together: _Neighbours
) -> None:
    """Title and one name: Mrs. Bennet, Sir Julian, Aunt Polly."""
    full = list(found)
    for form in sorted(forms, key=lambda f: (_weak(f), f.first)):
        [key] = form.keys
        fits: list[Person] = []
        for names in (_ends, _words):
            fits = fits or [
                p
                for p in full
                if not form.by_child
                and key in names(p)
                and _compatible(form, p, seen)
                and not together.met([form], p.forms)
            ]
        same_title = [p for p in found if p not in full and p.keys == (key,) and _one_office(form, p, seen)]
        if len(fits) > 1:
            # Lady Augusta and a Mr. Augusta: who bears the very title comes first.
            words = {t.word for t in form.titles}
            fits = [p for p in fits if any(t.word in words for f in p.forms for t in f.titles)] or fits
        if len(fits) > 1:
            continue
        _put(form, fits or same_title, found, seen)


def _bare(
    forms: list[Form], found: list[Person], seen: dict[Mention, Gender], together: _Neighbours
) -> None:
    """One name alone: somebody's given name or surname, or all that is known of somebody."""
    known = list(found)
    for form in sorted(forms, key=lambda f: f.first):
        [key] = form.keys
        own = [p for p in known if not all(f.by_child for f in p.forms)]
        bearers = [p for p in own if key in _ends(p)] or [p for p in own if key in _words(p)]
        fits = [p for p in bearers if _bears(p, key) or _compatible(form, p, seen)]
        if len(fits) > 1:
            # His surname alone, where the woman of that name goes by a title.
            men = [p for p in fits if p.gender == "m"]
            if len(men) == 1 and all(p in men or (p.gender == "f" and _styled(p)) for p in fits):
                fits = men
        if len(fits) > 1:
            first = [p for p in fits if any(f.keys[0] == key and len(f.keys) > 1 for f in p.forms)]
            fits = first if len(first) == 1 and lexicon.given(form.chunks[0]) else fits
        if len(fits) > 1 or (bearers and not fits and len(bearers) > 1):
            continue
        _put(form, fits, found, seen)


def _put(form: Form, fits: list[Person], found: list[Person], seen: dict[Mention, Gender]) -> None:
    if len(fits) == 1:
        fits[0].forms.append(form)
    elif not fits:
        found.append(Person([form], seen))


def _bears(person: Person, key: str) -> bool:
    """Whether it is the person's given name: what pronouns seem to say does not matter then."""
    return any(len(f.keys) > 1 and f.keys[0] == key for f in person.forms)


def _weak(form: Form) -> bool:
    """Courtesy titles are anybody's; an office tells more and is placed first."""
    return all(t.word in _COMMON for t in form.titles)


def _styled(person: Person) -> bool:
    return any(f.gender == "f" for f in person.forms)


def _ends(person: Person) -> set[str]:
    """Given names and surnames: the outer words of every full form, whatever their order."""
    return {key for f in person.forms for key in (f.keys[0], f.keys[-1])}


def _words(person: Person) -> set[str]:
    return {key for f in person.forms for key in f.keys}


def _same_full(form: Form, person: Person) -> bool:
    """Whether two names of two words or more can be one name, written more and less fully."""
    return any(_covers(f.keys, form.keys) for f in person.forms if len(f.keys) > 1)


def _covers(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    if set(short) == set(long):
        return True
    if len(long) == len(short) and long[1:] == short[1:]:
        one, two = long[0], short[0]
        return one[0] == two[0] and 1 in (len(one), len(two)) or nicknames.akin(one, two)
    if len(short) < len(long) and short[0] == long[0]:
        rest = iter(long)
        return all(any(word == other for other in rest) for word in short)
    return False


def _one_office(form: Form, person: Person, seen: dict[Mention, Gender]) -> bool:
    """Whether two titles on one surname can be one person's: Dr. Hirsch and Mr. Hirsch."""
    return _compatible(form, person, seen)


def _compatible(form: Form, person: Person, seen: dict[Mention, Gender]) -> bool:
    one, two = genders.of(form, seen), person.gender
    if one and two and one != two:
        return False
    words = {t.word for t in form.titles}
    other = {t.word for f in person.forms for t in f.titles}
    return not any(
        words & a and other & b
        for a, b in (
            (_UNMARRIED, _MARRIED),
            (_MARRIED, _UNMARRIED),
            (_PEERAGE, _MARRIED | _UNMARRIED),
            (_MARRIED | _UNMARRIED, _PEERAGE),
        )
    )


def _join_declared(found: list[Person], links: list[tuple[Form, Form]]) -> None:
    for one, two in links:
        a = next((p for p in found if one in p.forms), None)
        b = next((p for p in found if two in p.forms), None)
        if a is not None and b is not None and a is not b:
            _join(found, a, b)


def _join_pet_forms(found: list[Person], together: _Neighbours) -> None:
    """Bill to William Oakes, Kett to Ketterly Voss, where one person only can be meant."""
    for like in (nicknames.pet_form, nicknames.akin, nicknames.diminutive):
        for person in [p for p in found if len(p.keys) == 1 and not any(f.titles for f in p.forms)]:
            name = person.forms[0].chunks[0]
            fits = [
                p
                for p in found
                if p is not person
                and any(like(name, g) for g in p.given)
                and not (person.gender and p.gender and person.gender != p.gender)
                and not together.met(person.forms, p.forms)
            ]
            if len(fits) == 1:
                _join(found, fits[0], person)


def _join(found: list[Person], a: Person, b: Person) -> None:
    """Put two persons together, under the one whose name is fuller."""
    if len(b.keys) > len(a.keys):
        a, b = b, a
    a.forms.extend(b.forms)
    found.remove(b)

"""Gathers the forms of names into persons, fullest form first.

Two forms are put together only when the names themselves say so (given name, surname, initial,
pet form, or a declaration in the text), exactly one person fits, and nothing speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import combinations, pairwise, permutations, product

from anthology import lexicon, nicknames
from anthology.model import Mention
from anthology.resolve import declared, genders
from anthology.resolve.forms import Form, gather
from anthology.resolve.prose import Prose
from anthology.titles import Gender

Genders = dict[Mention, Gender]
"""What the text says of the gender of single mentions."""

_UNMARRIED = frozenset("miss mademoiselle mlle señorita senorita signorina fräulein fraulein frl".split())
_MARRIED = frozenset("mrs madame mme frau señora senora signora mevrouw fru missus".split())
_PEERAGE = frozenset("lady countess baroness duchess viscountess princess queen empress".split())
_COMMON = frozenset("mr mrs miss ms monsieur madame señor señora signor signora herr frau".split())
_LIST = re.compile(r"\s?(?:,|,?\s?and|&|,?\s?or|,?\s?nor)\s?")
_CROWD = 30
"""Most names of one sentence that are looked at: a roll call says nothing of any two of them."""


@dataclass(slots=True)
class Person:
    """The forms that are taken for one person's, fullest first."""

    forms: list[Form]
    seen: Genders = field(repr=False)

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
    apart = Apart(prose, forms)
    found: list[Person] = []
    for step in (_full, _titled, _bare):
        step([f for f in forms if _step(f) is step], found, seen, apart)
    _join_declared(found, declared.links(prose, forms))
    _join_pet_forms(found, apart)
    return found


class Apart:
    """Which forms the text itself keeps apart: Anna and Maria Kovács are two."""

    def __init__(self, prose: Prose, forms: list[Form]) -> None:
        owner = {m: id(f) for f in forms for m in f.mentions}
        mentions = sorted(owner)
        self._listed: set[tuple[int, int]] = set()
        for one, two in pairwise(mentions):
            if one.paragraph == two.paragraph and two.start - one.end < 8:
                if _LIST.fullmatch(prose.passage(one).text, one.end, two.start):
                    self._add(self._listed, owner[one], owner[two])
        sentences: dict[tuple[int, int], set[int]] = {}
        for mention in mentions:
            if not prose.spoken(mention):
                sentences.setdefault(prose.sentence(mention), set()).add(owner[mention])
        self._met: set[tuple[int, int]] = set()
        for together in sentences.values():
            for a, b in combinations(sorted(together)[:_CROWD], 2):
                self._add(self._met, a, b)

    @staticmethod
    def _add(pairs: set[tuple[int, int]], a: int, b: int) -> None:
        pairs.update(((a, b), (b, a)))

    def listed(self, ones: Iterable[Form], others: Iterable[Form]) -> bool:
        """Whether two forms stand side by side in a list."""
        return any((id(a), id(b)) in self._listed for a, b in product(ones, others))

    def met(self, ones: Iterable[Form], others: Iterable[Form]) -> bool:
        """Whether two forms stand in one sentence of the narration."""
        return any((id(a), id(b)) in self._met for a, b in product(ones, others))


def _step(form: Form) -> Callable[..., None]:
    if len(form.chunks) > 1:
        return _full
    return _titled if form.titles else _bare


def _full(forms: list[Form], found: list[Person], seen: Genders, apart: Apart) -> None:
    """Given name and surname, the longest first: Porfiry Ilyich Zhdanov before Porfiry Ilyich."""
    for form in sorted(forms, key=lambda f: (-len(f.chunks), bool(f.titles), f.first)):
        fits = [
            p
            for p in found
            if _same_full(form, p)
            and _titles_agree(form, p)
            and not apart.listed([form], p.forms)
        ]
        _put(form, fits, found, seen)


def _titled(forms: list[Form], found: list[Person], seen: Genders, apart: Apart) -> None:
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
                and _titles_agree(form, p)
                and (_bears(p, key) or _genders_agree(form, p, seen))
                and not apart.listed([form], p.forms)
            ]
        if len(fits) > 1 and form.gender:
            fits = [p for p in fits if p.gender == form.gender] or fits
        if len(fits) > 1:
            # Of two who bear the name, the one who is elsewhere called by the very title.
            words = {t.word for t in form.titles}
            fits = [p for p in fits if any(t.word in words for f in p.forms for t in f.titles)] or fits
        if not fits:
            fits = [
                p
                for p in found
                if p.keys == (key,)
                and p not in full
                and _titles_agree(form, p)
                and _one_bearer(form, p, seen)
            ]
        _put(form, fits, found, seen)


def _bare(forms: list[Form], found: list[Person], seen: Genders, apart: Apart) -> None:
    """One name alone: somebody's given name or surname, or all that is known of somebody."""
    known = list(found)
    for form in sorted(forms, key=lambda f: (bool(f.epithet), f.first)):
        [key] = form.keys
        own = [p for p in known if not all(f.by_child for f in p.forms)]
        bearers = [p for p in own if key in _ends(p)] or [p for p in own if key in _words(p)]
        bearers = bearers or [p for p in found if p.keys == (key,) and p not in known]
        fits = [p for p in bearers if _bears(p, key) or _genders_agree(form, p, seen)]
        fits = [p for p in fits if not (len(p.keys) == 1 and _wife(p)) or _said_of_her(form, seen)]
        if len(fits) > 1:
            # His surname alone, where the woman of that name goes by a title.
            men = [p for p in fits if p.gender == "m"]
            if len(men) == 1 and all(p in men or (p.gender == "f" and _styled(p)) for p in fits):
                fits = men
        if len(fits) > 1 and lexicon.given(form.chunks[0]):
            fits = [p for p in fits if _bears(p, key)] or fits
        if not fits and len(bearers) > 1:
            continue
        if form.epithet and len(fits) > 1:
            fits = []
        _put(form, fits, found, seen)


def _put(form: Form, fits: list[Person], found: list[Person], seen: Genders) -> None:
    """Give a form to the one person that it fits, or to a new one; to nobody if it fits several."""
    if len(fits) == 1:
        fits[0].forms.append(form)
    elif not fits:
        found.append(Person([form], seen))


def _bears(person: Person, key: str) -> bool:
    """Whether it is the person's given name: what pronouns seem to say does not matter then."""
    return any(len(f.keys) > 1 and f.keys[0] == key for f in person.forms)


def _wife(person: Person) -> bool:
    return any(t.word in _MARRIED for f in person.forms for t in f.titles)


def _said_of_her(form: Form, seen: Genders) -> bool:
    votes = genders.votes_for(form.mentions, seen)
    return votes["f"] > votes["m"]


def _one_bearer(form: Form, person: Person, seen: Genders) -> bool:
    """Whether two titles on one surname are one person's: Dr. Hirsch and Mr. Hirsch, not Mrs."""
    one, two = form.gender, next((f.gender for f in person.forms if f.gender), None)
    if one == two:
        return True
    told = one or two
    votes = genders.votes_for(person.mentions if one else form.mentions, seen)
    return told == "m" if votes["f"] == 0 else votes[told or "m"] > sum(votes.values()) / 2


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


def _genders_agree(form: Form, person: Person, seen: Genders) -> bool:
    one, two = genders.of(form, seen), person.gender
    return not (one and two and one != two)


def _titles_agree(form: Form, person: Person) -> bool:
    """Whether one person can bear these titles: no Miss is a Mrs., and neither is a Lady."""
    genders_told = {g for f in (form, *person.forms) if (g := f.gender)}
    words = {t.word for t in form.titles}
    others = {t.word for f in person.forms for t in f.titles}
    return len(genders_told) < 2 and not any(
        words & one and others & two for one, two in permutations((_UNMARRIED, _MARRIED, _PEERAGE), 2)
    )


def _join_declared(found: list[Person], links: list[tuple[Form, Form]]) -> None:
    for one, two in links:
        a = next((p for p in found if one in p.forms), None)
        b = next((p for p in found if two in p.forms), None)
        if a is not None and b is not None and a is not b:
            _join(found, a, b)


def _join_pet_forms(found: list[Person], apart: Apart) -> None:
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
                and not apart.met(person.forms, p.forms)
            ]
            if len(fits) == 1:
                _join(found, fits[0], person)


def _join(found: list[Person], a: Person, b: Person) -> None:
    """Put two persons together, under the one whose name is fuller."""
    if len(b.keys) > len(a.keys):
        a, b = b, a
    a.forms.extend(b.forms)
    found.remove(b)

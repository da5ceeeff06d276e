"""The cast of a story: gives each form of a name to the person it fits, or to nobody.

Two forms are put together only when the names themselves say so (given name, surname, initial,
pet form) or the text does, exactly one person fits, and nothing speaks against it. What fits
several is nobody's: two people taken for one mislead a reader more than a mention left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from anthology.names import lexicon, nicknames
from anthology.resolve import genders
from anthology.resolve.apart import Apart
from anthology.resolve.forms import Form
from anthology.resolve.person import (
    Person,
    covers,
    genders_agree,
    married,
    one_bearer,
    ranks_of,
    titles_agree,
)

_FAR_MORE = 3
"""How many times as often as all others somebody is named who is meant by a given name alone."""


class Cast:
    """A story's persons as they are found, looked up by the words of their names."""

    def __init__(
        self, forms: Iterable[Form], links: Iterable[tuple[Form, Form]], apart: Apart
    ) -> None:
        self._apart = apart
        self._linked: defaultdict[int, list[Form]] = defaultdict(list)
        for one, two in links:
            self._linked[id(one)].append(two)
            self._linked[id(two)].append(one)
        self._alone = {f.keys[0]: f for f in forms if len(f.keys) == 1 and not f.titles}
        self._titled: defaultdict[str, list[Form]] = defaultdict(list)
        for form in forms:
            if len(form.keys) == 1 and form.titles:
                self._titled[form.keys[0]].append(form)
        self._persons: dict[int, Person] = {}
        self._by_word: defaultdict[str, list[Person]] = defaultdict(list)
        self._with_full_name: set[int] = set()
        self._known: set[int] = set()

    @property
    def persons(self) -> list[Person]:
        """Everybody found so far."""
        return list(self._persons.values())

    def close_full(self) -> None:
        """From here on, everybody so far has a full name."""
        self._with_full_name = set(self._persons)

    def close_titled(self) -> None:
        """From here on, everybody so far has a full name or a title."""
        self._known = set(self._persons)

    def place_full(self, form: Form) -> None:
        """Two words or more: Porfiry Ilyich goes to Porfiry Ilyich Zhdanov."""
        fits = [
            p
            for p in self._with_any(form.keys)
            if any(covers(f.keys, form.keys) for f in p.forms if len(f.keys) > 1)
            and titles_agree(form, p)
            and not self._kept_apart(form, p)
        ]
        self._place(form, fits)

    def place_titled(self, form: Form) -> None:
        """Title and one name: Mrs. Bennet, Sir Julian, Aunt Polly."""
        [key] = form.keys
        bearers = [
            p
            for p in self._with(key)
            if not form.by_child
            and not self._linked[id(form)]
            and titles_agree(form, p)
            and not self._kept_apart(form, p)
        ]
        full = [p for p in bearers if id(p) in self._with_full_name]
        full = [
            p
            for p in full
            if p.bears(key) or not (self._speaks_against(form, p) or self._outranked(form, p))
        ]
        if married(form):
            full = [p for p in full if p.bears(key) or not self._has_mother(p)]
        fits = [p for p in full if key in p.ends()] or full
        if len(fits) > 1 and form.styled:
            fits = [p for p in fits if p.gender == form.styled] or fits
        if len(fits) > 1:
            # Of two who bear the name, the one who is elsewhere called by the very title.
            words = {t.word for t in form.titles}
            fits = [p for p in fits if words & {t.word for f in p.forms for t in f.titles}] or fits
        if not fits:
            fits = [p for p in bearers if id(p) not in self._with_full_name and one_bearer(form, p)]
        self._place(form, fits)

    def place_bare(self, form: Form) -> None:
        """One name alone: somebody's given name or surname, or all that is known of somebody."""
        [key] = form.keys
        bearers = [p for p in self._with(key) if not all(f.by_child for f in p.forms)]
        known = [p for p in bearers if id(p) in self._known]
        bearers = [p for p in known if key in p.ends()] or known or bearers
        fits = [p for p in bearers if p.bears(key) or genders_agree(form, p)]
        fits = [p for p in fits if len(p.keys) > 1 or not p.married_name or _hers(form)]
        if len(fits) > 1:
            # His surname alone, where a woman of that name goes by a title.
            men = [p for p in fits if p.gender == "m"]
            women = [p for p in fits if p.gender == "f"]
            titled = any(f.styled == "f" for p in bearers for f in p.forms)
            alone = titled and len(men) == 1 and len(men) + len(women) == len(fits)
            fits = men if alone else fits
        if len(fits) > 1 and lexicon.given(form.chunks[0]):
            fits = [p for p in fits if p.bears(key)] or fits
            fits = _foremost(fits)
        if form.epithet and len(fits) > 1:
            # Little Dave and Big Dave: whoever they are, they are not each other.
            fits = [p for p in fits if any(f.epithet == form.epithet for f in p.forms)]
        elif not fits and len(bearers) > 1:
            fits = bearers
        self._place(form, fits)

    def join_forms(self, one: Form, two: Form) -> None:
        """Put two persons together whom the text declares to be one."""
        a, b = (next((p for p in self._with_any(f.keys) if f in p.forms), None) for f in (one, two))
        if a and b and a is not b:
            self._join(a, b)

    def join_pet_forms(self) -> None:
        """Bill to William Oakes, Kett to Ketterly Voss, where one person only can be meant."""
        contested: set[int] = set()
        for like in (nicknames.pet_form, nicknames.akin, nicknames.diminutive):
            marked: defaultdict[str | int, list[Person]] = defaultdict(list)
            for person in self.persons:
                for mark in {mark for name in person.given for mark in nicknames.marks(name)}:
                    marked[mark].append(person)
            for person in self.persons:
                if len(person.keys) > 1 or not person.given:
                    continue
                [name] = person.given
                # Sasha is a man's and a woman's; but who is Jack to everybody is no Nannie.
                common = like is nicknames.pet_form
                gender = genders.by_votes(person.forms) if common else person.gender
                relatives = {id(p): p for mark in nicknames.marks(name) for p in marked[mark]}
                fits = [
                    p
                    for p in relatives.values()
                    if p is not person
                    and id(p) in self._persons
                    and contested.isdisjoint((id(p), id(person)))
                    and any(like(name, given) for given in p.given)
                    and genders.agree(gender, p.gender)
                    and not self._apart.met(person.forms, p.forms)
                ]
                if len(fits) == 1:
                    self._join(fits[0], person)
                elif fits:
                    contested.add(id(person))

    def _speaks_against(self, form: Form, person: Person) -> bool:
        """Whether a title's gender is not what is known, or as good as known, of a person."""
        if form.styled is None:
            # The Professor may be Mr. Lindner, if there is one, as well as Anna Lindner.
            rivals = {g for f in self._titled[form.keys[0]] if (g := f.styled)} - {person.gender}
            return bool(rivals) or not genders_agree(form, person)
        if person.gender:
            return person.gender != form.styled
        same = sum(f.votes[form.styled] for f in person.forms)
        return same < sum(f.votes.total() for f in person.forms) / 2

    def _outranked(self, form: Form, person: Person) -> bool:
        """Whether a rank that a full name never has is more likely somebody else's of the family.

        Captain Reyes is not Teresa Reyes then, nor Henry Tilney where there is a General as well.
        """
        ranks = ranks_of([form])
        if not ranks or ranks & ranks_of(person.forms):
            return False
        others = ranks_of(self._titled[form.keys[0]]) - ranks
        return bool(others) or (person.gender == "f" and not form.votes["f"])

    def _has_mother(self, person: Person) -> bool:
        """Whether the text gives somebody a mother, who then may well be the Mrs. of that name."""
        return self._apart.from_mother(self._likely(person))

    def _kept_apart(self, form: Form, person: Person) -> bool:
        return self._apart.told([form], self._likely(person))

    def _likely(self, person: Person) -> list[Form]:
        """A person's forms, with those that will most likely turn out to be theirs as well."""
        names = [f.keys[f.given] for f in person.forms if len(f.keys) > 1]
        alone = [self._alone[name] for name in names if name in self._alone]
        return [
            *person.forms,
            *alone,
            *(f for form in person.forms for f in self._linked[id(form)]),
        ]

    def _with(self, key: str) -> list[Person]:
        return self._by_word[key]

    def _with_any(self, keys: Iterable[str]) -> list[Person]:
        return list({id(p): p for key in keys for p in self._by_word[key]}.values())

    def _place(self, form: Form, fits: list[Person]) -> None:
        """Return a form to the one it fits, or to a new person; to nobody if it fits several."""
        if len(fits) > 1:
            return
        if fits:
            [person] = fits
            person.forms.append(form)
        else:
            person = Person([form])
            self._persons[id(person)] = person
        for key in form.keys:
            if person not in self._by_word[key]:
                self._by_word[key].append(person)

    def _join(self, a: Person, b: Person) -> None:
        """Put two persons together, under the one whose name is fuller."""
        if len(b.keys) > len(a.keys):
            a, b = b, a
        a.forms.extend(b.forms)
        del self._persons[id(b)]
        for form in b.forms:
            for key in form.keys:
                at = self._by_word[key]
                at[:] = [p for p in at if p is not b and p is not a] + [a]


def _foremost(fits: list[Person]) -> list[Person]:
    """The one of several who is named far more often than all others, if there is one."""
    counts = {id(p): sum(len(f.mentions) for f in p.forms) for p in fits}
    most = max(fits, key=lambda p: counts[id(p)])
    far = counts[id(most)] >= _FAR_MORE * (sum(counts.values()) - counts[id(most)])
    return [most] if far else fits


def _hers(form: Form) -> bool:
    return form.votes["f"] > 1 + 2 * form.votes["m"]

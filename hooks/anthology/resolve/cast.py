"""The cast of a story: each form of a name is given to the person it fits.

Two forms are only joined if the names themselves show it (given name, surname, initial, pet form)
or the text says so, and if nothing speaks against it, because two people taken for one mislead a
reader more than one person with two entries. The mentions of a form that fits several persons are
shared among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from anthology.names import spellings
from anthology.resolve import alike, genders, nearest, talk
from anthology.resolve.apart import Apart
from anthology.resolve.forms import Form
from anthology.resolve.person import (
    Person,
    covers,
    genders_agree,
    of_wife,
    one_bearer,
    ranks_of,
    titles_agree,
)
from anthology.resolve.prose import Prose

_CROWD = 20
"""Most persons of one name among whom the nearest is looked for."""


class Cast:
    """The persons of a story found so far, which can be looked up by the words of their names."""

    def __init__(
        self, forms: Iterable[Form], links: Iterable[tuple[Form, Form]], apart: Apart
    ) -> None:
        self._apart = apart
        self._linked: defaultdict[int, list[Form]] = defaultdict(list)
        """For each form, by its ``id``, those that the text declares to be the same person's."""
        for one, two in links:
            self._linked[id(one)].append(two)
            self._linked[id(two)].append(one)
        self._alone = {f.keys[0]: f for f in forms if len(f.keys) == 1 and not f.titles}
        """The bare forms, one word without a title, by this word."""
        self._epithets: defaultdict[str, set[str]] = defaultdict(set)
        """The epithets before each first word of a name: Little and Big before Dave."""
        self._titled: defaultdict[str, list[Form]] = defaultdict(list)
        """The forms of a title and one word, by this word."""
        for form in forms:
            if form.epithet:
                self._epithets[form.keys[0]].add(form.epithet)
            if len(form.keys) == 1 and form.titles:
                self._titled[form.keys[0]].append(form)
        self._persons: dict[int, Person] = {}
        """The persons found so far, by their ``id``."""
        self._by_word: defaultdict[str, list[Person]] = defaultdict(list)
        """The same by each word of their names."""
        self._with_full_name: set[int] = set()
        """The ``id`` of each person with a full name, after ``close_full``."""
        self._known: set[int] = set()
        """The ``id`` of each person with a full name or a title, after ``close_titled``."""
        self._shared: list[tuple[Form, list[Person]]] = []
        """The forms that fit several persons, with these."""
        self._taken_in: dict[int, Person] = {}
        """For the ``id`` of each person that was joined to another, the other."""

    @property
    def persons(self) -> list[Person]:
        """The persons found so far."""
        return list(self._persons.values())

    def join_patronymics(self) -> None:
        """Join *Matvey Vassilitch* to *Matvey Terehov*, if nobody else in the story is either."""
        by_given: defaultdict[str, list[Person]] = defaultdict(list)
        for person in self.persons:
            by_given[person.keys[0]].append(person)
        for persons in by_given.values():
            if len(persons) != 2 or any(len(p.keys) != 2 for p in persons):
                continue
            one, two = persons
            familiar = [bool(spellings.patronymic(p.keys[1])) for p in persons]
            if (
                familiar[0] != familiar[1]
                and genders.agree(one.gender, two.gender)
                and not self._apart.told(one.forms, two.forms)
                and not self._apart.met(one.forms, two.forms)
            ):
                self._join(two, one)

    def close_full(self) -> None:
        """Note that the persons found so far have a full name."""
        self._with_full_name = set(self._persons)

    def close_titled(self) -> None:
        """Note that the persons found so far have a full name or a title."""
        self._known = set(self._persons)

    def place_full(self, form: Form) -> None:
        """Give a form of two words or more to the person it fits, or to a new one.

        *Porfiry Ilyich* goes to *Porfiry Ilyich Zhdanov*.
        """
        fits = [
            p
            for p in self._with_any(form.keys)
            if any(
                covers(f.keys, form.keys) and f.by_husband == form.by_husband
                for f in p.forms
                if len(f.keys) > 1
            )
            and titles_agree(form, p)
            and not self._kept_apart(form, p)
        ]
        self._place(form, fits)

    def place_titled(self, form: Form) -> None:
        """Give a form of a title and one name to the person it fits, or to a new one.

        Examples are *Mrs. Bennet*, *Sir Julian* and *Aunt Polly*.
        """
        [key] = form.keys
        bearers = [
            p
            for p in (self._with(key) or self._with_initial(form))
            if not form.by_child
            and not self._linked[id(form)]
            and (titles_agree(form, p) or self._so_called(form, p) or self._so_titled(form, [p]))
            and not self._kept_apart(form, p)
        ]
        full = [p for p in bearers if id(p) in self._with_full_name]
        if form.by_husband and any(p.bears(key) for p in self._with(key)):
            fits = self._wives(key)
        else:
            fits = self._so_titled(form, full) or [p for p in full if self._may_be_titled(form, p)]
        fits = [p for p in fits if key in p.ends()] or fits
        if len(fits) > 1 and form.styled:
            fits = [p for p in fits if p.gender == form.styled] or fits
        if not fits:
            fits = [p for p in bearers if id(p) not in self._with_full_name and one_bearer(form, p)]
        self._place(form, fits)

    def _with_initial(self, form: Form) -> list[Person]:
        """Return the persons whose surname ``form`` shortens with its title (Dr. A.)."""
        [key] = form.keys
        if len(key) > 1:
            return []
        alike = [p for p in self.persons if any(f.keys[-1][:1] == key for f in p.forms)]
        words = {t.means for t in form.titles}
        return [p for p in alike if words & {t.means for f in p.forms for t in f.titles}]

    def _so_called(self, form: Form, person: Person) -> bool:
        """Return whether a courtesy may stand before a person's given name, married or not."""
        courtesy = all(t.sort == "honorific" for t in form.titles)
        return courtesy and person.bears(form.keys[0]) and genders_agree(form, person)

    def _wives(self, key: str) -> list[Person]:
        """Return the wives of the men with the given name ``key``, or women with that name."""
        bearers = [p for p in self._with(key) if p.bears(key)]
        men = [p for p in bearers if p.gender != "f"]
        if not men:
            return bearers
        family = [p for man in men for name in sorted(man.ends() - {key}) for p in self._with(name)]
        return list({id(p): p for p in family if p.married_name and p not in men}.values())

    def _so_titled(self, form: Form, persons: list[Person]) -> list[Person]:
        """Return those of ``persons`` who have a title of ``form`` before a full name."""
        words = {t.means for t in form.titles}
        return [
            p
            for p in persons
            if any(len(f.keys) > 1 and words & {t.means for t in f.titles} for f in p.forms)
        ]

    def _may_be_titled(self, form: Form, person: Person) -> bool:
        """Return whether a title and one name can be a person's who has a full name without it."""
        [key] = form.keys
        if person.bears(key):
            return True
        if of_wife(form) and (person.gender != "f" or self._has_mother(person)):
            return False
        return not (self._speaks_against(form, person) or self._outranked(form, person))

    def place_bare(self, form: Form) -> None:
        """Give a form of one name alone to the person it fits, or to a new one.

        The name is somebody's given name or surname, or the only name that is known of a person.
        """
        [key] = form.keys
        bearers = [p for p in self._with(key) if not all(f.by_child for f in p.forms)]
        known = [p for p in bearers if id(p) in self._known]
        bearers = [p for p in known if key in p.ends()] or known or bearers
        fits = [p for p in bearers if p.bears(key) or self._gender_fits(form, p)]
        fits = [p for p in fits if len(p.keys) > 1 or not p.married_name or _hers(form)]
        if form.epithet and len(fits) > 1 and len(self._epithets[key]) > 1:
            # Little Dave and Big Dave are two persons, even if it is not known who they are.
            fits = [p for p in fits if any(f.epithet == form.epithet for f in p.forms)]
        elif not fits and len(bearers) > 1:
            fits = bearers
        self._place(form, fits)

    def join_called(self, prose: Prose) -> None:
        """Join persons whose name is only spoken to those who are spoken to by that name."""
        for called, bearer in talk.bearers(prose, self.persons, self._apart):
            a, b = self._now(called), self._now(bearer)
            if a is not b:
                self._join(b, a)

    def _gender_fits(self, form: Form, person: Person) -> bool:
        """Return whether a name alone can be a person's surname, as far as the genders show.

        Pepper may be a girl's given name, but not where there is a Mr. Pepper.
        """
        surname = any(f.titles or len(f.keys) > 1 for f in person.forms)
        gender = genders.by_votes([form]) if surname else genders.of([form])
        return genders.agree(gender, person.gender)

    def share(self, prose: Prose) -> None:
        """Give each mention of a form that fits several persons to the nearest of them.

        Where epithets tell them apart (Big Dave, Little Dave), Dave alone is nobody.
        """
        for form, fits in self._shared:
            known = list({id(p): p for p in map(self._now, fits)}.values())
            epithets = len(known) > 1 and any(f.epithet for p in known for f in p.forms)
            if epithets or len(known) > _CROWD:
                continue
            for person, mentions in nearest.shares(prose, form, known):
                person.forms.append(form.part(mentions))

    def _now(self, person: Person) -> Person:
        """Return the person that ``person`` has become by joining."""
        while id(person) in self._taken_in:
            person = self._taken_in[id(person)]
        return person

    def join_forms(self, one: Form, two: Form) -> None:
        """Join the persons of two forms, because the text declares that they are one."""
        a, b = (next((p for p in self._with_any(f.keys) if f in p.forms), None) for f in (one, two))
        if a and b and a is not b:
            self._join(a, b)

    def join_alike(self, prose: Prose) -> None:
        """Join persons whose names are alike: *Bill* and *William Oakes*."""
        for one, two in alike.pairs(prose, self.persons, self._apart):
            a, b = self._now(one), self._now(two)
            if a is not b and not self._apart.told(a.forms, b.forms):
                self._join(a, b)

    def _speaks_against(self, form: Form, person: Person) -> bool:
        """Return whether the gender of a title contradicts what the text shows of a person."""
        if form.styled is None:
            # A title such as Professor has no gender. Professor Lindner may be Anna Lindner, or Mr.
            # Lindner if there is one.
            rivals = {f.styled for f in self._titled[form.keys[0]]}
            return ("m" in rivals and person.gender != "m") or not genders_agree(form, person)
        if person.gender:
            return person.gender != form.styled
        same = sum(f.votes[form.styled] for f in person.forms)
        return same < sum(sum(f.votes.values()) for f in person.forms) / 2

    def _outranked(self, form: Form, person: Person) -> bool:
        """Return whether a rank more likely belongs to another member of the person's family.

        The person's other forms do not have this rank, and either a title and the same name have
        another rank, or the person is a woman and nothing near ``form`` speaks for a woman. So
        Captain Reyes is not Teresa Reyes, and not Henry Tilney where there is a General Tilney too.
        """
        ranks = ranks_of([form])
        if not ranks or ranks & ranks_of(person.forms):
            return False
        others = ranks_of(self._titled[form.keys[0]]) - ranks
        return bool(others) or (person.gender == "f" and not form.votes["f"])

    def _has_mother(self, person: Person) -> bool:
        """Return whether the text mentions a person's mother, who may be the Mrs. of that name."""
        return self._apart.from_mother(self._likely(person))

    def _kept_apart(self, form: Form, person: Person) -> bool:
        """Return whether the text keeps a form apart from those that are likely the person's."""
        return self._apart.told([form], self._likely(person))

    def _likely(self, person: Person) -> list[Form]:
        """Return a person's forms, and those that will most likely be given to the person later."""
        names = [f.keys[f.given] for f in person.forms if len(f.keys) > 1]
        alone = [self._alone[name] for name in names if name in self._alone]
        return [
            *person.forms,
            *alone,
            *(f for form in person.forms for f in self._linked[id(form)]),
        ]

    def _with(self, key: str) -> list[Person]:
        """Return the persons with a word in their names."""
        return self._by_word[key]

    def _with_any(self, keys: Iterable[str]) -> list[Person]:
        """Return the persons with any of some words in their names, each once."""
        return list({id(p): p for key in keys for p in self._by_word[key]}.values())

    def _place(self, form: Form, fits: list[Person]) -> None:
        """Give a form to the one person it fits, or to a new one; what fits several is shared."""
        if len(fits) > 1:
            self._shared.append((form, fits))
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
        """Join two persons; the one with the fuller name takes in the other."""
        if len(b.keys) > len(a.keys):
            a, b = b, a
        a.forms.extend(b.forms)
        del self._persons[id(b)]
        self._taken_in[id(b)] = a
        for form in b.forms:
            for key in form.keys:
                at = self._by_word[key]
                at[:] = [p for p in at if p is not b and p is not a] + [a]


def _hers(form: Form) -> bool:
    """Return whether the text shows clearly that a form is a woman's."""
    return form.votes["f"] > 1 + 2 * form.votes["m"]

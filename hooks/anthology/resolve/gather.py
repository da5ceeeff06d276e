"""From the forms of names to persons, the fullest forms first."""

from __future__ import annotations

from collections.abc import Sequence

from anthology import labels
from anthology.model import PLACE, Mention
from anthology.resolve import declared, genders
from anthology.resolve.apart import Apart
from anthology.resolve.cast import Cast
from anthology.resolve.forms import Form, gather, owned
from anthology.resolve.overlooked import overlooked
from anthology.resolve.person import Person, married
from anthology.resolve.prose import Prose


def persons(prose: Prose, mentions: Sequence[Mention]) -> list[Person]:
    """Return the persons that a story's mentions name, without bare titles and families.

    ``mentions`` are all mentions of the story, those of places as well.
    """
    noticed = [m for m in mentions if m.label == labels.CHARACTER.name]
    forms = _readable(prose, noticed)
    named = owned(forms)
    more = declared.unnoticed(prose, named, mentions)
    more += overlooked(prose, forms, [*mentions, *more])
    if more:
        forms = _readable(prose, sorted([*more, *noticed], key=PLACE))
        named = owned(forms)
    links = declared.links(prose, named)
    said = {id(form) for link in links for form in link}
    for form in forms:
        if not form.chunks and (id(form) in said or declared.is_name(prose, form)):
            form.become_a_name()
    surnames = {form.keys[-1] for form in forms if form.chunks}
    forms = [
        form
        for form in forms
        if form.chunks and not (_is_family(prose, form, surnames) or _is_firm(form))
    ]
    cast = Cast(forms, links, Apart(prose, forms))
    full = [f for f in forms if len(f.chunks) > 1]
    for form in sorted(full, key=lambda f: (-len(f.chunks), bool(f.titles), f.first)):
        cast.place_full(form)
    cast.join_patronymics()
    cast.close_full()
    titled = [f for f in forms if len(f.chunks) == 1 and f.titles]
    given = {f.keys[f.given] for f in full}
    titled.sort(key=lambda f: (f.keys[0] not in given, _courteous(f), married(f), f.first))
    for form in sorted(titled, key=lambda f: (len(f.keys[0]) == 1, f.by_husband)):
        cast.place_titled(form)
    cast.close_titled()
    bare = [f for f in forms if len(f.chunks) == 1 and not f.titles]
    for form in sorted(bare, key=lambda f: (bool(f.epithet), f.first)):
        cast.place_bare(form)
    for one, two in links:
        cast.join_forms(one, two)
    cast.join_alike(prose)
    cast.share(prose)
    cast.join_called(prose)
    return cast.persons


def _is_family(prose: Prose, form: Form, surnames: set[str]) -> bool:
    """Return whether a form is a family, the plural of a surname: *the Wilcoxes*."""
    last = form.keys[-1]
    singular = {last.removesuffix(ending) for ending in ("s", "es") if last.endswith(ending)}
    return not singular.isdisjoint(surnames) and all(
        prose.before(m, 4).lower() == "the " or m.name.lower().startswith("the ")
        for m in form.mentions
    )


def _is_firm(form: Form) -> bool:
    """Return whether a form is a firm: *Harding & Offdean*, but not *Mr. & Mrs. Hale*."""
    return "&" in form.chunks[1:-1]


def _readable(prose: Prose, mentions: list[Mention]) -> list[Form]:
    """Return the forms of some mentions, which can read what the text tells of their genders."""
    forms = gather(mentions)
    read = genders.Reader(prose, mentions)
    for form in forms:
        form.read = read
    return forms


def _courteous(form: Form) -> bool:
    """Return whether a form has only courtesy titles, which say less than an office."""
    return all(t.sort == "honorific" for t in form.titles)

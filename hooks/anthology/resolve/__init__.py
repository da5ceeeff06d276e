"""Gathers a story's mentions into its characters and its locations, as an indexer does."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from anthology import address, lexicon
from anthology.model import Character, Location, Mention, Story
from anthology.resolve import persons, places, roles
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose


def resolve(story: Story, mentions: tuple[Mention, ...]) -> Story:
    """Give the story with its characters and locations, the most mentioned first.

    ``mentions`` are those that recognition found, in any order. Bare titles, and surnames that
    could be one of several persons', are left out.
    """
    prose = Prose(story)
    named = sorted(mentions)
    return replace(
        story,
        characters=_characters(story, prose, tuple(m for m in named if m.label == "character")),
        locations=_locations(story, prose, tuple(m for m in named if m.label == "location")),
    )


def _characters(story: Story, prose: Prose, mentions: tuple[Mention, ...]) -> tuple[Character, ...]:
    groups = sorted((p.forms for p in persons.persons(prose, mentions)), key=_prominence)
    names = [_fullest(forms) for forms in groups]
    return tuple(
        Character(
            id=identifier,
            name=name,
            aliases=_aliases(forms, name),
            mentions=_mentions(forms),
            role=roles.role(prose, forms),
        )
        for identifier, name, forms in zip(_ids(story, names), names, groups, strict=True)
    )


def _locations(story: Story, prose: Prose, mentions: tuple[Mention, ...]) -> tuple[Location, ...]:
    groups = sorted(places.places(mentions), key=_prominence)
    names = [forms[0].text for forms in groups]
    kinds = [places.kind(prose, forms) for forms in groups]
    inside = places.within(prose, groups, kinds)
    relations = places.relations(prose, groups)
    return tuple(
        Location(
            id=identifier,
            name=name,
            aliases=_aliases(forms, name),
            mentions=_mentions(forms),
            relation=relation,
            kind=kind,
            within=within,
        )
        for identifier, name, forms, kind, within, relation in zip(
            _ids(story, names), names, groups, kinds, inside, relations, strict=True
        )
    )


def _ids(story: Story, names: list[str]) -> list[str]:
    return [f"{story.id}/{slug}" for slug in address.unique(address.slug(n) for n in names)]


def _prominence(forms: list[Form]) -> tuple[int, Mention]:
    """Most mentioned first, then first mentioned first."""
    mentions = _mentions(forms)
    return -len(mentions), mentions[0]


def _mentions(forms: list[Form]) -> tuple[Mention, ...]:
    return tuple(sorted(m for form in forms for m in form.mentions))


def _aliases(forms: list[Form], name: str) -> tuple[str, ...]:
    """Every other spelling of some forms, most frequent first."""
    counts: Counter[str] = Counter()
    for form in forms:
        counts.update(form.surfaces)
    return tuple(s for s, _ in counts.most_common() if s != name)


def _fullest(forms: list[Form]) -> str:
    """The fullest form; a title belongs to it only where one word is left without it.

    Sergeant Pichon, but Solène Kerbrat; and Isaura, not Queen Isaura.
    """
    return min(
        forms,
        key=lambda f: (
            -len(f.chunks),
            bool(f.titles) if len(f.chunks) > 1 or lexicon.given(f.chunks[0]) else not f.titles,
            f.first,
        ),
    ).text

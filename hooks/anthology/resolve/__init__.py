"""Gathers a story's mentions into its characters and its locations, as an indexer does."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from anthology import address, lexicon
from anthology.model import Character, Location, Mention, Story
from anthology.resolve import persons, places
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose


def resolve(story: Story, mentions: tuple[Mention, ...]) -> Story:
    """Give the story with its characters and locations, the most mentioned first.

    ``mentions`` are those that recognition found, in any order. Bare titles, and surnames that
    could be one of several persons', are left out.
    """
    prose = Prose(story)
    people = tuple(sorted(m for m in mentions if m.label == "character"))
    spots = tuple(sorted(m for m in mentions if m.label == "location"))
    found = sorted(persons.persons(prose, people), key=lambda p: (-len(p.mentions), p.mentions[0]))
    lying = sorted(places.places(prose, spots), key=lambda fs: (-_count(fs), fs[0].first))
    ids = address.unique(address.slug(_name(p.forms)) for p in found)
    characters = tuple(
        Character(
            id=f"{story.id}/{slug}",
            name=_name(p.forms),
            aliases=_aliases(p.forms),
            mentions=tuple(p.mentions),
        )
        for slug, p in zip(ids, found, strict=True)
    )
    ids = address.unique(address.slug(fs[0].text) for fs in lying)
    locations = tuple(
        Location(
            id=f"{story.id}/{slug}",
            name=fs[0].text,
            aliases=tuple(s for s in _surfaces(fs) if s != fs[0].text),
            mentions=tuple(sorted(m for f in fs for m in f.mentions)),
            kind=places.kind(fs),
        )
        for slug, fs in zip(ids, lying, strict=True)
    )
    return replace(story, characters=characters, locations=locations)


def _count(forms: list[Form]) -> int:
    return sum(len(f.mentions) for f in forms)


def _surfaces(forms: list[Form]) -> list[str]:
    """Every spelling of some forms, most frequent first."""
    counts: Counter[str] = Counter()
    for form in forms:
        counts.update(form.surfaces)
    return [s for s, _ in counts.most_common()]


def _aliases(forms: list[Form]) -> tuple[str, ...]:
    name = _name(forms)
    return tuple(s for s in _surfaces(forms) if s != name)


def _name(forms: list[Form]) -> str:
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

"""Resolve: from a story's mentions to its characters and locations, the way an indexer works.

    mentions -> forms -> persons and places -> roles and settings

``forms`` splits every spelling into titles and names. ``gather`` gives the forms to a ``cast``, the
fullest first. Each form goes to the one ``person`` that it fits, unless the text keeps the two
``apart`` or their ``genders`` differ; where it fits several, each mention goes to the ``nearest``.
Forms that the text has ``declared`` to be one are one, names that are ``alike`` may be, and
``talk`` shows whom a name means that is only spoken. Mentions that recognition ``overlooked`` are
added. ``heading`` chooses the name of the entry. ``places`` does the same for places, by what is
``shorter`` for what, and finds their kind, and ``within`` where they lie. ``roles`` finds who takes
part, by what ``stage`` reads around each mention, and ``relations`` where the story happens, by
what ``scenes`` reads; both weigh cues by ``presence``. ``prose`` has the text around a mention.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from anthology import labels
from anthology.model import PLACE, Character, Location, Mention, Story
from anthology.resolve import gather, places, presence, relations, roles, within
from anthology.resolve.forms import Form
from anthology.resolve.heading import heading
from anthology.resolve.presence import Weights
from anthology.resolve.prose import Prose
from anthology.text import address


def resolve(
    story: Story, mentions: tuple[Mention, ...], known: Mapping[str, Weights] | None = None
) -> Story:
    """Return the story with its characters and locations, each the most mentioned first.

    ``mentions`` are those that recognition found, in any order. Bare titles are left out, and so
    are names that fit several persons equally well. ``known`` has, by label, the weights of who
    takes part and where the story happens, to be used instead of the project's own.
    """
    using = known or {label: presence.weights(label) for label in ("character", "location")}
    prose = Prose(story)
    named = sorted(mentions, key=PLACE)
    cast = gather.persons(prose, named)
    atlas = places.places(prose, (m for m in named if m.label == labels.LOCATION.name))
    who = sorted((one.forms for one in cast), key=_prominence)
    where = sorted(atlas, key=_prominence)
    names = [heading(forms) for forms in who] + [places.name(forms) for forms in where]
    # A person and a place of one name (Florence in Florence) have an id each.
    slugs = address.unique(address.slug(name) for name in names)
    heads = [(f"{story.id}/{slug}", name) for slug, name in zip(slugs, names, strict=True)]
    characters = _characters(prose, who, heads[: len(who)], using["character"])
    persons = {m.paragraph for forms in who for form in forms for m in form.mentions}
    locations = _locations(prose, where, heads[len(who) :], persons, using["location"])
    return replace(story, entities=(*characters, *locations))


def _characters(
    prose: Prose, who: list[list[Form]], heads: list[tuple[str, str]], known: Weights
) -> tuple[Character, ...]:
    """Return the characters with the forms ``who``; ``heads`` has the id and the name of each."""
    taking_part = roles.roles(prose, who, known)
    return tuple(
        Character(
            id=identifier,
            name=name,
            aliases=_aliases(name, forms),
            mentions=_mentions(forms),
            role=role,
        )
        for (identifier, name), forms, role in zip(heads, who, taking_part, strict=True)
    )


def _locations(
    prose: Prose,
    where: list[list[Form]],
    heads: list[tuple[str, str]],
    persons: set[int],
    known: Weights,
) -> tuple[Location, ...]:
    """Return the locations with the forms ``where``; ``heads`` has the id and the name of each.

    ``persons`` are the paragraphs that name a character.
    """
    kinds = [places.kind(prose, forms) for forms in where]
    told = within.told(prose, where, kinds)
    inside = within.within(where, kinds, told)
    wide = within.around(where, told)
    related = relations.relations(prose, where, kinds, wide, persons, known=known)
    return tuple(
        Location(
            id=identifier,
            name=name,
            aliases=_aliases(name, forms),
            mentions=_mentions(forms),
            relation=relation,
            kind=kind,
            within=land,
        )
        for (identifier, name), forms, relation, kind, land in zip(
            heads, where, related, kinds, inside, strict=True
        )
    )


def _prominence(forms: list[Form]) -> tuple[int, tuple[int, int, int]]:
    """Return the key that sorts entities: most mentioned first, then first mentioned first."""
    places = [PLACE(mention) for form in forms for mention in form.mentions]
    return -len(places), min(places)


def _mentions(forms: list[Form]) -> tuple[Mention, ...]:
    """Return all mentions of some forms, in reading order."""
    return tuple(sorted((m for form in forms for m in form.mentions), key=PLACE))


def _aliases(name: str, forms: list[Form]) -> tuple[str, ...]:
    """Return every spelling of some forms but ``name``, the most frequent first."""
    counts: dict[str, int] = {}
    for form in forms:
        for spelling, times in form.surfaces.items():
            counts[spelling] = counts.get(spelling, 0) + times
    # Sorting keeps the order of those that are equally frequent.
    often = sorted(counts, key=counts.__getitem__, reverse=True)
    return tuple(spelling for spelling in often if spelling != name)

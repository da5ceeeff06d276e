"""Identity across stories: a name is not a person.

Entities of one name are put on one name page. Whether they are one person is a second question,
and each answer carries its reason. Nothing is merged because it is likely.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from anthology import lexicon, titles
from anthology.address import slug, unique
from anthology.model import (
    Character,
    Entity,
    Identity,
    Individual,
    Label,
    Location,
    Name,
    Statement,
    Story,
    Tie,
)

_BY_OWNER = frozenset({"shop", "building", "street", "invented", "unknown"})
"""Kinds of place that many towns have one of, unless the place is well known."""


@dataclass(frozen=True, slots=True)
class _Held:
    """An entity, and the story that it stands in."""

    story: Story
    entity: Entity


@dataclass(slots=True)
class _Bond:
    """Why two entities are held to be one, or not."""

    identity: Identity
    reason: str
    by: str | None = None


def identify(
    stories: Sequence[Story], statements: Iterable[Statement] = ()
) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Give the names of the characters and of the locations of all ``stories``.

    ``statements`` are the editor's word; of them, ``same``, ``different`` and ``sort`` matter here.
    """
    said = [s for s in statements if s.same or s.different or s.sort]
    characters = _grouped((story, e) for story in stories for e in story.characters)
    locations = _grouped((story, e) for story in stories for e in story.locations)
    known = _full_names_by_story(characters)
    return (
        _names("character", characters, said, known),
        _names("location", locations, said, known),
    )


def key(name: str, label: Label = "character") -> str:
    """Give what a name page is known by: the name without titles, case and punctuation aside."""
    bare = titles.split(name)[1] if label == "character" else name
    return (bare or name).replace("’", "'").casefold()


def _label(entity: Entity) -> Label:
    return "character" if isinstance(entity, Character) else "location"


def _grouped(entities: Iterable[tuple[Story, Entity]]) -> dict[str, list[_Held]]:
    groups: dict[str, list[_Held]] = defaultdict(list)
    for story, entity in entities:
        groups[key(entity.name, _label(entity))].append(_Held(story, entity))
    return groups


def _is_full(name: str) -> bool:
    """Whether a name without its titles is more than a given name or a surname alone."""
    words = [word for word in titles.split(name)[1].split() if not titles.particle(word)]
    return len(words) > 1


def _full_names_by_story(groups: Mapping[str, Sequence[_Held]]) -> dict[str, set[str]]:
    """Give, for each story, the full names in it that another story has too."""
    known: dict[str, set[str]] = defaultdict(set)
    for name, held in groups.items():
        if len(held) > 1 and _is_full(held[0].entity.name):
            for each in held:
                known[each.story.id].add(name)
    return known


def _names(
    label: Label,
    groups: Mapping[str, Sequence[_Held]],
    said: Sequence[Statement],
    known: Mapping[str, set[str]],
) -> tuple[Name, ...]:
    own: dict[str, list[Statement]] = defaultdict(list)
    for statement in said:
        if statement.label == label:
            own[key(statement.name, label)].append(statement)
    names = [_name(label, held, own[group], known) for group, held in groups.items()]
    slugs = unique(slug(name.name) for name in names)
    named = [replace(name, slug=address) for name, address in zip(names, slugs, strict=True)]
    return _with_see_also(named) if label == "character" else tuple(named)


def _name(
    label: Label,
    held: Sequence[_Held],
    said: Sequence[Statement],
    known: Mapping[str, set[str]],
) -> Name:
    called = _most_common(held, label)
    parts = [[each] for each in held]
    ties: list[tuple[list[_Held], _Bond]] = []
    for statement in said:
        if statement.same:
            parts, joined = _join(parts, statement.same)
            if joined:
                ties.append((joined, _by_editor("same", statement)))
    kept_apart = {story for statement in said for story in statement.different}
    for joined, bond in _presumed(label, called, parts, known, kept_apart):
        parts = [part for part in parts if not any(each in joined for each in part)]
        parts.append(joined)
        ties.append((joined, bond))
    first = {each.entity.id: number for number, each in enumerate(held)}
    parts.sort(key=lambda part: first[part[0].entity.id])
    individuals = tuple(
        Individual(_most_common(part, label), tuple(each.entity.id for each in part))
        for part in parts
    )
    place = {each.entity.id: n for n, part in enumerate(parts) for each in part}
    relations = [Tie((place[who[0].entity.id],), b.identity, b.reason, b.by) for who, b in ties]
    relations += _between(label, called, parts, said)
    forms = dict.fromkeys(
        form for each in held for form in (each.entity.name, *each.entity.aliases)
    )
    return Name(
        label=label,
        name=called,
        slug="",
        sort=next((s.sort for s in reversed(said) if s.sort), ""),
        individuals=individuals,
        ties=tuple(relations),
        identity=_sum(held, relations),
        aliases=tuple(form for form in forms if form != called),
    )


def _most_common(held: Sequence[_Held], label: Label) -> str:
    """Give the form that most stories use, without titles where it is more than a surname."""
    forms = Counter(each.entity.name for each in held)
    bare = {titles.split(form)[1] for form in forms}
    if label == "character" and len(held) > 1 and len(bare) == 1:
        full = next(iter(bare))
        if full in forms or _is_full(full):
            return full
    return forms.most_common(1)[0][0]


def _join(
    parts: list[list[_Held]], stories: Sequence[str]
) -> tuple[list[list[_Held]], list[_Held]]:
    joined = [each for part in parts if any(h.story.id in stories for h in part) for each in part]
    if len(joined) < 2:
        return parts, []
    return [part for part in parts if part[0] not in joined] + [joined], joined


def _by_editor(identity: Identity, statement: Statement) -> _Bond:
    by = statement.by or "the editor"
    because = f": {statement.because}" if statement.because else "."
    verb = "one" if identity == "same" else "not one"
    return _Bond(identity, f"Held to be {verb} by {by}{because}", by)


def _presumed(
    label: Label,
    called: str,
    parts: Sequence[Sequence[_Held]],
    known: Mapping[str, set[str]],
    kept_apart: set[str],
) -> list[tuple[list[_Held], _Bond]]:
    """Give the groups that are taken for one without the editor's word, and why."""
    free = [part for part in parts if not any(each.story.id in kept_apart for each in part)]
    if len(free) < 2:
        return []
    everybody = [each for part in free for each in part]
    if label == "location":
        if _is_known_place(everybody):
            return [(everybody, _Bond("same", f"{called} is one place."))]
        reason = "Taken for one place: the name is the same."
        return [(everybody, _Bond("presumed", reason))]
    if _is_full(called):
        reason = "Taken for one person: the full name is the same."
        return [(everybody, _Bond("presumed", reason))]
    return _in_company(free, known)


def _is_known_place(held: Sequence[_Held]) -> bool:
    entity = held[0].entity
    if lexicon.place(entity.name):
        return True
    return isinstance(entity, Location) and entity.kind not in _BY_OWNER


def _in_company(
    parts: Sequence[Sequence[_Held]], known: Mapping[str, set[str]]
) -> list[tuple[list[_Held], _Bond]]:
    """Give the groups of a bare name that share company: somebody of one full name beside them."""
    by_companion: dict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        for companion in sorted({c for each in part for c in known.get(each.story.id, ())}):
            by_companion[companion].append(number)
    group_of = list(range(len(parts)))
    company: dict[int, str] = {}
    for companion, numbers in sorted(by_companion.items()):
        lead = group_of[numbers[0]]
        for number in numbers[1:]:
            former = group_of[number]
            if former != lead:
                company.setdefault(lead, companion)
                group_of = [lead if group == former else group for group in group_of]
    joined = []
    for lead, companion in company.items():
        members = [each for n, part in enumerate(parts) if group_of[n] == lead for each in part]
        if len(members) > 1:
            who = _written(companion, members[0].story)
            reason = f"Taken for one person: {who} stands beside the name each time."
            joined.append((members, _Bond("presumed", reason)))
    return joined


def _written(group: str, story: Story) -> str:
    return next(c.name for c in story.characters if key(c.name) == group)


def _between(
    label: Label,
    called: str,
    parts: Sequence[Sequence[_Held]],
    said: Sequence[Statement],
) -> list[Tie]:
    """Give what is known of the individuals under one name, one beside another."""
    if len(parts) < 2:
        return []
    ties = []
    told_apart: set[int] = set()
    for statement in said:
        among = tuple(
            number
            for number, part in enumerate(parts)
            if any(each.story.id in statement.different for each in part)
        )
        if len(among) > 1:
            bond = _by_editor("different", statement)
            ties.append(Tie(among, bond.identity, bond.reason, bond.by))
            told_apart.update(among)
    if len(told_apart) < len(parts):
        ties.append(Tie(tuple(range(len(parts))), "open", _open(label, called, parts)))
    return ties


_NUMBERS = "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()


def _open(label: Label, called: str, parts: Sequence[Sequence[_Held]]) -> str:
    stories = len({each.story.id for part in parts for each in part})
    count = _NUMBERS[stories] if stories < len(_NUMBERS) else str(stories)
    if label == "location":
        return (
            f"{count} stories have a place called {called}. "
            "The texts do not say whether it is one place."
        )
    pronoun = {"f": "she is", "m": "he is"}.get(
        lexicon.given(called.split(maxsplit=1)[0]) or "", "they are"
    )
    return (
        f"{count} stories have someone called {called}. "
        f"The texts do not say whether {pronoun} the same person."
    )


def _sum(held: Sequence[_Held], ties: Sequence[Tie]) -> Identity:
    if len(held) == 1:
        return "single"
    found = {tie.identity for tie in ties}
    return next(iter(found)) if len(found) == 1 else "mixed"


def _with_see_also(names: Sequence[Name]) -> tuple[Name, ...]:
    """Give ``names``, each bare one pointing to the full names that it could be short for."""
    longer: dict[str, list[str]] = defaultdict(list)
    for name in names:
        words = key(name.name).split()
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            longer[word].append(name.slug)
    return tuple(replace(name, see_also=tuple(longer.get(key(name.name), ()))) for name in names)

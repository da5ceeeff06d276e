"""Questions across stories: whether entities of one name in several stories are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from anthology import labels
from anthology.model import (
    Answer,
    Anthology,
    Entity,
    Evidence,
    Individual,
    Name,
    Question,
    Story,
    Tie,
)
from anthology.names.comparison import key, words
from anthology.review.entry import Looked, entry, file_of, quoted, short
from anthology.review.variants import alike

_MOST_STORIES = 6
"""Most entities that a question quotes."""

_Held = Mapping[str, tuple[Story, Entity]]
"""Each entity and its story, by the id of the entity."""


def questions(anthology: Anthology, looked: Looked) -> Iterator[Question]:
    """Yield questions about open and presumed identity, shorter names and two spellings.

    What is presumed is asked about if the ground is not only the same name.
    """
    held = {e.id: (story, e) for story in anthology.stories for e in story.entities}
    for label in labels.TABLE:
        names = anthology.of(label.name)
        by_slug = {name.slug: name for name in names}
        for name in names:
            found = [_about(name, tie, held) for tie in name.ties]
            found += (_shorter(name, by_slug[slug], held, looked) for slug in name.see_also)
            yield from filter(None, found)
        for one, other in alike(names, lambda name: key(name.name, name.label)):
            rare, common = sorted((one, other), key=lambda n: len(_sections(n, held)))
            if not _all_looked(rare, held, looked):
                yield _two_spellings(rare, common, held)


def _sections(name: Name, held: _Held) -> list[tuple[Story, Entity]]:
    """Return all entities of a name with their stories."""
    return [held[entity] for each in name.individuals for entity in each.entities]


def _all_looked(name: Name, held: _Held, looked: Looked) -> bool:
    """Return whether the editor has an entry for all entities of a name."""
    return all(looked.at(entity.name, story.id) for story, entity in _sections(name, held))


def _about(name: Name, tie: Tie, held: _Held) -> Question | None:
    """Return the question that a tie raises, if any."""
    if tie.by or "same story" in tie.grounds:
        return None
    individuals = [name.individuals[number] for number in tie.among]
    told = [_told(each, held) for each in individuals]
    if tie.identity == "open":
        stories = [pairs[0] for pairs in told]
        return _identity("open", name, tie, stories)
    if tie.identity == "presumed" and not set(tie.grounds) <= {"full name", "place name"}:
        return _identity("presumed", name, tie, told[0])
    return None


def _told(each: Individual, held: _Held) -> list[tuple[Story, Entity]]:
    """Return the entities of an individual with their stories."""
    return [held[entity] for entity in each.entities]


def _identity(kind: str, name: Name, tie: Tie, told: Sequence[tuple[Story, Entity]]) -> Question:
    """Return the question whether the entities ``told`` of a name are one."""
    file = file_of(name.label)
    ids = list(dict.fromkeys(short(story.id) for story, _ in told))
    thing = labels.of(name.label).noun
    choices = [
        ("It is one", "same"),
        ("They are not", "different"),
        *([("It cannot be told", "open")] if kind == "open" else []),
    ]
    return Question(
        kind=kind,
        weight=sum(len(entity.mentions) for _, entity in told),
        asked=f"Is {name.name} one {thing} in {len(ids)} stories? {tie.reason}",
        evidence=_side_by_side(told),
        answers=tuple(Answer(says, file, entry(name.name, **{key: ids})) for says, key in choices),
    )


def _side_by_side(told: Iterable[tuple[Story, Entity]]) -> tuple[Evidence, ...]:
    """Return the first passages of each entity, but not of too many."""
    return tuple(
        each
        for story, entity in list(told)[:_MOST_STORIES]
        for each in quoted(entity.name, story, entity.mentions)
    )


def _shorter(name: Name, other: Name, held: _Held, looked: Looked) -> Question | None:
    """Return the question whether a bare name is short for a full name in another story, if any."""
    if len(words(name.name)) > 1 or len(words(other.name)) == 1:
        return None
    told = [p for p in _sections(name, held) if not looked.at(p[1].name, p[0].id)]
    there = {story.id for story, _ in _sections(other, held)}
    told = [(story, entity) for story, entity in told if story.id not in there]
    if not told:
        return None
    ids = [short(story.id) for story, _ in told]
    file = file_of(name.label)
    return Question(
        kind="short",
        weight=sum(len(entity.mentions) for _, entity in told),
        asked=f"Is {name.name} the {other.name} of another story?",
        evidence=(*_side_by_side(told), *_side_by_side(_sections(other, held)[:1])),
        answers=(
            Answer("Yes", file, entry(other.name, aliases=name.name, stories=ids)),
            Answer("No", file, entry(name.name, stories=ids)),
        ),
    )


def _two_spellings(rare: Name, common: Name, held: _Held) -> Question:
    """Return the question whether the rarer of two names is a spelling of the other."""
    told = _sections(rare, held)
    ids = [short(story.id) for story, _ in told]
    file = file_of(rare.label)
    return Question(
        kind="spelling",
        weight=len(told),
        asked=f"Is {rare.name} another spelling of {common.name}?",
        evidence=(*_side_by_side(told), *_side_by_side(_sections(common, held)[:1])),
        answers=(
            Answer("Yes", file, entry(common.name, aliases=rare.name, stories=ids)),
            Answer("No", file, entry(rare.name, stories=ids)),
        ),
    )

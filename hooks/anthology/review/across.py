"""Questions across stories: whether somebody of one name in two stories is one person."""

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
"""Most stories that a question quotes."""

_Held = Mapping[str, tuple[Story, Entity]]
"""Each entity and its story, by its id."""


def questions(anthology: Anthology, looked: Looked) -> Iterator[Question]:
    """Yield what is open, what is presumed on company alone, and what is spelt in two ways."""
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
    return [held[entity] for each in name.individuals for entity in each.entities]


def _all_looked(name: Name, held: _Held, looked: Looked) -> bool:
    return all(looked.at(entity.name, story.id) for story, entity in _sections(name, held))


def _about(name: Name, tie: Tie, held: _Held) -> Question | None:
    if tie.by:
        return None
    individuals = [name.individuals[number] for number in tie.among]
    told = [_told(each, held) for each in individuals]
    if tie.identity == "open":
        stories = [pairs[0] for pairs in told]
        return _identity("open", name, tie, stories)
    alone = set(tie.grounds) <= {"full name", "place name"}
    if tie.identity == "presumed" and (not alone or _by_several(told[0])):
        return _identity("presumed", name, tie, told[0])
    return None


def _by_several(told: Iterable[tuple[Story, Entity]]) -> bool:
    """Whether no author has told of somebody in all stories, so that it may be two of a name."""
    authors = [set(story.authors) for story, _ in told]
    return all(authors) and not set.intersection(*authors)


def _told(each: Individual, held: _Held) -> list[tuple[Story, Entity]]:
    return [held[entity] for entity in each.entities]


def _identity(kind: str, name: Name, tie: Tie, told: Sequence[tuple[Story, Entity]]) -> Question:
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
    return tuple(
        each
        for story, entity in list(told)[:_MOST_STORIES]
        for each in quoted(entity.name, story, entity.mentions)
    )


def _shorter(name: Name, other: Name, held: _Held, looked: Looked) -> Question | None:
    """Ask whether a bare name is somebody's whose full name another story gives."""
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

"""Questions of kind: whether a name is that of a person, a place or neither, and whose it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from anthology import labels
from anthology.labels import NEITHER
from anthology.model import Answer, Anthology, Entity, Judgement, Question, Story
from anthology.names import lexicon
from anthology.names.comparison import key, spelling
from anthology.review.entry import Looked, entry, file_of, quoted, short

_CLEAR = 2.0
"""Margin of a judgement from which recognition is trusted and no question is asked."""
_CLEAR_IF_SINGLE = 3.0
"""The same for a name that stands only once in the whole anthology, so that nothing confirms it."""
_CLEAR_IF_BOTH = 4.0
"""The same for a place whose name persons have too. A person with such a name is always asked
about."""
_CLEAR_IF_OUT = 2.5
"""The same for a name that is not in the index, where nobody would miss it."""
_MOST_STORIES = 3
"""Most stories that a question quotes."""
_PERSON, _PLACE = labels.CHARACTER.name, labels.LOCATION.name
_CALLED: Final[Mapping[str | None, str]] = {
    **{label.name: f"a {label.noun}" for label in labels.TABLE},
    None: NEITHER,
}
"""What a question calls each label; None for neither."""


@dataclass(slots=True)
class _Doubt:
    """A name that may not be what it is taken for, in one or several stories."""

    kind: str
    """Kind of the question, one of ``KINDS``."""
    name: str
    label: str | None
    """The label under which it is indexed; None where it is not indexed."""
    likely: str
    """The likeliest label."""
    seen: list[tuple[Story, Judgement]] = field(default_factory=list)
    """The stories that have the name, and the judgements about it."""
    owners: dict[str, Entity] = field(default_factory=dict)
    """Entities whose name could have this form, by their names."""


def questions(
    anthology: Anthology, judgements: Mapping[str, Sequence[Judgement]], looked: Looked
) -> Iterator[Question]:
    """Yield a question for each name that may not be what it is taken for."""
    total = _totals(anthology)
    doubts: dict[tuple[str, str, str | None], _Doubt] = {}
    for story in anthology.stories:
        held = _held(story)
        for each in judgements.get(story.id, ()):
            if looked.at(each.name, story.id):
                continue
            spans = ((m.paragraph, m.start) for m in each.mentions)
            entity = next((held[span] for span in spans if span in held), None)
            found = _indexed(each, entity, total) if entity else _left_out(story, each, total)
            if found:
                doubt = doubts.setdefault((found.kind, found.name, found.label), found)
                doubt.seen.append((story, each))
                doubt.owners |= found.owners
    yield from (_question(doubt) for doubt in doubts.values())


def _question(doubt: _Doubt) -> Question:
    """Return the question about a name, with every answer that is possible."""
    stories = [short(story.id) for story, _ in doubt.seen]
    first = doubt.label or doubt.likely
    asked = f"Is “{doubt.name}” {_CALLED[first]}?"
    answers = [
        Answer(
            f"It is {owner.name}",
            file_of(first),
            entry(owner.name, aliases=doubt.name, stories=stories),
        )
        for owner in doubt.owners.values()
    ]
    for label in (first, *(each for each in _CALLED if each != first)):
        lines = entry(doubt.name, is_=label or NEITHER, stories=stories)
        answers.append(Answer(f"It is {_CALLED[label]}", file_of(label or _PERSON), lines))
    if not doubt.label and doubt.likely == _PERSON and not doubt.owners:
        answers += _by_another_name(doubt)
    if doubt.label == _PERSON and len(doubt.seen) == 1 and doubt.seen[0][1].is_of_both:
        answers.append(_in_places(doubt))
    return Question(
        kind=doubt.kind,
        weight=sum(len(each.mentions) / (1 + max(0, each.margin)) for _, each in doubt.seen),
        asked=asked if doubt.label else f"“{doubt.name}” is not in the index. {asked}",
        evidence=tuple(
            words
            for story, each in doubt.seen[:_MOST_STORIES]
            for words in quoted(doubt.name, story, each.mentions)
        ),
        answers=tuple(answers),
    )


def _by_another_name(doubt: _Doubt) -> list[Answer]:
    """Return the answer that a character of the story is called so, with the most mentioned one.

    There is none if the story has no characters, or several stories have the name.
    """
    story, _ = doubt.seen[0]
    if not story.characters or len(doubt.seen) > 1:
        return []
    whose = story.characters[0].name
    lines = entry(whose, aliases=doubt.name, stories=short(story.id))
    return [Answer(f"It is what {whose} is called, or whose name you put", file_of(_PERSON), lines)]


def _in_places(doubt: _Doubt) -> Answer:
    """Return the answer that a person and a place share the name in one story."""
    story, each = doubt.seen[0]
    paragraphs = [str(number) for number in sorted({m.paragraph + 1 for m in each.mentions})]
    lines = entry(doubt.name, is_=_PLACE, stories=short(story.id), paragraphs=paragraphs)
    return Answer(f"In {short(story.id)} it is a place too, here", file_of(_PLACE), lines)


def _held(story: Story) -> dict[tuple[int, int], Entity]:
    """Return the entity by the paragraph and the offset of each code point of its mentions."""
    held: dict[tuple[int, int], Entity] = {}
    for entity in story.entities:
        for mention in entity.mentions:
            for at in range(mention.start, mention.end):
                held[mention.paragraph, at] = entity
    return held


def _totals(anthology: Anthology) -> dict[str, int]:
    """Return the number of mentions in the anthology by the key of each form of a name."""
    total: dict[str, int] = defaultdict(int)
    for story in anthology.stories:
        for entity in story.entities:
            for name in {key(n, entity.label) for n in (entity.name, *entity.aliases)}:
                total[name] += len(entity.mentions)
    return total


def _indexed(each: Judgement, entity: Entity, total: Mapping[str, int]) -> _Doubt | None:
    """Return the doubt about a name that is indexed, or None if it is clear enough."""
    label = entity.label
    single = total[key(entity.name, label)] == 1
    several = len({spelling(m.name) for m in entity.mentions}) > 1
    if each.is_of_both:
        sure = label == _PLACE and each.margin >= _CLEAR_IF_BOTH
    elif several:
        # Another form of the name confirms it.
        sure = each.margin >= _CLEAR / 2
    else:
        sure = each.margin >= (_CLEAR_IF_SINGLE if single else _CLEAR)
    if sure:
        return None
    kind = "single" if single and each.margin >= _CLEAR and not each.is_of_both else "kind"
    return _Doubt(kind, each.name, label, label)


def _left_out(story: Story, each: Judgement, total: Mapping[str, int]) -> _Doubt | None:
    """Return the doubt about a name that is not indexed, or None if it is clear enough.

    The doubt has the entities whose name could have this form.
    """
    own = key(each.name, _PERSON)
    if each.label is None and each.margin >= _CLEAR_IF_OUT and not total.get(own):
        return None
    if each.label is None and lexicon.other(each.name):
        # Words such as Christmas and French.
        return None
    owners = {
        entity.name: entity
        for entity in story.of(each.mentions[0].label)
        if own in key(entity.name, entity.label).split()
    }
    return _Doubt("left out", each.name, None, each.mentions[0].label, owners=owners)

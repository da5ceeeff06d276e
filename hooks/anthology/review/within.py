"""Questions within one story: whether entities are one or two, and whose a form of a name is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from anthology import labels
from anthology.model import Answer, Character, Entity, Mention, Question, Story
from anthology.names import gender, lexicon, nicknames
from anthology.names.comparison import key, words
from anthology.review.entry import Looked, entry, file_of, quoted, short
from anthology.review.variants import alike

_MAY_BE_A_WORD = re.compile(
    r"(?:^|[.!?…:;—–][\"”’»]?\s+|[\"“«‘])[\"“«‘]?$|\b(?:in|of|by|since|last|next|until) $"
)
"""What stands before the first word of a sentence, or before a month: ``in``."""
_NEXT_WORDS = re.compile(r"(?:\W{1,2}\w+){1,3}")
"""Up to three words after a mention: *, come back*."""


def questions(stories: Sequence[Story], looked: Looked) -> Iterator[Question]:
    """Yield questions about entities of a story that may be one, and forms that may be wrong."""
    for story in stories:
        pairs = [pair for label in labels.TABLE for pair in _pairs(story.of(label.name))]
        for one, other in pairs:
            if not (looked.at(one.name, story.id) or looked.at(other.name, story.id)):
                yield _one_or_two(story, one, other)
        for entity, alias, rival in _borrowed(story.characters):
            if not looked.at(alias, story.id):
                yield _whose(story, entity, alias, rival)
        everyday = [word for each in story.characters for word in _everyday(story, each).items()]
        for word, mentions in everyday:
            if not looked.at(word, story.id):
                yield _word_or_name(story, word, mentions)


def _pairs(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Yield the pairs of entities that may be one.

    Their names share a word, are forms of the same given name, or are spelt alike.
    """
    by_word: dict[str, list[Entity]] = defaultdict(list)
    by_mark: dict[str | int, list[Entity]] = defaultdict(list)
    for entity in entities:
        for word in dict.fromkeys(_words(entity)):
            by_word[word].append(entity)
        marks = nicknames.marks(_words(entity)[0]) if isinstance(entity, Character) else ()
        for mark in sorted(marks, key=str):
            by_mark[mark].append(entity)
    alike = (
        pair
        for bearers in (*by_word.values(), *by_mark.values())
        for pair in combinations(bearers, 2)
        if pair[0] is not pair[1] and _could_be_one(*pair)
    )
    found: dict[tuple[str, str], tuple[Entity, Entity]] = {}
    for one, other in (*alike, *_spelt_alike(entities)):
        found.setdefault((one.id, other.id), (one, other))
    yield from found.values()


def _spelt_alike(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Yield the pairs whose names differ by a slip, or a bare name and a word of the other name."""
    yield from alike(entities, lambda entity: key(entity.name, entity.label))
    spelt = [(entity, word) for entity in entities for word in _words(entity)]
    for (one, _), (other, _) in alike(spelt, lambda pair: pair[1]):
        if one is not other and 1 in (len(_words(one)), len(_words(other))):
            yield one, other


def _words(entity: Entity) -> tuple[str, ...]:
    """Return the words of a name that are compared; of a place, those of four letters or more."""
    if isinstance(entity, Character):
        return words(entity.name)
    return tuple(word for word in key(entity.name, entity.label).split() if len(word) > 3)


def _could_be_one(one: Entity, other: Entity) -> bool:
    """Return whether two entities could be one, by the words and the genders of their names."""
    if not isinstance(one, Character):
        mine, theirs = set(_words(one)), set(_words(other))
        return bool(mine) and bool(theirs) and (mine <= theirs or theirs <= mine)
    mine, theirs = set(words(one.name)), set(words(other.name))
    genders = {gender.of(each.name, each.aliases) for each in (one, other)} - {None}
    a, b = words(one.name)[0], words(other.name)[0]
    bare = len(mine) == 1 or len(theirs) == 1
    pet = nicknames.akin(a, b) or nicknames.diminutive(a, b) or nicknames.diminutive(b, a)
    return len(genders) < 2 and (mine <= theirs or theirs <= mine or (bare and pet))


def _one_or_two(story: Story, one: Entity, other: Entity) -> Question:
    """Return the question whether two entities are one."""
    long, short_form = sorted((one, other), key=lambda e: (-len(_words(e)), -len(e.mentions)))
    file, where = file_of(one.label), short(story.id)
    return Question(
        kind="merge",
        weight=len(one.mentions) + len(other.mentions),
        asked=f"Are {long.name} and {short_form.name} one {labels.of(one.label).noun}?",
        evidence=(
            *quoted(long.name, story, long.mentions[:1]),
            *quoted(short_form.name, story, short_form.mentions),
        ),
        answers=(
            Answer("They are one", file, entry(long.name, aliases=short_form.name, stories=where)),
            Answer("They are two", file, entry(short_form.name, stories=where)),
        ),
    )


def _borrowed(entities: Sequence[Character]) -> Iterator[tuple[Entity, str, Entity]]:
    """Yield each alias of one word that also stands in another character's name.

    It comes as the entity that has the alias, the alias, and the other entity.
    """
    by_word: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for word in dict.fromkeys(words(entity.name)):
            by_word[word].append(entity)
    for entity in entities:
        for alias in entity.aliases:
            bare = words(alias)
            rivals = by_word[bare[0]] if len(bare) == 1 else []
            rival = next((r for r in rivals if r is not entity and _can_bear(r, alias)), None)
            if rival:
                yield entity, alias, rival


def _can_bear(entity: Entity, alias: str) -> bool:
    """Return whether ``alias``, with its title, could be a form of the name of ``entity``."""
    styled = gender.styled([alias])
    own = gender.of(entity.name, entity.aliases)
    return not (styled and own and own not in styled)


def _whose(story: Story, entity: Entity, alias: str, rival: Entity) -> Question:
    """Return the question whether an alias always means ``entity``, and never ``rival``."""
    mentions = [m for m in entity.mentions if m.name == alias]
    where = short(story.id)
    paragraphs = [str(number) for number in sorted({m.paragraph + 1 for m in mentions})]
    file = file_of(labels.CHARACTER.name)
    settled = entry(entity.name, aliases=alias, stories=where)
    moved = entry(rival.name, aliases=alias, stories=where, paragraphs=paragraphs)
    return Question(
        kind="split",
        weight=len(mentions),
        asked=f"Is “{alias}” always {entity.name}, and never {rival.name}?",
        evidence=quoted(alias, story, mentions),
        answers=(
            Answer(f"It is {entity.name}", file, settled),
            Answer(f"It is {rival.name} in these paragraphs; keep those where it is", file, moved),
        ),
    )


def _everyday(story: Story, entity: Entity) -> dict[str, list[Mention]]:
    """Return the mentions that may be an everyday word, by form: Will you, in June, Rose petals.

    In mid-sentence, such a word with a capital is a name. At the beginning of a sentence, or in a
    date, it may be a word.
    """
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in entity.mentions:
        written, capital = lexicon.counts(mention.name)
        if " " in mention.name or not (written > capital or lexicon.other(mention.name) == "time"):
            continue
        if _MAY_BE_A_WORD.search(story.paragraphs[mention.paragraph][: mention.start]):
            found[mention.name].append(mention)
    return found


def _word_or_name(story: Story, word: str, mentions: Sequence[Mention]) -> Question:
    """Return the question whether ``word`` is a name in these mentions."""
    where, file = short(story.id), file_of(labels.CHARACTER.name)
    quotes = list(dict.fromkeys(_with_what_follows(story, mention) for mention in mentions))
    return Question(
        kind="split",
        weight=len(mentions),
        asked=f"Is “{word}” somebody's name here, and not the word?",
        evidence=quoted(word, story, mentions, len(mentions)),
        answers=(
            Answer("It is", file, entry(word, stories=where)),
            Answer(
                "It is the word, in these places; keep those where it is",
                file,
                entry(word, is_="neither", stories=where, quote=quotes),
            ),
        ),
    )


def _with_what_follows(story: Story, mention: Mention) -> str:
    """Return the text of a mention with up to three words that follow it."""
    text = story.paragraphs[mention.paragraph]
    following = _NEXT_WORDS.match(text, mention.end)
    return text[mention.start : following.end() if following else mention.end]

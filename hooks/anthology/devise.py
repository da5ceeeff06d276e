"""Devised titles: what a cataloguer calls a story that has no title of its own.

A title shall tell a story from the others of its anthology, and say nothing that is doubtful. So
all stories are looked at together, and where no name serves, the opening words of a story do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from anthology.memory import Memory
from anthology.model import Character, Location, Mention, Story
from anthology.names import comparison, gender, honorifics, lexicon
from anthology.names.nobody import is_nobody
from anthology.text.passages import incipit
from anthology.text.sentences import bounds

_FEWEST_MENTIONS = 3
"""Fewest mentions of a character that a story may be called after."""
_SERIES = 3
"""A hero of at least this many stories does not tell one of them from the others."""
_MINOR = 4
"""Somebody is too minor for a title who has less than one mention for that many of the hero's."""
_OPENING = 2
"""Number of paragraphs, from the first, in which the place for a title is first mentioned."""
_SETTLEMENTS = frozenset({"city", "district", "invented"})
"""Kinds of place that people live in."""
_LIVED_IN = re.compile(
    r"\b(?:streets|city|town|village|district|quarter|suburb|port|outskirts|people) of\s+$"
    r"|\b(?:lived|lives|live|born|arrived|settled|stayed) (?:in|at)\s+$",
    re.IGNORECASE,
)
"""What stands before the name of a place that people live in: *the streets of*, *was born in*."""
_THERE = re.compile(
    r"(?:\b[a-zà-ÿ][\w-]*,? |^)"
    r"(?:[Ii]n|[Ii]nto|[Aa]t|on|through|across|around|inside|near|(?:c[ao]me|returned|moved) to)"
    r" (?:(?:the|this) )?(?:\w+ )?"
    r"(?:(?:streets|city|town|village|district|quarter|outskirts) of )?$"
)
"""What stands before a place where somebody is: *walked into the busy streets of*."""
_ELSEWHERE = re.compile(
    r"\bhad (?:\w+ )?(?:been|\w+ed|\w+en|\w+t)\b[^.;,]*$"
    r"|\b(?:who|whom|whose|which|that|when|if|where|because|until|before|after|since|as|like|than|"
    r"would|should|could|might|born|dreamt|dreamed|dreams?|thought|thinking)\b",
    re.IGNORECASE,
)
"""A word before a place by which somebody else, or at another time, is there: *had been*, *who*."""
_SOMEBODY = re.compile(
    r"(?:he|she|they|we|i|it|this|there|everyone|everybody)\b(?!['’]s\b)", re.IGNORECASE
)
"""The subject of a sentence about whoever is there, or about the place: *It was autumn*."""
_OPENS = re.compile(r"(?:in|at) (?:the )?$", re.IGNORECASE)
"""What stands before a place that opens its sentence: *In Rome it rained*."""


def devise(stories: Sequence[Story], memory: Memory | None = None) -> list[Story]:
    """Return ``stories``, each with a title: its own, or one that is devised by rule.

    A devised title is *Person in Place*. The person is the character with the most mentions, at
    least three. If the next character has at least two thirds as many, the title is *A and B*. The
    place is the first in the first two paragraphs that people live in, if the person acts there;
    without one, the title is the person alone. Where one hero is in several stories, somebody else
    gives the name, who is in few. If there is no such person, the title is the incipit.

    If two stories had the same title, the devised ones are the incipits in quotation marks.
    """
    memory = memory or Memory()
    leading = [
        memory.recall(_leading, story.id, story) if story.title is None else () for story in stories
    ]
    heroes = _Heroes(persons[0] for persons in leading if persons)
    titled = [
        memory.recall(_titled, story.id, story, persons, tuple(map(heroes.recur, persons)))
        if story.title is None
        else story
        for story, persons in zip(stories, leading, strict=True)
    ]
    spelt = [comparison.spelling(story.title or "") for story in titled]
    times = Counter(spelt)
    return [
        memory.recall(_quoted, story.id, story)
        if story.title_source == "devised" and times[spelling] > 1
        else story
        for story, spelling in zip(titled, spelt, strict=True)
    ]


def _quoted(story: Story) -> Story:
    """Return ``story`` with its incipit in quotation marks, in which others become single ones."""
    words = incipit(story).translate(str.maketrans("“”", "‘’"))
    return replace(story, title=f"“{words}”")


class _Heroes:
    """The most mentioned persons of the stories, and of how many stories each is that."""

    def __init__(self, heroes: Iterable[Character]) -> None:
        self._called: Counter[tuple[str, ...]] = Counter()
        """How many heroes have a name, by its words."""
        self._fuller: Counter[str] = Counter()
        """How many heroes have a full name that begins or ends with a word."""
        for hero in heroes:
            called = comparison.words(hero.name)
            self._called[called] += 1
            if len(called) > 1:
                self._fuller.update({called[0], called[-1]})

    def recur(self, person: Character) -> bool:
        """Return whether somebody so called, more or less fully, is the hero of several stories."""
        called = comparison.words(person.name)
        first, last = called[0], called[-1]
        if len(called) == 1:
            return self._called[called] + self._fuller[first] >= _SERIES
        bare = sum(self._called[word,] for word in {first, last})
        return self._called[called] + bare >= _SERIES


def _leading(story: Story) -> tuple[Character, ...]:
    """Return the hero of a story, and whoever is not too minor for a title, most mentioned first.

    It is empty if nobody takes part in the story.
    """
    acting = (person for person in story.characters if person.role == "character")
    persons = [person for person in acting if not is_nobody(person.name)]
    return tuple(p for p in persons if _MINOR * len(p.mentions) >= len(persons[0].mentions))


def _titled(story: Story, leading: Sequence[Character], recur: Sequence[bool]) -> Story:
    """Return a story with a title, which may still be that of another story, too.

    ``recur`` says of each of its ``leading`` persons whether several stories have such a hero.
    """
    return replace(story, title=_title(story, leading, recur), title_source="devised")


def _title(story: Story, leading: Sequence[Character], recur: Sequence[bool]) -> str:
    """Return a title for a story."""
    hero = next(iter(leading), None)
    if not hero or len(hero.mentions) < _FEWEST_MENTIONS or not _is_clear(hero, story):
        return incipit(story)
    others = (
        person
        for person, recurs in zip(leading[1:], recur[1:], strict=True)
        if not (recurs and recur[0]) and _is_clear(person, story)
    )
    other = next(others, None)
    if other and 3 * len(other.mentions) >= 2 * len(hero.mentions):
        return f"{hero.name} and {other.name}"
    if not recur[0]:
        return _with_place(hero, story)
    if other and len(other.mentions) >= _FEWEST_MENTIONS:
        return _with_place(other, story)
    return incipit(story)


def _is_clear(person: Character, story: Story) -> bool:
    """Return whether it is clear whom a name means, so that it can stand in a title.

    It has no word of a closed class (*Can He*) and no holy word, is no firm and no ordinary word
    (*Rector*), and cannot be short for the name of somebody else in the story.
    """
    titles, bare = honorifics.split(person.name)
    words = bare.split()
    capitals = [word for word in words if word[0].isupper()]
    ordinary = len(words) == 1 and not titles and _is_common(bare)
    if not words or ordinary or "&" in words or any(map(is_nobody, capitals)):
        return False
    short = _words(person)
    return not any(
        short < _words(other) and _may_be_one(person, other) for other in story.characters
    )


def _is_common(word: str) -> bool:
    """Return whether a word is about as often an ordinary word as a name, or names a people."""
    small, capital = lexicon.counts(word)
    named = lexicon.given(word) or lexicon.surname(word)
    return not named and (2 * small > capital or lexicon.other(word) is not None)


@lru_cache(maxsize=lexicon.KEPT)
def _split(key: str) -> frozenset[str]:
    """Return the words of the key of a name."""
    return frozenset(key.split())


def _words(person: Character) -> frozenset[str]:
    """Return the words of the name of a person, without titles."""
    return _split(comparison.key(person.name, person.label))


def _may_be_one(person: Character, other: Character) -> bool:
    """Return whether the genders and titles of two names can be those of one person."""
    genders = {gender.of(each.name, each.aliases) for each in (person, other)} - {None}
    titles = [honorifics.split(each.name)[0] for each in (person, other)]
    return len(genders) < 2 and honorifics.agree(*titles)


def _with_place(person: Character, story: Story) -> str:
    """Return the name of a person, with the first place near the beginning where somebody acts."""
    places = (
        location
        for location in story.settings
        if location.mentions[0].paragraph < _OPENING
        and _is_lived_in(story, location)
        and any(_is_there(story, person, mention) for mention in location.mentions)
    )
    place = min(places, key=lambda location: location.mentions[0], default=None)
    return f"{person.name} in {place.name}" if place else person.name


def _is_lived_in(story: Story, location: Location) -> bool:
    """Return whether people live in ``location``, by its kind or the words before its name."""
    first = location.mentions[0]
    before = story.paragraphs[first.paragraph][: first.start]
    return location.kind in _SETTLEMENTS or (
        location.kind == "unknown" and bool(_LIVED_IN.search(before))
    )


def _is_there(story: Story, person: Character, mention: Mention) -> bool:
    """Return whether a mention of a place says that a person, or somebody, acts there.

    The narrator says so in a sentence that begins with the person or a pronoun, or with the place.
    """
    text = story.paragraphs[mention.paragraph]
    start, end = bounds(text, mention.start, mention.end)
    before, behind = text[start : mention.start], text[mention.end : end]
    if _is_spoken(text, mention.start) or re.match(r"['’-]", behind):
        return False
    if _OPENS.fullmatch(before):
        return _begins_with(person, behind.lstrip(" ,"))
    return bool(
        _begins_with(person, before) and _THERE.search(before) and not _ELSEWHERE.search(before)
    )


def _begins_with(person: Character, words: str) -> bool:
    """Return whether ``words`` begin with a name of a person or with a pronoun."""
    return bool(_SOMEBODY.match(words)) or words.startswith((person.name, *person.aliases))


def _is_spoken(text: str, at: int) -> bool:
    """Return whether a quotation is open at an offset of a paragraph."""
    return text.count("“", 0, at) > text.count("”", 0, at) or text.count('"', 0, at) % 2 == 1

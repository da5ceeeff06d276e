"""Stories made by hand, where a file would hide what a case is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from anthology import labels
from anthology.identify import identify
from anthology.model import (
    Anthology,
    Character,
    Location,
    Mention,
    Name,
    Seed,
    Statement,
    Story,
)
from anthology.names.filing import index
from anthology.text.address import slug


def mentions(paragraphs: Sequence[str], forms: Iterable[str], label: str) -> tuple[Mention, ...]:
    """Return the places where one of the ``forms`` stands, the longest form first."""
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    return tuple(
        Mention(number, found.start(), found.end(), found[0], label)
        for number, paragraph in enumerate(paragraphs)
        for found in pattern.finditer(paragraph)
    )


def person(story_id: str, forms: str, paragraphs: Sequence[str] = ()) -> Character:
    """Return a character by its ``forms``, as in ``Valérie Ivanov|Valérie``."""
    name, *aliases = forms.split("|")
    found = mentions(paragraphs, (name, *aliases), "character")
    identifier = f"{story_id}/{slug(name)}"
    return Character(id=identifier, name=name, aliases=tuple(aliases), mentions=found)


def place(story_id: str, name: str, paragraphs: Sequence[str] = ()) -> Location:
    """Return a location, which is where the story happens."""
    found = mentions(paragraphs, (name,), "location")
    return Location(id=f"{story_id}/{slug(name)}", name=name, mentions=found, relation="setting")


def story(
    story_id: str,
    *paragraphs: str,
    characters: Sequence[str] = (),
    locations: Sequence[str] = (),
    **more: object,
) -> Story:
    """Return a story that names ``characters`` (``Valérie Ivanov|Valérie``) and ``locations``.

    Without paragraphs, one that says each form once.
    """
    said = paragraphs or (". ".join(" and ".join(f.split("|")) for f in (*characters, *locations)),)
    known: dict[str, object] = {"title": f"Story {story_id}", "address": story_id, **more}
    return Story(
        id=story_id,
        source=f"{story_id}.txt",
        paragraphs=said,
        entities=(
            *(person(story_id, forms, said) for forms in characters),
            *(place(story_id, name, said) for name in locations),
        ),
        **known,  # type: ignore[arg-type]
    )


def anthology(*stories: Story, statements: Iterable[Statement] = ()) -> Anthology:
    """Return an anthology of stories whose names are known already."""
    names = identify(stories, statements)
    return Anthology(
        stories,
        tuple(n for x in labels.TABLE for n in index(n for n in names if n.label == x.name)),
    )


def characters(*stories: Story, statements: Iterable[Statement] = ()) -> dict[str, Name]:
    """Return the name pages of the characters, by name."""
    return _named("character", stories, statements)


def locations(*stories: Story, statements: Iterable[Statement] = ()) -> dict[str, Name]:
    """Return the name pages of the locations, by name."""
    return _named("location", stories, statements)


def _named(
    label: str, stories: Sequence[Story], statements: Iterable[Statement]
) -> dict[str, Name]:
    return {name.name: name for name in identify(stories, statements) if name.label == label}


def seed(text: str | bytes, name: str = "story.txt") -> Seed:
    """Return a seed."""
    return Seed(name, text if isinstance(text, bytes) else text.encode())

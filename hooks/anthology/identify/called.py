"""What an entity is called, and what that alone says of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from anthology import labels
from anthology.names import comparison, gender, honorifics, lexicon
from anthology.names.honorifics import Gender, Title
from anthology.names.nobody import is_nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What the name and the aliases of an entity say; of a label without titles only the first."""

    key: str
    """Key of the name page that the name leads to."""
    is_nobody: bool
    """Whether the name says of nobody who it is: *God*."""
    words: tuple[str, ...] = ()
    """The words of a person's name that identify the person."""
    full: bool = False
    """Whether a person's name is more than a given name or a surname alone."""
    gender: Gender | None = None
    """Gender of a person by titles and given name; None where they say nothing or contradict."""
    titles: frozenset[Title] = frozenset()
    """The titles in all forms of a person's name."""
    is_wife: bool = False
    """Whether a person has only a surname, with a woman's title in every form of the name."""
    is_famous: bool = False
    """Whether the name is a famous one, and not also known as a surname or a given name."""
    is_place: bool = False
    """Whether a known place has the name."""
    surnames: tuple[str, ...] = ()
    """Single names, in lower case, that follow a title in one of the forms; no title of kin."""


@lru_cache(maxsize=1 << 16)
def called(label: str, name: str, aliases: tuple[str, ...]) -> Called:
    """Return what the ``name`` and the ``aliases`` of an entity say."""
    key = comparison.key(name, label)
    if not labels.of(label).has_titles:
        return Called(key=key, is_nobody=is_nobody(name))
    forms = [honorifics.split(form) for form in (name, *aliases)]
    words, full = comparison.words(name), comparison.is_full(name)
    wife = not full and all(titles for titles, _ in forms) and _is_surname(key)
    wife = wife and gender.styled((name, *aliases)) == {"f"}
    return Called(
        # Mrs. Watson is not the same as Watson, and has her own page.
        key=f"mrs {key}" if wife else key,
        is_nobody=is_nobody(name),
        words=words,
        full=full,
        gender=gender.of(name, aliases),
        titles=frozenset(title for titles, _ in forms for title in titles),
        is_wife=wife,
        is_famous=not wife and _is_famous(words[-1].capitalize()),
        is_place=lexicon.place(name) is not None,
        surnames=tuple(
            bare.casefold()
            for titles, bare in forms
            if len(bare.split()) == 1 and any(title.sort != "kin" for title in titles)
        ),
    )


def _is_surname(bare: str) -> bool:
    """Return whether a bare name is not only known as a given name."""
    word = bare.capitalize()
    return not lexicon.given(word) or lexicon.surname(word)


def _is_famous(word: str) -> bool:
    """Return whether a word is a famous name, and no other name."""
    return lexicon.famous(word) and not (lexicon.surname(word) or lexicon.given(word))

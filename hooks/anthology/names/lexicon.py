"""What readers know before they begin a story: names, places, and how words are written.

The lists are small files in ``data/``. ``scripts/derive`` makes them from open sources
(``data/README.md``). Each file is read once, when it is first needed. Long lists are split whole,
not line by line, and what stands beside a word is only read when somebody asks for the word: so
all lists together load in an instant.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from anthology.model import PlaceKind

Gender = Literal["m", "f", "u"]
"""Gender of a given name; ``u`` where both are usual or it is not known."""
Other = Literal["nation", "time", "speech", "group"]
"""What a capitalised word can be that names neither a person nor a place."""

_DATA = Path(__file__).parent / "data"
KEPT = 1 << 14
"""How many answers about words are kept. The names of a story are asked about again and again, and
those of an anthology are few beside its mentions."""


class Place(NamedTuple):
    """A place that many readers know."""

    name: str
    kind: PlaceKind
    within: str | None
    """Name of the country, continent or other place that it lies in, where that is known."""
    size: int
    """How well known it is, from 1 (a town) to 3 (a country, a city of half a million)."""


def body(file: Path) -> str:
    """Return the text of a data file, without the comments at its head."""
    text = file.read_text(encoding="utf-8").rstrip("\n")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text


def lines(file: str) -> list[str]:
    """Return the lines of a data file, without the comments."""
    return body(_DATA / file).split("\n")


def _sections(file: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each heading of a data file, with the lines below it."""
    for section in ("\n" + body(_DATA / file)).split("\n= ")[1:]:
        heading, *below = section.split("\n")
        yield heading, below


def _pairs(file: str) -> dict[str, str]:
    """Return the first words of the lines of a data file, each with the rest of its line."""
    return {word: rest for word, _, rest in (line.partition("\t") for line in lines(file))}


def plain(word: str) -> str:
    """Return ``word`` without accents and in lower case, to compare spellings."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word)
    # Mark by mark instead of letter by letter, because a word may be a whole list.
    for mark in set(apart):
        if unicodedata.combining(mark):
            apart = apart.replace(mark, "")
    return apart.lower()


def _all_plain(words: Iterable[str]) -> list[str]:
    """Return some words as ``plain`` gives each; those with accents are made plain together."""
    every = list(words)
    accented = iter(plain("\n".join(w for w in every if not w.isascii())).split("\n"))
    return [w.lower() if w.isascii() else next(accented) for w in every]


@cache
def _given() -> dict[str, Gender]:
    """Return the given names, pet forms among them, with their gender."""
    found: dict[str, Gender] = {}
    for gender, names in _sections("given.txt"):
        found.update(dict.fromkeys(names, cast(Gender, gender)))
    for line in lines("nicknames.tsv"):
        full, _, pet_forms = line.partition("\t")
        genders = {known for name in full.split() if (known := found.get(name))}
        told = genders.pop() if len(genders) == 1 else "u"
        for name in (*full.split(), *pet_forms.split()):
            found.setdefault(name, told)
    return found


@cache
def _plain_given() -> dict[str, Gender]:
    """Return the same by the names without accents."""
    return dict(zip(_all_plain(_given()), _given().values(), strict=True))


@cache
def _famous() -> frozenset[str]:
    return frozenset(lines("famous.txt"))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(lines("surnames.txt"))


@cache
def _places() -> dict[str, str]:
    """Return the places by their names, each as the heading that it stands under."""
    found: dict[str, str] = {}
    for heading, below in _sections("landmarks.txt"):
        found.update((name, heading) for line in below for name in line.split("; "))
    # What places.txt has is more exact, so it comes last and replaces what was there before.
    for heading, names in _sections("places.txt"):
        found.update(dict.fromkeys(names, heading))
    return found


@cache
def _endings() -> dict[str, int]:
    """Return how much commoner each ending is in places than in persons, from -3 to 3."""
    return {ending: int(number) for ending, number in _pairs("endings.tsv").items()}


@cache
def _unaccented() -> dict[str, str]:
    """Return the names of places that have accents, by the names without them."""
    accented = [name for name in _places() if not name.isascii()]
    return dict(zip(_all_plain(accented), accented, strict=True))


@cache
def _others() -> dict[str, str]:
    """Return what each capitalised word is that names neither a person nor a place."""
    return _pairs("others.tsv")


@cache
def _counts() -> dict[str, str]:
    """Return how often novels write each word in lower case, and with a capital, as one text."""
    return _pairs("counts.tsv")


@lru_cache(maxsize=KEPT)
def given(word: str) -> Gender | None:
    """Return the gender of a given name, ``u`` if it is not clear; None for other words."""
    return _given().get(word) or (None if word.isascii() else _plain_given().get(plain(word)))


def surname(word: str) -> bool:
    """Return whether a word is known as a surname."""
    return word in _surnames()


@lru_cache(maxsize=KEPT)
def famous(word: str) -> bool:
    """Return whether a word by itself names a real person: *Monet*."""
    return word in _famous() or (not word.isascii() and plain(word).capitalize() in _famous())


@lru_cache(maxsize=KEPT)
def ending(word: str) -> int:
    """Return how much commoner a word's ending is in places than in persons, from -3 to 3.

    These are powers of two; a negative number means that it is commoner in persons.
    """
    known = _endings()
    word = word.lower()
    for length in (5, 4, 3):
        if len(word) > length and (found := known.get(word[-length:])):
            return found
    return 0


@lru_cache(maxsize=KEPT)
def place(name: str) -> Place | None:
    """Return the known place of that name, or None; accents may be left out in ``name``."""
    name = name.replace("’", "'")
    if name not in _places() and name.isascii():
        name = _unaccented().get(name.lower(), name)
    heading = _places().get(name)
    if heading is None:
        return None
    kind, within, size = heading.split("\t")
    return Place(name, cast(PlaceKind, kind), within or None, int(size))


@lru_cache(maxsize=KEPT)
def other(word: str) -> Other | None:
    """Return what a word is that names neither a person nor a place, or None if it is not known."""
    found = _others().get(word) or (_others().get(word[:-1]) if word.endswith("s") else None)
    return cast(Other | None, found)


@lru_cache(maxsize=KEPT)
def counts(word: str) -> tuple[int, int]:
    """Return how often novels write a word in lower case, and with a capital in mid-sentence."""
    lower, _, capital = _counts().get(word.lower(), "0").partition("\t")
    return int(lower), int(capital or 0)


@cache
def _heads() -> dict[str, dict[str, PlaceKind]]:
    """Return the kinds of place that head words make, by where the word stands and by the word."""
    found: dict[str, dict[str, PlaceKind]] = {"before": {}, "after": {}, "ending": {}}
    for line in lines("heads.tsv"):
        kind, where, words = line.split("\t")
        for word in words.split():
            found[where].setdefault(word, cast(PlaceKind, kind))
    return found


@lru_cache(maxsize=KEPT)
def head_before(word: str) -> PlaceKind | None:
    """Return the kind of place of a name that begins with ``word``, or None: *Rue*, *Lake*."""
    return _heads()["before"].get(word.lower())


@lru_cache(maxsize=KEPT)
def head_after(word: str) -> PlaceKind | None:
    """Return the kind of place of a name that ends with ``word``, or None: *Street*, *Bridge*."""
    return _heads()["after"].get(word.lower())


def heads_after() -> list[str]:
    """Return the head words that end a name, with a capital each: *Street*, *Bridge*."""
    return sorted(word.capitalize() for word in _heads()["after"])


@lru_cache(maxsize=KEPT)
def head_ending(word: str) -> PlaceKind | None:
    """Return the kind of place of a name whose last word ends like ``word``: *Prinsengracht*.

    It is None where no ending is known.
    """
    word, endings = word.lower(), _heads()["ending"]
    for length in range(min(9, len(word) - 3), 1, -1):
        if kind := endings.get(word[-length:]):
            return kind
    return None


@cache
def signs() -> dict[str, frozenset[str]]:
    """Return words that show what a name beside them stands for, by the headings of their list."""
    found: dict[str, frozenset[str]] = {}
    for heading, below in _sections("signs.txt"):
        found[heading] = found.get(heading, frozenset()).union(" ".join(below).split())
    return found

"""What readers know before they begin a story: names, places, and how words are written.

The lists are small files in ``data/``. ``scripts/derive`` makes them from open sources
(``data/README.md``). Each file is read once, when it is first needed.
"""

from __future__ import annotations

import unicodedata
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


def lines(file: str) -> list[str]:
    """Return the lines of a data file, without the comments."""
    text = (_DATA / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def plain(word: str) -> str:
    """Return ``word`` without accents and in lower case, to compare spellings."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word)
    return "".join(c for c in apart if not unicodedata.combining(c)).lower()


@cache
def _given() -> dict[str, Gender]:
    """Return the given names, pet forms among them, with their gender."""
    found: dict[str, Gender] = {}
    gender: Gender = "u"
    for line in lines("given.txt"):
        if line.startswith("= "):
            gender = cast(Gender, line[2:])
        else:
            found[line] = gender
    for line in lines("nicknames.tsv"):
        names, _, pet_forms = line.partition("\t")
        genders = {known for name in names.split() if (known := found.get(name))}
        gender = genders.pop() if len(genders) == 1 else "u"
        for name in (*names.split(), *pet_forms.split()):
            found.setdefault(name, gender)
    return found


@cache
def _plain_given() -> dict[str, Gender]:
    """Return the same by the names without accents."""
    return {plain(name): gender for name, gender in _given().items()}


@cache
def _famous() -> frozenset[str]:
    return frozenset(lines("famous.txt"))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(lines("surnames.txt"))


@cache
def _places() -> dict[str, Place]:
    """Return the places by their names."""
    found: dict[str, Place] = {}
    kind: PlaceKind = "unknown"
    within: str | None = None
    size = 0
    # What places.txt has is more exact, so it comes last and replaces what was there before.
    for line in (*lines("landmarks.txt"), *lines("places.txt")):
        if line.startswith("= "):
            what, land, known = line[2:].split("\t")
            kind, within, size = cast(PlaceKind, what), land or None, int(known)
        else:
            for name in line.split("; "):
                found[name] = Place(name, kind, within, size)
    return found


@cache
def _endings() -> dict[str, int]:
    """Return how much commoner each ending is in places than in persons, from -3 to 3."""
    return {e: int(n) for e, _, n in (line.partition("\t") for line in lines("endings.tsv"))}


@cache
def _unaccented() -> dict[str, Place]:
    """Return the places whose names have accents, by their names without them."""
    return {plain(name): place for name, place in _places().items() if not name.isascii()}


@cache
def _others() -> dict[str, Other]:
    """Return what each capitalised word is that names neither a person nor a place."""
    return {word: cast(Other, o) for word, _, o in (x.partition("\t") for x in lines("others.tsv"))}


@cache
def _counts() -> dict[str, tuple[int, int]]:
    """Return how often novels write each word in lower case, and with a capital."""
    found = {}
    for line in lines("counts.tsv"):
        word, *numbers = line.split("\t")
        found[word] = (int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0)
    return found


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
    return _places().get(name) or (_unaccented().get(name.lower()) if name.isascii() else None)


@lru_cache(maxsize=KEPT)
def other(word: str) -> Other | None:
    """Return what a word is that names neither a person nor a place, or None if it is not known."""
    return _others().get(word) or (_others().get(word[:-1]) if word.endswith("s") else None)


@lru_cache(maxsize=KEPT)
def counts(word: str) -> tuple[int, int]:
    """Return how often novels write a word in lower case, and with a capital in mid-sentence."""
    return _counts().get(word.lower(), (0, 0))


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
    heading = ""
    for line in lines("signs.txt"):
        if line.startswith("= "):
            heading = line[2:]
        else:
            found[heading] = found.get(heading, frozenset()) | frozenset(line.split())
    return found

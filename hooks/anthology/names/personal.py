"""What the name of a person is filed under: *Ivanov, Valérie*, *Louis XIV* or *Hale, Mrs*.

The rules are those of the Chicago Manual of Style (17th edition, chapter 16); it is silent on
bynames, for which they are those of libraries (AACR2, 22.8 to 22.11):

- The surname comes first. A particle in lower case follows the given name (*Gaulle, Charles de*),
  one with a capital belongs to the surname (*De Quincey, Thomas*), and so does one that holds an
  article (*du Bellay, Joachim*). *St.*, *Mac* and *Mc* are filed as they are spelled.
- A name without a surname is filed as it stands: monarchs, given names, a given name with a
  patronymic, bynames, firms. What has a surname first stays as it is, too.
- Titles follow the name (*Watson, Dr.*; *George, King*; *Wales, Prince of*). A mere courtesy is
  left out if the person's own given name is there: *Mr. John Benyon* is *Benyon, John*.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from anthology.names import honorifics, lexicon

_JOINED_PARTICLE: Final = re.compile(r"(?:a[dlnrs]|el)-(?=\w)|d['’](?=\w)")
"""A particle in lower case that is joined to its surname: *al-Rashid*, *d'Artois*."""

_OPEN_PARTICLE: Final = re.compile(r"\w+-(\w+)")
"""A word whose last part may be a particle of the next: *Smythe-de Winter*."""

_ARTICLED: Final = frozenset("du des le la les vom zum zur".split())
"""Particles that hold an article, and so belong to the surname even in lower case."""

_FIRST_PARTICLES: Final = frozenset(
    "de du des le la les van von vom zum di da della d' ap abu ibn bin umm st saint ste".split()
)
"""Particles that a surname without a given name can begin with: *Van Tahn*, but not *Al Jones*."""

_SAINTS: Final = frozenset("st saint ste sainte".split())
"""Words before the name of a saint, and before a surname made of it: *Neville St. Clair*."""

_REIGNING: Final = frozenset("king queen emperor empress pope tsar czar kaiser sultan shah".split())
"""Titles of people who are known by their given names: *Pope John Paul*."""

_COURTESIES: Final = frozenset(
    "mr mister mistah miss ms mx monsieur m mademoiselle mlle mam'zelle mam'selle herr fräulein "
    "fraulein señor senor sr señorita senorita srta signor signore signorina senhor".split()
)
"""Titles that say nothing of a person whose given name is known."""

_MARRIED: Final = frozenset(
    "mrs missus missis madame mme frau señora senora sra signora senhora".split()
)
"""The same of married women, whose husbands' names can follow: *Mrs. Stephen Ludberry*."""

_BEFORE_AN_OFFICE: Final = frozenset("monsieur m madame mme".split())
"""Titles before an office: *Monsieur le Curé*."""

_NUMBER: Final = re.compile(
    r"[IVX]|[IVXL]{2,}|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize",
    re.IGNORECASE,
)
"""The number of a monarch, as in Latin and in French: *Louis XIV*, *Louis Quinze*."""

_PATRONYMIC: Final = re.compile(
    r"\w*(?:[eo]vi(?:t?ch)|(?:[oey]v|[iy]nich|[iy]nish|ich|ish)na"
    r"|[aeiouy]\w*?[^\W\daeiouy][aeiouy]{0,2}itch|(?:il[iy]|luk|kuzm|fom|nikit|savv)ich)",
    re.IGNORECASE,
)
"""A name made of the father's: *Petrovitch*, *Kuzmitch*, *Ilyich*, *Sergyevna*, *Ilyinichna*."""

_BEFORE_A_SECOND: Final = frozenset(
    "Mary Marie Maria Anna Anne Ann Mae Rose Jean Juan José Jose Gian Hans Karl".split()
)
"""Given names that are often followed by a second: *Anne Marie*, *Jean Baptiste*."""

_AS_A_SECOND: Final = frozenset("Ann Anne Jane Mae Lou Sue Jo Louise Marie Belle Beth".split())
"""Given names that are often such a second: *Sarah Jane*."""

_HYPHENED: Final = re.compile(r"[^\W\d_]+-[^\W\d_]+")
"""A given name of two syllables, as Korean and Chinese names have it, the second of them in lower
case: *Min-su*. The surname stands before it."""

_COLOURS: Final = frozenset(
    "black blue brown golden gray green grey pink purple red scarlet silver white yellow".split()
)
"""Words that often begin a byname: *Red Ruth*."""

_FIRMS: Final = frozenset("co company sons bros brothers ltd limited inc".split())
"""Words that end the name of a firm, without full stops."""


def filed(name: str, forms: Collection[str] = ()) -> str:
    """Return what ``name`` is filed under; ``forms`` are the other forms of it in the stories."""
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        return f"{' '.join(words[1:])}, {words[0]}"
    if _has_seat(words):
        return f"{' '.join(words[2:])}, {' '.join(words[:2])}"
    if _is_phrase(words):
        return name
    titles, words, after = _apart(name)
    if not words or words[0] == "of":
        return name
    if not titles and _is_saint(words):
        return " ".join([*words[1:], *after]) + f", {words[0]}"
    if _is_whole(words, titles) or _is_surname_first(words, forms):
        behind, suffix = _titles_kept(titles, words if len(words) > 1 else []), ""
    else:
        words, given, suffix = _divided(words)
        behind = [*_titles_kept(titles, given), *given]
    if behind:
        words[-1] += ","
    heading = " ".join([*words, *behind, *after])
    return f"{heading}, {suffix}" if suffix else heading


def _apart(name: str) -> tuple[list[str], list[str], list[str]]:
    """Return the titles before a name, the bare name, and the titles after it, as words."""
    held, _ = honorifics.split(name)
    before = sum(not title.after for title in held)
    words = name.split()
    if not before and len(words) == 3 and _NUMBER.fullmatch(words[2]):
        # King and Duke can be given names, but not in King Otto III.
        before = int(honorifics.title(words[0]) is not None)
    titles, words = words[:before], words[before:]
    after: list[str] = []
    while len(words) > 1 and honorifics.title_after(words[-1]):
        after.insert(0, words.pop())
    return titles, words, after


def _has_seat(words: Sequence[str]) -> bool:
    """Return whether words are a title and its place: *Prince of Wales*, not *Prince of Peace*."""
    return (
        len(words) > 2
        and words[1] == "of"
        and honorifics.title(words[0]) is not None
        and not words[2].islower()
        and not _is_ordinary(words[-1])
    )


def _is_phrase(words: Sequence[str]) -> bool:
    """Return whether a name has no order that could be turned: a byname, a number, a firm."""
    if len(words) < 2:
        return False
    first, last = words[0], words[-1]
    if "&" in words or _plain(last) in _FIRMS:
        return True
    if re.search(r"\d|['’]s$", first) or last.isdigit():
        # 1st Soldier, Professor's Wife, Robot 7
        return True
    if len(words) == 3 and words[1] in ("le", "la") and _plain(first) in _BEFORE_AN_OFFICE:
        return True
    return not first.islower() and _is_byname(words)


def _is_byname(words: Sequence[str]) -> bool:
    """Return whether a name begins with a description: *Buffalo Bill*, *Old Mother Hubbard*.

    If a surname follows, it is filed under the surname: *Hickok, Wild Bill*.
    """
    first, last = words[0], words[-1]
    if first.lower() in honorifics.EPITHETS | _COLOURS:
        between = honorifics.split(" ".join(words[1:-1]))[1].split()
        return not between or (_is_ordinary(last) and not any(map(lexicon.given, between)))
    if not _is_ordinary(first) or any(map(honorifics.title, words[:-1])):
        return False
    return bool(lexicon.given(last) or honorifics.title(last)) or _is_ordinary(last)


def _is_ordinary(word: str) -> bool:
    """Return whether a word is no name but an ordinary word: *buffalo*, *widow*."""
    small, capital = lexicon.counts(word)
    gender = lexicon.given(word)
    return small > capital and (gender is None or (gender == "u" and not capital))


def _is_saint(words: Sequence[str]) -> bool:
    """Return whether a name is that of a saint: *St. Anne*, *St. Elizabeth of Hungary*."""
    if len(words) < 2 or _plain(words[0]) not in _SAINTS:
        return False
    return "of" in words if len(words) > 2 else lexicon.given(words[1]) is not None


def _is_whole(words: Sequence[str], titles: Sequence[str]) -> bool:
    """Return whether a name without its titles has no surname to file it under."""
    if len(words) == 1:
        return not _JOINED_PARTICLE.match(words[0])
    if any(_plain(title) in _REIGNING for title in titles):
        return True
    if any(word.islower() and not honorifics.particle(word) for word in words[1:]):
        # Joan of Arc, Aldhelm the Lame
        return True
    return len(words) == 2 and (_is_of_given_names(*words) or _is_classical(*words))


def _is_of_given_names(first: str, second: str) -> bool:
    """Return whether the second of two words only adds to a given name.

    It does in *Charles II*, *Homer Junior*, *Ivan Dmitritch* and *Marie Louise*.
    """
    if _NUMBER.fullmatch(second) or honorifics.suffix(second) or _PATRONYMIC.fullmatch(second):
        return True
    if first not in _BEFORE_A_SECOND and second not in _AS_A_SECOND:
        return False
    genders = lexicon.given(first), lexicon.given(second)
    return genders == ("f", "f") or (genders == ("m", "m") and not lexicon.surname(second))


def _is_classical(first: str, second: str) -> bool:
    """Return whether two words are a name of antiquity: *Albertus Magnus*, *Jesus Christ*."""
    return second == "Christ" or (
        first.endswith("us") and second.endswith("us") and not lexicon.surname(second)
    )


def _is_surname_first(words: Sequence[str], forms: Collection[str]) -> bool:
    """Return whether a name begins with the surname, as in Hungary, China, Japan and Korea.

    Many English given names are surnames, too, so word lists are not enough. The spelling must
    show it (*Kim Min-su*, *Kovács Anna*), or a title beside the surname (*Mr. Tanaka*).
    """
    if len(words) != 2:
        return False
    first, second = words
    if _HYPHENED.fullmatch(second) and second.partition("-")[2].islower():
        return True
    if not lexicon.surname(first) or lexicon.given(first):
        return False
    if lexicon.given(second) and not "".join(words).isascii():
        return True
    titled = {bare for held, bare in map(honorifics.split, forms) if held}
    return first in titled and second not in titled


def _divided(words: Sequence[str]) -> tuple[list[str], list[str], str]:
    """Return the surname, what follows it (given names and particles), and the suffix."""
    words = list(words)
    suffix = ""
    if len(words) > 2 and (honorifics.suffix(words[-1]) or _NUMBER.fullmatch(words[-1])):
        suffix = words.pop()
        words[-1] = words[-1].rstrip(",")
    start = len(words) - 1
    while start and _belongs(words[start - 1], start == 1):
        start -= 1
        # Ortega y Gasset
        if words[start] == "y" and start > 1:
            start -= 1
    surname, given = words[start:], words[:start]
    while len(surname) > 1 and surname[0].islower() and honorifics.particle(surname[0]):
        if surname[0] in _ARTICLED and given[-1:] != ["de"]:
            break
        given.append(surname.pop(0))
    if joined := _JOINED_PARTICLE.match(surname[0]):
        given.append(joined[0])
        surname[0] = surname[0][joined.end() :]
    return surname, given, suffix


def _belongs(word: str, is_first: bool) -> bool:
    """Return whether ``word`` belongs to the surname after it; ``is_first`` if the name begins so.

    Initials do not: the *E* of *Robert E Lee* is not the particle of *Eça e Lima*.
    """
    if word.islower():
        return honorifics.particle(word)
    if opened := _OPEN_PARTICLE.fullmatch(word):
        return honorifics.particle(opened[1])
    if is_first or _plain(word) in _SAINTS:
        return _plain(word) in _FIRST_PARTICLES
    return len(word) > 1 and honorifics.particle(word)


def _titles_kept(titles: list[str], given: Sequence[str]) -> list[str]:
    """Return the titles that are shown with a name: all but courtesies beside a given name."""
    gender = lexicon.given(given[0]) if given else None
    known = gender is not None or (bool(given) and re.fullmatch(r"\w\.", given[0]) is not None)
    left_out = (_COURTESIES if known else set()) | (_MARRIED if gender == "f" else set())
    return titles if any(_plain(title) not in left_out for title in titles) else []


def _plain(word: str) -> str:
    """Return a word in lower case, with straight apostrophes and without a full stop at its end."""
    return word.casefold().replace("’", "'").rstrip(".")

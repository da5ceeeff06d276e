"""Whether a name is a woman's or a man's, as far as titles and given names show it."""

from __future__ import annotations

from collections.abc import Iterable

from anthology.names import honorifics, lexicon
from anthology.names.honorifics import Gender


def styled(forms: Iterable[str]) -> set[Gender]:
    """Return the genders that the titles in some forms of a name show: ``Mrs. Watson``."""
    return {t.gender for form in forms for t in honorifics.split(form)[0] if t.gender}


def given(name: str) -> Gender | None:
    """Return the gender of a name's first word if this is a given name of one gender, else None."""
    words = honorifics.split(name)[1].split()
    found = lexicon.given(words[0]) if words else None
    return None if found == "u" else found


def of(name: str, aliases: Iterable[str] = ()) -> Gender | None:
    """Return the gender of the person with a name: by titles, or else by the given name.

    It is None where these say nothing, or where they contradict each other.
    """
    told = styled((name, *aliases)) or {given(name)} - {None}
    return next(iter(told)) if len(told) == 1 else None

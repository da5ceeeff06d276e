"""Addresses: slugs, the ids of seeds, where pages stand, and who gets what when two want one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anyascii import anyascii

from anthology import labels

LONGEST = 80
"""Most characters in a slug."""

RESERVED = frozenset(
    "index readme 404 assets search sitemap tags robots feed data review con prn aux nul".split()
    + [f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)]
)
"""Names that the site, the theme or Windows has another use for."""

_HEX_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['’‘ʼ]")


def folded(text: str) -> str:
    """Return ``text`` in ASCII and lower case, as people type it: ``Łódź`` is ``lodz``.

    Transliteration is anyascii's (ISC licence); it folds ø, ł, ß and œ, which Unicode does not.
    """
    return text.lower() if text.isascii() else anyascii(text).lower()


def slug(text: str) -> str:
    """Return ``text`` as part of an address: ASCII, at most 80 characters, never empty."""
    plain = _NOT_IN_SLUG.sub("-", _APOSTROPHES.sub("", folded(text))).strip("-")
    if len(plain) > LONGEST:
        head, dash, _ = plain[: LONGEST + 1].rpartition("-")
        plain = head if dash and len(head) > LONGEST // 2 else plain[:LONGEST]
    return plain.strip("-") or "untitled"


def of_story(slug: str) -> str:
    """Return where the page of a story stands on the site, without slashes around it."""
    return f"stories/{slug}"


def of_index(label: str) -> str:
    """Return where the index of a label stands on the site, without slashes around it."""
    return labels.of(label).plural


def of_name(label: str, slug: str) -> str:
    """Return where the page of a name stands on the site, without slashes around it."""
    return f"{of_index(label)}/{slug}"


def story_id(file_name: str) -> str:
    """Return the id of the seed in a file: the 16 hex digits in its name, else its bare name."""
    stem = file_name.rsplit(".", 1)[0] if "." in file_name.lstrip(".") else file_name
    hexadecimal = _HEX_ID.search(stem)
    return hexadecimal[0] if hexadecimal else stem


def story_slug(identifier: str, title: str, chosen: str | None = None) -> str:
    """Return the address that a story asks for.

    The editor's ``chosen`` slug; else, where the id is hex digits, the title and the first eight of
    them; else the id, which then is the file's name in words.
    """
    if chosen:
        return slug(chosen)
    if _HEX_ID.fullmatch(identifier):
        return f"{slug(title)[: LONGEST - 9].rstrip('-')}-{identifier[:8]}"
    return slug(identifier)


def unique(wanted: Iterable[str]) -> list[str]:
    """Return each of the ``wanted`` slugs, in order, with ``-2``, ``-3`` … where one is taken.

    A reserved slug counts as taken. Slugs are lower case, so none differ by case alone.
    """
    taken: set[str] = set(RESERVED)
    following: dict[str, int] = {}
    given = []
    for want in wanted:
        address = want
        while address in taken:
            following[want] = following.get(want, 1) + 1
            suffix = f"-{following[want]}"
            address = want[: LONGEST - len(suffix)].rstrip("-") + suffix
        taken.add(address)
        given.append(address)
    return given

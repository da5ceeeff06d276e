"""Addresses: slugs, ids of stories, paths of pages, and what happens to equal slugs."""

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
"""Names that the site, the theme or Windows uses for something else."""

_HEX_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])")
"""16 hex digits, no more and no fewer: ``0ed4ce5078f55053``."""
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
"""A run of characters that becomes one hyphen in a slug: a comma and a space."""
_APOSTROPHES = re.compile("['’‘ʼ]")
"""An apostrophe, which a slug leaves out: *O’Neill* becomes ``oneill``."""


def folded(text: str) -> str:
    """Return ``text`` in ASCII and lower case, as people type it: ``Łódź`` becomes ``lodz``.

    The letters are transliterated by anyascii (ISC licence). It also folds ø, ł, ß and œ, which
    Unicode normalization does not.
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
    """Return the path of a story's page on the site, without slashes around it."""
    return f"stories/{slug}"


def of_index(label: str) -> str:
    """Return the path of a label's index on the site, without slashes around it."""
    return labels.of(label).plural


def of_name(label: str, slug: str) -> str:
    """Return the path of a name page on the site, without slashes around it."""
    return f"{of_index(label)}/{slug}"


def story_id(file_name: str) -> str:
    """Return a story's id: the 16 hex digits in its file's name, or the name without its ending."""
    stem = file_name.rsplit(".", 1)[0] if "." in file_name.lstrip(".") else file_name
    hexadecimal = _HEX_ID.search(stem)
    return hexadecimal[0] if hexadecimal else stem


def story_slug(identifier: str, title: str, chosen: str | None = None) -> str:
    """Return the slug that a story should have, before it is compared to those of other stories.

    It is the slug that the editor has ``chosen``. Without one, it is the title and the first eight
    digits of the id, if the id consists of hex digits; otherwise it is the id, which is the name of
    the file.
    """
    if chosen:
        return slug(chosen)
    if _HEX_ID.fullmatch(identifier):
        return f"{slug(title)[: LONGEST - 9].rstrip('-')}-{identifier[:8]}"
    return slug(identifier)


def unique(wanted: Iterable[str]) -> list[str]:
    """Return the ``wanted`` slugs in order, with ``-2``, ``-3`` and so on after a taken one.

    A reserved slug counts as taken. Slugs are in lower case, so no two differ by case alone.
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

"""Front matter: what the editor says of a story at the top of its file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from anthology import labels
from anthology.model import Fault
from anthology.sources import values

_CHECKS: Final[Mapping[str, values.Check]] = {
    "title": values.text,
    "author": values.texts,
    "date": values.date,
    "lang": values.language,
    "order": values.whole,
    "slug": values.text,
    "description": values.text,
    "rights": values.text,
    "draft": values.truth,
    # What is said of names is checked in the package `authority`.
    **{label.plural: values.anything for label in labels.TABLE},
}
"""The known keys, and the check for the value of each."""


def parse(lines: list[str]) -> tuple[dict[str, Any], int, list[Fault]]:
    """Return the checked front matter, the index of the line after it, and what is doubtful.

    A block between two ``---`` lines is front matter if a line in it begins with a known key and a
    colon. Otherwise it is prose, and there is no front matter.

    Raises:
        Fault: where it is not closed or not YAML, or has an unknown key or a wrong value.
    """
    opening = next((i for i, line in enumerate(lines) if line.strip()), None)
    if opening is None or lines[opening].rstrip() != "---":
        return {}, 0, []
    closing = next((i for i in range(opening + 1, len(lines)) if lines[i].rstrip() == "---"), None)
    inside = lines[opening + 1 : closing]
    keys = [(i, line.partition(":")[0].rstrip()) for i, line in enumerate(inside) if ":" in line]
    if not any(key in _CHECKS for _, key in keys):
        return {}, 0, _misspelt(keys, opening + 2) if closing is not None else []
    if closing is None:
        if keys[0][0] == 0 and keys[0][1] in _CHECKS:
            message = "front matter is not closed; put a line of '---' below it"
            raise Fault(message, opening + 1)
        return {}, 0, []
    value = values.load("\n".join(inside), first_line=opening + 2)
    if value is None or not isinstance(value.content, dict):
        raise Fault("front matter is lines of 'key: value'", opening + 2)
    return values.fields(value.content, _CHECKS), closing + 1, []


def _misspelt(keys: list[tuple[int, str]], first_line: int) -> list[Fault]:
    """Return a warning for each of ``keys`` that is probably a misspelling of a known key.

    ``keys`` come with the index of their line in the block that begins at ``first_line``.
    """
    return [
        Fault(
            f"'{key}' is not a key, so this is printed as part of the story; was it '{near}:'?",
            first_line + i,
            refused=False,
        )
        for i, key in keys
        if (near := values.nearest(key, _CHECKS))
    ]

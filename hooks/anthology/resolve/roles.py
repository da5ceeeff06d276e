"""Who takes part in a story, and who is only mentioned."""

from __future__ import annotations

from collections import Counter

from anthology.model import Mention, Role
from anthology.names import lexicon
from anthology.resolve import presence, stage
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose

_ALWAYS = 9
"""Number of mentions from which somebody takes part, whatever they say."""
_LIST = 4
"""Number of persons in one sentence that make it a list."""


def roles(prose: Prose, people: list[list[Form]], known: presence.Weights) -> list[Role]:
    """Return for each person whether he or she takes part or is only mentioned.

    Somebody takes part who acts, is spoken to or is met. ``people`` are the forms of each person,
    the most mentioned first, and ``known`` weighs the cues.
    """
    return [
        "character" if not found or presence.score(found, known) > 0 else "mentioned"
        for found in cues(prose, people)
    ]


def cues(prose: Prose, people: list[list[Form]]) -> list[dict[str, float]]:
    """Return the cues of each person; somebody named so often that nothing else counts has none.

    ``people`` are the forms of each person, the most mentioned first.
    """
    named = [[m for form in forms for m in form.mentions] for forms in people]
    beside = Counter(prose.sentence(m) for mentions in named for m in mentions)
    return [
        _of_one(prose, forms, mentions, beside, len(named[0])) if len(mentions) < _ALWAYS else {}
        for forms, mentions in zip(people, named, strict=True)
    ]


def _of_one(
    prose: Prose,
    forms: list[Form],
    mentions: list[Mention],
    beside: Counter[tuple[int, int]],
    most: int,
) -> dict[str, float]:
    """Return the cues of one person.

    ``beside`` has the number of mentions in each sentence, and ``most`` the number of mentions of
    the person who is named most.
    """
    row = presence.pooled(
        stage.cues(prose, m) + (["in a list"] if beside[prose.sentence(m)] >= _LIST else [])
        for m in mentions
    )
    summary = [
        presence.often(len(mentions)),
        "present once at least" if "present" in row else "never present",
        "told of" if "told" in row else "only spoken of",
    ]
    if prose.is_short:
        summary += [f"{cue}, in a short story" for cue in summary]
    row |= dict.fromkeys([*summary, "always"], 1.0)
    row["share of the most named"] = len(mentions) / most
    words = max(forms, key=lambda form: len(form.text)).text.split()
    if "present" not in row and any(lexicon.famous(word) for word in words):
        row["a famous name" if len(words) > 1 else "a famous word"] = 1.0
    if any(form.titles for form in forms):
        row["with a title"] = 1.0
    return row

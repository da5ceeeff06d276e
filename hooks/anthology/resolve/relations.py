"""Where a story happens, and which places it only mentions."""

from __future__ import annotations

from collections import Counter

from anthology.model import Mention, PlaceKind, Relation
from anthology.names import lexicon
from anthology.resolve import presence, scenes
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose

_OPENING = 2
"""Number of paragraphs, from the first, that show where the story begins."""
_LIST = 4
"""Number of places in one sentence that make it a list."""
_ONE_OF_MANY = 0.5
"""How much a cue counts that one of many mentions shows: one scene makes a setting."""
_LEAST = -0.3
"""Score above which a place is the setting of a story that shows no other."""


def relations(
    prose: Prose,
    groups: list[list[Form]],
    kinds: list[PlaceKind],
    around: list[set[int]],
    persons: set[int],
    *,
    known: presence.Weights,
) -> list[Relation]:
    """Return for each place whether the story happens there.

    A place that a setting lies in is a setting as well. If no place is likely to be a setting, it
    is the likeliest, unless the story may well have none. ``around`` has, for each place, the
    numbers of those that it lies in, and ``known`` weighs the cues; the other arguments are those
    of ``cues``.
    """
    scores = [presence.score(found, known) for found in cues(prose, groups, kinds, persons)]
    least = max(_LEAST, min(0.0, max(scores, default=0.0) - 1e-9))
    settings = {number for number, score in enumerate(scores) if score > least}
    wider = settings
    while wider := {wide for number in wider for wide in around[number]} - settings:
        settings |= wider
    return ["setting" if number in settings else "mentioned" for number in range(len(groups))]


def cues(
    prose: Prose, groups: list[list[Form]], kinds: list[PlaceKind], persons: set[int]
) -> list[dict[str, float]]:
    """Return the cues of each place.

    ``groups`` are the forms of each place, the most mentioned first, ``kinds`` their kinds, and
    ``persons`` the paragraphs that name a character.
    """
    named = [[m for form in forms for m in form.mentions] for forms in groups]
    beside = Counter(prose.sentence(m) for mentions in named for m in mentions)
    rows = []
    for number, (forms, mentions, kind) in enumerate(zip(groups, named, kinds, strict=True)):
        read = [(m, list(scenes.cues(prose, m))) for m in mentions]
        row = presence.pooled(
            ([*found, *_company(prose, m, beside, persons)] for m, found in read),
            least=_ONE_OF_MANY,
        )
        known = lexicon.place(forms[0].text)
        voice = "told of" if "told" in row else "only spoken of"
        summary = [
            *_balance([scenes.verdict(found, opens=m.paragraph < _OPENING) for m, found in read]),
            presence.often(len(mentions)),
            voice,
        ]
        if prose.is_short:
            summary += [f"{cue}, in a short story" for cue in summary]
        fame = f"fame {known.size if known else 0}"
        summary += ["always", f"a {kind}", fame, f"{fame}, {voice}"]
        if number == 0:
            summary.append("named most")
        rows.append(row | dict.fromkeys(summary, 1.0))
    return rows


def _company(
    prose: Prose, mention: Mention, beside: Counter[tuple[int, int]], persons: set[int]
) -> list[str]:
    """Return the cues of who and what stands beside a mention, and where it stands in the story."""
    found = []
    if beside[prose.sentence(mention)] >= _LIST:
        found.append("in a list")
    elif beside[prose.sentence(mention)] > 1:
        found.append("beside a place")
    if mention.paragraph in persons and not prose.spoken(mention):
        found.append("somebody is near")
    if mention.paragraph < _OPENING:
        found.append("opening")
    return found


def _balance(verdicts: list[int]) -> list[str]:
    """Return the cues of what the mentions of a place say when they are taken together."""
    total = sum(verdicts)
    found = ["on balance there" if total > 0 else "on balance elsewhere" if total else "undecided"]
    if max(verdicts) == 2:
        found.append("there once at least")
    if min(verdicts) < 0:
        found.append("elsewhere once at least")
    return found

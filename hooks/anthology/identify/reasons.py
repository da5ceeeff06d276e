"""Why two entities are held to be one, or not: a sentence for each, that a reader can check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anthology.identify.clusters import Cluster, Ground
from anthology.model import Identity, Label, Statement, Story, Tie
from anthology.names import lexicon

_NUMBERS = "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
_MOST_TITLES = 4
"""Most stories that a sentence names."""
_MOST_COMPANIONS = 3
_THING = {"character": "person", "location": "place"}


def together(label: Label, number: int, cluster: Cluster) -> list[Tie]:
    """Give why the entities of a cluster are one, the editor's word first."""
    ties = [_by_editor("same", (number,), statement) for statement in cluster.said]
    surely = [ground for ground, identity in cluster.grounds.items() if identity == "same"]
    if surely:
        ties.append(Tie((number,), "same", surely[0].text))
    elif cluster.grounds:
        grounds = "; ".join(_told(cluster.grounds))
        ties.append(Tie((number,), "presumed", f"Taken for one {_THING[label]}: {grounds}."))
    return ties


def _told(grounds: Iterable[Ground]) -> list[str]:
    """Give the grounds in words, with all companions of one kind of ground together."""
    companions: dict[str, list[str]] = {}
    for ground in grounds:
        companions.setdefault(ground.text, []).append(ground.companion)
    return [text.replace("{}", _or(named[:_MOST_COMPANIONS])) for text, named in companions.items()]


def _or(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def apart(among: tuple[int, ...], statement: Statement) -> Tie:
    """Give what the editor says of individuals that are not one, or may not be."""
    return _by_editor("different" if statement.different else "open", among, statement)


def _by_editor(identity: Identity, among: tuple[int, ...], statement: Statement) -> Tie:
    by = statement.by or "the editor"
    verb = {"same": "Held to be one", "different": "Held to be not one", "open": "Left open"}
    surely = statement.certainty in (None, "certain")
    sure = "" if surely else f" ({statement.certainty})"
    because = f": {statement.because.rstrip('.')}" if statement.because else ""
    reason = f"{verb[identity]} by {by}{sure}{because}."
    return Tie(among, identity, reason, by, statement.certainty, statement.evidence)


def both_in(story: Story, among: tuple[int, ...]) -> Tie:
    """Give why individuals are not one whom one story tells of both."""
    return Tie(among, "different", f"“{story.title or story.id}” tells them apart.")


def untold(label: Label, called: str, clusters: Sequence[Cluster]) -> str:
    """Give the sentence that says that the texts leave it open."""
    if any(len(cluster.members) > 1 for cluster in clusters):
        titles = [f"“{c.members[0].story.title or c.members[0].story.id}”" for c in clusters]
        if len(titles) > _MOST_TITLES:
            titles = [*titles[: _MOST_TITLES - 1], f"{len(titles) - _MOST_TITLES + 1} more"]
        where = f"{', '.join(titles[:-1])} and {titles[-1]}"
        return f"The texts do not say whether {called} is the same {_THING[label]} in {where}."
    stories = len({each.story.id for cluster in clusters for each in cluster.members})
    count = _NUMBERS[stories] if stories < len(_NUMBERS) else str(stories)
    if label == "location":
        return (
            f"{count} stories have a place called {called}. "
            "The texts do not say whether it is one place."
        )
    pronoun = {"f": "she is", "m": "he is"}.get(
        lexicon.given(called.split(maxsplit=1)[0]) or "", "they are"
    )
    return (
        f"{count} stories have someone called {called}. "
        f"The texts do not say whether {pronoun} the same person."
    )

"""Why entities are taken for one, or not: a sentence for each reason that a reader can check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anthology import labels
from anthology.identify.clusters import Cluster, Reason
from anthology.model import Identity, Statement, Story, Tie
from anthology.names import gender

_NUMBERS = "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
_MOST_TITLES = 4
"""Most stories that a sentence names."""
_MOST_COMPANIONS = 3
"""Most companions that a sentence names."""


def together(label: str, number: int, cluster: Cluster) -> list[Tie]:
    """Return why the entities of a cluster are one, as ties; those of the editor come first.

    ``number`` is the index of the cluster on its name page.
    """
    ties = [_by_editor("same", (number,), statement) for statement in cluster.said]
    surely = [reason for reason, identity in cluster.reasons.items() if identity == "same"]
    if surely:
        ties.append(Tie((number,), "same", surely[0].text, (surely[0].ground,)))
    elif cluster.reasons:
        reason = f"Taken for one {labels.of(label).noun}: {'; '.join(_told(cluster.reasons))}."
        grounds = tuple(dict.fromkeys(reason.ground for reason in cluster.reasons))
        ties.append(Tie((number,), "presumed", reason, grounds))
    return ties


def _told(reasons: Iterable[Reason]) -> list[str]:
    """Return the reasons in words; reasons that differ only in the companion become one."""
    companions: dict[str, list[str]] = {}
    for reason in reasons:
        companions.setdefault(reason.text, []).append(reason.companion)
    return [text.replace("{}", _or(named[:_MOST_COMPANIONS])) for text, named in companions.items()]


def _or(names: Sequence[str]) -> str:
    """Return names as words: ``Ann, Jo or Meg``."""
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def apart(among: tuple[int, ...], statement: Statement) -> Tie:
    """Return the tie for individuals that the editor says are different, or leaves open.

    ``among`` are their indexes into ``Name.individuals``.
    """
    return _by_editor("different" if statement.different else "open", among, statement)


def _by_editor(identity: Identity, among: tuple[int, ...], statement: Statement) -> Tie:
    """Return the tie that a statement of the editor makes."""
    by = statement.by or "the editor"
    verb = {"same": "Held to be one", "different": "Held to be not one", "open": "Left open"}
    surely = statement.certainty in (None, "certain")
    sure = "" if surely else f" ({statement.certainty})"
    because = f": {statement.because.rstrip('.')}" if statement.because else ""
    reason = f"{verb[identity]} by {by}{sure}{because}."
    return Tie(among, identity, reason, ("editor",), by, statement.certainty, statement.evidence)


def both_in(story: Story, among: tuple[int, ...]) -> Tie:
    """Return the tie for individuals of one name who appear in the same story."""
    reason = f"“{story.title or story.id}” tells them apart."
    return Tie(among, "different", reason, ("same story",))


def untold(label: str, called: str, clusters: Sequence[Cluster]) -> Tie:
    """Return the tie that says that the texts do not tell whether ``clusters`` are one."""
    several = any(len(cluster.members) > 1 for cluster in clusters)
    say = _which_stories if several else _how_many_stories
    return Tie(tuple(range(len(clusters))), "open", say(label, called, clusters), ("none",))


def _which_stories(label: str, called: str, clusters: Sequence[Cluster]) -> str:
    """Return the sentence that names the stories."""
    titles = [f"“{c.members[0].story.title or c.members[0].story.id}”" for c in clusters]
    if len(titles) > _MOST_TITLES:
        titles = [*titles[: _MOST_TITLES - 1], f"{len(titles) - _MOST_TITLES + 1} more"]
    where = f"{', '.join(titles[:-1])} and {titles[-1]}"
    noun = labels.of(label).noun
    return f"The texts do not say whether {called} is the same {noun} in {where}."


def _how_many_stories(label: str, called: str, clusters: Sequence[Cluster]) -> str:
    """Return the sentence that counts the stories."""
    stories = len({each.story.id for cluster in clusters for each in cluster.members})
    count = _NUMBERS[stories] if stories < len(_NUMBERS) else str(stories)
    if label != labels.CHARACTER.name:
        noun = labels.of(label).noun
        return (
            f"{count} stories have a {noun} called {called}. "
            f"The texts do not say whether it is one {noun}."
        )
    pronoun = {"f": "she is", "m": "he is", None: "they are"}[gender.of(called)]
    return (
        f"{count} stories have someone called {called}. "
        f"The texts do not say whether {pronoun} the same person."
    )

"""Why entities are taken for one, or not: a sentence for each reason that a reader can check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anthology import labels
from anthology.identify.clusters import Cluster, Held, Reason
from anthology.model import Identity, Statement, Tie
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


def _and(names: Sequence[str]) -> str:
    """Return names as words: ``Ann, Jo and Meg``."""
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _number(count: int) -> str:
    """Return a number as a sentence begins with it: in words up to twelve."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _by_whom(clusters: Sequence[Cluster]) -> str:
    """Return words for stories of which no two have an author in common; empty for others."""
    authors = [author for cluster in clusters for author in cluster.authors]
    apart = all(authors) and len(set(authors)) == len(authors)
    return ", by different authors," if apart else ""


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


def both_in(label: str, held: Sequence[Held], among: tuple[int, ...], *, apart: bool) -> Tie:
    """Return the tie for the entities of one name that are in the same story.

    ``among`` are the indexes of their individuals into ``Name.individuals``. ``apart`` says whether
    they are surely not one: there are two, a *Mr.* and a *Mrs.*
    """
    named = list(dict.fromkeys(each.entity.name for each in held))
    where = f"“{held[0].story.title or held[0].story.id}” has"
    if apart:
        return Tie(among, "different", f"{where} both {_and(named)}.", ("same story",))
    has = _and(named) if len(named) > 1 else f"{_number(len(held)).lower()} entries for {named[0]}"
    noun = labels.of(label).noun
    reason = f"{where} {has}. Whether they are one {noun} is open."
    return Tie(among, "open", reason, ("same story",))


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
    noun = labels.of(label).noun
    return f"The texts do not say whether {called} is the same {noun} in {_and(titles)}."


def _how_many_stories(label: str, called: str, clusters: Sequence[Cluster]) -> str:
    """Return the sentence that counts the stories."""
    stories = len({each.story.id for cluster in clusters for each in cluster.members})
    count = f"{_number(stories)} stories{_by_whom(clusters)}"
    if label != labels.CHARACTER.name:
        noun = labels.of(label).noun
        return (
            f"{count} have a {noun} called {called}. The texts do not say whether it is one {noun}."
        )
    pronoun = {"f": "she is", "m": "he is", None: "they are"}[gender.of(called)]
    return (
        f"{count} have someone called {called}. "
        f"The texts do not say whether {pronoun} the same person."
    )

"""Lines for people at a terminal: the names in a story, and what an editor should look at."""

from __future__ import annotations

from collections.abc import Sequence

from anthology import labels
from anthology.model import KINDS, Entity, Evidence, Question, Story
from anthology.text.typeset import as_set


def story(told: Story) -> str:
    """Return the file, the title and the entities of a story as lines for people."""
    lines = [f"{told.source}  {told.title}"]
    lines += (_entity(entity) for entity in told.entities)
    if told.doubtful:
        names = ", ".join(entity.name for entity in told.doubtful)
        lines.append(f"  doubtful, and so on no page: {names}")
    return "\n".join(lines)


def _entity(entity: Entity) -> str:
    """Return the line for an entity: its number of mentions, its name, what it is, its aliases."""
    what = ", ".join(
        str(value) for key in labels.of(entity.label).keys if (value := getattr(entity, key))
    )
    also = f", also {', '.join(entity.aliases)}" if entity.aliases else ""
    return f"  {len(entity.mentions):4}  {entity.name} ({what or entity.label}){also}"


def questions(asked: Sequence[Question]) -> str:
    """Return the questions of a review as lines for people, with the lines to paste as answers."""
    if not asked:
        return "Nothing to look at: every question is answered."
    lines = [f"{len(asked)} to look at, worst first. Paste an answer into its file, or go on."]
    kind = ""
    for number, question in enumerate(asked, 1):
        if question.kind != kind:
            kind = question.kind
            lines += ["", f"== {KINDS[kind]} =="]
        lines += ["", f"{number}. {question.asked}"]
        lines += (_evidence(each) for each in question.evidence)
        for answer in question.answers:
            lines.append(f"   {answer.says}: {answer.file}")
            lines += (f"       {line}" for line in answer.lines.splitlines())
    return "\n".join(lines)


def _evidence(quoted: Evidence) -> str:
    """Return the line for a quotation: the name, the place in the story, and the words."""
    where = f"{quoted.story.source} ¶{quoted.paragraph}"
    return f"   {quoted.about} | {where} | {as_set(quoted.text)}"

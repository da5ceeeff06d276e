"""Lines for people at a terminal: what a story names, and what an editor should look at."""

from __future__ import annotations

from collections.abc import Sequence

from anthology import labels
from anthology.model import KINDS, Entity, Evidence, Question, Story
from anthology.text.typeset import as_set


def story(told: Story) -> str:
    """Return whom and what a story names as lines for people, most mentioned first."""
    lines = [f"{told.source}  {told.title}"]
    lines += (_entity(entity) for entity in told.entities)
    return "\n".join(lines)


def _entity(entity: Entity) -> str:
    what = ", ".join(
        str(value) for key in labels.of(entity.label).keys if (value := getattr(entity, key))
    )
    also = f", also {', '.join(entity.aliases)}" if entity.aliases else ""
    return f"  {len(entity.mentions):4}  {entity.name} ({what or entity.label}){also}"


def questions(asked: Sequence[Question]) -> str:
    """Return the questions of a review as lines for people, with what to paste for each answer."""
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
    where = f"{quoted.story.source} ¶{quoted.paragraph}"
    return f"   {quoted.about} | {where} | {as_set(quoted.text)}"

"""Whether the stories confirm the editor's statements: that they have the names and quotations.

A quotation that is not in the text is removed from its statement. Everything that the stories do
not confirm is reported in one line; the rest is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from anthology.model import Problem, Quotation, Statement, Story
from anthology.names.comparison import key
from anthology.text.typeset import as_set

_LONGEST_QUOTED = 60
"""Most characters of a quotation that a message repeats."""


def check(
    statements: Iterable[Statement], stories: Sequence[Story], left_out: Collection[str] = ()
) -> tuple[list[Statement], list[Problem]]:
    """Return ``statements`` with only the quotations that are in ``stories``, and the problems.

    ``left_out`` are the ids of stories that exist but are not shown; quotations from these are
    removed without a problem.
    """
    by_id = {story.id: story for story in stories}
    names = _Names(by_id)
    kept: list[Statement] = []
    problems: list[Problem] = []
    for statement in statements:
        evidence, untrue = _quoted(statement.evidence, by_id, left_out, statement.file)
        description, misquoted = _quoted(statement.description, by_id, left_out, statement.file)
        problems += [*names.missing(statement), *_beyond(statement, by_id), *untrue, *misquoted]
        kept.append(replace(statement, evidence=evidence, description=description))
    return kept, problems


class _Names:
    """The names that each story has, by label; they are collected when they are first needed."""

    def __init__(self, stories: Mapping[str, Story]) -> None:
        self._stories = stories
        self._held: dict[tuple[str, str], set[str]] = {}
        """The keys of the names, by story and label."""

    def missing(self, statement: Statement) -> list[Problem]:
        """Return a problem for each story that a statement says has the name, but that has not."""
        if statement.is_ not in (None, statement.label):
            return []
        own = key(statement.name, statement.label)
        return [
            _problem(statement, f"no '{statement.name}' is in the story {story}; see its page")
            for story in (*statement.same, *statement.different, *statement.open)
            if story in self._stories and own not in self._of(story, statement.label)
        ]

    def _of(self, story: str, label: str) -> set[str]:
        """Return the keys of all names of one label in a story."""
        if (story, label) not in self._held:
            self._held[story, label] = {
                key(name, label)
                for entity in self._stories[story].of(label)
                for name in (entity.name, *entity.aliases)
            }
        return self._held[story, label]


def _beyond(statement: Statement, stories: Mapping[str, Story]) -> list[Problem]:
    """Return a problem for each run of paragraphs that ends after the last one of the story."""
    story = stories.get(statement.stories[0]) if statement.paragraphs else None
    count = len(story.paragraphs) if story else 0
    return [
        _problem(
            statement,
            f"there is no paragraph {max(first, count) + 1}; the story has {count}",
        )
        for first, last in statement.paragraphs
        if story and last >= count
    ]


def unmet(statements: Iterable[Statement], met: Collection[Statement]) -> list[Problem]:
    """Return a problem for each of ``statements`` that is not in ``met``: it applies to no name."""
    return [
        _problem(statement, f"no story has the name '{statement.name}'; check its spelling")
        for statement in statements
        if statement not in met
    ]


def _quoted(
    quoted: Iterable[Quotation], stories: Mapping[str, Story], left_out: Collection[str], file: str
) -> tuple[tuple[Quotation, ...], list[Problem]]:
    """Return the quotations that are in the paragraphs they name, and problems with the others."""
    kept: list[Quotation] = []
    problems: list[Problem] = []
    for quotation in quoted:
        story = stories.get(quotation.story)
        if story and _stands(story, quotation):
            kept.append(quotation)
        elif quotation.story not in left_out:
            problems.append(Problem(file, _misquoted(story, quotation), quotation.line))
    return tuple(kept), problems


def _stands(story: Story, quotation: Quotation) -> bool:
    """Return whether the paragraph that a quotation names has its words."""
    if quotation.paragraph >= len(story.paragraphs):
        return False
    return as_set(quotation.text) in as_set(story.paragraphs[quotation.paragraph])


def _misquoted(story: Story | None, quotation: Quotation) -> str:
    """Return the message for a quotation that is not where it is said to be."""
    quoted = as_set(quotation.text)[:_LONGEST_QUOTED]
    said = f"“{quoted}” is not in paragraph {quotation.paragraph + 1}"
    elsewhere = next(
        (
            number
            for number in range(len(story.paragraphs) if story else 0)
            if story and _stands(story, replace(quotation, paragraph=number))
        ),
        None,
    )
    if elsewhere is not None:
        return f"{said}; it stands in paragraph {elsewhere + 1}"
    return f"{said} of the story {quotation.story}; quote it letter for letter"


def _problem(statement: Statement, message: str) -> Problem:
    """Return a problem at the line of a statement."""
    return Problem(statement.file, message, statement.line)

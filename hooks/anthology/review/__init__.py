"""Review: what an editor should look at, most serious first, with the lines to paste as answers.

All questions are computed from the present stories and authority files. So a question is not asked
again when it is answered there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from anthology.model import Answer, Anthology, Judgement, Question
from anthology.names.comparison import spelling
from anthology.review import across, kinds, within
from anthology.review.entry import Looked, scalar

__all__ = ["review"]


def review(
    anthology: Anthology, judgements: Mapping[str, Sequence[Judgement]]
) -> tuple[Question, ...]:
    """Return the questions that are not answered yet, the most serious first.

    ``judgements`` are those of recognition about the names of each story, by the story's id.
    """
    looked = Looked(anthology.statements)
    found = [
        *within.questions(anthology.stories, looked),
        *kinds.questions(anthology, judgements, looked),
        *across.questions(anthology, looked),
        *_titles(anthology),
    ]
    once = {(each.kind, spelling(each.asked), _quoted(each)): each for each in found}
    return tuple(sorted(once.values(), key=lambda question: (question.rank, -question.weight)))


def _quoted(question: Question) -> tuple[tuple[str, str, int, str], ...]:
    """Return what the evidence of a question quotes, by the ids of the stories."""
    return tuple((e.about, e.story.id, e.paragraph, e.text) for e in question.evidence)


def _titles(anthology: Anthology) -> Iterator[Question]:
    """Yield a question for each title that was devised by rule."""
    for story in anthology.stories:
        if story.title_source == "devised" and story.title:
            lines = f"---\ntitle: {scalar(story.title)}\n---"
            file = f"docs/stories/{story.source}"
            yield Question(
                kind="title",
                weight=0,
                asked=f"Shall {story.source} be called “{story.title}”?",
                evidence=(),
                answers=(Answer("Yes, or give another; on top of the file", file, lines),),
            )

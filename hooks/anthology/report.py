"""Problems, reported where an editor will see them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from anthology.model import Problem


def counted(problems: Sequence[Problem]) -> str:
    """Return how many refusals and warnings there are: ``1 refused and 2 warnings``."""
    refused = sum(problem.refused for problem in problems)
    warnings = len(problems) - refused
    parts = []
    if refused:
        parts.append(f"{refused} refused")
    if warnings:
        parts.append(f"{warnings} {'warning' if warnings == 1 else 'warnings'}")
    return " and ".join(parts) or "no problems"


def annotation(problem: Problem) -> str:
    """Return a problem as a GitHub workflow command; GitHub shows its message at the file."""
    level = "error" if problem.refused else "warning"
    line = f",line={problem.line}" if problem.line else ""
    return f"::{level} file={_property(problem.file)}{line}::{_data(problem.message)}"


def _data(text: str) -> str:
    """Return ``text`` escaped for the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return ``text`` escaped for a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def to_workflow(problems: Sequence[Problem], variables: Mapping[str, str] = os.environ) -> None:
    """In a GitHub workflow, annotate the files and write the job's summary; else do nothing.

    An editor who uploads a story in the browser sees no other messages.
    """
    if variables.get("GITHUB_ACTIONS") != "true" or not problems:
        return
    for problem in problems:
        print(annotation(problem), flush=True)
    if summary := variables.get("GITHUB_STEP_SUMMARY"):
        rows = "".join(f"- {_code(problem)}\n" for problem in problems)
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(f"### The anthology was not published: {counted(problems)}\n\n{rows}\n")


def _code(problem: Problem) -> str:
    """Return a problem as Markdown code, because its message may quote text from a seed."""
    return f"`` {str(problem).replace('`', 'ˋ')} ``"

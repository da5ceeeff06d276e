"""report: an editor sees what is wrong, in the terminal and beside the file on GitHub."""

from __future__ import annotations

from pathlib import Path

import pytest

from anthology import report
from anthology.model import Problem

REFUSED = Problem("docs/stories/a.txt", "not YAML: x", 3, refused=True)
WARNING = Problem("docs/stories/a,b:c.txt", "odd\n::error::100%")


def test_a_problem_is_told_with_its_place() -> None:
    assert str(REFUSED) == "docs/stories/a.txt:3: not YAML: x"
    assert str(Problem("a.txt", "empty")) == "a.txt: empty"


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "no problems"),
        ([REFUSED], "1 refused"),
        ([WARNING], "1 warning"),
        ([REFUSED, WARNING, WARNING], "1 refused and 2 warnings"),
    ],
)
def test_problems_are_counted_in_words(problems: list[Problem], words: str) -> None:
    assert report.counted(problems) == words


def test_a_refusal_is_an_error_beside_its_line() -> None:
    assert report.annotation(REFUSED) == "::error file=docs/stories/a.txt,line=3::not YAML: x"


def test_nothing_in_a_message_or_a_name_can_be_a_command_of_its_own() -> None:
    assert report.annotation(WARNING) == (
        "::warning file=docs/stories/a%2Cb%3Ac.txt::odd%0A::error::100%25"
    )


def test_a_workflow_gets_annotations_and_a_summary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "summary.md"
    variables = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    report.to_workflow([REFUSED, Problem("a.txt", "`<b>`")], variables)
    assert capsys.readouterr().out.splitlines() == [
        "::error file=docs/stories/a.txt,line=3::not YAML: x",
        "::warning file=a.txt::`<b>`",
    ]
    text = summary.read_text("utf-8")
    assert "1 refused and 1 warning" in text
    assert "- `` docs/stories/a.txt:3: not YAML: x ``\n" in text
    assert "`<b>`" not in text, "a message must not end the code that it stands in"


@pytest.mark.parametrize(
    ("problems", "variables"), [([REFUSED], {}), ([], {"GITHUB_ACTIONS": "true"})]
)
def test_elsewhere_or_with_nothing_to_tell_it_is_silent(
    problems: list[Problem], variables: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    report.to_workflow(problems, variables)
    assert capsys.readouterr().out == ""

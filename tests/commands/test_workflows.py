"""The workflows: nothing runs that was not chosen, with no more rights than it needs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from support import TOP

WORKFLOWS = sorted((TOP / ".github/workflows").glob("*.yml"))
RIGHTS = {
    "check.yml": {"test": {"contents": "read"}},
    "nightly.yml": {"test": {"contents": "read"}},
    "publish.yml": {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
}

each = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda path: path.name)


def load(file: Path) -> dict[str, Any]:
    workflow = yaml.safe_load(file.read_text("utf-8"))
    assert isinstance(workflow, dict)
    return workflow


def steps(file: Path) -> list[dict[str, Any]]:
    return [step for job in load(file)["jobs"].values() for step in job["steps"]]


@each
def test_every_action_is_pinned_to_a_commit_and_says_which_version_that_is(file: Path) -> None:
    uses = re.findall(r"uses: *(.*)", file.read_text("utf-8"))
    assert uses
    for use in uses:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)


@each
def test_every_job_has_just_the_rights_that_it_needs(file: Path) -> None:
    workflow = load(file)
    assert workflow["permissions"] == {}
    rights = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert rights == RIGHTS[file.name]


@each
def test_no_checkout_leaves_its_credentials_behind(file: Path) -> None:
    for step in steps(file):
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@each
def test_no_job_runs_for_ever(file: Path) -> None:
    for job in load(file)["jobs"].values():
        assert job["timeout-minutes"] <= (60 if file.name == "nightly.yml" else 20)


def test_the_site_is_built_by_our_own_command_for_the_address_that_it_gets() -> None:
    build = load(TOP / ".github/workflows/publish.yml")["jobs"]["build"]
    [step] = [step for step in build["steps"] if "run" in step]
    assert step["run"] == "scripts/build"
    assert step["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}/"}


def test_what_was_read_is_kept_from_one_publication_to_the_next() -> None:
    build = load(TOP / ".github/workflows/publish.yml")["jobs"]["build"]
    at = [step.get("uses", "").partition("@")[0] or step["run"] for step in build["steps"]]
    step = build["steps"][at.index("actions/cache")]
    assert at.index("actions/cache") < at.index("scripts/build")
    assert step["with"]["path"] == ".cache"
    # A cache is never written twice, so each state has a key, and begins with what is nearest.
    assert "hashFiles('docs/stories/**', 'hooks/**')" in step["with"]["key"]
    assert step["with"]["key"].startswith(step["with"]["restore-keys"])


def test_people_and_workflows_and_ci_run_the_same_tests() -> None:
    [step] = [step for step in steps(TOP / ".github/workflows/check.yml") if "run" in step]
    assert step["run"] == "scripts/test"
    assert "scripts/test" in (TOP / ".ci/run").read_text("utf-8")


def test_updates_wait_until_a_bad_release_would_have_been_found_out() -> None:
    updates = yaml.safe_load((TOP / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions"}
    for update in updates:
        assert update["cooldown"]["default-days"] >= 7

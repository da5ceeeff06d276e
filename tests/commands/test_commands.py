"""The commands as an editor gives them: names, export, a strict build, publishing."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from anthology.text.typeset import as_set
from support import STORIES, TITLES
from support.pages import paragraphs, parsed
from support.project import files, mkdocs, run, set_up, surroundings, with_commands
from support.sites import Built
from support.stories import HARD

pytestmark = pytest.mark.slow

TIDE = "The tide was out.\n\nNed Flint saw it. Ned Flint left.\n"
BAD: dict[str, tuple[str, bytes, str, bool]] = {
    "undecodable": ("a.txt", b"Un caf\xe9.\n\nRien.\n", "not UTF-8 at byte 6 (0xe9)", True),
    "empty": ("b.txt", b"", "there is no story in it", False),
    "not YAML": ("c.txt", b"---\ntitle: a: b\n---\nOne.\n\nTwo.\n", "not YAML", True),
    "unknown key": ("d.txt", b"---\ntitle: A\ntitel: B\n---\nOne.\n\nTwo.\n", "'title'?", True),
    "one address": ("z.txt", b"---\nslug: tide\n---\nOne.\n\nTwo.\n", "wants the address", False),
}
"""A file, what is in it, what the line about it says, and whether it is refused."""


def names(project: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run(project, "scripts/names", *map(str, arguments))


def export(project: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return run(project, "scripts/export", str(folder))


def told(output: str) -> list[str]:
    return [line for line in output.splitlines() if "docs/" in line]


# scripts/names


def test_names_json_prints_the_facts_of_the_site_and_nothing_else(four: Path, site: Built) -> None:
    done = names(four, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    said = [json.loads(line) for line in done.stdout.splitlines()]
    facts = [{k: v for k, v in story.items() if k != "url"} for story in site.data["stories"]]
    assert sorted(said, key=lambda s: str(s["source"])) == sorted(facts, key=lambda s: s["source"])


def test_names_says_to_people_whom_and_what_each_seed_names(four: Path) -> None:
    done = names(four)
    assert (done.returncode, done.stderr) == (0, "")
    for source, title in TITLES.items():
        assert f"{source}  {title}" in done.stdout.splitlines()
    assert "Alejandro Lefevre (character), also Alejandro, monsieur Lefevre" in done.stdout


def test_names_takes_files_and_folders_and_says_what_is_wrong_beside(
    four: Path, tmp_path: Path
) -> None:
    (tmp_path / "good.txt").write_text(TIDE, "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xfd")
    done = names(four, "--json", tmp_path / "good.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["id"] == "good"
    done = names(four, "--json", tmp_path)
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["good"]
    assert len(done.stderr.splitlines()) == 1
    assert "bad.txt" in done.stderr


# scripts/export


def test_export_writes_the_pages_of_the_site_with_their_front_matter(
    four: Path, site: Built, tmp_path: Path
) -> None:
    done = export(four, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    written = files(tmp_path)
    for address in site.pages:
        if address != "no/such/page":
            section = address in ("", "stories/", "characters/", "locations/", "connections/")
            path = f"{address}index.md" if section else f"{address[:-1]}.md"
            assert path in written
    for story in site.data["stories"]:
        address = story["url"][:-1]
        matter = frontmatter.loads(written[f"{address}.md"].decode()).metadata
        assert matter == expected_matter(story, matter)
        assert matter["incipit"]
        assert matter["description"]
        assert written[f"{address}/{address.split('/')[1]}.txt"] == seed_of(story)
    assert json.loads(written["data/anthology.json"])["stories"] == site.data["stories"]


def expected_matter(story: dict[str, Any], matter: dict[str, Any]) -> dict[str, Any]:
    """Return the front matter that a story's page should have; what nothing else tells as it is."""
    words = sum(len(paragraph.split()) for paragraph in story["paragraphs"])
    return {
        "title": as_set(story["title"]),
        "title_source": story["title_source"],
        "description": matter.get("description"),
        "incipit": matter.get("incipit"),
        "slug": story["url"].split("/")[1],
        "id": story["id"],
        "lang": "en",
        "authors": story["authors"],
        "characters": [
            {"name": as_set(e["name"]), "role": e["role"], "mentions": len(e["mentions"])}
            for e in story["characters"]
        ],
        "locations": [
            {"name": as_set(e["name"]), "relation": e["relation"], "mentions": len(e["mentions"])}
            for e in story["locations"]
        ],
        "words": words,
        "readtime": max(1, round(words / 238)),
        "source": {
            "file": story["source"],
            "sha256": hashlib.sha256(seed_of(story)).hexdigest(),
        },
    }


def seed_of(story: dict[str, Any]) -> bytes:
    seed: Path = STORIES / story["source"]
    return seed.read_bytes()


def test_what_the_editor_says_of_a_story_is_in_its_front_matter(tmp_path: Path) -> None:
    seed = (
        "---\ntitle: The Tide\nauthor: [Ann Lee, Jo March]\ndate: 1901-05\nlang: en-GB\n"
        "rights: Public domain\ndescription: A walk.\n---\n" + TIDE
    )
    project = with_commands(set_up(tmp_path / "project", {"tide.txt": seed}))
    assert export(project, tmp_path / "out").returncode == 0
    matter = frontmatter.load(str(tmp_path / "out/stories/tide.md")).metadata
    wanted = {
        "title": "The Tide", "title_source": "editor", "authors": ["Ann Lee", "Jo March"],
        "date": "1901-05", "lang": "en-GB", "rights": "Public domain", "description": "A walk.",
    }  # fmt: skip
    assert {key: matter.get(key) for key in wanted} == wanted


def test_export_renews_what_it_made_and_touches_nothing_else(tmp_path: Path) -> None:
    project = with_commands(set_up(tmp_path / "project", {"tide.txt": TIDE, "ebb.txt": TIDE}))
    out = tmp_path / "out"
    assert export(project, out).returncode == 0
    (out / "mine.md").write_text("Mine.", "utf-8")
    (out / "about.md").write_text("Mine now.", "utf-8")
    (project / "docs/stories/ebb.txt").unlink()
    done = export(project, out)
    assert not (out / "stories/ebb.md").exists()
    assert not (out / "stories/ebb").exists()
    assert (out / "stories/tide.md").exists()
    assert (out / "mine.md").read_text("utf-8") == "Mine."
    assert (out / "about.md").read_text("utf-8") == "Mine now."
    assert [line for line in done.stderr.splitlines() if "about.md" in line] == [
        f"{out / 'about.md'}: was changed by hand and stays as it is; move it away to have it made"
    ]


def test_export_writes_nothing_into_the_folder_that_is_read(four: Path) -> None:
    before = files(four / "docs")
    done = export(four, four / "docs" / "pages")
    assert done.returncode == 2
    assert "lies in docs/, which is read; name a folder outside it" in done.stderr
    assert files(four / "docs") == before


def test_export_says_what_it_left_out_and_writes_the_rest(tmp_path: Path) -> None:
    name, data, message, _ = BAD["undecodable"]
    project = with_commands(set_up(tmp_path / "project", {"tide.txt": TIDE, name: data}))
    done = export(project, tmp_path / "out")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"docs/stories/{name}:1: {message}")
    assert (tmp_path / "out/stories/tide.md").is_file()


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize("seeds", [None, HARD], ids=["ours", "hard"])
def test_the_way_out_another_renderer_shows_the_same_text(
    tmp_path: Path, theme: str, seeds: dict[str, str | bytes] | None
) -> None:
    """Plain MkDocs, without our hook, makes a site of the exported pages, and no link is broken."""
    project = with_commands(set_up(tmp_path / "project", seeds))
    assert export(project, tmp_path / "docs").returncode == 0
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: Elsewhere\nsite_url: https://example.org/\ntheme: {theme}\n"
        "plugins: []\nmarkdown_extensions: [attr_list, pymdownx.blocks.details]\n"
        "validation: {anchors: warn, unrecognized_links: warn}\n",
        "utf-8",
    )
    done = mkdocs(tmp_path, "build", "--strict")
    assert done.returncode == 0, done.stderr
    data = json.loads((tmp_path / "site/data/anthology.json").read_bytes())
    assert data["stories"]
    for story in data["stories"]:
        page = parsed((tmp_path / "site" / story["url"] / "index.html").read_text("utf-8"))
        shown = [as_set(paragraph.text) for paragraph in paragraphs(page)]
        assert shown == [as_set(paragraph) for paragraph in story["paragraphs"]]


# Who refuses


def marked(project: Path) -> Path:
    """Return a project with an old site, and a file there to know it by."""
    (project / "site").mkdir()
    (project / "site/old.html").write_text("old", "utf-8")
    return project


def is_old(project: Path) -> bool:
    return list(files(project / "site")) == ["old.html"]


def test_a_plain_build_says_one_line_for_each_and_builds_the_rest(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {"tide.txt": TIDE, "script.txt": HARD["1_script.txt"]}
    bad = {name: data for name, data, _, _ in BAD.values()}
    project = set_up(tmp_path / "project", seeds | bad)
    done = mkdocs(project, "build")
    assert done.returncode == 0
    lines = told(done.stderr)
    assert len(lines) == len(BAD), done.stderr
    for name, _, message, _ in BAD.values():
        found = [line for line in lines if f"docs/stories/{name}" in line]
        assert len(found) == 1
        assert found[0].startswith("WARNING")
        assert message in found[0]
    data = Built(project / "site").data
    assert {story["source"] for story in data["stories"]} == {"tide.txt", "script.txt", "z.txt"}
    assert [s["url"] for s in data["stories"] if s["source"] in ("tide.txt", "z.txt")] == [
        "stories/tide/",
        "stories/tide-2/",
    ]


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("arguments", [["--strict"], ["-q", "--strict"]], ids=" ".join)
def test_a_strict_build_refuses_before_anything_is_lost(
    tmp_path: Path, bad: str, arguments: list[str]
) -> None:
    name, data, message, refused = BAD[bad]
    project = marked(set_up(tmp_path / "project", {"tide.txt": TIDE, name: data}))
    done = mkdocs(project, "build", *arguments)
    assert done.returncode != 0
    assert is_old(project)
    assert "Traceback" not in done.stderr
    assert [f"docs/stories/{name}" in line for line in told(done.stderr)] == [True]
    assert message in done.stderr
    assert f"Not built: {'1 refused' if refused else '1 warning'}" in done.stdout


def test_a_wrong_authority_file_is_refused_as_a_seed_is(tmp_path: Path) -> None:
    project = marked(set_up(tmp_path / "project", {"tide.txt": TIDE}))
    (project / "docs/authority").mkdir()
    (project / "docs/authority/characters.yml").write_text("- nmae: Ned Flint\n", "utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert is_old(project)
    lines = told(done.stderr)
    assert len(lines) == 1
    assert "docs/authority/characters.yml:1: unknown key 'nmae'; did you mean 'name'?" in lines[0]


def test_a_strict_build_of_what_is_right_takes_the_old_sites_place(tmp_path: Path) -> None:
    project = marked(set_up(tmp_path / "project", {"tide.txt": TIDE}))
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert not (project / "site/old.html").exists()
    assert (project / "site/stories/tide/index.html").is_file()


@pytest.mark.parametrize("missing", [False, True], ids=["empty folder", "no folder"])
def test_no_seeds_give_a_friendly_page_and_no_strict_build(tmp_path: Path, missing: bool) -> None:
    project = marked(set_up(tmp_path / "project", {}))
    if missing:
        (project / "docs/stories").rmdir()
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert is_old(project)
    done = mkdocs(project, "build")
    assert done.returncode == 0
    assert [line.split(":")[1:] for line in told(done.stderr)] == [
        [" no stories found; put a story there as a .txt file"]
    ]
    built = Built(project / "site")
    assert "Put a story into docs/stories/" in built.pages[""].one("article").text
    for section in ("stories/", "characters/", "locations/"):
        assert built.pages[section].one("h1").text
    assert built.data["stories"] == []


IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"))
}


def git(folder: Path, *arguments: str) -> str:
    program = shutil.which("git")
    assert program
    done = subprocess.run(
        [program, *arguments],
        cwd=folder,
        env=surroundings(**IDENTITY),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the project in a repository of its own, with another to be published to."""
    project = marked(set_up(tmp_path / "project", {"tide.txt": TIDE}))
    git(tmp_path, "init", "--quiet", "--bare", "there.git")
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "remote", "add", "origin", str(tmp_path / "there.git"))
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message=All")
    return project


def test_gh_deploy_publishes_what_is_right(repository: Path) -> None:
    done = mkdocs(repository, "gh-deploy", **IDENTITY)
    assert done.returncode == 0, done.stderr
    listing = git(repository.parent / "there.git", "ls-tree", "-r", "--name-only", "gh-pages")
    assert {"index.html", "stories/tide/index.html", ".nojekyll"} <= set(listing.split())


@pytest.mark.parametrize("bad", ["undecodable", "empty"])
def test_gh_deploy_refuses_before_anything_is_lost(repository: Path, bad: str) -> None:
    name, data, _, _ = BAD[bad]
    (repository / "docs/stories" / name).write_bytes(data)
    done = mkdocs(repository, "gh-deploy", **IDENTITY)
    assert done.returncode != 0
    assert is_old(repository)
    assert git(repository, "branch", "--all").split() == ["*", "main"]
    assert git(repository.parent / "there.git", "branch") == ""


def test_a_workflow_annotates_the_files_and_writes_a_summary(tmp_path: Path) -> None:
    name, data, _, _ = BAD["unknown key"]
    empty, nothing, _, _ = BAD["empty"]
    project = set_up(tmp_path / "project", {"tide.txt": TIDE, name: data, empty: nothing})
    summary = tmp_path / "summary.md"
    in_workflow = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    done = mkdocs(project, "build", "--strict", **in_workflow)
    assert done.returncode != 0
    found = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert sorted(line.split("::")[1] for line in found) == [
        f"error file=docs/stories/{name},line=3",
        f"warning file=docs/stories/{empty}",
    ]
    text = summary.read_text("utf-8")
    assert "1 refused and 1 warning" in text
    assert f"docs/stories/{name}:3: unknown key 'titel'; did you mean 'title'?" in text
    outside = mkdocs(project, "build", "--strict")
    assert "::" not in outside.stdout

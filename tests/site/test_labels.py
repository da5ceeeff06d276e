"""A row in the table of labels is enough for an index of something else, such as ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.project import URL, files, mkdocs, run, set_up, with_commands
from support.sites import Built

pytestmark = pytest.mark.slow

ROW = """TABLE: Final = (
    CHARACTER,
    LOCATION,
    Label("ship", "ships", "ship", "ships", "Vehicle", "as written", "nothing"),
)"""
STORIES: dict[str, str | bytes] = {
    "one.txt": (
        "The barque Clementine lay at anchor off Bristol.\n\n"
        "“She is old,” said Ned Flint of the Clementine. Ned Flint spat, and Ned Flint sailed.\n"
    ),
    "two.txt": (
        "---\nships:\n  - name: Dover Castle\n    because: It sails.\n---\n"
        "Ann Lee saw the Clementine again, and the Dover Castle behind her. Ann Lee wept.\n\n"
        "“Farewell,” said Ann Lee.\n"
    ),
}
ENTRIES = "- name: Clementine\n  aliases: [barque Clementine]\n- name: Flying Dutchman\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose table has one more row, and nothing else that is new."""
    top = with_commands(set_up(tmp_path_factory.mktemp("labels") / "project", STORIES))
    table = top / "hooks/anthology/labels.py"
    text = table.read_text("utf-8")
    assert text.count("TABLE: Final = (CHARACTER, LOCATION)") == 1
    table.write_text(text.replace("TABLE: Final = (CHARACTER, LOCATION)", ROW), "utf-8")
    (top / "docs/authority").mkdir()
    (top / "docs/authority/ships.yml").write_text(ENTRIES, "utf-8")
    return top


@pytest.fixture(scope="module")
def ships(project: Path) -> Built:
    done = mkdocs(project, "build", SITE_URL=URL)
    assert done.returncode == 0, done.stderr
    told = [line for line in done.stderr.splitlines() if "docs/" in line]
    assert ["ships.yml:3: no story has the name 'Flying Dutchman'" in line for line in told] == [
        True
    ]
    return Built(project / "site")


def test_one_file_of_the_software_says_all_of_it(project: Path, tmp_path: Path) -> None:
    plain = files(set_up(tmp_path / "project", STORIES) / "hooks")
    changed = [path for path, data in files(project / "hooks").items() if plain.get(path) != data]
    assert [path for path in changed if "__pycache__" not in path] == ["anthology/labels.py"]


def test_ships_have_an_index_and_name_pages(ships: Built) -> None:
    index = ships.pages["ships/"].one("article").text
    assert "Clementine" in index
    assert "Dover Castle" in index
    page = ships.pages["ships/clementine/"].one("article").text
    assert "off Bristol" in page
    assert "Two stories have a ship called Clementine." in page
    header = ships.pages[""].one("ul", "book-header__sections").text.split()
    assert header[:4] == ["Stories", "Characters", "Locations", "Ships"]
    assert ships.astray() == []


def test_a_ship_is_marked_and_listed_in_its_stories(ships: Built) -> None:
    story = ships.pages["stories/one/"]
    assert "barque Clementine" in [link.text for link in story.all("a", "name")]
    assert "Ships" in [heading.text for heading in story.all("h3")]


def test_the_data_have_its_plural_as_one_more_key(ships: Built) -> None:
    data = ships.data
    assert [name["name"] for name in data["ships"]] == ["Clementine", "Dover Castle"]
    assert data["ships"][0]["identity"] == "open"
    assert [len(ship["entities"]) for ship in data["ships"][0]["ships"]] == [1, 1]
    [one, two] = data["stories"]
    assert [(ship["name"], len(ship["mentions"])) for ship in one["ships"]] == [("Clementine", 2)]
    assert {ship["name"] for ship in two["ships"]} == {"Clementine", "Dover Castle"}
    ids = [e["id"] for s in data["stories"] for key in ("characters", "ships") for e in s[key]]
    assert len(set(ids)) == len(ids)


def test_the_review_asks_about_ships_too(project: Path) -> None:
    said = run(project, "scripts/review").stdout
    assert "Is Clementine one ship in 2 stories?" in said
    assert "docs/authority/ships.yml" in said


def test_what_is_declared_a_ship_is_no_person_and_no_place(ships: Built) -> None:
    for label in ("characters", "locations"):
        assert "Clementine" not in {name["name"] for name in ships.data[label]}

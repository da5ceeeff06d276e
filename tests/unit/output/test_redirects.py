"""forward: whatever a name was called before, its address leads to where it is now."""

from __future__ import annotations

import json

import pytest

from anthology import line
from anthology.authority.entries import read as read_authority
from anthology.line import Sources
from support.making import seed

MET = (
    "Anna Berg met Mrs. Holt in Paris. Anna smiled at Mrs. Holt.\n\n"
    "Later Anna Berg wrote to Mrs. Holt from Paris. “Dear Mrs. Holt,” wrote Anna Berg.\n"
)
AGAIN = (
    "Clara Vale came to Florence. Clara Vale was tired.\n\n"
    "“Clara,” said Tobias Crane, and Tobias Crane took her bag. Clara laughed.\n"
)
SEEDS = (
    seed(MET, "000_ffa6864c1bcd727b.txt"),
    seed(AGAIN, "001_b5b991255ae387bd.txt"),
)


def site(
    characters: str = "", locations: str = "", **files: str
) -> tuple[set[str], dict[str, str]]:
    """Return the addresses of the pages, and where other addresses lead."""
    said, wrong = read_authority(
        "characters.yml", characters.encode(), "docs/authority/characters.yml"
    )
    more, amiss = read_authority(
        "locations.yml", locations.encode(), "docs/authority/locations.yml"
    )
    seeds = tuple(seed(files.get(s.name[4:12], s.data.decode()), s.name) for s in SEEDS)
    book = line.anthology(Sources(seeds, (*said, *more), (*wrong, *amiss)))
    assert not book.problems, book.problems
    pages, assets = line.publish(book, Sources(()))
    to = json.loads({a.path: a.data for a in assets}["data/addresses.json"])
    found = {made.path.removesuffix("index.md").removesuffix(".md").rstrip("/") for made in pages}
    return found, to


def followed(old: str, there: set[str], to: dict[str, str]) -> str:
    """Return the page that a reader of an old address ends on."""
    if old in there:
        return old
    address = old[-8:] if old.startswith("stories/") and old[-8:] in to else old
    assert address in to, f"{old} leads nowhere"
    target = to[address].rstrip("/")
    assert target in there, f"{old} leads to {target}, which is not there"
    return target


ANNA = "- name: Johanna Berg\n  aliases: [Anna Berg, Anna]\n"


@pytest.mark.parametrize(
    ("characters", "locations", "old", "now"),
    [
        pytest.param(ANNA, "", "characters/anna-berg", "characters/johanna-berg", id="rename"),
        pytest.param(
            "- name: J. Berg\n  aliases: [Johanna Berg, Anna Berg, Anna]\n",
            "",
            "characters/johanna-berg",
            "characters/j-berg",
            id="rename-twice",
        ),
        pytest.param(
            "- name: Anna Berg\n  aliases: [Mrs. Holt]\n",
            "",
            "characters/mrs-holt",
            "characters/anna-berg",
            id="merge",
        ),
        pytest.param(
            "- name: Anna Holt\n  aliases: [Anna Berg, Anna]\n  stories: ffa6864c\n"
            "  paragraphs: 1\n"
            "- name: Anna Stern\n  aliases: [Anna Berg, Anna]\n  stories: ffa6864c\n"
            "  paragraphs: 2\n",
            "",
            "characters/anna-berg",
            "characters/anna-stern",
            id="split",
        ),
        pytest.param(
            "- name: Florence\n  is: character\n",
            "",
            "locations/florence",
            "characters/florence",
            id="other-kind",
        ),
        pytest.param(
            "", "- name: Paris\n  is: neither\n", "locations/paris", "locations", id="none"
        ),
    ],
)
def test_every_old_address_leads_to_a_page_after_the_editor_had_a_say(
    characters: str, locations: str, old: str, now: str
) -> None:
    before, _ = site()
    there, to = site(characters, locations)
    assert followed(old, there, to) == now
    for address in before:
        followed(address, there, to)


def test_a_story_is_found_under_every_title_that_it_had() -> None:
    before, _ = site()
    there, to = site(ffa6864c=f"---\ntitle: Two Letters\nslug: letters\n---\n{MET}")
    for address in before:
        followed(address, there, to)
    assert "stories/letters" in there


def test_sections_keep_their_anchor_when_a_name_changes() -> None:
    def anchors(characters: str, path: str) -> bool:
        said, _ = read_authority("characters.yml", characters.encode(), "f.yml")
        made, _ = line.publish(line.anthology(Sources(SEEDS, said)), Sources(()))
        return "{: #in-ffa6864c1bcd727b }" in {m.path: m.text for m in made}[path]

    assert anchors("", "characters/anna-berg.md")
    assert anchors(ANNA, "characters/johanna-berg.md")

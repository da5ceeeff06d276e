"""assets: what goes onto the site beside the pages."""

from __future__ import annotations

import json
from dataclasses import replace

from anthology import line
from anthology.line import Sources
from support import making
from support.making import story


def test_each_story_comes_with_its_seed_as_it_was() -> None:
    seed = making.seed(b"\xef\xbb\xbfOne.\r\n\r\nTwo.", "a.txt")
    book = replace(making.anthology(story("a", "One.", "Two.")), seeds=(seed,))
    _, assets = line.publish(book, Sources(()))
    assert {a.path: a.data for a in assets}["stories/a/a.txt"] == seed.data


def test_old_addresses_and_aliases_lead_to_where_things_are_now() -> None:
    book = making.anthology(
        replace(
            story("ffa6864c1bcd727b", characters=["Léa Roux|Léa"]), address="new-title-ffa6864c"
        ),
    )
    _, assets = line.publish(book, Sources(()))
    to = json.loads({a.path: a.data for a in assets}["data/addresses.json"])
    assert to["ffa6864c"] == "stories/new-title-ffa6864c/"
    assert to["characters/lea"] == "characters/lea-roux/"

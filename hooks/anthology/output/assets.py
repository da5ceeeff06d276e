"""Files that the site has beside its pages: the data, and each seed unchanged."""

from __future__ import annotations

import json
from functools import partial

from anthology.model import Anthology, Asset, Seed, Story
from anthology.output import record, redirects
from anthology.sources.settings import Settings
from anthology.text import address


def assets(anthology: Anthology, settings: Settings) -> list[Asset]:
    """Return the data of the anthology and of each story, the redirects, and each story's seed."""
    at = {story.source: story.address for story in anthology.stories}

    def data() -> bytes:
        return record.dumped(record.anthology(anthology, settings.title, settings.url)).encode()

    def addresses() -> bytes:
        return json.dumps(redirects.redirects(anthology), sort_keys=True).encode()

    return [
        Asset("data/anthology.json", data),
        Asset("data/addresses.json", addresses),
        *(
            Asset(f"data/{address.of_story(story.address)}.json", partial(_record, story))
            for story in anthology.stories
        ),
        *(
            Asset(f"{address.of_story(at[seed.name])}/{at[seed.name]}.txt", partial(_data, seed))
            for seed in anthology.seeds
        ),
    ]


def _data(seed: Seed) -> bytes:
    """Return the bytes of a seed."""
    return seed.data


def _record(story: Story) -> bytes:
    """Return the data of one story, as it stands in the data of the anthology."""
    return record.dumped(record.of_story(story)).encode()

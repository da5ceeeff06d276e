"""Files that the site has beside its pages: the data, and each seed unchanged."""

from __future__ import annotations

import json

from anthology.model import Anthology, Asset
from anthology.output import record, redirects
from anthology.sources.settings import Settings
from anthology.text import address


def assets(anthology: Anthology, settings: Settings) -> list[Asset]:
    """Return the data of the anthology, the table of redirects, and each story's seed."""
    data = record.anthology(anthology, settings.title, settings.url)
    to = redirects.redirects(anthology)
    at = {story.source: story.address for story in anthology.stories}
    return [
        Asset("data/anthology.json", record.dumped(data).encode()),
        Asset("data/addresses.json", json.dumps(to, sort_keys=True).encode()),
        *(
            Asset(f"{address.of_story(at[seed.name])}/{at[seed.name]}.txt", seed.data)
            for seed in anthology.seeds
        ),
    ]

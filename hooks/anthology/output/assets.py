"""What goes onto the site beside the pages: the data, and each seed as it came."""

from __future__ import annotations

import json

from anthology.model import Asset
from anthology.output import record, redirects
from anthology.page.book import Book


def assets(book: Book) -> list[Asset]:
    """Give the data of the anthology, the map of former addresses, and each story's seed."""
    site = book.site
    data = record.anthology(book.anthology, site.title, site.url)
    to = redirects.addresses(book.anthology)
    at = {story.source: story.address for story in book.anthology.stories}
    return [
        Asset("data/anthology.json", record.dumped(data).encode()),
        Asset("data/addresses.json", json.dumps(to, sort_keys=True).encode()),
        *(
            Asset(f"stories/{at[seed.name]}/{at[seed.name]}.txt", seed.data)
            for seed in book.anthology.seeds
        ),
    ]

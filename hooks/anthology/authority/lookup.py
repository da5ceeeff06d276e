"""The statements that may be about a story, found without trying every statement on every story."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anthology.model import Statement, Story
from anthology.names.comparison import spelling

_WORD = re.compile(r"\w+")


class Authority:
    """Statements, looked up by the words of the names that they are about."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        # Statements about some stories come after those about all, so that they win. Front matter
        # follows the authority files in `statements`, so it comes last.
        self._statements = sorted(statements, key=lambda s: bool(s.stories))
        self._by_word: dict[str, list[int]] = {}
        for number, statement in enumerate(self._statements):
            firsts = {_WORD.search(spelling(n)) for n in (statement.name, *statement.aliases)}
            for word in {first[0] if first else "" for first in firsts}:
                self._by_word.setdefault(word, []).append(number)

    def on(self, story: Story) -> list[Statement]:
        """Return the statements that may be about ``story``, in the order to carry them out.

        The first word of their name, or of one of their aliases, is in the text of the story.
        """
        if not self._statements:
            return []
        # The text of a story is in NFC, and how signs are set changes no word.
        words = {"", *_WORD.findall("\n".join(story.paragraphs).casefold())}
        numbers = {n for word in words & self._by_word.keys() for n in self._by_word[word]}
        found = [self._statements[number] for number in sorted(numbers)]
        return [s for s in found if not s.stories or story.id in s.stories]

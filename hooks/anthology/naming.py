"""Naming: from one seed to its story with the names that the program finds in it.

    read -> recognise -> resolve -> weigh

It depends on nothing but the seed, what is ``Given``, and the files of ``PROGRAM``. So what comes
out can be kept, and several processes can do it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final

from anthology.doubt import weigh
from anthology.kept import key
from anthology.kept.plain import Form
from anthology.model import Judgement, Problem, Seed, Story
from anthology.read import Reading, read
from anthology.recognise import recognise, studied
from anthology.resolve import resolve
from anthology.sources.disk import USUAL, Limits
from anthology.sources.pictures import NO_PICTURES, Pictures, Size

PROGRAM: Final = (
    *("naming.py", "memory.py", "model.py", "labels.py", "read", "recognise", "resolve", "doubt"),
    *("sources", "names", "text", "kept"),
)
"""The files and folders that a reading depends on, with code and data."""
PACKAGES: Final = ("anyascii", "markdown-it-py", "mdurl", "pyyaml")
"""The packages that it depends on."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the reading of a seed depends on beside the seed."""

    folder: str
    """The folder of the seeds, as messages give it."""
    lang: str = "en"
    """Language of a story whose front matter does not give one."""
    limits: Limits = USUAL
    pictures: Pictures = field(default_factory=lambda: NO_PICTURES)


@dataclass(frozen=True, slots=True)
class Named:
    """A reading, and the pictures that it depends on."""

    reading: Reading
    pictures: tuple[tuple[str, bool, Size | None], ...]
    """The pictures that were looked for: the path, whether there is such a picture, its size."""

    def holds(self, pictures: Pictures) -> bool:
        """Return whether ``pictures`` are what was found when the story was read."""
        return all(
            (path in pictures, pictures.get(path)) == (there, size)
            for path, there, size in self.pictures
        )


NAMED: Final = Form(Named)
"""How a reading is written where it is kept."""
JUDGEMENTS: Final[Form[tuple[Judgement, ...]]] = Form(tuple[Judgement, ...])
"""How the judgements on the names of a story are."""


def named(seed: Seed, given: Given) -> Reading:
    """Return the reading of ``seed``, its story with the names that the program finds.

    What the editor says of these names is not yet taken into account.
    """
    reading = _read(seed, given)
    if not reading.story:
        return reading
    return replace(reading, story=weigh(resolve(reading.story, recognise(reading.story))))


def written(given: Given, seed: Seed) -> tuple[bytes, bytes]:
    """Return the same reading, written as ``NAMED``, and the judgements that the review needs."""
    asked = _Asked(given.pictures)
    reading = _read(seed, replace(given, pictures=asked))
    judgements: tuple[Judgement, ...] = ()
    if reading.story:
        mentions, judgements = studied(reading.story)
        reading = replace(reading, story=weigh(resolve(reading.story, mentions)))
    return NAMED.written(Named(reading, asked.answers())), JUDGEMENTS.written(judgements)


def written_by(wanted: str, given: Given, seed: Seed) -> tuple[bytes, bytes]:
    """Return the same, if this process has the edition ``wanted`` of the program.

    Raises:
        RuntimeError: where it has another, as a process on another machine may.
    """
    if edition() != wanted:
        raise RuntimeError("it has another edition of the program")
    return written(given, seed)


@cache
def edition() -> str:
    """Return a digest of the program that makes readings, as this process has it."""
    return on_disk()


def on_disk() -> str:
    """Return a digest of the program as it is on disk, where it may have been changed since."""
    return key.program(Path(__file__).parent, PROGRAM, PACKAGES)


def _read(seed: Seed, given: Given) -> Reading:
    """Return the reading of ``seed`` without names, refused if a paragraph is too long."""
    file = f"{given.folder}/{seed.name}"
    reading = read(seed, file, given.lang, given.pictures)
    if reading.story and (endless := _endless(reading.story, file, given.limits)):
        return Reading(None, (*reading.problems, endless))
    return reading


def _endless(story: Story, file: str, limits: Limits) -> Problem | None:
    """Return a problem for the first paragraph of ``story`` that is longer than the limit."""
    for number, paragraph in enumerate(story.paragraphs, start=1):
        if len(paragraph) > limits.paragraph:
            what = f"paragraph {number} has {len(paragraph):,} characters"
            message = f"{what}, and may have {limits.paragraph:,}; divide it with blank lines"
            return Problem(file, message, refused=True)
    return None


class _Asked(Mapping[str, "Size | None"]):
    """Pictures that note which of them are looked for."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._asked: dict[str, None] = {}

    def __getitem__(self, path: str) -> Size | None:
        self._asked[path] = None
        return self._pictures[path]

    def __iter__(self) -> Iterator[str]:
        raise TypeError("a story depends on the pictures that it shows, not on all of them")

    def __len__(self) -> int:
        return len(self._pictures)

    def answers(self) -> tuple[tuple[str, bool, Size | None], ...]:
        """Return what was looked for, whether it is there, and its size."""
        there = self._pictures
        return tuple((path, path in there, there.get(path)) for path in self._asked)

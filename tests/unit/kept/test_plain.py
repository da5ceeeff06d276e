"""plain: any value comes back as it was, and nothing else is taken for one."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology import naming
from anthology.kept.plain import Form, Unlike
from anthology.model import Character, Entity, Judgement, Location, Mention, Story
from anthology.naming import JUDGEMENTS, NAMED, Given, Named
from anthology.read import Reading
from anthology.sources.seeds import gather
from support import STORIES
from support.making import seed
from support.strategies import seeds

texts = st.text(st.characters(categories=["L", "N", "P", "S", "M", "Z", "C"]))
entities = st.lists(
    st.one_of(st.builds(Entity, name=texts), st.builds(Character), st.builds(Location)), max_size=4
).map(tuple)
readings = st.builds(
    Reading, story=st.none() | st.builds(Story, entities=entities, doubtful=entities)
)
"""Readings that nobody would ever make, with entities of every kind."""
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
)


@given(reading=readings)
def test_any_reading_comes_back_as_it_was(reading: Reading) -> None:
    named = Named(reading, (("a.png", True, (1, 2)), ("b.svg", True, None), ("c", False, None)))
    line = NAMED.written(named)
    assert b"\n" not in line
    # Not by `==`, for which the probability of a mention does not count.
    assert repr(NAMED.read(line)) == repr(named)


@given(data=seeds)
def test_so_does_what_is_read_from_any_seed(data: bytes) -> None:
    line, judgements = naming.written(Given("docs/stories"), seed(data))
    reading = NAMED.read(line).reading
    assert repr(reading) == repr(naming.named(seed(data), Given("docs/stories")))
    assert JUDGEMENTS.written(JUDGEMENTS.read(judgements)) == judgements


@given(found=st.lists(st.from_type(Judgement), max_size=3).map(tuple))
def test_so_do_judgements(found: tuple[Judgement, ...]) -> None:
    assert repr(JUDGEMENTS.read(JUDGEMENTS.written(found))) == repr(found)


def test_so_do_real_stories_and_what_their_front_matter_says_of_names() -> None:
    entries = b"---\ncharacters:\n  - name: Ann\n    aliases: [A, B]\n---\nAnn sat.\n\nShe rose.\n"
    found, _ = gather(STORIES, "docs/stories")
    for each in (*found, seed(entries)):
        made = naming.named(each, Given("docs/stories"))
        assert made.story
        assert repr(NAMED.read(NAMED.written(Named(made, ()))).reading) == repr(made)


@given(text=json_values.map(json.dumps))
def test_other_json_is_refused_or_a_reading(text: str) -> None:
    with contextlib.suppress(Unlike):
        assert isinstance(NAMED.read(text.encode()), Named)


def _with_one_part_changed(plain: Any, change: Any) -> list[Any]:
    """Return copies of ``plain`` in each of which one part is another."""
    found = [change]
    for at, part in enumerate(plain if isinstance(plain, list) else ()):
        others = _with_one_part_changed(part, change)
        found += [[*plain[:at], other, *plain[at + 1 :]] for other in others]
    return found


@pytest.mark.parametrize("change", [None, True, 7, 0.5, "x", ["x"], {"x": 1}, [], [[]]])
def test_a_reading_with_one_wrong_part_is_refused_or_still_of_the_model(change: Any) -> None:
    mention = Mention(0, 0, 3, "Ann", "character")
    ann = Character(id="a/ann", name="Ann", mentions=(mention,))
    reading = Reading(Story(id="a", source="a.txt", paragraphs=("Ann sat.",), entities=(ann,)))
    plain = json.loads(NAMED.written(Named(reading, ())))
    for other in _with_one_part_changed(plain, change):
        try:
            found = NAMED.read(json.dumps(other).encode())
        except Unlike:
            continue
        assert NAMED.read(NAMED.written(found)) == found


@pytest.mark.parametrize(
    "line", [b"", b"{", b"\xff", b"[" * 100_000, b"1" * 5000, b'"\\ud800"', b"NaN", b"null"]
)
def test_what_is_no_json_is_refused_as_well(line: bytes) -> None:
    with pytest.raises(Unlike):
        NAMED.read(line)


def test_a_whole_number_stands_where_any_number_may() -> None:
    numbers = Form(tuple[float, ...])
    assert numbers.read(numbers.written((1, 0.5))) == (1.0, 0.5)


@dataclass(frozen=True)
class _Odd:
    """A value that the model has not."""

    what: complex


def test_a_type_that_cannot_be_written_is_found_before_anything_is() -> None:
    with pytest.raises(TypeError, match="complex"):
        Form(_Odd)

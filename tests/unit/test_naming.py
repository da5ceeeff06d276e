"""naming: what a reading depends on is all that its key is made of."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from anthology import naming
from anthology.naming import JUDGEMENTS, NAMED, Given
from anthology.recognise import judged
from anthology.sources.disk import Limits
from anthology.sources.pictures import Size
from anthology.sources.seeds import gather
from support import STORIES, TOP
from support.making import seed

_LOADED = """
import sys
before = set(sys.modules)
import anthology.naming as naming
naming.named(naming.Seed("a.md", b"# A\\n\\nAnna sat in Vienna.\\n"), naming.Given("x"))
for name, module in sys.modules.items():
    if name not in before:
        print(name, getattr(module, "__file__", None) or "", sep="\\t")
"""


def loaded() -> dict[str, str]:
    """Return the modules that it takes to make a reading, and where they are."""
    command = [sys.executable, "-c", _LOADED]
    told = subprocess.run(
        command, cwd=TOP / "hooks", capture_output=True, text=True, check=True
    ).stdout
    return dict(line.split("\t") for line in told.splitlines())


def test_all_code_that_makes_a_reading_is_part_of_its_key() -> None:
    hooks = TOP / "hooks/anthology"
    ours = {
        Path(file).relative_to(hooks).parts[0]
        for name, file in loaded().items()
        if name.startswith("anthology.")
    }
    assert {"naming.py", "model.py", "read", "recognise", "resolve", "names"} <= ours
    assert ours <= set(naming.PROGRAM)


def test_so_are_all_packages_that_it_needs() -> None:
    known = packages_distributions()
    tops = {name.partition(".")[0] for name in loaded()} - {"anthology"} - sys.stdlib_module_names
    packages = {package.lower() for top in tops for package in known.get(top, [])}
    assert packages <= set(naming.PACKAGES)


def test_what_is_written_is_what_is_named_and_what_is_judged() -> None:
    found, _ = gather(STORIES, "docs/stories")
    for each in found:
        reading, judgements = naming.written(Given("docs/stories"), each)
        story = NAMED.read(reading).reading.story
        assert story
        assert story == naming.named(each, Given("docs/stories")).story
        assert JUDGEMENTS.read(judgements) == judged(story)


def test_a_process_with_another_edition_of_the_program_makes_nothing() -> None:
    given, each = Given("docs/stories"), seed("Anna sat.\n\nShe rose.\n")
    assert naming.written_by(naming.edition(), given, each) == naming.written(given, each)
    with pytest.raises(RuntimeError, match="another edition"):
        naming.written_by("another", given, each)


SHOWN = "# A\n\n![The harbour](../assets/a.png) and ![a map](../assets/b.svg).\n\nAnna sat.\n"


@pytest.mark.parametrize(
    ("pictures", "holds"),
    [
        ({"a.png": (2, 1)}, True),
        ({"a.png": (2, 1), "other.png": (3, 3)}, True),
        ({"a.png": (1, 2)}, False),
        ({"a.png": None}, False),
        ({}, False),
        ({"a.png": (2, 1), "b.svg": None}, False),
    ],
)
def test_a_reading_holds_as_long_as_the_pictures_that_it_looked_for(
    pictures: dict[str, Size | None], holds: bool
) -> None:
    given = Given("docs/stories", pictures={"a.png": (2, 1)})
    reading, _ = naming.written(given, seed(SHOWN, "a.md"))
    assert NAMED.read(reading).holds(pictures) is holds


def test_a_paragraph_beyond_the_limit_refuses_the_story() -> None:
    given = Given("docs/stories", limits=Limits(paragraph=20))
    reading = naming.named(seed("Short.\n\nThis one is far too long.\n", "a.txt"), given)
    assert reading.story is None
    assert "paragraph 2 has 25 characters" in str(reading.problems[0])

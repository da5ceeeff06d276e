"""letters: capitals of all scripts."""

from __future__ import annotations

from anthology.text.letters import CAPITALS


def test_capitals_are_those_of_every_script_and_nothing_else() -> None:
    assert set("AZÉŁΣЖ") <= set(CAPITALS)
    assert not any(c.islower() or c.isdigit() or c.isspace() for c in CAPITALS)

"""talk: whom a name means that is only ever spoken."""

from __future__ import annotations

from support.marked import cast

FISHING = (
    "[Gryabov] stood in the water. [Otsov] came to the bank.\n\n"
    "“Good day, [Ivan Kuzmitch],” laughed [Otsov].\n\n"
    "[Gryabov] nodded.\n\n"
    "[Gryabov] cast his line.\n\n"
    "“I say, [Ivan Kuzmitch], it is an outrage!” said the marshal.\n\n"
    "[Gryabov] undressed. [Otsov] sat down. [Otsov] looked away.\n\n"
    "[Gryabov] dived.\n\n[Otsov] left.\n\n[Otsov] ran."
)


def test_a_name_called_out_is_the_neighbour_s_who_has_no_other_and_does_not_call() -> None:
    assert cast(FISHING) == {"Ivan Kuzmitch": {"Gryabov"}, "Otsov": set()}


def test_a_given_name_alone_that_is_called_out_may_be_somebody_else_s() -> None:
    assert len(cast(FISHING.replace("Ivan Kuzmitch", "Ivan"))) == 3


def test_a_name_that_the_narration_uses_too_is_somebody_else_s() -> None:
    assert len(cast(FISHING + "\n\n[Ivan Kuzmitch] had seen it all.")) == 3


def test_a_name_that_is_spoken_of_is_not_called_out() -> None:
    text = FISHING.replace("day, [Ivan Kuzmitch],", "old [Ivan Kuzmitch] is dead,")
    assert len(cast(text.replace("say, [Ivan Kuzmitch], it", "say [Ivan Kuzmitch] it"))) == 3


def test_a_man_is_not_called_by_a_woman_s_name() -> None:
    text = FISHING.replace("Ivan Kuzmitch", "Anna Kuzminovna").replace("nodded", "lit his pipe")
    text = text.replace("dived", "dived in his shirt").replace("cast his", "lost his")
    assert len(cast(text)) == 3

"""forms: every spelling of a name, and what is read of it only when somebody asks."""

from __future__ import annotations

from anthology.model import Mention
from anthology.resolve.forms import Told, gather, owned
from support.marked import marked


def test_the_text_around_a_form_is_read_once_and_only_when_its_gender_is_asked_for() -> None:
    _, mentions = marked("[Ann] came. [Ben] sat. [Ann] rose.")
    read: list[Mention] = []

    def reader(mention: Mention) -> Told | None:
        read.append(mention)
        return "f", 1

    ann, ben = gather(mentions)
    ann.read = ben.read = reader
    assert not read
    assert ann.votes == {"m": 0, "f": 2}
    assert ann.votes["f"] == 2
    assert [m.name for m in read] == ["Ann", "Ann"]


def test_a_part_of_a_form_has_what_was_read_around_its_mentions() -> None:
    _, mentions = marked("[Ann] came. [Ann] rose. [Ann] sat.")
    [ann] = gather(mentions)
    ann.read = lambda mention: ("f", 3) if mention.start else None
    assert ann.part(mentions[:2]).votes == {"m": 0, "f": 1}


def test_mentions_are_in_reading_order_with_their_forms() -> None:
    _, mentions = marked("[Ann] came. [Ben] sat.\n\n[Ann] rose.")
    assert [(m, form.text) for m, form in owned(gather(mentions))] == [
        (mention, mention.name) for mention in mentions
    ]

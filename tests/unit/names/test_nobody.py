"""nobody: words that stand where a name could stand."""

from __future__ import annotations

import pytest

from anthology.names.nobody import is_nobody


@pytest.mark.parametrize("words", ["He", "You", "My God", "God", "My", "In", "Lord God Almighty"])
def test_words_of_closed_classes_and_holy_words_are_nobody(words: str) -> None:
    assert is_nobody(words)


@pytest.mark.parametrize("name", ["Lord Emsworth", "Doctor No Man", "Ann", "A. A. Milne", "Will"])
def test_a_name_beside_them_is_somebody(name: str) -> None:
    assert not is_nobody(name)

"""runs: capitalised words that stand together."""

from __future__ import annotations

import pytest

from anthology.recognise.runs import runs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We met d'Artois there.", ["We", "d'Artois"]),
        ("We met l’Abbé there.", ["We", "l’Abbé"]),
        ("We met al-Rashid there.", ["We", "al-Rashid"]),
        ("We met el-Nil there.", ["We", "el-Nil"]),
        ("In the rue-d'Artois he sat.", ["In", "d'Artois"]),
        ("The anti-Rashid party sat.", ["The", "Rashid"]),
        ("A special-Rashid sat.", ["A", "Rashid"]),
        ("He said ‘Artois’ and sat.", ["He", "Artois"]),
        ("The bread'Artois sat.", ["The"]),
        ("On 18th Street he sat.", ["On", "18th", "Street"]),
        ("Don’t ask, I said to O’Neill.", ["O’Neill"]),
        ("al-Rashid came.", ["al-Rashid"]),
        ("-Rashid came.", ["Rashid"]),
    ],
)
def test_a_word_has_its_article_and_nothing_of_the_word_before(text: str, words: list[str]) -> None:
    found = list(runs(0, text))
    assert [word for run in found for word in run.words] == words
    for run in found:
        assert [text[a:z] for a, z in zip(run.starts, run.ends, strict=True)] == run.words

"""Makes stories to measure with: always the same, from sentences that were written for it.

``N`` stories have about 440 words each, ``N / 2`` persons and ``N / 5`` places among them. A few of
these stand in many stories, and most of them in a few, as in an anthology.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

_GIVEN = (
    "Ada Bruno Clara Daniel Edith Felix Greta Hugo Irene Jonas Klara Leon Martha Nils Olga Paul "
    "Rosa Simon Thea Victor Alma Boris Celia Dario Elsa Franz Hanna Igor Julia Karl Lotte Milan "
    "Nora Oscar Petra Rolf Sofia Tomas Vera Walter"
).split()
_FIRST = "Bar Cor Del Fen Gar Hol Kar Lin Mor Nor Pel Quin Ros Sel Tor Val Wes Yar Zel Brin".split()
_MIDDLE = "a e i o u ar el in or an er ol".split()
_OF_PERSONS = "man ner ski son ton well ridge ley mann ström".split()
_OF_PLACES = "bury ford mouth haven stead minster wick dale port burg".split()
_HEADS = ("{}", "{} Street", "Café {}", "{} Bridge", "Hotel {}")

_SENTENCES = (
    "{A} came to {P} in the first week of the rains and did not say why.",
    "Nobody in {P} had asked, and so nobody was told.",
    "“You are late,” said {B}, who had been counting the trams since noon.",
    "{a} put the parcel on the table and looked for a place to sit.",
    "The kitchen smelled of tar and oranges, as it had the year before.",
    "“I was held up at {Q},” said {a}, and that was nearly true.",
    "There is a stair behind the market that leads to nothing, and {b} had once lived on it.",
    "They ate without a word, because the bread was good and the news was not.",
    "When the lamp went out, {C} laughed and lit a match.",
    "“Read it to me again,” {b} asked, “and leave out the part about the money.”",
    "The letter had been opened and closed so often that it folded by itself.",
    "{C} remembered {P} before the bridge, when a boat was the only way across.",
    "It was {D} who had drawn the map, and {D} who had drawn it wrong.",
    "Outside, two boys were selling the same umbrella to everyone who passed.",
    "{a} walked as far as {Q} and back, to be tired enough to sleep.",
    "In the morning the river was brown and a hand higher.",
    "“We could still go,” said {C}. “We could go and be sorry there.”",
    "{B} counted the coins twice, and the second time there was one more.",
    "A train that nobody was waiting for came in and stood for an hour.",
    "The clerk at {Q} stamped everything that was handed to him, and a sandwich.",
    "{D} never wrote from {P} again, though there were people who waited.",
    "What {a} had brought was a clock without hands, in a box that was made for it.",
    "“It goes,” {b} said after a while. “You only have to believe it.”",
    "By evening they had forgiven each other most of it.",
)
_WORDS = 440
"""Words of a story."""


def write(number: int, folder: Path) -> None:
    """Write the first ``number`` stories into ``folder``, each as a seed."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in stories(number):
        (folder / name).write_text(text, encoding="utf-8")


def stories(number: int) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each of ``number`` seeds."""
    persons = [_person(n) for n in range(max(4, number // 2))]
    places = [_place(n) for n in range(max(2, number // 5))]
    for n in range(number):
        chance = Random(n)  # noqa: S311 - nothing is secret here
        cast = _some(persons, 4, chance)
        where = _some(places, 2, chance)
        yield f"{n:05}_{n:08x}{n:08x}.txt", _story(cast, where, chance)


def _some(all_of_them: list[str], count: int, chance: Random) -> list[str]:
    """Return ``count`` different ones, the first of the list far more often than the last."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[all_of_them[int(len(all_of_them) * chance.random() ** 3)]] = None
    return list(found)


def _story(cast: list[str], where: list[str], chance: Random) -> str:
    """Return the text of a story, in paragraphs of three sentences."""
    named = dict(zip("ABCD", cast, strict=True))
    named |= {letter.lower(): name.split()[0] for letter, name in named.items()}
    named |= dict(zip("PQ", where, strict=True))
    said = [_SENTENCES[0].format(**named)]
    while sum(len(sentence.split()) for sentence in said) < _WORDS:
        said.append(_SENTENCES[int(len(_SENTENCES) * chance.random())].format(**named))
    paragraphs = (" ".join(said[at : at + 3]) for at in range(0, len(said), 3))
    return "\n\n".join(paragraphs) + "\n"


def _person(number: int) -> str:
    """Return the full name of a person; two persons have no name in common but the given one."""
    return f"{_GIVEN[number % len(_GIVEN)]} {_word(number, _OF_PERSONS)}"


def _place(number: int) -> str:
    """Return the name of a place."""
    return _HEADS[number % len(_HEADS)].format(_word(number, _OF_PLACES))


def _word(number: int, endings: list[str]) -> str:
    """Return the name with this number: a beginning, as many middles as it needs, and an ending."""
    number, first = divmod(number, len(_FIRST))
    number, last = divmod(number, len(endings))
    middles = ""
    while number:
        number, middle = divmod(number - 1, len(_MIDDLE))
        middles += _MIDDLE[middle]
    return _FIRST[first] + middles + endings[last]

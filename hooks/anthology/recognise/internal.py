"""Form: what a name says by itself, before any sentence has been read.

A cue is a short English phrase, so that the list of weights can be read and a decision explained.
"""

from __future__ import annotations

from anthology.names import honorifics, lexicon

BOTH = "a name of persons and places"
"""What a reader takes *Florence* and *Victoria* for, without more."""

_SIGNS = lexicon.signs()
_HOLY = _SIGNS["a holy word"]
_ON_SIGNS = _SIGNS["a beast or thing on an inn's sign"]
_LOOKING = _SIGNS["how the beast on an inn's sign looks"]
_FEASTS = _SIGNS["a feast"]
_BRANDS = _SIGNS["a brand or a paper"]
_FIRMS = _SIGNS["a word of firms and papers"]
_EPITHETS = _SIGNS["an epithet"]
_ARTICLES = _SIGNS["a foreign article"]
_NUMBERS = _SIGNS["a number"]
_ORDINALS = _SIGNS["an ordinal"]

_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ing", ""), ("ing", "e"), ("ings", ""), ("ed", "")),
    *(("ed", "e"), ("ly", ""), ("er", ""), ("er", "e"), ("less", ""), ("ness", ""), ("ers", "")),
)
"""What English words end in, and what stands there in the word that they are made of."""


def of_form(name: str) -> list[str]:
    """The cues of a name's own words."""
    front, bare = honorifics.split(name)
    cues = ["any name", *(f"a title: {title.sort}" for title in front)]
    words = bare.split()
    if not words:
        return [*cues, "nothing but a title"]
    cues.append(f"{min(len(words), 4)} words" if len(words) > 1 else "one word")
    cues += _as_person(words)
    cues += _as_place(bare, words)
    cues += _as_neither(words)
    cues += _writing(words)
    return cues


def standing(name: str) -> str:
    """What a reader takes a name for who knows names and places, but not the story."""
    front, bare = honorifics.split(name)
    words = bare.split()
    if not words:
        return "a bare title"
    if front:
        return "a name with a title"
    if len(words) == 1:
        return _standing_alone(bare)
    if lexicon.place(bare):
        return "a known place of many words"
    return _standing_together(words)


def _standing_together(words: list[str]) -> str:
    first, last = words[0], words[-1]
    small = last.lower()
    if small in _NUMBERS:
        return "a name with a number"
    if small in _ORDINALS:
        return "a name with an ordinal"
    if "of" in words and _head(words):
        return "a head word and “of”"
    if "time" in (lexicon.other(first), lexicon.other(last)):
        return "a name with a word of time"
    if small in _FIRMS:
        return "a name with a word of firms"
    if lexicon.given(first) and not _ordinary(first):
        return "a given name and more"
    if _head(words):
        return "a name with a head word"
    if len(first.rstrip(".")) == 1:
        return "initials and a name"
    return _standing_unknown(first, last, len(words))


def _standing_unknown(first: str, last: str, length: int) -> str:
    if first.lower() in _EPITHETS and length == 2:
        return "an epithet and more"
    if first.lower() in _ARTICLES:
        return "a name with a foreign article"
    if _ordinary(last):
        return "a name of ordinary words"
    if lexicon.given(first) or lexicon.surname(last):
        return "a name of persons only"
    return "an unknown name of many words"


def _standing_alone(word: str) -> str:
    person = lexicon.given(word) or lexicon.surname(word)
    if _place(word):
        return BOTH if person else "a name of places only"
    if _ordinary(word):
        if lexicon.head_before(word) or lexicon.head_after(word):
            return "a head word alone"
        return "an ordinary word that is a name too" if person else "an ordinary word"
    if lexicon.other(word):
        return "a name and a word of something else" if person else "a word of something else"
    if lexicon.famous(word) and not lexicon.given(word):
        return "a famous name alone"
    if person:
        return "a name of persons only"
    if lexicon.head_ending(word):
        return "a name that ends in a head word"
    return "a word made of an ordinary one" if _derived(word.lower()) else "an unknown name"


def _place(name: str) -> lexicon.Place | None:
    """The known place of that name, but for towns called after somebody: *Pushkin*."""
    place = lexicon.place(name)
    return None if place and place.size == 1 and lexicon.famous(name) else place


def _ordinary(word: str) -> bool:
    """Whether novels write the word small as a rule."""
    lower, capital = lexicon.counts(word)
    return lower > 2 * capital + 2


def _derived(word: str) -> bool:
    """Whether novels have what the word is made of: *Deliveries*, *Noseless*, *Unbutton*."""
    stems = {word.removeprefix("un"), word.removeprefix("in")}
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stems.add(word.removesuffix(ending) + instead)
    stems.discard(word)
    return any(_ordinary(stem) for stem in stems)


def _head(words: list[str]) -> tuple[str, str] | None:
    """The kind of place that one of its words makes of a name, and where that word stands."""
    before = words[words.index("of") - 1] if "of" in words else ""
    if kind := lexicon.head_after(before) or lexicon.head_before(before):
        return kind, "before “of”"
    if len(words) > 1 and (kind := lexicon.head_before(words[0])):
        return kind, "first"
    last = words[-1]
    parts = last.split("-")
    if len(words) > 1 and (kind := lexicon.head_after(last)):
        return kind, "last"
    if len(parts) > 1 and (kind := lexicon.head_after(parts[-1]) or lexicon.head_before(parts[0])):
        return kind, "last"
    if kind := lexicon.head_ending(last):
        return kind, "as an ending"
    if len(words) == 2 and words[0].lower() in _LOOKING and last.lower() in _ON_SIGNS:
        return "shop", "as on the sign of an inn"
    return None


def _as_person(words: list[str]) -> list[str]:
    first, last = words[0], words[-1]
    alone = len(words) == 1
    cues = []
    if gender := lexicon.given(first):
        cues += ["a given name" if alone else "a given name first", f"a given name, {gender}"]
    if lexicon.surname(last):
        cues.append("a surname" if alone else "a surname last")
        if gender and not alone:
            cues.append("a given name and a surname")
    if lexicon.famous(last):
        cues.append("a famous name" if alone else "a famous name last")
    if first.lower() in _EPITHETS and not alone:
        cues.append("an epithet first")
    if any(honorifics.particle(w) for w in words[1:-1] if w.islower()):
        cues.append("a particle inside")
    return cues


def _as_place(bare: str, words: list[str]) -> list[str]:
    first, last = words[0], words[-1]
    cues = []
    if place := _place(bare):
        cues += [f"a known {place.kind}", f"a known place of size {place.size}"]
        if lexicon.given(first):
            cues.append(f"a known place of size {place.size} and a given name")
    elif len(words) > 1:
        if lexicon.place(last):
            cues.append("a known place last")
        if lexicon.place(first):
            cues.append("a known place first")
    if head := _head(words):
        kind, where = head
        cues += [f"a head word {where}", f"the head word of a {kind}"]
    elif len(words) == 1 and (lexicon.head_before(first) or lexicon.head_after(first)):
        cues.append("nothing but a head word")
    if like := lexicon.ending(last):
        much = "much " if abs(like) > 1 else ""
        cues.append(f"ends {much}like {'places' if like > 0 else 'persons'}")
    return cues


def _as_neither(words: list[str]) -> list[str]:
    first, last = words[0], words[-1]
    cues = []
    # The Atlantic is a sea before it is a kind of coast.
    if (what := lexicon.other(last)) and not lexicon.place(last):
        cues.append(f"a word of {what} last" if len(words) > 1 else f"a word of {what}")
    if len(words) > 1 and (what := lexicon.other(first)):
        cues.append(f"a word of {what} first")
    if last.lower() in _HOLY:
        cues.append("a holy word")
    if last.lower() in _FIRMS:
        cues.append("a word of firms and papers")
    if last.lower() in _FEASTS or first.lower() in _FEASTS:
        cues.append("a feast")
    if last.lower() in _BRANDS:
        cues.append("a brand or a paper")
    if first.lower() in _ARTICLES and len(words) > 1:
        cues.append("a foreign article first")
    if "&" in words:
        cues.append("“&” inside")
    if any(w.endswith("'s") for w in words[:-1]):
        cues.append("a possessive inside")
    return cues


def _writing(words: list[str]) -> list[str]:
    last = words[-1]
    cues = []
    if len(words) == 1:
        cues += [f"{_capital(last)} (alone)", f"{_standing_alone(last)}, {_capital(last)}"]
    else:
        cues.append(f"{_capital(words[0])} (first)")
        # Street and Bridge are ordinary words in every name.
        if not lexicon.head_after(last):
            cues.append(f"{_capital(last)} (last)")
    if last.isupper():
        cues.append("all in capitals")
    if last.endswith("s"):
        cues.append("ends in s")
    if "-" in last:
        cues.append("a hyphen")
    return cues


def _capital(word: str) -> str:
    lower, capital = lexicon.counts(word)
    if lower + capital == 0:
        return "not a word of novels"
    if capital == 0:
        return "never with a capital in novels"
    share = capital / (lower + capital)
    for bound, often in ((0.95, "always"), (0.5, "mostly"), (0.1, "sometimes")):
        if share > bound:
            return f"{often} with a capital in novels"
    return "rarely with a capital in novels"

"""Runs: capitalised words that stand together, as a reader notices them in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anthology.names import honorifics, lexicon
from anthology.text import english
from anthology.text.letters import CAPITALS
from anthology.text.sentences import ABBREVIATIONS

LONGEST = 12
"""Most words in a name."""

_LETTER = r"[\w\u0300-\u036f]"
"""A letter or a digit, or an accent that stands after its letter."""
# Each repetition begins with a different character, so no text makes the pattern try several ways.
# The pattern begins with a capital, because then it is found fast; so the article of d'Artois and
# al-Rashid is looked for afterwards.
_WORD = re.compile(
    rf"[{CAPITALS}0-9](?<!\w.)(?:(?<!\w['’].)|(?<=\b[dl]['’].)(?<!\w['’][dl]['’].))(?:"
    rf"(?<=[{CAPITALS}]){_LETTER}*"
    rf"(?:['’][{CAPITALS}]{_LETTER}+|['’](?!(?:ll|ve|re|em|im|er|un|um|ud)\b){_LETTER}{{2,}}|-{_LETTER}+)*"
    rf"|\d*(?:st|nd|rd|th)(?= [{CAPITALS}]))"
)
"""A capitalised word: *O'Neill*, *Karl-Marx-Straße*, *d'Artois*, *al-Rashid*, *18th* Street."""
_JOINTS = ("'", "’", "-")
_ARTICLE = re.compile(r"(?<!\w)(?<!\w['’])[ae]l-")
"""The article of *al-Rashid*."""
_SHORTENED = ABBREVIATIONS - {"maj", "etc"}
"""Abbreviations that may stand in a name. *Maj.* is not one: in a play it stands before what the
Major says."""
_COURTESIES = frozenset("Mr Mrs Miss Ms Dr Sir Lady Madame Monsieur Mademoiselle".split())
_NOTES = ("P.S.", "N.B.")
_NOT = ("'t", "’t", "'T", "’T")
"""What stands after the beginning of a verb: Don*’t*."""
_FEASTS = ("Day", "Eve", "Night")
_DATES = frozenset(word.capitalize() for word in (*english.DAYS, *english.MONTHS)) - {
    *("Sunday", "April", "May", "June")
}
"""Days and months that are nobody's name."""
# Some particles are left out, because they are English words too: *Paris as a whole*, *Y or Z*.
_LINKS = (
    honorifics.PARTICLES - frozenset("a an as e i y bat af ya ap ad les".split())
) | frozenset(
    # Ponte alla Carraia, Frankfurt am Main, Stratford upon Avon.
    "alla alle allo ai agli aux au à sur sous lès en am im bei unter op aan nad pod na upon".split()
)
"""Words in lower case that may stand between the words of a name."""
_OF_TITLES = frozenset("grand vice prime lord high royal field rear chief flying first".split())
"""Words before a title that belong to it: *Grand Duke*."""
_BROKEN_OFF = re.compile(r"…|[—–][”\"’']")
"""What stands between a sentence that is broken off and the next one: *I suppose—” Again*."""
_CLOSERS = " \t\"'“”‘’«»(—–-[…*_"
"""Signs that may stand between the end of a sentence and the next word."""

_NAMED = re.compile(rf"\.? ?[{CAPITALS}].*")
"""What stands after a title that begins a name."""
_GAP = 16
"""Most characters between two words of a name."""
_OWNED = re.compile(
    rf"['’]s (?:[{CAPITALS}]{_LETTER}+ ){{1,2}}(?:{'|'.join(lexicon.heads_after())})\b"
)
"""What stands after the owner of a business or house: Bredin*'s Parisian Café*."""


@dataclass(slots=True)
class Run:
    """Capitalised words that stand together, and the offsets of each."""

    paragraph: int
    """Index into ``Story.paragraphs``, from 0."""
    words: list[str]
    starts: list[int]
    """Offset of each word."""
    ends: list[int]
    """Offset after each word."""
    opening: bool
    """Whether the run begins a sentence, where a capital says nothing."""

    @property
    def claims(self) -> int:
        """Index of the first word whose capital is a claim.

        At the beginning of a sentence, it is 0 for *Will Teague*, and 1 for *Will Anna*.
        """
        if not self.opening:
            return 0
        if len(self.words) == 1 or not lexicon.given(self.words[0]):
            return 1
        second = self.words[1]
        return 1 if lexicon.given(second) or honorifics.title(second) else 0

    def drop_first(self) -> None:
        """Remove the first word, so that the run no longer begins the sentence."""
        del self.words[0], self.starts[0], self.ends[0]
        self.opening = False


def runs(paragraph: int, text: str) -> Iterator[Run]:
    """Yield the runs of ``text``, the paragraph with the index ``paragraph``, in reading order."""
    run: Run | None = None
    for word, start in _words(text):
        end = start + len(word)
        if run and honorifics.title(word) and _begins_another(run, text[end : end + 3]):
            yield run
            run = Run(paragraph, [word], [start], [end], opening=False)
        elif run and (_belongs(text, run, word, start) or _OWNED.match(text, run.ends[-1])):
            run.words.append(word)
            run.starts.append(start)
            run.ends.append(end)
        else:
            if run:
                yield run
            run = Run(paragraph, [word], [start], [end], _opens(text, start))
    if run:
        yield run


def _words(text: str) -> Iterator[tuple[str, int]]:
    """Yield each word of ``text`` that could stand in a name, with its offset."""
    for match in _WORD.finditer(text):
        start = match.start()
        if text[start - 1 : start] in _JOINTS:
            start = _with_article(text, start)
        word = text[start : match.end()]
        if not _is_no_word(word, text, start):
            yield _without_tail(word) if "-" in word else word, start


def _is_no_word(word: str, text: str, start: int) -> bool:
    """Return whether ``word``, at ``start`` in ``text``, is no word of a name: *I*, *Don’t*."""
    return (
        word == "I"
        or text.startswith(_NOT, start + len(word))
        or (len(word) == 1 and _is_note(text, start))
    )


def _with_article(text: str, start: int) -> int:
    """Return where the word at ``start`` begins with its article: *d'Artois*, *al-Rashid*."""
    if text[start - 1] == "-":
        return start - 3 if start > 2 and _ARTICLE.match(text, start - 3, start) else start
    return start - 2 if start > 1 and text[start - 2] in "dl" else start


def _is_note(text: str, start: int) -> bool:
    """Return whether a letter belongs to *P.S.* or *N.B.*, and so is not the initial of a name."""
    return text[start : start + 4] in _NOTES or text[max(0, start - 2) : start + 2] in _NOTES


def _without_tail(word: str) -> str:
    """Return a word with a hyphen, without what follows the hyphen if that is an ordinary word.

    *England-he* becomes *England*, and *German-looking* becomes *German*; but *Wall-street* and
    *Dong-hyun* stay whole.
    """
    head, _, tail = word.partition("-")
    last = tail.rpartition("-")[2]
    ordinary = (
        tail[:1].islower()
        and lexicon.counts(last)[0] > 5
        and not lexicon.head_after(last)
        and not honorifics.title_after(last)
    )
    return head if ordinary else word


def _opens(text: str, start: int) -> bool:
    """Return whether a sentence, or somebody's direct speech, begins at ``start``."""
    at = start - 1
    while at >= 0 and text[at] in _CLOSERS:
        if text[at] in '"“«‘' and at + 1 == start:
            return True
        at -= 1
    return at < 0 or text[at] in ".!?:;" or bool(_BROKEN_OFF.search(text, at + 1, start))


def _belongs(text: str, run: Run, word: str, start: int) -> bool:
    """Return whether ``word``, at ``start`` in ``text``, belongs to the run before it."""
    if start - run.ends[-1] > _GAP:
        return False
    gap, words = text[run.ends[-1] : start], run.words
    before = words[-1]
    if len(words) == LONGEST or before in _DATES:
        return False
    if word in _COURTESIES and not honorifics.title(before):
        # A courtesy title begins another name: For Australia Mrs. Rachel had no word.
        return False
    if len(words) > 1 and len(before) > 2 and before.isupper() and not word.isupper():
        return False
    return gap in (" ", " & ") or _linked(gap, words, word)


def _begins_another(run: Run, following: str) -> bool:
    """Return whether a title after a run begins another name: after *Mass Father Kuzma*.

    It does after an ordinary word, if a name follows; ``following`` is the text after the title.
    """
    before = run.words[-1]
    if before.lower() in _OF_TITLES or honorifics.title(before):
        return False
    lower, capital = lexicon.counts(before)
    named = _NAMED.fullmatch(following)
    return bool(named) and lower > 3 * capital and not lexicon.head_before(before)


def _linked(gap: str, words: list[str], word: str) -> bool:
    """Return whether the words and marks in ``gap`` join ``words`` and ``word`` to one name."""
    before = words[-1]
    if gap in (" of ", " of the "):
        if before.lower() in honorifics.NOBLE:
            return True
        # Lake of Nalumba is one name. King of Orr is not a name, but Orr is one.
        return bool(lexicon.head_after(before) or lexicon.head_before(before))
    if gap in ("'s ", "’s ", "' ", "’ "):
        title = honorifics.title(before)
        return lexicon.head_after(word) is not None or word in _FEASTS or bool(title)
    if gap == " the ":
        # Aldhelm the Lame is one name; "told Anna the Captain" has two.
        return len(words) == 1 and lexicon.counts(word)[0] > 0 and not honorifics.title(word)
    if gap[0] == ".":
        abbreviated = len(before) == 1 or before.lower() in _SHORTENED
        return abbreviated and all(w in _LINKS for w in gap[1:].split())
    return gap[0] == " " == gap[-1] and all(w in _LINKS for w in gap.split())

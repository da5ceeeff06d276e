"""Scenes: what the words around a mention of a place say of whether the story happens there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from anthology.model import Mention
from anthology.names import lexicon
from anthology.resolve.presence import is_told
from anthology.resolve.prose import Prose

_DESCRIBED = frozenset(
    "the this that old our his her their my dear little distant great own".split()
)
"""What can stand between a preposition and a place, beside any one word: in *the old* town of."""
_ALONG = (
    "through throughout across along over around round about up down past by near beside under "
    "beneath behind outside inside off above below beyond opposite before crossed crossing passed "
    "passing"
).split()
_TO = "to into onto toward towards for reach reached reaching enter entered approached".split()
_BEFORE = (
    ("in", ("in", "within")),
    ("at", ("at",)),
    ("on", ("on", "upon")),
    ("to", _TO),
    ("through", _ALONG),
    ("from", ("from", "left", "leaving", "leave", "out of")),
    ("like", ("like", "than", "as", "except", "besides", "between")),
)
"""What stands before a place, by its cue; the first that fits counts."""
_RANK = {word: rank for rank, (_, words) in enumerate(_BEFORE) for word in words}
_MARK = re.compile(r"\W")
_ONE_WORD = re.compile(r"\w+")
_OF = re.compile(r"([\w’-]+) of(?: (?:the|this|old|our|dear|little))* $")
"""A word and *of* before a place: *counter of*."""
_PARTS = frozenset(
    "door doorway window counter roof roofs pavement floor wall walls gate gates platform arm "
    "mouth outskirts banks bank shore side half all out inside outside ruins lights front top foot "
    "entrance lobby sky skies square vicinity surface plains".split()
)
"""Parts of a place, at which somebody stands who is there: the counter of A Brasileira."""
_RULED = frozenset(
    "king queen emperor prince princess duke earl count lord bishop archbishop president governor "
    "mayor secretary member members university professor people inhabitants men man history map "
    "name conquest war battle citizen subject native natives daughter son ambassador minister "
    "kingdom republic government parliament story news thought dream memory memories language "
    "baron marquis sultan rajah abbot dean rector vicar".split()
)
"""Words that have a place of their own without being there: *King of*, *a native of*."""
_ELSEWHERE = re.compile(
    r"""\b(?:
        native(?:s)?\ of | (?:called|named)\ after | born(?:\ and\ \w+)?\ (?:in|at|on)
      | (?:brought\ up|raised|studied|educated)\ (?:in|at)
      | (?:girl|boy|sister|brother|uncle|aunt|friends?|relations|childhood|youth|years?|months?
          |wars?|prison|school|man|men|wom[ae]n|people|fellow|doctor|professor|house|estate
          |family|business|property)\ (?:in|at|from)
      | (?:picture|painting|photograph|portrait|map|postcard|bust|statue|song)\ of    # shown
      | (?:stor(?:y|ies)|news|memor\w+|dreams?|universit\w+|war|battle)\ (?:of|in)
      | (?:train|ticket|coach|boat|ship|road|mail|letters?|trip|journey|way)\ (?:back\ )?
        (?:to|for|from)                                               # not there yet, or no more
      | (?:wr[io]te|written|sen[dt]|been|to\ go|going|to\ return|wired)\ (?:back\ )?(?:to|for)
    )\ (?:the\ )?$""",
    re.VERBOSE,
)
"""What stands before a place that is only mentioned: *a native of*, *the train to*."""
_BEFORE_ELSEWHERE = frozenset("of after in at on to for from".split())
"""The last words of that, but for *the*: to look one up is faster than to search."""
_HERE = re.compile(
    r"\b(?:this is|here,? (?:in|at|on)|we(?: are|’re|'re) in|welcome to)(?: the)? $", re.IGNORECASE
)
"""What a speaker says before the name of the place where both are: *Welcome to*."""
_QUOTES = ("“", '"', "‘", "'")
_SIGN = re.compile(r"\b(?:sign|board|plate|plaque|letters)\b[^.“\"]*[“\"‘']$")
"""What stands before a name on a sign: *the board said “*."""
_FIRST = re.compile(r"[\s\"“‘«(]*(?:[Tt][Hh][Ee] )?")
"""What stands before a name that begins its sentence: *“The*."""

_CLAUSE = re.compile(r"[;:—“”]| but | though | while | where | which ")
"""What a clause begins after."""
_MODAL = re.compile(
    r"\b(?:would|could|might|should|will|shall|may|can|must|if|whether|unless|wish(?:ed)?|hoped?|"
    r"wanted|intended|meant|planned|going to|[’'](?:ll|d))\b"
)
"""Words that say that something is only thought of: *would*, *if*."""
_HAD = re.compile(
    r"\b(?:had|has|have|having|[’']ve)\b(?: \w+){0,2} "
    r"(?:\w+ed|\w+en|\w+ght|\w+pt|\w+nt|gone|come|done|made|met|run|read|won|sold|told|found)\b"
)
"""A verb that says what had happened earlier: *had lived*."""
_PRESENT = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t|[Yy]ou|[Tt]here)(?: |[’'])"
    r"(?:is|are|am|s|re|m|has|have|do|does|go|goes|know|think)\b"
)
"""A verb in the present tense: *we are*."""
_WHO = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t|[Ww]ho|[A-Z][\w’-]+|man|men|woman|women|boy|girl)"
_DOES = re.compile(
    rf"\b{_WHO} (?:(?:\w+ly|also|then|now|soon|again|once|all|both|and) ){{0,2}}(\w+)\b"
)
"""Somebody and the word after: *she slowly rose*."""
_GOING = re.compile(
    r"\b(?:arriv\w+|reach\w*|return\w*|came|come|went|go|gone|travel\w*|land(?:ed|ing|s)|drove|"
    r"driven|rode|walk\w*|sail\w*|flew|mov\w+|hurr\w+|climb\w*|descend\w*|march\w*|wander\w*|"
    r"hasten\w*|taken|took|brought|carried)\b"
)
_STAYING = re.compile(
    r"\b(?:stay\w*|liv(?:ed|es|ing)|lodg\w+|spen[dt]\w*|pass(?:ed|ing)|sojourn\w*|dwel[lt]\w*|"
    r"settl\w+|stood|sat|lay|met|work\w*|resid\w+|was|were|found)\b"
)
_POSSESSIVE = re.compile(r"[’']s? [a-z]")
_AFTER = re.compile(r" ([a-z][\w’-]*)")
"""The next word: of *Paris fashions*, *fashions*."""
_LITTLE = frozenset(
    "and or but nor for so yet in on at to of from with by into through across along over under "
    "about after before once when while where which who that as than is was were are be been had "
    "has have would could should might may will shall can must did does do it he she they we i "
    "you there a an the his her its their my our your if because until till since without within "
    "again now then too also not never always only just".split()
)
"""Words after a place that it does not describe, as it does in *Paris fashions*."""
_IRREGULAR = frozenset(
    "came went stood sat lay ran saw heard was were felt rose fell took found met got knew began "
    "left led drove rode made gave slept ate drank spent held kept bought sold paid sent set put "
    "grew became flew swam crept knelt strode swung sprang sped woke hung blew shone drew brought "
    "lost won threw caught broke spoke told said thought".split()
)
_THERE = frozenset({"in", "at", "on", "to", "through", "of a part"})
"""Cues of words after which somebody who does something does it there."""
_NOT_THERE = frozenset({"elsewhere", "like", "from"})
"""Cues of words after which it is another place where somebody does something."""
_CLAUSE_LENGTH = 120
"""How far before a place its clause is looked at, in characters."""
_NEAR_LENGTH = 40
"""How far before a place the words directly before it reach, in characters."""
_SHORT = 40
"""Characters in a clause before a place from which what follows the place is not looked at."""


def cues(prose: Prose, mention: Mention) -> Iterator[str]:
    """Yield the cues of one mention of a place: how it is told of, and what is done there."""
    text, spot = prose.paragraph(mention).text, prose.spot(mention)
    before = text[max(spot.start, mention.start - _CLAUSE_LENGTH) : mention.start]
    after = text[mention.end : spot.end]
    spoken = spot.spoken
    told = is_told(prose, mention, spoken=spoken)
    how = "told" if told else "spoken"
    yield how
    if before[-1:] in _QUOTES and _SIGN.search(before):
        yield "on a sign"
    elif spoken and _HERE.search(before):
        yield "spoken: here"
    position = _position(before)
    yield f"{how}: {position}"
    clause = _CLAUSE.split(before)[-1]
    for mood in _moods(clause, after):
        yield f"{how}: {mood}"
        if told and position in _THERE:
            yield f"there, {mood}"
    if movement := _movement(clause):
        yield f"{how}: {movement}"
    yield from _what_follows(position, after)


def verdict(found: Iterable[str], *, opens: bool) -> int:
    """Return how the cues of one mention by themselves would have it, from -1 to 2.

    2 is for a place where something happens, -1 for one where it does not. ``opens`` says that the
    mention stands where the story begins; what had happened earlier shows there where it begins.
    """
    cues = set(found)
    if not cues.isdisjoint({"spoken: here", "on a sign"}):
        return 2
    if "told" not in cues:
        return 0
    if not cues.isdisjoint(f"told: {position}" for position in _NOT_THERE):
        return -1
    if "told: earlier" in cues and not opens:
        return -1
    if not cues.isdisjoint(f"told: {position}" for position in _THERE):
        return 2
    return int("told: subject" in cues)


def _position(before: str) -> str:
    """Return the cue for the words directly before a place in its sentence."""
    if _FIRST.fullmatch(before):
        return "subject"
    before = before[-_NEAR_LENGTH:]
    last = before.removesuffix("the ").rpartition(" ")[0].rpartition(" ")[2]
    if last in _BEFORE_ELSEWHERE and _ELSEWHERE.search(before):
        return "elsewhere"
    if " of " in before and (of := _OF.search(before)):
        word = of[1].lower()
        if word in _RULED:
            return "of a title"
        part = word in _PARTS or word in lexicon.signs()["a word for places"] or word.endswith("s")
        return "of a part" if part else "of"
    if cue := _preposition(before):
        return cue
    if before.endswith(", "):
        return "after a comma"
    last = before.lower().rsplit(maxsplit=1)[-1]
    return last if last in {"and", "or", "the"} else "otherwise"


def _preposition(before: str) -> str | None:
    """Return the cue for the preposition before a place, or None.

    Between the two may stand words of ``_DESCRIBED``, and then any one word: *in the old*, *to
    distant*.
    """
    *words, rest = before.lower().split(" ")
    if rest or not words:
        return None
    found = [_rank(words)]
    if _ONE_WORD.fullmatch(words[-1]):
        del words[-1]
        found.append(_rank(words))
        while words and words[-1] in _DESCRIBED:
            del words[-1]
            found.append(_rank(words))
    best = min(found)
    return _BEFORE[best][0] if best < len(_BEFORE) else None


def _rank(words: list[str]) -> int:
    """Return the index in ``_BEFORE`` of the preposition that ``words`` end in, or its length."""
    if not words:
        return len(_BEFORE)
    # A mark may stand before it: “In.
    last = _MARK.split(words[-1])[-1]
    if last == "of" == words[-1]:
        last = " ".join([*_MARK.split(" ".join(words[-2:-1]))[-1:], last])
    return _RANK.get(last, len(_BEFORE))


def _moods(clause: str, after: str) -> list[str]:
    """Return what the verbs show of whether somebody really does something now."""
    found = []
    if _MODAL.search(clause):
        found.append("thought of")
    if _HAD.search(clause):
        found.append("earlier")
    # In Rome she opened the letter: what is done stands after the place.
    near = f"{clause} ~ {after}" if len(clause) < _SHORT else clause
    if not found and any(_is_past(does[1]) for does in _DOES.finditer(near)):
        found.append("somebody acts")
    if _PRESENT.search(clause):
        found.append("in the present")
    return found or ["stated"]


def _is_past(word: str) -> bool:
    """Return whether a word seems to be a verb in the simple past: *walked*, *rose*."""
    return word.endswith("ed") or word in _IRREGULAR


def _movement(clause: str) -> str | None:
    """Return whether the clause before a place has a verb of going or of staying, or None."""
    if _GOING.search(clause):
        return "going"
    return "staying" if _STAYING.search(clause) else None


def _what_follows(position: str, after: str) -> Iterator[str]:
    """Yield the cues of the words after a place."""
    if _POSSESSIVE.match(after):
        yield "possessive"
    following = _AFTER.match(after)
    if not following:
        return
    past = _is_past(following[1])
    if position == "subject" and past:
        yield "subject of the past"
    elif position != "subject" and not past and following[1] not in _LITTLE:
        yield "describes a thing"

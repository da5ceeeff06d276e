"""Names that the text declares to be one person's: *known as*, *whom everyone called*, *or*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from anthology.model import Mention
from anthology.names import honorifics, lexicon
from anthology.names.honorifics import Gender
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose, Spans
from anthology.text import english

_REACH = 150
"""Most characters between two names that the text declares to be one person's."""
_OFTEN = r"(?:also |always |often |better |otherwise |generally |commonly |universally |only )?"
_NAMED = (
    r"(?:born|called|named|nicknamed|christened|dubbed|bapti[sz]ed|"
    r"known(?: [^.,;:]{1,30})? as)"
)
"""A verb that gives a name: *nicknamed*, *known to all as*."""
_BETWEEN = re.compile(
    rf"""(?:
        ['’]s\ (?:(?:real|true|full|own|given|first|Christian)\ )?name\ (?:was|is)
      | ,?\ (?:alias|a\.k\.a\.|aka|n[ée]e)
      | ,\ (?:born|really|{_OFTEN}{_NAMED})
      | ,?\ {_OFTEN}(?:known|famous)(?:\ [^.,;:]{{1,30}})?\ as
      | ,?\ (?:\(|—\ ?|–\ )?whom\ [^.;:]{{1,40}}\ (?:called|call|calls|knew\ as|know\ as)
      | (?:,[^.;:]{{0,40}}\ who)?\ (?:was|is|had\ been)\ {_OFTEN}{_NAMED}
      | ,[^.;:]{{0,40}}\ who\ (?:called|calls)\ (?:himself|herself)
      | ,\ who\ (?:went|goes)\ by(?:\ the\ name\ of)?
      | ,?\ (?:who\ )?(?:answer(?:ed|s)\ to|went\ by|goes\ by)\ the\ name\ of
      | ,\ or\ (?:rather|simply|just),?
      | ,?\ or,\ as\ [^.;:“”"]{{1,60}},
      | ,?\ (?:was|is|being)?\ ?short\ for
      | ,?\ (?:who\ )?(?:was|is)\ (?:also|once|formerly)
    )\ [“"‘']?(?:the\ )?""",
    re.VERBOSE,
)
"""All the text between two names: the *, better known as* of *Ann Hill, better known as Nan*."""
_SET_OFF = re.compile(r" [“\"‘'(]")
_CLOSED = re.compile(r"[”\"’'] |\)")
"""These two stand around a name: *Edward “Ned” Marsh*, *Edward (Ned) Marsh*."""
_OTHERS_CALL = re.compile(
    r"(?:[^“”\"]*?(?:[,.;:—] |\b(?:and|but|so|for|that|while|where|because) ))"
    r"(?:[^“”\".;:]* )?(?!he |she )\w+ (?:always |had |only )?call(?:s|ed)? (?:(him)|(her)) "
    r"[“\"‘']?(?:the )?",
    re.IGNORECASE,
)
"""All the text between the names in *Ann Hill was slow, and the whole school called her the
Admiral*."""
_OR = re.compile(r"(?:,| ?[—–])? ?or (?:the )?")
_AS_CALLED = re.compile(r",? as [^.;:]{1,60}\b(?:call|knew|know|term|style|name)")
"""These two stand before and after the second name in *Elizabeth, or Beth, as everyone called
her*."""
_IS = re.compile(r" (?:was|is|had been) (?:really|actually|in fact|none other than|no other than) ")
"""The verb between two names: *Colonel Valentine was really Stanley Hepworth*."""
_WAS = re.compile(r" (?:was|is|had been) ")
"""The same between two names with a word in common: *Dave Pollard was Big Dave*. Between others it
may be a figure of speech: *Anna was Venus that night*."""
_SPOKEN_OF = re.compile(
    r"\b(?:sp[eo]ak(?:s|ing)? of|spoke of|spoken of|refer(?:s|red|ring)? to|address(?:es|ed|ing)?|"
    r"kn[eo]wn?|introduced|announced|hail(?:ed|ing)?) $"
)
_AS = re.compile(r" as (?:the )?[“\"‘']?")
"""These two stand before and after the first name in *They spoke of Ann Hill as Nan*."""
_PERSON = re.compile(
    r"\b(?:a|an|the|his|her|their|my) (?:\w+ )?(?:man|woman|girl|boy|child|owner)\b"
)
"""Another person, to whom *him* or *her* may refer: *an old woman*."""
_GIVEN_AS_NAME = re.compile(
    r"\b(?:(?:named|called|name (?:was|is)) [“\"‘']?|"
    r"(?:dog|hound|spaniel|cat|kitten|horse|mare|pony|donkey|parrot|bird|goat|pig|cow|elephant|"
    r"robot|machine|computer|android),? )$"
)
"""What stands before a word that is a name: *a man called* Duke, *the parrot* Captain."""
_ARTICLE = english.behind([*english.ARTICLES, *english.POSSESSIVES])
"""An article or a possessive before a name: *the* Duke, *my* Captain."""
_POSSESSIVE = re.compile(r"['’]")
_HINT = re.compile(
    r"\b(?:call|kn[eo]w|nicknam|alias|christen|dubb|baptis|answer|went by|goes by|name|n[ée]e|born|"
    r"or|to (?:his|her|their|every))"
)
"""A word without which no name is declared, so that most of the text is passed over quickly."""
_BEGINS = re.compile(
    r",|['’]s | ?[—–]| [(“\"‘']|"
    r" (?:also|always|often|better|otherwise|generally|commonly|universally|only|known|famous|"
    r"alias|a\.k\.a|aka|n[ée]e|whom?|was|is|being|had|answer|went|goes|short|or|as)| ?or "
)
"""What all patterns between two names begin with, but ``_OTHERS_CALL``. Most mentions are passed
over by it, because a look at what directly follows is faster than any search."""
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*\w(?: [A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*\w)*")
"""Capitalised words: *Duchess*, *Aunt Polly*."""
_TO_FRIENDS = re.compile(r",? to (?:his|her|their|my|everyone|everybody|the|those|all|us|them)\b")
"""What follows the second name in *Elizabeth, Beth to her friends*."""


def links(prose: Prose, named: Iterable[tuple[Mention, Form]]) -> list[tuple[Form, Form]]:
    """Return the pairs of forms that the text declares to be one person's, in reading order.

    ``named`` are the mentions of the story's characters in reading order, with their forms.
    """
    return [
        (form, other)
        for (one, form), (two, other) in pairwise(named)
        if one.paragraph == two.paragraph
        and form is not other
        and _declares(form, prose.paragraph(one).text, one, two.start, two.end)
    ]


def unnoticed(
    prose: Prose, named: Iterable[tuple[Mention, Form]], taken: Iterable[Mention]
) -> list[Mention]:
    """Return mentions of names that the text declares but recognition did not find: the Duchess.

    ``named`` are the mentions of the story's characters in reading order, with their forms.
    ``taken`` are all mentions of the story; no mention that overlaps one of them is returned.
    """
    spans = Spans(taken)
    declared: list[tuple[str, bool]] = []
    """The names that are declared, and whether an article stands before each."""
    for mention, form in named:
        text = prose.paragraph(mention).text
        if not (
            _BEGINS.match(text, mention.end)
            or "call" in text[mention.end : mention.end + _REACH].lower()
        ) or not _HINT.search(text, mention.end, mention.end + _REACH):
            continue
        for name in _NAME.finditer(text, mention.end, mention.end + _REACH):
            if spans.meet(mention.paragraph, *name.span()):
                break
            word = name[0]
            if lexicon.other(word) is None and _declares(form, text, mention, *name.span()):
                declared.append((word, text.endswith("the ", 0, name.start())))
                break
    found = prose.occurrences([name for name, _ in declared], spans)
    return list(
        dict.fromkeys(
            mention
            for name, article in declared
            for mention in found[name]
            if not article or prose.before(mention, 4) in ("the ", "The ")
        )
    )


def _declares(form: Form, text: str, mention: Mention, start: int, stop: int) -> bool:
    """Return whether ``text`` declares that a mention of ``form`` and the next name are one.

    ``start`` and ``stop`` are the bounds of the next name.
    """
    if start - mention.end > _REACH:
        return False
    between = text[mention.end : start]
    return bool(
        _BETWEEN.fullmatch(between)
        or (_SET_OFF.fullmatch(between) and _CLOSED.match(text, stop))
        or (between in (", ", " — ", "—", " – ") and _TO_FRIENDS.match(text, stop))
        or (_OR.fullmatch(between) and _AS_CALLED.match(text, stop))
        or (_is(form, between, text[start:stop]) and not _POSSESSIVE.match(text, stop))
        or (_AS.fullmatch(between) and _SPOKEN_OF.search(text, 0, mention.start))
        or _called_by_others(form, between)
    )


def _is(form: Form, between: str, name: str) -> bool:
    """Return whether ``between`` says that somebody called by ``form`` is called ``name`` too."""
    if _IS.fullmatch(between):
        return True
    return bool(_WAS.fullmatch(between)) and not set(form.chunks).isdisjoint(name.split())


def is_name(prose: Prose, form: Form) -> bool:
    """Return whether a bare title is a name: a parrot called Captain, a man called Duke."""
    before = [prose.before(m, 24) for m in form.mentions]
    if any(_GIVEN_AS_NAME.search(words) for words in before):
        return True
    also_given = all(title.word in honorifics.ALSO_GIVEN for title in form.titles)
    return also_given and not any(_ARTICLE.search(words) for words in before)


def _called_by_others(form: Form, between: str) -> bool:
    """Return whether others call somebody by the next name: *… everybody called her …*.

    The *him* or *her* must mean the person with ``form``. So no other person may stand between, and
    the gender must fit.
    """
    called = _OTHERS_CALL.fullmatch(between) if "call" in between.lower() else None
    if not called or _PERSON.search(between):
        return False
    against: Gender = "f" if called[1] else "m"
    return form.styled != against and not form.votes[against]

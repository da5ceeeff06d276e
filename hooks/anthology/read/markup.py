r"""Markdown in a seed: the few marks that a story needs, and the words without the marks.

The marks are ``*emphasis*`` and ``**strong**`` (or ``_``), ``> quotes``, ``# headings``,
``[links](https://…)``, ``![pictures](../assets/…)``, a line break that stays (a backslash or two
spaces at the end of a line), and a backslash before a mark that is meant as text. Everything else
is text, letter for letter: HTML, entities, lists, tables, code. So is everything that CommonMark
does not take for a mark: ``2 * 3``, ``snake_case``, emphasis that is not closed.

markdown-it-py finds the marks; this module decides what to do with them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from anthology.model import Fault, Mark, MarkKind
from anthology.sources.pictures import Pictures

_TAG = re.compile(r"</?[A-Za-z][^<>\n]*+> | <!--[^<>\n]*+>", re.VERBOSE)
"""What looks like HTML; nothing in it is a mark: ``<img alt="*">``."""
_TARGET = re.compile(
    r"\((?:<([^<>\n]*+)>|([^\s()<>\[\]]*+(?:\([^\s()<>\[\]]*+\)[^\s()<>\[\]]*+)*+))\)"
)
"""The address after the words of a link; parentheses come in pairs: ``(https://a.b/c_(d))``."""
_OUTWARD = re.compile(r"https?://[^\s/?#]|mailto:[^\s@]++@[^\s@]", re.IGNORECASE)
"""The beginning of an address outside the site: ``https://example.org``, ``mailto:a@b.org``."""

_ASSETS = "../assets/"
"""The path to the folder of the pictures, as a story in ``docs/stories/`` writes it."""
_EXAMPLE = "'![The harbour at dusk](../assets/harbour.jpg)'"
_LONGEST_QUOTED = 60
"""Most characters of an address that a message repeats."""
_MOST_NESTED = 20
"""Most levels of nested brackets in which marks are looked for; what is deeper is text."""

_OUTER_FIRST: Final[tuple[MarkKind, ...]] = ("link", "strong", "em", "image", "break")
"""Kinds of marks that span the same words, from the outermost to the innermost."""
_DEEPEST: Final[dict[MarkKind, int]] = {"link": 1, "strong": 1, "em": 2, "image": 1}
"""To how many levels a kind of mark may be nested: emphasis within emphasis is roman again."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a seed, and what the marks at its beginning and its end say of it."""

    text: str
    """The text without these marks, with white space folded."""
    number: int
    """Number of the line in the file, counted from 1."""
    quoted: bool = False
    """Whether the line begins with ``>``."""
    level: int = 0
    """Number of ``#`` that make it a heading; 0 if it is not one."""
    hard: bool = False
    """Whether two spaces at its end keep the line break."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, without their marks, and the marks as spans."""

    lines: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    """Marks, outer before inner; their offsets count in the lines joined by a space."""
    quoted: bool = False
    """Whether the block is a quotation."""
    level: int = 0
    """Number of ``#`` that make the block a heading; 0 if it is not one."""


def line(text: str, number: int, *, hard: bool) -> Line:
    """Return the Markdown line ``text`` with its marks read; ``hard`` if its line break stays."""
    if text.startswith(">"):
        return Line(text.lstrip("> "), number, quoted=True, hard=hard)
    marks, _, said = text.partition(" ")
    if marks.strip("#") or not 1 <= len(marks) <= 6:
        return Line(text, number, hard=hard)
    bare = said.rstrip("#")
    heading = bare.rstrip() if not bare or bare.endswith(" ") else said
    return Line(heading, number, level=len(marks)) if heading else Line(text, number, hard=hard)


def block(lines: Sequence[Line], pictures: Pictures) -> tuple[Block, list[Fault]]:
    """Return the block made of ``lines``, and what is doubtful in it.

    ``pictures`` are those that can be shown.
    """
    source = "".join(f"{each.text}{'  ' if each.hard else ''}\n" for each in lines).rstrip(" \n")
    doubts: dict[tuple[int, str], None] = {}
    told = {"pictures": pictures, "line": lines[0].number, "doubts": doubts}
    tokens = _PARSER.inline.parse(source, _PARSER, told, [])
    words, marks = _written(tokens)
    if not words or not unicodedata.is_normalized("NFC", words):
        # Marks around nothing, or between a letter and its accent, are not meant as marks.
        words, marks = "\n".join(each.text for each in lines), []
    made = Block(tuple(words.split("\n")), tuple(marks), lines[0].quoted, lines[0].level)
    return made, [Fault(message, line, refused=False) for line, message in doubts]


# The rules by which markdown-it reads the source. Each looks at one place in the source and returns
# whether it knows what stands there. Unless it is `silent`, it also adds the tokens for it.


def _tag(state: StateInline, silent: bool) -> bool:
    """Return whether something like an HTML tag stands here; add it as text."""
    found = _TAG.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.append_pending(found[0])
    state.pos = found.end()
    return True


def _link(state: StateInline, silent: bool) -> bool:
    """Return whether a link to another site stands here; add its tokens."""
    if state.src[state.pos] != "[":
        return False
    found = _bracket(state, state.pos, nested=False)
    if not found or not _OUTWARD.match(found.address):
        return False
    if not silent:
        _push(state, "link", found, {"target": found.address})
    state.pos = found.end
    return True


def _picture(state: StateInline, silent: bool) -> bool:
    """Return whether a picture stands here; add its tokens."""
    if not state.src.startswith("![", state.pos):
        return False
    found = _bracket(state, state.pos + 1, nested=True)
    if not found:
        return False
    if not silent:
        _push(state, "image", found, _shown(state, found.address))
    state.pos = found.end
    return True


@dataclass(frozen=True, slots=True)
class _Bracket:
    """Words in brackets with an address after them, and their offsets in the source."""

    first: int
    """Offset of the words."""
    last: int
    """Offset after the words."""
    end: int
    """Offset after the address."""
    address: str


def _bracket(state: StateInline, start: int, *, nested: bool) -> _Bracket | None:
    """Return the brackets that open at ``start``, or None where no words and address follow.

    With ``nested``, the brackets may contain links.
    """
    last = state.md.helpers.parseLinkLabel(state, start, not nested)
    target = _TARGET.match(state.src, last + 1, state.posMax) if last >= 0 else None
    if not target or not state.src[start + 1 : last].strip():
        if nested and state.src.startswith("(", last + 1) and last >= 0:
            _doubt(state, start, _no_picture(target is not None))
        return None
    return _Bracket(start + 1, last, target.end(), target[1] or target[2] or "")


def _push(state: StateInline, kind: str, found: _Bracket, meta: dict[str, Any]) -> None:
    """Add the tokens for the words in brackets, between a token that opens and one that closes."""
    state.push(f"{kind}_open", "", 1).meta = meta
    behind, state.posMax = state.posMax, found.last
    state.pos = found.first
    state.md.inline.tokenize(state)
    state.posMax = behind
    state.push(f"{kind}_close", "", -1)


def _shown(state: StateInline, address: str) -> dict[str, Any]:
    """Return the path and the size of a picture; nothing where only its words can be shown."""
    pictures: Pictures = state.env["pictures"]
    path = unquote(address)
    name = path.removeprefix(_ASSETS)
    if name != path and name in pictures:
        return {"target": name, "size": pictures[name]}
    cut = f"{address[:_LONGEST_QUOTED]}…" if len(address) > _LONGEST_QUOTED else address
    message = f"the picture '{cut}' is not shown, its words are; a picture lies in docs/assets/ "
    _doubt(state, state.pos, f"{message}and is written {_EXAMPLE}")
    return {}


def _no_picture(has_address: bool) -> str:
    """Return the message for what looks like a picture but is written wrongly."""
    if has_address:
        return f"a picture needs words for those who do not see it, as in {_EXAMPLE}"
    return f"no picture as it is written, and so text; one is {_EXAMPLE}"


def _doubt(state: StateInline, at: int, message: str) -> None:
    """Note that something doubtful stands at the offset ``at``; the parser may come here twice."""
    state.env["doubts"][state.env["line"] + state.src.count("\n", 0, at), message] = None


def _parser() -> MarkdownIt:
    """Return a parser that knows only the marks of a seed."""
    parser = MarkdownIt("zero", {"maxNesting": _MOST_NESTED})
    parser.enable(["newline", "escape", "emphasis"])
    parser.inline.ruler.before("emphasis", "tag", _tag)
    parser.inline.ruler.push("our link", _link)
    parser.inline.ruler.push("our picture", _picture)
    return parser


_PARSER: Final = _parser()


_SPANS: Final[dict[str, MarkKind]] = {
    "em": "em",
    "strong": "strong",
    "link": "link",
    "image": "image",
}
"""The kind of mark for a token that opens or closes something, such as ``em_open``."""


@dataclass(slots=True)
class _Span:
    """A mark that is not closed yet."""

    mark: Mark
    kept: bool
    """Whether the mark counts, or only the words in it."""


class _Writer:
    """Collects the words of tokens, with white space folded and lines separate, and their marks."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._size = 0
        self._standing: Counter[MarkKind] = Counter()
        self._open: list[_Span] = []
        self.marks: set[Mark] = set()

    @property
    def words(self) -> str:
        """All words so far."""
        return "".join(self._out)

    def write(self, token: Token) -> None:
        """Add what ``token`` stands for."""
        name, _, what = token.type.partition("_")
        if token.type in ("softbreak", "hardbreak"):
            self._say("\n")
            if token.type == "hardbreak" and self._out:
                self.marks.add(Mark(0, self._size - 1, self._size, "break"))
        elif what == "open":
            self._begin(_SPANS[name], token.meta)
        elif what == "close":
            self._end()
        else:
            self._say(token.content)

    def _say(self, text: str) -> None:
        """Add ``text``, without a second space where one stands already."""
        # Where a mark was removed, two spaces may meet, or a space and the end of a line.
        if text[:1] in {" ", "\n"} and (not self._out or self._out[-1].endswith((" ", "\n"))):
            if text == "\n" and self._out:
                self._out[-1] = self._out[-1][:-1] + "\n"
            text = text[1:]
        if text:
            self._out.append(text)
            self._size += len(text)

    def _begin(self, kind: MarkKind, meta: Mapping[str, Any]) -> None:
        """Open a mark."""
        # Nothing in the words of a picture is marked. If the picture cannot be shown, its words
        # are ordinary text.
        shown = kind != "image" or "target" in meta
        kept = shown and not self._standing["image"] and self._standing[kind] < _DEEPEST[kind]
        mark = Mark(0, self._size, self._size, kind, meta.get("target", ""), meta.get("size"))
        self._open.append(_Span(mark, kept))
        self._standing[kind] += shown

    def _end(self) -> None:
        """Close the mark that was opened last."""
        span = self._open.pop()
        mark = replace(span.mark, end=self._size)
        self._standing[mark.kind] -= mark.kind != "image" or bool(mark.target)
        if span.kept:
            self.marks.add(mark)


def _written(tokens: Iterable[Token]) -> tuple[str, list[Mark]]:
    """Return the words of ``tokens``, with a line feed between lines, and the marks on them."""
    writer = _Writer()
    for token in tokens:
        writer.write(token)
    return _trimmed(writer.words, writer.marks)


def _trimmed(words: str, marks: set[Mark]) -> tuple[str, list[Mark]]:
    """Return ``words`` and ``marks`` without white space at their ends, outer marks first."""
    whole = words.strip()
    before = words.index(whole)
    kept = []
    for mark in marks:
        start, end = max(mark.start - before, 0), min(mark.end - before, len(whole))
        while mark.kind != "break" and start < end and whole[start].isspace():
            start += 1
        while mark.kind != "break" and start < end and whole[end - 1].isspace():
            end -= 1
        if start < end:
            kept.append(replace(mark, start=start, end=end))
    return whole, sorted(set(kept), key=lambda m: (m.start, -m.end, _OUTER_FIRST.index(m.kind)))

r"""Markdown in a seed: the few marks that a story needs, and the words without them.

Known are ``*emphasis*`` and ``**strong**`` (or ``_``), ``> quotes``, ``# headings``,
``[links](https://…)``, ``![pictures](../assets/…)``, a line break that stays (a backslash or two
spaces at the end of a line), and a backslash before a mark that is meant as text. All else is
text, letter for letter: HTML, entities, lists, tables, code. And so is what is no mark by
CommonMark's rules: ``2 * 3``, ``snake_case``, an emphasis that is not closed.

All of it takes time in proportion to the text, whatever stands there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import unquote

from anthology.model import Mark, MarkKind
from anthology.read import emphasis
from anthology.read.emphasis import Run
from anthology.sources.pictures import Pictures, Size

_TOKEN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
      | (?P<tag></?[A-Za-z][^<>\n]*+> | <!--[^<>\n]*+>)
      | (?P<run>\*++ | _++)
      | (?P<open>!?\[)
      | (?P<close>\])
      | (?P<hard>\\\n | [ ]{2}\n)
      | (?P<soft>\n)""",
    re.VERBOSE,
)
_TARGET = re.compile(
    r"\((?:<([^<>\n]*+)>|([^\s()<>\[\]]*+(?:\([^\s()<>\[\]]*+\)[^\s()<>\[\]]*+)*+))\)"
)
"""The address behind the words of a link; parentheses in it come in pairs."""
_NOTHING = re.compile(r"\s*+\]")
_OUTWARD = re.compile(r"https?://[^\s/?#]|mailto:[^\s@]++@[^\s@]", re.IGNORECASE)

_ASSETS = "../assets/"
"""How a story in ``docs/stories/`` calls the folder of the pictures."""
_EXAMPLE = "'![The harbour at dusk](../assets/harbour.jpg)'"
_LONGEST_QUOTED = 60

_OUTER_FIRST: Final[tuple[MarkKind, ...]] = ("link", "strong", "em", "image", "break")
_DEEPEST: Final[dict[MarkKind, int]] = {"link": 1, "strong": 1, "em": 2, "image": 1}
"""How many of a kind may stand inside one another: emphasis within emphasis is roman again."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a seed: its text, white space folded, and what stood before and behind it."""

    text: str
    number: int
    """Counted from 1 in the file."""
    quoted: bool = False
    level: int = 0
    """How many ``#`` made it a heading."""
    hard: bool = False
    """Whether two spaces at its end keep the line break."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together, as words alone, and the marks on them."""

    lines: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    """Outer before inner; offsets are those of the lines joined by a space."""
    quoted: bool = False
    level: int = 0


def line(text: str, number: int, *, hard: bool) -> Line:
    """Give the line that ``text`` is in Markdown."""
    if text.startswith(">"):
        return Line(text.lstrip("> "), number, quoted=True, hard=hard)
    marks, _, said = text.partition(" ")
    if marks.strip("#") or not 1 <= len(marks) <= 6:
        return Line(text, number, hard=hard)
    bare = said.rstrip("#")
    heading = bare.rstrip() if not bare or bare.endswith(" ") else said
    return Line(heading, number, level=len(marks)) if heading else Line(text, number, hard=hard)


def block(lines: Sequence[Line], pictures: Pictures) -> tuple[Block, list[tuple[int, str]]]:
    """Give the block that ``lines`` make, and what is doubtful in it, by line of the file.

    ``pictures`` are those that can be shown.
    """
    source = "".join(f"{each.text}{'  ' if each.hard else ''}\n" for each in lines).rstrip(" \n")
    scan = _Scan(source, pictures, lines[0].number)
    words, marks = _written(scan.nodes)
    if not words or not unicodedata.is_normalized("NFC", words):
        # Marks around nothing, or between a letter and its accent: nobody means those.
        words, marks = "\n".join(each.text for each in lines), []
    made = Block(tuple(words.split("\n")), tuple(marks), lines[0].quoted, lines[0].level)
    return made, scan.doubts


@dataclass(slots=True, eq=False)
class _Span:
    """A mark to be: from the node that it opens in to the node that it closes in."""

    kind: MarkKind
    target: str = ""
    size: Size | None = None
    start: int = 0
    kept: bool = False


@dataclass(slots=True, eq=False)
class _Node:
    """A stretch of the source: what of it is text, and the spans that close and open there."""

    text: str
    run: Run | None = None
    """Asterisks or underscores, of which nobody knows yet how many are text."""
    hard: bool = False
    closes: list[_Span] = field(default_factory=list)
    """The inner first, and before the text."""
    opens: list[_Span] = field(default_factory=list)
    """The inner first, and behind the text."""


@dataclass(frozen=True, slots=True)
class _Bracket:
    node: _Node
    at: int
    """Where it stands in the source."""
    runs: int
    """How many runs stand before it."""
    is_empty: bool

    @property
    def is_picture(self) -> bool:
        return self.node.text == "!["


class _Scan:
    """The source of a block, taken apart from left to right."""

    def __init__(self, source: str, pictures: Pictures, number: int) -> None:
        self.nodes: list[_Node] = []
        self.doubts: list[tuple[int, str]] = []
        self._source = source
        self._pictures = pictures
        self._number = number
        self._runs: list[_Node] = []
        """Those that were not asked yet what they open and close."""
        self._brackets: list[_Bracket] = []
        """Those that are open."""
        self._around_link = 0
        """How many of the open brackets have a link in them, so that they cannot be one."""
        at = 0
        while token := _TOKEN.search(source, at):
            self._say(source[at : token.start()])
            at = self._take(token)
        self._say(source[at:])
        self._emphasise(0)

    def _say(self, text: str) -> _Node:
        self.nodes.append(_Node(text))
        return self.nodes[-1]

    def _take(self, token: re.Match[str]) -> int:
        """Take a token, and give where to go on."""
        start, end = token.span()
        match token.lastgroup:
            case "escaped":
                self._say(token["escaped"])
            case "hard" | "soft":
                self._say("\n").hard = token.lastgroup == "hard"
                self._number += 1
            case "run":
                self._runs.append(self._say(""))
                self._runs[-1].run = emphasis.run(self._source, start, end)
            case "open":
                is_empty = _NOTHING.match(self._source, end) is not None
                self._brackets.append(
                    _Bracket(self._say(token[0]), start, len(self._runs), is_empty)
                )
            case "close":
                return self._close(start, end)
            case _:
                self._say(token[0])
        return end

    def _close(self, start: int, end: int) -> int:
        """Take a closing bracket: the end of a link, of a picture, or just a bracket."""
        target = _TARGET.match(self._source, end)
        bracket = self._brackets.pop() if self._brackets else None
        around = len(self._brackets)
        has_link, self._around_link = around < self._around_link, min(around, self._around_link)
        if not target or not bracket or (has_link and not bracket.is_picture):
            if bracket and bracket.is_picture and self._source.startswith("(", end):
                self._doubt(f"no picture as it is written, and so text; one is {_EXAMPLE}")
            self._say("]")
            return end
        address = target[1] or target[2] or ""
        take = self._picture if bracket.is_picture else self._link
        if take(bracket, address):
            bracket.node.text = ""
        else:
            self._say(self._source[start : target.end()])
        # What stands inside is settled: nothing outside makes emphasis with it.
        self._emphasise(bracket.runs)
        return target.end()

    def _link(self, bracket: _Bracket, address: str) -> bool:
        if bracket.is_empty or not _OUTWARD.match(address):
            return False
        self._mark(bracket.node, self._say(""), _Span("link", address))
        self._around_link = len(self._brackets)
        return True

    def _picture(self, bracket: _Bracket, address: str) -> bool:
        """Take a picture; its words stay even where it cannot be shown."""
        if bracket.is_empty:
            self._doubt(f"a picture needs words for those who do not see it, as in {_EXAMPLE}")
            return False
        path = unquote(address)
        name = path.removeprefix(_ASSETS)
        if name != path and name in self._pictures:
            self._mark(bracket.node, self._say(""), _Span("image", name, self._pictures[name]))
        else:
            cut = f"{address[:_LONGEST_QUOTED]}…" if len(address) > _LONGEST_QUOTED else address
            self._doubt(
                f"the picture '{cut}' is not shown, its words are; a picture lies in docs/assets/ "
                f"and is written {_EXAMPLE}"
            )
        return True

    def _emphasise(self, first: int) -> None:
        """Ask the runs from the ``first`` on what they open and close, and forget them."""
        nodes = self._runs[first:]
        for opener, closer, used in emphasis.pairs([node.run for node in nodes if node.run]):
            self._mark(nodes[opener], nodes[closer], _Span("strong" if used == 2 else "em"))
        del self._runs[first:]

    def _mark(self, opener: _Node, closer: _Node, span: _Span) -> None:
        opener.opens.append(span)
        closer.closes.append(span)

    def _doubt(self, message: str) -> None:
        self.doubts.append((self._number, message))


def _written(nodes: Sequence[_Node]) -> tuple[str, list[Mark]]:
    """Give the words of ``nodes``, white space folded, lines apart, and the marks on them."""
    out: list[str] = []
    size = 0
    standing: Counter[MarkKind] = Counter()
    marks: set[Mark] = set()
    for node in nodes:
        for span in node.closes:
            standing[span.kind] -= 1
            if span.kept:
                marks.add(Mark(0, span.start, size, span.kind, span.target, span.size))
        text = node.run.character * node.run.left if node.run else node.text
        # Where a mark is gone, two spaces may have met, or a space and a line's end.
        if text[:1] in {" ", "\n"} and (not out or out[-1].endswith((" ", "\n"))):
            if text == "\n" and out:
                out[-1] = out[-1][:-1] + "\n"
            text = text[1:]
        if text:
            out.append(text)
            size += len(text)
        if node.hard and out:
            marks.add(Mark(0, size - 1, size, "break"))
        for span in reversed(node.opens):
            span.start = size
            # A picture's words are one text: nothing in them is marked.
            span.kept = not standing["image"] and standing[span.kind] < _DEEPEST[span.kind]
            standing[span.kind] += 1
    return _trimmed("".join(out), marks)


def _trimmed(words: str, marks: set[Mark]) -> tuple[str, list[Mark]]:
    """Give ``words`` and ``marks`` without white space at either end, the outer marks first."""
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

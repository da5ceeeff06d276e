"""Whether what the editor says can stand together: stories that exist, and no contradictions.

What cannot stand is taken out of its statement and told in one line; the rest is kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from anthology.labels import NEITHER
from anthology.model import Problem, Quotation, Statement
from anthology.names.comparison import key, spelling

_HOW = "a story is called by its file's name, the 16 digits in it or the first 8"
_DIGITS = re.compile(r"(?:.*-)?([0-9a-f]{8})")
"""The end of an address: ``lea-roux-in-montmartre-ffa6864c``."""

Checked = tuple[list[Statement], list[Problem]]
_Node = tuple[str, str, str]
"""Label, key of a name, id of a story."""


def check(statements: Iterable[Statement], ids: Collection[str]) -> Checked:
    """Return the ``statements`` as far as they can stand together, and what is wrong with them.

    ``ids`` are those of all stories. A story's front matter wins over the authority files; of two
    authority entries that contradict each other, the first.
    """
    known = {story_id[:8]: story_id for story_id in ids if _DIGITS.fullmatch(story_id[:8])}
    known |= {story_id: story_id for story_id in ids}
    problems: list[Problem] = []
    referring: list[Statement] = []
    for statement in statements:
        found, wrong = _referring(statement, known)
        problems += wrong
        if found:
            referring.append(found)
    claims, bonds, tree = _Claims(), _Bonds(), _Tree()
    kept: list[tuple[int, Statement]] = []
    # The order in which they count is not the order in which they are told: that of the files.
    for number, statement in sorted(enumerate(referring), key=lambda s: not _in_front_matter(s[1])):
        agreed, double = claims.check(statement)
        compatible, contradictory = bonds.check(agreed)
        straight, circular = tree.check(compatible)
        problems += [*double, *contradictory, *circular]
        kept.append((number, straight))
    problems.sort(key=lambda problem: (problem.file, problem.line or 0))
    return [statement for _, statement in sorted(kept, key=lambda pair: pair[0])], problems


def _in_front_matter(statement: Statement) -> bool:
    return not statement.file.endswith((".yml", ".yaml"))


def _where(statement: Statement) -> str:
    return f"{statement.file}:{statement.line}"


def _referring(
    statement: Statement, known: Mapping[str, str]
) -> tuple[Statement | None, list[Problem]]:
    """Return a statement with each story by its id, and what refers to no story.

    It is None where none of the stories that it is about is there.
    """
    called = (statement.stories, statement.same, statement.different, statement.open)
    about, same, different, left_open = (_found(references, known) for references in called)
    missing = [
        *((reference, statement.line) for said in called for reference in said),
        *((q.story, q.line) for q in (*statement.evidence, *statement.description)),
    ]
    problems = [
        Problem(statement.file, f"there is no story '{reference}'; {_HOW}", line)
        for reference, line in missing
        if not _id(reference, known)
    ]
    if statement.stories and not about:
        return None, problems
    referring = replace(
        statement,
        stories=about,
        same=same if len(same) > 1 else (),
        different=different if len(different) > 1 else (),
        open=left_open if len(left_open) > 1 else (),
        evidence=_in_stories(statement.evidence, known),
        description=_in_stories(statement.description, known),
    )
    return referring, problems


def _id(reference: str, known: Mapping[str, str]) -> str | None:
    digits = _DIGITS.fullmatch(reference)
    return known.get(reference) or (known.get(digits[1]) if digits else None)


def _found(references: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    there = (_id(reference, known) for reference in references)
    return tuple(dict.fromkeys(story for story in there if story))


def _in_stories(quoted: Iterable[Quotation], known: Mapping[str, str]) -> tuple[Quotation, ...]:
    there = ((quotation, _id(quotation.story, known)) for quotation in quoted)
    return tuple(replace(quotation, story=story) for quotation, story in there if story)


class _Claims:
    """Which entry a form belongs to, in which story or in all."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str, str], Statement] = {}
        self._aliases: dict[tuple[str, str, str], Statement] = {}

    def check(self, statement: Statement) -> tuple[Statement, list[Problem]]:
        if statement.paragraphs or statement.quote or statement.is_ == NEITHER:
            return statement, []
        own = spelling(statement.name)
        problems: list[Problem] = []
        scope = statement.stories or ("",)
        for story in scope:
            other = self._aliases.get((statement.label, own, story))
            if other and spelling(other.name) != own:
                problems += self._told(statement, statement.name, other)
        kept = []
        for alias in statement.aliases:
            rival = self._rival(statement, spelling(alias), scope)
            if rival:
                problems += self._told(statement, alias, rival)
            else:
                kept.append(alias)
        for story in scope:
            self._names.setdefault((statement.label, own, story), statement)
            for alias in kept:
                self._aliases.setdefault((statement.label, spelling(alias), story), statement)
        return replace(statement, aliases=tuple(kept)), problems[:1]

    def _rival(self, statement: Statement, alias: str, scope: Iterable[str]) -> Statement | None:
        own = spelling(statement.name)
        for story in scope:
            for claims in (self._aliases, self._names):
                rival = claims.get((statement.label, alias, story))
                if rival and spelling(rival.name) != own:
                    return rival
        return None

    def _told(self, statement: Statement, alias: str, rival: Statement) -> list[Problem]:
        if _in_front_matter(rival) and not _in_front_matter(statement):
            return []
        return [
            Problem(
                statement.file,
                f"'{alias}' is of {statement.name} here and of {rival.name} at {_where(rival)}; "
                "keep one, or say in which 'stories' each is meant",
                statement.line,
            )
        ]


class _Bonds:
    """What is said to be one and what is said to be two, kept free of contradictions."""

    def __init__(self) -> None:
        self._parent: dict[_Node, _Node] = {}
        self._members: dict[_Node, list[_Node]] = {}
        self._apart: dict[_Node, dict[int, Statement]] = {}
        self._joined_by: dict[_Node, Statement] = {}

    def check(self, statement: Statement) -> tuple[Statement, list[Problem]]:
        named = statement.label, key(statement.name, statement.label)
        for said in ("different", "open"):
            nodes = [(*named, story) for story in getattr(statement, said)]
            if rival := self._kept_together(nodes):
                return self._without(statement, said, rival, "same")
            for node in nodes:
                self._apart.setdefault(self._root(node), {})[id(statement)] = statement
        nodes = [(*named, story) for story in statement.same]
        if rival := self._kept_apart(nodes):
            said = "different" if rival.different else "open"
            return self._without(statement, "same", rival, said)
        for node in nodes:
            self._join(nodes[0], node, statement)
        return statement, []

    def _root(self, node: _Node) -> _Node:
        if node not in self._parent:
            self._parent[node] = node
            self._members[node] = [node]
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def _kept_together(self, nodes: Iterable[_Node]) -> Statement | None:
        met: set[_Node] = set()
        for node in nodes:
            root = self._root(node)
            if root in met:
                return self._joined_by[root]
            met.add(root)
        return None

    def _kept_apart(self, nodes: Iterable[_Node]) -> Statement | None:
        met: dict[int, Statement] = {}
        for root in {self._root(node) for node in nodes}:
            apart = self._apart.get(root, {})
            if both := met.keys() & apart.keys():
                return apart[min(both)]
            met |= apart
        return None

    def _join(self, one: _Node, other: _Node, by: Statement) -> None:
        a, b = self._root(one), self._root(other)
        if a == b:
            return
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        self._apart.setdefault(a, {}).update(self._apart.pop(b, {}))
        self._joined_by[a] = by

    def _without(
        self, statement: Statement, said: str, rival: Statement, instead: str
    ) -> tuple[Statement, list[Problem]]:
        left = replace(statement, **{said: ()})  # type: ignore[arg-type]
        if _in_front_matter(rival) and not _in_front_matter(statement):
            return left, []
        where = _where(rival)
        return left, [
            Problem(
                statement.file,
                f"'{said}' contradicts what is said of {statement.name} at {where} ('{instead}'), "
                "alone or with other entries; take one of them back",
                statement.line,
            )
        ]


class _Tree:
    """Which place lies within which, without circles."""

    def __init__(self) -> None:
        self._within: dict[str, str] = {}

    def check(self, statement: Statement) -> tuple[Statement, list[Problem]]:
        if not statement.within:
            return statement, []
        label = statement.is_ or statement.label
        own, start = key(statement.name, label), key(statement.within, label)
        above = start
        # What is held so far has no circle, so this ends.
        while above != own and above in self._within:
            above = self._within[above]
        if above != own:
            self._within.setdefault(own, start)
            return statement, []
        message = f"'{statement.name}' would lie within itself; see what '{statement.within}' is in"
        return replace(statement, within=None), [Problem(statement.file, message, statement.line)]

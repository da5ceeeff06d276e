"""Whether the editor's statements are consistent: they name existing stories and do not conflict.

What is inconsistent is removed from its statement and reported in one line; the rest is kept.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from anthology.labels import NEITHER
from anthology.model import Problem, Quotation, Statement
from anthology.names.comparison import key, spelling

_HOW = "a story is called by its file's name, the 16 digits in it or the first 8"
_DIGITS = re.compile(r"(?:.*-)?([0-9a-f]{8})")
"""The address of a story that ends in digits of its id: ``lea-roux-in-montmartre-ffa6864c``."""

Checked = tuple[list[Statement], list[Problem]]
"""Statements as far as they are consistent, and the problems with the rest."""
_Node = tuple[str, str, str]
"""The entity of a name in a story: its label, the key of its name, and the id of the story."""


def check(statements: Iterable[Statement], ids: Collection[str]) -> Checked:
    """Return ``statements`` without what is inconsistent, and a problem for each thing removed.

    ``ids`` are the ids of all stories. Where statements contradict each other, front matter wins
    over the authority files, and otherwise the first statement wins.
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
    # Front matter is checked first, so that it wins. The result is in the order of the files.
    for number, statement in sorted(enumerate(referring), key=lambda s: not _in_front_matter(s[1])):
        agreed, double = claims.check(statement)
        compatible, contradictory = bonds.check(agreed)
        straight, circular = tree.check(compatible)
        problems += [*double, *contradictory, *circular]
        kept.append((number, straight))
    problems.sort(key=lambda problem: (problem.file, problem.line or 0))
    return [statement for _, statement in sorted(kept, key=lambda pair: pair[0])], problems


def _in_front_matter(statement: Statement) -> bool:
    """Return whether a statement comes from the front matter of a story."""
    return not statement.file.endswith((".yml", ".yaml"))


def _where(statement: Statement) -> str:
    """Return the file and the line of a statement, as a message gives them."""
    return f"{statement.file}:{statement.line}"


def _referring(
    statement: Statement, known: Mapping[str, str]
) -> tuple[Statement | None, list[Problem]]:
    """Return a statement with the full id of each story, and a problem for each unknown story.

    ``known`` has the full id of each story by what the story can be called. The statement is None
    if it is only about stories that do not exist.
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
    """Return the id of the story that is called ``reference``, or None if there is none."""
    digits = _DIGITS.fullmatch(reference)
    return known.get(reference) or (known.get(digits[1]) if digits else None)


def _found(references: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the stories among ``references`` that exist, each once."""
    there = (_id(reference, known) for reference in references)
    return tuple(dict.fromkeys(story for story in there if story))


def _in_stories(quoted: Iterable[Quotation], known: Mapping[str, str]) -> tuple[Quotation, ...]:
    """Return the quotations from stories that exist, with the full ids of these."""
    there = ((quotation, _id(quotation.story, known)) for quotation in quoted)
    return tuple(replace(quotation, story=story) for quotation, story in there if story)


class _Claims:
    """Which statement each form of a name belongs to, in one story or in all."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str, str], Statement] = {}
        """Statements by label, preferred name and id of a story, which is empty for all stories."""
        self._aliases: dict[tuple[str, str, str], Statement] = {}
        """The same by the aliases."""

    def check(self, statement: Statement) -> tuple[Statement, list[Problem]]:
        """Return a statement without the aliases of other names, and the first of the problems."""
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
        """Return an earlier statement about another name that has this form, or None."""
        own = spelling(statement.name)
        for story in scope:
            for claims in (self._aliases, self._names):
                rival = claims.get((statement.label, alias, story))
                if rival and spelling(rival.name) != own:
                    return rival
        return None

    def _told(self, statement: Statement, alias: str, rival: Statement) -> list[Problem]:
        """Return the problem of a form with two names; none where front matter wins over a file."""
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
    """Which entities are said to be one, and which are not, without contradictions.

    This is a union-find structure: entities that are one form a tree with one root.
    """

    def __init__(self) -> None:
        self._parent: dict[_Node, _Node] = {}
        """The node above each node; a root is above itself."""
        self._members: dict[_Node, list[_Node]] = {}
        """All nodes below each root."""
        self._apart: dict[_Node, dict[int, Statement]] = {}
        """For each root, the statements that keep it separate from others."""
        self._joined_by: dict[_Node, Statement] = {}
        self._numbers = itertools.count()
        """For each root, the statement that last joined others to it."""

    def check(self, statement: Statement) -> tuple[Statement, list[Problem]]:
        """Return a statement without what contradicts earlier ones, and the problem, if any."""
        named = statement.label, key(statement.name, statement.label)
        number = next(self._numbers)
        for said in ("different", "open"):
            nodes = [(*named, story) for story in getattr(statement, said)]
            if rival := self._kept_together(nodes):
                return self._without(statement, said, rival, "same")
            for node in nodes:
                self._apart.setdefault(self._root(node), {})[number] = statement
        nodes = [(*named, story) for story in statement.same]
        if rival := self._kept_apart(nodes):
            said = "different" if rival.different else "open"
            return self._without(statement, "same", rival, said)
        for node in nodes:
            self._join(nodes[0], node, statement)
        return statement, []

    def _root(self, node: _Node) -> _Node:
        """Return the root of the tree with ``node``."""
        if node not in self._parent:
            self._parent[node] = node
            self._members[node] = [node]
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def _kept_together(self, nodes: Iterable[_Node]) -> Statement | None:
        """Return a statement by which two of ``nodes`` are one, or None if no two are one."""
        met: set[_Node] = set()
        for node in nodes:
            root = self._root(node)
            if root in met:
                return self._joined_by[root]
            met.add(root)
        return None

    def _kept_apart(self, nodes: Iterable[_Node]) -> Statement | None:
        """Return a statement that keeps two of ``nodes`` separate, or None if there is none."""
        met: dict[int, Statement] = {}
        for root in dict.fromkeys(self._root(node) for node in nodes):
            apart = self._apart.get(root, {})
            if both := met.keys() & apart.keys():
                return apart[min(both)]
            met |= apart
        return None

    def _join(self, one: _Node, other: _Node, by: Statement) -> None:
        """Make two nodes one, with all that are one with them already."""
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
        """Return a statement without its key ``said``, which contradicts ``rival``, and a problem.

        ``instead`` is the key of ``rival``. If ``rival`` stands in front matter and the statement
        does not, there is no problem.
        """
        left = replace(statement, **{said: ()})  # type: ignore[arg-type]
        if _in_front_matter(rival) and not _in_front_matter(statement):
            return left, []
        where = _where(rival)
        return left, [
            Problem(
                statement.file,
                f"'{said}' contradicts what is said of {statement.name} at {where} ('{instead}'), "
                "alone or together with other entries; remove one of them",
                statement.line,
            )
        ]


class _Tree:
    """Which place lies in which other place, without circles."""

    def __init__(self) -> None:
        self._within: dict[str, str] = {}
        """The key of the place that each place lies in, by its own key."""

    def check(self, statement: Statement) -> tuple[Statement, list[Problem]]:
        """Return a statement without a ``within`` that would make a circle, and the problem."""
        if not statement.within:
            return statement, []
        label = statement.is_ or statement.label
        own, start = key(statement.name, label), key(statement.within, label)
        above = start
        # There is no circle so far, so this loop ends.
        while above != own and above in self._within:
            above = self._within[above]
        if above != own:
            self._within.setdefault(own, start)
            return statement, []
        message = f"'{statement.name}' would lie within itself; see what '{statement.within}' is in"
        return replace(statement, within=None), [Problem(statement.file, message, statement.line)]

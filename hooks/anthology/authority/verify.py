"""Whether what the editor says can stand: stories that exist, nothing said twice over, true quotes.

What cannot stand is taken out of its statement and told in one line; the rest is kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from anthology.model import Label, Problem, Quotation, Statement, Story
from anthology.names.comparison import form, key
from anthology.text.typeset import as_set

_HOW = "a story is called by its file's name, the 16 digits in it or the first 8"
_DIGITS = re.compile(r"(?:.*-)?([0-9a-f]{8})")
_DEEPEST = 50
"""Most places that may lie one within the other."""

Sound = tuple[list[Statement], list[Problem]]
_Node = tuple[Label, str, str]


def sound(statements: Iterable[Statement], ids: Collection[str]) -> Sound:
    """Give the ``statements`` as far as they can stand together, and what is wrong with them.

    ``ids`` are those of all stories. A story's front matter wins over the authority files; of two
    authority entries that contradict each other, the first.
    """
    known = {story_id[:8]: story_id for story_id in ids if _DIGITS.fullmatch(story_id[:8])}
    known |= {story_id: story_id for story_id in ids}
    problems: list[Problem] = []
    referred = [_referred(statement, known, problems) for statement in statements]
    kept = [statement for statement in referred if statement]
    # The order in which they count is not the order in which they are told: that of the files.
    told = {id(s): number for number, s in enumerate(kept)}
    counted = sorted(kept, key=lambda s: not _in_front_matter(s))
    claims, bonds, tree = _Claims(), _Bonds(), _Tree()
    held = []
    for statement in counted:
        number = told[id(statement)]
        agreed, double = claims.check(statement)
        consistent, contradictory = bonds.check(agreed)
        straight, circular = tree.check(consistent)
        problems += [*double, *contradictory, *circular]
        held.append((number, straight))
    problems.sort(key=lambda problem: (problem.file, problem.line or 0))
    return [statement for _, statement in sorted(held, key=lambda pair: pair[0])], problems


def _in_front_matter(statement: Statement) -> bool:
    return not statement.file.endswith((".yml", ".yaml"))


def _problem(statement: Statement, message: str) -> Problem:
    return Problem(statement.file, message, statement.line)


def _where(statement: Statement) -> str:
    return f"{statement.file}:{statement.line}"


def _referred(
    statement: Statement, known: Mapping[str, str], problems: list[Problem]
) -> Statement | None:
    """Give a statement with each story by its id; None where none of its stories is there."""

    def found(reference: str, line: int | None) -> str | None:
        digits = _DIGITS.fullmatch(reference)
        story = known.get(reference) or (known.get(digits[1]) if digits else None)
        if story is None:
            message = f"there is no story '{reference}'; {_HOW}"
            problems.append(Problem(statement.file, message, line))
        return story

    def stories(references: Iterable[str]) -> tuple[str, ...]:
        there = (found(reference, statement.line) for reference in references)
        return tuple(dict.fromkeys(story for story in there if story))

    def quotations(quoted: Iterable[Quotation]) -> tuple[Quotation, ...]:
        there = ((q, found(q.story, q.line)) for q in quoted)
        return tuple(replace(q, story=story) for q, story in there if story)

    about = stories(statement.stories)
    if statement.stories and not about:
        return None
    same, different, left_open = (
        stories(said) for said in (statement.same, statement.different, statement.open)
    )
    return replace(
        statement,
        stories=about,
        same=same if len(same) > 1 else (),
        different=different if len(different) > 1 else (),
        open=left_open if len(left_open) > 1 else (),
        evidence=quotations(statement.evidence),
        description=quotations(statement.description),
    )


class _Claims:
    """Which entry a form belongs to, in which story or in all."""

    def __init__(self) -> None:
        self._names: dict[tuple[Label, str, str], Statement] = {}
        self._aliases: dict[tuple[Label, str, str], Statement] = {}

    def check(self, statement: Statement) -> tuple[Statement, list[Problem]]:
        if statement.paragraphs or statement.quote or statement.is_ == "neither":
            return statement, []
        own = form(statement.name)
        problems: list[Problem] = []
        scope = statement.stories or ("",)
        for story in scope:
            other = self._aliases.get((statement.label, own, story))
            if other and form(other.name) != own:
                problems += self._told(statement, statement.name, other)
        kept = []
        for alias in statement.aliases:
            rival = self._rival(statement, form(alias), scope)
            if rival:
                problems += self._told(statement, alias, rival)
            else:
                kept.append(alias)
        for story in scope:
            self._names.setdefault((statement.label, own, story), statement)
            for alias in kept:
                self._aliases.setdefault((statement.label, form(alias), story), statement)
        return replace(statement, aliases=tuple(kept)), problems[:1]

    def _rival(self, statement: Statement, alias: str, scope: Iterable[str]) -> Statement | None:
        own = form(statement.name)
        for story in scope:
            for claims in (self._aliases, self._names):
                rival = claims.get((statement.label, alias, story))
                if rival and form(rival.name) != own:
                    return rival
        return None

    def _told(self, statement: Statement, alias: str, rival: Statement) -> list[Problem]:
        if _in_front_matter(rival) and not _in_front_matter(statement):
            return []
        return [
            _problem(
                statement,
                f"'{alias}' is of {statement.name} here and of {rival.name} at {_where(rival)}; "
                "keep one, or say in which 'stories' each is meant",
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
            _problem(
                statement,
                f"'{said}' contradicts what is said of {statement.name} at {where} ('{instead}'), "
                "alone or with other entries; take one of them back",
            )
        ]


class _Tree:
    """Which place lies within which, without circles."""

    def __init__(self) -> None:
        self._within: dict[str, str] = {}

    def check(self, statement: Statement) -> tuple[Statement, list[Problem]]:
        if not statement.within:
            return statement, []
        own = place = key(statement.name, "location")
        above = key(statement.within, "location")
        for _ in range(_DEEPEST):
            if above == own:
                break
            if above not in self._within:
                self._within.setdefault(place, key(statement.within, "location"))
                return statement, []
            above = self._within[above]
        message = f"'{statement.name}' would lie within itself; see what '{statement.within}' is in"
        return replace(statement, within=None), [_problem(statement, message)]


def true(
    statements: Iterable[Statement], stories: Sequence[Story], left_out: Collection[str] = ()
) -> Sound:
    """Give the ``statements`` with only what the ``stories`` bear out, and what they do not.

    ``left_out`` are the ids of stories that exist and are not shown, of which nothing is known.
    """
    by_id = {story.id: story for story in stories}
    named: dict[tuple[Label, str], set[str]] = {}
    problems: list[Problem] = []
    kept = []
    for statement in statements:
        if statement.is_ in (None, statement.label):
            for story_id in (*statement.same, *statement.different, *statement.open):
                here = statement.label, story_id
                if story_id in by_id and here not in named:
                    named[here] = _keys(by_id[story_id], statement.label)
                own = key(statement.name, statement.label)
                if story_id in by_id and own not in named[here]:
                    message = f"no '{statement.name}' is in the story {story_id}; see its page"
                    problems.append(_problem(statement, message))
        for first, last in statement.paragraphs:
            story = by_id.get(statement.stories[0])
            if story and last >= len(story.paragraphs):
                count = len(story.paragraphs)
                message = f"there is no paragraph {max(first, count) + 1}; the story has {count}"
                problems.append(_problem(statement, message))
        kept.append(
            replace(
                statement,
                evidence=_borne_out(statement, statement.evidence, by_id, left_out, problems),
                description=_borne_out(statement, statement.description, by_id, left_out, problems),
            )
        )
    return kept, problems


def _keys(story: Story, label: Label) -> set[str]:
    entities = story.characters if label == "character" else story.locations
    return {key(name, label) for e in entities for name in (e.name, *e.aliases)}


def _borne_out(
    statement: Statement,
    quoted: Iterable[Quotation],
    by_id: Mapping[str, Story],
    left_out: Collection[str],
    problems: list[Problem],
) -> tuple[Quotation, ...]:
    kept = []
    for quotation in quoted:
        story = by_id.get(quotation.story)
        if story and _stands(story, quotation):
            kept.append(quotation)
        elif quotation.story not in left_out:
            problems.append(Problem(statement.file, _misquoted(story, quotation), quotation.line))
    return tuple(kept)


def _stands(story: Story, quotation: Quotation) -> bool:
    if quotation.paragraph >= len(story.paragraphs):
        return False
    return as_set(quotation.text) in as_set(story.paragraphs[quotation.paragraph])


def _misquoted(story: Story | None, quotation: Quotation) -> str:
    said = f"“{as_set(quotation.text)[:60]}” is not in paragraph {quotation.paragraph + 1}"
    elsewhere = next(
        (
            number
            for number in range(len(story.paragraphs) if story else 0)
            if story and _stands(story, replace(quotation, paragraph=number))
        ),
        None,
    )
    if elsewhere is not None:
        return f"{said}; it stands in paragraph {elsewhere + 1}"
    return f"{said} of the story {quotation.story}; quote it letter for letter"

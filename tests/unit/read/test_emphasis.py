"""emphasis: CommonMark's rules say which asterisks and underscores are marks and which are text."""

from __future__ import annotations

import pytest

from anthology.model import Mark
from anthology.read import markup


def shown(source: str) -> str:
    """Return a line of Markdown with its marks as tags."""
    (block, doubts) = markup.block([markup.line(source, 1, hard=False)], {})
    assert not doubts
    (text,) = block.lines
    tags = [(mark.start, True, order, mark) for order, mark in enumerate(block.marks)]
    tags += [(mark.end, False, -order, mark) for order, mark in enumerate(block.marks)]
    # From the end on, so that places stay: what opens lies behind what closes there.
    for place, opens, _, mark in sorted(tags, key=lambda tag: tag[:3], reverse=True):
        text = text[:place] + _tag(mark, opens=opens) + text[place:]
    return text


def _tag(mark: Mark, *, opens: bool) -> str:
    return f"<{mark.kind}>" if opens else f"</{mark.kind}>"


@pytest.mark.parametrize(
    ("source", "result"),
    [
        # The examples of the specification, section 6.2, by their rules.
        ("a * foo bar*", "a * foo bar*"),
        ('a*"foo"*', 'a*"foo"*'),
        ("*\u00a0a\u00a0*", "*\u00a0a\u00a0*"),
        ("foo*bar*", "foo<em>bar</em>"),
        ("5*6*78", "5<em>6</em>78"),
        ("foo_bar_", "foo_bar_"),
        ("пристаням_стремятся_", "пристаням_стремятся_"),
        ("foo-_(bar)_", "foo-<em>(bar)</em>"),
        ("_foo*", "_foo*"),
        ("*(*foo)", "*(*foo)"),
        ("*(*foo*)*", "<em>(<em>foo</em>)</em>"),
        ("_foo_bar_baz_", "<em>foo_bar_baz</em>"),
        ("** foo bar**", "** foo bar**"),
        ("**foo bar **", "**foo bar **"),
        ('**foo "*bar*" foo**', '<strong>foo "<em>bar</em>" foo</strong>'),
        ("*foo**bar**baz*", "<em>foo<strong>bar</strong>baz</em>"),
        ("*foo**bar*", "<em>foo**bar</em>"),
        ("***foo** bar*", "<em><strong>foo</strong> bar</em>"),
        ("*foo **bar***", "<em>foo <strong>bar</strong></em>"),
        ("foo***bar***baz", "foo<strong><em>bar</em></strong>baz"),
        ("***foo* bar**", "<strong><em>foo</em> bar</strong>"),
        ("foo ***", "foo ***"),
        ("foo *\\**", "foo <em>*</em>"),
        ("foo *_*", "foo <em>_</em>"),
        ("**foo*", "*<em>foo</em>"),
        ("*foo**", "<em>foo</em>*"),
        ("****foo*", "***<em>foo</em>"),
        ("*foo _bar* baz_", "<em>foo _bar</em> baz_"),
        ("**foo **bar baz**", "**foo <strong>bar baz</strong>"),
        ("*foo *bar baz*", "*foo <em>bar baz</em>"),
    ],
)
def test_it_is_what_commonmark_says(source: str, result: str) -> None:
    # Where both span the same words, which is the outer makes no difference; ours is strong.
    assert shown(source) == result


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("****foo****", "<strong>foo</strong>"),
        ("_*foo*_", "<em>foo</em>"),
        ("*a _b *c* d_ e*", "<em>a <em>b c d</em> e</em>"),
    ],
)
def test_what_a_reader_could_not_see_is_left_out(source: str, result: str) -> None:
    assert shown(source) == result

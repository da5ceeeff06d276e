"""Seventy bad inputs, by the numbers that tests/README.md gives them, on a real build.

All that can lie in one folder is built at once, beside a good story and over a good site.
"""

from __future__ import annotations

import codecs
import os
import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from anthology.text.typeset import as_set
from frame import policy
from support import TOP
from support.making import anthology, story
from support.pages import Element
from support.project import files, mkdocs, set_up
from support.rendering import page_at
from support.sites import Built

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="has links, pipes and names that Windows has not"),
]

OURS = "<script>document.title = 'More'</script>"
"""What an editor may put on a page that is written by hand."""
FIRST = "He said this to nobody in particular."
GOOD = "It rained all day.\n\nNobody minded, and nobody came.\n"

KEPT: dict[int, str] = {
    1: "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>",
    2: "a < b\n\n& and &copy; and &#0;",
    3: "*really*\n\n__init__ and **",
    4: "#1 in the charts\n\n# x",
    5: "a | b\n--- | ---\nc | d",
    6: "{{ x }}\n\n{% raw %}",
    11: "    four spaces\n\n\ta tab",
    12: "1984. A year like others.",
    13: "- dialogue\n\n+ x\n\n> x",
    14: "[^1]\n\n[^1]: x",
    15: "[link]: http://example.org\n\nSee [link].",
    16: "[x](javascript:alert(1))",
    17: ":smile: at 10:30:45",
    18: "*[HTML]: x\n\nHTML",
    19: '--8<-- ".env"\n\n--8<-- ".git/config"\n\n--8<-- "mkdocs.yml"',
    20: '--8<-- "http://example.org/x"',
    21: "$5 and $10\n\n\\(x\\)",
    22: "```\nnot code\n\n~~~\nnor this\n~~~",
    23: '{: onclick="alert(1)"}\n\n*x*{: onmouseover=alert(1)}',
    24: "<div markdown>\n\n</div>",
    25: "<!-- x -->",
    26: "C:\\*path\n\n\\n",
    27: "H~2~O and ==x== and {++a++} and ++ctrl++",
    28: '!!! note\n\n??? x\n\n=== "tab"\n\n/// x',
    29: "[TOC]",
    30: "<stranger@example.org>",
    31: "Two spaces  \nand on.",
}
"""What stands on the page letter for letter, but for white space and line breaks."""


@dataclass(frozen=True)
class Row:
    """A seed of which something must be said, or that reads other than it looks."""

    number: int
    name: str
    data: bytes
    said: str = ""
    """Words of the line about it; empty where nothing is said."""
    refused: bool = False
    paragraphs: tuple[str, ...] | None = None
    """What stands on its page; None where it has none."""


def text(number: int, name: str, said: str, *paragraphs: str) -> Row:
    return Row(number, name, said.encode(), paragraphs=paragraphs)


def refused(number: int, name: str, data: str | bytes, said: str) -> Row:
    whole = data if isinstance(data, bytes) else data.encode()
    return Row(number, name, whole, said, refused=True)


def matter(said: str) -> str:
    return f"---\n{said}\n---\nOne.\n\nTwo.\n"


LATIN = "Un café.\n\nRien.\n".encode("latin-1")
BOMB = "&a [x, x]\ndescription: [*a, *a, *a]"
SIXTEEN = codecs.BOM_UTF16_LE + "Tea.\n\nNo tea.\n".encode("utf-16-le")
ROWS = [
    text(7, "r07.txt", "One.\n---\nTwo.\n\n===\nThree.\n", "One.", "Two.", "Three."),
    text(8, "r08.txt", "---\nProse it is.\n---\nAnd on.\n", "Prose it is.", "And on."),
    text(9, "r09.txt", "---\nNote: to self\n---\nAnd on.\n", "Note: to self", "And on."),
    text(
        10,
        "r10.txt",
        "Paris: a love story\nby night.\n\nEnd.\n",
        "Paris: a love story by night.",
        "End.",
    ),
    Row(32, "r32.txt", codecs.BOM_UTF8 + b"One.\n\nTwo.\n", paragraphs=("One.", "Two.")),
    Row(33, "r33.txt", SIXTEEN, "read as UTF-16", paragraphs=("Tea.", "No tea.")),
    refused(34, "r34.txt", LATIN, "not UTF-8 at byte 6 (0xe9); save the file as UTF-8"),
    refused(35, "r35.txt", b"One \xed\xa0\x80.\n\nTwo.\n", "not UTF-8 at byte 4"),
    refused(36, "r36.txt", b"One.\n\nT\0wo.\n", "a NUL character at character 7"),
    Row(
        36,
        "r36b.txt",
        b"One\x08.\n\nTwo\x1b.\n",
        "2 control characters",
        paragraphs=("One.", "Two."),
    ),
    text(37, "r37.txt", "Le\u0301a.\n\nDone.\n", "L\u00e9a.", "Done."),
    text(38, "r38.txt", "One.\r\n\r\nTwo.\r\rThree.\n", "One.", "Two.", "Three."),
    text(39, "r39.txt", "One.\fTwo\x0bx\x85y\u2028z.\n", "One.", "Two x y z."),
    Row(
        39,
        "r39b.txt",
        "O\u200bne\u202e.\n\nنامه\u200cها.\n".encode(),
        "2 invisible characters",
        paragraphs=("One.", "نامه\u200cها."),
    ),
    text(40, "r40.txt", "One two\nthree.\n\nFour.\n", "One two three.", "Four."),
    text(40, "r40b.txt", "One two three.\n\nFour.\n", "One two three.", "Four."),
    Row(41, "r41.txt", b"", "there is no story in it"),
    Row(41, "r41b.txt", b" \n\t\n\n", "there is no story in it"),
    Row(
        42,
        "r42.txt",
        b"All of it on one line.",
        "only one line",
        paragraphs=("All of it on one line.",),
    ),
    refused(43, "r43.txt", b"x" * 2_000_001, "larger than 2 MB"),
    refused(43, "r43b.txt", f"One.\n\n{'x ' * 100_001}\n", "paragraph 2 has 200,001 characters"),
    text(49, "with space.txt", "One.\n\nTwo.\n", "One.", "Two."),
    text(49, "a#b?c%20.txt", "One.\n\nTwo.\n", "One.", "Two."),
    text(49, "'q\"\n.txt", "One.\n\nTwo.\n", "One.", "Two."),
    text(50, "CON.txt", "One.\n\nTwo.\n", "One.", "Two."),
    text(50, "nul.txt", "One.\n\nTwo.\n", "One.", "Two."),
    text(50, "dot. .txt", "One.\n\nTwo.\n", "One.", "Two."),
    text(51, "Le\u0301a.txt", "One.\n\nTwo.\n", "One.", "Two."),
    Row(51, "L\u00e9a.txt", b"One.\n\nTwo.\n", "stories/lea/", paragraphs=("One.", "Two.")),
    text(52, "Case.txt", "One.\n\nTwo.\n", "One.", "Two."),
    Row(52, "case.txt", b"One.\n\nTwo.\n", "stories/case/", paragraphs=("One.", "Two.")),
    text(54, "README.txt", "One.\n\nTwo.\n", "One.", "Two."),
    *(
        text(55, f"{name}.txt", "One.\n\nTwo.\n", "One.", "Two.")
        for name in ("index", "404", "assets", "search", "sitemap", "tags")
    ),
    text(56, f"{'long' * 60}.txt", "One.\n\nTwo.\n", "One.", "Two."),
    text(
        57,
        "r57.txt",
        "The Door\n\nSophie came. Sophie sat.\n\nSophie left.\n",
        "Sophie came. Sophie sat.",
        "Sophie left.",
    ),
    text(
        57,
        "r57b.txt",
        "The Door\n\nSophie ran. Sophie fell.\n\nSophie rose.\n",
        "Sophie ran. Sophie fell.",
        "Sophie rose.",
    ),
    refused(58, "r58.txt", matter("title: a: b"), "r58.txt:2: not YAML"),
    refused(58, "r58b.txt", matter("- x\ntitle: A"), "r58b.txt:3: "),
    refused(
        58, "r58c.txt", matter("title: A\ndate: soon"), "r58c.txt:3: 'date: soon' is not a date"
    ),
    refused(58, "r58d.txt", matter("title: A\ntitel: B"), "did you mean 'title'?"),
    refused(59, "r59.txt", matter("title: [a]"), "'title' is one line of text"),
    refused(59, "r59b.txt", matter("title: ''"), "'title' is empty"),
    refused(61, "r61.txt", matter("title: !!python/object/apply:os.system [ls]"), "r61.txt:2: "),
    refused(62, "r62.txt", matter(f"title: {BOMB}"), "r62.txt:2: "),
    refused(
        63, "r63.txt", matter("title: A\ntemplate: ../../../etc/passwd"), "unknown key 'template'"
    ),
]

ELSEWHERE = {
    65: ("commands/test_kills", "a_build_that_is_killed_at_any_of_six_moments_leaves_a_whole_site"),
    66: ("site/test_serve", "an_edit_of_a_story_is_taken_in_without_building_everything_again"),
    67: ("site/test_site", "two_builds_are_the_same_byte_for_byte"),
    68: ("site/test_same", "a_story_that_goes_leaves_nothing_behind"),
    69: (
        "unit/output/test_export",
        "a_page_that_was_changed_by_hand_is_neither_overwritten_nor_removed",
    ),
    70: ("site/test_browser", "every_page_reads_well_and_asks_nobody_else"),
}
"""Rows that are about more than a build of a folder of seeds, and the tests that show them."""


@dataclass(frozen=True)
class Tried:
    """What became of a project with all of it: a strict build refused, a plain one done."""

    strict: subprocess.CompletedProcess[str]
    plain: subprocess.CompletedProcess[str]
    before: dict[str, bytes]
    after_strict: dict[str, bytes]
    docs: tuple[Counter[str], Counter[str]]
    site: Built

    def lines(self, name: str) -> list[str]:
        shown = name if name.isprintable() else name.encode("unicode_escape").decode("ascii")
        return [
            line
            for line in self.plain.stderr.splitlines()
            if re.search(rf"docs/stories/{re.escape(shown)}(:\d+)?: ", line)
        ]

    def page(self, name: str) -> Element:
        return self.site.pages[self.data(name)["url"]]

    def data(self, name: str) -> dict[str, Any]:
        [found] = [each for each in self.site.data["stories"] if each["source"] == name]
        data: dict[str, Any] = found
        return data

    def shown(self, name: str) -> list[str]:
        return [as_set(p.text) for p in self.page(name).all("p", "prose")]


def listed(folder: Path) -> Counter[str]:
    """Return everything below a folder, with the time of its last change."""
    return Counter(f"{path} {path.lstat().st_mtime_ns}" for path in folder.rglob("*"))


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Tried:
    top = tmp_path_factory.mktemp("rows")
    (top / "outside").mkdir()
    (top / "outside/secret.txt").write_text("The secret.\n\nIs out.\n", "utf-8")
    (top / "outside/secret.md").write_text("# The secret page\n", "utf-8")
    project = set_up(top / "project", {"good.txt": GOOD})
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    before = files(project / "site")
    stories = project / "docs/stories"
    for number, said in KEPT.items():
        (stories / f"kept-{number:02}.txt").write_text(f"{FIRST}\n\n{said}\n\nEnd.\n", "utf-8")
    for row in ROWS:
        (stories / row.name).write_bytes(row.data)
    for number, title in enumerate(("1984", "yes")):
        (stories / f"r59-{number}.txt").write_text(matter(f"title: {title}"), "utf-8")
    wild = matter("title: <script>alert(1)</script>\ndescription: 'a \" b'")
    (stories / "r60.txt").write_text(wild, "utf-8")
    (stories / "r45.txt").symlink_to(top / "outside/secret.txt")
    (stories / "r47.txt").symlink_to("nowhere.txt")
    os.mkfifo(stories / "r48.txt")
    os.mkfifo(project / "docs/pipe.md")
    (project / "docs/linked").symlink_to(top / "outside", target_is_directory=True)
    (project / "docs/secret.md").symlink_to(top / "outside/secret.md")
    (project / "docs/.env").write_text("TOKEN=The secret\n", "utf-8")
    (project / ".git").mkdir()
    (project / "docs/more.md").write_text(
        f"# More\n\n[out](https://example.com/)\n\n{OURS}\n", "utf-8"
    )
    (project / "docs/characters").mkdir()
    (project / "docs/characters/index.md").write_text("# Mine\n", "utf-8")
    listed_before = listed(project / "docs")
    strict = mkdocs(project, "build", "--strict")
    after_strict = files(project / "site")
    plain = mkdocs(project, "build")
    docs = (listed_before, listed(project / "docs"))
    return Tried(strict, plain, before, after_strict, docs, Built(project / "site"))


def test_every_row_has_its_case() -> None:
    own = {int(n) for name in globals() for n in re.findall(r"_(\d\d)(?=_)", name)}
    assert {*KEPT, *(row.number for row in ROWS), *ELSEWHERE} | own == set(range(1, 71))
    for file, name in ELSEWHERE.values():
        assert f"def test_{name}(" in (TOP / f"tests/{file}.py").read_text("utf-8"), name


def test_a_strict_build_refuses_and_what_was_published_stays(tried: Tried) -> None:
    assert tried.strict.returncode != 0
    assert "Nothing was changed." in tried.strict.stdout + tried.strict.stderr
    assert tried.after_strict == tried.before
    assert "Traceback" not in tried.strict.stderr


def test_a_plain_build_says_its_lines_and_builds_the_rest(tried: Tried) -> None:
    assert tried.plain.returncode == 0, tried.plain.stderr
    assert "Traceback" not in tried.plain.stderr
    assert tried.shown("good.txt") == ["It rained all day.", "Nobody minded, and nobody came."]


@pytest.mark.parametrize("number", KEPT)
def test_what_looks_like_markup_is_text(tried: Tried, number: int) -> None:
    name = f"kept-{number:02}.txt"
    said = [as_set(each) for each in KEPT[number].split("\n\n")]
    assert tried.shown(name) == [FIRST, *said, "End."]
    article = tried.page(name).one("article")
    for paragraph in article.all("p", "prose"):
        assert len(list(paragraph)) == 1, "the text made an element"
    attributes = {attribute for element in tried.page(name) for attribute in element.attributes}
    assert not {attribute for attribute in attributes if attribute.startswith("on")}
    assert not tried.lines(name)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.number}-{row.name[:20]}")
def test_a_seed_is_read_as_it_should_be_or_a_line_says_why_not(tried: Tried, row: Row) -> None:
    said = tried.lines(row.name)
    assert len(said) == bool(row.said), said
    assert all(row.said in line for line in said)
    published = {each["source"] for each in tried.site.data["stories"]}
    if row.paragraphs is None:
        assert row.name not in published
    else:
        assert tuple(tried.shown(row.name)) == tuple(as_set(p) for p in row.paragraphs)


def test_row_07_a_line_of_dashes_is_a_scene_break(tried: Tried) -> None:
    assert len(tried.page("r07.txt").one("article").all("hr")) == 2


def test_row_44_a_page_does_not_grow_with_the_number_of_stories() -> None:
    few, many = (
        anthology(*(story(f"s{n:03}", "Ann ran.", characters=["Ann"]) for n in range(count)))
        for count in (10, 190)
    )
    sizes = [len(page_at(book, "stories/s005.md").text) for book in (few, many)]
    assert sizes[1] < sizes[0] * 1.1


@pytest.mark.parametrize(
    ("number", "file", "said"),
    [
        (45, "docs/stories/r45.txt", "a link that leads out of the folder"),
        (46, "docs/linked", "a link that leads elsewhere"),
        (46, "docs/secret.md", "a link that leads elsewhere"),
        (47, "docs/stories/r47.txt", "a link that leads nowhere"),
        (48, "docs/stories/r48.txt", "not a regular file"),
        (48, "docs/pipe.md", "no file"),
        (53, "docs/characters/index.md", "the anthology makes this page itself"),
    ],
)
def test_row_45_46_47_48_53_what_is_no_seed_is_told_and_not_read(
    tried: Tried, number: int, file: str, said: str
) -> None:
    [line] = [x for x in tried.plain.stderr.splitlines() if f"{file}: " in x]
    assert said in line, number


def test_row_46_nothing_from_outside_and_nothing_hidden_is_published(tried: Tried) -> None:
    for path, data in files(tried.site.folder).items():
        assert b"The secret" not in data, path
        assert not path.startswith(("linked", "pipe", "secret", ".env", ".git"))


def test_row_49_to_56_every_story_has_an_address_of_its_own_that_works_everywhere(
    tried: Tried,
) -> None:
    slugs = [each["url"].split("/")[1] for each in tried.site.data["stories"]]
    assert len({slug.casefold() for slug in slugs}) == len(slugs)
    reserved = {"con", "nul", "readme", "index", "404", "assets", "search", "sitemap", "tags"}
    for slug in slugs:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
        assert len(slug) <= 80
        assert slug not in reserved


def test_row_57_two_of_one_title_and_two_of_one_name_are_told_apart(tried: Tried) -> None:
    one, two = tried.data("r57.txt"), tried.data("r57b.txt")
    assert one["title"] == two["title"]
    assert one["url"] != two["url"]
    [sophie] = [name for name in tried.site.data["characters"] if name["name"] == "Sophie"]
    assert sophie["identity"] == "open"


@pytest.mark.parametrize(("number", "title"), [(0, "1984"), (1, "yes")])
def test_row_59_a_title_is_what_was_typed(tried: Tried, number: int, title: str) -> None:
    assert tried.page(f"r59-{number}.txt").one("h1").text == title


def test_row_60_a_title_and_a_description_are_text_in_every_place(tried: Tried) -> None:
    page = tried.page("r60.txt")
    assert page.one("h1").text == "<script>alert(1)</script>"
    assert page.one("title").text.startswith("<script>alert(1)</script>")
    [description] = [m for m in page.all("meta") if m.attributes.get("name") == "description"]
    assert description.attributes["content"] == "a ” b"
    for each in tried.site.pages.values():
        alive = [s for s in each.all("script") if not s.attributes.get("type")]
        assert not [script for script in alive if "alert" in script.text]


@pytest.mark.parametrize("is_there", [True, False])
def test_row_64_no_seeds_are_said_and_no_strict_build(tmp_path: Path, is_there: bool) -> None:
    project = set_up(tmp_path / "project", {})
    if not is_there:
        (project / "docs/stories").rmdir()
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert "no stories found; put a story there" in done.stderr
    assert not (project / "site").exists()


def test_row_66_a_build_writes_nothing_where_the_editor_writes(tried: Tried) -> None:
    before, after = tried.docs
    assert after == before


def test_what_the_editor_writes_by_hand_may_have_a_script_and_links_out_tell_nobody(
    tried: Tried,
) -> None:
    page = tried.site.pages["more/"]
    assert OURS in (tried.site.folder / "more/index.html").read_text("utf-8")
    [link] = [a for a in page.all("a") if a.attributes["href"] == "https://example.com/"]
    assert link.attributes["rel"] == "external noopener noreferrer"
    allowed = policy.policy([OURS]).split("; ")[1].split()[2]
    for each in tried.site.pages.values():
        [meta] = [m for m in each.all("meta") if "http-equiv" in m.attributes]
        assert allowed in meta.attributes["content"]


def test_limits_are_the_editors_to_set_and_said_when_reached(tmp_path: Path) -> None:
    project = set_up(tmp_path / "project", {f"{n}.txt": GOOD for n in "abc"} | {"d.txt": GOOD * 9})
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    for key, value in (("bytes", 200), ("paragraph", 10), ("stories", 2)):
        text = re.sub(rf"(?m)^    {key}: \d+", f"    {key}: {value}", text)
    settings.write_text(text, "utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert "docs/stories/a.txt: paragraph 1 has 18 characters, and may have 10" in done.stderr
    assert "docs/stories/c.txt: more than 2 stories" in done.stderr
    settings.write_text(text.replace("stories: 2", "stories: many"), "utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert "mkdocs.yml: 'limits' are whole numbers above 0, as in 'limits: {bytes:" in done.stderr

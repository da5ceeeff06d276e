"""line: raw seeds go in, an anthology and its pages come out, and what is wrong is told."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import frontmatter
import pytest
from hypothesis import given

from anthology import line
from anthology.line import Sources
from anthology.model import Anthology, Problem
from anthology.output.redirects import redirects
from anthology.sources.settings import Settings
from support import STORIES, TITLES
from support.making import seed
from support.strategies import seeds

GOOD = (
    "The Platform\n\n"
    "Anna Berg stepped off the train in Paris. Anna smiled.\n\n"
    "“Bonjour,” said Anna Berg, and Anna walked into Paris.\n"
)
TWO = "Rain\n\nIt rained on the roof.\n\nNobody came.\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder with one good story in it."""
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories/good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def put(docs: Path, files: dict[str, str | bytes]) -> Anthology:
    """Put files below ``docs`` and give what becomes of all of them."""
    for name, text in files.items():
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return line.anthology(line.gather(docs, Settings()))


def ids(anthology: Anthology) -> list[str]:
    return [story.id for story in anthology.stories]


def problems(anthology: Anthology) -> list[str]:
    return [("refused: " if p.refused else "") + str(p) for p in anthology.problems]


def test_a_seed_becomes_a_story_with_its_names(docs: Path) -> None:
    book = put(docs, {})
    (story,) = book.stories
    assert (story.id, story.title, story.address) == ("good", "The Platform", "good")
    assert [(c.name, len(c.mentions)) for c in story.characters] == [("Anna Berg", 4)]
    assert [(x.name, x.relation) for x in story.locations] == [("Paris", "setting")]
    assert [name.sort for name in book.of("character")] == ["Berg, Anna"]
    assert book.problems == ()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("latin-1", "L\xe9a".encode("latin-1"), "not UTF-8 at byte 1 (0xe9)"),
        ("binary", b"PNG\0", "looks like a binary file"),
        ("not-yaml", "---\ntitle: a: b\n---\nX.\n", "not YAML"),
        ("unknown-key", "---\ntitle: a\nautor: b\n---\nX.\n", "did you mean 'author'?"),
        ("bad-type", "---\ntitle: [a]\n---\nX.\n", "'title' is one line of text"),
        ("bad-date", "---\ndate: soon\n---\nX.\n", "write 2024, 2024-05 or 2024-05-17"),
        ("bad-entry", "---\nlocations: Paris\n---\nX.\n", "a list of entries is wanted"),
        ("too-large", b"x" * 2_000_001, "larger than 2 MB"),
    ],
)
def test_a_refused_seed_costs_one_line_and_no_other_story(
    docs: Path, name: str, data: bytes | str, message: str
) -> None:
    book = put(docs, {f"stories/{name}.txt": data})
    assert ids(book) == ["good"]
    (problem,) = problems(book)
    assert problem.startswith(f"refused: docs/stories/{name}.txt:")
    assert message in problem
    assert "\n" not in problem


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n"])
def test_an_empty_file_costs_a_warning(docs: Path, data: bytes) -> None:
    book = put(docs, {"stories/empty.txt": data})
    assert ids(book) == ["good"]
    assert problems(book) == [
        "docs/stories/empty.txt: there is no story in it; write one or remove it"
    ]


@pytest.mark.parametrize("folder", [True, False])
def test_no_seeds_at_all_are_told_and_give_an_empty_anthology(tmp_path: Path, folder: bool) -> None:
    if folder:
        (tmp_path / "stories").mkdir()
    book = line.anthology(line.gather(tmp_path, Settings()))
    assert book.stories == ()
    assert problems(book) == ["docs/stories: no stories found; put a story there as a .txt file"]


def test_two_stories_that_want_one_address_get_one_each_and_the_second_is_told(docs: Path) -> None:
    text = "---\nslug: rain\n---\nIt rained.\n\nNobody came.\n"
    book = put(docs, {"stories/a.txt": text, "stories/b.txt": text})
    assert [story.address for story in book.stories] == ["rain", "rain-2", "good"]
    (problem,) = problems(book)
    assert problem.startswith(
        "docs/stories/b.txt: wants the address 'stories/rain/', which a.txt has"
    )


def test_names_that_differ_by_case_or_spelling_alone_get_an_address_each() -> None:
    names = ["Rain.txt", "rain.txt", "ra in.txt", "ra-in.txt", "CON.txt", "index.txt"]
    book = line.anthology(Sources(tuple(seed(TWO, name) for name in names)))
    addresses = [story.address for story in book.stories]
    assert len({address.casefold() for address in addresses}) == len(names)
    assert not {"con", "index"} & set(addresses)


def test_two_files_whose_names_look_the_same_are_two_stories(docs: Path) -> None:
    names = [unicodedata.normalize(form, "stories/Léa.txt") for form in ("NFC", "NFD")]
    book = put(docs, dict.fromkeys(names, GOOD))
    if len(list((docs / "stories").iterdir())) < 3:
        pytest.skip("this file system takes the two names for one")
    assert sorted(story.address for story in book.stories) == ["good", "lea", "lea-2"]
    assert len(set(ids(book))) == 3
    assert "wants the address 'stories/lea/'" in problems(book)[0]
    made, assets = line.publish(book, Sources(()))
    for paths in ([one.path for one in made], [one.path for one in assets]):
        assert len(set(paths)) == len(paths)


def test_two_files_with_the_same_digits_are_two_stories(docs: Path) -> None:
    names = [f"stories/{n}_ffa6864c1bcd727b.txt" for n in (0, 1)]
    book = put(docs, dict.fromkeys(names, GOOD))
    assert ids(book) == ["ffa6864c1bcd727b", "1_ffa6864c1bcd727b", "good"]
    entities = [c.id for story in book.stories for c in story.characters]
    assert len(set(entities)) == len(entities) == 3


def test_a_title_with_a_script_in_it_is_a_title(docs: Path) -> None:
    title = "<script>alert(1)</script>"
    book = put(docs, {"stories/a.txt": f"---\ntitle: {title}\n---\n{TWO}"})
    assert book.stories[0].title == title
    assert book.stories[0].address == "a"
    assert book.problems == ()
    made, _ = line.publish(book, Sources(()))
    assert all("<script" not in frontmatter.loads(each.text).content for each in made)


def test_stories_stand_in_the_order_of_their_files_unless_the_editor_says_otherwise(
    docs: Path,
) -> None:
    book = put(
        docs,
        {
            "stories/b.txt": TWO,
            "stories/a.txt": TWO,
            "stories/z.txt": f"---\norder: 1\n---\n{TWO}",
            "stories/y.txt": f"---\norder: -1\n---\n{TWO}",
        },
    )
    assert ids(book) == ["y", "z", "a", "b", "good"]


def test_a_draft_is_shown_only_to_who_asks_for_drafts(docs: Path) -> None:
    put(docs, {"stories/draft.txt": f"---\ndraft: true\n---\n{TWO}"})
    sources = line.gather(docs, Settings())
    assert ids(line.anthology(sources)) == ["good"]
    assert ids(line.anthology(sources, drafts=True)) == ["draft", "good"]
    assert [seed.name for seed in line.anthology(sources).seeds] == ["good.txt"]


def test_the_language_is_the_sites_unless_the_story_says(docs: Path) -> None:
    put(docs, {"stories/a.txt": f"---\nlang: fr\n---\n{TWO}"})
    book = line.anthology(line.gather(docs, Settings(lang="de")))
    assert [story.lang for story in book.stories] == ["fr", "de"]


def test_the_editors_word_wins_over_recognition(docs: Path) -> None:
    book = put(
        docs,
        {
            "authority/characters.yml": "- name: Anna Berg-Stein\n  aliases: [Anna Berg]\n",
            "authority/locations.yml": "- name: Paris\n  is: neither\n",
        },
    )
    (story,) = book.stories
    assert [c.name for c in story.characters] == ["Anna Berg-Stein"]
    assert story.locations == ()
    assert book.problems == ()


def test_the_word_in_a_storys_front_matter_holds_for_that_story(docs: Path) -> None:
    text = f"---\ntitle: Other\nlocations:\n  - name: Paris\n    is: neither\n---\n{GOOD}"
    book = put(docs, {"stories/a.txt": text})
    assert [[x.name for x in story.locations] for story in book.stories] == [[], ["Paris"]]


def test_an_entry_about_a_name_that_no_story_has_is_told_with_its_line(docs: Path) -> None:
    book = put(docs, {"authority/characters.yml": "# ours\n- name: Ana Berg\n  sort: Berg\n"})
    (problem,) = problems(book)
    assert problem.startswith("docs/authority/characters.yml:2: ")
    assert "Ana Berg" in problem


def test_a_wrong_authority_file_is_told_and_the_stories_are_built(docs: Path) -> None:
    book = put(docs, {"authority/characters.yml": "- nam: Anna\n"})
    assert ids(book) == ["good"]
    (problem,) = problems(book)
    assert problem.startswith("refused: docs/authority/characters.yml:1: unknown key 'nam'")


def test_an_editors_file_where_the_anthology_puts_a_page_of_its_own_is_told(docs: Path) -> None:
    book = put(docs, {"characters/index.md": "mine", "index.md": "# Home", "about.md": "ours"})
    sources = line.gather(docs, Settings())
    made, assets = line.publish(book, sources)
    assert line.collisions(sources, made, assets) == [
        Problem("docs/characters/index.md", "the anthology makes this page itself; remove the file")
    ]


def test_the_four_stories_bear_the_titles_of_a_cataloguer() -> None:
    book = line.anthology(line.gather_folder(STORIES, "stories", Settings()))
    assert {story.source: story.title for story in book.stories} == TITLES
    assert {story.title_source for story in book.stories} == {"devised"}


def test_two_stories_with_one_devised_title_have_other_titles_and_addresses() -> None:
    said = "Ann Lee ran. Ann Lee fell, said Ann Lee."
    book = line.anthology(
        Sources(
            (
                seed(f"It rained.\n\n{said}", "000_0123456789abcdef.txt"),
                seed(f"It snowed.\n\n{said}", "001_fedcba9876543210.txt"),
            )
        )
    )
    assert [(story.title, story.address) for story in book.stories] == [
        ("“It rained.”", "it-rained-01234567"),
        ("“It snowed.”", "it-snowed-fedcba98"),
    ]
    assert redirects(book)["01234567"] == "stories/it-rained-01234567/"


@given(seeds)
def test_no_seed_breaks_the_line(data: bytes) -> None:
    book = line.anthology(Sources((seed(GOOD, "good.txt"), seed(data, "odd.txt"))))
    assert "good" in ids(book)
    for story in book.stories:
        for entity in story.entities:
            assert entity.mentions
            for mention in entity.mentions:
                text = story.paragraphs[mention.paragraph]
                assert text[mention.start : mention.end] == mention.name
    made, _ = line.publish(book, Sources(()))
    assert len({each.path.casefold() for each in made}) == len(made)


def test_the_same_seeds_give_the_same_anthology_and_pages(docs: Path) -> None:
    first, second = (line.anthology(line.gather(docs, Settings())) for _ in range(2))
    assert first == second
    assert line.publish(first, Sources(())) == line.publish(second, Sources(()))

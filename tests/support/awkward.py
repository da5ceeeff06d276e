"""An anthology that is hard to set: everything in it is too long, too short or the other way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from support.walk import URL, Built, copied, mkdocs, served

TITLE = (
    "The Very Long and Altogether Remarkable Account of How the Widow Dorothea Featherstonehaugh "
    "Came to Lose Her Umbrella, Her Temper and Her Way between the Post Office and the River on "
    "One Wet Monday Morning"
)[:200]
LONG_NAME = "Maximiliana Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh von Hohenzollern"[
    :80
]
_SOUNDS = ("Ba", "Do", "Fe", "Gi", "Ka", "Lu", "Mo", "Ne", "Po", "Ru", "Sa", "Ti")
_ENDS = ("bel", "dric", "lan", "mond", "ton")
CAST = [f"{sound}{end} Carver{end}" for sound in _SOUNDS for end in _ENDS]
HEBREW_NAME = "דוד לוי"
ARABIC_NAME = "ليلى حداد"


def _declared(label: str, *names: str) -> str:
    """Return front matter that says by the editor's word what recognition might not know."""
    singular = label.removesuffix("s")
    return f"{label}:\n" + "".join(f"  - name: {name}\n    is: {singular}\n" for name in names)


SEEDS: dict[str, str | bytes] = {
    "a_title.txt": (
        f"---\ntitle: {TITLE}\nauthor: [Ann Other, {LONG_NAME}]\n"
        f"{_declared('characters', LONG_NAME)}---\n"
        f"{LONG_NAME} had lost it.\n\n“Lost!” said {LONG_NAME}, and sat down.\n"
    ),
    "b_paragraph.txt": "---\ntitle: All at Once\n---\nIt was all over before anybody could ask.\n",
    "c_paragraphs.txt": "---\ntitle: Two Thousand Paragraphs\n---\n"
    + "\n\n".join(
        f"Then Anna Berg counted to {number}, and nobody in Vienna heard her."
        for number in range(2000)
    ),
    "d_cast.txt": (
        f"---\ntitle: Sixty of Them\n{_declared('characters', *CAST)}---\n"
        + "\n\n".join(f"“Present,” said {name}. {name} sat down again." for name in CAST)
    ),
    "e_right_to_left.txt": (
        f"---\ntitle: Two Friends\n{_declared('characters', HEBREW_NAME, ARABIC_NAME)}---\n"
        f"In the morning {HEBREW_NAME} met {ARABIC_NAME} (and {HEBREW_NAME}’s dog, 3) again.\n\n"
        f"{ARABIC_NAME}, as ever, was early; {HEBREW_NAME} was not.\n"
    ),
    "f_hebrew.txt": (
        f"---\ntitle: שני חברים\nlang: he\n{_declared('characters', HEBREW_NAME)}---\n"
        f"בבוקר פגש {HEBREW_NAME} את חברו, והם הלכו יחד אל השוק.\n\n"
        f"אחר כך שתק {HEBREW_NAME} שעה ארוכה.\n"
    ),
    "g_french.txt": (
        "---\ntitle: L’Anticonstitutionnellement\nlang: fr\n"
        f"{_declared('characters', 'Léa Roux')}---\n"
        "Léa Roux parlait anticonstitutionnellement, intergouvernementalement même.\n\n"
        "« Oui, dit Léa Roux, et toujours extraordinairement longuement. »\n"
    ),
}

NOWHERE: dict[str, str | bytes] = {
    "a.txt": "---\ntitle: Nobody, Nowhere\n---\nIt rained.\n\nNobody minded; nobody was there.\n",
    "b.txt": "---\ntitle: Anna\n---\n“Well,” said Anna Berg.\n\nAnna Berg left. So be it.\n",
}
"""Stories that name no place at all, one of them nobody either."""


def _built(to: pytest.TempPathFactory, name: str, seeds: dict[str, str | bytes]) -> Built:
    project = copied(to.mktemp(name) / "project", seeds)
    done = mkdocs(project, "build", SITE_URL=URL)
    assert done.returncode == 0, done.stderr
    return Built(project / "site")


@pytest.fixture(scope="session")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of an anthology that is hard to set."""
    return _built(tmp_path_factory, "awkward", SEEDS)


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of an anthology without a place."""
    return _built(tmp_path_factory, "nowhere", NOWHERE)


@pytest.fixture(scope="session")
def awkward_address(awkward: Built) -> Iterator[str]:
    """The URL at which the site that is hard to set is served."""
    with served(awkward.folder) as url:
        yield url


@pytest.fixture(scope="session")
def nowhere_address(nowhere: Built) -> Iterator[str]:
    """The URL at which the site without a place is served."""
    with served(nowhere.folder) as url:
        yield url

"""theme: the theme's files are found under whatever names a release gives them."""

from __future__ import annotations

import pytest

from frame import ThemeChanged, theme

FILES = {
    "styles": "assets/stylesheets/main.0a1b2c3d.min.css",
    "script": "assets/javascripts/bundle.0a1b2c3d.min.js",
    "worker": "assets/javascripts/workers/search.0a1b2c3d.min.js",
}


def test_the_files_of_the_theme_are_found_whatever_their_digests() -> None:
    others = ["index.md", "assets/stylesheets/palette.0a1b2c3d.min.css"]
    assert theme.files([*others, *FILES.values()]) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_theme_without_one_of_them_is_not_taken_silently(name: str) -> None:
    with pytest.raises(ThemeChanged, match=r"requirements\.txt") as error:
        theme.files(path for other, path in FILES.items() if other != name)
    assert len(str(error.value).splitlines()) == 1


def test_what_the_frame_prints_as_it_is_is_escaped_and_nothing_else() -> None:
    matter = {"title": "Tom & Jerry <3", "description": '"So"', "authors": ["A & B"], "words": 3}
    assert theme.escaped(matter) == {
        "title": "Tom &amp; Jerry &lt;3",
        "description": "&quot;So&quot;",
    }
    assert theme.escaped({"title": 1984}) == {}

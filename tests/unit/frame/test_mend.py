"""mend: the theme's defects go, and a theme that has others instead is noticed."""

from __future__ import annotations

import pytest

from frame import ThemeChanged, mend

PAGE = "".join(theirs for theirs, _ in mend._MENDED)


def test_each_known_defect_is_mended() -> None:
    assert mend.mended(PAGE) == "".join(right for _, right in mend._MENDED)


def test_a_theme_with_all_of_its_defects_is_the_one_that_is_known() -> None:
    mend.check(PAGE)


@pytest.mark.parametrize("theirs", [theirs for theirs, _ in mend._MENDED])
def test_a_theme_without_one_of_them_is_not_taken_silently(theirs: str) -> None:
    with pytest.raises(ThemeChanged, match=r"hooks/frame/mend\.py") as error:
        mend.check(PAGE.replace(theirs, ""))
    assert len(str(error.value).splitlines()) == 1


def test_what_the_theme_prints_raw_is_escaped_and_nothing_else() -> None:
    matter = {"title": "Tom & Jerry <3", "description": '"So"', "authors": ["A & B"], "words": 3}
    assert mend.escaped(matter) == {
        "title": "Tom &amp; Jerry &lt;3",
        "description": "&quot;So&quot;",
    }
    assert mend.escaped({"title": 1984}) == {}

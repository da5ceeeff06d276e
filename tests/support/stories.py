"""Anthologies that are hard to set: too long, too short, the other way, or meant to do harm."""

from __future__ import annotations

# What a harder anthology is made of: what people write, and what they should not be able to do.
SCRIPT = "<script>document.title='taken'</script> & \"quotes\" 'n' <b>bold</b>"
HEBREW = "שלום לירושלים"
CHINESE = "上海的雨"
LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 2
HARD: dict[str, str | bytes] = {
    "1_script.txt": (
        f"---\ntitle: >-\n  {SCRIPT}\nauthor: <i>Anon</i>\ndescription: '\"><script>1</script>'\n"
        "rights: <u>All</u> of them\n---\n\n"
        "<script>document.title = 'taken'</script>\n\n"
        'Said <b>Sydney</b> Carver: "It *is* `so`, Sydney. [x](javascript:alert(1))."\n\n'
        "{: onclick=\"alert(1)\"} --8<-- 'mkdocs.yml' {{ page }} <!-- not hidden -->\n\n"
        "Sydney Carver laughed, and Sydney Carver went home with Zoë Łukasz to see Søren.\n\n"
        "“Good night,” said Zoë Łukasz. “Good night,” said Søren. Zoë Łukasz laughed, and Søren"
        " nodded to Zoë Łukasz.\n"
    ),
    "2_hebrew.txt": f"{HEBREW}\n\nהיא הלכה לשוק, ולא קנתה דבר.\n\nמחר תלך שוב.\n",
    "3_chinese.txt": f"---\ntitle: {CHINESE}\nlang: zh\n---\n雨下了一整天。\n\n他没有带伞。\n",
    "4_long.txt": (
        f"---\ntitle: {LONG}\ncharacters: [{LONG}]\n---\n"
        f"His name was {LONG}, and he knew it.\n\nIt was not said again.\n"
    ),
    "5_place.txt": (
        "They had lived in Sydney for years. The streets of Sydney were wet.\n\n"
        "* * *\n\nNobody in Sydney minded; she went back to Sydney by train.\n"
    ),
    "6_person.txt": "Sydney laughed. Sydney, who was nine, knew, and Sydney said so.\n\nSo be it.",
    "index.txt": (
        f"---\ncharacters: [{LONG}]\n---\nNothing happened to {LONG}.\n\n"
        "1984. A year like others. #1 in the charts.\n"
    ),
    "7_line.txt": "All of it on one line, with no more to come.",
    "8_markdown.md": (
        "# In *Markdown*\n\nAnna Berg *really* went to Vienna, **twice**; see\n"
        "[what she saw](https://example.com/a?b=c&d) there. <b>No</b>.\n\n"
        "> A quotation of Anna Berg's.\n\n## Later\n\nAnna Berg laughed.\n"
    ),
    "0_ffa6864c1bcd727b.txt": "Anna Berg woke. Anna Berg slept.\n\nSo Anna Berg is in Vienna.\n",
}
"""Seeds whose titles, names and texts are as awkward as they come."""


# What is hard to set: everything in it is too long, too short or the other way.

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


AWKWARD: dict[str, str | bytes] = {
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

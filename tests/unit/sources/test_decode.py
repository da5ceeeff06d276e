"""decode: the text in a file, or one line that says why there is none."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology.model import Fault
from anthology.sources.decode import decode

TEXT = "Léa “waits”.\n\n静か\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
    ids=["none", "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
def test_a_byte_order_mark_says_the_encoding_and_goes(data: bytes) -> None:
    assert decode(data)[0] == TEXT


def test_utf_16_is_read_with_a_warning_and_utf_8_without() -> None:
    (warning,) = decode("\ufeffa".encode("utf-16-le"))[1]
    assert str(warning) == "read as UTF-16; save it as UTF-8 to be sure"
    assert not warning.refused
    assert decode(codecs.BOM_UTF8 + b"a")[1] == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Léa".encode("latin-1"), "not UTF-8 at byte 1 (0xe9); save the file as UTF-8"),
        (b"\x93Go\x94", "not UTF-8 at byte 0 (0x93); save the file as UTF-8"),
        (b"ab\xed\xa0\x80", "not UTF-8 at byte 2 (0xed); save the file as UTF-8"),
        (b"caf\xc3", "not UTF-8 at byte 3 (0xc3); save the file as UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\0b", "not UTF-16 at byte 4 (0x62); save the file as UTF-8"),
    ],
    ids=["latin-1", "cp1252", "lone surrogate", "cut off", "half of UTF-16"],
)
def test_other_encodings_are_refused_with_the_byte_and_the_remedy(
    data: bytes, message: str
) -> None:
    with pytest.raises(Fault) as refusal:
        decode(data)
    assert str(refusal.value) == message


def test_a_nul_is_refused_as_the_mark_of_a_binary_file() -> None:
    with pytest.raises(Fault, match="a NUL character at character 2; this looks like"):
        decode(b"ab\0c")


def test_nfd_becomes_nfc_so_that_one_word_is_one_word() -> None:
    assert decode(unicodedata.normalize("NFD", "Léa").encode()) == ("Léa", ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\x85", "\u2028"])
def test_every_kind_of_line_end_is_a_line_feed(end: str) -> None:
    assert decode(f"one{end}two".encode()) == ("one\ntwo", ())


@pytest.mark.parametrize("end", ["\f", "\u2029"])
def test_form_feed_and_paragraph_separator_part_paragraphs(end: str) -> None:
    assert decode(f"one{end}two".encode()) == ("one\n\ntwo", ())


@pytest.mark.parametrize("character", "\u200b\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2069")
def test_what_nobody_sees_goes_and_is_told(character: str) -> None:
    text, (warning,) = decode(f"a\nb{character}c".encode())
    assert text == "a\nbc"
    assert str(warning) == f"1 invisible character left out, first U+{ord(character):04X} in line 2"


@pytest.mark.parametrize("character", "\x01\x02\x03\x08\x1b\x7f\x9f\ufffe")
def test_control_characters_go_and_are_told(character: str) -> None:
    text, (warning,) = decode(f"{character}a{character}".encode())
    assert text == "a"
    assert str(warning) == f"2 control characters left out, first U+{ord(character):04X} in line 1"


@pytest.mark.parametrize("text", ["نامه\u200cها", "क्\u200dष", "👩\u200d🎨", "non\u00a0!", "a\tb"])
def test_joiners_hard_spaces_and_tabs_stay(text: str) -> None:
    assert decode(text.encode()) == (text, ())


@given(st.binary() | st.text().map(str.encode) | st.text().map(lambda t: t.encode("utf-16")))
def test_any_bytes_are_a_clean_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except Fault as error:
        message = str(error)
    else:
        message = ""
    assert "\n" not in message
    if message:
        return
    assert unicodedata.is_normalized("NFC", text)
    assert {c for c in text if unicodedata.category(c) == "Cc"} <= {"\n", "\t"}
    assert "\u200b" not in text
    assert decode(text.encode()) == (text, ())

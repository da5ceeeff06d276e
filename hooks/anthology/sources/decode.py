"""Bytes to text: what encoding a seed is in, and which characters have no place in a story."""

from __future__ import annotations

import codecs
import re
import unicodedata

from anthology.model import Fault

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
"""Byte-order marks, the longer before the shorter that it begins with."""

_LINE_BREAKS = re.compile("\r\n|[\r\v\x85\u2028]")
_PARAGRAPH_BREAKS = re.compile("[\f\u2029]")
INVISIBLE = re.compile("[\u200b\ufeff\u202a-\u202e\u2066-\u2069]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """Return the text in ``data`` in NFC, with line feeds for line breaks, and what is doubtful.

    The encoding is what a byte-order mark says, else UTF-8, strictly: guessing was tried, and
    guessed wrong. Joiners (ZWJ, ZWNJ) stay, since scripts and emoji need them.

    Raises:
        Fault: where it is neither, or holds a NUL.
    """
    bom, encoding, called = next(
        (mark for mark in _MARKS if data.startswith(mark[0])), (b"", "utf-8", "UTF-8")
    )
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(bom) + error.start
        byte = f" (0x{data[at]:02x})" if at < len(data) else ""
        line = data.count(b"\n", 0, at) + 1 if called == "UTF-8" else None
        message = f"not {called} at byte {at}{byte}; save the file as UTF-8"
        raise Fault(message, line) from None
    if "\0" in text:
        raise Fault(
            f"a NUL character at character {text.index(chr(0))}; "
            "this looks like a binary file, save the story as plain text"
        )
    doubts = []
    if called != "UTF-8":
        doubts.append(_doubt(f"read as {called}; save it as UTF-8 to be sure"))
    text = _PARAGRAPH_BREAKS.sub("\n\n", _LINE_BREAKS.sub("\n", text))
    for pattern, what in ((INVISIBLE, "invisible"), (CONTROLS, "control")):
        if first := pattern.search(text):
            line = text.count("\n", 0, first.start()) + 1
            text, count = pattern.subn("", text)
            found = f"U+{ord(first[0]):04X} in line {line}"
            many = f"{count} {what} character{'s'[: count != 1]}"
            doubts.append(_doubt(f"{many} left out, first {found}"))
    return unicodedata.normalize("NFC", text), tuple(doubts)


def _doubt(message: str) -> Fault:
    return Fault(message, refused=False)

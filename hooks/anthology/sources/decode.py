"""Bytes to text: the encoding of a seed, and the characters that do not belong in a story."""

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
"""Byte-order marks and their encodings; a mark stands before a shorter one that it begins with."""

_LINE_BREAKS = re.compile("\r\n|[\r\v\x85\u2028]")
"""Line breaks that are not a line feed: CR LF, as Windows writes them."""
_PARAGRAPH_BREAKS = re.compile("[\f\u2029]")
"""A form feed or Unicode's paragraph separator."""
INVISIBLE = re.compile("[\u200b\ufeff\u202a-\u202e\u2066-\u2069]")
"""Characters that nobody sees: a zero-width space, marks for the direction of writing."""
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, surrogates and noncharacters: U+0007 (bell)."""


def decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """Return the text in ``data``, in NFC and with line feeds, and what is doubtful, as faults.

    The encoding is the one that a byte-order mark names, or else strict UTF-8. Guessing other
    encodings was tried, and the guesses were wrong. Joiners (ZWJ, ZWNJ) stay, because some scripts
    and emoji need them.

    Raises:
        Fault: where the data is not in that encoding, or contains a NUL character.
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
    """Return a fault that is only a warning."""
    return Fault(message, refused=False)

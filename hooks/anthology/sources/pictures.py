"""How large a picture is, so that a page can reserve its space until it is loaded."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from types import MappingProxyType
from typing import BinaryIO, Final

Size = tuple[int, int]
"""Width and height in pixels."""
Pictures = Mapping[str, Size | None]
"""The pictures that a story can show: their sizes, by their paths below ``docs/assets/``."""
NO_PICTURES: Final[Pictures] = MappingProxyType({})

_JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Kinds of JPEG segment that begin with the size of the picture."""


def size(file: BinaryIO) -> Size | None:
    """Return the size of the picture in ``file``, or None where the file does not give it.

    PNG, GIF, JPEG and WebP files give it; a drawing (SVG) has none.
    """
    head = file.read(30)
    found = None
    try:
        if head.startswith(b"\x89PNG\r\n\x1a\n"):
            found = struct.unpack_from(">II", head, 16)
        elif head.startswith((b"GIF87a", b"GIF89a")):
            found = struct.unpack_from("<HH", head, 6)
        elif head.startswith(b"\xff\xd8\xff"):
            found = _jpeg(file)
        elif head.startswith(b"RIFF") and head[8:12] == b"WEBP":
            found = _webp(head)
    except struct.error:
        return None
    return (found[0], found[1]) if found and all(found) else None


def _jpeg(file: BinaryIO) -> Size | None:
    """Return the size of a JPEG, from the first of its segments that gives one."""
    file.seek(2)
    while (marker := file.read(4)) and marker[0] == 0xFF:
        _, kind, length = struct.unpack(">BBH", marker)
        if kind in _JPEG_FRAMES:
            height, width = struct.unpack(">xHH", file.read(5))
            return width, height
        file.seek(max(length, 2) - 2, 1)
    return None


def _webp(head: bytes) -> Size | None:
    """Return the size of a WebP picture, from the first 30 bytes of its file."""
    match head[12:16]:
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", head, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", head, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            wide, high = head[24:27], head[27:30]
            return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
    return None

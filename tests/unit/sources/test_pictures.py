"""picture: the size of a picture is read from its first bytes, and no file can do harm by them."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthology.sources.pictures import size

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480) + b"\x08\2\0\0\0"
GIF = b"GIF89a" + struct.pack("<HH", 640, 480) + bytes(20)
EXIF = b"\xff\xe1" + struct.pack(">H", 1002) + bytes(1000)
TABLES = b"\xff\xc4" + struct.pack(">H", 6) + bytes(4)
JPEG = b"\xff\xd8" + EXIF + TABLES + b"\xff\xc2" + struct.pack(">HBHH", 11, 8, 480, 640) + bytes(9)
WEBP = b"RIFF\0\0\0\0WEBP"
LOSSY = WEBP + b"VP8 " + bytes(7) + b"\x9d\x01\x2a" + struct.pack("<HH", 640, 480)
LOSSLESS = WEBP + b"VP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 639 | 479 << 14) + bytes(5)
EXTENDED = WEBP + b"VP8X" + bytes(8) + b"\x7f\x02\0" + b"\xdf\x01\0"

KINDS = {"png": PNG, "gif": GIF, "jpeg": JPEG, "vp8": LOSSY, "vp8l": LOSSLESS, "vp8x": EXTENDED}


@pytest.mark.parametrize("data", KINDS.values(), ids=KINDS)
def test_the_size_is_width_and_height(data: bytes) -> None:
    assert size(io.BytesIO(data)) == (640, 480)


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"GIF89a" + bytes(9), PNG[:20], JPEG[:300]])
def test_what_does_not_say_has_no_size(data: bytes) -> None:
    assert size(io.BytesIO(data)) is None


@given(st.sampled_from(sorted(KINDS.values())), st.integers(0, 30), st.binary(max_size=40))
def test_a_damaged_picture_breaks_nothing(data: bytes, at: int, damage: bytes) -> None:
    found = size(io.BytesIO(data[:at] + damage + data[at + len(damage) :]))
    assert found is None or min(found) > 0

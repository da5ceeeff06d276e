"""Read: a seed becomes a story."""

from __future__ import annotations

from anthology.read.story import read

__all__ = ["read"]

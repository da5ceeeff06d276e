"""Kept: what was made once and need not be made again, as files that anybody may delete.

``plain`` writes values as lines of JSON and reads them again. ``key`` makes a key of all that a
value depends on. ``store`` keeps lines under a key, and gives back only what it wrote itself.
Nothing here knows what is kept.
"""

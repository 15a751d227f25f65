"""Which drawing code is at work, so that a change of it makes new takes and nothing else does."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_UNSEEN = (
    "speech",
    "music",
    "allocation",
    "alpha_encoding",
    "assembly",
    "avatar/arms",
    "avatar/beats",
    "avatar/dealing",
    "avatar/eyes",
    "avatar/film_measures",
    "avatar/gestures",
    "avatar/hair_trail",
    "avatar/head",
    "avatar/listening",
    "avatar/measures",
    "avatar/moods",
    "avatar/mouth",
    "avatar/partner",
    "avatar/photo/engine",
    "avatar/photo/face_mesh",
    "avatar/photo/identity",
    "avatar/photo/iris",
    "avatar/photo/mouth_fit",
    "avatar/photo/quality",
    "avatar/photo/taking",
    "avatar/performance",
    "avatar/poses",
    "avatar/prosody",
    "avatar/sheet",
    "avatar/spans",
    "avatar/styles",
    "errors",
    "file_lock",
    "inspection",
    "interchange",
    "joining",
    "leftovers",
    "loudness",
    "media",
    "mixing",
    "mp4",
    "painting",
    "presenter_film",
    "preview",
    "processes",
    "resampling",
    "segment_index",
    "sound",
    "take",
    "timebase",
    "timeline",
    "workers",
)
"""Beginnings of the names of modules and folders that never reach a pixel, or only through a performance, whose curves
are in the key themselves; everything else counts."""


@cache
def painting_identity() -> str:
    """A digest of the source of every module that can decide pixels, and of the fonts in use."""
    from renderers.typography import font_identity

    home = Path(__file__).parent
    found = hashlib.sha256()
    for path in sorted(home.rglob("*.py")):
        name = path.relative_to(home).as_posix()
        if not name.startswith(_UNSEEN):
            found.update(f"{name}\0".encode() + path.read_bytes())
    found.update(font_identity().encode())
    return found.hexdigest()[:16]

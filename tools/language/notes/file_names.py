"""File names: which of the files that came along a part of a message means, by name or as the only one of its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping

FILMS = (".mp4", ".mov", ".webm", ".mkv", ".m4v", ".avi")
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif", ".heic", ".tif", ".tiff")

SILENT = re.compile(
    r"\b(?:without|no|not|minus|remove|drop|mute|kill) (?:its |the |any |their |it's )?(?:own )?(?:sound|audio)\b|"
    r"\b(?:mute it|muted|soundless|silent|silently)\b"
)
"""What says, anywhere in a message, that a film is shown without what is heard in it."""


def spoken_of(files: Mapping[str, str], text: str) -> Mapping[str, str]:
    """The files whose names stand in `text`; all of them where none does."""
    low = text.lower()
    own = {name: path for name, path in files.items() if _standing(name).search(low)}
    return own or files


def without_names(files: Mapping[str, str], text: str, instead: str = "this file") -> str:
    """`text` with `instead` in place of the names of files that came along."""
    for name in sorted(files, key=len, reverse=True):
        text = _standing(name, article=True).sub(instead, text)
    return text


def _standing(name: str, *, article: bool = False) -> re.Pattern[str]:
    before = r"(?:(?:the|my|our|this|that|attached|a|an) )*" if article else ""
    stem, dot, kind = re.escape(name.lower()).rpartition(r"\.")
    whole = rf"{stem}(?:\.{kind})?" if dot and len(stem) > 5 else re.escape(name.lower())
    return re.compile(rf"{before}[\"'“”]?(?<![\w/.-]){whole}(?![\w-])[\"'“”]?", re.IGNORECASE)

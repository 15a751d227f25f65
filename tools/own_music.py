"""Music of the client's own: names of files among the names of moods."""

from __future__ import annotations

from pathlib import Path

ENDINGS = frozenset(".wav .mp3 .m4a .m4b .ogg .oga .opus .flac .aac .mka .weba .wma .aif .aiff .caf".split())
"""Endings of files that hold nothing but sound; not all can be read, and the reader says which."""


def music_path(asked: str) -> Path | None:
    """The absolute path of the file that `asked` names; None where it names a mood."""
    path = Path(asked).expanduser()
    named = path.suffix.lower() in ENDINGS or asked.strip().startswith(("/", "./", "../", "~"))
    return path.absolute() if named or (path.suffix and path.is_file()) else None


def music_fields(asked: str) -> dict[str, str]:
    """The fields of a storyboard that music asked for as `asked` sets: a file, or a mood, `none` included."""
    path = music_path(asked)
    return {"music_file": str(path)} if path else {"music": asked, "music_file": ""}

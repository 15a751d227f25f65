"""What an approval is bound to beside the words: who presents them, and what is in the client's files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from agency.cast import cast_storyboard
from agency.consent_use import of_voice
from renderers.takes import file_digest
from tools.layouts import picture_paths
from tools.moderation.policy import Presenter
from tools.storyboard import Storyboard


def reviewed_hash(texts: str, board: Storyboard, presenter: Presenter) -> str:
    """The hash of all that a reviewer approves: `texts`, the hash of what is said and shown, the presenter, whose
    voice is imitated, and what is in the files. Raises `UnknownName` for a presenter or a voice that nobody knows.
    """
    people: list[str] = []
    if presenter != "none":
        cast = cast_storyboard(board)
        imitated = of_voice(cast.voice)
        people = [cast.avatar.id, cast.avatar.variant, imitated.digest if imitated is not None else ""]
    told = json.dumps([texts, people, [_digest(Path(path)) for path in _files(board)]])
    return hashlib.sha256(told.encode()).hexdigest()


def _files(board: Storyboard) -> Iterator[str]:
    """The client's files in a storyboard, in a fixed order."""
    for scene in board.scenes:
        yield from picture_paths(scene)
        if scene.film is not None:
            yield scene.film.file
    yield from (path for path in (board.logo, board.music_file, board.narration, *board.look.fonts) if path)


def _digest(path: Path) -> str:
    """The SHA-256 of a file; empty for one that is not there, which is refused where it is read."""
    try:
        return file_digest(path)
    except OSError:
        return ""

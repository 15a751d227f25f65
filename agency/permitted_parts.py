"""Parts whose licence forbids what the video is for: refused before anything is spoken or painted."""

from __future__ import annotations

from collections.abc import Iterator

from agency.cast import cast_storyboard
from agency.errors import NotAllowed
from agency.settings import Settings
from tools.layouts import presenter_place
from tools.permitted_uses import forbids_earning
from tools.storyboard import Storyboard


def refuse_forbidden(board: Storyboard, settings: Settings) -> None:
    """Return where every part of `board` may be used. Raises `NotAllowed` for a presenter, voice or track whose licence
    forbids commercial videos, unless the settings say that nobody earns by these.
    """
    if not settings.commercial:
        return
    for part, licence, change in _licensed(board):
        if forbids_earning(licence):
            raise NotAllowed(
                f"{part} is under “{licence}”, which is not for commercial videos: choose another with {change}, or "
                "set AGENCY_COMMERCIAL=false where nobody earns by your videos."
            )


def _licensed(board: Storyboard) -> Iterator[tuple[str, str, str]]:
    """What is seen and heard under a licence: what it is, the licence, and how another is chosen."""
    cast = cast_storyboard(board)
    spoken = any(scene.lines for scene in board.scenes)
    if any(scene.lines and presenter_place(scene, logo=bool(board.logo)) != "none" for scene in board.scenes):
        yield f"The presenter {cast.avatar.id!r}", cast.avatar.licence, "--avatar"
    if spoken and not board.narration:
        yield f"The voice {cast.voice.id!r}", cast.voice.licence, "--voice"
    if board.music_file:
        yield "The music", board.music_licence, "--music"

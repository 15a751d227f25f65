"""Where likenesses are used: which people a production shows or lets be heard, and whether they agreed and still do."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from agency.cast import Cast
from agency.consent_records import Consents
from agency.home import Home
from renderers.avatar import Avatar
from renderers.errors import ConsentMissing
from renderers.likenesses import Likeness, permit
from renderers.speech import Voice
from renderers.speech.likeness import likeness_of as voice_likeness
from renderers.takes import file_digest
from tools.consent import ConsentRecord
from tools.storyboard import Storyboard

DRAWN = frozenset({"illustrated"})
"""Engines of presenters that show nobody who lives."""

PORTRAYING = {"photo": "agency.photo_avatars:likeness_of"}
"""Where each engine that shows people tells whom: a function from an `Avatar` to its `Likeness`, or to None for a
drawing or an animal in which no face of a person was found.
"""


def likenesses_of(board: Storyboard, cast: Cast) -> tuple[Likeness, ...]:
    """Everybody who is seen or heard in `board`, each once. Raises `ConsentMissing` where that can not be known."""
    found = [of_avatar(cast.avatar)]
    if board.narration:
        path = Path(board.narration)
        found.append(Likeness("footage", path.name, file_digest(path)) if path.is_file() else None)
    else:
        found.append(of_voice(cast.voice))
    return tuple(dict.fromkeys(each for each in found if each is not None))


def of_voice(voice: Voice) -> Likeness | None:
    """Whose voice it imitates; None for a voice of its own."""
    return voice_likeness(voice) if voice.engine == "likeness" else None


def permit_cast(board: Storyboard, cast: Cast) -> None:
    """Return where everybody who is seen or heard agreed. Raises `ConsentMissing`."""
    for each in likenesses_of(board, cast):
        permit(each)


def watching(board: Storyboard, cast: Cast, report: Callable[[int, int], object]) -> Callable[[int, int], None]:
    """`report`, which from now on also raises `ConsentMissing` as soon as somebody has revoked."""
    likenesses = likenesses_of(board, cast)

    def watch(done: int, of: int) -> None:
        for each in likenesses:
            permit(each)
        report(done, of)

    return watch


def consents_of(board: Storyboard, cast: Cast, place: Home) -> dict[Likeness, ConsentRecord]:
    """The record behind everybody who is seen or heard. Raises `ConsentMissing`."""
    consents = Consents(place)
    return {each: consents.require(each) for each in likenesses_of(board, cast)}


def of_avatar(avatar: Avatar) -> Likeness | None:
    """Whom a presenter shows; None for one that is drawn. Raises `ConsentMissing` where that can not be known."""
    if avatar.engine in DRAWN:
        return None
    module, _, name = PORTRAYING.get(avatar.engine, "").partition(":")
    try:
        found: Likeness | None = getattr(importlib.import_module(module), name)(avatar)
    except (ImportError, AttributeError, ValueError) as error:
        raise ConsentMissing(
            f"Whom the presenter {avatar.id!r} shows can not be known, so nothing is made of it; choose another one "
            "with --avatar."
        ) from error
    return found

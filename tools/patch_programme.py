"""Patches of the whole programme: what each makes of a storyboard. Pure; they raise `PatchRefused`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from renderers.looks import LOOKS
from tools.disclosing import SetDisclosure
from tools.errors import PatchRefused
from tools.patch_targets import changed
from tools.patches import (
    SetAvatar,
    SetBrand,
    SetCaptions,
    SetColour,
    SetDark,
    SetDuration,
    SetFormat,
    SetLogo,
    SetLook,
    SetPresenter,
    SetPronunciation,
    SetSeed,
    SetSpeed,
    SetTitle,
    SetTypeface,
    SetVoice,
)
from tools.storyboard import Storyboard

_CAPTIONS = get_args(get_args(Storyboard.model_fields["captions"].annotation)[0])


def set_duration(board: Storyboard, patch: SetDuration) -> Storyboard:
    """Another length to be met."""
    return changed(board, duration_seconds=patch.seconds)


def set_speed(board: Storyboard, patch: SetSpeed) -> Storyboard:
    """Another pace of the voice."""
    return changed(board, speed=patch.speed)


def set_format(board: Storyboard, patch: SetFormat) -> Storyboard:
    """Another shape, size or rate of the picture."""
    return _some(board, patch, "the format", aspect="aspect", resolution="resolution", fps="fps")


def set_avatar(board: Storyboard, patch: SetAvatar) -> Storyboard:
    """Another presenter."""
    return changed(board, avatar=_name(patch.avatar, "presenter"))


def set_voice(board: Storyboard, patch: SetVoice) -> Storyboard:
    """Another voice."""
    return changed(board, voice=_name(patch.voice, "voice"))


def set_colour(board: Storyboard, patch: SetColour) -> Storyboard:
    """Another colour of a role."""
    return changed(board, look=changed(board.look, **{patch.role: patch.colour}))


def set_dark(board: Storyboard, patch: SetDark) -> Storyboard:
    """Light on dark or dark on light."""
    return changed(board, look=changed(board.look, dark=patch.dark))


def set_look(board: Storyboard, patch: SetLook) -> Storyboard:
    """Another design direction; colours, typefaces and the like that were chosen stay."""
    if patch.look and patch.look not in LOOKS:
        raise PatchRefused(f'There is no look "{patch.look}"; the looks are {", ".join(LOOKS)}.')
    return changed(board, look=changed(board.look, direction=patch.look))


def set_typeface(board: Storyboard, patch: SetTypeface) -> Storyboard:
    """Another family of type."""
    return changed(board, look=changed(board.look, **{patch.role: _name(patch.family, "typeface")}))


def set_logo(board: Storyboard, patch: SetLogo) -> Storyboard:
    """Another logo, place or size of it."""
    if patch.file is not None:
        _name(patch.file, "logo file")
    return _some(board, patch, "the logo", file="logo", place="logo_place", size="logo_size")


def set_disclosure(board: Storyboard, patch: SetDisclosure) -> Storyboard:
    """Shown, not shown, or as the settings say."""
    return changed(board, disclosure=patch.disclosure)


def set_captions(board: Storyboard, patch: SetCaptions) -> Storyboard:
    """Captions on or off, at another size or place, in another style."""
    if patch.burned is not None or patch.sidecar is not None:
        asked = {"burned": patch.burned, "sidecar": patch.sidecar}
        wanted = {name for name in _CAPTIONS if (name in board.captions if asked[name] is None else asked[name])}
        if wanted != set(board.captions):
            board = changed(board, captions=tuple(name for name in _CAPTIONS if name in wanted))
        if patch.size is None and patch.place is None and patch.style is None and patch.speakers is None:
            return board
    return _some(
        board,
        patch,
        "the captions",
        size="captions_size",
        place="captions_place",
        style="captions_style",
        speakers="captions_speakers",
    )


def set_presenter(board: Storyboard, patch: SetPresenter) -> Storyboard:
    """Other words on the name strap."""
    return _some(board, patch, "the name strap", name="presenter_name", role="presenter_role")


def set_pronunciation(board: Storyboard, patch: SetPronunciation) -> Storyboard:
    """Another way to say a word, in whatever case it is written."""
    word = " ".join(patch.word.split())
    if not any(sign.isalnum() for sign in word):
        raise PatchRefused("Say which word shall be pronounced in another way.")
    others = {own: said for own, said in board.pronunciations.items() if _folded(own) != _folded(word)}
    return changed(board, pronunciations=others | ({patch.word: patch.said} if patch.said.strip() else {}))


def set_title(board: Storyboard, patch: SetTitle) -> Storyboard:
    """Another name."""
    return changed(board, title=patch.title)


def set_seed(board: Storyboard, patch: SetSeed) -> Storyboard:
    """Another variation."""
    return changed(board, seed=patch.seed)


def set_brand(board: Storyboard, patch: SetBrand) -> Storyboard:
    """Another brand."""
    return changed(board, brand=patch.brand)


def _some(board: Storyboard, patch: object, what: str, **fields: str) -> Storyboard:
    """`board` with those fields that the patch speaks of. Raises `PatchRefused` where it speaks of none."""
    said = {own: value for name, own in fields.items() if (value := getattr(patch, name)) is not None}
    if not said:
        raise PatchRefused(f"Say what shall change about {what}.")
    return changed(board, **said)


def _name(text: str, what: str) -> str:
    if text and not text.strip():
        raise PatchRefused(f"The {what} has no name; name one.")
    return text


def _folded(word: str) -> str:
    return " ".join(word.split()).casefold()


PROGRAMME_PATCHES: dict[str, Callable[[Storyboard, Any], Storyboard]] = {
    "set_duration": set_duration,
    "set_speed": set_speed,
    "set_format": set_format,
    "set_avatar": set_avatar,
    "set_voice": set_voice,
    "set_colour": set_colour,
    "set_dark": set_dark,
    "set_look": set_look,
    "set_typeface": set_typeface,
    "set_logo": set_logo,
    "set_disclosure": set_disclosure,
    "set_captions": set_captions,
    "set_presenter": set_presenter,
    "set_pronunciation": set_pronunciation,
    "set_title": set_title,
    "set_seed": set_seed,
    "set_brand": set_brand,
}
"""By `op`."""

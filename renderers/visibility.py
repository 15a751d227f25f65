"""What of a scene can be seen in a run of its frames: the part of clips, backdrop and look that decides the pixels.

Two runs for which `visible` gives the same have the same pixels, frame for frame; what is not seen in a run does not
count. From this come the keys of segments, so that an edit makes only those again in which it shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from functools import lru_cache
from itertools import groupby
from typing import get_args

from renderers.background.catalogue import family_for
from renderers.flood import flooded
from renderers.graphics.clips import GraphicClip, PictureCardClip, ScreenClip
from renderers.graphics.timing import shown, untimed
from renderers.look import Look, Palette
from renderers.picture_format import PictureFormat
from renderers.scene_clock import picture_run
from renderers.timeline import (
    CaptionsClip,
    DisclosureClip,
    EndCardClip,
    LogoClip,
    LowerThirdClip,
    PictureClip,
    PresenterClip,
    Scene,
    TitleClip,
)
from renderers.titles.caption_styles import STYLES
from renderers.titles.cueing import Cueing
from renderers.titles.staging import card_staging, staging

_FRAMED = (PictureCardClip, ScreenClip)
_GRAPHICS: tuple[type, ...] = get_args(GraphicClip)
_BARE = (TitleClip, EndCardClip, LogoClip, *(kind for kind in _GRAPHICS if kind not in _FRAMED))

_LETTERED = frozenset({"heading", "body", "fonts", "style"})
_WHOLE = frozenset(field.name for of in (Look, Palette) for field in fields(of)) - {"name", "palette"}
USED: dict[type, frozenset[str]] = {
    TitleClip: _LETTERED | {"radius", "background", "primary", "accent", "text", "muted"},
    LowerThirdClip: _LETTERED | {"radius", "background", "surface", "primary", "accent", "text", "muted", "dark"},
    EndCardClip: _LETTERED | {"radius", "background", "primary", "on_primary", "text", "muted", "dark"},
    LogoClip: frozenset({"radius", "background", "text"}),
    DisclosureClip: _LETTERED | {"radius", "background", "text"},
    **dict.fromkeys(_GRAPHICS, _WHOLE),
}
"""What of a look each kind of clip is painted with, by field of `Look` and role of `Palette`."""

PICTURED = frozenset({"background", "text", "muted", "dark"})
"""The roles that decide the veil over a picture and the ground that shows through it."""

DESIGNED = frozenset({"background", "primary", "secondary", "accent", "text", "muted", "dark"})
"""The roles that a designed backdrop may use: text roles decide how far its tones may go."""

UNUSED = {"aurora": {"accent"}, "contours": {"accent"}, "facets": {"accent"}, "studio": {"secondary"}}
"""By family, the roles of `DESIGNED` that it leaves out."""


def seen_look(scene: Scene, look: Look) -> Look:
    """`look` as the layers of `scene` use it: muted ink is too weak on a picture's detail, whatever veils it, and a
    flooded scene has the brand's colour as its ground.
    """
    if scene.flooded:
        return replace(look, palette=flooded(look.palette))
    if scene.backdrop.picture is None:
        return look
    return replace(look, palette=replace(look.palette, muted=look.palette.text))


def clip_look(clip: PictureClip, scene: Scene, look: Look) -> Look:
    """`look` as the layer of `clip` uses it in `scene`: captions are the same in all scenes, whatever their ground, but
    for those on a plate of the brand's colour, which would be lost on that.
    """
    same = isinstance(clip, CaptionsClip) and clip.style != "brand"
    return look if scene.flooded and same else seen_look(scene, look)


def stands_bare(clip: PictureClip) -> bool:
    """Whether `clip` stands on the backdrop itself; others bring a plate or a frame of their own or need none."""
    return isinstance(clip, _BARE) and not (isinstance(clip, LogoClip) and clip.plated)


def visible(scene: Scene, look: Look, picture: PictureFormat, start: int, stop: int) -> tuple[object, ...]:
    """All that decides the pixels of the frames [`start`, `stop`) of `scene`, as values that `takes.digest` takes.

    Frames outside the scene are those that a transition asks for. Where in the scene the run lies counts only where it
    shows. Raises `TakeDamaged` for a presenter's take that can not be read.
    """
    clips = [_clip(clip, clip_look(clip, scene, look), picture, start, stop) for clip in scene.clips]
    ground = _backdrop(scene, seen_look(scene, look), start, stop)
    return stop - start, ground, [clip for clip in clips if clip is not None]


def _used(look: Look, names: Iterable[str]) -> list[tuple[str, object]]:
    return [(name, getattr(look if hasattr(look, name) else look.palette, name)) for name in sorted(names)]


def _backdrop(scene: Scene, look: Look, start: int, stop: int) -> tuple[object, ...]:
    """A picture is veiled where text may stand on it, and its camera moves to the length of its scene. Where a film
    ends counts only for frames after that. Of a designed backdrop counts which of its pictures are shown.
    """
    clip = scene.backdrop
    if clip.film is not None:
        return clip.film.digest, start, min(stop, clip.film.duration)
    if clip.picture is not None:
        bare = [(_untimed(other), _used(look, USED[type(other)])) for other in scene.clips if stands_bare(other)]
        return clip.digest, clip.seed, start, scene.duration, bare, _used(look, PICTURED)
    family = clip.family or family_for(look)
    shown = picture_run(scene.marks, start, stop)
    # Mostly one follows the other: of those that do not it is told where they are.
    irregular = [(n, shown[n]) for n in range(1, len(shown)) if shown[n] != shown[n - 1] + 1]
    used = _used(look, DESIGNED - UNUSED.get(family, set()))
    return family, clip.seed, look.style.texture, shown[:1], irregular, used


def _untimed(clip: PictureClip) -> PictureClip:
    """`clip` without its times."""
    if isinstance(clip, GraphicClip):
        return untimed(clip)
    if isinstance(clip, TitleClip):
        return replace(clip, start=0, duration=0, cues=())
    return replace(clip, start=0, duration=0) if isinstance(clip, LowerThirdClip | EndCardClip) else clip


def _clip(clip: PictureClip, look: Look, picture: PictureFormat, start: int, stop: int) -> object:
    """What decides the pixels of one clip; None where it is not seen."""
    if isinstance(clip, PresenterClip):
        from renderers.avatar.spans import span_digest

        drawn = clip.avatar, clip.engine, clip.tint, clip.region, clip.framing, clip.circle
        return *drawn, span_digest(clip.take, start, stop)
    if isinstance(clip, CaptionsClip):
        return _captions(clip, look, picture, start, stop)
    if isinstance(clip, LogoClip | DisclosureClip):
        return clip, _used(look, USED[type(clip)])
    if isinstance(clip, GraphicClip):
        moments = shown(clip, float(picture.rate), look.style.pace, start, stop)
        return None if moments is None else (untimed(clip), moments, _used(look, USED[type(clip)]))
    cues = clip.cues if isinstance(clip, TitleClip) else ()
    rate, pace = float(picture.rate), look.style.pace
    if isinstance(clip, EndCardClip):
        stay = card_staging(clip.start, clip.duration, 1, rate).shown(start, stop)
    else:
        stay = staging(clip.start, clip.duration, 1, rate, pace, cues).shown(start, stop)
    if stay is None:
        return None
    if isinstance(clip, EndCardClip) or isinstance(clip, TitleClip) and clip.push:
        # What comes slowly closer has another size in every frame.
        stay = clip.start, stay[1]
    times = [None if time is None else time - start for time in stay]
    used = USED[type(clip)] - (set() if look.style.accented or isinstance(clip, EndCardClip) else {"accent"})
    return _untimed(clip), times, cues if times[0] is not None else (), _used(look, used)


def _captions(clip: CaptionsClip, look: Look, picture: PictureFormat, start: int, stop: int) -> object:
    """The runs of frames in which captions stand still: the words, which of them is spoken, how opaque all of it is."""
    cueing = _cueing(clip, picture)
    runs = []
    for key, frames in groupby(range(start, stop), cueing.key):
        words = key and [[word.text for word in line] for line in cueing.cues[key[0]].lines]
        runs.append((len(list(frames)), words, key and key[1:]))
    if not any(words for _, words, _ in runs):
        return None
    inks, setting = _setting(clip, look, picture)
    return clip.region, clip.top, clip.style, min(look.radius, 16.0), inks, setting, runs


@lru_cache(maxsize=8)
def _cueing(clip: CaptionsClip, picture: PictureFormat) -> Cueing:
    return Cueing(clip.cues, picture.rate, STYLES[clip.style].lit)


@lru_cache(maxsize=8)
def _setting(clip: CaptionsClip, look: Look, picture: PictureFormat) -> tuple[object, object]:
    """Inks and the type that all cues of the clip share, which only setting them tells."""
    from renderers.fonts import enlist
    from renderers.titles.captions import CaptionsLayer

    enlist(look.fonts)
    layer = CaptionsLayer(clip, look, picture)
    return layer.inks, layer.setting

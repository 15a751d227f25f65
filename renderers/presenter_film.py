"""The presenter alone, on nothing: a film with alpha to lay over a web page or a cut in an editor."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from math import ceil, floor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.alpha_encoding import PRORES, WEBM, write_alpha
from renderers.errors import NoSpace, RenderError
from renderers.leftovers import part_path
from renderers.picture_format import Rect
from renderers.timebase import samples
from renderers.timeline import PresenterClip, Timeline

FORMATS = {".webm": WEBM, ".mov": PRORES}
"""By ending: VP9 in WebM for the web, ProRes 4444 in QuickTime for editors."""
_BLOCK = 16
"""Both sides are multiples of it: FFmpeg's ProRes encoder leaves dirt in the alpha of blocks that are not whole."""


def write_presenter(timeline: Timeline, out: Path, report: Callable[[int, int], None]) -> Path:
    """Write the presenter of `timeline` with the voice to `out` (`.webm` or `.mov`), whole or not at all.

    The film is as long as the programme and in time with it, as large as the presenter's place in the picture, and
    empty where nobody is seen. `report(done, frames)` is called after every frame. Raises `RenderError` where no scene
    has a presenter, `NoSpace` where it can not be written.
    """
    box = _box(timeline)
    making = part_path(out)
    try:
        write_alpha(
            making,
            _pictures(timeline, box, report),
            (int(box.width), int(box.height)),
            timeline.format.rate,
            _voice(timeline),
            FORMATS[out.suffix.lower()],
        )
        making.replace(out)
    except OSError as error:
        raise NoSpace(
            f"Could not write {out.name}: {error.strerror or error}. Free some space or choose another folder."
        ) from error
    finally:
        making.unlink(missing_ok=True)
    return out


def _presenters(timeline: Timeline) -> Iterator[PresenterClip]:
    for scene in timeline.scenes:
        yield from (clip for clip in scene.clips if isinstance(clip, PresenterClip))


def _box(timeline: Timeline) -> Rect:
    """The box of pixels that holds the presenter in every scene."""
    areas = [timeline.format.pixels(clip.region) for clip in _presenters(timeline)]
    if not areas:
        raise RenderError("No scene of this production has a presenter, so there is nobody to export alone.")
    left, top = floor(min(area.x for area in areas)), floor(min(area.y for area in areas))
    right, bottom = max(area.right for area in areas), max(area.bottom for area in areas)
    return Rect(left, top, *(ceil(side / _BLOCK) * _BLOCK for side in (right - left, bottom - top)))


def _pictures(timeline: Timeline, box: Rect, report: Callable[[int, int], None]) -> Iterator[NDArray[np.uint8]]:
    from renderers.avatar.layers import presenter_layer
    from renderers.raster import skia, surface

    empty = np.zeros((int(box.height), int(box.width), 4), np.uint8)
    pixels = empty.copy()
    canvas = surface(pixels).getCanvas()
    canvas.translate(-box.x, -box.y)
    canvas.scale(timeline.format.scale, timeline.format.scale)
    done = 0
    for scene in timeline.scenes:
        layers = [presenter_layer(clip, timeline.format) for clip in scene.clips if isinstance(clip, PresenterClip)]
        shown: Hashable = None
        straight = empty
        for n in range(scene.duration):
            keys = tuple(layer.key(n) for layer in layers)
            if keys != shown:
                canvas.clear(skia.ColorTRANSPARENT)
                for layer in layers:
                    saved = canvas.save()
                    layer.paint(canvas, n)
                    canvas.restoreToCount(saved)
                straight, shown = _straight(pixels), keys
            yield straight if layers else empty
            done += 1
            report(done, timeline.duration)


def _straight(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Premultiplied BGRA as straight RGBA; where nothing is, black."""
    from renderers.raster import skia

    made: NDArray[np.uint8] = np.empty_like(pixels)
    source = skia.Pixmap(
        skia.ImageInfo.Make(pixels.shape[1], pixels.shape[0], skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType),
        pixels,
        pixels.strides[0],
    )
    info = skia.ImageInfo.Make(pixels.shape[1], pixels.shape[0], skia.kRGBA_8888_ColorType, skia.kUnpremul_AlphaType)
    source.readPixels(info, made, made.strides[0])
    return made


def _voice(timeline: Timeline) -> NDArray[np.float32]:
    """The voice as it stands in the programme, without music, at the programme's loudness."""
    from renderers.mixing import mix
    from renderers.programme_sound import load_voice

    pieces = [(clip.start, load_voice(clip)) for clip in timeline.sound if clip.kind == "voice"]
    return mix(pieces, None, samples(timeline.duration, timeline.format.rate), loudness=timeline.loudness)

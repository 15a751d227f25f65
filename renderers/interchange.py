"""What leaves the house besides the film: a still for a page or a poster, and a moving preview for a message."""

from __future__ import annotations

from fractions import Fraction
from math import isfinite
from pathlib import Path

from renderers.errors import RenderError
from renderers.media import frames, picture_at, probe
from renderers.media_facts import VideoFacts
from renderers.preview_files import choose_palette, save_gif, save_png, save_webp

LEAST_WIDTH, MOST_WIDTH = 16, 1920
MOST_RATE = 50
"""Players slow a GIF down to ten pictures a second when it asks for more than fifty."""
_MOST_PIXELS = 250_000_000
"""Pixels of a whole preview, which are all in memory while it is written: 2 minutes at 480 by 270 and 12 a second
take 190 million."""
_PALETTE_PICTURES = 48
"""Pictures that a palette is chosen from, spread over the film; at least one in four seconds, so no scene is missed."""


class CannotExport(RenderError, ValueError):
    """An export asked for something that the film does not have or the format can not hold."""


def write_png(video: Path, out: Path, at_seconds: float = 0.0) -> Path:
    """Write the picture that is on screen at `at_seconds` as a PNG in full size and return its path.

    Raises `CannotExport` for a time outside the film, `MediaRejected` for no film, `NoSpace` for no place to write.
    """
    _check_name(out, (".png",))
    facts = _picture_of(video)
    end = facts.start + facts.duration
    if not isfinite(at_seconds) or not 0 <= at_seconds < end:
        raise CannotExport(
            f"There is no picture at {at_seconds:g} s: {video.name} runs from 0 to {end:.2f} s. "
            "Choose a time in between."
        )
    picture = picture_at(video, at_seconds)
    if picture is None:
        raise CannotExport(f"There is no picture at {at_seconds:g} s in {video.name}. Choose a time somewhat earlier.")
    save_png(picture.pixels, out)
    return out


def write_gif(video: Path, out: Path, width: int = 480, fps: int = 12) -> Path:
    """Write the whole film as an endless moving preview, `width` pixels wide, and return its path.

    A `.gif` gets one palette chosen from all over the film; a `.webp` keeps every colour and is smaller. Raises
    `CannotExport` for a width, rate or length that does not fit, `MediaRejected` for no film, `NoSpace` for no place.
    """
    _check_name(out, (".gif", ".webp"))
    facts = _picture_of(video)
    across, down = (facts.height, facts.width) if facts.rotation % 180 else (facts.width, facts.height)
    if not LEAST_WIDTH <= width <= MOST_WIDTH:
        raise CannotExport(
            f"A moving preview can be {LEAST_WIDTH} to {MOST_WIDTH} pixels wide, not {width}. "
            "Choose a width in between."
        )
    if not 1 <= fps <= MOST_RATE:
        raise CannotExport(
            f"A moving preview can show 1 to {MOST_RATE} pictures a second, not {fps}. Choose a rate in between."
        )
    width = min(width, across)
    size = (width, max(1, round(width * down / across)))
    total = size[0] * size[1] * fps * (facts.start + facts.duration)
    if total > _MOST_PIXELS:
        raise CannotExport(
            f"{video.name} is too long for a preview of {size[0]} by {size[1]} at {fps} a second. "
            f"Ask for {max(1, int(fps * _MOST_PIXELS / total))} a second, or a smaller width."
        )
    rate = Fraction(fps)
    moving = (picture.pixels for picture in frames(video, size, rate=rate))
    if out.suffix.lower() == ".webp":
        save_webp(moving, rate, out)
        return out
    # Decoding twice costs seconds; holding a minute of full colour would cost gigabytes.
    sparse = max(Fraction(1, 4), min(rate, _PALETTE_PICTURES / Fraction(facts.duration).limit_denominator(1000)))
    palette = choose_palette(picture.pixels for picture in frames(video, size, rate=sparse))
    save_gif(moving, palette, rate, out)
    return out


def _picture_of(video: Path) -> VideoFacts:
    facts = probe(video).video
    if facts is None:
        raise CannotExport(f"{video.name} holds sound only. Name a film.")
    return facts


def _check_name(out: Path, endings: tuple[str, ...]) -> None:
    if out.suffix.lower() not in endings:
        raise CannotExport(f"{out.name} should end in {' or '.join(endings)}. Change its name.")

"""What leaves the house besides the film: a still for a page or a poster, and a moving preview for a message."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, inf, isfinite
from pathlib import Path

from renderers.errors import MediaRejected, RenderError
from renderers.media import frames, picture_at, probe
from renderers.media_facts import VideoFacts
from renderers.preview_files import choose_palette, save_gif, save_png, save_webp

LEAST_WIDTH, MOST_WIDTH = 16, 1920
MOST_RATE = 50
"""Players slow a GIF down to ten pictures a second when it asks for more than fifty."""
_MOST_PIXELS = 250_000_000
"""Pixels of a whole preview, of which a GIF keeps a byte each in memory while it is written: 2 minutes at 480 by 270
and 12 a second take 190 million."""
_PALETTE_PICTURES = 48
"""Pictures that a palette is chosen from, spread over the film; at least one in four seconds, so no scene is missed."""


class CannotExport(RenderError, ValueError):
    """An export asked for something that the film does not have or the format can not hold."""


def write_png(video: Path, out: Path, at_seconds: float = 0.0) -> Path:
    """Write the picture that is on screen at `at_seconds` as a PNG in full size and return its path.

    Raises `CannotExport` for a time outside the film, `MediaRejected` for no film, `NoSpace` for no place to write.
    """
    _check_name(out, (".png",))
    picture = None
    if isfinite(at_seconds) and at_seconds >= 0:
        try:
            picture = picture_at(video, at_seconds)
        except MediaRejected:
            _picture_of(video)
            raise
    if picture is None:
        # Only now: finding the end takes as long as finding the picture.
        facts = _picture_of(video)
        raise CannotExport(
            f"There is no picture at {at_seconds:g} s: {video.name} runs from 0 to "
            f"{facts.start + facts.duration:.2f} s. Choose a time in between."
        )
    save_png(picture.pixels, out)
    return out


def write_gif(
    video: Path, out: Path, width: int = 480, fps: int = 12, *, start: float = 0.0, length: float = inf
) -> Path:
    """Write the film from second `start` on, for `length` seconds or to its end, as an endless moving preview.

    It is `width` pixels wide, shows `fps` pictures a second, and its path is returned. A `.gif` gets one palette chosen
    from all over the span; a `.webp` keeps every colour and is smaller. Raises `CannotExport` for a width, rate or span
    that does not fit, `MediaRejected` for no film, `NoSpace` for no place.
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
    end = _end_of_span(video, facts, start, length)
    seconds = end - start
    total = size[0] * size[1] * fps * seconds
    if total > _MOST_PIXELS:
        raise CannotExport(
            f"{seconds:.0f} s of {video.name} are too long for a preview of {size[0]} by {size[1]} at {fps} a second. "
            f"Ask for {max(1, int(fps * _MOST_PIXELS / total))} a second, a smaller width, or "
            f"{int(seconds * _MOST_PIXELS / total)} s of it."
        )
    rate = Fraction(fps)
    count = max(1, ceil(round(seconds * fps, 6)))
    moving = (picture.pixels for picture in frames(video, size, rate=rate, start=start, end=end))
    if out.suffix.lower() == ".webp":
        save_webp(moving, count, rate, out)
        return out
    # Decoding twice costs seconds; holding a minute of full colour would cost gigabytes.
    sparse = max(Fraction(1, 4), min(rate, _PALETTE_PICTURES / Fraction(seconds).limit_denominator(1000)))
    palette = choose_palette(picture.pixels for picture in frames(video, size, rate=sparse, start=start, end=end))
    save_gif(moving, count, palette, rate, out)
    return out


def _end_of_span(video: Path, facts: VideoFacts, start: float, length: float) -> float:
    """The second at which a span ends. Raises `CannotExport` for one that holds nothing of the film."""
    end = facts.start + facts.duration
    if not 0 <= start < end or not length > 0:
        span = f"from {start:g} s on" + (f" for {length:g} s" if length < inf else "")
        raise CannotExport(
            f"There is nothing to show {span}: {video.name} runs from 0 to {end:.2f} s. Choose a span in between."
        )
    return min(end, start + length)


def _picture_of(video: Path) -> VideoFacts:
    facts = probe(video).video
    if facts is None:
        raise CannotExport(f"{video.name} holds sound only. Name a film.")
    return facts


def _check_name(out: Path, endings: tuple[str, ...]) -> None:
    if out.suffix.lower() not in endings:
        raise CannotExport(f"{out.name} should end in {' or '.join(endings)}. Change its name.")

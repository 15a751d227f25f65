"""Cutting a timeline into segments: what is painted and encoded as one piece, and kept as one take.

A scene's own frames and the frames of a transition are separate segments, so an edit in one scene leaves all others as
they are. Long scenes are cut at fixed frame numbers, so that both cores have work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from renderers.encoding import Encoding, encoder_identity, write_segment
from renderers.layer import Planes
from renderers.look import Look
from renderers.picture_format import PictureFormat
from renderers.takes import digest
from renderers.timeline import Scene, Timeline

LONGEST = 120
"""Frames in the longest segment: two key-frame distances."""


@dataclass(frozen=True)
class Segment:
    """A run of frames. `start` is local to `scene`; where `incoming` is set, that scene dissolves in over the whole run
    and `incoming_start` is its own number for the first frame.
    """

    look: Look
    format: PictureFormat
    scene: Scene
    start: int
    duration: int
    incoming: Scene | None = None
    incoming_start: int = 0

    @property
    def key(self) -> str:
        """The content key: everything that reaches the segment's bytes."""
        return digest(
            _painter_identity(),
            Encoding(),
            self.format,
            self.look,
            _pictured(self.scene),
            self.start,
            self.duration,
            _pictured(self.incoming),
            self.incoming_start,
        )


def _pictured(scene: Scene | None) -> object:
    """What of a scene reaches its pixels: not its name, nor how it comes in; its length where a camera moves to it."""
    if scene is None:
        return None
    return scene.backdrop, scene.clips, scene.duration if scene.backdrop.picture else 0


@cache
def _painter_identity() -> str:
    """The versions of everything that paints: libraries, fonts, and our own drawing code."""
    from renderers.painting_identity import painting_identity

    return f"{encoder_identity()} skia {version('skia-python')} {painting_identity()}"


def segments(timeline: Timeline) -> tuple[Segment, ...]:
    """The segments of `timeline`, in order; their durations add up to the timeline's."""
    found: list[Segment] = []
    scenes = timeline.scenes
    for number, scene in enumerate(scenes):
        before = scene.transition.duration // 2 if number else 0
        following = scenes[number + 1] if number + 1 < len(scenes) else None
        after = following.transition.duration // 2 if following else 0
        for start, stop in _pieces(before, scene.duration - after):
            found.append(Segment(timeline.look, timeline.format, scene, start, stop - start))
        if following and after:
            found.append(
                Segment(timeline.look, timeline.format, scene, scene.duration - after, 2 * after, following, -after)
            )
    return tuple(found)


def _pieces(start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Cuts of `[start, stop)` at multiples of `LONGEST`, so that a scene that grows keeps its first pieces."""
    while start < stop:
        end = min(stop, (start // LONGEST + 1) * LONGEST)
        yield start, end
        start = end


def make_segment(segment: Segment, path: Path, painted: object = None) -> int:
    """Paint and encode `segment` into the file `path`; returns the number of frames.

    `painted`, if given, is a shared counter whose `value` grows by one a frame.
    """
    return write_segment(path, _frames(segment, painted), segment.format, Encoding())


def _frames(segment: Segment, painted: object) -> Iterator[Planes]:
    from renderers.compositing import ScenePainter, TransitionPainter
    from renderers.planes import empty_planes

    planes = empty_planes(segment.format.width, segment.format.height)
    scene = ScenePainter(segment.scene, segment.look, segment.format)
    transition = None
    if segment.incoming:
        incoming = ScenePainter(segment.incoming, segment.look, segment.format)
        transition = TransitionPainter(scene, incoming, segment.format)
    for n in range(segment.duration):
        if transition:
            progress = (n + 1) / (segment.duration + 1)
            transition.paint(planes, segment.start + n, segment.incoming_start + n, progress)
        else:
            scene.paint(planes, segment.start + n)
        yield planes
        if painted is not None:
            with painted.get_lock():  # type: ignore[attr-defined]
                painted.value += 1  # type: ignore[attr-defined]

"""Cutting a timeline into segments: what is painted and encoded as one piece, and kept as one take.

A scene's own frames and the frames of a transition are separate segments, so an edit in one scene leaves all others as
they are. Long scenes are cut at fixed frame numbers, so that both cores have work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from renderers.encoding import KEYINT, encoder_identity, write_segment
from renderers.layer import Planes
from renderers.look import Look
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
from renderers.takes import digest
from renderers.timeline import Scene, Timeline
from renderers.visibility import visible

LONGEST = KEYINT
"""Frames in the longest segment: one distance between key frames, so that cutting costs no key frame more."""
FIRST = LONGEST // 2
"""Where the first segment of a scene ends. In its first second a scene's texts come in, and short pieces fill the time
in which the last worker would wait for the others."""

FIRST_OF_LINE = LONGEST * 3 // 4
"""Frames of the first segment of a line. So long after it began nothing of a presenter is left of the line before: the
last to settle is loose hair (38 frames, measured)."""
SHORTEST = FIRST // 2
"""Frames of the shortest piece that is cut off before a line begins: a key frame costs as many bytes as ten others."""


@dataclass(frozen=True)
class Segment:
    """A run of frames. `start` is local to `scene`; where `incoming` is set, that scene comes in over the whole run by
    the transition of that `kind` and `shape`, and `incoming_start` is its own number for the first frame. Every picture
    stays for `hold` frames.
    """

    look: Look
    format: PictureFormat
    scene: Scene
    start: int
    duration: int
    incoming: Scene | None = None
    incoming_start: int = 0
    encoding: Encoding = Encoding()
    hold: int = 1
    kind: str = "dissolve"
    shape: str = ""

    @property
    def key(self) -> str:
        """The content key: everything that reaches the segment's bytes."""
        return digest(
            _painter_identity(),
            self.encoding,
            self.hold,
            self.format,
            visible(self.scene, self.look, self.format, self.start, self.start + self.duration),
            self.incoming
            and visible(
                self.incoming,
                self.look,
                self.format,
                self.incoming_start,
                self.incoming_start + self.duration,
            ),
            self.incoming and (self.kind, self.shape, self.inks),
        )

    @property
    def inks(self) -> tuple[str, ...]:
        """The colours of the band that a wipe has; none for other transitions."""
        palette = self.look.palette
        return (palette.primary, palette.accent) if self.kind == "wipe" else ()


@cache
def _painter_identity() -> str:
    """The versions of everything that paints: libraries, fonts, and our own drawing code."""
    from renderers.painting_identity import painting_identity

    return f"{encoder_identity()} skia {version('skia-python')} {painting_identity()}"


def segments(timeline: Timeline) -> tuple[Segment, ...]:
    """The segments of `timeline`, in order; their durations add up to the timeline's."""
    found: list[Segment] = []
    scenes = timeline.scenes
    look, format, encoding = timeline.look, timeline.format, timeline.quality.encoding
    hold = timeline.quality.hold(format.rate)
    for number, scene in enumerate(scenes):
        before = scene.transition.duration // 2 if number else 0
        following = scenes[number + 1] if number + 1 < len(scenes) else None
        after = following.transition.duration // 2 if following else 0
        for start, stop in _pieces(before, scene.duration - after, scene.marks):
            found.append(Segment(look, format, scene, start, stop - start, encoding=encoding, hold=hold))
        if following and after:
            how = following.transition
            start = scene.duration - after
            found.append(
                Segment(look, format, scene, start, 2 * after, following, -after, encoding, 1, how.kind, how.shape)
            )
    return tuple(found)


def _pieces(start: int, stop: int, marks: Sequence[int] = ()) -> Iterator[tuple[int, int]]:
    """Cuts of `[start, stop)` at marks and at fixed places after the scene's start and each of them, so that a scene
    that grows keeps its first pieces, and lines that move keep theirs.
    """
    for base, edge in pairwise((0, *(mark for mark in marks if mark < stop), stop)):
        first, second = (FIRST_OF_LINE, FIRST_OF_LINE + LONGEST) if base else (FIRST, LONGEST)
        while start < edge:
            at = start - base
            end = base + (first if at < first else second + (at - second) // LONGEST * LONGEST + LONGEST)
            # What little is left before a mark is no piece of its own.
            end = edge if end > edge - (SHORTEST if edge < stop else 0) else end
            yield start, end
            start = end


def make_segment(segment: Segment, path: Path, report: Callable[[int], object] = lambda done: None) -> int:
    """Paint and encode `segment` into the file `path`; returns the number of frames.

    `report(done)` is called after every frame with the number of frames that are painted.
    """

    def frames() -> Iterator[Planes]:
        for done, planes in enumerate(paint_frames(segment), 1):
            yield planes
            report(done)

    return write_segment(path, frames(), segment.format, segment.encoding)


def paint_frames(segment: Segment) -> Iterator[Planes]:
    """The finished frames of `segment`, in order. The planes hold each until the next one is asked for."""
    from renderers.compositing import ScenePainter, TransitionPainter, scene_painter

    look, picture = segment.look, segment.format
    scene = scene_painter(segment.scene, look, picture)
    if segment.incoming is None:
        for n in range(segment.duration):
            yield scene.paint(segment.start + n - n % segment.hold)
        return
    alike = segment.incoming == segment.scene
    incoming = (ScenePainter if alike else scene_painter)(segment.incoming, look, picture)
    transition = TransitionPainter(scene, incoming, picture, segment.kind, segment.shape, segment.inks)
    for n in range(segment.duration):
        progress = (n + 1) / (segment.duration + 1)
        yield transition.paint(segment.start + n, segment.incoming_start + n, progress)

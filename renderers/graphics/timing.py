"""When the parts of graphics move, told from their clips alone: nothing is set, read or painted to know it.

A graphic comes in at its start, its parts at moments of their own (mostly in time with words), and all of it leaves
together. From this the painters take their motion and `renderers.visibility` the frames that an edit reaches.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from renderers.graphics.clips import (
    ChapterClip,
    ChartClip,
    ComparisonClip,
    GraphicClip,
    LogoRevealClip,
    PictureCardClip,
    PointsClip,
    QuoteClip,
    ScreenClip,
    StatisticClip,
    StepsClip,
)
from renderers.motion import ENTER, EXIT, STAGGER, progress

COUNT = 1.4
"""Seconds in which a figure counts up, a line is drawn, a bar grows."""
GROUP = 6
"""Entries that come in together follow each other at most so often by one stagger; more of them come faster."""
_LASTING = (LogoRevealClip,)
"""What does not leave: the last frame of a programme may show it whole."""
_CAMERA = (PictureCardClip, ScreenClip)
"""What is under a slow camera move for the whole of its stay, so that every frame is its own."""
_PUSHED = (ChapterClip, LogoRevealClip)
"""What comes slowly closer from its start on, however long it stays."""
_PAST = -(10**6)
"""Told of what has come in before a run of frames, however long ago."""
_COUNTING = (StatisticClip, ChartClip)
"""What counts, or draws itself."""
AHEAD = 0.6
"""By so much of an entry the line to a step is ahead of it."""


@dataclass(frozen=True)
class Tempo:
    """Lengths of motion in frames, for one clip at a rate and a pace; a short stay squeezes them."""

    start: int
    duration: int
    enter: float
    exit: float
    stagger: float
    count: float
    lasting: bool
    after: int

    @property
    def end(self) -> int:
        """The frame at which nothing of it is seen any longer."""
        return self.start + self.duration + (self.after if self.lasting else 0)

    def left(self, n: int) -> float:
        """How far all of it has gone in frame `n`, 0..1, not eased."""
        return 0.0 if self.lasting else progress(n - self.start, self.duration - self.exit, self.exit)

    def entered(self, n: int, at: float, length: float) -> float:
        """How far a part that begins to come in at frame `at` has come in, 0..1, not eased."""
        return progress(n - at + 1, 0, length)

    def apart(self, index: int, of: int) -> float:
        """How many frames after the first of `of` parts that come in as a group its part `index` follows."""
        return self.stagger * index * min(1.0, GROUP / max(of - 1, 1))


def tempo(clip: GraphicClip, rate: float, pace: float = 1.0) -> Tempo:
    """The lengths of the motion of `clip`, at `rate` frames a second and `pace` times as fast as usual."""
    lasting = isinstance(clip, _LASTING)
    whole = (ENTER + GROUP * STAGGER + COUNT) / pace * rate
    squeeze = min(1.0, 0.7 * clip.duration / whole)
    enter, exit, stagger, count = (seconds / pace * rate * squeeze for seconds in (ENTER, EXIT * pace, STAGGER, COUNT))
    return Tempo(clip.start, clip.duration, enter, exit, stagger, count, lasting, round(rate) if lasting else 0)


def moments(clip: GraphicClip) -> tuple[int, ...]:
    """The frames, none before the clip's start, at which something of it begins to move or is let go, in order."""
    at: list[int] = [clip.start]
    if isinstance(clip, PointsClip | StepsClip):
        at += [item.at for item in clip.items]
    elif isinstance(clip, ComparisonClip):
        at += [item.at for side in clip.sides for item in side.items]
    elif isinstance(clip, StatisticClip | ChartClip):
        at.append(clip.at)
    elif isinstance(clip, QuoteClip):
        at += clip.cues
    return tuple(sorted({max(frame, clip.start) for frame in at}))


def shown(clip: GraphicClip, rate: float, pace: float, first: int, stop: int) -> Hashable:
    """What the frames [`first`, `stop`) tell of when things happen: equal answers for two clips that are `untimed`
    alike mean equal looks in every frame. None where nothing is seen.
    """
    time = tempo(clip, rate, pace)
    if stop <= time.start or first >= time.end:
        return None
    squeezed = 0.7 * clip.duration < (ENTER + GROUP * STAGGER + COUNT) / pace * rate
    longest = 2.3 * time.enter + (GROUP + 5) * time.stagger + 1
    if isinstance(clip, _COUNTING):
        longest = max(longest, 1.3 * time.count + (GROUP + 1) * time.stagger + 1)
    # The line to a step is drawn before the step comes.
    ahead = AHEAD * time.enter if isinstance(clip, StepsClip) else 0.0
    told: list[tuple[int | None, int | None]] = []
    frames = [max(frame, clip.start) for frame in _told(clip)]
    # Which part comes before which, and which come together, decides how they follow one another and which stand out.
    ranks = sorted(set(frames))
    order = tuple(ranks.index(frame) for frame in frames)
    for index, at in enumerate(frames):
        begun = None if at - ahead >= stop else at - first if at + longest > first else _PAST
        told.append((index, begun))
    if isinstance(clip, ComparisonClip) and all(begun in (None, _PAST) for _, begun in told):
        # Entries of a comparison never settle back: once they are there, their order is no longer seen.
        order = ()
    if isinstance(clip, _CAMERA) or squeezed:
        return tuple(told), order, clip.start - first, clip.duration
    leaving = not time.lasting and stop > time.start + time.duration - time.exit
    gone = time.end - first if leaving or stop > time.end else None
    if isinstance(clip, _PUSHED):
        return tuple(told), order, gone, clip.start - first
    return tuple(told), order, gone


def untimed(clip: GraphicClip) -> GraphicClip:
    """`clip` without its times: what it shows once all of it is there."""
    bare = replace(clip, start=0, duration=0)
    if isinstance(bare, PointsClip | StepsClip):
        return replace(bare, items=tuple(replace(item, at=0) for item in bare.items))
    if isinstance(bare, ComparisonClip):
        one, other = (replace(side, items=tuple(replace(item, at=0) for item in side.items)) for side in bare.sides)
        return replace(bare, sides=(one, other))
    if isinstance(bare, QuoteClip):
        return replace(bare, cues=(0,) * len(bare.cues))
    return replace(bare, at=0) if isinstance(bare, StatisticClip | ChartClip) else bare


def _told(clip: GraphicClip) -> tuple[int, ...]:
    """The clip's start and the moment of each of its parts, in the order of the parts."""
    if isinstance(clip, PointsClip | StepsClip):
        return (clip.start, *(item.at for item in clip.items))
    if isinstance(clip, ComparisonClip):
        return (clip.start, *(item.at for side in clip.sides for item in side.items))
    if isinstance(clip, QuoteClip):
        return (clip.start, *clip.cues)
    return (clip.start, clip.at) if isinstance(clip, StatisticClip | ChartClip) else (clip.start,)

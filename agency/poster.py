"""The poster of a draft: the picture that stands for it before it plays."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from agency.expectation import appearances
from agency.orchestrator import Plan
from renderers.avatar.film_measures import Appearance
from renderers.errors import NoSpace, TakeDamaged
from renderers.interchange import write_png
from renderers.segments import Segment
from renderers.takes import TakeStore, digest
from renderers.timebase import seconds
from renderers.timeline import Timeline
from tools.layouts import presenter_place

KIND = "posters"
_FILE = "poster.png"
_OPEN, _NEAR = 0.05, 1.0
"""The most that lids may be down in a poster, and the seconds around its moment in which one is looked for."""


def write_poster(
    draft: Path, plan: Plan, timeline: Timeline, pictures: Sequence[tuple[Segment, Path]], takes: TakeStore
) -> Path:
    """The path of the poster of `draft`, written beside it: decoded only where its piece of the picture is new.

    Raises `NoSpace` where it can not be written and `MediaRejected` where the draft can not be read.
    """
    frame = eyes_open(poster_frame(plan), appearances(timeline), plan.format.rate)
    start, at = 0, ""
    for segment, _ in pictures:
        if start <= frame < start + segment.duration:
            at = digest("poster", segment.key, frame - start)
            break
        start += segment.duration
    moment = seconds(frame, plan.format.rate)
    kept = takes.keep(KIND, at or digest("poster", frame), lambda folder: write_png(draft, folder / _FILE, moment))
    try:
        return Path(shutil.copyfile(kept.folder / _FILE, draft.with_suffix(".png")))
    except OSError as error:
        raise NoSpace(
            f"The poster of {draft.name} could not be written: {error.strerror or error}. Free some space and run it "
            "again."
        ) from error


def eyes_open(frame: int, presenters: Sequence[Appearance], rate: Fraction) -> int:
    """The frame nearest to `frame`, of the same scene, in which nobody blinks; `frame` itself where there is none."""
    from renderers.avatar.performance import load

    one = max((other for other in presenters if other.start <= frame), key=lambda other: other.start, default=None)
    if one is None:
        return frame
    try:
        performance = load(one.take)
    except TakeDamaged:
        return frame
    at, within = frame - one.start, round(_NEAR * rate)
    lids = [performance.channels[name] for name in ("blink_left", "blink_right") if name in performance.channels]
    near = range(max(0, at - within), min(performance.frames, at + within + 1))
    awake = [n for n in near if at < performance.frames and all(lid[n] <= _OPEN for lid in lids)]
    return one.start + min(awake, key=lambda n: abs(n - at)) if awake else frame


def poster_frame(plan: Plan) -> int:
    """A frame in which the programme looks its best: the middle of the first presenter scene, else of the first that is
    no clip, else of the first.
    """
    for scene, edited in zip(plan.storyboard.scenes, plan.edit.scenes, strict=True):
        if presenter_place(scene, logo=bool(plan.storyboard.logo)) not in ("none", "circle"):
            return edited.start + min(edited.duration - 1, edited.duration // 2)
    scenes = zip(plan.storyboard.scenes, plan.edit.scenes, strict=True)
    first = next((edited for scene, edited in scenes if scene.layout != "clip"), plan.edit.scenes[0])
    return first.start + first.duration // 2

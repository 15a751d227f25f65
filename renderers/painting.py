"""From a timeline to its finished segments, each kept as a take: only those that are not there yet are painted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from renderers.errors import RenderError
from renderers.segments import Segment, segments
from renderers.takes import TakeStore
from renderers.timeline import Timeline
from renderers.workers import Workers

_LAST, _SHORT = 2, 2
"""Pieces a worker that come last, and as many of the shortest of all after them, painted longest first: where all that
is left is long, one worker waits while another paints."""


def paint_segments(
    timeline: Timeline, takes: TakeStore, workers: Workers, report: Callable[[int, int], None]
) -> tuple[tuple[Segment, Path], ...]:
    """Every segment of `timeline` with its file, in order; made by `workers` where there is no take yet.

    `report(done, frames)` is called at least every half second with the frames done so far and in all. Raises what a
    worker raised, and `RenderError` naming the scene over which worker after worker died.
    """
    cut = segments(timeline)
    total = sum(segment.duration for segment in cut)
    keyed = [(segment.key, segment) for segment in cut]
    missing: dict[str, Segment] = {}
    for key, segment in keyed:
        if key in missing:
            continue
        if takes.find("segments", key):
            takes.count("segments", made=False)
        else:
            missing[key] = segment
    if missing:
        found = total - sum(segment.duration for segment in missing.values())
        row = in_order(missing, workers.count)
        for made in workers.paint(row, takes.root, lambda done: report(min(total, found + done), total)):
            takes.count("segments", made=made)
    report(total, total)
    files = []
    for key, segment in keyed:
        take = takes.find("segments", key)
        if take is None:
            raise RenderError("A finished part of the picture has gone from the cache. Run it again.")
        files.append((segment, take.folder / "segment.mp4"))
    return tuple(files)


def in_order(missing: dict[str, Segment], workers: int) -> list[tuple[str, Segment]]:
    """`missing` in the order of the programme, so that a painter serves the pieces of its scene one after another; the
    last and the shortest of them come in the end, longest first.
    """
    row = list(missing.items())
    by_length = sorted(enumerate(missing), key=lambda place: (missing[place[1]].duration, -place[0]))
    short = {key for _, key in by_length[: _SHORT * workers]}
    long = [item for item in row if item[0] not in short]
    tail = max(0, len(long) - _LAST * workers)
    ending = [*long[tail:], *(item for item in row if item[0] in short)]
    return long[:tail] + sorted(ending, key=lambda item: -item[1].duration)

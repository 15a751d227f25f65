"""Painted segments, decoded one after the other, are the programme: every frame once, in order, as it was painted."""

from __future__ import annotations

import itertools
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

import renderers.segments
from renderers.colour import resolve_look
from renderers.compositing import ScenePainter, TransitionPainter
from renderers.encoding import write_segment
from renderers.layer import Planes
from renderers.painting import in_order, paint_segments
from renderers.picture_format import PictureFormat, Rect
from renderers.quality import Encoding
from renderers.segments import FIRST, LONGEST, Segment, segments
from renderers.takes import TakeStore
from renderers.timeline import (
    BackdropClip,
    CaptionCue,
    CaptionsClip,
    CueWord,
    LowerThirdClip,
    Scene,
    Timeline,
    TitleClip,
    Transition,
)
from renderers.workers import Workers

FORMAT = PictureFormat(320, 180, Fraction(30))
BITS = 12
CELL = 16


def scene(number: int, length: int, dissolve: int) -> Scene:
    words = tuple(CueWord(f"word{i}", 6 * i, 6 * i + 6) for i in range(length // 6))
    cues = tuple(CaptionCue((words[i : i + 4],), words[i].start, words[i].start + 24) for i in range(0, len(words), 4))
    clips = (
        TitleClip(f"Scene number {number}", Rect(96, 240, 1200, 300), 8, length - 16, "Kicker", "A line of words"),
        LowerThirdClip("Maya Lind", "Presenter", Rect(96, 600, 600, 112), 20, length - 40),
        CaptionsClip(cues, Rect(96, 800, 1200, 168)),
    )
    how = Transition("dissolve", dissolve) if dissolve else Transition()
    return Scene(f"s{number}", length, BackdropClip("contours" if number % 2 else "aurora", number), clips, how)


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    plan = ((100, 0), (61, 12), (45, 0), (130, 6))
    return Timeline(FORMAT, resolve_look(), tuple(scene(i, *each) for i, each in enumerate(plan)))


def reference(timeline: Timeline) -> list[Planes]:
    """The whole programme painted in one pass, without segments."""
    painters = [ScenePainter(scene, timeline.look, timeline.format) for scene in timeline.scenes]
    incoming = [ScenePainter(scene, timeline.look, timeline.format) for scene in timeline.scenes]
    found = []
    for number, scene in enumerate(timeline.scenes):
        for n in range(scene.duration):
            into = number + 1 if number + 1 < len(painters) else -1
            half = timeline.scenes[into].transition.duration // 2 if into > 0 else 0
            own = scene.transition.duration // 2 if number else 0
            if n < own:
                at, of, first, second = n + own, 2 * own, number - 1, number
                frames = timeline.scenes[first].duration + n, n
            elif n >= scene.duration - half:
                at, of, first, second = n - scene.duration + half, 2 * half, number, into
                frames = n, n - scene.duration
            else:
                planes = painters[number].paint(n)
                found.append(Planes(planes.y.copy(), planes.u.copy(), planes.v.copy()))
                continue
            mix = TransitionPainter(painters[first], incoming[second], timeline.format)
            found.append(mix.paint(*frames, (at + 1) / (of + 1)))
    return found


def decoded(path: Path) -> list[NDArray[np.uint8]]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="yuv420p") for frame in container.decode(video=0)]


def packed(planes: Planes) -> NDArray[np.uint8]:
    return np.concatenate([planes.y.ravel(), planes.u.ravel(), planes.v.ravel()])


def test_what_is_decoded_is_what_one_pass_paints(timeline: Timeline, tmp_path: Path) -> None:
    with Workers(2) as workers:
        pictures = paint_segments(timeline, TakeStore(tmp_path), workers, lambda done, total: None)
    expected = reference(timeline)
    shown = list(itertools.chain.from_iterable(decoded(path) for _, path in pictures))
    assert len(shown) == len(expected) == timeline.duration
    for n, (frame, planes) in enumerate(zip(shown, expected, strict=True)):
        error = np.square(frame.ravel().astype(float) - packed(planes)).mean()
        assert 10 * np.log10(255**2 / max(error, 1e-9)) >= 38, f"frame {n}"


def numbered(planes: Planes, number: int) -> Planes:
    """`planes` with the frame's number written across the top, a cell for each bit."""
    marked = Planes(planes.y.copy(), planes.u, planes.v)
    for bit in range(BITS):
        marked.y[:CELL, bit * CELL : (bit + 1) * CELL] = 235 if number >> bit & 1 else 16
    return marked


def number_of(frame: NDArray[np.uint8]) -> int:
    cells = (frame[4 : CELL - 4, bit * CELL + 4 : (bit + 1) * CELL - 4] for bit in range(BITS))
    return sum(int(cell.mean() > 125) << bit for bit, cell in enumerate(cells))


def test_no_frame_is_lost_or_doubled_where_segments_join(timeline: Timeline, tmp_path: Path) -> None:
    cut, at, seen = segments(timeline), 0, []
    for index, segment in enumerate(cut):
        frames = (
            numbered(planes, at + timeline_frame)
            for timeline_frame, planes in enumerate(renderers.segments.paint_frames(segment))
        )
        write_segment(path := tmp_path / f"{index}.mp4", frames, FORMAT, Encoding())
        seen += [number_of(frame) for frame in decoded(path)]
        at += segment.duration
    assert seen == list(range(timeline.duration))


def test_the_last_pieces_are_begun_longest_first() -> None:
    look = resolve_look()
    pieces = {str(i): Segment(look, FORMAT, scene(0, 9, 0), 0, length) for i, length in enumerate([30, 60] * 12)}
    row = [segment.duration for _, segment in in_order(pieces, 2)]
    assert row == [30, 60] * 8 + [60] * 4 + [30] * 4


def test_two_workers_share_a_short_programme_evenly() -> None:
    cut = segments(Timeline(FORMAT, resolve_look(), (scene(0, 300, 0),)))
    loads = [0, 0]
    for _, segment in in_order({str(i): segment for i, segment in enumerate(cut)}, 2):
        loads[loads.index(min(loads))] += segment.duration
    assert loads == [150, 150]
    assert [segment.duration for segment in cut] == [FIRST, LONGEST - FIRST, *[LONGEST] * 4]

"""The form of a piece: how many bars fill a length exactly, and what happens in which of them.

A piece that has room for it keeps its style's tempo and lets the last chord ring for what is left of a bar: another
length, or another mark, then moves no bar that was there before.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np

from renderers.music.score import Style

RATE = 48_000
BEATS = 4
_LONG_PIECE = 40
"""Bars from which on something changes every eight bars; before that, every four."""
_STRETCH = 0.07
"""How far the tempo may be nudged, as a share."""
_SHORTEST_RING, _LONGEST_RING = 1.1, 5.0
"""Seconds for which the last chord rings."""
_STEADY_RING = 1.5
"""Seconds that it rings at least, and at most a bar more, in a piece that keeps its tempo."""
_STEADY_BARS = 5
"""Bars from which on a piece keeps its tempo; a shorter one needs all it can bend."""
_STING_BEATS = (0, 1, 2)
"""What may come before the last chord where there is no room for a bar."""


@dataclass(frozen=True)
class Section:
    """Bars that belong together: `role` (intro, verse, bridge, lift); `intensity` 0..1; `variant` picks patterns."""

    role: str
    start: int
    bars: int
    intensity: float
    variant: int


@dataclass(frozen=True)
class Form:
    """The plan of a piece: `beats` before the last chord, seconds per beat, and sections that cover every bar.

    Beats are whole bars, but for a piece too short for one. `slowing` beats of time are added to the last bar.
    """

    samples: int
    beats: int
    beat_seconds: float
    slowing: float
    sections: tuple[Section, ...]

    @property
    def bars(self) -> int:
        """Bars before the last chord."""
        return -(-self.beats // BEATS)

    def section_at(self, bar: int) -> Section:
        """The section that `bar` lies in."""
        return self.sections[bisect_right([section.start for section in self.sections], bar) - 1]

    def seconds_at(self, beat: float) -> float:
        """When `beat` is heard, in seconds; the last bar slows down smoothly."""
        into = min(max(0.0, beat - (self.beats - BEATS)), BEATS) / BEATS
        return self.beat_seconds * (beat + self.slowing * into * into)

    @property
    def ring(self) -> float:
        """Seconds from the last chord to the end."""
        return self.samples / RATE - self.seconds_at(self.beats)


def plan_form(style: Style, samples: int, marks: tuple[int, ...], random: np.random.Generator) -> Form:
    """The form that fills `samples` samples at 48 kHz, with sections that begin at the bars nearest to `marks`."""
    seconds = samples / RATE
    beat, slowing = 60 / style.tempo, style.slowing
    beats = BEATS * int(((seconds - _STEADY_RING) / beat - slowing) / BEATS)
    if beats < _STEADY_BARS * BEATS:
        beats, beat = _fit(style, seconds, [mark / RATE for mark in marks])
        slowing = style.slowing if beats >= 4 * BEATS else 0.0
        if slowing:
            beat *= beats / (beats + slowing)
    bars = -(-beats // BEATS)
    bar_seconds = BEATS * beat
    wanted = sorted({round(mark / RATE / bar_seconds) for mark in marks})
    inside = [mark for mark in wanted if 0 < mark < bars]
    if bars > 2:
        sections = _sections(style, bars, inside, random)
    else:
        sections = (Section("lift", 0, bars, 0.5 * (style.intro + style.lift), 0),) if bars else ()
    return Form(samples, beats, beat, slowing, sections)


def _fit(style: Style, seconds: float, marks: list[float]) -> tuple[int, float]:
    """Beats before the last chord, and seconds per beat: near the style's tempo, marks near bars, time left to ring."""
    natural = 60 / style.tempo
    ring = min(_LONGEST_RING, max(_SHORTEST_RING, min(0.22 * seconds, 2 * BEATS * natural)))
    most = BEATS * (int((seconds - _SHORTEST_RING) / natural / BEATS) + 2)
    best = (float("inf"), 0, natural)
    for beats in [*(_STING_BEATS if most <= 3 * BEATS else ()), *range(max(BEATS, most - 6 * BEATS), most + 1, BEATS)]:
        for beat in natural * np.linspace(1 - _STRETCH, 1 + _STRETCH, 15):
            left = seconds - beats * beat
            if left < _SHORTEST_RING and beats:
                continue
            bar = BEATS * beat
            missed = np.mean([min(abs(mark / bar - round(mark / bar)), 0.5) for mark in marks]) if marks else 0.0
            price = 30 * abs(beat / natural - 1) + 2.0 * abs(left - ring) + 2.5 * float(missed)
            best = min(best, (price, beats, float(beat)))
    return best[1], best[2]


def _sections(style: Style, bars: int, marks: list[int], random: np.random.Generator) -> tuple[Section, ...]:
    opening = 4 if bars >= 24 else 2 if bars >= 9 else 1 if bars >= 5 else 0
    closing = 8 if bars >= 44 else 4 if bars >= 12 else 2 if bars >= 7 else 1 if bars >= 4 else 0
    if marks and 1 <= marks[0] <= max(opening + 2, 3) and bars - marks[0] > closing:
        opening = marks[0]
    if marks and opening < bars - marks[-1] <= closing + 2 and marks[-1] > opening:
        closing = bars - marks[-1]
    inner = [mark for mark in marks if opening < mark < bars - closing]
    edges = [opening]
    for edge in [*inner, bars - closing]:
        edges += _phrases(edges[-1], edge, 8 if bars >= _LONG_PIECE else 4)
    found = [Section("intro", 0, opening, style.intro, 0)] if opening else []
    shift = 2 * int(random.integers(len(style.body) // 2))
    for index, (start, end) in enumerate(zip(edges, edges[1:], strict=False)):
        role = "bridge" if index % 4 == 2 and bars >= 20 else "verse"
        strength = style.body[(index + shift) % len(style.body)] if index else min(style.body)
        found.append(Section(role, start, end - start, strength, index))
    if closing:
        found.append(Section("lift", bars - closing, closing, style.lift, len(found)))
    return tuple(found)


def _phrases(start: int, end: int, phrase: int) -> list[int]:
    """The ends of phrases of about `phrase` bars between two bars, whole groups of four first."""
    length = end - start
    if length <= 0:
        return []
    count = max(1, round(length / phrase))
    inner = {start + min(length - 2, 4 * max(1, round(length * index / count / 4))) for index in range(1, count)}
    return [*sorted(edge for edge in inner if start < edge < end - 1), end]

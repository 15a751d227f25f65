"""The form of a piece: how many bars fill a length exactly, and what happens in which of them.

A piece that has room for it keeps its style's tempo and lets the last chord ring for what is left of a bar: another
length, or another mark, then moves no bar that was there before. What a section is like hangs on the mark it belongs
to and not on how many sections come before it, so that it is the same music wherever it comes to lie.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
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
_LIFT_VARIANT = 1000
_A_MARK, _LATER = 5, 2
"""Variants between those of one mark and of the next, and what is added after the first phrase of a mark: so neighbours
pick other patterns, of three and of four, whether or not a mark has one phrase more.
"""
_ENERGY = 0.14
"""What full energy adds to the intensity of a section, and none takes from it."""
_FULLEST_BODY, _FULL = 0.74, 0.85
"""Between these intensities the drums of the body have left and those of the lift have not come."""
_QUIETEST, _FULLEST = 0.2, 0.97


@dataclass(frozen=True)
class Section:
    """Bars that belong together: `role` (intro, verse, bridge, lift); `intensity` 0..1; `variant` picks patterns.

    `spoken`: somebody speaks over it, so nothing in it sings.
    """

    role: str
    start: int
    bars: int
    intensity: float
    variant: int
    spoken: bool = False


@dataclass(frozen=True)
class Outline:
    """What a piece is to follow: samples at which something begins, and what begins at 0 and at each of them.

    `kinds` may be empty or as long as `marks` and one more: `title`, `speech`, `action` (the call to action) or `open`,
    where nobody speaks. `energy` in -1..1 makes it fuller or sparer, `tempo` is a factor of the style's own.
    """

    marks: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    energy: float = 0.0
    tempo: float = 1.0


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
        return self.seconds_after(0.0, beat)

    def seconds_after(self, first: float, beats: float) -> float:
        """How long after the beat `first`, taken in tempo, what comes `beats` later is heard.

        Before the last bar that is the same whatever `first` is, to the last bit.
        """
        into = min(max(0.0, first + beats - (self.beats - BEATS)), BEATS) / BEATS
        return self.beat_seconds * (beats + self.slowing * into * into)

    @property
    def ring(self) -> float:
        """Seconds from the last chord to the end."""
        return self.samples / RATE - self.seconds_at(self.beats)


def plan_form(style: Style, samples: int, outline: Outline, random: np.random.Generator) -> Form:
    """The form that fills `samples` samples at 48 kHz, with sections that begin at the bars nearest to the marks."""
    seconds = samples / RATE
    beat, slowing = _whole(60 / (style.tempo * outline.tempo)), style.slowing
    beats = BEATS * int(((seconds - _STEADY_RING) / beat - slowing) / BEATS)
    if beats < _STEADY_BARS * BEATS:
        beats, beat = _fit(60 / (style.tempo * outline.tempo), seconds, [mark / RATE for mark in outline.marks])
        slowing = style.slowing if beats >= 4 * BEATS else 0.0
        if slowing:
            beat *= beats / (beats + slowing)
        beat = _whole(beat)
    bars = -(-beats // BEATS)
    if bars > 2:
        sections = _sections(style, bars, _begins(outline, BEATS * beat, bars), outline.energy, random)
    else:
        sections = (Section("lift", 0, bars, 0.5 * (style.intro + style.lift), 0),) if bars else ()
    return Form(samples, beats, beat, slowing, sections)


def _whole(beat: float) -> float:
    """The seconds of a beat nearest to `beat` with which a bar is a whole number of samples."""
    return round(BEATS * beat * RATE) / BEATS / RATE


def _begins(outline: Outline, bar: float, bars: int) -> dict[int, str]:
    """What begins at which bar, the first at 0; of two that fall on one bar, the later."""
    kinds = outline.kinds if len(outline.kinds) == len(outline.marks) + 1 else ("",) * (len(outline.marks) + 1)
    found = {0: kinds[0]}
    for mark, kind in sorted(zip(outline.marks, kinds[1:], strict=True)):
        at = round(mark / RATE / bar)
        if 0 < at < bars:
            found[at] = kind
    return found


def _fit(natural: float, seconds: float, marks: list[float]) -> tuple[int, float]:
    """Beats before the last chord, and seconds per beat: near `natural`, marks near bars, time left to ring."""
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


def _sections(
    style: Style, bars: int, begins: dict[int, str], energy: float, random: np.random.Generator
) -> tuple[Section, ...]:
    marks = sorted(set(begins) - {0})
    opening = _opening(bars, begins, marks)
    closing = _closing(bars, begins, marks, opening)
    inner = [mark for mark in marks if opening < mark < bars - closing]
    edges = [opening, *inner, bars - closing]
    shift = 2 * int(random.integers(len(style.body) // 2))
    found = [_section("intro", 0, opening, style.intro, 0, begins, energy)] if opening else []
    for number, (first, until) in enumerate(zip(edges, edges[1:], strict=False)):
        ends = _phrases(first, until, 8 if bars >= _LONG_PIECE else 4)
        for phrase, (start, end) in enumerate(zip([first, *ends], ends, strict=False)):
            variant = _A_MARK * (number + phrase) + (_LATER if phrase else 0)
            role = "bridge" if variant % 4 == 2 and bars >= 16 else "verse"
            strength = style.body[(variant + shift) % len(style.body)] if start > opening else min(style.body)
            strength = _given_room(strength, style, _kind_of(begins, start, end - start))
            found.append(_section(role, start, end - start, strength, variant, begins, energy))
    if closing:
        found.append(_section("lift", bars - closing, closing, style.lift, _LIFT_VARIANT, begins, energy))
    return tuple(found)


def _section(
    role: str, start: int, bars: int, strength: float, variant: int, begins: dict[int, str], energy: float
) -> Section:
    fuller = strength + _ENERGY * energy
    if _FULLEST_BODY < fuller < _FULL:
        fuller = _FULLEST_BODY
    spoken = _kind_of(begins, start, bars) == "speech" and role != "lift"
    return Section(role, start, bars, round(min(_FULLEST, max(_QUIETEST, fuller)), 3), variant, spoken)


def _kind_of(begins: dict[int, str], start: int, bars: int) -> str:
    """What is on screen in the middle of a section."""
    return begins[max(bar for bar in begins if bar <= start + bars // 2)]


def _given_room(strength: float, style: Style, kind: str) -> float:
    """The intensity of a section of the body: never the fullest under speech, never the sparest where nobody speaks."""
    fuller = sorted(style.body)[-2]
    return min(strength, fuller) if kind == "speech" else max(strength, fuller) if kind == "open" else strength


def _opening(bars: int, begins: dict[int, str], marks: list[int]) -> int:
    """Bars of the beginning: those under the title, or else a few."""
    usual = 4 if bars >= 24 else 2 if bars >= 9 else 1 if bars >= 5 else 0
    if begins[0] == "title":
        titled = next((mark for mark in marks if begins[mark] != "title"), 0)
        if 1 <= titled <= bars // 2:
            return titled
    if marks and 1 <= marks[0] <= min(6, max(3, bars // 3)) and bars - marks[0] > _usual_closing(bars):
        return marks[0]
    return usual


def _closing(bars: int, begins: dict[int, str], marks: list[int], opening: int) -> int:
    """Bars of the lift at the end: those of the call to action, or else a few."""
    usual = _usual_closing(bars)
    action = next((mark for mark in marks if begins[mark] == "action"), 0)
    if action and bars - action <= max(2 * usual, 4) and action > opening:
        return max(bars - action, min(2, bars - opening - 1))
    if marks and opening < bars - marks[-1] <= usual + 2 and marks[-1] > opening:
        return bars - marks[-1]
    return usual


def _usual_closing(bars: int) -> int:
    return 8 if bars >= 44 else 4 if bars >= 12 else 2 if bars >= 7 else 1 if bars >= 4 else 0


def _phrases(start: int, end: int, phrase: int) -> Sequence[int]:
    """The ends of phrases of about `phrase` bars between two bars, whole groups of four first."""
    length = end - start
    if length <= 0:
        return []
    count = max(1, round(length / phrase))
    inner = {start + min(length - 2, 4 * max(1, round(length * index / count / 4))) for index in range(1, count)}
    return [*sorted(edge for edge in inner if start < edge < end - 1), end]

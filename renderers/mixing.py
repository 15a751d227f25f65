"""One programme's sound: the voice in the middle, music that makes room for it, and the loudness that was asked for.

A mix is first a plan: curves and one gain, decided on levels and peaks alone. From it any stretch of the finished sound
can be made by itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from renderers.ducking import Curve, Ducking, away, duck, find_speech, level_voice, presence, ride
from renderers.levelling import PIECE, Levelling, find_piece_peaks, find_piece_window, level
from renderers.levels import bed_levels, bed_power, film_power, voice_levels, voice_power
from renderers.limiting import limit
from renderers.loudness import KWeighting, integrated, loudness_of, true_peak
from renderers.mixdown import CARVE, CONTROL_HOP, Balance, Bed, Line, Signal, Sources, blend, prepare_voice

Voice = Sequence[tuple[int, Signal]]
"""Pieces of speech: the sample at which each starts, and its mono samples at 48 kHz."""
_CODEC_ROOM = 0.4
"""dB kept under the ceiling, since AAC raises peaks: by up to 0.31 dB on drums."""
MARGIN = 1024
"""Samples to either side of a stretch that are limited with it, so that its ends fit what lies beside them."""
_CARVE_STEPS = 4096
_MOST_HELD = 16
"""Stretches of a blend that are kept from looking for their peaks until they are finished: two megabytes each."""
FILM_UNDER_VOICE = 15.0
"""dB by which the sound of a film goes down under what is said over it."""

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")
Peaks = Callable[["Plan", int], Signal]
"""How the peaks of a piece are come by; see `levelling.find_piece_peaks`."""


@dataclass(frozen=True)
class MixMeasures:
    """What a mix came out as. `voice_to_bed_db` and `bed_rise_db` are None where there is no voice, no bed or no pause.

    Loudness in LUFS and true peak in dBTP (minus infinity for silence); `voice_to_bed_db` is the voice's loudness over
    the music's while there is speech; `bed_rise_db` how much louder the music is while it plays alone; `speech_share`
    in 0..1.
    """

    loudness: float
    true_peak: float
    voice_to_bed_db: float | None
    bed_rise_db: float | None
    speech_share: float


@dataclass(frozen=True)
class Plan:
    """Everything that decides a mix before its levelling. `power` is what it comes to at `CONTROL_RATE`, K-weighted;
    peaks below `peak_floor` in dB do not matter.
    """

    sources: Sources
    balance: Balance
    ducking: Ducking
    power: Curve
    ceiling: float
    loudness: float
    peak_floor: float
    held: dict[tuple[int, int], Signal] = field(default_factory=dict, compare=False, repr=False)

    def blended(self, start: int, end: int) -> Signal:
        """An own copy of the samples from `start` to `end` before loudness and limiting, made once where it is held."""
        found = self.held.pop((start, end), None)
        return blend(self.sources, self.balance, start, end) if found is None else found

    @property
    def pieces(self) -> int:
        """How many pieces of `PIECE` samples the programme has; the last may be shorter."""
        return -(-self.sources.length // PIECE)


@dataclass(frozen=True)
class Mix:
    """A plan with its levelling."""

    plan: Plan
    levelling: Levelling

    def between(self, piece: int, start: int, end: int) -> Signal:
        """The finished stereo samples from `start` to `end`, in `piece` or, with `MARGIN` added, in its reach."""
        first, last = with_margin(self.plan, start, end)
        made = self.plan.blended(first, last)
        made *= self.levelling.between(piece, first, last)[:, None]
        limit(made, self.plan.ceiling, out=made)
        return made[start - first : end - first]


def make_plan(sources: Sources, loudness: float, ceiling: float, bed_gain: float | Curve) -> Plan:
    """The plan of a mix at `loudness` LUFS under `ceiling` dBTP; `bed_gain` in dB (one value, or one at each of
    `CONTROL_RATE`) is added to the music's level.
    """
    voice = voice_power(sources)
    bed, carved = (
        bed_power(power, sources.length)
        for power in ((sources.bed.power, sources.bed.carved) if sources.bed else (np.zeros(0), np.zeros(0)))
    )
    speaking = find_speech(voice)
    voice_gain = level_voice(voice, speaking)
    levelled = voice * 10 ** (voice_gain / 10)
    ducking = duck(levelled, bed, carved, speaking, ride(carved), bed_gain)
    carve = np.round(ducking.down * _CARVE_STEPS) / _CARVE_STEPS
    spans = [
        (film.start // CONTROL_HOP, -(-(film.start + film.length) // CONTROL_HOP))
        for film in sources.films
        if film.alone
    ]
    playing = 1 - away(spans, len(speaking))
    beside = 10 ** (-FILM_UNDER_VOICE * presence(speaking) / 20) if sources.films else np.ones(len(speaking))
    mixed = levelled + (bed + (carved - bed) * carve) * 10 ** (ducking.gain / 10) * playing**2
    mixed = mixed + film_power(sources) * beside**2
    return Plan(
        sources,
        Balance(
            _factors(voice_gain),
            _factors(ducking.gain) * np.asarray(playing, np.float32),
            np.asarray(CARVE * carve, np.float32),
            np.asarray(beside, np.float32),
        ),
        ducking,
        mixed,
        ceiling - _CODEC_ROOM,
        loudness,
        Levelling.peak_floor(mixed, sources.length, loudness, ceiling - _CODEC_ROOM),
    )


def finish(plan: Plan, peaks: Peaks) -> Mix:
    """The mix of `plan`, its gain found on the `peaks` of all pieces."""
    found = side_by_side(lambda piece: peaks(plan, piece), range(plan.pieces))
    return Mix(plan, level(plan.power, plan.sources.length, found, plan.loudness, plan.ceiling))


def piece_peaks(plan: Plan, piece: int, around: tuple[int, int] | None = None) -> Signal:
    """The peaks of a piece of the blend of `plan`, which is held `around` it for `Mix.between` of the same samples."""
    first, last = with_margin(plan, *around) if around else find_piece_window(plan.sources.length, piece)
    made = plan.blended(first, last)
    if around and len(plan.held) < _MOST_HELD:
        plan.held[first, last] = made
    return find_piece_peaks(
        lambda start, end: made[start - first : end - first], plan.sources.length, piece, plan.peak_floor
    )


def with_margin(plan: Plan, start: int, end: int) -> tuple[int, int]:
    """The samples that are blended and limited to have those from `start` to `end` of the programme."""
    return max(0, start - MARGIN), min(plan.sources.length, end + MARGIN)


def side_by_side(make: Callable[[_Item], _Made], items: Iterable[_Item]) -> list[_Made]:
    """`make` of each of `items`, in order, made on all cores at once: what takes long here lets other threads run."""
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
        return list(threads.map(make, items))


def mix(
    voice: Voice,
    bed: NDArray[np.float32] | None,
    samples: int,
    *,
    loudness: float = -14.0,
    ceiling: float = -1.0,
    bed_gain: float = 0.0,
) -> NDArray[np.float32]:
    """The finished stereo sound, float32 of shape `(samples, 2)` at 48 kHz.

    `voice` holds mono pieces at 48 kHz and the sample at which each starts; what lies outside the programme is cut.
    `bed` is `(n, 2)` or `(n,)`, floats in -1..1 or 16-bit integers (so a mapped file will do); it is cut or followed by
    silence. `bed_gain` in dB lifts or lowers it from where it would be put. The answer is at `loudness` LUFS within
    0.3 LU and its true peak 0.4 dB under `ceiling` dBTP, wherever both can be had; without any sound it is silence.
    Raises ValueError for a negative length or a voice that is not mono.
    """
    return _whole(finish(make_plan(sources_of(voice, bed, samples), loudness, ceiling, bed_gain), piece_peaks))


def measure_mix(
    voice: Voice,
    bed: NDArray[np.float32] | None,
    samples: int,
    *,
    loudness: float = -14.0,
    ceiling: float = -1.0,
    bed_gain: float = 0.0,
) -> MixMeasures:
    """The measures of the mix that `mix` makes of the same arguments."""
    sources = sources_of(voice, bed, samples)
    plan = make_plan(sources, loudness, ceiling, bed_gain)
    out = _whole(finish(plan, piece_peaks))
    voice_alone, bed_alone = (
        _power(blend(part, plan.balance, 0, samples)) if samples else plan.power
        for part in (replace(sources, bed=None), replace(sources, lines=()))
    )
    speaking = plan.ducking.speaking
    alone = (plan.ducking.down < 0.01) & ~speaking
    share = float(speaking.mean()) if len(speaking) else 0.0
    ratio = rise = None
    if speaking.any() and bed_alone[speaking].any():
        under = loudness_of(float(bed_alone[speaking].mean()))
        ratio = round(loudness_of(float(voice_alone[speaking].mean())) - under, 2)
        rise = round(loudness_of(float(bed_alone[alone].mean())) - under, 2) if bed_alone[alone].any() else None
    return MixMeasures(round(integrated(out), 2), round(true_peak(out), 2), ratio, rise, round(share, 4))


def sources_of(voice: Voice, bed: Signal | None, samples: int) -> Sources:
    """What `mix` mixes of the same arguments. Raises ValueError as it does."""
    if samples < 0:
        raise ValueError(f"A mix of {samples} samples was asked for; its length must be 0 or more.")
    if any(piece.ndim != 1 for _, piece in voice):
        raise ValueError("A piece of voice is not mono; mix its channels down before it is placed.")
    lines = []
    for start, piece in voice:
        prepared = prepare_voice(piece)
        lines.append(Line(start, len(prepared), voice_levels(prepared), lambda kept=prepared: kept))  # type: ignore[misc]
    return Sources(tuple(lines), None if bed is None else Bed(bed, *bed_levels(bed[:samples])), samples)


def _whole(made: Mix) -> Signal:
    length = made.plan.sources.length
    out = np.zeros((length, 2), np.float32)
    for piece in range(made.plan.pieces):
        start, end = piece * PIECE, min(length, (piece + 1) * PIECE)
        out[start:end] = made.between(piece, start, end)
    return out


def _factors(decibels: Curve) -> Signal:
    return np.asarray(10 ** (decibels / 20), np.float32)


def _power(samples: Signal) -> Curve:
    weighted = KWeighting(2).pass_through(samples)
    energy = np.zeros(-(-len(samples) // CONTROL_HOP) * CONTROL_HOP)
    energy[: len(samples)] = np.einsum("cn,cn->n", weighted, weighted)
    return np.asarray(energy.reshape(-1, CONTROL_HOP).mean(axis=1))

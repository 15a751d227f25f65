"""Loudness, peak and silences, measured while the sound goes by, in memory that does not grow with its length."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, log10

import numpy as np
from numpy.typing import NDArray

from renderers.inspection_picture import Stretch
from renderers.loudness import HOPS_PER_BLOCK, KWeighting, gate, integrated, interpolated_peaks, loud_blocks
from renderers.media_signature import rejected
from renderers.media_sound import SoundPiece
from renderers.timebase import SOUND_RATE

SILENT_LEVEL = -50.0
"""dBFS of a window's root mean square below which it is silent: a quiet bed under a voice lies near -40."""
SILENT_SECONDS = 1.0
_WINDOWS_PER_SECOND = 50
_WINDOWS_PER_HOP = 5
"""Silence is looked for in windows of 20 ms; loudness counts in hops of 100 ms, four to a gating block."""
_HOPS_AT_ONCE = 50
_REACH = 16
"""Samples to either side that the level between two samples depends on (twelve), and a few more."""

Samples = NDArray[np.float32]


@dataclass(frozen=True)
class Heard:
    """What a sound comes to: LUFS and dBTP (None where nothing is heard), its silences and its start in seconds."""

    loudness: float | None
    true_peak: float | None
    silent: tuple[Stretch, ...]
    start: float | None = None


class SoundWatch:
    """Hears pieces in the order of their times; before, between and after them there is silence."""

    def __init__(self, longest: float) -> None:
        self.start: float | None = None
        self._longest = longest
        self._rate = SOUND_RATE
        self._window = SOUND_RATE // _WINDOWS_PER_SECOND
        self._end = 0
        self._waiting: list[Samples] = []
        self._waits = 0
        self._weighting = KWeighting(2, SOUND_RATE)
        self._powers: list[NDArray[np.float64]] = []
        self._quiet: list[NDArray[np.bool_]] = []
        self._tail: Samples = np.zeros((0, 2), np.float32)
        self._peak = 0.0

    def hear(self, piece: SoundPiece) -> None:
        """Take in the next piece. Raises `MediaRejected` beyond the longest sound."""
        if self.start is None:
            self.start, self._rate = piece.time, piece.rate
            self._window = max(1, round(piece.rate / _WINDOWS_PER_SECOND))
            self._weighting = KWeighting(2, piece.rate)
        gap = round(piece.time * self._rate) - self._end
        if self._end + gap + len(piece.samples) > self._longest * self._rate:
            raise rejected("The sound", f"is longer than the {self._longest / 60:.0f} minutes that are read", "Cut it")
        while gap > 0:
            silence = np.zeros((min(gap, self._chunk), 2), np.float32)
            self._take(silence)
            gap -= len(silence)
        self._take(piece.samples[-gap:])

    def finish(self, seconds: float) -> Heard:
        """What was heard in a programme of `seconds`: where the sound ends before it, the rest is silent."""
        rest = self._joined()
        if self._end < HOPS_PER_BLOCK * self._hop:
            loudness = integrated(rest, self._rate)
        else:
            self._weigh(rest[: len(rest) // self._hop * self._hop])
            block = np.full(HOPS_PER_BLOCK, 1 / HOPS_PER_BLOCK)
            loudness = gate(np.convolve(np.concatenate(self._powers), block, "valid"))
        self._listen(rest)
        self._seek_peak(rest, last=True)
        return Heard(
            loudness=round(loudness, 2) if isfinite(loudness) else None,
            true_peak=round(20 * log10(self._peak), 2) if self._peak > 0 else None,
            silent=self._silences(seconds),
            start=self.start,
        )

    @property
    def _hop(self) -> int:
        return self._window * _WINDOWS_PER_HOP

    @property
    def _chunk(self) -> int:
        return self._hop * _HOPS_AT_ONCE

    def _take(self, samples: Samples) -> None:
        self._waiting.append(samples)
        self._waits += len(samples)
        self._end += len(samples)
        if self._waits < self._chunk:
            return
        joined = self._joined()
        whole = len(joined) // self._chunk * self._chunk
        self._weigh(joined[:whole])
        self._listen(joined[:whole])
        self._seek_peak(joined[:whole], last=False)
        self._waiting, self._waits = [joined[whole:]], len(joined) - whole

    def _joined(self) -> Samples:
        return np.concatenate(self._waiting) if self._waiting else np.zeros((0, 2), np.float32)

    def _weigh(self, samples: Samples) -> None:
        """Keep the weighted power of every hop in `samples`, a whole number of them."""
        if len(samples):
            weighted = self._weighting.pass_through(samples)
            self._powers.append(np.square(weighted).reshape(2, -1, self._hop).mean(axis=2).sum(axis=0))

    def _listen(self, samples: Samples) -> None:
        """Keep for every window whether it is silent on both sides; a last window may be shorter."""
        if len(samples):
            edges = np.arange(0, len(samples), self._window)
            lengths = np.diff(np.append(edges, len(samples)))
            power = np.add.reduceat(np.square(samples, dtype=np.float64), edges).max(axis=1) / lengths
            self._quiet.append(power < 10 ** (SILENT_LEVEL / 10))

    def _seek_peak(self, samples: Samples, *, last: bool) -> None:
        """Raise the peak to that of `samples`, and of the few before them that had to wait for these."""
        line = np.concatenate([self._tail, samples])
        first = max(0, len(self._tail) - _REACH)
        until = len(line) if last else len(line) - _REACH
        if not len(line):
            return
        for begins, ends in loud_blocks(line, self._peak):
            start, end = max(begins, first), min(ends, until)
            if start < end:
                self._peak = max(self._peak, float(interpolated_peaks(line, start, end).max()))
        self._tail = line[-2 * _REACH :].copy()

    def _silences(self, seconds: float) -> tuple[Stretch, ...]:
        heard = self._end / self._rate
        quiet = np.concatenate([*self._quiet, np.zeros(0, bool)])
        edges = np.flatnonzero(np.diff(np.concatenate([[False], quiet, [False]]).astype(np.int8)))
        times = np.minimum(edges * (self._window / self._rate), heard).tolist()
        spans = list(zip(times[::2], times[1::2], strict=True))
        if seconds > heard:
            start = spans.pop()[0] if spans and spans[-1][1] >= heard else heard
            spans.append((start, seconds))
        return tuple(
            Stretch(round(start, 6), round(end - start, 6))
            for start, end in spans
            if end - start >= SILENT_SECONDS - 1e-6
        )

"""Decoded sound, laid out in time: stereo float samples of which the first is presentation time 0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.filter import Graph
from numpy.typing import NDArray

from renderers.media_signature import rejected
from renderers.timebase import SOUND_RATE

_RESYNC = 0.05
"""Seconds by which a frame may stray from the end of the one before it: Matroska rounds times to milliseconds."""
_BLOCK = 1 << 16
_BARE_SOUND = ("wav", "mp3", "ogg", "flac", "aac")
"""Containers whose first sample is time 0, whatever number it bears."""


@dataclass(frozen=True)
class SoundPiece:
    """A run of stereo float32 samples `(n, 2)` at `rate`, of which the first sounds at `time` seconds."""

    time: float
    rate: int
    samples: NDArray[np.float32]


class SoundReader:
    """Turns the decoded frames of one stream into pieces that follow one another to the sample.

    `container` is the family of the file, `origin` the second at which it says that it starts. Where the edit list of
    an MP4 says when the sound ends, the padding of the last frame is cut off. Mono goes to both sides; more than two
    channels are mixed down.
    """

    def __init__(self, stream: AudioStream, container: str, origin: float, name: str) -> None:
        self._name = name
        self._origin = origin if container in _BARE_SOUND else 0.0
        self._end = np.inf
        if container == "mp4" and stream.duration and stream.time_base and stream.start_time is not None:
            self._end = float((stream.start_time + stream.duration) * stream.time_base)
        self._resampler: av.AudioResampler | None = None
        self._rate = 0
        self._base = 0.0
        self._heard = 0

    def read(self, frame: AudioFrame) -> SoundPiece | None:
        """The piece that `frame` holds, or None where none of it is heard. Raises `MediaRejected` for a broken one."""
        if self._resampler is None:
            self._rate = frame.sample_rate
            layout = "mono" if len(frame.layout.channels) == 1 else "stereo"
            self._resampler = av.AudioResampler(format="flt", layout=layout, rate=self._rate)
            self._base = self._stated(frame)
        elif frame.sample_rate != self._rate:
            raise rejected(self._name, "changes its sample rate on the way, which can not be read")
        stated, due = self._stated(frame), self._base + self._heard / self._rate
        if abs(stated - due) > _RESYNC:
            self._base, self._heard, due = stated, 0, stated
        samples = self._samples(frame, self._resampler)
        self._heard += len(samples)
        first = max(0, -round(due * self._rate))
        last = len(samples) if self._end == np.inf else min(len(samples), round((self._end - due) * self._rate))
        if last <= first:
            return None
        samples = samples[first:last]
        if not np.isfinite(samples).all():
            samples = np.nan_to_num(samples, posinf=0.0, neginf=0.0)
        return SoundPiece(max(due, 0.0), self._rate, samples)

    def _samples(self, frame: AudioFrame, resampler: av.AudioResampler) -> NDArray[np.float32]:
        """The stereo samples of `frame`, `(n, 2)`. What most decoders give is only laid side by side."""
        sides = len(resampler.layout.channels)
        if frame.format.name == "fltp" and frame.layout.name == resampler.layout.name:
            planes = [np.frombuffer(memoryview(plane), np.float32, frame.samples) for plane in frame.planes]
            return np.stack(planes * (2 // sides), axis=1)
        try:
            parts = [part.to_ndarray() for part in resampler.resample(frame)]
        except ValueError as error:
            raise rejected(self._name, "changes its sound format on the way, which can not be read") from error
        samples = np.concatenate([np.zeros((1, 0), np.float32), *parts], axis=1).reshape(-1, sides)
        return np.repeat(samples, 2 // sides, axis=1)

    def _stated(self, frame: AudioFrame) -> float:
        if frame.pts is None or frame.time_base is None:
            return self._base + self._heard / frame.sample_rate
        return frame.pts * frame.time_base.numerator / frame.time_base.denominator - self._origin


class Rerecording:
    """Turns pieces into one line of samples at 48 kHz that begins at second `start`, without keeping any of it."""

    def __init__(self, start: float) -> None:
        self._start = start
        self._rate = 0
        self._laid = 0
        self._resampler: av.AudioResampler | None = None

    def take(self, piece: SoundPiece) -> NDArray[np.float32]:
        """The samples `(n, 2)` that `piece` brings; silence before it where nothing came."""
        if self._resampler is None:
            self._rate = piece.rate
            self._resampler = av.AudioResampler(format="flt", layout="stereo", rate=SOUND_RATE)
        samples, gap = piece.samples, round((piece.time - self._start) * self._rate) - self._laid
        if gap < 0:
            samples, gap = samples[-gap:], 0
        # A gap is at most as long as a film, and that is bounded.
        parts = [np.zeros((min(_BLOCK, gap - at), 2), np.float32) for at in range(0, gap, _BLOCK)]
        made = [self._resampled(part) for part in (*parts, samples) if len(part)]
        self._laid += gap + len(samples)
        return np.concatenate(made) if made else np.zeros((0, 2), np.float32)

    def finish(self) -> NDArray[np.float32]:
        """What the resampler still holds."""
        if self._resampler is None or self._rate == SOUND_RATE:
            return np.zeros((0, 2), np.float32)
        return self._given(self._resampler.resample(None))

    def _resampled(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        if self._rate == SOUND_RATE:
            return samples
        assert self._resampler is not None
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(samples).reshape(1, -1), format="flt", layout="stereo")
        frame.sample_rate = self._rate
        return self._given(self._resampler.resample(frame))

    @staticmethod
    def _given(frames: list[AudioFrame]) -> NDArray[np.float32]:
        parts = [part.to_ndarray().reshape(-1, 2) for part in frames]
        return np.concatenate([np.zeros((0, 2), np.float32), *parts])


class Tape:
    """All pieces of one sound on one line, silence where there is none; at most `longest` seconds."""

    def __init__(self, longest: float) -> None:
        self._longest = longest
        self._rate = 0
        self._length = 0
        self._line = np.zeros((0, 2), np.float32)

    def lay(self, piece: SoundPiece) -> None:
        """Put `piece` where it sounds. Raises `MediaRejected` beyond the longest sound."""
        self._rate = piece.rate
        start = round(piece.time * piece.rate)
        end = start + len(piece.samples)
        if end > self._longest * piece.rate:
            raise rejected("The sound", f"is longer than the {self._longest / 60:.0f} minutes that are read", "Cut it")
        if end > len(self._line):
            line = np.zeros((max(end, len(self._line) * 3 // 2, _BLOCK), 2), np.float32)
            line[: self._length] = self._line[: self._length]
            self._line = line
        self._line[start:end] = piece.samples
        self._length = max(self._length, end)

    def samples(self, rate: int | None = None) -> NDArray[np.float32]:
        """Everything laid so far, `(n, 2)`, at `rate` (None: as it came)."""
        line = self._line[: self._length]
        if rate is None or rate == self._rate or not len(line):
            return line
        resampler = av.AudioResampler(format="flt", layout="stereo", rate=rate)
        made = []
        for at in range(0, len(line), _BLOCK):
            frame = AudioFrame.from_ndarray(line[at : at + _BLOCK].reshape(1, -1), format="flt", layout="stereo")
            frame.sample_rate = self._rate
            made += resampler.resample(frame)
        made += resampler.resample(None)
        heard = np.concatenate([part.to_ndarray().reshape(-1, 2) for part in made])
        length = round(len(line) * rate / self._rate)
        return np.pad(heard[:length], ((0, max(0, length - len(heard))), (0, 0)))

    @property
    def rate(self) -> int:
        """Samples per second of what came; 0 while there is nothing."""
        return self._rate


def stretched(blocks: Iterable[NDArray[np.float32]], speed: float) -> Iterator[NDArray[np.float32]]:
    """Stereo sound at 48 kHz played `speed` times as fast (0.25 to 4) with its pitch kept, in blocks.

    FFmpeg's `atempo`, which overlaps and adds similar waves; two after one another where one does not reach so far.
    """
    graph = Graph()
    source = graph.add_abuffer(format="flt", sample_rate=SOUND_RATE, layout="stereo", time_base=Fraction(1, SOUND_RATE))
    steps = [speed] if 0.5 <= speed <= 2 else [speed**0.5] * 2
    chain = [source, *(graph.add("atempo", f"{step:.6f}") for step in steps), graph.add("abuffersink")]
    graph.link_nodes(*chain).configure()
    at = 0
    for block in (*blocks, None):
        if block is not None:
            frame = AudioFrame.from_ndarray(np.ascontiguousarray(block).reshape(1, -1), "flt", "stereo")
            frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, at, Fraction(1, SOUND_RATE)
            at += len(block)
            graph.push(frame)
        else:
            source.push(None)
        while True:
            try:
                pulled = graph.pull()
            except (av.BlockingIOError, av.EOFError):
                break
            if isinstance(pulled, AudioFrame):
                yield np.ascontiguousarray(pulled.to_ndarray().reshape(-1, 2), np.float32)

"""Notes to sound, by `tinysoundfont` and a bank of sampled instruments."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.music.performing import Event
from renderers.music.score import Part

RATE = 48_000
_BLOCK = 1024
"""Frames that may be asked for at once."""
_MOST_FADING = 64
"""Blocks; a voice that is ended is silent after 10 ms."""
_EXCERPT = RATE * 15 // 2
_MOST_CORRECTION = 30.0
"""dB."""
_MOST_CALIBRATED = 256
_CALIBRATED: dict[tuple[str, Part, int, tuple[Event, ...]], float] = {}
"""What `Synthesizer.calibrate` found: in a process that stays, music is mostly composed again with the same parts."""


def find_bank() -> Path:
    """The bank that comes with the `pretty_midi` package. Raises `EngineFailed` where it is not installed."""
    found = find_spec("pretty_midi")
    bank = Path(found.origin).parent / "TimGM6mb.sf2" if found and found.origin else None
    if bank is None or not bank.is_file():
        raise EngineFailed(
            "music", "the bank of instruments is missing. Install the package pretty_midi, or name an .sf2 file."
        )
    return bank


class Synthesizer:
    """One bank, ready to play. Used as a context, it lets go of the bank's memory at the end."""

    def __init__(self, bank: Path) -> None:
        try:
            import tinysoundfont
        except ImportError as error:
            raise EngineFailed(
                "music", "the package tinysoundfont is missing. Install it, or make the video without music."
            ) from error

        self._bank = str(bank)
        self._synth: Any = tinysoundfont.Synth(samplerate=RATE)
        try:
            self._id = self._synth.sfload(str(bank))
        except (OSError, RuntimeError) as error:
            raise EngineFailed(
                "music", f"{bank.name} is not a bank of instruments that can be read. Name a SoundFont file (.sf2)."
            ) from error
        self._font = self._synth.soundfonts[self._id]

    def __enter__(self) -> Synthesizer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._synth.sfunload(self._id)
        del self._font

    def set_up(self, channels: list[tuple[Part, int, float]]) -> None:
        """Silence everything, then give each channel its part, program and gain (a factor)."""
        self._font.reset()
        # What still sounds is faded out and not cut off: it must not be heard in what comes.
        fading = np.zeros((_BLOCK, 2), np.float32)
        for _ in range(_MOST_FADING):
            self._synth.generate_simple(_BLOCK, fading.data.cast("B"))
            if not fading.any():
                break
        for channel, (part, program, gain) in enumerate(channels):
            try:
                self._synth.program_select(channel, self._id, 0, program, part.drums)
            except RuntimeError:
                self._synth.program_select(channel, self._id, 0, 0, part.drums)
            self._font.channel_set_volume(channel, gain)
            self._font.channel_set_pan(channel, 0.5 + 0.5 * part.pan)

    def render(self, events: list[Event], samples: int, chunk: int) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """The sound of `events` up to `samples`, in pieces of `chunk`: where each begins, and its `(n, 2)` floats.

        Every event is heard at its exact sample. A piece is only valid until the next is asked for.
        """
        buffer = np.zeros((chunk, 2), np.float32)
        waiting = iter(events)
        event = next(waiting, None)
        for start in range(0, samples, chunk):
            piece = buffer[: min(chunk, samples - start)]
            at = 0
            while at < len(piece):
                while event is not None and event.sample <= start + at:
                    self._send(event)
                    event = next(waiting, None)
                until = len(piece) if event is None else min(len(piece), event.sample - start)
                until = min(until, at + _BLOCK)
                self._synth.generate_simple(until - at, piece[at:until].data.cast("B"))
                at = until
            yield start, piece

    def _send(self, event: Event) -> None:
        if event.velocity:
            self._synth.noteon(event.channel, event.pitch, event.velocity)
        else:
            self._synth.noteoff(event.channel, event.pitch)

    def calibrate(self, part: Part, program: int, events: list[Event]) -> float:
        """The factor that brings a part, playing some of `events`, to its level whatever the bank's own."""
        probe = tuple(_sample(events))
        asked = (self._bank, part, program, probe)
        if asked not in _CALIBRATED:
            if len(_CALIBRATED) >= _MOST_CALIBRATED:
                _CALIBRATED.clear()
            _CALIBRATED[asked] = self._calibrate(part, program, probe)
        return _CALIBRATED[asked]

    def _calibrate(self, part: Part, program: int, probe: tuple[Event, ...]) -> float:
        from renderers.loudness import integrated

        if not probe:
            return 1.0
        self.set_up([(part, program, 1.0)])
        length = probe[-1].sample + RATE // 4
        found = integrated(next(piece for _, piece in self.render(list(probe), length, length)))
        if not np.isfinite(found):
            return 1.0
        return float(10 ** (np.clip(part.level - found, -_MOST_CORRECTION, _MOST_CORRECTION) / 20))


def _sample(events: list[Event]) -> list[Event]:
    """The first seconds of `events`, on channel 0: what comes later must not change how loud they are."""
    notes: list[tuple[int, int, int, int]] = []
    down: dict[int, Event] = {}
    for event in events:
        if event.velocity:
            down[event.pitch] = event
        elif event.pitch in down:
            struck = down.pop(event.pitch)
            notes.append((struck.sample, event.sample, event.pitch, struck.velocity))
    notes.sort()
    probe: list[Event] = []
    for start, end, pitch, velocity in notes:
        first = notes[0][0]
        if start < first + _EXCERPT:
            probe.append(Event(start - first, velocity, 0, pitch))
            probe.append(Event(min(first + _EXCERPT, end) - first, 0, 0, pitch))
    return sorted(probe)

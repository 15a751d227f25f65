"""Notes to sound, by `tinysoundfont` and a bank of sampled instruments."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.music.performing import Event
from renderers.music.score import Part

RATE = 48_000
_BLOCK = 1024
"""Frames that may be asked for at once."""
_FRAME_BYTES = 8
_MOST_FADING = 64
"""Blocks; a voice that is ended is silent after 10 ms."""
_MOST_RINGING = 6 * RATE
"""Samples for which the last notes may ring on."""
_LOOK = 8192
"""Samples after which it is looked again whether all has died away."""
_SILENT = 5e-5
"""-86 dB of full scale, under which reverb covers all."""
_MOST_CORRECTION = 30.0
"""dB."""


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
    """One bank, ready to play. Close it after use."""

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

    def close(self) -> None:
        """Let go of the bank's memory."""
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

    def play(self, events: Sequence[Event], ringing: int = _MOST_RINGING) -> NDArray[np.float32]:
        """The sound of `events`, `(n, 2)`, until all keys are up and what they struck has died away.

        Every event is heard at its exact sample; at most `ringing` samples follow the last.
        """
        end = (events[-1].sample if events else 0) + ringing
        out = np.zeros((end, 2), np.float32)
        # Bytes of one view, and the bank itself: there are hundreds of pieces a second.
        view, render = out.data.cast("B"), self._font.render
        last = events[-1].sample if events else 0
        waiting = iter(events)
        event = next(waiting, None)
        at = 0
        looked = last
        while at < end:
            while event is not None and event.sample <= at:
                self._send(event)
                event = next(waiting, None)
            until = min(end, at + _BLOCK, end if event is None else event.sample)
            render(view[at * _FRAME_BYTES : until * _FRAME_BYTES], False)
            at = until
            if at > looked + _LOOK:
                looked = at
                if np.abs(out[at - _BLOCK : at]).max() < _SILENT:
                    return out[:at]
        return out

    def _send(self, event: Event) -> None:
        if event.velocity:
            self._synth.noteon(event.channel, event.pitch, event.velocity)
        else:
            self._synth.noteoff(event.channel, event.pitch)

    def calibrate(self, part: Part, program: int, events: Sequence[Event]) -> float:
        """The factor that brings a part, playing `events`, to its level whatever the bank's own."""
        from renderers.loudness import integrated

        if not events:
            return 1.0
        self.set_up([(part, program, 1.0)])
        found = integrated(self.play(events, RATE // 10))
        if not np.isfinite(found):
            return 1.0
        return float(10 ** (np.clip(part.level - found, -_MOST_CORRECTION, _MOST_CORRECTION) / 20))

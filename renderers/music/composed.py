"""Beds of music composed for the length asked for, and played by sampled instruments.

The default bank is TimGM6mb.sf2 (GPL-2), which comes inside the `pretty_midi` package; a recording made with it is not
a copy of it. Any other General MIDI bank in .sf2 form may be named instead.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import numpy as np

from renderers.errors import EngineFailed
from renderers.music import Bed, MusicRequest
from renderers.music.catalogue import find_mood
from renderers.music.score import Part, Style
from renderers.sound_files import ScratchSound, Sound

VERSION = 2
"""Raised when the same request sounds different."""
SHORTEST, LONGEST = 96_000, 20 * 60 * 48_000
"""Samples: two seconds and twenty minutes."""
_CHUNK = 1 << 17
_MOST_HELD = 60 * 48_000
"""Samples of the longest bed that is made in memory; a longer one is made on the disk."""


class ComposedMusic:
    """Music written and played on this machine, to the sample, the same for the same request."""

    def __init__(self, bank: Path | str | None = None) -> None:
        """Take `bank`, a SoundFont file, or the default one. Raises `EngineFailed` where there is none."""
        from renderers.music.synthesis import find_bank

        self._bank = Path(bank).expanduser() if bank else find_bank()
        if not self._bank.is_file():
            raise EngineFailed("music", f"there is no file {self._bank.name}. Name a SoundFont file that exists.")

    @cached_property
    def identity(self) -> str:
        """Version of the composer, of the synthesizer, and the bank's name and content."""
        with self._bank.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()[:12]
        return f"composed {VERSION}, tinysoundfont {version('tinysoundfont')}, {self._bank.name} {content}"

    def compose(self, request: MusicRequest) -> Bed:
        """A bed in the mood asked for, with a beginning, sections at the marks and an ending that rings out.

        Between two seconds and twenty minutes long, near -20 LUFS, true peak under 0.85 of full scale. Raises
        `EngineFailed` for an unknown mood or any other length.
        """
        mood = find_mood(request.mood)
        if not SHORTEST <= request.samples <= LONGEST:
            raise EngineFailed(
                "music",
                f"a bed of {request.samples / 48_000:.1f} seconds was asked for. "
                "It can be 2 seconds to 20 minutes long.",
            )
        style: Style = import_module(f"renderers.music.styles.{mood.id}").STYLE
        return Bed(_render(style, request, self._bank))


def _render(style: Style, request: MusicRequest, bank: Path) -> Sound:
    from renderers.music.composition import compose
    from renderers.music.mastering import master
    from renderers.music.performing import Event, perform
    from renderers.music.space import Effects
    from renderers.music.synthesis import Synthesizer

    piece = compose(style, request.samples, request.seed, request.marks)
    long = request.samples > _MOST_HELD
    out: Sound = ScratchSound(request.samples) if long else np.zeros((request.samples, 2), np.float32)
    with Synthesizer(bank) as synthesizer:
        for name, bus in style.buses.items():
            channels: list[tuple[Part, int, float]] = []
            events: list[Event] = []
            for line in piece.lines:
                if line.part.bus != name:
                    continue
                played = perform(piece, line, len(channels), request.seed)
                channels.append((line.part, line.program, synthesizer.calibrate(line.part, line.program, played)))
                events += played
            if not events:
                continue
            effects = Effects(bus, piece.form.beat_seconds, _CHUNK)
            synthesizer.set_up(channels)
            for start, sound in synthesizer.render(sorted(events), request.samples, _CHUNK):
                out[start : start + len(sound)] += effects.pass_through(sound)
    master(out, round(piece.form.seconds_at(piece.form.beats) * 48_000))
    return out

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
from renderers.music.arrangement import Outline
from renderers.music.catalogue import find_mood
from renderers.music.score import Style
from renderers.sound_files import ScratchSound, Sound
from renderers.takes import TakeStore

VERSION = 3
"""Raised when the same request sounds different."""
SHORTEST, LONGEST = 96_000, 20 * 60 * 48_000
"""Samples: two seconds and twenty minutes."""
SLOWEST_FASTEST = (0.8, 1.25)
"""Factors of a mood's own tempo."""
_MOST_HELD = 60 * 48_000
"""Samples of the longest bed that is made in memory; a longer one is made on the disk."""


def key_of(mood: str, seed: int) -> int:
    """The tonic of the pieces of this mood and seed, as a pitch class. Raises `EngineFailed` for an unknown mood."""
    from renderers.music.composition import tonic_of

    return tonic_of(_style(mood), seed)


def _style(mood: str) -> Style:
    found: Style = import_module(f"renderers.music.styles.{find_mood(mood).id}").STYLE
    return found


class ComposedMusic:
    """Music written and played on this machine, to the sample, the same for the same request."""

    def __init__(self, bank: Path | str | None = None) -> None:
        """Take `bank`, a SoundFont file, or the default one. Raises `EngineFailed` where there is none."""
        from renderers.music.synthesis import find_bank

        self.bank = Path(bank).expanduser() if bank else find_bank()
        if not self.bank.is_file():
            raise EngineFailed("music", f"there is no file {self.bank.name}. Name a SoundFont file that exists.")

    @cached_property
    def identity(self) -> str:
        """Version of the composer, of the synthesizer, and the bank's name and content."""
        with self.bank.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()[:12]
        return f"composed {VERSION}, tinysoundfont {version('tinysoundfont')}, {self.bank.name} {content}"

    def compose(self, request: MusicRequest, takes: TakeStore | None = None) -> Bed:
        """A bed in the mood asked for, with a beginning, sections at the marks and an ending that rings out.

        Between two seconds and twenty minutes long, near -20 LUFS, true peak under 0.85 of full scale. What is played
        is kept in `takes`, phrase by phrase. Raises `EngineFailed` for an unknown mood or any other length.
        """
        style = _style(request.mood)
        if not SHORTEST <= request.samples <= LONGEST:
            raise EngineFailed(
                "music",
                f"a bed of {request.samples / 48_000:.1f} seconds was asked for. "
                "It can be 2 seconds to 20 minutes long.",
            )
        return Bed(self._render(style, request, takes))

    def _render(self, style: Style, request: MusicRequest, takes: TakeStore | None) -> Sound:
        from renderers.music.composition import compose
        from renderers.music.mastering import master
        from renderers.music.performing import phrases
        from renderers.music.playback import LEAD, Players

        tempo = min(SLOWEST_FASTEST[1], max(SLOWEST_FASTEST[0], request.tempo))
        outline = Outline(request.marks, request.kinds, min(1.0, max(-1.0, request.energy)), tempo)
        piece = compose(style, request.samples, request.seed, outline)
        long = request.samples > _MOST_HELD
        out: Sound = ScratchSound(request.samples) if long else np.zeros((request.samples, 2), np.float32)
        players = Players(style, self.bank, self.identity, takes)
        try:
            for phrase in phrases(piece.form):
                sound = players.phrase(piece, phrase, request.seed)
                start = phrase.start - LEAD
                skipped = max(0, -start)
                end = min(request.samples, start + len(sound))
                if end > start + skipped:
                    out[start + skipped : end] += sound[skipped : end - start]
        finally:
            players.close()
        master(out, round(piece.form.seconds_at(piece.form.beats) * 48_000))
        return out

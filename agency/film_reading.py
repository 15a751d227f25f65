"""Films lent to brand memory: their pictures and their sound, read by the guarded wrapper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from brand_memory.films import FilmFacts
from renderers.media import SoundPiece, frames, play_sound, probe_foreign
from renderers.media_facts import FOREIGN, MediaFacts
from renderers.media_signature import rejected
from renderers.media_sound import Tape

_FALLBACK_RATE = Fraction(25)


class GuardedFilms:
    """A `FilmReader` over the one module that reads media; each file is first opened in a child that limits bind.

    `sounds` are the files of sound that belong to films whose pictures came without it.
    """

    def __init__(self, sounds: Mapping[Path, Path] | None = None) -> None:
        self._facts: dict[Path, MediaFacts] = {}
        self._sounds = dict(sounds or {})

    def facts(self, path: Path) -> FilmFacts:
        """What the file is. Raises `MediaRejected` for what is no film that can or may be read."""
        found = self._probe(path)
        video = found.video
        if video is None:
            raise rejected(path.name, "has no picture", "Give a video")
        width, height = (video.width, video.height) if video.rotation % 180 == 0 else (video.height, video.width)
        seconds = video.start + video.duration
        return FilmFacts(
            seconds=seconds,
            width=width,
            height=height,
            fps=video.rate or _FALLBACK_RATE,
            has_sound=self._probe(self._heard(path)).sound is not None,
            bit_rate=found.bytes * 8 / max(seconds, 0.1),
        )

    def pictures(
        self, path: Path, size: tuple[int, int], rate: Fraction, start: float, end: float
    ) -> Iterator[NDArray[np.uint8]]:
        """Pictures as `FilmReader` wants them. Raises `MediaRejected`."""
        self._probe(path)
        for picture in frames(path, size, rate=rate, start=start, end=end, limits=FOREIGN):
            yield picture.pixels

    def sound(self, path: Path, rate: int, start: float, end: float) -> NDArray[np.float32]:
        """Sound as `FilmReader` wants it. Raises `MediaRejected`."""
        heard = self.stereo(path, rate, start, end)
        return np.ascontiguousarray(heard.mean(axis=1))

    def stereo(self, path: Path, rate: int, start: float, end: float) -> NDArray[np.float32]:
        """Samples `(n, 2)` at `rate` between two seconds, silent where the film is. Raises `MediaRejected`."""
        heard = self._heard(path)
        self._probe(heard)
        tape = Tape(FOREIGN.seconds)
        for piece in play_sound(heard, FOREIGN):
            if piece.time >= end:
                break
            kept = _between(piece, start, end)
            if len(kept.samples):
                tape.lay(kept)
        length = round((end - start) * rate)
        samples = tape.samples(rate)[:length]
        return np.pad(samples, ((0, length - len(samples)), (0, 0)))

    def loudness(self, path: Path) -> float | None:
        """Integrated loudness in LUFS (BS.1770). Raises `MediaRejected`."""
        from renderers.inspection_sound import SoundWatch

        heard = self._heard(path)
        found = self._probe(heard)
        watch = SoundWatch(FOREIGN.seconds)
        for piece in play_sound(heard, FOREIGN):
            watch.hear(piece)
        return watch.finish(found.sound.duration if found.sound else 0.0).loudness

    def _heard(self, path: Path) -> Path:
        """The file in which the sound of the film at `path` is."""
        return self._sounds.get(path, path)

    def _probe(self, path: Path) -> MediaFacts:
        if path not in self._facts:
            self._facts[path] = probe_foreign(path)
        return self._facts[path]


def _between(piece: SoundPiece, start: float, end: float) -> SoundPiece:
    """What of `piece` sounds between two seconds, counted from the first of them."""
    first = max(0, round((start - piece.time) * piece.rate))
    last = max(first, min(len(piece.samples), round((end - piece.time) * piece.rate)))
    return replace(piece, time=max(0.0, piece.time - start), samples=piece.samples[first:last])

"""A client's track as a bed: cut or repeated where the music allows it, exactly as long as asked, ending as it ends.

A track that is too long loses bars from its middle, one that is too short plays some of them again: so its own
beginning and its own ending are heard. Where it goes on elsewhere, it does so on a bar line, between places that sound
alike, and the two are faded into each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.music.beats import STEP
from renderers.music.tracks import Track

TRACK_VERSION = 2
"""Raised when the same track is cut in another way."""
RATE = 48_000
LEVEL, PEAK = -20.0, -1.5
"""LUFS and dBTP of the bed."""
_FADE = RATE * 3 // 100
"""Samples over which one place of a track becomes another, on a beat."""
_LONG_FADE = RATE
"""The same where there is no beat."""
_SEEK = RATE // 100
"""Samples within which the waves of two places are brought together."""
_MOST_OVER, _MOST_UNDER = 2.2, 0.5
"""Seconds by which what is left of a track may be longer (it is faded sooner) or shorter (it ends sooner)."""
_GRID = RATE
"""Samples between places to leave a track that has no bars."""
_CHUNK = 4 * RATE
_MOST_PLACES = 400
_BARS_NEEDED = 2
"""Bars without which a track is taken for one that has none: a loop of two is repeated on the second."""
_SOFT_START = RATE // 200
_ABRUPT = 12.0
"""dB: an ending that is no further below the track than this at its last half second is no ending yet."""
_OWN_FADE, _LEAST_FADE = 2.5, 0.4
"""Seconds of the fade at the end of a track that does not end, and of one that does."""


@dataclass(frozen=True)
class Span:
    """Samples of the track from `start` to before `end`."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many."""
        return self.end - self.start


def plan_cut(track: Track, length: int) -> tuple[Span, ...]:
    """The spans of `track` that follow one another to make at least `length` samples, if the track has any way to.

    Together they are at most a little longer or shorter: the last is cut, or followed by silence.
    """
    whole = Span(track.start, track.end)
    missing = length - whole.length
    if -_MOST_OVER * RATE <= missing <= _MOST_UNDER * RATE:
        return (whole,)
    places, alike = _places(track)
    jumps = _jumps(places, alike, whole, missing)
    if jumps is not None:
        leaving, going, times = jumps
        first, second = int(places[leaving]), int(places[going])
        return (Span(whole.start, first), *[Span(second, first)] * (times - 1), Span(second, whole.end))
    if missing > 0:
        times = -(-length // max(1, whole.length))
        return (whole,) * times
    start = next((int(bar) for bar in places if bar >= whole.start), whole.start)
    return (Span(start, min(whole.end, start + length)),)


def cut_track(track: Track, length: int) -> Iterator[NDArray[np.float32]]:
    """`length` stereo samples of `track` as it is to be heard, in blocks: near -20 LUFS, ending in silence."""
    spans = _matched(track, plan_cut(track, length))
    gain = 10 ** (min(LEVEL - track.loudness, PEAK - track.true_peak) / 20)
    fade = _end_fade(track, spans, length)
    at = 0
    for block in _joined(track, spans, _FADE if len(track.bars) else _LONG_FADE):
        kept = block[: length - at] * np.float32(gain)
        yield _faded(kept, at, length, fade)
        at += len(kept)
        if at >= length:
            return
    for start in range(at, length, _CHUNK):
        yield np.zeros((min(_CHUNK, length - start), 2), np.float32)


def _places(track: Track) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Where the track may be left and entered, and how unlike any two of these places are (0: the same)."""
    grid = np.arange(track.start + _GRID, track.end - _GRID // 2, _GRID, dtype=np.int64)
    places = track.bars if len(track.bars) >= _BARS_NEEDED else grid
    if len(places) > _MOST_PLACES:
        places = places[:: -(-len(places) // _MOST_PLACES)]
    if not len(places):
        return places, np.zeros((0, 0))
    steps = max(2, int(np.median(np.diff(places))) // STEP) if len(places) > 1 else _GRID // STEP
    half = max(1, steps // 2)
    marks = []
    for place in places // STEP:
        parts = [track.bands[max(0, place + at) : max(0, place + at) + half] for at in (-steps, -half, 0, half)]
        marks.append(
            np.concatenate([part.mean(axis=0) if len(part) else np.zeros(track.bands.shape[1]) for part in parts])
        )
    found = np.array(marks, np.float64)
    unlike = np.sqrt(((found[:, None] - found[None]) ** 2).mean(axis=2))
    return places, unlike / max(1e-9, float(np.median(unlike)))


def _jumps(
    places: NDArray[np.int64], unlike: NDArray[np.float64], whole: Span, missing: int
) -> tuple[int, int, int] | None:
    """The place to leave the track at, the one to go on from, and how often, where that leads near the length."""
    if len(places) < 2:
        return None
    gained = places[:, None] - places[None]
    if missing < 0:
        times = np.ones_like(gained)
        allowed = gained < 0
    else:
        # Once more where the nearest number falls too short: what is over is cut.
        times = np.ceil((missing - _MOST_UNDER * RATE) / np.maximum(gained, 1))
        times = np.maximum(1, np.maximum(times, np.rint(missing / np.maximum(gained, 1)))).astype(np.int64)
        allowed = gained > 0
    over = (whole.length + times * gained - (whole.length + missing)) / RATE
    allowed &= (over <= _MOST_OVER) & (over >= -_MOST_UNDER)
    beginning = (places - whole.start)[:, None] / RATE
    ending = (whole.end - places)[None] / RATE
    allowed &= (beginning > 0.5) & (ending > 1.0)
    if not allowed.any():
        return None
    price = 1.5 * unlike + 0.25 * np.maximum(over, 0) - np.minimum(over, 0)
    price = price + 0.9 * (times - 1) + 2.0 * np.maximum(0, 6 - beginning) / 6 + 1.5 * np.maximum(0, 5 - ending) / 5
    leaving, going = np.unravel_index(int(np.argmin(np.where(allowed, price, np.inf))), price.shape)
    return int(leaving), int(going), int(times[leaving, going])


def _matched(track: Track, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """`spans` with each entry moved by a hair, so that its wave goes on from the one before."""
    found = [spans[0]]
    for span in spans[1:]:
        left = found[-1].end
        wave = _mono(track, left - _FADE, left + _FADE)
        around = _mono(track, span.start - _FADE - _SEEK, span.start + _FADE + _SEEK)
        if len(wave) < 2 * _FADE or len(around) < len(wave) + 2 * _SEEK:
            found.append(span)
            continue
        likeness = np.correlate(around, wave, "valid")
        found.append(Span(span.start + int(np.argmax(likeness)) - _SEEK, span.end))
    return tuple(found)


def _mono(track: Track, start: int, end: int) -> NDArray[np.float64]:
    if start < 0:
        return np.zeros(0)
    return np.asarray(np.asarray(track.sound[start:end], np.float64).mean(axis=1))


def _joined(track: Track, spans: tuple[Span, ...], fade: int) -> Iterator[NDArray[np.float32]]:
    """The spans one after another, each faded into the next around the place where they meet."""
    half = fade // 2
    for number, span in enumerate(spans):
        begin = span.start + (half if number else 0)
        last = number == len(spans) - 1
        end = span.end if last else span.end - half
        for start in range(begin, end, _CHUNK):
            yield _read(track, start, min(end, start + _CHUNK))
        if not last:
            coming = spans[number + 1].start
            risen = np.linspace(0, 1, 2 * half, dtype=np.float32)[:, None]
            # What is alike adds up in amplitude, what is not in power: the middle of both is heard as even.
            left, right = ((np.sin(share * np.float32(np.pi / 2))) ** 1.4 for share in (1 - risen, risen))
            yield (
                _read(track, span.end - half, span.end + half) * left
                + _read(track, coming - half, coming + half) * right
            )


def _read(track: Track, start: int, end: int) -> NDArray[np.float32]:
    """The samples from `start` to `end` as floats; silence outside the track."""
    out = np.zeros((end - start, 2), np.float32)
    first, last = max(0, start), min(len(track.sound), end)
    if first < last:
        out[first - start : last - start] = track.sound[first:last] * np.float32(1 / 32767)
    return out


def _end_fade(track: Track, spans: tuple[Span, ...], length: int) -> tuple[int, int]:
    """From which sample on, and over how many, the bed falls to nothing."""
    total = sum(span.length for span in spans)
    heard = min(total, length)
    rows = track.bands[: max(1, spans[-1].end // STEP)]
    ends = 10 * float(np.log10(np.maximum((10.0 ** rows[-50:]).sum(axis=1).mean(), 1e-9)))
    usual = 10 * float(np.log10(np.maximum(np.median((10.0**track.bands).sum(axis=1)), 1e-9)))
    cut = (total - heard) / RATE
    abrupt = usual - ends < _ABRUPT and spans[-1].end >= track.end - STEP
    seconds = max(_LEAST_FADE, _OWN_FADE if abrupt or spans[-1].end < track.end - STEP else min(_OWN_FADE, cut + 0.8))
    width = min(round(seconds * RATE), heard // 2)
    return heard - width, width


def _faded(block: NDArray[np.float32], at: int, length: int, fade: tuple[int, int]) -> NDArray[np.float32]:
    begin, width = fade
    if at + len(block) > begin and width:
        left = np.clip(1 - (np.arange(at, at + len(block)) - begin) / width, 0, 1)
        block = block * np.square(left).astype(np.float32)[:, None]
    if at < _SOFT_START:
        block = block * np.clip(np.arange(at, at + len(block)) / _SOFT_START, 0, 1).astype(np.float32)[:, None]
    return block

"""The finish of every spoken line: rumble out, single words as they are asked for, the voice mastered, silence trimmed,
pauses as the marks ask, level set, edges faded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.speech import Finish, Speech, Viseme
from renderers.speech.mastering import master
from renderers.speech.phones import is_stop
from renderers.speech.prosody import shape
from renderers.speech.timing import close_gaps, time_words
from renderers.speech.utterance import RawSpeech, Segment, Utterance

DELIVERY = "3"
"""The edition of this finish; a change that is heard raises it."""

HIGHPASS_HZ = 70.0
LEVEL_RMS = 0.1
"""-20 dBFS over what is speech, the level at which speech keeps its peaks under full scale."""

HIGHEST_PEAK = 0.89
LEAD_SECONDS, TAIL_SECONDS, FADE_SECONDS = 0.03, 0.04, 0.005
PAUSES = {"": 0.0, ",": 0.17, ";": 0.30, ".": 0.45, "?": 0.48, "!": 0.45}
"""The least silence after a mark, in seconds at speed 1, inside a line; read speech pauses about this long."""

_FRAME_SECONDS = 0.005
_SHORTEST_SILENCE = 0.03
_LEAST_SOUND = 0.02
_AFTER_SECONDS, _BEFORE_SECONDS, _RAMP_SECONDS = 0.02, 0.005, 0.01
"""How much of a pause stays behind a sound, which rings on, and before one, and how long the fade beside it takes."""
_SPEECH_FLOOR = 10 ** (-45 / 20)
_ACTIVE_FLOOR = 10 ** (-30 / 20)

Samples = NDArray[np.float64]


def deliver(
    raw: RawSpeech, utterance: Utterance, engine: str, speed: float = 1.0, finish: Finish | None = None
) -> Speech:
    """The finished speech of `raw`, with the times of words and sounds; the voice mastered as `finish` says.

    Raises `EngineFailed` where nothing sounds.
    """
    rate = raw.sample_rate
    if not any(segment.token >= 0 for segment in raw.segments) or not np.any(np.abs(raw.samples) > 1e-4):
        raise EngineFailed(engine, "the voice made no sound for this line; choose a voice of the line's language.")
    samples = highpass(raw.samples, rate)
    segments = close_gaps(raw.segments, len(samples) / rate)
    samples, segments = shape(samples, rate, segments, utterance)
    if finish is not None:
        samples = master(_quieten(samples, rate, segments), rate, finish)
    samples, segments = _trim(samples, rate, segments)
    samples, segments = _set_pauses(samples, rate, segments, utterance, speed)
    samples = _fade(_set_level(samples, rate), rate)
    words, phones = time_words(utterance, segments)
    return Speech(samples.astype(np.float32), rate, words, phones)


def highpass(samples: Samples, rate: int) -> Samples:
    """`samples` without offset and with what lies under `HIGHPASS_HZ` rolled off by 12 dB an octave, without delay."""
    padding = rate // 5
    padded = np.pad(samples - samples.mean(), (padding, padding))
    # A length of many small factors keeps the transform fast.
    length = -(-len(padded) // 4096) * 4096
    spectrum = np.fft.rfft(padded, length)
    frequencies = np.fft.rfftfreq(length, 1 / rate)
    with np.errstate(divide="ignore"):
        spectrum *= 1 / np.sqrt(1 + (HIGHPASS_HZ / frequencies) ** 4)
    return np.asarray(np.fft.irfft(spectrum, length)[padding : padding + len(samples)], np.float64)


def speech_level(samples: Samples, rate: int) -> float:
    """The RMS over the 20 ms frames that lie within 30 dB of the loudest."""
    frames = _frames(samples, max(1, rate // 50))
    return float(np.sqrt(np.mean(frames[frames >= frames.max() * _ACTIVE_FLOOR] ** 2))) if frames.size else 0.0


def _frames(samples: Samples, size: int) -> Samples:
    """The RMS of each whole frame of `size` samples; of all, where there is less than one."""
    count = max(1, len(samples) // size)
    return np.asarray(
        [
            np.sqrt(np.mean(part**2))
            for part in (samples[: count * size].reshape(count, -1) if len(samples) >= size else samples[None])
        ]
    )


def _trim(samples: Samples, rate: int, segments: Sequence[Segment]) -> tuple[Samples, tuple[Segment, ...]]:
    size = max(1, round(rate * _FRAME_SECONDS))
    frames = _frames(samples, size)
    heard = np.flatnonzero(frames > frames.max() * _SPEECH_FLOOR) * size / rate
    spoken = [segment for segment in segments if segment.token >= 0]
    # The closed lips of a "p" are silent, yet belong to the word; a long one may lose a little of its beginning. What
    # an engine hums in its pauses is not speech, so the sound counts only near the first and the last segment.
    first_heard = heard[heard >= spoken[0].start - 0.05]
    last_heard = heard[heard <= spoken[-1].end + 0.08]
    onset = float(first_heard[0]) if first_heard.size else spoken[0].start
    ending = float(last_heard[-1]) + _FRAME_SECONDS if last_heard.size else spoken[-1].end
    begin = max(0.0, min(onset, spoken[0].start + 0.04) - LEAD_SECONDS)
    end = min(len(samples) / rate, max(ending, spoken[-1].end - 0.04) + TAIL_SECONDS)
    first, last = round(begin * rate), round(end * rate)
    segments = _begin_where_heard(segments, onset)
    moved = [
        replace(segment, start=segment.start - first / rate, end=segment.end - first / rate) for segment in segments
    ]
    return samples[first:last], close_gaps(_ends_silent(moved, (last - first) / rate), (last - first) / rate)


def _begin_where_heard(segments: Sequence[Segment], onset: float) -> list[Segment]:
    """The segments with the first sound beginning at `onset`, where the line is first heard, unless it is a stop."""
    at = next(index for index, segment in enumerate(segments) if segment.token >= 0)
    own = segments[at]
    start = min(onset, own.end - _LEAST_SOUND)
    if start <= own.start or is_stop(own.symbol, own.viseme):
        return list(segments)
    silence = Segment("pau", segments[0].start, start, Viseme.SIL, 0, -1)
    return [silence, replace(own, start=start), *segments[at + 1 :]]


def _quieten(samples: Samples, rate: int, segments: Sequence[Segment]) -> Samples:
    """`samples` with what an engine hums in its pauses faded out, a little after and before the sounds beside them."""
    gain = np.ones(len(samples))
    ramp = 0.5 + 0.5 * np.cos(np.pi * np.arange(1, round(_RAMP_SECONDS * rate) + 1) / (_RAMP_SECONDS * rate))
    for index, segment in enumerate(segments):
        first = round((segment.start + (_AFTER_SECONDS if index else 0.0)) * rate)
        last = round((segment.end - (_BEFORE_SECONDS if index + 1 < len(segments) else 0.0)) * rate)
        if segment.token < 0 and last - first > 2 * len(ramp):
            gain[first:last] = 0.0
            if index:
                gain[first : first + len(ramp)] = ramp
            if index + 1 < len(segments):
                gain[last - len(ramp) : last] = ramp[::-1]
    return samples * gain


def _ends_silent(segments: Sequence[Segment], seconds: float) -> list[Segment]:
    """The segments with a silence at the end, so that the last sound is not drawn out over it."""
    last = max((segment.end for segment in segments if segment.token >= 0), default=0.0)
    return [*segments, Segment("pau", last, seconds, Viseme.SIL, 0, -1)] if last < seconds - 1e-6 else list(segments)


def _set_pauses(
    samples: Samples, rate: int, segments: Sequence[Segment], utterance: Utterance, speed: float
) -> tuple[Samples, tuple[Segment, ...]]:
    """Pauses as long as is asked: at least what the mark before them wants, and exactly what a direction does."""
    pieces: list[Samples] = []
    moved: list[Segment] = []
    taken, added = 0, 0.0
    for index, segment in enumerate(segments):
        extra = _missing(segments, index, utterance, speed)
        cut = round((segment.start + segment.end) / 2 * rate) if segment.token < 0 else round(segment.end * rate)
        if extra > 0:
            pieces += [_fade(samples[taken:cut], rate, begin=bool(pieces)), np.zeros(round(extra * rate))]
            taken = cut
        elif extra < 0:
            gone = round(-extra * rate)
            pieces.append(_fade(samples[taken : cut - gone // 2], rate, begin=bool(pieces)))
            taken = cut - gone // 2 + gone
        extra = round(abs(extra) * rate) / rate * (1 if extra > 0 else -1)
        own = extra if segment.token < 0 else 0.0
        moved.append(replace(segment, start=segment.start + added, end=segment.end + added + own))
        if extra and segment.token >= 0:
            moved.append(Segment("pau", segment.end + added, segment.end + added + extra, Viseme.SIL, 0, -1))
        added += extra
    pieces.append(_fade(samples[taken:], rate, begin=bool(pieces), end=False))
    whole = np.concatenate(pieces)
    return whole, close_gaps(moved, len(whole) / rate)


def _missing(segments: Sequence[Segment], index: int, utterance: Utterance, speed: float) -> float:
    """Seconds that a segment lacks as a pause, or (below 0) has too many; none at the ends of a line."""
    segment = segments[index]
    following = segments[index + 1].token if index + 1 < len(segments) else -1
    if segment.token >= 0:
        # Where the engine went on without a rest, one is made behind the word.
        wanted = utterance.tokens[segment.token].pause
        return wanted if wanted and following >= 0 and following != segment.token else 0.0
    before = next((earlier.token for earlier in reversed(segments[:index]) if earlier.token >= 0), -1)
    if before < 0 or not any(later.token >= 0 for later in segments[index + 1 :]):
        return 0.0
    token, length = utterance.tokens[before], segment.end - segment.start
    if token.pause is not None:
        return max(token.pause, _SHORTEST_SILENCE) - length
    return max(0.0, PAUSES[token.mark] * utterance.pauses / speed - length)


def _set_level(samples: Samples, rate: int) -> Samples:
    level = speech_level(samples, rate)
    peak = float(np.abs(samples).max())
    return samples * min(LEVEL_RMS / max(level, 1e-9), HIGHEST_PEAK / max(peak, 1e-9))


def _fade(samples: Samples, rate: int, *, begin: bool = True, end: bool = True) -> Samples:
    count = min(round(rate * FADE_SECONDS), len(samples) // 2)
    if not count:
        return samples
    ramp = 0.5 - 0.5 * np.cos(np.pi * (np.arange(count) + 0.5) / count)
    faded = samples.copy()
    if begin:
        faded[:count] *= ramp
    if end:
        faded[-count:] *= ramp[::-1]
    return faded

"""A film's presenters, measured: lips on its pictures against its sound, and all that moves on the performances.

What is on screen is held against the rig, so that what is measured on the rig's curves holds for the film.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan
from pathlib import Path

import numpy as np

from renderers.avatar import Avatar, AvatarRequest, Performance
from renderers.avatar.framing import FRAMINGS_WITH_ARMS
from renderers.avatar.measures import (
    Curve,
    alignment,
    blinks,
    brow_peaks,
    closes,
    energy_ratio,
    expected_gap,
    frame_times,
    hand_peaks,
    nod_peaks,
    offset_of,
    pose_curves,
    self_similarity,
    stillness,
)
from renderers.avatar.mouth import aperture
from renderers.avatar.mouth_watch import Seen, Sight, watch_mouths
from renderers.avatar.performance import PORTRAIT, load
from renderers.avatar.prosody import Pause, Prosody, read_prosody
from renderers.picture_format import PictureFormat, Rect
from renderers.speech import Phone, Viseme, Word
from renderers.speech.envelope import CURVE_RATE, loudness_curve
from renderers.speech.hearing import RATE as LEVEL_RATE
from renderers.speech.hearing import heard_levels, placed_levels
from renderers.speech.storage import load_speech
from renderers.takes import TakeStore
from renderers.timebase import SOUND_RATE

LONG_ENOUGH = 60.0
"""Seconds of presenters from which on repetition is looked for."""
_FEWEST = 12
"""Movements and words of weight below which chance decides how well they go together."""
_LEAST_CLOSURES = 3
"""Sounds that close the lips from which on their share says something."""
_LISTENS = 0.02
"""The gap that the lips of somebody who listens never reach."""
_FOLLOWS = 0.6
"""The correlation of what is seen with the rig below which the mouth was not seen well enough to be measured."""


@dataclass(frozen=True)
class Appearance:
    """A presenter in one scene: the scene's frames in the programme, its take, where it is painted, and the voices (the
    sample of the programme at which each begins, and its take).
    """

    scene: str
    start: int
    take: Path
    digest: str
    avatar: str
    engine: str
    region: Rect
    framing: str
    circle: bool
    marks: tuple[int, ...]
    voices: tuple[tuple[int, Path], ...]


@dataclass(frozen=True)
class PresenterMeasures:
    """What was measured of a film's presenters; NaN where there was not enough to measure it by.

    `offset_ms` is by how much lips follow what is heard; `follows` how closely the mouth that is seen goes with the
    rig; `missed` are the seconds of the programme of sounds on which lips did not close. `seconds` is how long
    presenters are in the picture.
    """

    seconds: float
    follows: float
    offset_ms: float
    closures: float
    missed: tuple[float, ...]
    stillness: float
    blinks: float
    blink_variation: float
    hands_p: float
    brows_p: float
    nods_p: float
    alike: float
    energy: float
    drift: float = nan
    """How far the face of somebody from a photo leaves its own shape, in distances of the eyes."""


@dataclass(frozen=True)
class _Told:
    """What is said in one appearance, and its performance."""

    performance: Performance
    phones: tuple[Phone, ...]
    prosody: Prosody


def measure_presenters(
    path: Path,
    appearances: Sequence[Appearance],
    format: PictureFormat,
    takes: TakeStore | None = None,
    models: Path | None = None,
) -> PresenterMeasures | None:
    """The measures of the film at `path`; None where nobody appears in it whose takes are still there.

    `models` is the folder of the face model; without it nothing is told of the identity of those from photos. Raises
    `TakeDamaged` for a take that can not be read and `MediaRejected` for a film that can not.
    """
    appearances = [one for one in appearances if _kept(one)]
    if not appearances:
        return None
    told = [_tell(one, format) for one in appearances]
    performances = [one.performance for one in told]
    seconds = sum(one.frames for one in performances) / float(format.rate)
    rate, variation = blinks(performances)
    enough = seconds >= LONG_ENOUGH
    pose = pose_curves(performances)
    follows, late, closures, missed, still = _lips(path, appearances, told, format, takes)
    hands, brows, nods = _on_words(appearances, told)
    return PresenterMeasures(
        seconds=seconds,
        follows=follows,
        offset_ms=late,
        closures=closures,
        missed=missed,
        stillness=still,
        blinks=rate,
        blink_variation=variation,
        hands_p=hands,
        brows_p=brows,
        nods_p=nods,
        alike=self_similarity(pose, float(format.rate)) if enough and pose else nan,
        energy=energy_ratio(performances) if enough else nan,
        drift=_drift(path, appearances, told, format, models),
    )


def _kept(one: Appearance) -> bool:
    """Whether what an appearance is measured by was kept: takes are removed when room is needed."""
    return (one.take / "performance.npz").is_file() and all(folder.is_dir() for _, folder in one.voices)


def _tell(one: Appearance, format: PictureFormat) -> _Told:
    performance, rate = load(one.take), format.rate
    length = float(performance.frames / rate)
    if aperture(performance).max() < _LISTENS:
        # What is heard is said by somebody else.
        one = replace(one, voices=())
    words, phones = list[Word](), list[Phone]()
    level = np.zeros(round(length * CURVE_RATE) + 1, np.float32)
    begins = one.start * SOUND_RATE / rate
    for sample, folder in one.voices:
        speech, at = load_speech(folder), float((sample - begins) / SOUND_RATE)
        base = len(words)
        words += [replace(word, start=word.start + at, end=word.end + at) for word in speech.words]
        phones += [
            replace(p, start=p.start + at, end=p.end + at, word=p.word + base if p.word >= 0 else -1)
            for p in speech.phones
        ]
        curve, first = loudness_curve(speech), max(round(at * CURVE_RATE), 0)
        level[first : first + len(curve)] = curve[: len(level) - first]
    nobody = Avatar("", "", "", "", "", "", "")
    heard = AvatarRequest(
        nobody, tuple(words), tuple(phones), tuple(level.tolist()), performance.frames, rate, 0, one.framing, one.marks
    )
    return _Told(performance, tuple(phones), read_prosody(heard))


def _drift(
    path: Path, appearances: Sequence[Appearance], told: list[_Told], format: PictureFormat, models: Path | None
) -> float:
    if models is None or not any(one.engine == "photo" for one in appearances):
        return nan
    from renderers.avatar.photo.identity import watch_identity
    from renderers.avatar.photo.portrait import read_portrait

    # What the networks make of an animal's face says nothing of it.
    photos = [
        Sight(one.start, one.avatar, its.performance, one.digest, one.region, one.framing, one.circle)
        for one, its in zip(appearances, told, strict=True)
        if one.engine == "photo" and read_portrait(one.take / PORTRAIT).kind == "person"
    ]
    return max((drift.most for drift in watch_identity(path, photos, format, models)), default=nan)


def _lips(
    path: Path, appearances: Sequence[Appearance], told: list[_Told], format: PictureFormat, takes: TakeStore | None
) -> tuple[float, float, float, tuple[float, ...], float]:
    """How closely the mouth follows the rig, how late it is, the share of closed lips and where not, and stillness."""
    drawn = [number for number, one in enumerate(appearances) if one.engine in ("illustrated", "photo")]
    sights = [
        Sight(
            appearances[n].start, appearances[n].avatar, told[n].performance, appearances[n].digest,
            appearances[n].region, appearances[n].framing, appearances[n].circle,
            appearances[n].take / PORTRAIT if appearances[n].engine == "photo" else None,
        )
        for n in drawn
    ]  # fmt: skip
    seen = watch_mouths(path, sights, format, takes) if sights else ()
    if not seen:
        return nan, nan, nan, (), nan
    rate = float(format.rate)
    shown, rigs, met, missed = list[tuple[Curve, Curve]](), list[Curve](), 0, list[float]()
    pauses, gaps, moments = list[Pause](), list[Curve](), list[Curve]()
    top = float(np.percentile(np.concatenate([one.opening for one in seen]), 95))
    for one in seen:
        its, appearance = told[drawn[one.sight]], appearances[drawn[one.sight]]
        times, phones, silences = _local(one, its, rate)
        rigs.append(aperture(its.performance)[one.first : one.first + len(times)].astype(np.float64))
        shown.append((_at_curve_rate(rigs[-1], times), _at_curve_rate(one.opening, times)))
        for phone in phones:
            near = one.opening[(times >= phone.start - 0.04) & (times <= phone.end + 0.04)]
            if phone.viseme is Viseme.PP and near.size:
                met += closes(near, top)
                if not closes(near, top):
                    missed.append((appearance.start + one.first) / rate + phone.start)
        # Stretches are laid one after the other: each keeps its own pauses.
        ahead = moments[-1][-1] + 1.0 if moments else 0.0
        moments.append(times + ahead)
        gaps.append(one.opening)
        pauses += [Pause(pause.start + ahead, pause.end + ahead) for pause in silences]
    follows = float(np.corrcoef(np.concatenate(gaps), np.concatenate(rigs))[0, 1])
    if not follows >= _FOLLOWS:
        return follows, nan, nan, (), nan
    levels = heard_levels(path)
    placed = placed_levels([voice for one in appearances for voice in one.voices], len(levels))
    late = offset_of(shown)[0] + offset_of([_spoken(told[n], rate) for n in drawn])[0]
    sound, alike = offset_of([(placed, levels)], LEVEL_RATE, 0.5)
    closed = met / (met + len(missed)) if met + len(missed) >= _LEAST_CLOSURES else nan
    still = stillness(pauses, np.concatenate(gaps), np.concatenate(moments))
    return follows, late - (sound if alike > 0.3 else 0.0), closed, tuple(missed), still


def _at_curve_rate(curve: Curve, times: Curve) -> Curve:
    """A curve at `times` at `CURVE_RATE` instead, from 0 to its end."""
    return np.interp(np.arange(int(2 * times[0] * len(times) * CURVE_RATE)) / CURVE_RATE, times, curve)


def _spoken(told: _Told, rate: float) -> tuple[Curve, Curve]:
    """How far all that is said in an appearance opens the lips, and how far the rig does.

    A second or two that are seen are too few words to tell how late the lips are: what is seen tells how late the
    picture is behind the rig, whatever is said, and all that is said how late the rig is behind that.
    """
    opening = aperture(told.performance).astype(np.float64)
    moved = _at_curve_rate(opening, frame_times(len(opening), rate))
    return expected_gap(told.phones, len(moved)), moved


def _local(one: Seen, told: _Told, rate: float) -> tuple[Curve, list[Phone], list[Pause]]:
    """The seconds of a stretch's frames from its start; the sounds and pauses that lie in it, counted from there."""
    start, length = one.first / rate, len(one.opening) / rate
    times = frame_times(len(one.opening), rate)
    phones = [
        replace(phone, start=max(phone.start - start, 0.0), end=min(phone.end - start, length))
        for phone in told.phones
        if phone.end > start and phone.start < start + length
    ]
    pauses = [
        Pause(max(pause.start - start, 0.0), min(pause.end - start, length))
        for pause in told.prosody.pauses
        if pause.end > start and pause.start < start + length
    ]
    return times, phones, pauses


def _on_words(appearances: Sequence[Appearance], told: list[_Told]) -> tuple[float, float, float]:
    """The shares of shifted words that go as well with the hands, the brows and the nods as those that are said."""
    begin, middle, end = list[Curve](), list[Curve](), list[Curve]()
    hands, brows, nods = list[Curve](), list[Curve](), list[Curve]()
    ahead = 0.0
    for appearance, its in zip(appearances, told, strict=True):
        times = frame_times(its.performance.frames, float(its.performance.rate))
        starts, ends = (np.array([getattr(a, edge) for a in its.prosody.accents]) for edge in ("start", "end"))
        begin.append(starts + ahead)
        middle.append((starts + ends) / 2 + ahead)
        end.append(ends + ahead)
        if appearance.framing in FRAMINGS_WITH_ARMS:
            hands.append(hand_peaks(its.performance, times) + ahead)
        brows.append(brow_peaks(its.performance, times) + ahead)
        nods.append(nod_peaks(its.performance, times) + ahead)
        ahead += its.prosody.length
    return _p(hands, begin, ahead), _p(brows, middle, ahead), _p(nods, end, ahead)


def _p(moved: list[Curve], words: list[Curve], length: float) -> float:
    beats, accents = (np.concatenate([*parts, np.zeros(0)]) for parts in (moved, words))
    if min(len(beats), len(accents)) < _FEWEST:
        return nan
    return alignment(beats, np.sort(accents), length)[1]

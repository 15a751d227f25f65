"""The sound of a programme as pieces of encoded sound, each kept as a take: only what an edit reaches is made again.

Four kinds of takes: `levels` of a line or of the music; `peaks` of a piece of the blend; `sound`, a piece finished and
encoded; and `mixes`, which names the pieces of a whole programme, so that one that did not change costs no thinking.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from renderers.encoding import AAC_FRAME, encode_sound, encoder_identity
from renderers.errors import TakeDamaged
from renderers.sound_files import StoredSound
from renderers.sound_pieces import SoundPiece, load_piece, packets_of, save_packets
from renderers.takes import TakeStore, digest
from renderers.timebase import samples
from renderers.timeline import SoundClip, Timeline

if TYPE_CHECKING:
    # These need scipy and are imported where sound is made: a programme whose sound is there must not wait for it.
    from renderers.mixdown import Bed, FilmSound, Line, Signal
    from renderers.mixing import Mix, Plan

MIX_VERSION = 5
"""Raised when mixing changes what is heard."""
VOICE_LOUDNESS = -20.0
"""LUFS of every line before it is mixed."""
FILM_PEAK = -3.0
"""dBTP that a film's own sound reaches at most before it is mixed, however quiet it is on average."""
SMALL_LOUDNESS, SMALL_PEAK = -25.0, -9.0
"""LUFS and dBTP of a small sound before it is mixed."""
_RUN_IN = 8
"""Packets that the encoder hears before the first that is kept, so that its noise there is that of any other place."""
_LINES_HELD = 16


def make_sound(timeline: Timeline, takes: TakeStore) -> tuple[SoundPiece, ...]:
    """The encoded sound of `timeline`, in order: voice and bed, ducked and at the timeline's loudness.

    Raises `TakeDamaged` where a take of speech, music or sound can not be read back.
    """
    length = samples(timeline.duration, timeline.format.rate)
    ceiling = timeline.true_peak
    key = digest("mix", MIX_VERSION, encoder_identity(), timeline.sound, length, timeline.loudness, ceiling)
    if pieces := _known(takes, key):
        return pieces
    mix = _mix(timeline, length, takes)
    keys = [_sound_key(mix, piece) for piece in range(mix.plan.pieces)]
    pieces = _made(mix, keys, takes)
    takes.keep("mixes", key, lambda folder: (folder / "pieces.json").write_text(json.dumps(keys)))
    return pieces


def _known(takes: TakeStore, key: str) -> tuple[SoundPiece, ...]:
    """The pieces of a mix that was made before, if all of them are still there."""
    take = takes.find("mixes", key)
    if take is None:
        return ()
    try:
        keys = [str(name) for name in json.loads((take.folder / "pieces.json").read_text())]
    except (OSError, ValueError) as error:
        raise TakeDamaged(f"The mix {take.folder.name} can not be read back ({error}).", take.folder) from error
    found = [takes.find("sound", name) for name in keys]
    if any(piece is None for piece in found):
        return ()
    takes.count("mixes", made=False)
    for _ in found:
        takes.count("sound", made=False)
    return tuple(load_piece(piece.folder) for piece in found if piece is not None)


def _mix(timeline: Timeline, length: int, takes: TakeStore) -> Mix:
    from renderers.ducking import step_gains
    from renderers.mixdown import CONTROL_HOP, Sources, prepare_voice
    from renderers.mixing import finish, make_plan, piece_peaks, side_by_side

    beds = [clip for clip in timeline.sound if clip.kind == "music"]
    load = lru_cache(_LINES_HELD)(lambda clip: prepare_voice(load_voice(clip)))
    lines = side_by_side(
        lambda clip: _line(clip, takes, load), [clip for clip in timeline.sound if clip.kind == "voice"]
    )
    films = tuple(_film(clip, takes) for clip in timeline.sound if clip.kind in ("film", "small"))
    bed = _bed(beds[0], takes) if beds else None
    hops = -(-length // CONTROL_HOP)
    steps = [(start // CONTROL_HOP, gain) for start, gain in beds[0].gains] if beds else []
    gain = step_gains(beds[0].gain if beds else 0.0, steps, hops)
    plan = make_plan(Sources(tuple(lines), bed, length, films), timeline.loudness, timeline.true_peak, gain)

    def peaks(plan: Plan, piece: int) -> Signal:
        from renderers.levelling import find_piece_window

        key = digest("peaks", MIX_VERSION, plan.peak_floor, piece_inputs(plan, *find_piece_window(length, piece)))
        around = _window(length, piece)[:2]
        take = takes.keep("peaks", key, lambda folder: np.save(folder / "peaks.npy", piece_peaks(plan, piece, around)))
        return _array(take.folder, "peaks.npy")

    return finish(plan, peaks)


def _line(clip: SoundClip, takes: TakeStore, load: Callable[[SoundClip], Signal]) -> Line:
    from renderers.levels import voice_levels
    from renderers.mixdown import Line

    key = digest("line", MIX_VERSION, clip.digest, clip.gain)

    def write(folder: Path) -> None:
        prepared = load(clip)
        np.save(folder / "levels.npy", np.append(voice_levels(prepared), len(prepared)))

    levels = _array(takes.keep("levels", key, write).folder, "levels.npy")
    return Line(clip.start, int(levels[-1]), levels[:-1], lambda: load(clip), key)


def load_voice(clip: SoundClip) -> Signal:
    """The speech of `clip` as the mix takes it: mono at 48 kHz, every line equally loud but for the clip's own gain.

    A voice engine speaks one line a little louder than the next for no reason. Evened out, they sound of one recording,
    and the loudness of the programme hardly hangs on any one of them. Raises `TakeDamaged` as `load_speech` does.
    """
    from renderers.loudness import integrated
    from renderers.resampling import to_48k
    from renderers.speech.storage import load_speech

    speech = load_speech(clip.take)
    voice = to_48k(speech.samples, speech.sample_rate)
    found = integrated(voice)
    gain = clip.gain + (VOICE_LOUDNESS - found if isfinite(found) else 0.0)
    return voice * np.float32(10 ** (gain / 20))


def _bed(clip: SoundClip, takes: TakeStore) -> Bed:
    from renderers.levels import bed_levels
    from renderers.mixdown import Bed

    key = digest("bed", MIX_VERSION, clip.digest)
    bed = StoredSound(clip.take)
    take = takes.keep("levels", key, lambda folder: np.save(folder / "levels.npy", np.stack(bed_levels(bed))))
    power, carved = _array(take.folder, "levels.npy")
    return Bed(bed, power, carved, key)


def _film(clip: SoundClip, takes: TakeStore) -> FilmSound:
    """A film's own sound, as loud as a voice where its peaks allow that; its dynamics are its own. A small sound is
    softer.
    """
    from renderers.film.sound import read_loudness
    from renderers.levels import film_levels
    from renderers.mixdown import FilmSound

    key = digest("film sound", MIX_VERSION, clip.digest)
    sound = StoredSound(clip.take)
    take = takes.keep("levels", key, lambda folder: np.save(folder / "levels.npy", film_levels(sound)))
    loudness, peak = read_loudness(clip.take)
    target, highest = (VOICE_LOUDNESS, FILM_PEAK) if clip.kind == "film" else (SMALL_LOUDNESS, SMALL_PEAK)
    gain = min(target - loudness, highest - peak) if isfinite(loudness) else 0.0
    factor = float(10 ** ((gain + clip.gain) / 20))
    return FilmSound(clip.start, sound, _array(take.folder, "levels.npy"), factor, key, clip.kind == "film")


def _array(folder: Path, name: str) -> np.ndarray:
    try:
        return np.asarray(np.load(folder / name, allow_pickle=False))
    except (OSError, ValueError) as error:
        raise TakeDamaged(f"The measures {folder.name} can not be read back ({error}).", folder) from error


def _window(length: int, piece: int) -> tuple[int, int, int, int]:
    """The samples from and to which the encoder hears a piece, the packets it drops of them, and those it keeps."""
    from renderers.levelling import PIECE

    per_piece = PIECE // AAC_FRAME
    first = piece * per_piece
    dropped = min(first, _RUN_IN + 1)
    kept = min(per_piece, packets_of(length) - first) if (piece + 1) * PIECE < length else packets_of(length) - first
    # An encoder looks one packet ahead before it decides on one.
    return (first - dropped) * AAC_FRAME, min(length, (piece + 1) * PIECE + AAC_FRAME), dropped, kept


def _sound_key(mix: Mix, piece: int) -> str:
    from renderers.mixing import with_margin

    start, end, dropped, kept = _window(mix.plan.sources.length, piece)
    curve, first = mix.levelling.curve(piece)
    inputs = piece_inputs(mix.plan, *with_margin(mix.plan, start, end))
    gain, ceiling = mix.levelling.gain, mix.plan.ceiling
    return digest("sound", MIX_VERSION, encoder_identity(), inputs, curve, start - first, gain, ceiling, dropped, kept)


def piece_inputs(plan: Plan, start: int, end: int) -> tuple[object, ...]:
    """All that decides the blend of `plan` from sample `start` to `end`: equal parts, equal samples."""
    from renderers.mixdown import CONTROL_HOP, EDGE

    sources, balance = plan.sources, plan.balance
    hops = slice(max(0, start // CONTROL_HOP - 1), end // CONTROL_HOP + 2)
    lines = [(line.key, line.start - start) for line in sources.lines_between(start, end)]
    spoken = balance.voice[hops] if lines else None
    music = (_music_mark(sources.bed, start, end), balance.bed[hops], balance.carve[hops]) if sources.bed else None
    ends = (start, sources.length) if start < EDGE or end > sources.length - EDGE else None
    films = [(film.key, film.start - start, film.factor) for film in sources.films_between(start, end)]
    played = (films, balance.film[hops]) if films else ()
    return end - start, start % CONTROL_HOP, lines, spoken, music, ends, *played


def _music_mark(bed: Bed, start: int, end: int) -> tuple[object, ...]:
    """What stands for all samples of `bed` that sound from `start` to `end`, and for how it ends there."""
    from renderers.mixdown import BAND_RUN_IN, BED_EDGE

    before = min(start, BAND_RUN_IN)
    samples = np.ascontiguousarray(bed.samples[start - before : end])
    left = len(bed.samples) - start if end > len(bed.samples) - BED_EDGE else None
    return before, samples.shape, hashlib.sha256(samples.data).hexdigest(), left


def _made(mix: Mix, keys: list[str], takes: TakeStore) -> tuple[SoundPiece, ...]:
    from renderers.mixing import side_by_side

    def make(piece: int) -> SoundPiece:
        def write(folder: Path) -> None:
            start, end, dropped, kept = _window(mix.plan.sources.length, piece)
            save_packets(encode_sound(mix.between(piece, start, end), slice(dropped, dropped + kept)), folder)

        return load_piece(takes.keep("sound", keys[piece], write).folder)

    return tuple(side_by_side(make, range(len(keys))))

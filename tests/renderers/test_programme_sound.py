"""The programme's sound in pieces: what an edit does not reach is kept, and nobody hears where pieces meet."""

from __future__ import annotations

import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.signal import butter, sosfilt

from renderers.encoding import AAC_FRAME, encode_sound
from renderers.film.sound import write_loudness
from renderers.levelling import PIECE
from renderers.look import Look, Palette
from renderers.loudness import integrated, true_peak
from renderers.picture_format import PictureFormat
from renderers.programme_sound import make_sound
from renderers.sound_files import save_sound
from renderers.sound_pieces import SoundPiece, packets_of, read_packets
from renderers.speech import Speech
from renderers.speech.storage import save_speech
from renderers.takes import TakeStore
from renderers.timeline import BackdropClip, Scene, SoundClip, Timeline
from tools.loudness import TARGETS

PALETTE = Palette("#ffffff", "#f4f4f6", "#3355cc", "#224488", "#ee8844", "#15161a", "#5a5d66", "#ffffff", dark=False)
RATE = 48_000
SECONDS = 40
CONFIGURATION = b"\x11\x90"


def spoken(seconds: float, seed: int) -> NDArray[np.float32]:
    """Bursts of voiced sound at 16 kHz, five in two seconds."""
    random = np.random.default_rng(seed)
    times = np.arange(int(seconds * 16_000)) / 16_000
    pitch = np.cumsum(130 + 20 * np.sin(2 * np.pi * 0.7 * times + seed)) / 16_000
    voiced = sum(np.sin(2 * np.pi * pitch * k) / k for k in range(1, 20))
    syllables = np.clip(np.sin(2 * np.pi * 2.5 * times), 0, 1) ** 0.5 * (0.7 + 0.1 * random.random())
    return (0.12 * voiced * syllables).astype(np.float32)


def decoded(pieces: tuple[SoundPiece, ...], length: int) -> NDArray[np.float32]:
    """What a player hears of `length` samples, the priming left out."""
    context = av.CodecContext.create("aac", "r")
    context.extradata, context.sample_rate, context.layout = CONFIGURATION, RATE, "stereo"
    found = []
    for piece in pieces:
        data = read_packets(piece)
        ends = np.cumsum(piece.sizes)
        for start, end in zip(ends - piece.sizes, ends, strict=True):
            found += [frame.to_ndarray() for frame in context.decode(av.Packet(data[start:end]))]
    return np.concatenate(found, axis=1).T[AAC_FRAME : AAC_FRAME + length]


class Studio:
    """A store with seven lines of speech and some music, and timelines of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        takes = TakeStore(root)
        self.lines = [
            takes.keep("speech", f"{n:032x}", lambda at, n=n: save_speech(Speech(spoken(4.0, n), 16_000, (), ()), at))
            for n in range(9)
        ]
        noise = np.random.default_rng(1).standard_normal((SECONDS * RATE, 2))
        music = 0.1 * sosfilt(butter(1, (60, 900), "bandpass", fs=RATE, output="sos"), noise, axis=0)
        self.music = takes.keep("music", "b" * 32, lambda at: save_sound(music.astype(np.float32), at))

    def timeline(self, chosen: tuple[int, ...] = tuple(range(7)), gain: float = 0.0, music: bool = True) -> Timeline:
        clips = [
            SoundClip("voice", self.lines[line].folder, self.lines[line].key, (30 + 165 * number) * 1600)
            for number, line in enumerate(chosen)
        ]
        if music:
            clips.append(SoundClip("music", self.music.folder, self.music.key, 0, gain))
        scene = Scene("s1", SECONDS * 30, BackdropClip("aurora", 1), ())
        look = Look("plain", PALETTE, "Manrope", "Hanken Grotesk")
        return Timeline(PictureFormat(320, 180, Fraction(30)), look, (scene,), tuple(clips))

    def make(self, timeline: Timeline) -> tuple[TakeStore, tuple[SoundPiece, ...]]:
        takes = TakeStore(self.root)
        return takes, make_sound(timeline, takes)


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    return Studio(tmp_path_factory.mktemp("studio") / "takes")


def test_a_programme_is_made_once(studio: Studio) -> None:
    takes, pieces = studio.make(studio.timeline())
    assert len(pieces) == -(-SECONDS * RATE // PIECE)
    assert sum(len(piece.sizes) for piece in pieces) == packets_of(SECONDS * RATE)
    again, same = studio.make(studio.timeline())
    assert again.made == {}
    assert again.reused == {"mixes": 1, "sound": len(pieces)}
    assert [piece.checksum for piece in same] == [piece.checksum for piece in pieces]


def test_another_line_makes_the_pieces_it_sounds_in_again_and_no_others(studio: Studio) -> None:
    _, before = studio.make(studio.timeline())
    takes, after = studio.make(studio.timeline((0, 1, 2, 7, 4, 5, 6)))
    changed = [n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old.folder != new.folder]
    first, last = (30 + 165 * 3) * 1600 // PIECE, ((30 + 165 * 3) * 1600 + 4 * RATE) // PIECE
    assert set(range(first, last + 1)) <= set(changed) <= set(range(first - 1, last + 2))
    assert takes.made["sound"] == len(changed)


def test_what_is_spliced_is_what_a_new_store_makes(studio: Studio, tmp_path: Path) -> None:
    edited = studio.timeline((0, 1, 8, 3, 4, 5, 6))
    studio.make(studio.timeline())
    _, spliced = studio.make(edited)
    fresh = make_sound(edited, TakeStore(tmp_path / "fresh"))
    assert [piece.checksum for piece in spliced] == [piece.checksum for piece in fresh]


def test_loudness_and_peak_hold_after_the_codec(studio: Studio) -> None:
    for timeline in (studio.timeline(), studio.timeline(music=False), replace(studio.timeline(), loudness=-18.0)):
        sound = decoded(studio.make(timeline)[1], SECONDS * RATE)
        assert integrated(sound) == pytest.approx(timeline.loudness, abs=0.5)
        assert true_peak(sound) <= -1.0


def test_music_gain_is_heard(studio: Studio) -> None:
    usual, louder = (
        decoded(studio.make(studio.timeline(gain=gain))[1], SECONDS * RATE)[: RATE // 2] for gain in (-6.0, 0.0)
    )
    assert 2 < integrated(louder) - integrated(usual) < 8


def test_nobody_hears_where_pieces_meet(studio: Studio) -> None:
    """The error against the source is no larger at the joins than elsewhere, and no larger than when encoded whole."""
    length = 6 * PIECE
    random = np.random.default_rng(3)
    times = np.arange(length) / RATE
    tones = sum(0.05 * np.sin(2 * np.pi * f * times) for f in (220.0, 277.2, 329.6))
    source = (tones[:, None] + 0.01 * random.standard_normal((length, 2))).astype(np.float32)
    whole = encode_sound(source, slice(None))
    per_piece = PIECE // AAC_FRAME
    spliced: list[bytes] = []
    for piece in range(6):
        dropped = min(piece * per_piece, 9)
        begin, end = piece * PIECE - dropped * AAC_FRAME, min(length, (piece + 1) * PIECE + AAC_FRAME)
        kept = per_piece + (piece == 5)
        spliced += encode_sound(source[begin:end], slice(dropped, dropped + kept))
    assert len(spliced) == len(whole)

    def error(packets: list[bytes]) -> NDArray[np.float64]:
        context = av.CodecContext.create("aac", "r")
        context.extradata, context.sample_rate, context.layout = CONFIGURATION, RATE, "stereo"
        frames = [frame.to_ndarray() for packet in packets for frame in context.decode(av.Packet(packet))]
        return np.concatenate(frames, axis=1).T[AAC_FRAME : AAC_FRAME + length].astype(np.float64) - source

    one, other = error(whole), error(spliced)
    joins = [piece * PIECE for piece in range(1, 6)]
    near = np.concatenate([other[join - 2 * AAC_FRAME : join + 4 * AAC_FRAME] for join in joins])
    level = 10 * np.log10((near**2).mean() / (one**2).mean())
    assert level < 1.0
    jumps = [np.abs(np.diff(other[join - 1100 : join + 1100], axis=0)).max() for join in joins]
    assert max(jumps) <= 1.2 * np.abs(np.diff(one, axis=0)).max()


@pytest.mark.parametrize("level", [0.3, 0.6, 0.9])
def test_a_loud_tone_keeps_its_level(level: float) -> None:
    wave = level * np.sin(2 * np.pi * 110 * np.arange(2 * RATE) / RATE)
    packets = encode_sound(np.stack([wave, wave], axis=1).astype(np.float32), slice(None))
    context = av.CodecContext.create("aac", "r")
    context.extradata, context.sample_rate, context.layout = CONFIGURATION, RATE, "stereo"
    heard = np.concatenate([f.to_ndarray() for p in packets for f in context.decode(av.Packet(p))], axis=1)[0]
    middle = heard[AAC_FRAME + 9_600 : AAC_FRAME + 86_400] - wave[9_600:86_400]
    assert 10 * np.log10((middle**2).mean() / (wave**2).mean()) < -35


@pytest.mark.parametrize("kind", ["sound", "mixes", "peaks", "levels"])
def test_what_has_gone_is_made_again_and_is_the_same(studio: Studio, kind: str) -> None:
    _, before = studio.make(studio.timeline((6, 5, 4, 3, 2, 1, 0)))
    sums = [piece.checksum for piece in before]
    shutil.rmtree(studio.root / kind)
    if kind in ("peaks", "levels"):
        shutil.rmtree(studio.root / "mixes")
    takes, after = studio.make(studio.timeline((6, 5, 4, 3, 2, 1, 0)))
    assert [piece.checksum for piece in after] == sums
    assert takes.made[kind] > 0


def test_an_hour_does_not_drift(tmp_path: Path) -> None:
    """Clicks at the start, in the middle and at the end of an hour are heard at their very samples."""
    length = 3_600 * RATE
    click = np.zeros(480, np.float32)
    click[:24] = 0.9
    takes = TakeStore(tmp_path / "takes")
    take = takes.keep("speech", "c" * 32, lambda place: save_speech(Speech(click, RATE, (), ()), place))
    places = [RATE, length // 2 + 1600, length - 2 * RATE]
    clips = tuple(SoundClip("voice", take.folder, take.key, place) for place in places)
    scene = Scene("s1", 3_600 * 30, BackdropClip("aurora", 1), ())
    look = Look("plain", PALETTE, "Manrope", "Hanken Grotesk")
    timeline = Timeline(PictureFormat(320, 180, Fraction(30)), look, (scene,), clips)
    pieces = make_sound(timeline, takes)
    assert sum(len(piece.sizes) for piece in pieces) == packets_of(length)
    shapes = []
    for place in places:
        number = place // PIECE
        around = pieces[max(0, number - 1) : number + 2]
        first = max(0, number - 1) * PIECE
        heard = decoded(around, len(around) * PIECE)[:, 0]
        shapes.append(heard[place - first - 200 : place - first + 400])
    for shape in shapes[1:]:
        lags = {
            lag: float(np.dot(shapes[0][50:-50], shape[50 + lag : len(shape) - 50 + lag])) for lag in range(-50, 51)
        }
        assert max(lags, key=lags.__getitem__) == 0
    assert 195 <= int(np.argmax(np.abs(shapes[0]))) <= 230


@pytest.mark.parametrize("preset", sorted(TARGETS))
def test_every_preset_is_met_on_what_a_player_decodes(studio: Studio, preset: str) -> None:
    target = TARGETS[preset]
    _, pieces = studio.make(replace(studio.timeline(), loudness=target.loudness, true_peak=target.true_peak))
    heard = decoded(pieces, SECONDS * RATE)
    assert integrated(heard) == pytest.approx(target.loudness, abs=0.5)
    assert true_peak(heard) <= target.true_peak


def test_the_music_follows_the_gain_of_its_scene(studio: Studio) -> None:
    """Ten decibels less from second 20 on are heard where nobody speaks, and the first half stays as it was."""
    music = studio.timeline(chosen=())
    clip = replace(music.sound[0], gains=((0, 0.0), (20 * RATE, -10.0)))
    plain, changed = (
        decoded(studio.make(timeline)[1], SECONDS * RATE) for timeline in (music, replace(music, sound=(clip,)))
    )
    ratio = [
        integrated(changed[start * RATE : (start + 8) * RATE]) - integrated(plain[start * RATE : (start + 8) * RATE])
        for start in (8, 26)
    ]
    assert ratio[1] - ratio[0] == pytest.approx(-10, abs=0.6)
    edge = [integrated(changed[at : at + RATE // 5]) for at in range(19 * RATE, 21 * RATE, RATE // 5)]
    assert max(abs(np.diff(edge))) < 7, "it glides"


def test_a_small_sound_goes_with_the_music(studio: Studio) -> None:
    sound = np.zeros((RATE, 2), np.float32)
    sound[: RATE // 2] = 0.3 * np.sin(np.arange(RATE // 2) * 2 * np.pi * 3000 / RATE)[:, None]

    def write(folder: Path) -> None:
        save_sound(sound, folder)
        write_loudness(folder, integrated(sound), true_peak(sound))

    take = TakeStore(studio.root).keep("small_sounds", "e" * 32, write)
    music = studio.timeline(chosen=())
    both = replace(music, sound=(*music.sound, SoundClip("small", take.folder, take.key, 12 * RATE)))
    heard = decoded(studio.make(both)[1], SECONDS * RATE)[:, 0].astype(np.float64)

    def level(start: int, low: int, high: int) -> float:
        spectrum = np.abs(np.fft.rfft(heard[start : start + RATE // 4])) ** 2
        return 10 * float(np.log10(spectrum[low // 4 : high // 4].sum() + 1e-9))

    assert level(12 * RATE + 4000, 2950, 3050) > level(10 * RATE, 2950, 3050) + 10
    assert level(12 * RATE + 4000, 100, 800) == pytest.approx(level(10 * RATE, 100, 800), abs=2.5), "the music goes on"

"""Mixes of real speech over every mood: measured on what a player decodes, and the presets of loudness."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from unittest.mock import patch

import av
import numpy as np
from numpy.typing import NDArray

from agency.engines import engine
from benchmarks.music.measures import octaves
from renderers import programme_sound
from renderers.encoding import AAC_FRAME, encode_sound
from renderers.look import Look, Palette
from renderers.loudness import integrated, true_peak
from renderers.mixdown import CONTROL_HOP, blend
from renderers.mixing import Voice, make_plan, measure_mix, sources_of
from renderers.music import MusicRequest
from renderers.music.composed import ComposedMusic
from renderers.picture_format import PictureFormat
from renderers.programme_sound import load_voice, make_sound
from renderers.sound_files import save_sound
from renderers.sound_pieces import SoundPiece, read_packets
from renderers.speech import SpeechRequest
from renderers.speech.catalogue import default_voice
from renderers.speech.storage import save_speech
from renderers.takes import Take, TakeStore
from renderers.timeline import BackdropClip, Scene, SoundClip, Timeline
from tools.loudness import TARGETS

RATE = 48_000
SECONDS = 60
_CONFIGURATION = b"\x11\x90"
"""AAC-LC, 48 kHz, stereo."""
_LINES = (
    "Meet the lamp that knows when you are reading, and when you would rather rest.",
    "It follows the sun through the day, so that your eyes never work harder than they must.",
    "Four watts, ten years, and not a single switch to look for in the dark.",
    "People who work late told us that their headaches were gone within a week.",
    "Set it on your desk, plug it in, and forget that it is there.",
    "Order yours today, and the first one hundred arrive with a second shade for free.",
)
_PALETTE = Palette("#ffffff", "#f4f4f6", "#3355cc", "#224488", "#ee8844", "#15161a", "#5a5d66", "#ffffff", dark=False)


@dataclass(frozen=True)
class MixFigures:
    """One mix: LUFS and dBTP after encoding, LU of the voice over the music in speech, and dB of that in the octave
    in which the music comes nearest to the voice.

    `speed` and `encoding` are the processor time of mixing and of the encoder, as shares of real time.
    """

    name: str
    target: float
    loudness: float
    true_peak: float
    voice_to_bed: float
    nearest_octave: float
    speed: float
    encoding: float


class Speech:
    """The lines, spoken by the default English voice into a store."""

    def __init__(self, folder: Path) -> None:
        self.takes = TakeStore(folder)
        voice = default_voice("en", "female")
        spoken = engine("speech", voice.engine).speak(tuple(SpeechRequest(line, voice) for line in _LINES))
        self.clips: list[SoundClip] = []
        at = 8 * RATE
        for number, speech in enumerate(spoken):
            take = self.takes.keep("speech", f"{number:032x}", lambda folder, said=speech: save_speech(said, folder))
            self.clips.append(SoundClip("voice", take.folder, take.key, at // 1600 * 1600))
            # Two pauses are long enough for the music to come up.
            at += round((speech.seconds + (3.0 if number in (1, 3) else 0.5)) * RATE)

    def bed(self, mood: str) -> Take:
        """A minute of music for the same scenes as the speech."""
        marks = tuple(clip.start for clip in self.clips[::2])
        request = MusicRequest(
            mood, SECONDS * RATE, 1, (*marks, 54 * RATE), ("title", *["speech"] * len(marks), "action")
        )
        return self.takes.keep(
            "music", mood.ljust(32, "0"), lambda folder: save_sound(ComposedMusic().compose(request).samples[:], folder)
        )

    def timeline(self, bed: Take, preset: str) -> Timeline:
        """A programme of the speech over `bed`."""
        target = TARGETS[preset]
        look = Look("plain", _PALETTE, "Manrope", "Hanken Grotesk")
        return Timeline(
            PictureFormat(320, 180, Fraction(30)),
            look,
            (Scene("s1", SECONDS * 30, BackdropClip("aurora", 1), ()),),
            (*self.clips, SoundClip("music", bed.folder, bed.key, 0)),
            target.loudness,
            target.true_peak,
        )


def measure_mixes(moods: list[str], presets: list[str]) -> list[MixFigures]:
    """The default preset over every mood, and every preset over the first."""
    with tempfile.TemporaryDirectory() as folder:
        speech = Speech(Path(folder))
        wanted = [(mood, "web") for mood in moods] + [(moods[0], preset) for preset in presets if preset != "web"]
        _measure(speech, *wanted[0])
        return [_measure(speech, mood, preset) for mood, preset in wanted]


def _measure(speech: Speech, mood: str, preset: str) -> MixFigures:
    bed = speech.bed(mood)
    timeline = speech.timeline(bed, preset)
    with tempfile.TemporaryDirectory() as folder:
        begun = time.process_time()
        with _watched() as spent:
            pieces = make_sound(timeline, TakeStore(Path(folder)))
        speed, encoding = (time.process_time() - begun) / SECONDS, sum(spent) / SECONDS
        heard = decoded(pieces, SECONDS * RATE)
    voice = [(clip.start, load_voice(clip)) for clip in speech.clips]
    music = np.load(bed.folder / "sound.npy").astype(np.float32) / 32767
    ratio = measure_mix(voice, music, SECONDS * RATE, loudness=timeline.loudness).voice_to_bed_db
    name = mood if preset == "web" else f"{mood}, {preset}"
    octave = _nearest_octave(voice, music, timeline.loudness)
    return MixFigures(
        name,
        timeline.loudness,
        integrated(heard),
        true_peak(heard),
        ratio or 0.0,
        octave,
        speed - encoding,
        encoding,
    )


def _nearest_octave(voice: Voice, music: NDArray[np.float32], loudness: float) -> float:
    """DB by which the voice stands over the music under it in the octave where that is least, 125 Hz to 4 kHz."""
    length = SECONDS * RATE
    plan = make_plan(sources_of(voice, music, length), loudness, -1.0, 0.0)
    parts = (replace(plan.sources, bed=None), replace(plan.sources, lines=()))
    speaking = np.repeat(plan.ducking.speaking, CONTROL_HOP)[:length]
    spoken, played = (octaves(blend(part, plan.balance, 0, length)[speaking]) for part in parts)
    return float(np.min(spoken - played))


@contextmanager
def _watched() -> Iterator[list[float]]:
    """The processor seconds of each piece that is encoded meanwhile."""
    spent: list[float] = []

    def encode(samples: NDArray[np.float32], packets: slice) -> list[bytes]:
        begun = time.thread_time()
        made = encode_sound(samples, packets)
        spent.append(time.thread_time() - begun)
        return made

    with patch.object(programme_sound, "encode_sound", encode):
        yield spent


def decoded(pieces: tuple[SoundPiece, ...], length: int) -> NDArray[np.float32]:
    """What a player hears of `length` samples, the priming left out."""
    context = av.CodecContext.create("aac", "r")
    context.extradata, context.sample_rate, context.layout = _CONFIGURATION, RATE, "stereo"
    found = []
    for piece in pieces:
        data, ends = read_packets(piece), np.cumsum(piece.sizes)
        for start, end in zip(ends - piece.sizes, ends, strict=True):
            found += [frame.to_ndarray() for frame in context.decode(av.Packet(data[start:end]))]
    return np.concatenate(found, axis=1).T[AAC_FRAME : AAC_FRAME + length]

"""Sound and picture of the finished file lie together to the frame: a click and its flash, over five minutes."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from renderers.assembly import mix_sound, write_file
from renderers.colour import resolve_look
from renderers.painting import paint_segments
from renderers.picture_format import PictureFormat
from renderers.speech import Speech
from renderers.speech.storage import save_speech
from renderers.takes import TakeStore, file_digest
from renderers.timebase import samples
from renderers.timeline import BackdropClip, Scene, SoundClip, Timeline
from renderers.workers import Workers

RATE = Fraction(30)
LENGTH = 5 * 60 * 30
FLASHES = (45, 2_250, 4_511, 6_789, LENGTH - 60)
"""Frames that are white: near the start, in the middle, near the end, on and off the segment grid."""


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("programme")
    takes = TakeStore(folder / "takes")
    backdrops = {}
    for name, level in (("dark", 10), ("light", 245)):
        Image.new("RGB", (320, 180), (level,) * 3).save(path := folder / f"{name}.png")
        backdrops[name] = BackdropClip("", 1, path, file_digest(path))
    scenes, start = [], 0
    for number, flash in enumerate((*FLASHES, LENGTH)):
        scenes.append(Scene(f"dark{number}", flash - start, backdrops["dark"], ()))
        if flash < LENGTH:
            scenes.append(Scene(f"light{number}", 1, backdrops["light"], ()))
        start = flash + 1
    click = np.zeros(480, np.float32)
    click[:48] = 0.9
    take = takes.keep("speech", "c0" * 16, lambda place: save_speech(Speech(click, 48_000, (), ()), place))
    sound = tuple(SoundClip("voice", take.folder, take.key, samples(flash, RATE)) for flash in FLASHES)
    timeline = Timeline(PictureFormat(320, 180, RATE), resolve_look(), tuple(scenes), sound)
    with Workers(2) as workers:
        pictures = paint_segments(timeline, takes, workers, lambda done, of: None)
    write_file(out := folder / "programme.mp4", timeline, pictures, mix_sound(timeline, takes), {})
    return out


def presented_flashes(path: Path) -> list[float]:
    """Times in seconds at which a player shows the white frames."""
    with av.open(str(path)) as container:
        return [
            float(frame.time) for frame in container.decode(video=0) if frame.to_ndarray(format="gray").mean() > 128
        ]


def presented_clicks(path: Path) -> list[float]:
    """Times in seconds at which a player sounds the clicks; the reader applies edit list and priming."""
    with av.open(str(path)) as container:
        frames = [(float(frame.time), frame.to_ndarray()[0]) for frame in container.decode(audio=0)]
    sound = np.concatenate([piece for _, piece in frames])
    loud = np.flatnonzero(np.abs(sound) > 0.5 * np.abs(sound).max())
    first = loud[np.insert(np.diff(loud) > 24_000, 0, True)]
    return [frames[0][0] + at / 48_000 for at in first]


def test_every_flash_is_on_its_frame(programme: Path) -> None:
    assert presented_flashes(programme) == pytest.approx([frame / 30 for frame in FLASHES], abs=1e-6)


def test_every_click_is_within_one_frame_of_its_flash(programme: Path) -> None:
    clicks, flashes = presented_clicks(programme), presented_flashes(programme)
    assert len(clicks) == len(FLASHES)
    assert np.abs(np.subtract(clicks, flashes)).max() < 1 / 30


def test_the_file_has_every_frame_once_at_a_constant_rate(programme: Path) -> None:
    with av.open(str(programme)) as container:
        video = container.streams.video[0]
        ticks = sorted(packet.pts for packet in container.demux(video) if packet.pts is not None)
        assert video.time_base is not None
        tick = RATE * video.time_base
        assert [at * tick for at in ticks] == list(range(LENGTH))
        assert container.duration == LENGTH * 1_000_000 // 30

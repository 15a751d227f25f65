"""The presenter alone: as long as the programme, transparent around the figure, with the voice in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from renderers import presenter_film
from renderers.avatar import AvatarRequest
from renderers.avatar.illustrated import IllustratedAvatar, presenter_layer
from renderers.avatar.performance import save
from renderers.colour import resolve_look
from renderers.errors import NoSpace, RenderError
from renderers.picture_format import Rect, picture_format
from renderers.presenter_film import write_presenter
from renderers.raster import surface
from renderers.timeline import BackdropClip, PresenterClip, Scene, Timeline

RATE = Fraction(30)
LENGTH = 24


@pytest.fixture(scope="module")
def timeline(tmp_path_factory: pytest.TempPathFactory, tell: Callable[..., AvatarRequest]) -> Timeline:
    """A second with a presenter, then half a second without."""
    folder = tmp_path_factory.mktemp("take")
    performance = IllustratedAvatar().animate(replace(tell(3.0), frames=LENGTH)).performance
    assert performance
    save(performance, folder)
    clip = PresenterClip("maya", "illustrated", folder, "one", "#2f6f8f", Rect(1100, 88, 770, 992))
    scenes = (
        Scene("s1", LENGTH, BackdropClip("aurora", 1), (clip,)),
        Scene("s2", 12, BackdropClip("aurora", 1), ()),
    )
    return Timeline(picture_format("16:9", "540p", RATE), resolve_look(), scenes)


@pytest.fixture(autouse=True)
def voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A click in the middle instead of speech."""
    sound = np.zeros((36 * 1600, 2), np.float32)
    sound[18 * 1600 : 18 * 1600 + 48] = 0.8
    monkeypatch.setattr(presenter_film, "_voice", lambda timeline: sound)


def pictures(path: Path) -> list[np.ndarray[Any, Any]]:
    """Every picture as RGBA; alpha in WebM is only seen by libvpx's own decoder."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        decoder: Any = stream.codec_context
        if stream.codec_context.name == "vp9":
            decoder = av.CodecContext.create("libvpx-vp9", "r")
        found = [frame for packet in container.demux(stream) for frame in decoder.decode(packet)]
        return [frame.to_ndarray(format="rgba") for frame in found]


def sound_of(path: Path) -> np.ndarray[Any, Any]:
    with av.open(str(path)) as container:
        resampler = av.AudioResampler("fltp", "stereo", 48_000)
        pieces = [p.to_ndarray() for frame in container.decode(audio=0) for p in resampler.resample(frame)]
    return np.concatenate(pieces, axis=1)


@pytest.mark.parametrize("ending", ["webm", "mov"])
def test_the_film_holds_the_figure_and_nothing_else(timeline: Timeline, tmp_path: Path, ending: str) -> None:
    seen: list[tuple[int, int]] = []
    out = write_presenter(timeline, tmp_path / f"presenter.{ending}", lambda done, of: seen.append((done, of)))
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert seen[-1] == (36, 36)
    found = pictures(out)
    assert len(found) == 36
    clip = timeline.scenes[0].clips[0]
    assert isinstance(clip, PresenterClip)
    height, width = found[0].shape[:2]
    assert (width % 16, height % 16) == (0, 0)
    painted = np.zeros((height, width, 4), np.uint8)
    canvas = surface(painted).getCanvas()
    area = timeline.format.pixels(clip.region)
    canvas.translate(-int(area.x), -int(area.y))
    canvas.scale(timeline.format.scale, timeline.format.scale)
    presenter_layer(clip, timeline.format).paint(canvas, 10)
    alpha = painted[..., 3].astype(int)
    assert np.abs(found[10][..., 3].astype(int) - alpha).mean() < 2
    solid = alpha == 255
    assert np.abs(found[10][..., 2::-1][solid].astype(int) - painted[..., :3][solid]).mean() < 4
    assert found[30][..., 3].max() <= 1, "nobody is seen in the second scene"


@pytest.mark.parametrize("ending", ["webm", "mov"])
def test_the_voice_is_in_time(timeline: Timeline, tmp_path: Path, ending: str) -> None:
    out = write_presenter(timeline, tmp_path / f"presenter.{ending}", lambda done, of: None)
    heard = np.abs(sound_of(out)).max(axis=0)
    assert abs(int(np.argmax(heard > 0.3)) - 18 * 1600) < 480
    assert abs(len(heard) - 36 * 1600) < 1920


def test_a_programme_without_a_presenter_is_refused(timeline: Timeline, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="nobody to export alone"):
        write_presenter(replace(timeline, scenes=timeline.scenes[1:]), tmp_path / "a.webm", lambda done, of: None)
    assert not list(tmp_path.iterdir())


def test_what_goes_wrong_leaves_nothing_behind(timeline: Timeline, tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(NoSpace, match="No space left"):
        write_presenter(timeline, tmp_path / "a.webm", stop)
    assert not list(tmp_path.iterdir())

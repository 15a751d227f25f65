"""The mouth of a photographed presenter in a film is seen as far open as it was painted, without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from renderers.avatar import AvatarRequest, Performance
from renderers.avatar.layers import presenter_layer
from renderers.avatar.measures import offset_of
from renderers.avatar.mouth import aperture
from renderers.avatar.mouth_watch import Seen, Sight, watch_mouths
from renderers.avatar.performance import PORTRAIT, perform, save
from renderers.avatar.photo.portrait import write_portrait
from renderers.encoding import write_segment
from renderers.layer import Planes
from renderers.picture_format import PictureFormat, Rect
from renderers.planes import empty_planes
from renderers.quality import Encoding
from renderers.timeline import PresenterClip
from tests.portraits import drawn_portrait

FORMAT = PictureFormat(320, 180, Fraction(30))
REGION = Rect(500, 0, 920, 1080)


@pytest.fixture(scope="module")
def planned(tell: Callable[..., AvatarRequest]) -> Performance:
    return perform(replace(tell(4.5), framing="close_up"))


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory, planned: Performance) -> Callable[..., tuple[Seen, ...]]:
    """What is seen in a film of `shown` while `planned` was meant."""
    folder = tmp_path_factory.mktemp("films")
    write_portrait(drawn_portrait(), folder / "portrait.zip")

    def made(shown: Performance, name: str, *, circle: bool) -> tuple[Seen, ...]:
        take = folder / name
        take.mkdir()
        save(shown, take, folder / "portrait.zip")
        clip = PresenterClip("ada", "photo", take, "x", "#2f6f8f", REGION, "close_up", circle=circle)
        layer, ground = presenter_layer(clip, FORMAT), empty_planes(FORMAT.width, FORMAT.height)

        def pictures() -> Iterator[Planes]:
            for number in range(shown.frames):
                planes = empty_planes(FORMAT.width, FORMAT.height)
                layer.lay_over(planes, number, ground)
                yield planes

        film: Path = take / "film.mp4"
        write_segment(film, pictures(), FORMAT, Encoding())
        sight = Sight(0, "ada", planned, "x", REGION, "close_up", circle=circle, portrait=take / PORTRAIT)
        return watch_mouths(film, [sight], FORMAT)

    return made


@pytest.mark.parametrize("circle", [False, True])
def test_a_photographed_mouth_is_seen_as_it_was_painted(
    planned: Performance, watch: Callable[..., tuple[Seen, ...]], circle: bool
) -> None:
    seen = watch(planned, f"as planned {circle}", circle=circle)
    meant = np.concatenate([aperture(planned)[one.first : one.first + len(one.opening)] for one in seen])
    found = np.concatenate([one.opening for one in seen])
    assert len(found) > 60 and np.corrcoef(meant, found)[0, 1] > 0.95
    assert found[meant < 0.01].max() < 0.12 * np.percentile(found, 95)


def test_lips_that_are_late_are_seen_late(planned: Performance, watch: Callable[..., tuple[Seen, ...]]) -> None:
    lips = ("jaw", "press", "upper_lip", "lower_lip", "width", "round", "tuck")
    moved = {name: np.roll(planned.channels[name], 3) for name in lips}
    seen = watch(replace(planned, channels={**planned.channels, **moved}), "late", circle=False)
    pairs = [
        (aperture(planned)[one.first : one.first + len(one.opening)].astype(np.float64), one.opening) for one in seen
    ]
    assert abs(offset_of(pairs, 30)[0] - 100) < 20

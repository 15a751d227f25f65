"""What every background engine must keep to, whoever wrote it."""

from __future__ import annotations

from fractions import Fraction
from importlib import import_module
from pathlib import Path

import pytest
from PIL import Image

from renderers.background import ENGINES, Background, BackgroundEngine, BackgroundRequest
from renderers.background.catalogue import FAMILIES
from renderers.background.scenery import backdrop
from renderers.colour import resolve_look
from renderers.errors import EngineFailed, MediaRejected
from renderers.picture_format import PictureFormat
from renderers.planes import empty_planes
from renderers.timeline import BackdropClip

FORMAT = PictureFormat(320, 180, Fraction(30))


def request(**fields: object) -> BackgroundRequest:
    return BackgroundRequest(resolve_look("#7b2ff7"), FORMAT, 7, **fields)  # type: ignore[arg-type]


@pytest.fixture(params=ENGINES, ids=str)
def engine(request: pytest.FixtureRequest) -> BackgroundEngine:
    module, _, name = ENGINES[request.param].partition(":")
    made: BackgroundEngine = getattr(import_module(module), name)()
    return made


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    Image.linear_gradient("L").convert("RGB").save(path := tmp_path / "photo.jpg")
    return path


def can_be_drawn(made: Background) -> None:
    planes = empty_planes(FORMAT.width, FORMAT.height)
    for plane in (planes.y, planes.u, planes.v):
        plane[:] = 0
    drawn = backdrop(BackdropClip(made.family, 7, made.picture, "digest"), resolve_look("#7b2ff7"), FORMAT)
    for n in (-15, 0, 600):
        drawn.fill(planes, n)
        assert planes.y.min() >= 16
        assert planes.u.min() >= 16
        assert hash(drawn.key(n)) == hash(drawn.key(n))


def test_it_says_what_it_is(engine: BackgroundEngine) -> None:
    assert engine.identity
    assert engine.identity == type(engine)().identity


def test_it_always_answers_with_one_thing_that_can_be_drawn(engine: BackgroundEngine, photo: Path) -> None:
    asked = [request(), request(prompt="a calm studio"), request(family=next(iter(FAMILIES))), request(picture=photo)]
    for one in asked:
        made = engine.paint(one)
        assert sum(bool(thing) for thing in (made.family, made.picture, made.clip)) == 1
        if made.clip is None:
            can_be_drawn(made)


def test_the_same_request_gets_the_same_answer(engine: BackgroundEngine) -> None:
    assert engine.paint(request(prompt="hills")) == type(engine)().paint(request(prompt="hills"))


def test_what_can_not_be_done_is_said_in_one_sentence(engine: BackgroundEngine, tmp_path: Path) -> None:
    (tmp_path / "fake.png").write_bytes(b"GIF89a but not really")
    for wrong in (
        request(family="no such family"),
        request(picture=tmp_path / "fake.png"),
        request(picture=tmp_path / "gone.png"),
    ):
        with pytest.raises((EngineFailed, MediaRejected)) as caught:
            engine.paint(wrong)
        assert str(caught.value)
        assert "\n" not in str(caught.value)


def test_a_picture_asked_for_is_the_picture_used(engine: BackgroundEngine, photo: Path) -> None:
    assert engine.paint(request(picture=photo, family="paper")).picture == photo

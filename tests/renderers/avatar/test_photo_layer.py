"""The layer of a photographed presenter: laid inside its region alone, the same however asked, round where asked."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from renderers.avatar import Avatar, AvatarRequest
from renderers.avatar.layers import presenter_layer
from renderers.avatar.performance import load, perform, save
from renderers.avatar.photo.engine import PhotoAvatar
from renderers.avatar.photo.layer import PhotoLayer
from renderers.avatar.photo.placing import HEAD_SHARES, frame_height, place, widest_framing
from renderers.avatar.photo.portrait import read_portrait, write_portrait
from renderers.background.catalogue import default_family
from renderers.colour import resolve_look
from renderers.compositing import ScenePainter
from renderers.errors import ConsentMissing, EngineFailed, TakeDamaged
from renderers.layer import Planes
from renderers.likenesses import Likeness
from renderers.picture_format import PictureFormat, Rect
from renderers.planes import empty_planes
from renderers.speech import Phone, Viseme, Word
from renderers.timeline import BackdropClip, PresenterClip, Scene
from tests.portraits import SIZE, drawn_landmarks, drawn_photo, drawn_portrait

FORMAT = PictureFormat(480, 270, Fraction(30))
REGION = Rect(1000, 88, 768, 992)
PHONES = (Phone("m", 0.1, 0.2, Viseme.PP, 0, 0), Phone("aa", 0.2, 0.5, Viseme.AA, 1, 0))


def _request(avatar: Avatar) -> AvatarRequest:
    return AvatarRequest(avatar, (Word("ma", 0.1, 0.5, 0),), PHONES, (0.6,) * 100, 24, Fraction(30), 7)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Avatar:
    path = tmp_path_factory.mktemp("portrait") / "portrait.zip"
    mark = write_portrait(drawn_portrait(), path)
    return Avatar("ada", "Ada", "female", "photo", f"ada:{mark}", "a drawing", "own", file=path)


@pytest.fixture(scope="module")
def clip(kept: Avatar, tmp_path_factory: pytest.TempPathFactory) -> PresenterClip:
    folder = tmp_path_factory.mktemp("take")
    take = PhotoAvatar().animate(_request(kept))
    assert take.performance is not None
    save(take.performance, folder, take.portrait)
    return PresenterClip(kept.variant, "photo", folder, "", "#2f6f8f", REGION)


def _grey() -> Planes:
    planes = empty_planes(FORMAT.width, FORMAT.height)
    dice = np.random.default_rng(2)
    for plane in (planes.y, planes.u, planes.v):
        plane[...] = dice.integers(60, 200, plane.shape)
    return planes


def _copy(planes: Planes) -> Planes:
    return Planes(planes.y.copy(), planes.u.copy(), planes.v.copy())


def _same(one: Planes, other: Planes) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in "yuv")


def test_a_portrait_is_kept_as_it_was(kept: Avatar, tmp_path: Path) -> None:
    assert kept.file is not None
    back = read_portrait(kept.file)
    assert back.landmarks == drawn_landmarks() and np.array_equal(back.matte, drawn_portrait().matte)
    assert np.abs(back.picture.astype(int) - drawn_photo()).mean() < 2.5
    again = tmp_path / "again.zip"
    assert kept.variant == f"ada:{write_portrait(drawn_portrait(), again)}"
    again.write_bytes(again.read_bytes()[:5000])
    with pytest.raises(TakeDamaged, match="can not be read back"):
        read_portrait(again)


def test_a_frame_is_laid_inside_its_region_and_the_same_over_another_frame(clip: PresenterClip) -> None:
    ground = _grey()
    fresh, renewed = _copy(ground), _copy(ground)
    layer = presenter_layer(clip, FORMAT)
    assert isinstance(layer, PhotoLayer)
    layer.lay_over(renewed, 3, None)
    before = _copy(renewed)
    layer.lay_over(renewed, 11, ground)
    layer.lay_over(fresh, 11)
    assert _same(fresh, renewed) and not _same(before, renewed)
    area = FORMAT.pixels(REGION)
    inside = np.zeros(ground.y.shape, bool)
    inside[int(area.y) : int(area.bottom), int(area.x) : int(area.right)] = True
    assert np.array_equal(fresh.y[~inside], ground.y[~inside]) and (fresh.y[inside] != ground.y[inside]).mean() > 0.8
    assert fresh.y[int(area.y), int(area.x) + 2] == ground.y[int(area.y), int(area.x) + 2]
    assert layer.key(-5) == layer.key(0) and layer.key(400) == layer.key(23) != layer.key(11)


def test_painting_and_laying_show_the_same_person(clip: PresenterClip) -> None:
    from renderers.raster import surface

    layer = presenter_layer(clip, FORMAT)
    assert isinstance(layer, PhotoLayer)
    pixels = np.zeros((FORMAT.height, FORMAT.width, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.scale(FORMAT.scale, FORMAT.scale)
    layer.paint(canvas, 11)
    laid = _grey()
    layer.lay_over(laid, 11)
    area = FORMAT.pixels(REGION)
    rows, columns = slice(int(area.y) + 12, int(area.bottom) - 32), slice(int(area.x) + 14, int(area.right) - 14)
    painted = 16 + pixels[rows, columns, :3].astype(float) @ np.array([0.0722, 0.7152, 0.2126]) * 219 / 255
    assert np.abs(painted - laid.y[rows, columns]).mean() < 2
    assert pixels[int(area.y), int(area.x) + 3, 3] == 0


@pytest.mark.parametrize("circle", [False, True])
def test_a_scene_with_a_photographed_presenter_is_painted(clip: PresenterClip, circle: bool) -> None:
    look = resolve_look()
    scene = Scene("s1", 24, BackdropClip(default_family(), 1), (replace(clip, circle=circle, framing="close_up"),))
    painter = ScenePainter(scene, look, FORMAT)
    first = _copy(painter.paint(8))
    painter.paint(12)
    assert _same(painter.paint(8), first)
    bare = ScenePainter(replace(scene, clips=()), look, FORMAT).paint(8)
    assert (first.y != bare.y).mean() > 0.1


def test_the_background_can_be_the_brands(clip: PresenterClip, tmp_path: Path) -> None:
    portrait = replace(drawn_portrait(), ground="brand")
    save(load(clip.take), tmp_path, None)
    write_portrait(portrait, tmp_path / "portrait.zip")
    photo, brand = _grey(), _grey()
    presenter_layer(clip, FORMAT).lay_over(photo, 0)  # type: ignore[attr-defined]
    presenter_layer(replace(clip, take=tmp_path), FORMAT).lay_over(brand, 0)  # type: ignore[attr-defined]
    area = FORMAT.pixels(REGION)
    wall = (slice(int(area.y) + 20, int(area.y) + 60), slice(int(area.x) + 10, int(area.x) + 24))
    assert brand.y[wall].mean() > photo.y[wall].mean() + 40
    middle = (slice(int(area.y) + 70, int(area.y) + 100), slice(int(area.x) + 80, int(area.x) + 110))
    assert np.abs(brand.y[middle].astype(int) - photo.y[middle]).mean() < 2


def test_framings_show_as_much_as_the_photo_has() -> None:
    face = drawn_landmarks()
    shares = [1 / place(face, 752, 920, framing).scale for framing in HEAD_SHARES]
    assert shares == sorted(shares)
    for framing in HEAD_SHARES:
        for width, height in ((752, 920), (920, 752), (300, 1200), (2, 2)):
            crop = place(face, width, height, framing)
            across, down = (round(side * crop.scale) for side in SIZE)
            assert (
                crop.left >= 0 and crop.left + width <= across + 1 and crop.top >= 0 and crop.top + height <= down + 1
            )
    assert widest_framing(face, 752, 920) == "close_up"
    farther = face.scaled(0.75, -400, -100).model_copy(update={"size": (1000, 700)})
    assert widest_framing(farther, 752, 920) == "half_body"
    with pytest.raises(KeyError):
        place(face, 100, 100, "bird's eye")


def test_a_photo_that_ends_at_the_chin_is_shown_in_a_flatter_frame() -> None:
    face = drawn_landmarks()
    assert frame_height(face, 752, 920, "head_shoulders", 0.78) == 920
    cut = face.scaled(1.0).model_copy(update={"size": (400, 312)})
    high = frame_height(cut, 752, 920, "head_shoulders", 0.78)
    crop = place(cut, 752, high, "head_shoulders")
    assert high < 740 and cut.chin[1] * crop.scale - crop.top <= 0.78 * 920


def test_nothing_is_made_of_a_person_who_did_not_agree(
    kept: Avatar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "portrait.zip"
    write_portrait(drawn_portrait(likeness=True), path)
    asked: list[Likeness] = []

    def refuse(likeness: Likeness) -> None:
        asked.append(likeness)
        raise ConsentMissing("nobody agreed")

    monkeypatch.setattr("renderers.likenesses._gate", refuse)
    with pytest.raises(ConsentMissing):
        PhotoAvatar().animate(_request(replace(kept, file=path)))
    assert asked == [Likeness("photo", "ada", "0" * 64)]
    monkeypatch.setattr("renderers.likenesses._gate", asked.append)
    made = PhotoAvatar().animate(_request(replace(kept, file=path)))
    assert made.performance is not None and made.portrait == path and len(asked) == 2
    expected = perform(_request(kept))
    assert all(np.array_equal(made.performance.channels[name], curve) for name, curve in expected.channels.items())


def test_a_portrait_that_is_missing_or_damaged_is_told(kept: Avatar, tmp_path: Path) -> None:
    broken = tmp_path / "portrait.zip"
    broken.write_bytes(b"PK nothing")
    for avatar in (replace(kept, file=None), replace(kept, file=tmp_path / "none"), replace(kept, file=broken)):
        with pytest.raises(EngineFailed, match="ada"):
            PhotoAvatar().animate(_request(avatar))

"""A photographed presenter: what moves does so within bounds, the rest stays to the pixel, and lips and lids close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.avatar.channels import CHANNELS, REST
from renderers.avatar.photo.anatomy import measure
from renderers.avatar.photo.controls import MOST_PITCH, MOST_ROLL, MOST_YAW, controls
from renderers.avatar.photo.eye import look
from renderers.avatar.photo.figure import Figure
from renderers.avatar.photo.mouth import shape
from renderers.avatar.photo.placing import place
from renderers.avatar.photo.rig import EDGE, REACH, build_rig
from tests.portraits import SIZE, drawn_landmarks, drawn_photo, drawn_portrait

Luma = NDArray[np.int16]
CLOSED = {**REST, "press": 1.0}
OPEN = {**REST, "jaw": 0.74, "upper_lip": 0.25, "lower_lip": 0.3}


@pytest.fixture(scope="module")
def figure() -> Figure:
    portrait = drawn_portrait()
    return Figure(build_rig(portrait, place(portrait.landmarks, *SIZE, "head_shoulders")))


def _luma(figure: Figure, values: dict[str, float]) -> Luma:
    return figure.draw(values).y.astype(np.int16)


def _photo_luma() -> Luma:
    exact = 16 + drawn_photo().astype(np.float64) @ np.array([0.2126, 0.7152, 0.0722]) * 219 / 255
    return np.round(exact).astype(np.int16)


def _poses(count: int) -> Iterator[dict[str, float]]:
    dice = np.random.default_rng(3)
    for _ in range(count):
        yield {name: float(dice.choice([c.low, c.high, dice.uniform(c.low, c.high)])) for name, c in CHANNELS.items()}


def test_a_presenter_at_rest_is_the_photo(figure: Figure) -> None:
    away = np.abs(_luma(figure, REST) - _photo_luma())
    assert away.max() <= 40 and away.mean() < 0.3
    assert np.percentile(away, 99.5) <= 2


def test_the_colours_of_a_presenter_at_rest_lie_where_the_photo_has_them(figure: Figure) -> None:
    planes = figure.draw(REST)
    exact = drawn_photo().astype(np.float64) @ np.array([[-0.11457, -0.38543, 0.5], [0.5, -0.45415, -0.04585]]).T
    high, wide = planes.u.shape
    for plane, wished in zip((planes.u, planes.v), np.moveaxis(exact * 224 / 255 + 128, 2, 0), strict=True):
        four = wished[: 2 * high, : 2 * wide].reshape(high, 2, wide, 2).mean(axis=(1, 3))
        assert np.percentile(np.abs(plane - four), 99) < 1.5


def test_nothing_outside_the_person_ever_moves_and_what_moves_stays_near(figure: Figure) -> None:
    portrait, photo = drawn_portrait(), _photo_luma()
    tall = figure.rig.face.tall
    near = cv2.dilate(portrait.matte, np.ones((2 * int(REACH * tall) + 3,) * 2, np.uint8)) > 0
    for values in _poses(12):
        drawn = _luma(figure, values)
        assert np.array_equal(drawn[~near], photo[~near])
        # A cheek's colour is found again where it was, or close by: features do not fly apart.
        x, y = (round(v) - EDGE for v in figure.rig.face.axes.out(0.0, 0.28 * tall))
        patch = photo[y - 22 : y + 22, x - 30 : x + 30].astype(np.float32)
        around = drawn[y - 50 : y + 50, x - 60 : x + 60].astype(np.float32)
        found = cv2.matchTemplate(around, patch, cv2.TM_CCOEFF_NORMED)
        _, _, _, (fx, fy) = cv2.minMaxLoc(found)
        assert abs(fx - 30) <= 0.2 * tall and abs(fy - 28) <= 0.2 * tall


def test_a_frame_depends_on_its_own_values_alone(figure: Figure) -> None:
    first, *others = _poses(4)
    planes = [plane.copy() for plane in (figure.draw(first).y, figure.draw(first).u, figure.draw(first).v)]
    for values in others:
        figure.draw(values)
    again = figure.draw(first)
    assert all(np.array_equal(a, b) for a, b in zip(planes, (again.y, again.u, again.v), strict=True))


def test_lips_close_wholly_and_open_onto_the_dark(figure: Figure) -> None:
    mouth = figure.rig.face.mouth
    x, y = (round(value) - EDGE for value in (mouth.axes.x, mouth.axes.y))
    column = slice(x - 2, x + 3)
    opened, closed = _luma(figure, OPEN), _luma(figure, CLOSED)
    lowest = y + round(0.5 * mouth.drop)
    assert opened[y : lowest + 6, column].min() < 60 < closed[y - 8 : lowest + 8, column].min()
    assert shape(mouth, controls(CLOSED)).gape == 0 == shape(mouth, controls(REST)).gape
    assert shape(mouth, controls({**OPEN, "press": 1.0, "jaw": 0.0})).gape == 0
    assert 0.3 * mouth.half < shape(mouth, controls(OPEN)).gape < 1.1 * mouth.half
    tucked = shape(mouth, controls({**REST, "jaw": 0.1, "tuck": 1.0, "upper_lip": 0.4})).gape
    assert 0 < tucked < 0.3 * shape(mouth, controls(OPEN)).gape


def test_the_chin_goes_down_with_the_jaw_and_takes_its_edge_along(figure: Figure) -> None:
    x, y = (round(value) - EDGE for value in figure.rig.face.axes.out(0.0, figure.rig.face.chin))
    closed, opened = _luma(figure, CLOSED), _luma(figure, {**REST, "jaw": 1.0})
    rows = slice(y - 30, y + 40)

    def edge(seen: Luma) -> int:
        smooth = cv2.GaussianBlur(seen[rows, x - 3 : x + 4].astype(np.float32), (0, 0), 1.5).mean(axis=1)
        return int(np.argmin(np.diff(smooth)))

    assert 0.5 * figure.rig.face.mouth.drop < edge(opened) - edge(closed) <= 1.1 * figure.rig.face.mouth.drop


def test_lids_close_over_the_eye_with_skin(figure: Figure) -> None:
    open_, shut = _luma(figure, REST), _luma(figure, {**REST, "blink_left": 1.0, "blink_right": 0.0})
    left, right = (
        tuple(round(v) - EDGE for v in eye.axes.out(eye.iris[0], eye.iris[1])) for eye in figure.rig.face.eyes
    )
    assert open_[left[1], left[0]] < 60 and shut[left[1], left[0]] > 120
    assert abs(int(shut[right[1], right[0]]) - int(open_[right[1], right[0]])) <= 1
    skin = shut[left[1] - 4 : left[1] + 3, left[0] - 8 : left[0] + 9]
    assert skin.std() < 25


def test_a_round_eye_is_shut_with_its_rim_and_open_as_it_was() -> None:
    picture = drawn_photo().copy()
    eyes = {}
    turns = np.linspace(np.pi, 0, 9)
    for side, x in (("left_eye", 165), ("right_eye", 235)):
        cv2.rectangle(picture, (x - 26, 145), (x + 26, 205), (222, 178, 150), -1)
        cv2.circle(picture, (x, 181), 18, (30, 22, 20), -1, cv2.LINE_AA)
        cv2.circle(picture, (x, 181), 15, (150, 160, 60), -1, cv2.LINE_AA)
        cv2.circle(picture, (x, 181), 5, (10, 10, 10), -1, cv2.LINE_AA)
        upper, lower = (
            tuple((x + 15 * float(np.cos(turn)), 181 - way * 15 * float(np.sin(turn))) for turn in turns)
            for way in (1, -1)
        )
        eyes[side] = {"upper": upper, "lower": lower, "iris": (x, 181, 14.0)}
    face = type(drawn_landmarks()).model_validate({**drawn_landmarks().model_dump(), **eyes})
    portrait = replace(drawn_portrait("pet"), picture=picture, landmarks=face)
    figure = Figure(build_rig(portrait, place(face, *SIZE, "head_shoulders")))
    left, right = figure.rig.face.eyes
    (x, y), (away, _) = ([round(v) - EDGE for v in eye.axes.out(0.0, 0.0)] for eye in (left, right))
    rest = _luma(figure, REST)
    shut = _luma(figure, {**REST, "blink_left": 1.0, "blink_right": 0.0})
    assert rest[y - 17, x] < 60 and rest[y, x] < 60
    # Neither the eye nor what was dark about it is left, but for the line in which the lids meet.
    dark = shut[y - 18 : y + 19, x - 8 : x + 9] < 90
    assert 1 <= (dark.mean(axis=1) > 0.5).sum() <= 5 and dark.mean() < 0.15
    assert (rest[y - 18 : y + 19, x - 8 : x + 9] < 90).mean() > 0.25
    assert np.abs(shut - rest)[y - 20 : y + 21, away - 20 : away + 21].max() <= 1
    assert np.array_equal(_luma(figure, REST), rest)


def test_the_iris_looks_aside_and_leaves_white_on_both_sides(figure: Figure) -> None:
    def dark(values: dict[str, float]) -> float:
        eye = figure.rig.face.eyes[0]
        x, y = (round(v) - EDGE for v in eye.axes.out(0.0, 0.0))
        box = _luma(figure, values)[y - 6 : y + 8, x - 19 : x + 20]
        weight = np.clip(120.0 - box, 0, None) * (np.arange(14)[:, None] > 3)
        return float((weight.sum(axis=0) * np.arange(39)).sum() / weight.sum())

    ahead, aside = dark(REST), dark({**REST, "gaze_x": 0.6})
    assert 1.5 < aside - ahead < 6
    for eye in figure.rig.face.eyes:
        for across in (-9.0, 9.0):
            moved, _ = look(eye, across, 0.0)
            assert abs(eye.iris[0] + moved) + eye.iris[2] < eye.half


def test_brows_rise_without_the_eyes(figure: Figure) -> None:
    raised = _luma(figure, {**REST, "brow_left": 1.0, "brow_right": 1.0})
    rest = _luma(figure, REST)
    brow, eye = slice(140, 168), slice(172, 192)
    columns = slice(155, 176)
    assert np.argmin(rest[brow, columns].mean(axis=1)) - np.argmin(raised[brow, columns].mean(axis=1)) >= 2
    assert np.abs(raised[eye, columns] - rest[eye, columns]).mean() < 2


def test_skin_is_never_folded_lips_that_press_are_shut_and_turns_end_softly() -> None:
    mouth = measure(drawn_landmarks()).mouth
    for values in _poses(150):
        c = controls(values)
        made = shape(mouth, c)
        assert (np.diff(made.to, axis=0) >= -1e-3).all()
        for k in (0, 1, 3, 4, 5):
            before, after = made.of[k + 1] - made.of[k], made.to[k + 1] - made.to[k]
            assert (after >= 0.3 * before - 0.05).all()
        assert abs(np.degrees(c.yaw)) <= MOST_YAW and abs(np.degrees(c.pitch)) <= MOST_PITCH
        assert abs(np.degrees(c.roll)) <= MOST_ROLL
        assert shape(mouth, controls({**values, "press": 1.0})).gape == 0


def test_a_mouth_that_is_open_in_the_photo_is_shut_and_keeps_its_teeth() -> None:
    portrait = drawn_portrait()
    picture = portrait.picture.copy()
    spots = np.array([(172, 258), (200, 256), (228, 258), (214, 267), (200, 270), (186, 267)])
    cv2.fillPoly(picture, [spots], (236, 230, 220), cv2.LINE_AA)
    lips = portrait.landmarks.lips.model_copy(
        update={
            "inner_upper": ((171.0, 258.0), (200.0, 256.0), (229.0, 258.0)),
            "inner_lower": ((171.0, 258.0), (186.0, 267.0), (200.0, 270.0), (214.0, 267.0), (229.0, 258.0)),
            "lower": ((168.0, 258.0), (184.0, 273.0), (200.0, 279.0), (216.0, 273.0), (232.0, 258.0)),
        }
    )
    face = portrait.landmarks.model_copy(update={"lips": lips})
    smiling = type(portrait)(picture, portrait.matte, face, "person", "photo", "", False)
    drawn = Figure(build_rig(smiling, place(face, *SIZE, "head_shoulders")))
    rows, columns = slice(248, 282), slice(190, 211)
    assert drawn.rig.shown.max() > 200
    assert _luma(drawn, CLOSED)[rows, columns].max() < 195 < _luma(drawn, OPEN)[rows, columns].max()

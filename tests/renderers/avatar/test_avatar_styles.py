"""Styles differ in what is measured of them; an interview is held with somebody beside the lens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from renderers.avatar import AvatarRequest, Performance
from renderers.avatar.channels import GAZE_DEGREES, REST, SIDES
from renderers.avatar.gestures import choose_gestures
from renderers.avatar.performance import perform
from renderers.avatar.poses import ONE_HANDED, TWO_HANDED
from renderers.avatar.prosody import read_prosody
from renderers.avatar.styles import STYLES
from renderers.errors import EngineFailed

Tell = Callable[..., AvatarRequest]


@pytest.fixture(scope="module")
def measured(tell: Tell) -> dict[str, tuple[float, float, float, float, float]]:
    """Of every style: gestures, the way of the hands, the sway of the head, its nods, and how much brows move."""
    found = {}
    for name in STYLES:
        request = replace(tell(120.0, 3), framing="half_body", style=name)
        made = perform(request).channels
        hands = sum(np.abs(np.diff(made[f"elbow_{side}"])).sum() for side in SIDES)
        pitch = made["pitch"].astype(float)
        nods = np.maximum(pitch - np.convolve(pitch, np.ones(31) / 31, "same"), 0).sum()
        count = len(choose_gestures(request, read_prosody(request)))
        found[name] = count, float(hands), float(made["yaw"].std()), float(nods), float(made["brow_left"].std())
    return found


def test_the_livelier_the_style_the_more_and_the_larger_everything_is(measured) -> None:
    for less, more in (("calm", "presenter"), ("presenter", "energetic")):
        for which in range(5):
            assert measured[less][which] < 0.9 * measured[more][which], (less, more, which)
    assert measured["calm"][0] < measured["interview"][0] <= measured["presenter"][0]


def _gaze(made: Performance) -> np.ndarray:
    """Degrees of the whole look to the picture's right, head and eyes."""
    return np.asarray(made.channels["gaze_x"] * GAZE_DEGREES + made.channels["yaw"], np.float64)


def test_an_interview_looks_at_the_same_side_and_comes_back_to_it(tell: Tell) -> None:
    for seed in (1, 2):
        request = tell(60.0, seed)
        gaze = _gaze(perform(replace(request, style="interview")))[45:-45]
        lens = _gaze(perform(request))[45:-45]
        assert float(np.median(np.abs(lens))) < 1.5 and -21 < float(np.median(gaze)) < -16
        # Never at the lens, about three quarters of the time at the partner, and back again many times.
        assert float(gaze.max()) < -8
        pitch = perform(replace(request, style="interview")).channels
        down = (pitch["gaze_y"] * GAZE_DEGREES + pitch["pitch"])[45:-45]
        away = np.hypot(gaze - np.median(gaze), down) > 2.5
        assert 0.1 < float(away.mean()) < 0.4
        assert 6 < np.count_nonzero(np.diff(away.astype(int)) == -1) < 25


def test_every_style_begins_and_ends_at_rest_and_knows_its_gestures(tell: Tell) -> None:
    for name, style in STYLES.items():
        made = perform(replace(tell(8.0, 2), framing="half_body", style=name)).channels
        for channel, curve in made.items():
            assert float(curve[0]) == float(curve[-1]) == np.float32(REST[channel]), (name, channel)
        poses = {kind.partition(" ")[0] for kind in style.deck}
        assert poses <= {*ONE_HANDED, *TWO_HANDED, "show", "offer"}
        assert style.card * style.apart >= 20 and len(style.deck) > style.apart + 3


def test_a_style_that_is_not_there_is_told_with_those_that_are(tell: Tell) -> None:
    with pytest.raises(EngineFailed, match="did you mean energetic"):
        perform(replace(tell(3.0), style="enrgetic"))
    with pytest.raises(EngineFailed, match="calm, presenter, energetic or interview"):
        perform(replace(tell(3.0), style="opera"))

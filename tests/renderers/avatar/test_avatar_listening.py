"""Somebody who listens answers what is heard, and says nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from renderers.avatar import AvatarRequest
from renderers.avatar.channels import GAZE_DEGREES, REST
from renderers.avatar.eyes import blink_times
from renderers.avatar.listening import answers, heard_pauses
from renderers.avatar.mouth import aperture
from renderers.avatar.performance import perform
from renderers.avatar.prosody import read_prosody

Tell = Callable[..., AvatarRequest]


def _heard(tell: Tell, seed: int, seconds: float = 120.0) -> AvatarRequest:
    return replace(tell(seconds, seed), listening=True, framing="half_body")


def test_the_mouth_stays_shut_and_the_hands_down(tell: Tell) -> None:
    made = perform(_heard(tell, 1))
    assert float(aperture(made).max()) < 0.02
    for side in ("left", "right"):
        assert np.all(made.channels[f"elbow_{side}"] == np.float32(REST[f"elbow_{side}"]))


def test_answers_come_in_the_others_pauses_several_times_a_minute() -> None:
    from renderers.avatar.prosody import Pause, Prosody

    throw = np.random.default_rng(2)
    edges = np.cumsum(throw.uniform(0.9, 3.2, 80))
    phrases = tuple(zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True))
    pauses = tuple(Pause(a, b) for (_, a), (b, _) in zip(phrases[:-1], phrases[1:], strict=True))
    prosody = Prosody(float(edges[-1] + 2), pauses, phrases, ())
    found = answers(prosody, 3)
    assert 5 < len(found) * 60 / prosody.length < 20
    assert {kind for _, kind in found} == {"nod", "smile", "brow"}
    for at, _ in found:
        assert any(0.1 <= at - end <= 0.5 for _, end in phrases)
    assert min(np.diff([at for at, _ in found])) > 0.8


def test_nods_follow_what_is_heard(tell: Tell) -> None:
    request = _heard(tell, 4)
    made, prosody = perform(request), read_prosody(request)
    pitch = made.channels["pitch"].astype(float)
    nodded = [at for at, kind in answers(prosody, request.seed) if kind == "nod"]
    times = (np.arange(request.frames) + 0.5) / 30
    moved = [float(np.ptp(pitch[(times > at) & (times < at + 0.6)])) for at in nodded]
    others = np.random.default_rng(1).uniform(2, 110, 60)
    elsewhere = [float(np.ptp(pitch[(times > at) & (times < at + 0.6)])) for at in others]
    assert len(nodded) >= 4 and min(moved) > 1.5 and float(np.median(moved)) > 2 * float(np.median(elsewhere))


def test_the_gaze_is_on_who_speaks_most_of_the_time_and_the_lids_wait_for_pauses(tell: Tell) -> None:
    request = _heard(tell, 5)
    for style, at in (("presenter", 0.0), ("interview", -19.0)):
        made = perform(replace(request, style=style)).channels
        across = (made["gaze_x"] * GAZE_DEGREES + made["yaw"])[45:-45] - at
        down = (made["gaze_y"] * GAZE_DEGREES + made["pitch"])[45:-45]
        assert 0.6 < float((np.hypot(across, down) < 2.5).mean()) < 0.9
    prosody = read_prosody(request)
    shut = blink_times(heard_pauses(prosody), request.seed)
    assert 10 < len(shut) / 2 < 27
    assert shut != blink_times(prosody, request.seed)


def test_what_comes_later_changes_nothing_before(tell: Tell) -> None:
    """A live voice is not known ahead: what is heard from a pause on must not move the listener before it."""
    request = _heard(tell, 6, 40.0)
    cut = next(pause.start for pause in read_prosody(request).pauses if 15 < pause.start < 25)
    known = replace(
        request,
        words=tuple(word for word in request.words if word.end <= cut + 1e-6),
        phones=tuple(phone for phone in request.phones if phone.end <= cut + 1e-6),
    )
    until = int((cut - 0.2) * 30)
    whole, part = perform(request).channels, perform(known).channels
    for name, curve in whole.items():
        assert np.array_equal(curve[:until], part[name][:until]), name

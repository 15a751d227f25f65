from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest
from renderers.avatar.channels import GAZE_DEGREES
from renderers.avatar.eyes import blink_times
from renderers.avatar.performance import perform
from renderers.avatar.prosody import read_prosody

Tell = Callable[..., AvatarRequest]


def _spans(shut: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], shut, [False]]).astype(int)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def test_blinks_over_five_minutes_come_at_a_human_rate_and_never_in_step(tell: Tell) -> None:
    request = tell(300.0, 9)
    performance = perform(request)
    spans = _spans(performance.channels["blink_left"] > 0.4)
    starts = np.array([start for start, _ in spans]) / 30
    lengths = np.array([end - start for start, end in spans])
    gaps = np.diff(starts)
    assert 12 <= len(spans) / 5 <= 22
    assert float(gaps.std() / gaps.mean()) > 0.4
    assert float(gaps.min()) >= 0.39
    assert 2.2 < float(np.median(gaps)) < 4.0
    assert lengths.min() >= 2 and lengths.max() <= 12
    assert all(float(performance.channels["blink_left"][a:b].max()) == 1.0 for a, b in spans)


def test_blinks_prefer_pauses(tell: Tell) -> None:
    prosody = read_prosody(tell(300.0, 9))
    pauses = np.array([(pause.start, pause.end) for pause in prosody.pauses])
    dice = np.random.default_rng(0)

    def share(moments: NDArray[np.float64]) -> float:
        inside = (moments[:, None] >= pauses[:, 0] - 0.1) & (moments[:, None] <= pauses[:, 1])
        return float(inside.any(axis=1).mean())

    blinks = np.concatenate([blink_times(prosody, seed) for seed in range(5)])
    assert share(blinks) > 1.25 * share(dice.uniform(0, 300, 5000))


def test_the_eyes_stay_with_the_lens_while_the_head_turns(tell: Tell) -> None:
    channels = perform(tell(120.0, 3)).channels
    toward = channels["yaw"] + GAZE_DEGREES * channels["gaze_x"]
    assert float((np.abs(toward) < 1.5).mean()) >= 0.9
    assert float(np.abs(channels["yaw"]).max()) > 3
    assert float(np.abs(np.diff(toward)).max()) > 0.1

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.avatar import AvatarRequest
from renderers.avatar.catalogue import AVATARS, find_avatar
from renderers.avatar.performance import CHANNELS, REST, load, perform, save
from renderers.errors import EngineFailed, TakeDamaged
from renderers.speech import Phone, Viseme

Tell = Callable[..., AvatarRequest]


def test_every_channel_is_there_at_full_length_and_inside_its_bounds(tell: Tell) -> None:
    for seed in range(6):
        request = tell(12.0, seed)
        performance = perform(request)
        assert list(performance.channels) == list(CHANNELS)
        for name, curve in performance.channels.items():
            assert curve.shape == (request.frames,) and curve.dtype == np.float32
            assert curve.min() >= CHANNELS[name].low - 1e-6 and curve.max() <= CHANNELS[name].high + 1e-6, name
            assert np.isfinite(curve).all()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(-0.2, 2.5), st.floats(0.0, 0.5), st.sampled_from(list(Viseme)), st.integers(-1, 3)),
        max_size=12,
    ),
    st.integers(1, 70),
    st.sampled_from([24, 25, 30, 60]),
)
def test_any_phones_give_a_bounded_performance(
    raw: list[tuple[float, float, Viseme, int]], frames: int, rate: int
) -> None:
    phones = tuple(Phone("x", start, start + length, viseme, 1, word) for start, length, viseme, word in raw)
    performance = perform(AvatarRequest(AVATARS[0], (), phones, (), frames, Fraction(rate), 5))
    for name, curve in performance.channels.items():
        assert len(curve) == frames and np.isfinite(curve).all()
        assert CHANNELS[name].low - 1e-6 <= curve.min() and curve.max() <= CHANNELS[name].high + 1e-6
        assert curve[0] == curve[-1] == np.float32(REST[name])


def test_scenes_begin_and_end_at_rest_and_leave_it_gently(tell: Tell) -> None:
    performance = perform(tell(8.0))
    for name, curve in performance.channels.items():
        assert curve[0] == curve[-1] == np.float32(REST[name])
        span = CHANNELS[name].high - CHANNELS[name].low
        assert abs(curve[1] - curve[0]) < 0.1 * span and abs(curve[-2] - curve[-1]) < 0.1 * span, name


def test_equal_requests_give_equal_bits_and_seeds_and_scenes_differ(tell: Tell) -> None:
    request = tell(6.0)
    first, second = perform(request), perform(request)
    assert all(np.array_equal(first.channels[name], second.channels[name]) for name in CHANNELS)
    other_seed = perform(replace(request, seed=2))
    other_scene = perform(tell(6.0, 2))
    for other in (other_seed, other_scene):
        assert not np.array_equal(first.channels["yaw"], other.channels["yaw"])
    assert np.array_equal(first.channels["jaw"], other_seed.channels["jaw"])


def test_silence_keeps_the_mouth_shut_and_the_rest_alive() -> None:
    performance = perform(AvatarRequest(AVATARS[0], (), (), (), 300, Fraction(30), 3))
    assert float(performance.channels["jaw"].max()) < 1e-6
    assert float(performance.channels["yaw"].std()) > 0.05
    assert float(performance.channels["breath"].max()) > 0.5


def test_louder_speech_opens_the_mouth_more(tell: Tell) -> None:
    request = tell(6.0)
    soft = perform(replace(request, loudness=tuple(0.15 for _ in request.loudness)))
    loud = perform(replace(request, loudness=tuple(0.95 for _ in request.loudness)))
    assert float(loud.channels["jaw"].mean()) > 1.2 * float(soft.channels["jaw"].mean())


def test_the_head_moves_slowly_and_does_not_repeat(tell: Tell) -> None:
    performance = perform(tell(120.0))
    for name, fastest in (("yaw", 45.0), ("pitch", 60.0), ("roll", 30.0)):
        assert float(np.abs(np.diff(performance.channels[name])).max()) * 30 < fastest
    yaw = performance.channels["yaw"].astype(np.float64)
    yaw -= yaw.mean()
    power = np.abs(np.fft.rfft(yaw, 2 * len(yaw))) ** 2
    similar = np.fft.irfft(power)[: len(yaw)]
    similar /= similar[0] * (1 - np.arange(len(yaw)) / len(yaw))
    assert float(similar[60 : len(yaw) // 2].max()) < 0.8


def test_frames_per_second_do_not_change_what_is_done(tell: Tell) -> None:
    slow, fast = perform(tell(6.0, rate=Fraction(25))), perform(tell(6.0, rate=Fraction(50)))
    at_slow, at_fast = (np.arange(n) + 0.5 for n in (slow.frames, fast.frames))
    resampled = np.interp(at_slow / 25, at_fast / 50, fast.channels["jaw"])
    assert float(np.corrcoef(resampled, slow.channels["jaw"])[0, 1]) > 0.97


def test_a_scene_without_frames_is_refused(tell: Tell) -> None:
    with pytest.raises(EngineFailed, match="at least one frame"):
        perform(replace(tell(3.0), frames=0))


def test_what_is_saved_is_read_back(tell: Tell, tmp_path: Path) -> None:
    performance = perform(tell(4.0))
    save(performance, tmp_path)
    again = load(tmp_path)
    assert (again.frames, again.rate) == (performance.frames, performance.rate)
    assert all(np.array_equal(again.channels[name], performance.channels[name]) for name in CHANNELS)


def test_a_damaged_take_is_named(tmp_path: Path) -> None:
    with pytest.raises(TakeDamaged, match=tmp_path.name):
        load(tmp_path)
    for rubbish in (b"", b"not a zip", b"PK\x03\x04" + bytes(40)):
        (tmp_path / "performance.npz").write_bytes(rubbish)
        with pytest.raises(TakeDamaged, match=tmp_path.name):
            load(tmp_path)


def test_the_catalogue_names_the_cast() -> None:
    ids = [avatar.id for avatar in AVATARS]
    assert ids[:2] == ["maya", "daniel"] and len(ids) == len(set(ids)) >= 16
    assert {avatar.gender for avatar in AVATARS} == {"female", "male", "neutral"}
    assert all(avatar.name and avatar.style and avatar.licence for avatar in AVATARS)
    assert find_avatar("daniel") is AVATARS[1] and find_avatar("nobody") is None

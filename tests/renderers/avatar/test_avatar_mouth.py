from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from renderers.avatar import AvatarRequest, Performance
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.mouth import aperture
from renderers.avatar.performance import perform
from renderers.speech import Phone, Viseme

Tell = Callable[..., AvatarRequest]


def _near(performance: Performance, start: float, end: float) -> slice:
    rate = float(performance.rate)
    return slice(max(0, int((start - 0.04) * rate)), int((end + 0.04) * rate) + 1)


def _said(*phones: tuple[Viseme, float, float], frames: int = 60, rate: int = 30) -> Performance:
    made = tuple(Phone(viseme.value, start, end, viseme, 1, 0) for viseme, start, end in phones)
    return perform(AvatarRequest(AVATARS[0], (), made, (), frames, Fraction(rate), 1))


@pytest.mark.parametrize("rate", [24, 25, 30, 60])
def test_p_b_and_m_close_the_lips_and_f_and_v_tuck_them(tell: Tell, rate: int) -> None:
    for seed in range(4):
        request = tell(14.0, seed, Fraction(rate))
        performance = perform(request)
        gap = aperture(performance)
        widest = float(np.percentile(gap, 95))
        for phone in request.phones:
            span = _near(performance, phone.start, phone.end)
            if phone.viseme is Viseme.PP:
                assert float(gap[span].min()) == 0.0
                assert float(performance.channels["press"][span].max()) == 1.0
            if phone.viseme is Viseme.FF:
                assert float(gap[span].min()) < 0.3 * widest
    assert widest > 0.25


def test_a_closure_shorter_than_a_frame_is_still_seen() -> None:
    performance = _said((Viseme.AA, 0.5, 0.70), (Viseme.PP, 0.70, 0.712), (Viseme.AA, 0.712, 0.9), rate=24)
    assert float(aperture(performance)[_near(performance, 0.70, 0.712)].min()) == 0.0
    assert float(aperture(performance)[int(0.6 * 24)]) > 0.3


def test_open_vowels_open_wider_than_s_and_close_again_after_speech() -> None:
    open_, hissed = _said((Viseme.AA, 0.5, 0.8)), _said((Viseme.SS, 0.5, 0.8))
    assert float(open_.channels["jaw"].max()) > 4 * float(hissed.channels["jaw"].max())
    assert float(open_.channels["jaw"][int(1.3 * 30) :].max()) < 0.03


def test_rounded_vowels_begin_before_they_are_heard() -> None:
    performance = _said((Viseme.KK, 0.5, 0.62), (Viseme.OU, 0.62, 0.85))
    round_ = performance.channels["round"]
    assert float(round_[int(0.58 * 30)]) > 0.3 * float(round_.max())
    assert float(round_.max()) > 0.7
    assert float(performance.channels["width"].min()) < -0.4


def test_neighbours_colour_a_sound() -> None:
    beside_round = _said((Viseme.OU, 0.5, 0.6), (Viseme.KK, 0.6, 0.68), (Viseme.OU, 0.68, 0.8))
    beside_wide = _said((Viseme.IH, 0.5, 0.6), (Viseme.KK, 0.6, 0.68), (Viseme.IH, 0.68, 0.8))
    middle = int(0.64 * 30)
    assert float(beside_round.channels["round"][middle]) > 0.3
    assert float(beside_wide.channels["width"][middle]) > 0.25


def test_the_tongue_rises_for_its_sounds_only() -> None:
    assert float(_said((Viseme.TH, 0.5, 0.7)).channels["tongue"].max()) > 0.7
    assert float(_said((Viseme.AA, 0.5, 0.7)).channels["tongue"].max()) < 0.05


def test_the_smile_eases_in_speech_and_comes_back() -> None:
    smile = _said((Viseme.AA, 1.0, 2.0), frames=120).channels["smile"]
    assert float(smile[45]) < float(smile[0]) - 0.1
    assert abs(float(smile[-1]) - float(smile[0])) < 1e-6


def test_the_mouth_is_still_in_pauses(tell: Tell) -> None:
    request = tell(30.0, 4)
    performance = perform(request)
    gap = aperture(performance)
    times = (np.arange(performance.frames) + 0.5) / 30
    speaking = np.zeros(len(times), bool)
    silent = np.ones(len(times), bool)
    for phone in request.phones:
        if phone.viseme is not Viseme.SIL:
            speaking |= (times >= phone.start) & (times < phone.end)
            silent &= (times < phone.start - 0.15) | (times > phone.end + 0.15)
    assert float(gap[silent].std()) < 0.25 * float(gap[speaking].std())

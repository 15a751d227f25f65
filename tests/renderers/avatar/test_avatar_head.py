from __future__ import annotations

from collections.abc import Callable

import numpy as np

from renderers.avatar import AvatarRequest
from renderers.avatar.head import move_head
from renderers.avatar.performance import perform
from renderers.avatar.prosody import Accent, Prosody, read_prosody

Tell = Callable[..., AvatarRequest]


def test_accents_are_the_stronger_half_of_the_words_in_order(tell: Tell) -> None:
    request = tell(40.0, 2)
    accents = read_prosody(request).accents
    assert 0.3 * len(request.words) < len(accents) < 0.75 * len(request.words)
    assert list(accents) == sorted(accents, key=lambda accent: accent.start)
    assert all(0.0 <= accent.weight <= 1.0 for accent in accents)


def test_pauses_lie_between_the_phrases(tell: Tell) -> None:
    prosody = read_prosody(tell(40.0, 2))
    assert len(prosody.pauses) > 3
    for pause in prosody.pauses:
        assert all(pause.end <= start + 1e-9 or pause.start >= end - 1e-9 for start, end in prosody.phrases)


def _moved(seed: int) -> tuple[np.ndarray, dict[str, np.ndarray], list[Accent]]:
    accents = [Accent(2.0 + 1.7 * i, 2.12 + 1.7 * i, 0.8, f"word {i}") for i in range(40)]
    prosody = Prosody(72.0, (), ((1.0, 71.0),), tuple(accents))
    times = (np.arange(72 * 60) + 0.5) / 60
    return times, move_head(prosody, times, seed), accents


def test_brows_lead_the_word_and_peak_on_it() -> None:
    times, curves, accents = _moved(1)
    raised = [accent for accent in accents if _peak(times, curves["brow_left"], accent)[1] > 0.25]
    assert 0.2 < len(raised) / len(accents) < 0.6
    for accent in raised:
        at, height = _peak(times, curves["brow_left"], accent)
        assert accent.start - 0.02 <= at <= accent.start + 0.15
        before = float(np.interp(accent.start - 0.02, times, curves["brow_left"]))
        assert before > 0.2 * height


def test_nods_come_on_a_third_of_the_words_and_peak_on_or_after_them() -> None:
    found = 0
    for seed in range(4):
        times, curves, accents = _moved(seed)
        speed = np.gradient(curves["pitch"], times)
        for accent in accents:
            near = (times > accent.start - 0.05) & (times < accent.start + 0.35)
            if float(speed[near].max()) > 12:
                found += 1
                window = (times > accent.start - 0.3) & (times < accent.start + 0.6)
                at = float(times[window][int(np.argmax(curves["pitch"][window]))])
                assert at >= accent.start
    assert 0.2 < found / 160 < 0.5


def _peak(times: np.ndarray, curve: np.ndarray, accent: Accent) -> tuple[float, float]:
    near = (times > accent.start - 0.3) & (times < accent.start + 0.4)
    at = int(np.argmax(curve[near]))
    return float(times[near][at]), float(curve[near][at])


def test_the_chest_fills_in_the_longer_pauses(tell: Tell) -> None:
    request = tell(60.0, 6)
    breath = perform(request).channels["breath"]
    long_ = [pause for pause in read_prosody(request).pauses if pause.length > 0.5 and 2 < pause.start < 57]
    rises = [float(breath[int(pause.end * 30)] - breath[int(pause.start * 30)]) for pause in long_]
    assert len(rises) >= 3
    assert float(np.mean(np.array(rises) > 0.1)) > 0.6

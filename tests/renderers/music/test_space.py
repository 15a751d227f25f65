"""Filters, echo and reverb: the same whatever the pieces, clear below, and gone after their time."""

from __future__ import annotations

import numpy as np
import pytest

from renderers.music.score import Bus
from renderers.music.space import bus_response, ring, room_response

RATE = 48_000


def _click(length, at=0):
    click = np.zeros((length, 2), np.float32)
    click[at, 0] = 1
    return click


@pytest.mark.parametrize("bus", [Bus(), Bus(wet=-100, high_cut=1000), Bus(echo=-10, wet=-8, decay=0.5, air=4, dip=3)])
def test_what_is_played_in_parts_adds_up_to_the_whole(bus):
    sound = np.random.default_rng(1).standard_normal((50_000, 2)).astype(np.float32) * np.float32(0.1)
    whole = ring(bus, 0.5, sound)
    parts = np.zeros_like(whole)
    for start in range(0, len(sound), 20_000):
        rung = ring(bus, 0.5, sound[start : start + 20_000])
        kept = rung[: len(whole) - start]
        parts[start : start + len(kept)] += kept
    assert np.abs(parts - whole).max() < 4e-4
    assert np.abs(whole[-2000:]).max() < 1e-3, "it has rung out"


def test_a_dry_bus_leaves_the_middle_alone_and_takes_out_rumble():
    def gain(frequency):
        tone = np.sin(2 * np.pi * frequency * np.arange(RATE) / RATE).astype(np.float32)
        out = ring(Bus(wet=-100), 0.5, np.stack([tone, tone], axis=1))[:RATE]
        return 20 * np.log10(np.abs(out[RATE // 2 :]).max())

    assert gain(1000) == pytest.approx(0, abs=0.05)
    assert gain(15) < -15


def test_reverb_falls_by_sixty_decibels_in_its_time_and_differs_from_side_to_side():
    response = room_response(1.0)
    early = np.sqrt((response[:, 2_000:6_000] ** 2).mean())
    late = np.sqrt((response[:, 44_000:48_000] ** 2).mean())
    assert -62 < 20 * np.log10(late / early) < -42
    assert abs(np.corrcoef(response)[0, 1]) < 0.1
    assert np.array_equal(response, room_response.__wrapped__(1.0))


def test_shelf_and_dip_shape_the_response():
    def level(bus, frequency):
        response = np.fft.rfft(bus_response(bus)[0], RATE)
        return 20 * np.log10(np.abs(response[frequency]))

    plain, shaped = Bus(wet=-100), Bus(wet=-100, air=5, dip=3)
    assert level(shaped, 10_000) - level(plain, 10_000) == pytest.approx(5, abs=0.4)
    assert level(shaped, 320) - level(plain, 320) == pytest.approx(-3, abs=0.4)
    assert abs(level(shaped, 80) - level(plain, 80)) < 0.5


def test_echo_comes_after_three_sixteenths_and_crosses_sides():
    out = ring(Bus(wet=-100, echo=-6), 0.5, _click(RATE))
    delay = round(0.75 * 0.5 * RATE)
    assert np.abs(out[delay - 200 : delay - 5]).max() < 0.02
    assert np.abs(out[delay : delay + 20, 0]).max() > 5 * np.abs(out[delay : delay + 20, 1]).max()
    second = slice(2 * delay, 2 * delay + 30)
    assert np.abs(out[second, 1]).max() > 5 * np.abs(out[second, 0]).max()

"""What every avatar engine keeps: exact length, determinism, rest at the ends, typed refusal."""

from __future__ import annotations

import importlib
from fractions import Fraction

import numpy as np
import pytest

from renderers.avatar import ENGINES, Avatar, AvatarEngine, AvatarRequest
from renderers.avatar.catalogue import AVATARS
from renderers.errors import EngineFailed
from renderers.speech import Phone, Viseme, Word


def _engine(name: str) -> AvatarEngine:
    module, _, found = ENGINES[name].partition(":")
    engine: AvatarEngine = getattr(importlib.import_module(module), found)()
    return engine


def _request(avatar: Avatar, frames: int = 60) -> AvatarRequest:
    phones = (Phone("m", 0.4, 0.5, Viseme.PP, 0, 0), Phone("aa", 0.5, 0.8, Viseme.AA, 1, 0))
    return AvatarRequest(avatar, (Word("ma", 0.4, 0.8, 0),), phones, (0.6,) * 200, frames, Fraction(30), 7)


@pytest.mark.parametrize("name", list(ENGINES))
def test_an_engine_says_what_it_is(name: str) -> None:
    identity = _engine(name).identity
    assert identity.startswith(name) and identity == _engine(name).identity


@pytest.mark.parametrize("avatar", AVATARS, ids=lambda avatar: avatar.id)
def test_every_presenter_performs_exactly_as_long_as_asked_and_always_the_same(avatar: Avatar) -> None:
    assert avatar.engine in ENGINES
    for frames in (1, 2, 7, 60, 301):
        first, second = (_engine(avatar.engine).animate(_request(avatar, frames)) for _ in range(2))
        assert (first.performance is None) != (first.footage is None)
        if first.performance is not None and second.performance is not None:
            channels = first.performance.channels
            assert first.performance.frames == frames
            assert all(len(curve) == frames and curve.dtype == np.float32 for curve in channels.values())
            assert all(curve[0] == curve[-1] for curve in channels.values())
            assert all(np.array_equal(channels[name], second.performance.channels[name]) for name in channels)


@pytest.mark.parametrize("name", list(ENGINES))
def test_a_stranger_is_refused_in_a_sentence(name: str) -> None:
    stranger = Avatar("nobody", "Nobody", "female", name, "nobody", "", "")
    with pytest.raises(EngineFailed, match="nobody") as refusal:
        _engine(name).animate(_request(stranger))
    assert refusal.value.engine == name and not refusal.value.retryable

"""What every engine of music keeps to, run for each one in the table."""

from __future__ import annotations

from importlib import import_module

import numpy as np
import pytest

from renderers.errors import EngineFailed
from renderers.music import ENGINES, Bed, MusicRequest
from renderers.music.catalogue import MOODS

RATE = 48_000


@pytest.fixture(params=sorted(ENGINES))
def engine(request):
    module, _, name = ENGINES[request.param].partition(":")
    return getattr(import_module(module), name)()


def test_identity_is_a_stable_single_line(engine):
    assert engine.identity.strip()
    assert "\n" not in engine.identity
    assert engine.identity == type(engine)().identity


@pytest.mark.parametrize("mood", [mood.id for mood in MOODS])
def test_every_mood_of_the_catalogue_can_be_had_to_the_sample(engine, mood):
    samples = 4 * RATE + 311
    bed = engine.compose(MusicRequest(mood, samples, 5))
    assert isinstance(bed, Bed)
    assert bed.samples.shape == (samples, 2)
    assert bed.samples.dtype == np.float32
    assert 0.05 < np.abs(bed.samples).max() <= 1.0
    assert np.abs(bed.samples[-240:]).max() < 1e-3


def test_the_same_request_gives_the_same_bits_and_the_seed_matters(engine):
    request = MusicRequest("calm", 3 * RATE, 8)
    first = engine.compose(request).samples
    assert np.array_equal(first, engine.compose(request).samples)
    assert not np.array_equal(first, engine.compose(MusicRequest("calm", 3 * RATE, 9)).samples)


@pytest.mark.parametrize("marks", [(0,), (1, 2, 3), (3 * RATE, RATE), (-5, 10**9), (6 * RATE,)])
def test_marks_of_any_kind_are_borne(engine, marks):
    assert engine.compose(MusicRequest("tech", 6 * RATE, 1, marks)).samples.shape == (6 * RATE, 2)


@pytest.mark.parametrize("seed", [0, -3, 2**70])
def test_seeds_of_any_size_are_borne(engine, seed):
    assert np.abs(engine.compose(MusicRequest("calm", 2 * RATE, seed)).samples).max() > 0.01


def test_refusal_is_one_sentence_and_typed(engine):
    with pytest.raises(EngineFailed) as refused:
        engine.compose(MusicRequest("no such mood", 5 * RATE, 1))
    assert "no such mood" in str(refused.value)
    assert refused.value.retryable is False

"""Speech that was never spoken: phones and words made from a seed."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from renderers.avatar import AvatarRequest
from renderers.avatar.catalogue import AVATARS
from renderers.speech import Phone, Viseme, Word

SOUNDS = tuple(viseme for viseme in Viseme if viseme is not Viseme.SIL)


@pytest.fixture(scope="session")
def tell() -> Callable[..., AvatarRequest]:
    """A function that makes a request of about so many seconds of speech, with a pause every few words."""

    def make(seconds: float = 6.0, seed: int = 1, rate: Fraction = Fraction(30)) -> AvatarRequest:
        dice = np.random.default_rng(seed)
        at, words, phones = 0.5, [], []
        while at < seconds - 1.2:
            start = at
            for place in range(int(dice.integers(2, 6))):
                viseme = SOUNDS[int(dice.integers(len(SOUNDS)))]
                length = float(dice.uniform(0.05, 0.16))
                phones.append(Phone(viseme.value, at, at + length, viseme, int(place == 1), len(words)))
                at += length
            words.append(Word(f"word{len(words)}", start, at, 0))
            if dice.random() < 0.16:
                pause = float(dice.uniform(0.25, 0.8))
                phones.append(Phone("pau", at, at + pause, Viseme.SIL))
                at += pause
        frames = round(seconds * rate)
        level = np.zeros(round(seconds * 100) + 1)
        for phone in phones:
            if phone.viseme is not Viseme.SIL:
                level[round(phone.start * 100) : round(phone.end * 100)] = dice.uniform(0.3, 1.0)
        return AvatarRequest(AVATARS[0], tuple(words), tuple(phones), tuple(level.tolist()), frames, rate, seed)

    return make

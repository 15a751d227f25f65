"""Listening: what a presenter does while somebody else is heard, from that one's words, sounds and level.

Listeners answer where a speaker pauses after a stretch of speech (Ward and Tsukahara, 2000: after 0.7 s of it at least,
0.7 s later at most, and not within 0.8 s of the last answer), mostly by nods, which are double or triple as often as
single, and by smiles. They blink where the other pauses, a little later (Nakano and Kitazawa, 2010: 0.25 to 0.5 s), and
their faces follow what is told. Nothing looks ahead of what was heard: it serves a voice that comes live as well.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest
from renderers.avatar.channels import EMOTIONS
from renderers.avatar.head import hill
from renderers.avatar.moods import move_moods
from renderers.avatar.prosody import EARLIER, Pause, Prosody, dice

Curve = NDArray[np.float64]

_SPOKEN, _APART = 0.7 - EARLIER, 2.2
"""Seconds of speech before a listener answers, and between two answers: far above the 0.8 s of the shortest."""
_SHORTEST_PAUSE = 0.2 - EARLIER
_ANSWERS = 0.72
_DELAY = (0.12, 0.45)
_BLINK_DELAY = 0.35
_NOD_SECONDS = 0.42
_FOLLOWS, _LATER = 0.7, 0.45
"""How much of an expression that words bring a listener shows, and how many seconds after the word."""


def silent_self(request: AvatarRequest) -> AvatarRequest:
    """The request as its presenter fills it: no words, no sounds, no gestures."""
    return replace(request, words=(), phones=(), loudness=(), moods=(), deck=(), barred=(), beats=())


def answers(prosody: Prosody, seed: int) -> tuple[tuple[float, str], ...]:
    """The moments (seconds) at which the listener begins to answer what is heard, and how: `nod`, `smile` or `brow`."""
    found: list[tuple[float, str]] = []
    for index, (start, end) in enumerate(prosody.phrases):
        following = prosody.phrases[index + 1][0] if index + 1 < len(prosody.phrases) else prosody.length
        throw = dice(seed, "answer", prosody.opening(index))
        chance, delay, kind = throw.random(), throw.uniform(*_DELAY), throw.random()
        at = end + delay
        if following - end < _SHORTEST_PAUSE or end - start < _SPOKEN or chance > _ANSWERS:
            continue
        if (found and at - found[-1][0] < _APART) or at > prosody.length - 1.2:
            continue
        found.append((at, "nod" if kind < 0.72 else "smile" if kind < 0.9 else "brow"))
    return tuple(found)


def listen(request: AvatarRequest, prosody: Prosody, times: Curve) -> dict[str, Curve]:
    """What listening adds to the channels of a silent presenter at `times`; `prosody` is that of what is heard."""
    curves = {name: np.zeros(len(times)) for name in ("pitch", "head_y", "smile", "brow_left", "brow_right", "roll")}
    for at, kind in answers(prosody, request.seed):
        throw = dice(request.seed, "answering", round(at * 1000))
        if kind == "nod":
            size, count = throw.uniform(2.6, 4.6), int(throw.choice([1, 2, 2, 3]))
            for number in range(count):
                peak = at + _NOD_SECONDS * (number + 0.45)
                nod = size * 0.68**number * hill(times, peak, 0.45 * _NOD_SECONDS, 0.55 * _NOD_SECONDS)
                curves["pitch"] += nod
                curves["head_y"] += 0.05 * nod
        if kind == "smile" or (kind == "nod" and throw.random() < 0.4):
            curves["smile"] = np.maximum(curves["smile"], throw.uniform(0.2, 0.35) * hill(times, at + 0.5, 0.5, 1.4))
        if kind == "brow":
            lifted = throw.uniform(0.4, 0.7) * hill(times, at + 0.25, 0.25, 0.6)
            curves["brow_left"] += lifted
            curves["brow_right"] += 0.92 * lifted
    # A head that listens is a little on one side, another for each of the other's longer stretches.
    for index, (start, end) in enumerate(prosody.phrases):
        throw = dice(request.seed, "tilt", prosody.opening(index))
        tilt = throw.normal(0, 1.6)
        if end - start > 1.5:
            curves["roll"] += tilt * hill(times, start + 1.2, 0.9, max(end - start, 2.0))
    for name, curve in move_moods(request, times - _LATER).items():
        if name in EMOTIONS:
            curves[name] = _FOLLOWS * curve
    return {name: np.asarray(curve, np.float64) for name, curve in curves.items()}


def heard_pauses(prosody: Prosody) -> Prosody:
    """The prosody by which the listener blinks: the pauses that are heard, each so much later as it is answered."""
    length = prosody.length
    pauses = tuple(
        Pause(min(pause.start + _BLINK_DELAY, length), min(pause.end + _BLINK_DELAY, length))
        for pause in prosody.pauses
    )
    return Prosody(length, pauses, (), ())

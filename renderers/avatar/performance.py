"""What a presenter does in a scene, as curves: mouth, eyes and head from the words, sounds and level of the speech.

`perform` is pure: the same request gives the same bits. Every curve begins and ends at its rest value, so that scenes
join without a jump. Curves look at most half a second ahead: what is said later in a scene changes nothing before it,
so that an edit has the frames before it kept.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest, Performance
from renderers.avatar.arms import move_arms
from renderers.avatar.beats import keep_beats
from renderers.avatar.channels import CHANNELS, GAZE_DEGREES, REST, Channel
from renderers.avatar.eyes import clock_moments, move_eyes
from renderers.avatar.framing import FRAMINGS_WITH_ARMS
from renderers.avatar.gestures import choose_gestures, glance_aside
from renderers.avatar.head import move_head, talking
from renderers.avatar.listening import heard_pauses, listen, silent_self
from renderers.avatar.moods import move_moods
from renderers.avatar.mouth import move_mouth
from renderers.avatar.partner import look_at_partner
from renderers.avatar.prosody import Prosody, read_prosody
from renderers.avatar.styles import find_style
from renderers.errors import EngineFailed, TakeDamaged
from renderers.scene_clock import clock_at

__all__ = ["CHANNELS", "GAZE_DEGREES", "REST", "Channel", "load", "perform", "save"]

PORTRAIT = "portrait.zip"
"""What the copy of a portrait is called in a take."""

Curve = NDArray[np.float32]
Curves = dict[str, NDArray[np.float64]]

_STEPS = 4096
"""Steps to a unit of a curve: far finer than is seen, and far coarser than what of a later moment's time is left in the
last bits of a number, so that a line that moves keeps its curves."""
_TORSO_LAG = 0.18
_JOIN_SECONDS = 0.16
"""Over this long at either end the curves come from and return to rest, whatever is said there."""


def perform(request: AvatarRequest) -> Performance:
    """The performance of one scene, exactly `request.frames` long, every channel inside its bounds.

    Raises `EngineFailed` for a scene without frames or a rate that is not positive.
    """
    if request.frames < 1 or request.rate <= 0:
        raise EngineFailed(
            "illustrated",
            f"a scene of {request.frames} frames at {request.rate} frames a second was "
            "asked for; give it at least one frame.",
        )
    frames = np.arange(request.frames, dtype=np.float64) + 0.5
    times = frames / np.float64(request.rate)
    clock = clock_at(request.marks, frames) / float(request.rate)
    curves = _listened(request, times, clock) if request.listening else _spoken(request, times, clock)
    if request.framing in FRAMINGS_WITH_ARMS or find_style(request.style).aside:
        curves.update(_follow_with_torso(curves, times))
    return Performance(
        request.frames,
        request.rate,
        {
            name: _join(curves.get(name, np.full(len(times), channel.rest)), channel, times)
            for name, channel in CHANNELS.items()
        },
    )


def _spoken(request: AvatarRequest, times: NDArray[np.float64], clock: NDArray[np.float64]) -> Curves:
    """The curves of a presenter who speaks."""
    style, prosody = find_style(request.style), read_prosody(request)
    if request.beats:
        prosody = keep_beats(prosody, request.beats, request.loudness)
    curves = move_mouth(request, prosody, times)
    curves["smile"] += style.smile * talking(prosody, times)
    curves.update(move_head(prosody, times, request.seed, clock, style))
    _look(request, prosody, times, curves, beside=style.aside)
    _add(curves, move_moods(request, times))
    gestures = choose_gestures(request, prosody)
    curves["gaze_x"] = curves["gaze_x"] + glance_aside(gestures, times)
    curves.update(move_arms(request, prosody, gestures, times))
    return curves


def _listened(request: AvatarRequest, times: NDArray[np.float64], clock: NDArray[np.float64]) -> Curves:
    """The curves of a presenter who listens: a silent one's, with what answers the words of the request."""
    style, heard, own = find_style(request.style), read_prosody(request), silent_self(request)
    silence = read_prosody(own)
    curves = move_mouth(own, silence, times)
    curves.update(move_head(silence, times, request.seed, clock, style))
    _add(curves, listen(request, heard, times))
    _look(request, heard_pauses(heard), times, curves, beside=style.aside)
    return curves


def _look(
    request: AvatarRequest, prosody: Prosody, times: NDArray[np.float64], curves: Curves, *, beside: bool
) -> None:
    """Add lids and gaze, by the head's turn that `curves` have, and the turn to somebody who is looked at."""
    look = None
    if beside or request.listening:
        moments = clock_moments(request.marks, times)
        x, y, turn = look_at_partner(
            prosody.length, times, request.seed, moments, beside=beside, listening=request.listening
        )
        curves["yaw"] = curves["yaw"] + turn
        look = x, y
    curves.update(move_eyes(prosody, times, request.seed, curves["yaw"], curves["pitch"], request.marks, look))


def _add(curves: Curves, more: Curves) -> None:
    for name, curve in more.items():
        curves[name] = curves[name] + curve if name in curves else curve


def _follow_with_torso(curves: Curves, times: NDArray[np.float64]) -> Curves:
    """The body turns and leans after the head, less and later."""
    late = times - _TORSO_LAG
    return {
        "torso_turn": 0.5 * np.interp(late, times, curves["yaw"]),
        "torso_lean": np.clip(0.45 * np.interp(late, times, curves["roll"]), -3.0, 3.0),
    }


def _join(curve: NDArray[np.float64], channel: Channel, times: NDArray[np.float64]) -> Curve:
    step = times[0] * 2
    end = float(times[-1] + times[0])
    # The outermost frames themselves are at rest, not the instants half a frame outside them.
    inside = np.minimum(times - step / 2, end - times - step / 2)
    share = np.clip(inside / _JOIN_SECONDS, 0, 1)
    share = share * share * (3 - 2 * share)
    share[[0, -1]] = 0.0
    moved = np.round((np.clip(curve, channel.low, channel.high) - channel.rest) * share * _STEPS) / _STEPS
    return np.asarray(np.clip(channel.rest + moved, channel.low, channel.high), np.float32)


def save(performance: Performance, folder: Path, portrait: Path | None = None) -> None:
    """Write `performance` into `folder` as `performance.npz`, with a copy of the `portrait` that it is drawn from."""
    if portrait is not None:
        shutil.copyfile(portrait, folder / PORTRAIT)
    about = json.dumps(
        {
            "frames": performance.frames,
            "rate": [performance.rate.numerator, performance.rate.denominator],
            "channels": list(performance.channels),
        }
    )
    curves = np.stack(list(performance.channels.values())).astype(np.float32)
    with (folder / "performance.npz").open("wb") as file:
        np.savez(file, about=np.frombuffer(about.encode(), np.uint8), curves=curves)


def load(folder: Path) -> Performance:
    """The performance that `save` wrote into `folder`. Raises `TakeDamaged` where it can not be read."""
    try:
        with (folder / "performance.npz").open("rb") as file, np.load(file, allow_pickle=False) as stored:
            about = json.loads(stored["about"].tobytes())
            curves = np.asarray(stored["curves"], np.float32)
        frames, rate, names = int(about["frames"]), Fraction(*about["rate"]), [str(n) for n in about["channels"]]
        if curves.shape != (len(names), frames):
            raise ValueError(f"its curves have the shape {curves.shape}")
    except (OSError, ValueError, KeyError, TypeError, ZeroDivisionError, EOFError, zipfile.BadZipFile) as error:
        raise TakeDamaged(f"The avatar take {folder.name} can not be read back ({error}).", folder) from error
    return Performance(frames, rate, {name: curves[i] for i, name in enumerate(names)})

"""What one illustrated presenter costs a frame on one core, laid into a 1080p picture, and its share of the encoder's.

Every channel moves: the head, the mouth, the lids, the body, both arms and the shapes of both hands. Times are the
thread's own, so that a busy machine does not count; the first frames, which draw what is kept, are told apart.

    python -m benchmarks.avatar [--frames 180] [--avatar maya] [--framing half_body]
"""

from __future__ import annotations

import argparse
import time
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import Performance
from renderers.avatar.channels import CHANNELS
from renderers.avatar.poses import ONE_HANDED, TWO_HANDED, on_side
from renderers.avatar.stock import STOCK
from renderers.layout import regions
from renderers.picture_format import picture_format
from renderers.planes import empty_planes

_ENCODER_MS = 26.0
"""What x264 veryfast takes for a 1080p frame on the development machine (the middle of 24 to 28)."""


def busy_performance(frames: int) -> Performance:
    """A performance in which nothing rests: waves on every channel, and gestures that follow each other."""
    times = np.arange(frames) / 30.0
    throw = np.random.default_rng(7)
    curves = {}
    for name, channel in CHANNELS.items():
        size = 0.0 if channel.rest == 0 and channel.low == 0 and name.endswith(("_left", "_right")) else 0.3
        wave = np.sin(2 * np.pi * throw.uniform(0.2, 2.5) * times + throw.uniform(0, 6))
        curves[name] = np.clip(channel.rest + size * (channel.high - channel.low) / 2 * wave, channel.low, channel.high)
    for side in ("left", "right"):
        for name in ("shoulder", "elbow", "wrist"):
            curves[f"{name}_{side}"][:] = CHANNELS[f"{name}_{side}"].rest
    poses = [*(on_side(name, side) for name in ONE_HANDED for side in ("left", "right")), *TWO_HANDED.values()]
    for k, pose in enumerate(poses[: max(int(frames / 24), 1)]):
        share = np.clip(1 - np.abs(times - (k + 0.5) * 0.8) / 0.55, 0, 1)
        share = share * share * (3 - 2 * share)
        for name, value in pose.items():
            curves[name] += (value - CHANNELS[name].rest) * share
    return Performance(frames, Fraction(30), {name: curve.astype(np.float32) for name, curve in curves.items()})


def measure(avatar: str, framing: str, frames: int) -> tuple[float, NDArray[np.float64]]:
    """Milliseconds for the first frame, and for every frame of two passages over the same performance (2 × frames)."""
    from renderers.avatar.illustrated import _Presenter

    picture = picture_format("16:9", "1080p", Fraction(30))
    place = regions("presenter", picture, captions=False, presenter=True).presenter
    assert place is not None
    layer = _Presenter(avatar, busy_performance(frames), "#2f6f8f", place, picture, framing)
    planes, ground = empty_planes(picture.width, picture.height), empty_planes(picture.width, picture.height)
    began = time.thread_time()
    layer.lay_over(planes, 0, ground)
    first = (time.thread_time() - began) * 1000
    spent = np.zeros((2, frames))
    for passage in range(2):
        for n in range(frames):
            began = time.thread_time()
            layer.lay_over(planes, n, ground)
            spent[passage, n] = (time.thread_time() - began) * 1000
    return first, spent


def main() -> None:
    """Print a line for each presenter that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=180)
    parser.add_argument("--avatar", nargs="*", default=[presenter.id for presenter in STOCK])
    parser.add_argument("--framing", default="half_body")
    asked = parser.parse_args()
    print(f"{'presenter':10} {'first':>8} {'mean':>7} {'p95':>7} {'worst':>7} {'again':>7}   ms; share of a frame")
    for avatar in asked.avatar:
        first, (fresh, again) = measure(avatar, asked.framing, asked.frames)
        share = fresh.mean() / (_ENCODER_MS + fresh.mean())
        print(
            f"{avatar:10} {first:8.1f} {fresh.mean():7.2f} {np.percentile(fresh, 95):7.2f} {fresh.max():7.2f} "
            f"{again.mean():7.2f}   {share:.0%}"
        )


if __name__ == "__main__":
    main()

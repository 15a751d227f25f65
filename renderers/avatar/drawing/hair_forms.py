"""What hair cuts are written in: silhouettes, locks and lit edges, and ways to make many of them from few spots."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from renderers.avatar.drawing.curves import Spot, mirror

Spots = tuple[Spot, ...]


@dataclass(frozen=True)
class Lock:
    """One lock: its run, its width along it, its tone (`light`, `shade` or `soft` shade), and where its light peaks."""

    spots: Spots
    widths: tuple[float, ...]
    tone: str
    alpha: float
    peak: float = 0.5


@dataclass(frozen=True)
class HairStyle:
    """A hair cut: the mass behind, the masses in front, the locks on them, the lit edge, and how loosely it hangs."""

    back: Spots
    front: tuple[Spots, ...]
    locks: tuple[Lock, ...]
    back_locks: tuple[Lock, ...]
    edge: Spots
    loose: float
    faded: bool = False
    matt: bool = False
    """Whether it takes the light evenly, as cropped hair and cloth do."""


def comb(
    first: Sequence[Spot], last: Sequence[Spot], count: int, width: float = 13.0, alpha: float = 0.85, peak: float = 0.4
) -> tuple[Lock, ...]:
    """Locks that lie between two runs, light and shade by turns, as a comb leaves them; wide in the middle."""
    one, other = np.array([s[:2] for s in first], float), np.array([s[:2] for s in last], float)
    taper = np.sin(np.linspace(0.10, np.pi - 0.10, len(one)))
    found: list[Lock] = []
    for k in range(count):
        share = (k + 0.5) / count
        run = one + (other - one) * share
        # The locks are not all alike: every other is narrower and begins to shine earlier.
        wide = width * (1.0, 0.68, 0.86)[k % 3]
        spots = tuple((float(x), float(y)) for x, y in run)
        found.append(
            Lock(
                spots,
                tuple((wide * taper + 0.5).tolist()),
                "light",
                alpha * (1, 0.7, 0.85)[k % 3],
                peak + 0.05 * (k % 2),
            )
        )
        if k:
            between = one + (other - one) * (k / count)
            thin = tuple(((0.20, 0.32, 0.14)[k % 3] * width * taper + 0.3).tolist())
            found.append(Lock(tuple((float(x), float(y)) for x, y in between), thin, "soft", (0.85, 0.6, 0.75)[k % 3]))
    return tuple(found)


def both(locks: Sequence[Lock]) -> tuple[Lock, ...]:
    """The locks of the right side, and the same on the left."""
    return (*locks, *(Lock(tuple(mirror(lock.spots)), lock.widths, lock.tone, lock.alpha, lock.peak) for lock in locks))


def lobed(spots: Sequence[Spot], step: float, bump: float) -> Spots:
    """The closed outline through `spots` with a lobe about every `step` units, `bump` high: curls on a silhouette."""
    corners = np.array([s[:2] for s in spots], float)
    around = np.vstack([corners, corners[:1]])
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(around, axis=0).T))])
    count = max(2 * round(lengths[-1] / step), 6)
    places = np.arange(count) / count * lengths[-1]
    # Uneven gaps keep the lobes from looking stamped.
    places = places + 0.16 * step * np.sin(2.4 * np.arange(count))
    at = np.stack([np.interp(places % lengths[-1], lengths, around[:, k]) for k in (0, 1)], 1)
    way = np.roll(at, -1, 0) - np.roll(at, 1, 0)
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-6)[:, None]
    area = float(np.sum(at[:, 0] * np.roll(at[:, 1], -1) - np.roll(at[:, 0], -1) * at[:, 1]))
    out = np.stack([way[:, 1], -way[:, 0]], 1) * math.copysign(1.0, area)
    high = np.where(np.arange(count) % 2 == 0, bump, -0.25 * bump) * (1 + 0.25 * np.sin(1.7 * np.arange(count)))
    return tuple(
        (float(x), float(y), 1.45 if k % 2 == 0 else 0.25) for k, (x, y) in enumerate(at + out * high[:, None])
    )


def curls(outline: Sequence[Spot], gap: float, size: float, light: float = 0.6) -> tuple[Lock, ...]:
    """Small arcs, light and shade by turns, spread evenly inside an outline; none reaches over its edge."""
    corners = [(s[0], s[1]) for s in outline]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, low = min(y for _, y in corners), max(y for _, y in corners)
    count = int((right - left) * (low - top) / (gap * gap))
    found: list[Lock] = []
    for k in range(1, count):
        # The R2 sequence (Roberts 2018) fills the plane evenly without rows.
        x = left + (right - left) * ((0.5 + 0.7548776662 * k) % 1)
        y = top + (low - top) * ((0.5 + 0.5698402910 * k) % 1)
        r = size * (0.75 + 0.5 * ((k * 0.618) % 1))
        if not all(_inside(x + dx, y + dy, corners) for dx, dy in ((-r, 0), (r, 0), (0, -r), (0, r))):
            continue
        start, turn = (k * 2.39996) % (2 * math.pi), (1 if k % 2 else -1)
        arc = tuple(
            (x + r * math.cos(start + turn * a), y + r * math.sin(start + turn * a)) for a in (0, 0.9, 1.8, 2.7, 3.6)
        )
        # Light falls from the upper left.
        lit = 0.5 - 0.35 * (x / 110) - 0.25 * ((y + 60) / 130)
        tone = "light" if k % 3 else "shade"
        alpha = light * min(max(lit + 0.35, 0.15), 1.0) if tone == "light" else 0.6
        found.append(Lock(arc, (0.6, size * 0.42, size * 0.5, size * 0.42, 0.6), tone, alpha, 0.5))
    return tuple(found)


def _inside(x: float, y: float, corners: Sequence[tuple[float, float]]) -> bool:
    found = False
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            found = not found
    return found

"""The mouth: lips, jaw and tongue from timed sounds, by dominance co-articulation.

Each sound pulls every part of the mouth towards its own shape with a strength that fades before and after it (Cohen and
Massaro 1993); the mouth takes the weighted mean. Then the sounds that a viewer checks are made exact: p, b and m close
the lips on at least one frame, f and v put the lower lip under the teeth, s and sh keep the jaw nearly shut.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest, Performance
from renderers.avatar.channels import CHANNELS
from renderers.avatar.prosody import EARLIER, VOWELS, Level, Prosody
from renderers.speech import Phone, Viseme

Curve = NDArray[np.float64]
LIP_SHARE, TUCK_SHARE = 0.18, 0.7
"""How far a lip that is raised parts the lips, as a share of the jaw's way; how much of it a tucked lip takes back."""
PARTS = ("jaw", "width", "round", "tuck", "upper_lip", "lower_lip", "tongue")


@dataclass(frozen=True)
class Shape:
    """Where a sound pulls the mouth, how strongly the lips and the jaw obey, and how far (seconds) it reaches."""

    target: tuple[float, float, float, float, float, float, float]
    lips: float
    jaw: float
    before: float = 0.060
    after: float = 0.060


SHAPES: dict[Viseme, Shape] = {
    #                    jaw  width round tuck upper lower tongue
    Viseme.SIL: Shape((0.00, 0.00, 0.00, 0.0, 0.00, 0.00, 0.0), 0.60, 0.80, 0.045, 0.045),
    Viseme.PP: Shape((0.02, 0.00, 0.06, 0.0, 0.00, 0.00, 0.0), 0.90, 1.00, 0.035, 0.035),
    Viseme.FF: Shape((0.10, 0.10, 0.00, 1.0, 0.40, 0.00, 0.0), 1.00, 0.90, 0.035, 0.035),
    Viseme.TH: Shape((0.19, 0.12, 0.00, 0.0, 0.20, 0.15, 1.0), 0.35, 0.50, 0.040, 0.040),
    Viseme.DD: Shape((0.20, 0.14, 0.00, 0.0, 0.15, 0.15, 0.8), 0.20, 0.35, 0.035, 0.035),
    Viseme.KK: Shape((0.27, 0.10, 0.00, 0.0, 0.10, 0.10, 0.2), 0.15, 0.25, 0.035, 0.035),
    Viseme.CH: Shape((0.12, -0.35, 0.62, 0.0, 0.55, 0.50, 0.2), 0.75, 0.80, 0.065, 0.055),
    Viseme.SS: Shape((0.08, 0.34, 0.00, 0.0, 0.45, 0.45, 0.2), 0.40, 0.80, 0.040, 0.040),
    Viseme.NN: Shape((0.19, 0.10, 0.00, 0.0, 0.10, 0.10, 0.8), 0.15, 0.30, 0.035, 0.035),
    Viseme.RR: Shape((0.20, -0.28, 0.45, 0.0, 0.20, 0.20, 0.3), 0.55, 0.45, 0.055, 0.045),
    Viseme.AA: Shape((0.74, 0.05, 0.00, 0.0, 0.25, 0.30, 0.0), 0.50, 0.60),
    Viseme.E: Shape((0.48, 0.42, 0.00, 0.0, 0.30, 0.25, 0.1), 0.50, 0.55),
    Viseme.IH: Shape((0.28, 0.58, 0.00, 0.0, 0.30, 0.25, 0.2), 0.50, 0.55),
    Viseme.OH: Shape((0.54, -0.36, 0.60, 0.0, 0.10, 0.10, 0.0), 0.70, 0.60, 0.075, 0.065),
    Viseme.OU: Shape((0.26, -0.70, 1.00, 0.0, 0.05, 0.05, 0.0), 0.80, 0.60, 0.085, 0.070),
}
"""Starting values from the reference; the reaches are 1/60 ms for vowels and 1/35 ms for consonants of the tongue, and
longer ahead of rounded sounds, which start early."""

REACH = 0.3
"""Seconds before and after a sound over which it pulls at all."""
_LONGEST_RELEASE = 0.12
_REST_PULL = 0.02
"""The pull towards rest at every moment; it wins only where no sound is near."""


def move_mouth(request: AvatarRequest, prosody: Prosody, times: Curve) -> dict[str, Curve]:
    """The mouth's channels at `times` (seconds of the frames' middles)."""
    level = Level(request.loudness)
    sounds = (p for p in request.phones if p.end > p.start and p.viseme is not Viseme.SIL)
    phones = sorted(sounds, key=lambda phone: phone.start)
    silences = [Phone("", pause.start, pause.end, Viseme.SIL) for pause in prosody.pauses]
    pulled = np.zeros((len(PARTS), len(times)))
    weights = np.full((2, len(times)), _REST_PULL)
    for phone in (*phones, *silences):
        _pull(phone, level, times, pulled, weights)
    jaw_weight, lip_weight = weights
    curves = {part: pulled[i] / (jaw_weight if part == "jaw" else lip_weight) for i, part in enumerate(PARTS)}
    for part in PARTS:
        curves[part] = _soften(curves[part])
    curves["press"] = np.zeros(len(times))
    for phone in phones:
        if phone.viseme is Viseme.FF:
            _tuck(phone, times, curves)
    for phone in phones:
        if phone.viseme is Viseme.PP:
            _close(phone, times, curves)
    curves["smile"] = _smile(prosody, times)
    return curves


def aperture(performance: Performance) -> NDArray[np.float32]:
    """How far the lips are apart on each frame, as a share of the widest; 0 is fully closed."""
    c = performance.channels
    gap = c["jaw"] + LIP_SHARE * c["upper_lip"] + LIP_SHARE * c["lower_lip"]
    return np.asarray(gap * (1 - c["press"]) * (1 - TUCK_SHARE * c["tuck"]), np.float32)


def _pull(phone: Phone, level: Level, times: Curve, pulled: NDArray[np.float64], weights: NDArray[np.float64]) -> None:
    shape = SHAPES[phone.viseme]
    length = phone.end - phone.start
    first, last = np.searchsorted(times, (phone.start - REACH, phone.end + REACH))
    near = times[first:last]
    target = np.array(shape.target)
    if phone.viseme in VOWELS:
        stress = {1: 1.0, 2: 0.92}.get(phone.stress, 0.8)
        target[0] *= stress * (0.55 + 0.6 * level.over(phone.start, phone.end))
    # The apex is held over most of the sound; as lips leave for it early, they are some 5 ms ahead of what is heard.
    begin, end = phone.start, max(phone.start + 0.85 * length, phone.end - _LONGEST_RELEASE)
    distance_before, distance_after = np.maximum(begin - near, 0), np.maximum(near - end, 0)
    pull = pull_at(distance_before, shape.before) * pull_at(distance_after, shape.after)
    # Very short sounds between others do not get to move anything much.
    presence = min(1.0, 0.35 + length / 0.09)
    for row, strength in enumerate((shape.jaw, shape.lips)):
        weights[row, first:last] += strength * presence * pull
    for i, part in enumerate(PARTS):
        strength = shape.jaw if part == "jaw" else shape.lips
        pulled[i, first:last] += strength * presence * pull * target[i]


def pull_at(distance: Curve, scale: float) -> Curve:
    """The pull of a sound: 1 at no distance, falling exponentially by `scale` to exactly 0 where its reach ends."""
    floor = np.exp(-REACH / scale)
    return np.asarray((np.exp(-np.minimum(distance, REACH) / scale) - floor) / (1 - floor), np.float64)


def _soften(curve: Curve) -> Curve:
    """The curve with its kinks rounded over one frame either side."""
    if len(curve) < 3:
        return curve
    padded = np.pad(curve, 1, mode="edge")
    return 0.2 * padded[:-2] + 0.6 * padded[1:-1] + 0.2 * padded[2:]


def _hold(start: float, end: float, fade: float, times: Curve) -> Curve:
    """1 from `start` to `end` and on the frame nearest to their middle, fading to 0 over `fade` seconds either side."""
    distance = np.maximum(np.maximum(start - times, times - end), 0)
    share = np.clip(1 - distance / fade, 0, 1)
    share = share * share * (3 - 2 * share)
    share[int(np.argmin(np.abs(times - (start + end) / 2 - EARLIER)))] = 1.0
    return share


def _close(phone: Phone, times: Curve, curves: dict[str, Curve]) -> None:
    length = phone.end - phone.start
    hold = _hold(phone.start - 0.005, phone.start + 0.7 * length, 0.075, times)
    # The lips part a little before they press, so pressing follows closing.
    curves["press"] = np.maximum(curves["press"], hold**2)
    for part in ("jaw", "upper_lip", "lower_lip", "tuck"):
        curves[part] = curves[part] * (1 - hold)


def _tuck(phone: Phone, times: Curve, curves: dict[str, Curve]) -> None:
    length = phone.end - phone.start
    hold = _hold(phone.start, phone.start + 0.75 * length, 0.07, times)
    curves["tuck"] = np.maximum(curves["tuck"], hold)
    for part, value in (("jaw", 0.10), ("upper_lip", 0.4), ("lower_lip", 0.0), ("round", 0.0)):
        curves[part] = curves[part] * (1 - hold) + value * hold


def _smile(prosody: Prosody, times: Curve) -> Curve:
    """A smile that lasts at rest, eases while speaking, and comes back in the longer pauses and at the end."""
    rest = CHANNELS["smile"].rest
    smile = np.full(len(times), rest)
    for start, end in prosody.phrases:
        distance = np.maximum(np.maximum(start - times, times - end), 0)
        share = np.clip(1 - distance / 0.45, 0, 1)
        smile = np.minimum(smile, rest - 0.18 * share * share * (3 - 2 * share))
    return smile

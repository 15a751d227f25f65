"""Emotions as what they do to a face: offsets of other channels, added by weight."""

from __future__ import annotations

from collections.abc import Mapping

from renderers.avatar.channels import CHANNELS, EMOTIONS

EFFECTS: dict[str, dict[str, float]] = {
    "warm": {"smile": 0.40, "brow_left": 0.12, "brow_right": 0.18, "brow_inner": 0.32, "eyes_wide": -0.24},
    "excited": {"smile": 0.45, "brow_left": 0.70, "brow_right": 0.76, "eyes_wide": 0.55, "upper_lip": 0.18},
    "serious": {"smile": -0.62, "brow_left": -0.30, "brow_right": -0.30, "brow_inner": -0.95, "eyes_wide": -0.22},
    "empathetic": {"smile": -0.30, "brow_left": 0.14, "brow_right": 0.14, "brow_inner": 1.00, "eyes_wide": -0.10},
    "surprised": {"smile": -0.34, "brow_left": 0.92, "brow_right": 0.96, "eyes_wide": 0.95, "jaw": 0.16, "round": 0.25},
    "proud": {"smile": 0.34, "brow_left": 0.20, "brow_right": 0.40, "eyes_wide": -0.42, "width": 0.20},
}
"""What a full emotion adds to each channel; lips that are pressed together stay so."""


def express(values: Mapping[str, float]) -> dict[str, float]:
    """All channel values of a frame with its emotions worked into the face, every one inside its bounds."""
    found = dict(values)
    weights = {name: max(values[name], 0.0) for name in EMOTIONS if values.get(name, 0.0) > 0}
    if not weights:
        return found
    most = max(sum(weights.values()), 1.0)
    for name, weight in weights.items():
        for channel, effect in EFFECTS[name].items():
            # A sound's own shape of the mouth comes first.
            free = 1.0 - max(values["press"], values["tuck"]) if channel in ("jaw", "round", "upper_lip") else 1.0
            found[channel] += effect * free * weight / most
    for channel in {channel for name in weights for channel in EFFECTS[name]}:
        bounds = CHANNELS[channel]
        found[channel] = min(max(found[channel], bounds.low), bounds.high)
    return found

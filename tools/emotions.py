"""Emotions as far as a voice's melody and pace can carry them: prosody, no true affect."""

from __future__ import annotations

from dataclasses import dataclass

from tools.script import Emotion


@dataclass(frozen=True)
class Manner:
    """How a whole line is spoken: factors on pace, on the movement of the pitch and on pauses; half-tones of pitch."""

    speed: float = 1.0
    pitch: float = 0.0
    liveliness: float = 1.0
    pauses: float = 1.0


EMOTIONS: dict[Emotion, Manner] = {
    "": Manner(),
    "neutral": Manner(),
    "warm": Manner(0.96, -0.5, 1.15, 1.1),
    "cheerful": Manner(1.05, 1.3, 1.35, 0.9),
    "excited": Manner(1.1, 2.2, 1.5, 0.8),
    "confident": Manner(1.0, -0.5, 1.2, 0.95),
    "serious": Manner(0.94, -1.2, 0.85, 1.2),
    "empathetic": Manner(0.9, -0.7, 0.9, 1.35),
    "calm": Manner(0.9, -0.9, 0.75, 1.3),
    "urgent": Manner(1.16, 0.9, 1.15, 0.6),
}
"""By name. The directions are those in which actors' voices go: joy fast, high and lively; tenderness and sadness slow,
low and level; anger fast (P. Juslin and P. Laukka, 2003). How far they go is ours: less than on a stage.
"""

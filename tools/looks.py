"""What the look of a storyboard decides where the storyboard itself does not: transitions, captions, small sounds."""

from __future__ import annotations

from renderers.colour import resolve_look
from renderers.look import Look
from renderers.looks import direction
from tools.storyboard import LookChoice, Scene, Storyboard

TRANSITION_SECONDS = {
    "cut": 0.0,
    "dissolve": 0.4,
    "push": 0.5,
    "wipe": 0.5,
    "match_scale": 0.5,
    "whip": 0.4,
}
"""How long each transition lasts; 12 frames at 30 frames a second are 0.4. The least lead-in outlasts half of each."""

QUIET = -9.0
"""DB by which a small sound that nobody asked for is softer than one that was."""

_SILENT = frozenset({"cut", "dissolve"})
"""Transitions that make no sound."""


def resolved_look(choice: LookChoice) -> Look:
    """Palette, type, shape and motion of a choice: what it leaves open is chosen by its direction, or to fit."""
    return resolve_look(
        choice.primary,
        choice.secondary,
        choice.accent,
        dark=choice.dark,
        background=choice.background,
        heading=choice.heading,
        body=choice.body,
        direction=choice.direction,
    )


def transition_of(storyboard: Storyboard, scene: Scene) -> str:
    """How a scene comes in: as it says, else as the look has it."""
    return scene.transition or direction(storyboard.look.direction).transition


def wipe_shape(storyboard: Storyboard) -> str:
    """The edge of wipes in the look of a storyboard."""
    return direction(storyboard.look.direction).shape or "diagonal"


def captions_style_of(storyboard: Storyboard) -> str:
    """The style of captions: as the storyboard says, else as the look has it."""
    return storyboard.captions_style or direction(storyboard.look.direction).captions


def small_sound_of(storyboard: Storyboard, scene: Scene) -> tuple[str, float]:
    """The small sound as a scene begins and its gain in dB; an empty name is none.

    A scene's own comes first, and `none` is one too. Else the look has one for the transitions that move, softly, but
    not where a film is seen on either side, which has sounds of its own.
    """
    if scene.sound:
        return ("", 0.0) if scene.sound == "none" else (scene.sound, 0.0)
    at = storyboard.scenes.index(scene)
    beside = (scene, *storyboard.scenes[at - 1 : at]) if at else ()
    if not beside or any(one.layout == "clip" for one in beside) or transition_of(storyboard, scene) in _SILENT:
        return "", 0.0
    return direction(storyboard.look.direction).sound, QUIET

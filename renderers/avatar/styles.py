"""Styles of performance: how much, how large and how quick a presenter's gestures, nods and looks are.

`presenter` is the measure of all: its factors are 1. The rates of the others lie inside what is published of speakers:
20 to 35 gestures a minute of a calm one, up to 67 strokes of a lively lecturer.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from renderers.errors import EngineFailed

DEFAULT_STYLE = "presenter"

_BOTH_SIDES = ("left", "right")


def _handed(*names: str) -> tuple[str, ...]:
    return tuple(f"{name} {side}" for name in names for side in _BOTH_SIDES)


@dataclass(frozen=True)
class Style:
    """One style. Factors are on what the presenter does.

    `deck` holds the kinds of gestures that are dealt, one every `card` seconds of the scene's clock, none again within
    `apart` cards (20 s at least); gestures that no word asks for are `gap` seconds apart, made with `chance` on words
    of more than the `lightest` weight. `closer` draws the hands in towards the body (a share of the forearm), `lift`
    raises the upper arms (degrees), `slow` stretches strokes, holds and ways back. `beats` is the chance of a small
    stroke of raised hands. `aside` says that the gaze is on somebody beside the lens, as in an interview.
    """

    deck: tuple[str, ...]
    card: float = 2.0
    apart: int = 10
    gap: float = 1.3
    chance: float = 0.95
    lightest: float = 0.05
    closer: float = 0.0
    lift: float = 0.0
    slow: float = 1.0
    beats: float = 0.5
    nods: float = 1.0
    nod_size: float = 1.0
    brows: float = 1.0
    brow_size: float = 1.0
    sway: float = 1.0
    posture: float = 1.0
    stay: float = 1.0
    smile: float = 0.0
    aside: bool = False


_USUAL = (
    *_handed("open_palm", "beat", "precise", "offer", "show", "raise"),
    "both_wide",
    "both_open",
    "frame",
    "together",
    "weigh_left",
    "weigh_right",
)
_QUIET = (*_handed("open_palm", "beat", "offer", "show"), "both_open", "together")

STYLES: dict[str, Style] = {
    "calm": Style(
        _QUIET,
        card=4.0,
        apart=5,
        gap=2.6,
        chance=0.9,
        lightest=0.1,
        closer=0.12,
        lift=-2.0,
        slow=1.35,
        beats=0.2,
        nods=0.7,
        nod_size=0.75,
        brows=0.7,
        brow_size=0.8,
        sway=0.65,
        posture=0.6,
        stay=1.6,
    ),
    "presenter": Style(_USUAL),
    "energetic": Style(
        (*_USUAL, *_handed("resolve"), "both_high"),
        card=1.6,
        apart=13,
        gap=1.0,
        chance=1.0,
        lightest=0.0,
        lift=4.0,
        slow=0.85,
        beats=0.85,
        nods=1.5,
        nod_size=1.35,
        brows=1.5,
        brow_size=1.25,
        sway=1.35,
        posture=1.35,
        stay=0.75,
        smile=0.12,
    ),
    "interview": Style(
        _USUAL,
        card=2.6,
        apart=8,
        gap=1.8,
        chance=0.85,
        lightest=0.15,
        closer=0.05,
        slow=1.15,
        beats=0.4,
        nods=0.9,
        nod_size=0.9,
        sway=0.9,
        posture=0.75,
        stay=1.2,
        aside=True,
    ),
}
"""Every style by name."""


def find_style(name: str) -> Style:
    """The style with this name; empty is the default. Raises `EngineFailed` for one that is not known."""
    style = STYLES.get(name or DEFAULT_STYLE)
    if style is None:
        near = get_close_matches(name, STYLES, 1, 0.6)
        known = ", ".join(list(STYLES)[:-1]) + f" or {list(STYLES)[-1]}"
        raise EngineFailed(
            "illustrated",
            f'there is no style of performance "{name[:40]}"; '
            + (f"did you mean {near[0]}?" if near else f"choose {known}."),
        )
    return style

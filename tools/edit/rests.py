"""The pauses of a recorded voice: between two lines they are the recording's own, also where a scene ends in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tools.edit.times import SpokenLine
from tools.storyboard import Storyboard

LEAST_AT_CUT = 0.45
"""Seconds between two scenes that are spoken without a pause; a dissolve needs them."""

LONGEST = 4.0
"""Seconds of a pause that are kept; what is longer was looking for the page."""

LEAD = 0.3
"""Seconds of a pause between two scenes that are already the next scene's, at most half of it."""


@dataclass(frozen=True)
class SceneRests:
    """Seconds from a scene's begin to its first word, and from its last word to its end; None where we choose them."""

    lead: float | None = None
    tail: float | None = None


def scene_rests(storyboard: Storyboard, spoken: Mapping[str, SpokenLine]) -> list[SceneRests]:
    """What the recording says of each scene's edges; only a scene right after another can share a pause with it."""
    found = [SceneRests() for _ in storyboard.scenes]
    for at in range(1, len(found)):
        before, after = (
            [spoken[line.id] for line in scene.lines if line.id in spoken]
            for scene in (storyboard.scenes[at - 1], storyboard.scenes[at])
        )
        if before and after and before[-1].rest is not None:
            pause = min(max(before[-1].rest, LEAST_AT_CUT), LONGEST)
            lead = min(LEAD, pause / 2)
            found[at - 1] = SceneRests(found[at - 1].lead, pause - lead)
            found[at] = SceneRests(lead, None)
    return found


def wanted_rest(rest: float | None, usual: tuple[float, float, float]) -> tuple[float, float, float]:
    """A pause as least, natural and most seconds: the recording's own where there is one."""
    return usual if rest is None else (min(rest, LONGEST),) * 3

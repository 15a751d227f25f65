"""The moods of music that can be asked for."""

from __future__ import annotations

from renderers.errors import EngineFailed
from renderers.music import Mood

_LICENCE = "Composed for each video; free to use and publish, no attribution needed."

MOODS: tuple[Mood, ...] = (
    Mood(
        "upbeat_corporate",
        "Upbeat corporate",
        "Bright and confident: muted guitar pulse, piano, claps and a light four-on-the-floor.",
        114,
        _LICENCE,
    ),
    Mood(
        "calm", "Calm", "Warm and unhurried: electric piano, nylon guitar and soft pads, almost no drums.", 74, _LICENCE
    ),
    Mood(
        "inspiring",
        "Inspiring",
        "Hopeful and building: pulsing piano, strings and bells that open up towards the end.",
        98,
        _LICENCE,
    ),
    Mood(
        "playful",
        "Playful",
        "Light and cheeky, with swing: pizzicato strings, marimba, walking bass and brushes.",
        120,
        _LICENCE,
    ),
    Mood(
        "cinematic", "Cinematic", "Serious and wide: minor strings, low piano, harp and soft film drums.", 84, _LICENCE
    ),
    Mood("tech", "Tech", "Sleek and modern: synth sequences, synth bass and a tight electronic kit.", 110, _LICENCE),
)
"""Every mood; `tempo` is in beats per minute, before the nudge that makes whole bars fill the length asked for."""


def find_mood(id: str) -> Mood:
    """The mood with this id. Raises `EngineFailed`, naming every known mood, for any other."""
    for mood in MOODS:
        if mood.id == id:
            return mood
    known = ", ".join(mood.id for mood in MOODS)
    raise EngineFailed("music", f"there is no mood called {id!r}. Choose one of: {known}.")

"""The moods of music that can be asked for."""

from __future__ import annotations

from renderers.errors import EngineFailed
from renderers.music import Mood

_LICENCE = "Composed for each video; free to use and publish, no attribution needed."


def _mood(id: str, name: str, tempo: int, description: str) -> Mood:
    return Mood(id, name, description, tempo, _LICENCE)


MOODS: tuple[Mood, ...] = (
    _mood(
        "upbeat_corporate",
        "Upbeat corporate",
        114,
        "Bright and confident: muted guitar pulse, piano, claps and a light four-on-the-floor.",
    ),
    _mood("calm", "Calm", 74, "Warm and unhurried: electric piano, nylon guitar and soft pads, almost no drums."),
    _mood(
        "inspiring",
        "Inspiring",
        98,
        "Hopeful and building: pulsing piano, strings and bells that open up towards the end.",
    ),
    _mood(
        "playful",
        "Playful",
        120,
        "Light and cheeky, with swing: pizzicato strings, marimba, walking bass and brushes.",
    ),
    _mood("cinematic", "Cinematic", 84, "Serious and wide: minor strings, low piano, harp and soft film drums."),
    _mood("tech", "Tech", 110, "Sleek and modern: synth sequences, synth bass and a tight electronic kit."),
    _mood(
        "acoustic",
        "Acoustic",
        102,
        "Honest and friendly: picked and strummed guitars, upright bass, fiddle and brushes.",
    ),
    _mood("ambient", "Ambient", 66, "Slow and spacious: pads that breathe, glassy bells with long echoes, no drums."),
    _mood("epic", "Epic", 132, "Huge and driving: low drums, short strings, brass and choir that grow to the end."),
    _mood("funky", "Funky", 108, "Groovy and self-assured: slap bass, clavinet, organ, tight drums and horns."),
    _mood("lofi", "Lo-fi", 82, "Mellow and cosy: dusty electric piano, jazzy chords, a lazy beat and an upright bass."),
    _mood("tense", "Tense", 92, "Urgent and dark: a ticking figure, drones, trembling strings and a heartbeat."),
)
"""Every mood; `tempo` is in beats per minute, before the nudge that makes whole bars fill the length asked for."""


def find_mood(id: str) -> Mood:
    """The mood with this id. Raises `EngineFailed`, naming every known mood, for any other."""
    for mood in MOODS:
        if mood.id == id:
            return mood
    known = ", ".join(mood.id for mood in MOODS)
    raise EngineFailed("music", f"there is no mood called {id!r}. Choose one of: {known}.")

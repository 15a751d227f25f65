"""The designed backdrops there are, by name, and their previews; reading this loads nothing heavy."""

from __future__ import annotations

import re
from pathlib import Path

from renderers.colour import NEUTRAL_CHROMA, to_oklch
from renderers.errors import EngineFailed
from renderers.look import Look

FAMILIES: dict[str, str] = {
    "aurora": "folds of silk in brand light; calm, premium, fits everything",
    "studio": "a photographer's studio with window light on the wall; warm, personal",
    "ribbons": "broad satin ribbons sweeping past; energetic, launches and events",
    "horizon": "misty hills under a low sun; open, hopeful, nature and travel",
    "facets": "a wall of folded paper with wandering light; precise, engineering and finance",
    "orbit": "fine rings with slow planets; science, software and networks",
    "paper": "layered cut paper with soft shadows; friendly, crafts and education",
    "grid": "a field of dots with a wave of light; data and technology",
    "contours": "the lines of a map of hills; travel, property, consulting",
}
"""Name of a family to what it shows, its character and what it suits; the default first."""

DRAWINGS: dict[str, str] = {
    "aurora": "renderers.background.aurora:Aurora",
    "studio": "renderers.background.studio:Studio",
    "ribbons": "renderers.background.ribbons:Ribbons",
    "horizon": "renderers.background.horizon:Horizon",
    "facets": "renderers.background.facets:Facets",
    "orbit": "renderers.background.orbit:Orbit",
    "paper": "renderers.background.paper:Paper",
    "grid": "renderers.background.grid:Grid",
    "contours": "renderers.background.contours:Contours",
}
"""Name of a family to the class that draws it, loaded when it is first drawn."""


def default_family() -> str:
    """The family that fits everything."""
    return next(iter(FAMILIES))


def family_for(look: Look, prompt: str = "") -> str:
    """The family for a scene that names none: the one whose description shares most with `prompt`, else by the look."""
    asked = set(re.findall(r"[a-z]{4,}", prompt.lower()))
    shared = {
        family: len(asked & set(re.findall(r"[a-z]{4,}", f"{family} {text}"))) for family, text in FAMILIES.items()
    }
    best = max(shared, key=lambda family: shared[family])
    if shared[best]:
        return best
    if look.style.backdrop:
        return look.style.backdrop
    return default_family() if to_oklch(look.palette.primary)[1] >= NEUTRAL_CHROMA else "studio"


def check_family(family: str) -> None:
    """Nothing, if `family` is one of ours; raises `EngineFailed` naming those there are, else."""
    if family not in FAMILIES:
        raise EngineFailed("designed", f"there is no background {family!r}. Choose one of {', '.join(FAMILIES)}.")


def preview(family: str, path: Path, look: Look) -> None:
    """Write a still of `family` in the colours of `look` as a PNG of 960 × 540.

    Raises `EngineFailed` for an unknown family.
    """
    from renderers.background.stills import preview as write

    write(family, path, look)

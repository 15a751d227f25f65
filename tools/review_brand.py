"""Brand fit: what a finished video shows and says, held against the brand that it was made for, from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from renderers.takes import TakeStore
from tools.review_brand_looks import check_colour, check_logo_sight, check_palette, check_typeface
from tools.review_brand_plan import BrandScene, ExpectedBrand
from tools.review_brand_scores import GOOD, POOR, BrandScores
from tools.review_brand_words import check_tone, check_words
from tools.review_plan import Places
from tools.review_report import Finding, Severity

if TYPE_CHECKING:
    from tools.review_brand_pixels import Rgb

MOST_LOOKS = 10
"""Frames that are decoded: one a scene, spread over the programme."""
_SETTLED = 1.5
"""Seconds into a scene by which what comes in has come."""
_WEIGHTS = {
    "brand colour": 0.2, "brand palette": 0.2, "brand logo": 0.2, "brand typeface": 0.15, "brand words": 0.15,
    "brand tone": 0.1,
}  # fmt: skip


def check_brand(path: Path, brand: ExpectedBrand, places: Places, takes: TakeStore | None = None) -> Iterator[Finding]:
    """A finding for each item that can be held against the brand, and one for all together; measured are scores.

    Pictures that `takes` holds are not decoded again. Raises `MediaRejected` where the file can not be read.
    """
    scores = BrandScores()
    looks = _looks(path, brand, places, takes)
    found: list[Finding] = []
    if brand.primary and looks:
        found.append(check_colour(looks, brand, places, scores))
    if brand.colours and looks:
        found.append(check_palette(looks, brand, places, scores))
    if brand.logo:
        found += check_logo_sight(looks, brand, places, scores)
    if brand.heading or brand.body:
        found.append(check_typeface(brand, scores))
    found += check_words(path, brand, places, scores)
    if brand.sentence_words and any(said.kind == "spoken" for scene in brand.scenes for said in scene.said):
        found.append(check_tone(brand, places, scores))
    if scores.of:
        yield _together(brand, scores)
    yield from found


def _looks(
    path: Path, brand: ExpectedBrand, places: Places, takes: TakeStore | None
) -> list[tuple[BrandScene, float, Rgb]]:
    """Decoded frames of scenes spread over the programme, each when what comes in has come."""
    from renderers.inspection_stills import Stills

    stills = Stills(path, takes)
    step = max(1, -(-len(brand.scenes) // MOST_LOOKS))
    found: list[tuple[BrandScene, float, Rgb]] = []
    chosen = {*range(0, len(brand.scenes), step), len(brand.scenes) - 1}
    for number, scene in enumerate(brand.scenes):
        length = float(scene.duration / places.rate)
        seconds = float(scene.start / places.rate) + min(_SETTLED, 0.6 * length)
        if number in chosen and (picture := stills.at(seconds)) is not None:
            found.append((scene, seconds, picture))
    return found


def _together(brand: ExpectedBrand, scores: BrandScores) -> Finding:
    total = sum(_WEIGHTS[name] for name in scores.of)
    score = round(sum(_WEIGHTS[name] * value for name, value in scores.of.items()) / total, 3)
    lowest = min(scores.of, key=lambda name: scores.of[name])
    severity: Severity = "ok" if score >= GOOD else "warning" if score >= POOR else "fault"
    told = f"The video fits the brand {brand.name} (version {brand.version}) by {score:.2f} of 1"
    if severity != "ok":
        told += f", least in its {lowest.removeprefix('brand ')}"
    return Finding(check="brand fit", severity=severity, sentence=f"{told}.", measured=score, expected=1)

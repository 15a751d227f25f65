"""What a kit got right about a made-up brand, and how honest its confidence was."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.brand.drawn_logos import hex_of, rendered
from benchmarks.brand.sites import Site
from benchmarks.brand.themes import Typography
from brand_memory.colour_values import from_colour, parse
from brand_memory.kit import BrandKit, Colour, Fact, Typeface
from brand_memory.storage import FileStore

HIT = 0.02
"""OKLab distance within which a colour is the true one."""
ALIKE = 0.8
"""Correlation of ink from which two drawings are the same logo."""
QUESTIONS = ("primary", "background", "text", "heading", "body", "logo")


@dataclass
class Score:
    """One site: which answers were right (None: nothing was answered), how sure each was, and what it cost."""

    brand: str
    right: dict[str, bool | None] = field(default_factory=dict)
    sure: dict[str, float] = field(default_factory=dict)
    margins: dict[str, dict[str, float]] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    recalled: bool = False
    seconds: float = 0.0
    requests: int = 0


def score(site: Site, kit: BrandKit, store: FileStore) -> Score:
    """How right `kit` is about `site`."""
    palette, found = site.theme.palette, Score(site.theme.name)
    truths = {
        "primary": (kit.palette.primary, palette.primary),
        "background": (kit.palette.background, palette.background),
        "text": (kit.palette.text, palette.text),
        "surface": (kit.palette.surface, palette.surface),
        "secondary": (kit.palette.secondary, palette.secondary),
    }
    for question, (fact, truth) in truths.items():
        found.right[question] = None if fact is None else is_colour(fact.value, truth)
        found.sure[question] = fact.confidence if fact is not None else 0.0
        found.said[question] = f"{fact.value.hex if fact is not None else '-'} for {truth}"
    found.recalled = any(is_colour(fact.value, palette.primary) for fact in kit.palette.candidates[:5])
    for question, face, truth_face in (
        ("heading", kit.heading, site.theme.heading),
        ("body", kit.body, site.theme.body),
    ):
        _typeface(found, question, face, truth_face)
    _logo(found, site, kit, store)
    found.right["name"] = kit.name.value == site.theme.name
    found.sure["name"] = kit.name.confidence
    found.said["name"] = kit.name.value
    return found


def is_colour(colour: Colour, truth: str) -> bool:
    """Whether `colour` is what the style sheet wrote as `truth`."""
    tint = parse(truth)
    assert tint is not None
    return from_colour(colour).distance(tint) < HIT


def _typeface(found: Score, question: str, face: Fact[Typeface] | None, truth: Typography) -> None:
    said = face.value.family if face is not None else ""
    found.right[question] = said.casefold() == truth.family.casefold() if face is not None else None
    found.sure[question] = face.confidence if face is not None else 0.0
    found.said[question] = f"{said or '-'} for {truth.family} ({truth.written})"


def _logo(found: Score, site: Site, kit: BrandKit, store: FileStore) -> None:
    if not kit.logos:
        found.right["logo"], found.sure["logo"], found.said["logo"] = None, 0.0, "-"
        return
    fact = kit.logos[0]
    logo = fact.value
    content = store.read(logo.file)
    try:
        drawn = logo.file.media_type == "image/svg+xml"
        shown = rendered(content.decode(), 400, site.mark.ground) if drawn else content
        alike = likeness(shown, rendered(site.mark.drawing.svg(), 400, site.mark.ground), site.mark.ground)
    except (AttributeError, ValueError, OSError):
        alike = 0.0
    found.right["logo"] = alike > ALIKE
    found.sure["logo"] = fact.confidence
    found.said["logo"] = f"{logo.kind} {logo.file.name} {alike:.2f} for {site.theme.logo} {site.theme.logo_kind}"


def likeness(one: bytes, other: bytes, ground: str) -> float:
    """The correlation, -1 to 1, of where two pictures have ink on `ground`; 0 where their proportions differ."""
    import numpy as np

    first, second = _ink(one, ground), _ink(other, ground)
    if first is None or second is None:
        return 0.0
    if abs(math.log(first[1] / second[1])) > math.log(1.2):
        return 0.0
    return float(np.corrcoef(np.asarray(first[0]).ravel(), np.asarray(second[0]).ravel())[0, 1])


def _ink(content: bytes, ground: str) -> tuple[object, float] | None:
    """Ink on a raster of 128 by 32, cut to what is drawn, and the proportion of what is drawn."""
    import numpy as np
    from PIL import Image

    with Image.open(io.BytesIO(content)) as picture:
        full = picture.convert("RGBA")
    behind = Image.new("RGBA", full.size, hex_of(ground))
    behind.alpha_composite(full)
    values = np.asarray(behind.convert("RGB"), dtype=np.float64) / 255
    base = np.array([int(hex_of(ground)[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    mask = np.abs(values - base).max(axis=2) > 0.09
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows) or not len(columns):
        return None
    drawn = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    small = Image.fromarray((drawn * 255).astype(np.uint8)).resize((128, 32), Image.Resampling.BOX)
    return np.asarray(small, dtype=np.float64), drawn.shape[1] / drawn.shape[0]


def share(scores: Sequence[Score], question: str) -> float:
    """The share of sites on which the answer is right; no answer is not right."""
    return sum(one.right.get(question) is True for one in scores) / max(1, len(scores))


def calibration_error(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """The expected calibration error of answers (confidence, right) over `bins` equal ranges (Naeini 2015)."""
    whole = 0.0
    for at in range(bins):
        inside = [(sure, right) for sure, right in pairs if at / bins < sure <= (at + 1) / bins]
        if inside:
            gap = sum(sure for sure, _ in inside) / len(inside) - sum(right for _, right in inside) / len(inside)
            whole += abs(gap) * len(inside)
    return whole / max(1, len(pairs))

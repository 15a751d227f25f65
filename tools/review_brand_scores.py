"""Scores of brand fit: each item of a film is held against the brand from 0 to 1, and becomes a finding."""

from __future__ import annotations

from dataclasses import dataclass, field

from tools.review_brand_plan import BrandScene
from tools.review_plan import Places
from tools.review_report import Finding, Severity

GOOD, POOR = 0.8, 0.5
"""Scores from which an item fits, and below which it is a fault."""


@dataclass
class BrandScores:
    """The score of each item, as it is found."""

    of: dict[str, float] = field(default_factory=dict)

    def finding(
        self,
        check: str,
        score: float,
        sentence: str,
        patch: str | None = None,
        at: tuple[str, str] | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """The finding of an item with its score; `at` is the scene and the timecode where it is worst."""
        score = round(min(max(score, 0.0), 1.0), 3)
        self.of[check] = score
        level: Severity = severity or ("ok" if score >= GOOD else "warning" if score >= POOR else "fault")
        scene, timecode = (None, None) if level == "ok" or at is None else at
        return Finding(
            check=check,
            severity=level,
            sentence=sentence,
            measured=score,
            expected=1,
            scene=scene,
            timecode=timecode,
            patch=None if level == "ok" else patch,
        )


def where(scene: BrandScene, seconds: float, places: Places) -> tuple[str, str]:
    """The scene and the timecode, as a finding names them."""
    return scene.id, places.timecode(seconds)

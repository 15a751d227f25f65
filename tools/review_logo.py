"""The check of a programme's own logo in a finished film: whether it can be seen, is large enough, and has its space.

That of a brand is held against the brand, in `review_brand_looks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from renderers.errors import MediaRejected
from renderers.takes import TakeStore
from tools.review_brand_looks import SMALLEST_LOGO, logo_score
from tools.review_brand_plan import Box
from tools.review_brand_scores import GOOD
from tools.review_plan import Expected, Places
from tools.review_report import Finding

MOST_LOOKS = 4
"""Scenes that are looked at, spread over the programme."""
_SETTLED = 1.5
"""Seconds into a scene by which its logo stands."""


@dataclass(frozen=True)
class _Look:
    shown: float
    size: float
    quiet: float
    score: float
    seconds: float


def check_logo(path: Path, expected: Expected, places: Places, takes: TakeStore | None = None) -> Iterator[Finding]:
    """A finding on the logo, where the programme has one and it is no brand's; the worst scene is named.

    Pictures that `takes` holds are not decoded again.
    """
    file = Path(expected.logo)
    if expected.brand is not None or not expected.logos:
        return
    if not file.is_file():
        sentence = "The logo is not where it was when the video was made, so it was not looked for."
        yield Finding(check="logo", severity="notice", sentence=sentence)
        return
    try:
        seen = list(_looks(path, file, expected, places, takes))
    except MediaRejected as failure:
        yield Finding(check="logo", severity="notice", sentence=str(failure))
        return
    if not seen:
        return
    worst = min(seen, key=lambda look: look.score)
    fine = worst.score >= GOOD
    sentence, patch = _told(worst) if not fine else ("The logo is clear, large enough, and has its space.", "")
    yield Finding(
        check="logo",
        severity="ok" if fine else "warning",
        measured=round(worst.score, 2),
        expected=GOOD,
        sentence=sentence,
        scene=None if fine else places.scene(worst.seconds),
        timecode=None if fine else places.timecode(worst.seconds),
        patch=patch or None,
    )


def _told(look: _Look) -> tuple[str, str]:
    if look.shown < 0.6:
        return "The logo can not be made out here.", "use a logo for this ground, or another background"
    if look.size < SMALLEST_LOGO:
        return f"The logo is only {look.size:.1%} of the frame's short side.", "make the logo larger"
    return f"Only {look.quiet:.0%} of the clear space round the logo is free.", "move the logo"


def _looks(path: Path, file: Path, expected: Expected, places: Places, takes: TakeStore | None) -> Iterator[_Look]:
    from renderers.inspection_stills import Stills
    from tools.review_brand_pixels import logo_sight

    stills = Stills(path, takes)
    spans = {scene.id: scene for scene in expected.scenes}
    shown: list[tuple[str, Box]] = [(id_, box) for id_, box in expected.logos if id_ in spans]
    step = max(1, -(-len(shown) // MOST_LOOKS))
    for id_, box in shown[::step]:
        length = float(spans[id_].duration / places.rate)
        seconds = float(spans[id_].start / places.rate) + min(_SETTLED, 0.6 * length)
        if (picture := stills.at(seconds)) is not None:
            sight = logo_sight(picture, file, box)
            yield _Look(sight.shown, sight.size, sight.quiet, logo_score(sight), seconds)

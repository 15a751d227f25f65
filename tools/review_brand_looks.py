"""Brand fit of what is seen: the main colour, the palette, the logo and the typefaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from renderers.errors import MediaRejected
from tools.review_brand_plan import Box, BrandScene, ExpectedBrand
from tools.review_brand_scores import GOOD, BrandScores, where
from tools.review_plan import Places
from tools.review_report import Finding, Severity

if TYPE_CHECKING:
    from tools.review_brand_pixels import LogoSight, Rgb

    Looks = Sequence[tuple[BrandScene, float, Rgb]]

SAME_COLOUR, OTHER_COLOUR = 0.02, 0.15
"""OKLab distance up to which a colour is the same to the eye (score 1), and from which it is another (score 0)."""
SMALLEST_LOGO = 0.055
"""The side of a square of the logo's area over the frame's short side, below which it is too small to be known."""


def _people(scene: BrandScene) -> list[Box]:
    """Where a presenter stands, whose skin, hair and clothes are no brand's."""
    return [scene.presenter] if scene.presenter else []


def check_colour(looks: Looks, brand: ExpectedBrand, places: Places, scores: BrandScores) -> Finding:
    """Whether the main colour is anywhere in the picture, outside pictures of the brand's own."""
    from tools.review_brand_pixels import nearest_distance

    away = [
        (nearest_distance(frame, brand.primary, _people(scene)), scene, seconds)
        for scene, seconds, frame in looks
        if not scene.pictured
    ] or [(nearest_distance(frame, brand.primary), scene, seconds) for scene, seconds, frame in looks]
    nearest = min(one[0] for one in away)
    far, scene, seconds = max(away, key=lambda one: one[0])
    score = 1 - (nearest - SAME_COLOUR) / (OTHER_COLOUR - SAME_COLOUR)
    close = "in the picture" if nearest <= SAME_COLOUR else f"only as near as {nearest:.2f} (OKLab)"
    sentence = f"The brand's main colour {brand.primary} is {close}."
    if score < GOOD:
        sentence = f"The brand's main colour {brand.primary} is missing: the nearest is {nearest:.2f} away (OKLab)."
    patch = f"set the main colour to {brand.primary}"
    return scores.finding("brand colour", score, sentence, patch, where(scene, seconds, places))


def check_palette(looks: Looks, brand: ExpectedBrand, places: Places, scores: BrandScores) -> Finding:
    """Whether what is coloured, but for people and the logo, has the brand's hues."""
    from tools.review_brand_pixels import own_hues

    colours = [colour for _, colour in brand.colours]
    seen = [
        (*own_hues(frame, colours, [*_people(scene), *([scene.logo] if scene.logo else [])]), scene, seconds)
        for scene, seconds, frame in looks
        if not scene.pictured
    ]
    if not seen:
        return scores.finding("brand palette", 1.0, "Pictures of the brand's fill every scene that was looked at.")
    total = sum(coloured for _, coloured, _, _ in seen)
    score = sum(own * coloured for own, coloured, _, _ in seen) / total if total > 0.002 else 1.0
    own, _, scene, seconds = min(seen, key=lambda one: (one[0] - 1) * one[1])
    sentence = f"{score:.0%} of what is coloured has the brand's hues."
    if score < GOOD:
        sentence += f" Here it is {own:.0%}."
    patch = "use the brand's colours for this scene's background"
    return scores.finding("brand palette", score, sentence, patch, where(scene, seconds, places))


def check_logo_sight(looks: Looks, brand: ExpectedBrand, places: Places, scores: BrandScores) -> Iterator[Finding]:
    """Whether the logo can be seen, is large enough, and has its space."""
    from tools.review_brand_pixels import logo_sight

    file = Path(brand.logo)
    check = "brand logo"
    if not file.is_file():
        sentence = "The brand's logo is not where it was when the video was made, so it was not looked for."
        yield Finding(check=check, severity="notice", sentence=sentence)
        return
    seen: list[tuple[LogoSight, BrandScene, float]] = []
    try:
        for scene, seconds, frame in looks:
            if scene.logo is not None:
                seen.append((logo_sight(frame, file, scene.logo), scene, seconds))
    except MediaRejected as failure:
        yield Finding(check=check, severity="notice", sentence=str(failure))
        return
    if not seen:
        sentence = "The brand's logo is in none of the scenes."
        yield scores.finding(check, 0.0, sentence, "show the logo")
        return
    scored = [(logo_score(sight), sight, scene, seconds) for sight, scene, seconds in seen]
    score = sum(one[0] for one in scored) / len(scored)
    worst, sight, scene, seconds = min(scored, key=lambda one: one[0])
    sentence, patch = "The logo is clear, large enough, and has its space around it.", "move the logo"
    if worst < GOOD:
        score = min(score, (score + worst) / 2)
        if sight.shown < 0.6:
            sentence, patch = "The brand's logo can not be made out here.", "show the logo on a plate"
        elif sight.size < SMALLEST_LOGO:
            sentence, patch = f"The logo is only {sight.size:.1%} of the frame's short side.", "make the logo larger"
        else:
            sentence = f"Only {sight.quiet:.0%} of the clear space round the logo is free."
            patch = "move the logo, or choose a calmer background for this scene"
    severity: Severity | None = "warning" if worst < GOOD <= score else None
    yield scores.finding(check, score, sentence, patch, where(scene, seconds, places), severity)


def logo_score(sight: LogoSight) -> float:
    """How well a logo stands in a frame, 0 to 1: seen, large enough, with its space."""
    return (
        min(1.0, sight.shown / 0.75) * min(1.0, sight.size / SMALLEST_LOGO) * min(1.0, 0.4 + 0.6 * sight.quiet / 0.85)
    )


def check_typeface(brand: ExpectedBrand, scores: BrandScores) -> Finding:
    """Whether the text is set in the brand's families."""
    pairs = [
        (role, own, used)
        for role, own, used in (
            ("heading", brand.heading, brand.set_heading),
            ("body", brand.body, brand.set_body),
        )  # fmt: skip
        if own
    ]
    wrong = [(role, own, used) for role, own, used in pairs if own.casefold() != used.casefold()]
    if not wrong:
        names = " and ".join(dict.fromkeys(own for _, own, _ in pairs))
        return scores.finding("brand typeface", 1.0, f"The text is set in the brand's {names}.")
    points = sum(1.0 if pair not in wrong else 0.5 if pair[0] in brand.substituted else 0.0 for pair in pairs)
    told = " and ".join(f"{used} in place of {own}" for _, own, used in wrong)
    files = all(role in brand.substituted for role, _, _ in wrong)
    patch = "give the font files to `agency brand learn`" if files else f"set the text in {wrong[0][1]}"
    return scores.finding(
        "brand typeface",
        points / len(pairs),
        f"The text is set in {told}.",
        patch,
        severity="notice" if files else None,
    )

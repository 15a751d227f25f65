"""A programme's own logo is looked for in the finished film: where it is lost, tiny or crowded, that is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from agency.expectation import read_expectation, timeline_text, with_pictures
from renderers.layer import Planes
from renderers.picture_format import Rect
from renderers.timeline import BackdropClip, LogoClip, Scene, Timeline
from tests.tools.test_review_texts import FORMAT, LENGTH, LOOK, RATE, ROOMS, film
from tools.review_logo import check_logo
from tools.review_plan import Expected, Places, SceneSpan
from tools.review_report import Finding


def drawn(path: Path, colour: str) -> Path:
    logo = Image.new("RGBA", (640, 192), (0, 0, 0, 0))
    ImageDraw.Draw(logo).rounded_rectangle((0, 16, 640, 176), 60, fill=colour)
    logo.save(path)
    return path


def planned(logo: Path, region: Rect) -> tuple[Timeline, Expected]:
    clip = LogoClip(logo, "logo", region)
    made = Timeline(FORMAT, LOOK, (Scene("s1", LENGTH, BackdropClip("aurora", 1), (clip,)),), ())
    plan = Expected(LENGTH, RATE, FORMAT.width, FORMAT.height, scenes=(SceneSpan("s1", 0, LENGTH),), sound=False)
    return made, with_pictures(plan, made)


def crowded(planes: Planes) -> None:
    """Things of other tones begin right above the logo, right below and right beside it."""
    left, top, right, bottom = (round(side * FORMAT.scale) for side in _SIDES)
    planes.y[bottom + 2 :], planes.y[: bottom + 2, right + 2 :], planes.y[: top - 2] = 40, 170, 120


def covered(planes: Planes) -> None:
    left, top, right, bottom = (round(side * FORMAT.scale) for side in _SIDES)
    planes.y[top - 4 : bottom + 4, left - 4 : right + 4] = 200


_SIDES = (ROOMS.logo.x, ROOMS.logo.y, ROOMS.logo.right, ROOMS.logo.bottom)
SMALL = Rect(ROOMS.logo.x, ROOMS.logo.y, 60.0, 18.0)


@pytest.mark.parametrize(
    ("colour", "region", "change", "said"),
    [
        ("#1f5f4a", ROOMS.logo, None, ""),
        ("#1f5f4a", ROOMS.logo, covered, "can not be made out"),
        ("#1f5f4a", SMALL, None, "of the frame's short side"),
        ("#1f5f4a", ROOMS.logo, crowded, "clear space"),
    ],
    ids=["fine", "covered", "small", "crowded"],
)
def test_a_logo_is_seen_or_what_is_wrong_with_it_is_told(
    tmp_path: Path, colour: str, region: Rect, change: object, said: str
) -> None:
    made, expected = planned(drawn(tmp_path / "logo.png", colour), region)
    film(tmp_path / "film.mp4", made, change)  # type: ignore[arg-type]
    found: list[Finding] = list(check_logo(tmp_path / "film.mp4", expected, Places(RATE, expected.scenes)))
    assert [one.check for one in found] == ["logo"]
    assert (found[0].severity == "ok") == (said == ""), found
    assert said in found[0].sentence, found
    if said:
        assert found[0].scene == "s1" and found[0].timecode and found[0].patch


def test_where_logos_are_survives_on_disk_and_none_is_asked_of_what_has_none(tmp_path: Path) -> None:
    made, expected = planned(drawn(tmp_path / "logo.png", "#1f5f4a"), ROOMS.logo)
    kept = tmp_path / "timeline.json"
    kept.write_text(timeline_text(made, expected), encoding="utf-8")
    again = read_expectation(kept)
    assert (again.logo, again.logos) == (expected.logo, expected.logos)
    assert np.isclose(again.logos[0][1][0], ROOMS.logo.x / FORMAT.design_width)
    assert list(check_logo(tmp_path / "film.mp4", Expected(1, RATE, 2, 2), Places(RATE))) == []

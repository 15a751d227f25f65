"""What is written in the pictures is measured on the finished film: each way of breaking it is found, and a film as it
is made passes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from agency.expectation import read_expectation, timeline_text, with_pictures
from renderers.colour import resolve_look
from renderers.compositing import ScenePainter
from renderers.encoding import write_segment
from renderers.joining import write_programme
from renderers.layer import Planes
from renderers.layout import regions
from renderers.picture_format import PictureFormat, Rect
from renderers.quality import Encoding
from renderers.timeline import (
    BackdropClip,
    CaptionCue,
    CaptionsClip,
    CueWord,
    PictureClip,
    PresenterClip,
    Scene,
    Timeline,
    TitleClip,
)
from tools.review_plan import Expected, Places, SceneSpan
from tools.review_report import Finding
from tools.review_texts import check_texts

RATE = Fraction(10)
FORMAT = PictureFormat(640, 360, RATE)
LENGTH = 40
LOOK = resolve_look("#1f5f4a")
ROOMS = regions("presenter", FORMAT, captions=True, presenter=True)
TITLE = TitleClip("Light for long evenings", ROOMS.title, 0, LENGTH)
WORDS = tuple(CueWord(word, 5 * i, 5 * i + 5) for i, word in enumerate("It is warm all night".split()))
CAPTIONS = CaptionsClip((CaptionCue((WORDS,), 0, LENGTH),), ROOMS.captions)
assert ROOMS.presenter is not None
PRESENTER = PresenterClip("maya", "illustrated", Path("take"), "take", "#1f5f4a", ROOMS.presenter)
MIDDLE = Rect(ROOMS.presenter.x + 100, 330, 600, 200)
LONG = "Nobody can ever read so many words as these are while a scene goes by in so short a time as this one does here"

Change = Callable[[Planes], None]


@dataclass(frozen=True)
class Broken:
    """A scene that is wrong in one way: its clips, what befalls its pictures, and what is to be said of it."""

    check: str
    words: str
    clips: tuple[PictureClip, ...] = (PRESENTER, TITLE, CAPTIONS)
    change: Change | None = None


def washed_out(planes: Planes) -> None:
    planes.y[:] = (np.float32(30) + 0.25 * (planes.y - np.float32(30))).astype(np.uint8)


def darkened_behind(planes: Planes) -> None:
    """Something as dark as the letters comes behind the second half of the heading."""
    planes.y[:200, 120:] = np.minimum(planes.y[:200, 120:], 60)


def in_other_colours(planes: Planes) -> None:
    planes.u[:], planes.v[:] = 70, 190


BROKEN = {
    "washed out": Broken("text contrast", "contrast of", change=washed_out),
    "dark behind": Broken("text contrast", "Light for", change=darkened_behind),
    "out of the picture": Broken(
        "safe area", "out of the picture", (replace(TITLE, region=replace(TITLE.region, x=-120.0)),)
    ),
    "in the margin": Broken(
        "safe area", "in the margin", (replace(TITLE, region=Rect(ROOMS.title.x, 5.0, 900.0, 240.0)),)
    ),
    "over the face": Broken(
        "text overlap", "the presenter's face", (PRESENTER, replace(TITLE, region=MIDDLE, align="centre"))
    ),
    "captions over the face": Broken(
        "text overlap", "the presenter's face", (PRESENTER, TITLE, replace(CAPTIONS, region=MIDDLE))
    ),
    "captions over the heading": Broken(
        "text overlap", "lie over each other",
        (TITLE, replace(CAPTIONS, region=Rect(TITLE.region.x, TITLE.region.y + 60, 900, 300))),
    ),
    "too short": Broken("reading time", "reading it takes", (replace(TITLE, text=LONG),)),
    "in a flash": Broken("reading time", "reading it takes", (replace(TITLE, start=10, duration=8),)),
    "in other colours": Broken("palette", "hues of the palette", change=in_other_colours),
}  # fmt: skip


def expected_of(clips: tuple[PictureClip, ...]) -> tuple[Timeline, Expected]:
    made = Timeline(FORMAT, LOOK, (Scene("s1", LENGTH, BackdropClip("aurora", 1), clips),), ())
    plan = Expected(LENGTH, RATE, FORMAT.width, FORMAT.height, scenes=(SceneSpan("s1", 0, LENGTH),), sound=False)
    return made, with_pictures(plan, made)


def film(path: Path, made: Timeline, change: Change | None) -> None:
    """The timeline without its presenter, painted and encoded as the house does."""
    scene = made.scenes[0]
    seen = replace(scene, clips=tuple(clip for clip in scene.clips if not isinstance(clip, PresenterClip)))
    painter = ScenePainter(seen, made.look, FORMAT)

    def pictures() -> Iterator[Planes]:
        for n in range(LENGTH):
            shown = painter.paint(n)
            planes = Planes(shown.y.copy(), shown.u.copy(), shown.v.copy())
            if change is not None:
                change(planes)
            yield planes

    segment = path.with_suffix(".segment")
    write_segment(segment, pictures(), FORMAT, Encoding())
    write_programme(path, [segment], [LENGTH], [], FORMAT, {})


def review(folder: Path, broken: Broken) -> list[Finding]:
    made, expected = expected_of(broken.clips)
    film(folder / "film.mp4", made, broken.change)
    return list(check_texts(folder / "film.mp4", expected, Places(RATE, expected.scenes)))


def test_a_film_as_it_is_made_passes_every_check(tmp_path: Path) -> None:
    found = review(tmp_path, Broken("", ""))
    assert {finding.check for finding in found} == {
        "text contrast", "safe area", "text overlap", "reading time", "palette"}  # fmt: skip
    assert [finding for finding in found if finding.severity != "ok"] == []


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_found_and_where_it_is(name: str, tmp_path: Path) -> None:
    broken = BROKEN[name]
    found = [one for one in review(tmp_path, broken) if one.check == broken.check]
    worse = [one for one in found if one.severity in ("warning", "fault")]
    assert worse, found
    assert any(broken.words in one.sentence for one in worse), worse
    for one in worse:
        assert one.scene == "s1" and one.timecode and one.patch and one.measured is not None


def test_the_expectation_survives_on_disk(tmp_path: Path) -> None:
    made, expected = expected_of((PRESENTER, TITLE, CAPTIONS))
    kept = tmp_path / "timeline.json"
    kept.write_text(timeline_text(made, expected), encoding="utf-8")
    again = read_expectation(kept)
    assert (again.texts, again.faces, again.hues, again.pictured) == (
        expected.texts, expected.faces, expected.hues, expected.pictured)  # fmt: skip
    # What was kept before there were texts is read as well.
    told = json.loads(kept.read_text(encoding="utf-8"))
    for name in ("texts", "faces", "hues", "pictured"):
        del told["expected"][name]
    kept.write_text(json.dumps(told), encoding="utf-8")
    assert read_expectation(kept).texts == ()

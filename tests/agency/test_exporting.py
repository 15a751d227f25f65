"""What leaves the house by `agency export` and what is refused; what is kept of a review."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from agency.exporting import export_production
from renderers.encoding import write_segment
from renderers.interchange import CannotExport, write_png
from renderers.joining import write_programme
from renderers.layer import Planes
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
from tools.errors import BadInput, UnknownName


@pytest.fixture
def production(own_home: Path, tmp_path: Path) -> str:
    """A production with one draft of three seconds: a bar that runs over grey, its poster, and captions."""
    folder = own_home / "productions" / "film-1"
    (folder / "drafts").mkdir(parents=True)
    (folder / "storyboard.json").write_text("{}")
    chroma = np.full((90, 160), 128, np.uint8)
    luma = np.full((90, 180, 320), 60, np.uint8)
    for number in range(90):
        luma[number, :, 3 * number : 3 * number + 40] = 200
    look = PictureFormat(320, 180, Fraction(30))
    segment, draft = tmp_path / "segment.mp4", folder / "drafts" / "1.mp4"
    write_segment(segment, (Planes(picture, chroma, chroma) for picture in luma), look, Encoding())
    write_programme(draft, [segment], [90], [], look, {})
    write_png(draft, draft.with_suffix(".png"), 1.0)
    draft.with_suffix(".srt").write_text("1\n")
    return "film-1"


def bar(path: Path) -> float:
    """Where the bar is on the first picture, in 320ths of the width."""
    with Image.open(path) as image:
        seen = np.asarray(image.convert("L").resize((320, 180)))[90]
    return float(np.flatnonzero(seen > 140).mean()) - 19.5


def test_every_format_is_written_where_it_was_asked_for(production: str, tmp_path: Path) -> None:
    written = export_production(production, "gif, webp,png,srt", tmp_path)
    assert [path.name for path in written] == ["film-1.gif", "film-1.webp", "film-1.png", "film-1.srt"]
    for path, at in zip(written, (0, 0, 90), strict=False):
        assert bar(path) == pytest.approx(at, abs=3)


def test_a_span_is_shown_from_its_start(production: str, tmp_path: Path) -> None:
    written = export_production(production, "gif,webp,png", tmp_path, 1.5, 0.5)
    for path in written:
        assert bar(path) == pytest.approx(135, abs=3)
    with Image.open(written[0]) as image:
        assert image.n_frames == 6


@pytest.mark.parametrize(
    ("formats", "start", "error", "why"),
    [
        ("bmp", None, UnknownName, "srt, vtt, ass, png, gif, webp"),
        ("", None, BadInput, "No format"),
        ("vtt", None, BadInput, "no vtt file"),
        ("gif", 9.0, CannotExport, r"from 9 s on: 1\.mp4 runs from 0 to 3\.00 s"),
        ("png", 9.0, CannotExport, r"runs from 0 to 3\.00 s"),
    ],
)
def test_what_can_not_be_exported_is_told(
    production: str, tmp_path: Path, formats: str, start: float | None, error: type[Exception], why: str
) -> None:
    (folder := tmp_path / "out").mkdir()
    with pytest.raises(error, match=why):
        export_production(production, formats, folder, start)
    assert not list(folder.iterdir())

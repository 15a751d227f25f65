"""Brand fit is measured on decoded frames and on what is said: each item holds for a fitting film and falls for one
that does not fit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from renderers.colour import mix, parse, to_oklab
from renderers.encoding import write_segment
from renderers.joining import write_programme
from renderers.layer import Planes
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
from tests.brand_memory.made_kits import mark
from tools.review_brand import check_brand
from tools.review_brand_pixels import lab_of, logo_sight, nearest_distance, own_hues
from tools.review_brand_plan import BrandScene, ExpectedBrand, Said, read_expected_brand
from tools.review_brand_scores import GOOD
from tools.review_plan import Places, SceneSpan
from tools.review_report import Finding

RATE = Fraction(30)
FORMAT = PictureFormat(640, 360, RATE)
PRIMARY, PAPER = "#1a4fd6", "#f4f6fb"
LOGO_BOX = (0.05, 0.06, 0.15, 0.07)
PLACES = Places(RATE, (SceneSpan("s1", 0, 30), SceneSpan("s2", 30, 30)))


def rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = (round(255 * channel) for channel in parse(colour))
    return red, green, blue


def frame(ground: str = PAPER, plate: str = PRIMARY, logo: str = PRIMARY, scale: float = 1.0) -> Image.Image:
    """A slide as a brand would have it: its ground, a tint, a plate, and the logo in its corner."""
    image = Image.new("RGB", (640, 360), rgb(ground))
    draw = ImageDraw.Draw(image)
    draw.rectangle((400, 0, 640, 360), fill=rgb(mix(ground, plate, 0.35)))
    draw.rectangle((100, 220, 300, 260), fill=rgb(plate))
    if logo:
        height = LOGO_BOX[3] * 360 * scale
        factor = height / 44
        left, top = LOGO_BOX[0] * 640, LOGO_BOX[1] * 360 + (LOGO_BOX[3] * 360 - height) / 2
        big = Image.new("RGB", (640 * 4, 360 * 4), rgb(ground))
        pen, ink = ImageDraw.Draw(big), rgb(logo)

        def at(x: float, y: float) -> tuple[float, float]:
            return 4 * (left + (x - 8) * factor), 4 * (top + (y - 8) * factor)

        pen.ellipse((*at(8, 8), *at(52, 52)), fill=ink)
        for shape in (
            ((70, 15), (84, 15), (84, 37), (106, 37), (106, 47), (70, 47)),
            ((116, 15), (128, 15), (128, 35), (146, 35), (146, 15), (158, 15), (158, 47), (116, 47)),
        ):
            pen.polygon([at(*point) for point in shape], fill=ink)
        box = (0, 0, 250, 60)
        image.paste(big.resize((640, 360), Image.Resampling.BOX).crop(box), box)
    return image


def pixels(image: Image.Image) -> NDArray[np.uint8]:
    return np.asarray(image)


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    path = tmp_path / "logo.svg"
    path.write_bytes(mark(PRIMARY))
    return path


def test_oklab_of_pixels_is_that_of_the_palette():
    shades = ["#000000", "#ffffff", "#1a4fd6", "#ffb020", "#777777", "#00ff00"]
    found = lab_of(np.array([[rgb(shade) for shade in shades]], np.uint8))[0]
    assert np.abs(found - np.array([to_oklab(shade) for shade in shades])).max() < 2e-3


def test_the_nearest_colour_is_found_where_there_is_enough_of_it():
    assert nearest_distance(pixels(frame()), PRIMARY) < 0.01
    assert nearest_distance(pixels(frame(plate="#c02040", logo="")), PRIMARY) > 0.15
    assert nearest_distance(pixels(frame(logo="")), PRIMARY, [(0.1, 0.5, 0.5, 0.3)]) > 0.15


def test_hues_are_the_brands_in_every_tint_and_others_are_not():
    assert own_hues(pixels(frame()), [PRIMARY])[0] > 0.99
    share, coloured = own_hues(pixels(frame(plate="#2f9e44", logo="")), [PRIMARY])
    assert share < 0.05
    assert coloured > 0.2
    assert own_hues(pixels(frame(PAPER, "#222222", logo="#222222")), ["#000000"])[0] == 1.0
    assert own_hues(pixels(frame(plate="#2f9e44", logo="")), ["#000000"])[0] < 0.05


def test_the_logo_is_seen_with_its_size_and_its_space(logo: Path):
    good = logo_sight(pixels(frame()), logo, LOGO_BOX)
    assert good.shown > 0.85
    assert good.quiet > 0.95
    assert good.size == pytest.approx(np.sqrt(150 / 44) * LOGO_BOX[3], rel=0.15)


def test_a_logo_that_is_missing_lost_or_crowded_is_told_from_a_good_one(logo: Path):
    assert logo_sight(pixels(frame(logo="")), logo, LOGO_BOX).shown < 0.3
    assert logo_sight(pixels(frame(ground="#1e53d8", plate="#ffffff")), logo, LOGO_BOX).shown < 0.5
    crowded = frame()
    draw = ImageDraw.Draw(crowded)
    for x in range(20, 160, 6):
        draw.rectangle((x, 50, x + 3, 58), fill=(0, 0, 0))
        draw.rectangle((x, 10, x + 3, 17), fill=(0, 0, 0))
    assert logo_sight(pixels(crowded), logo, LOGO_BOX).quiet < 0.75


def film(path: Path, *images: Image.Image) -> Path:
    """A film of one second for each picture, as the house writes it."""

    def planes() -> Iterator[Planes]:
        for image in images:
            red, green, blue = (channel / 255 for channel in np.moveaxis(pixels(image).astype(float), 2, 0))
            luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
            made = [16 + 219 * luma, 128 + 224 * (blue - luma) / 1.8556, 128 + 224 * (red - luma) / 1.5748]
            made[1:] = [plane.reshape(180, 2, 320, 2).mean((1, 3)) for plane in made[1:]]
            y, u, v = (np.clip(np.rint(plane), 0, 255).astype(np.uint8) for plane in made)
            for _ in range(30):
                yield Planes(y, u, v)

    segment = path.with_name("segment.mp4")
    write_segment(segment, planes(), FORMAT, Encoding())
    write_programme(path, [segment], [30 * len(images)], [], FORMAT, {})
    return path


def scene(id_: str, start: int, text: str, **more: Any) -> BrandScene:
    said = (Said(text, start + 3, "spoken", "l1"), Said("Our lamp", start, "on screen", "heading"))
    return BrandScene(id_, start, 30, logo=LOGO_BOX, said=said, **more)


def brand(logo: Path, *texts: str, **more: Any) -> ExpectedBrand:
    first, second = texts or (
        "We test every lamp for two whole days before it leaves us.",
        "We build lamps to last you.",
    )
    expected = ExpectedBrand(
        id="lumen", name="Lumen", version=3, colours=(("primary", PRIMARY), ("background", PAPER)), heading="Manrope",
        body="Source Sans Pro", set_heading="Manrope", set_body="Source Sans Pro", logo=str(logo), never=("cheap",),
        sentence_words=9.0, person="we", scenes=(scene("s1", 0, first), scene("s2", 30, second)),
    )  # fmt: skip
    return replace(expected, **more)


def checked(path: Path, expected: ExpectedBrand) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in check_brand(path, expected, PLACES):
        found.setdefault(finding.check, []).append(finding)
    return found


def test_a_film_that_fits_is_told_so_by_every_item(tmp_path: Path, logo: Path):
    found = checked(film(tmp_path / "film.mp4", frame(), frame()), brand(logo))
    assert set(found) == {
        "brand fit", "brand colour", "brand palette", "brand logo", "brand typeface", "brand words", "brand tone"
    }  # fmt: skip
    assert {finding.severity for findings in found.values() for finding in findings} == {"ok"}
    assert float(found["brand fit"][0].measured or 0) > 0.95


def test_each_item_falls_for_a_film_that_does_not_fit_and_says_where_and_what_to_do(tmp_path: Path, logo: Path):
    path = film(tmp_path / "film.mp4", frame(), frame(plate="#2f9e44", logo=""))
    path.with_suffix(".srt").write_text("1\n00:00:00,200 --> 00:00:00,900\nWe sell Cheaper lamps\n\n")
    off = brand(
        logo,
        "Wow! Look! It is great!",
        "Buy this cheap lamp!",
        set_heading="Hanken Grotesk",
        set_body="Hanken Grotesk",
        sentence_words=22.0,
    )
    found = checked(path, off)
    for check in ("brand palette", "brand logo", "brand typeface", "brand words", "brand tone", "brand fit"):
        assert found[check][0].severity in ("warning", "fault"), check
        assert float(found[check][0].measured or 0) < GOOD, check
    for check in ("brand palette", "brand logo", "brand words"):
        assert found[check][0].scene == "s2" or check == "brand words"
        assert found[check][0].timecode is not None
        assert found[check][0].patch
    assert [(one.scene, "spoken" in one.sentence) for one in found["brand words"]] == [("s2", True), ("s1", False)]


def test_the_main_colour_is_missed_where_no_frame_has_it(tmp_path: Path, logo: Path):
    path = film(tmp_path / "film.mp4", *[frame(plate="#2f9e44", logo="")] * 2)
    (finding,) = checked(path, brand(logo))["brand colour"]
    assert (finding.severity, finding.measured) == ("fault", 0.0)
    assert PRIMARY in finding.sentence


def test_pictures_of_the_brands_own_are_not_held_against_its_palette(tmp_path: Path, logo: Path):
    path = film(tmp_path / "film.mp4", frame(), frame(plate="#2f9e44"))
    expected = brand(logo)
    second = replace(expected.scenes[1], pictured=True)
    found = checked(path, replace(expected, scenes=(expected.scenes[0], second)))
    assert found["brand palette"][0].severity == "ok"


def test_a_typeface_that_stands_in_for_want_of_files_is_only_a_notice(tmp_path: Path, logo: Path):
    path = film(tmp_path / "film.mp4", frame(), frame())
    found = checked(path, brand(logo, body="Georgia", set_body="Source Serif Pro", substituted=("body",)))
    assert found["brand typeface"][0].severity == "notice"


def test_the_expectation_survives_its_json(logo: Path):
    expected = brand(logo)
    assert read_expected_brand(json.loads(json.dumps(asdict(expected)))) == expected
    assert read_expected_brand(None) is None

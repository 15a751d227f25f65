"""Looks: what each chooses, that a client's choices win, and that its text is read on real pixels in any palette."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import get_args, get_type_hints

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from renderers.background.catalogue import FAMILIES as BACKDROPS
from renderers.background.stills import to_rgb
from renderers.colour import MUTED_CONTRAST, contrast, luminance, resolve_look, to_oklch
from renderers.compositing import ScenePainter
from renderers.layout import regions
from renderers.look import Look, Style
from renderers.looks import DEFAULT_LOOK, LOOKS, LookUnknown, direction, look_for, preview
from renderers.music.stings import SMALL_SOUNDS
from renderers.picture_format import PictureFormat
from renderers.timeline import BackdropClip, Scene, TitleClip
from renderers.titles.caption_styles import STYLES
from renderers.titles.ink import first_readable, readable, reads_on_all
from renderers.titles.surfaces import surface_grounds
from renderers.transitions import KINDS, SHAPES
from renderers.typography import FAMILIES, present

FORMAT = PictureFormat(384, 216, Fraction(30))
BRANDS = {
    "light": {"primary": "#1a56db", "secondary": "#0ea5a4", "accent": "#f59e0b", "dark": False},
    "dark": {"primary": "#7c5cff", "accent": "#22d3ee", "dark": True},
    "mono": {"primary": "#111111", "secondary": "#555555", "accent": "#111111"},
    "neon": {"primary": "#39ff14", "accent": "#ff00e5"},
    "very light": {"primary": "#fff7c2"},
    "very dark": {"primary": "#050510", "dark": True},
}
LOOK = pytest.mark.parametrize("name", LOOKS)


def test_there_are_eight_and_each_names_what_there_is() -> None:
    assert len(LOOKS) >= 8
    for name, one in LOOKS.items():
        assert one.style.name == name
        assert {one.heading, one.body} <= FAMILIES.keys()
        assert not one.style.label or one.style.label in FAMILIES
        assert not one.style.backdrop or one.style.backdrop in BACKDROPS
        assert one.transition in KINDS
        assert one.shape in {"", *SHAPES}
        assert one.captions in STYLES
        assert one.sound in {"", *SMALL_SOUNDS}


def test_no_two_look_alike() -> None:
    told = {(one.heading, one.style.entrance, one.style.rule, one.style.backdrop) for one in LOOKS.values()}
    assert len(told) == len(LOOKS)


def test_the_plain_look_is_the_default_one() -> None:
    assert direction("") is LOOKS[DEFAULT_LOOK]
    assert resolve_look().style == Style() == direction("clean").style
    with pytest.raises(LookUnknown, match="the looks are clean, bold"):
        direction("baroque")


@LOOK
def test_what_a_client_chose_comes_before_the_look(name: str) -> None:
    look = resolve_look("#1a56db", dark=False, heading="Source Serif Pro", body="Manrope", radius=5.0, direction=name)
    assert (look.heading, look.body, look.radius, look.palette.dark) == ("Source Serif Pro", "Manrope", 5.0, False)
    assert look.palette.primary == "#1a56db"
    assert look.style.label == ""
    grounded = resolve_look("#1a56db", background="#fbfaf5", direction=name)
    assert grounded.palette.background == "#fbfaf5"


def test_tinted_grounds_are_of_the_brands_hue_where_it_has_one_and_chose_none() -> None:
    look = resolve_look("#e4572e", direction="bold")
    _, chroma, hue = to_oklch(look.palette.background)
    assert chroma == pytest.approx(LOOKS["bold"].tint, abs=0.01)
    assert abs(hue - to_oklch("#e4572e")[2]) < 8
    for fields in (
        {"primary": "#222222"},
        {"primary": "#e4572e", "dark": True},
        {"primary": "#e4572e", "background": "#fbfaf5"},
    ):
        plain, tinted = (resolve_look(**fields, direction=name) for name in ("news", "bold"))  # type: ignore[arg-type]
        assert plain.palette == tinted.palette


def test_families_that_are_not_installed_have_a_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renderers.typography.present", lambda family: family != "Bodoni Moda" and present(family))
    assert resolve_look(direction="luxury").heading == "Source Serif Pro"
    assert resolve_look(heading="Bodoni Moda").heading == "Source Serif Pro"


@pytest.mark.parametrize(
    ("words", "name"),
    [("elegant and calm", "luxury"), ("Fun!", "playful"), ("for developers", "tech"), ("warm", ""), ("", ""),
     ("bold but elegant", "")],
)  # fmt: skip
def test_a_look_is_chosen_for_words_that_ask_for_one_alone(words: str, name: str) -> None:
    assert look_for(words) == name


def scene(heading: str, size: str) -> Scene:
    area = regions("title", FORMAT, captions=False, presenter=False, logo=False).title
    subtitle = "A short look at how it works" if size == "title" else ""
    clip = TitleClip(heading, area, -90, 400, kicker="How" if subtitle else "", subtitle=subtitle, size=size)
    return Scene("s", 200, BackdropClip("", 1), (clip,))


def bright(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """The relative luminance of sRGB pixels (WCAG 2.2)."""
    linear = np.where(pixels <= 10, pixels / 3294.6, ((pixels / 255 + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ (0.2126, 0.7152, 0.0722))


def ratios(inks: NDArray[np.float64] | float, grounds: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray((np.maximum(inks, grounds) + 0.05) / (np.minimum(inks, grounds) + 0.05))


def painted(look: Look, at: Scene) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.bool_]]:
    """The scene with its text, without it, and where letters are."""
    over, under = (to_rgb(ScenePainter(each, look, FORMAT).paint(100)) for each in (at, replace(at, clips=())))
    changed = np.abs(over.astype(int) - under).sum(2)
    return over, under, changed > 0.75 * np.quantile(changed[changed > 60], 0.95)


def check_contrast(look: Look) -> None:
    """Letters of a large heading as they were painted, and the inks of small lines, against what is behind them."""
    over, under, letters = painted(look, scene("Onboarding, done in a day", "display"))
    assert letters.sum() > 500
    assert np.quantile(ratios(bright(over[letters]), bright(under[letters])), 0.02) >= 4.5
    _, under, letters = painted(look, scene("Done in a day", "title"))
    palette = look.palette
    quiet = first_readable((palette.muted, palette.text), palette.background)
    for ink in (quiet, palette.text, readable(palette.primary, palette.background, MUTED_CONTRAST)):
        assert np.quantile(ratios(luminance(ink), bright(under[letters])), 0.02) >= 4.5


@LOOK
def test_text_is_readable_on_the_real_pixels_behind_it(name: str) -> None:
    for brand in BRANDS.values():
        check_contrast(resolve_look(**brand, direction=name))  # type: ignore[arg-type]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(tuple(LOOKS)),
    primary=st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
    accent=st.one_of(st.none(), st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)),
    dark=st.sampled_from((None, True, False)),
)
def test_any_look_can_be_read_in_any_colours(name: str, primary: str, accent: str | None, dark: bool | None) -> None:
    check_contrast(resolve_look(primary, accent=accent, dark=dark, direction=name))


@given(
    name=st.sampled_from(tuple(LOOKS)),
    primary=st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
    dark=st.sampled_from((None, True, False)),
)
def test_text_on_plates_reads_whatever_shines_through(name: str, primary: str, dark: bool | None) -> None:
    look = resolve_look(primary, dark=dark, direction=name)
    grounds = surface_grounds(look)
    for role in (look.palette.text, look.palette.muted):
        ink = reads_on_all(role, grounds)
        assert min(contrast(ink, ground) for ground in grounds) >= 4.5


@LOOK
def test_a_picture_of_every_look_can_be_had(name: str, tmp_path: Path) -> None:
    path = tmp_path / "look.png"
    preview(name, path)
    with Image.open(path) as image:
        assert image.size == (960, 540)
        assert len(image.getcolors(1 << 20) or ()) > 200


def test_every_way_of_a_style_is_used_by_some_look() -> None:
    ways = get_type_hints(Style)
    for field in ("plate", "rule", "texture", "entrance", "step", "easing"):
        assert {getattr(one.style, field) for one in LOOKS.values()} == set(get_args(ways[field])), field

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.brand.calibration import fit
from benchmarks.brand.drawn_logos import draw_logo, rendered
from benchmarks.brand.made_fonts import web_font
from benchmarks.brand.scoring import calibration_error, likeness, score
from benchmarks.brand.sites import build_site
from benchmarks.brand.themes import all_themes
from benchmarks.small_site import on_this_machine, serving
from brand_memory.assembling import assemble
from brand_memory.colour_values import parse
from brand_memory.crawling import read_site
from brand_memory.egress import Bounds
from brand_memory.font_files import read_font
from brand_memory.storage import BrandFiles


def test_themes_are_many_and_split_in_halves():
    themes = all_themes()
    assert len(themes) >= 60
    assert themes == all_themes()
    halves = {split: {theme.name for theme in themes if theme.split == split} for split in ("development", "test")}
    assert not halves["development"] & halves["test"]
    assert abs(len(halves["development"]) - len(halves["test"])) <= 1
    greys = [theme for theme in themes if (tint := parse(theme.palette.primary)) and tint.neutral]
    assert len(greys) / len(themes) > 0.15


def test_a_site_is_the_same_every_time_and_traps_change_only_what_they_add():
    theme = all_themes()[3]
    plain = build_site(theme.toggled(banner=False, wall=False)).files
    assert plain == build_site(theme.toggled(banner=False, wall=False)).files
    trapped = build_site(theme.toggled(banner=True, wall=True)).files
    assert {path for path in plain if plain[path] != trapped[path]} <= {"/", "/about", "/products", "/blog"} | {
        path for path in plain if path.endswith((".css", ".json"))
    }


def test_fonts_bear_the_name_they_are_made_for():
    facts = read_font(web_font("Nordhaus Grotesk", "Hanken"))
    assert facts is not None
    assert facts.family == "Nordhaus Grotesk"


def test_a_logo_is_like_itself_and_not_like_another():
    one, other = (draw_logo(name, "combined", "#e4572e", "#111111", "#247ba0", 1) for name in ("Lumen", "Acme"))
    drawn = rendered(one.svg(), 400)
    assert likeness(drawn, rendered(one.svg(), 300, "#ffffff"), "#ffffff") > 0.9
    assert likeness(drawn, rendered(other.svg(), 400), "#ffffff") < 0.8


def test_calibration_error_is_the_gap_between_sure_and_right():
    assert calibration_error([(0.8, True)] * 8 + [(0.8, False)] * 2) == pytest.approx(0)
    assert calibration_error([(0.9, False)] * 10) == pytest.approx(0.9)


def test_the_fit_finds_which_margin_tells():
    import numpy as np

    dice = np.random.default_rng(3)
    rows = dice.random((600, 2))
    right = (dice.random(600) < 1 / (1 + np.exp(-(4 * rows[:, 0] - 1)))).astype(float)
    weights = fit(rows, right)
    assert weights[1] > 2
    assert 0 <= weights[2] < 1


def test_a_made_up_site_is_read_right_without_a_browser(tmp_path: Path):
    theme = next(theme for theme in all_themes() if theme.dialect == "modules" and theme.split == "development")
    made = build_site(theme.toggled(banner=False, wall=False))
    with serving(made.files) as server:
        bounds = Bounds(private=frozenset({f"brand.example:{server.port}"}))
        address = f"http://brand.example:{server.port}/"
        reading = read_site(address, bounds=bounds, resolver=on_this_machine, pages=2, browser=False)
    store = BrandFiles(tmp_path)
    right = score(made, assemble(reading, store=store), store).right
    assert {
        question: right[question] for question in ("primary", "background", "text", "heading", "body")
    } == dict.fromkeys(("primary", "background", "text", "heading", "body"), True)

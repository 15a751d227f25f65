"""Textures: still, faint, never against the contrast of text, and nothing at all in the plain look."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import get_args, get_type_hints

import numpy as np
import pytest

from renderers.background.scenery import backdrop
from renderers.background.texture import LEVELS, Textured, sheet
from renderers.colour import resolve_look
from renderers.compositing import ScenePainter
from renderers.look import Style
from renderers.picture_format import PictureFormat
from renderers.planes import empty_planes
from renderers.timeline import BackdropClip, Scene
from renderers.visibility import visible

FORMAT = PictureFormat(320, 180, Fraction(30))
TEXTURE = pytest.mark.parametrize("kind", LEVELS)


def test_every_texture_that_a_style_may_have_is_drawn() -> None:
    assert set(get_args(get_type_hints(Style)["texture"])) == {"none", *LEVELS}


@TEXTURE
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_texture_is_a_few_levels_away_from_text(kind: str, dark: bool) -> None:
    levels = sheet(kind, 640, 360, 1 / 3, dark).astype(int)
    away = -levels if dark else levels
    assert levels.shape == (360, 640)
    assert 0 <= away.min() < away.max() <= LEVELS[kind]
    assert np.array_equal(levels, sheet(kind, 640, 360, 1 / 3, dark))


@TEXTURE
def test_a_texture_is_laid_over_luma_and_stands_still(kind: str) -> None:
    look = resolve_look()
    bare, made = empty_planes(320, 180), empty_planes(320, 180)
    drawn = backdrop(BackdropClip("aurora", 1), look, FORMAT)
    textured = Textured(drawn, kind, FORMAT, dark=False)
    laid = []
    for n in (0, 60):
        drawn.fill(bare, n)
        textured.fill(made, n)
        assert textured.key(n) == drawn.key(n)
        assert np.array_equal(made.u, bare.u)
        laid.append(made.y.astype(int) - bare.y)
        assert np.array_equal(made.y, np.clip(bare.y.astype(int) + sheet(kind, 320, 180, FORMAT.scale, False), 16, 235))
    assert laid[0].max() > 0


def test_a_texture_is_seen_in_a_scene_and_counts_for_its_key() -> None:
    plain = resolve_look()
    look = replace(plain, style=replace(plain.style, texture="dots"))
    scene = Scene("s", 30, BackdropClip("aurora", 1), ())
    first, second = (ScenePainter(scene, each, FORMAT).paint(0).y.copy() for each in (plain, look))
    assert not np.array_equal(first, second)
    assert visible(scene, plain, FORMAT, 0, 30) != visible(scene, look, FORMAT, 0, 30)

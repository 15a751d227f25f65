"""Looks as still pictures: a title scene of each, for the catalogue, in the colours of the house."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from renderers.colour import resolve_look
from renderers.layout import regions
from renderers.look import Look
from renderers.looks import direction
from renderers.picture_format import PictureFormat, Rect
from renderers.timeline import (
    BackdropClip,
    CaptionCue,
    CaptionsClip,
    CueWord,
    LowerThirdClip,
    PictureClip,
    Scene,
    TitleClip,
)

PREVIEW = PictureFormat(960, 540, Fraction(30))
"""Size of a preview."""
_SAID = "Every look brings its own letters,".split()
_SECOND = "shapes and rhythm.".split()
_REST = 240
"""A frame in which everything has come in."""


def sample_scene(look: Look, format: PictureFormat, captions: str) -> Scene:
    """A title, a name strap and captions at rest in `look`, as a scene."""
    places = regions("title", format, captions=True, presenter=False, logo=False)
    spot = places.captions
    words = [[CueWord(word, _REST + 8 * (i - 1), _REST + 8 * i) for i, word in enumerate(line)]
             for line in (_SAID, _SECOND)]  # fmt: skip
    cue = CaptionCue(tuple(tuple(line) for line in words), 0, 2 * _REST)
    title = places.title
    strap = Rect(title.x, title.bottom - 112, min(title.width, 640.0), 112)
    heading = Rect(title.x, title.y, title.width, title.height - 144)
    clips: tuple[PictureClip, ...] = (
        TitleClip("The quick way to look like yourself", heading, 0, 2 * _REST, kicker="Looks", size="display",
                  subtitle="Type, shapes and motion, made to go together."),
        LowerThirdClip("Maya Lindgren", "Head of design", strap, 0, 2 * _REST),
        CaptionsClip((cue,), spot, style=captions),
    )  # fmt: skip
    flooded = look.style.floods and not look.palette.dark
    return Scene("look", 2 * _REST, BackdropClip("", 1), clips, flooded=flooded)


def preview(name: str, path: Path, format: PictureFormat = PREVIEW) -> None:
    """Write a still of the look called `name` as a PNG. Raises `LookUnknown` for one that there is not."""
    from PIL import Image

    from renderers.background.stills import to_rgb
    from renderers.compositing import ScenePainter

    look = replace(resolve_look(direction=name), name=name)
    scene = sample_scene(look, format, direction(name).captions)
    Image.fromarray(to_rgb(ScenePainter(scene, look, format).paint(_REST))).save(path, "PNG")

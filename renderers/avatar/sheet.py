"""Pictures of everything the presenters do, to be judged by eye: one sheet each, and one of all side by side."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.channels import EMOTIONS
from renderers.avatar.drawing.body import breadth, lower_edge
from renderers.avatar.drawing.characters import CHARACTERS
from renderers.avatar.drawing.figure import paint_figure
from renderers.avatar.drawing.hair_styles import highest
from renderers.avatar.drawing.pose import Pose
from renderers.avatar.framing import FRAMINGS, place_figure
from renderers.avatar.mouth import PARTS, SHAPES
from renderers.avatar.poses import TWO_HANDED, on_side
from renderers.picture_format import Rect
from renderers.raster import skia, surface
from renderers.speech import Viseme

_GROUND, _LABEL = 0xFFE6EAEF, 0xFF4A5160
_GAP = 10

Values = Mapping[str, float]
Pixels = NDArray[np.uint8]

EXPRESSIONS: dict[str, Values] = {
    "rest": {},
    "blink": {"blink_left": 1.0, "blink_right": 1.0},
    "left": {"yaw": -14.0, "gaze_x": 0.45},
    "right": {"yaw": 14.0, "gaze_x": -0.45},
    "up": {"pitch": -8.0, "gaze_y": 0.27},
    "down": {"pitch": 8.0, "gaze_y": -0.27},
}
"""Poses of the head by name."""

GESTURES: dict[str, Values] = {
    "open palm": on_side("open_palm", "left"),
    "count one": on_side("count_one", "right"),
    "count two": on_side("count_two", "right"),
    "count three": on_side("count_three", "right"),
    "point": on_side("point", "left"),
    "wave": on_side("wave", "right"),
    "hands together": TWO_HANDED["together"],
    "both wide": TWO_HANDED["both_wide"],
}
"""Gestures of the sheet by name."""

_VISEMES = (
    Viseme.PP, Viseme.FF, Viseme.TH, Viseme.DD, Viseme.KK, Viseme.CH, Viseme.SS, Viseme.RR, Viseme.AA, Viseme.E,
    Viseme.OH,
    Viseme.OU,
)  # fmt: skip


def viseme_values(viseme: Viseme) -> dict[str, float]:
    """The channel values of a mouth that has all of a viseme's shape."""
    values: dict[str, float] = dict(zip(PARTS, SHAPES[viseme].target, strict=True))
    values["press"] = 1.0 if viseme is Viseme.PP else 0.0
    values["smile"] = 0.55 if viseme is Viseme.SIL else 0.37
    return values


def draw_cell(avatar_id: str, framing: str, values: Values, width: int, height: int, tint: str) -> Pixels:
    """A presenter in a pose and a framing on a plain ground: `height` × `width` × 4, opaque BGRA."""
    pixels: Pixels = np.zeros((height, width, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.clear(_GROUND)
    character = CHARACTERS[avatar_id]
    region = Rect(0, 0, width, height)
    place = place_figure(
        region, framing, highest(character.hair_style), lower_edge(character), partial(breadth, character)
    )
    canvas.save()
    canvas.translate(place.left, place.top)
    canvas.scale(place.scale, place.scale)
    paint_figure(canvas, character, Pose(values), tint, place.depth)
    canvas.restore()
    return pixels


def make_presenter_sheet(avatar_id: str, path: Path, tint: str = "#2f6f8f", unit: int = 230) -> None:
    """Write one presenter's sheet as a PNG: head, emotions, visemes, gestures and framings."""
    near, half = (unit, round(unit * 1.12)), (round(unit * 2.3), unit * 2)
    rows: list[list[tuple[str, str, Values, tuple[int, int]]]] = [
        [("close_up", name, values, near) for name, values in EXPRESSIONS.items()]
        + [("close_up", name, {name: 1.0}, near) for name in EMOTIONS],
        [("close_up", viseme.value, viseme_values(viseme), near) for viseme in _VISEMES],
        [("half_body", name, values, half) for name, values in list(GESTURES.items())[:6]],
        [("half_body", name, values, half) for name, values in list(GESTURES.items())[6:]]
        + [(framing, framing.replace("_", " "), {}, half) for framing in FRAMINGS],
    ]
    _save(
        [[(name, draw_cell(avatar_id, f, v, wide, high, tint)) for f, name, v, (wide, high) in row] for row in rows],
        path,
    )


def make_overview(path: Path, tint: str = "#2f6f8f", unit: int = 300) -> None:
    """Write all presenters as one PNG, head and shoulders above and whole figures below."""
    ids = list(CHARACTERS)
    across = 8
    rows = [ids[i : i + across] for i in range(0, len(ids), across)]
    cells = [
        [(CHARACTERS[id_].id, draw_cell(id_, framing, {}, unit, round(unit * high), tint)) for id_ in row]
        for framing, high in (("head_shoulders", 1.1), ("full_body", 1.9))
        for row in rows
    ]
    _save(cells, path)


def make_sheets(folder: Path, tint: str = "#2f6f8f") -> list[Path]:
    """Write every sheet and the overview into `folder`; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    found = [folder / "cast.png"]
    make_overview(found[0], tint)
    for avatar_id in CHARACTERS:
        found.append(folder / f"{avatar_id}.png")
        make_presenter_sheet(avatar_id, found[-1], tint)
    return found


def _save(rows: list[list[tuple[str, Pixels]]], path: Path) -> None:
    """Write rows of named cells as one picture."""
    band = 22
    width = max(sum(cell.shape[1] + _GAP for _, cell in row) for row in rows) + _GAP
    height = sum(max(cell.shape[0] for _, cell in row) + band + _GAP for row in rows) + _GAP
    picture: Pixels = np.full((height, width, 4), 255, np.uint8)
    canvas = surface(picture).getCanvas()
    canvas.clear(0xFFF6F7F9)
    font = skia.Font(skia.Typeface(""), 14)
    top = _GAP
    for row in rows:
        left = _GAP
        for name, cell in row:
            canvas.drawImage(skia.Image.fromarray(cell, colorType=skia.kBGRA_8888_ColorType), left, top)
            canvas.drawString(name, left + 4, top + cell.shape[0] + 16, font, skia.Paint(AntiAlias=True, Color=_LABEL))
            left += cell.shape[1] + _GAP
        top += max(cell.shape[0] for _, cell in row) + band + _GAP
    skia.Image.fromarray(picture, colorType=skia.kBGRA_8888_ColorType).save(str(path), skia.kPNG)


if __name__ == "__main__":
    for made in make_sheets(Path(sys.argv[1] if len(sys.argv) > 1 else "cast")):
        print(made)

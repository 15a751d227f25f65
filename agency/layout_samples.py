"""Samples of the layouts: a picture of each with contents of our own, painted once and kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from agency.home import Home
from agency.settings import Settings
from tools.layouts import LAYOUT_KINDS
from tools.scene_contents import SceneContent
from tools.script import Line
from tools.storyboard import EndCard, LookChoice, Scene, Storyboard

_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="96" fill="#2f55d4"><circle cx="48" cy="48" r="34"/>'
    '<rect x="104" y="30" width="200" height="36" rx="18"/></svg>'
)
_POINTS = {"entries": [{"text": "Warm light all evening"}, {"text": "Dims at a touch"}, {"text": "Sewn by hand"}]}
_HEADINGS = {
    "title": "A lamp for long evenings",
    "presenter": "Why light matters",
    "points": "Three reasons",
    "picture": "Where it is made",
    "picture_in_picture": "Where it is made",
    "full_bleed": "Where it is made",
    "comparison": "Two evenings",
    "steps": "Ready in three steps",
    "chart": "Hours read each week",
    "screen": "Order in a minute",
    "logo": "Light that lasts",
    "chapter": "How it is made",
}
_CONTENTS: dict[str, dict[str, Any]] = {
    "points": _POINTS,
    "steps": {"entries": [{"text": "Unfold the stand"}, {"text": "Plug it in"}, {"text": "Touch the shade"}]},
    "statistic": {"value": "48 %", "label": "less glare than a bare bulb"},
    "quote": {"quote": "I read an hour longer every night.", "author": "Ana", "role": "Architect"},
    "product": {"name": "Desk lamp", "price": "€89", "badge": "New", "detail": "Oak, linen, one warm light"},
    "comparison": {
        "sides": [
            {"title": "Before", "entries": [{"text": "Cold light"}, {"text": "Tired eyes"}]},
            {"title": "After", "entries": [{"text": "Warm light"}, {"text": "Rested eyes"}]},
        ]
    },
    "chart": {
        "data": [{"label": str(year), "value": value} for year, value in ((2022, 3), (2023, 4.5), (2024, 7))],
        "unit": "h",
    },
    "screen": {"device": "browser", "address": "lamps.example"},
}
_PICTURED = ("picture", "picture_in_picture", "full_bleed", "screen")


def sample_board(files: Mapping[str, str]) -> Storyboard:
    """A storyboard with a scene of every layout that needs no film; `files` are a `picture`, a `product`, a `logo`."""
    scenes = []
    for id_ in LAYOUT_KINDS:
        if id_ == "clip":
            continue
        content = dict(_CONTENTS.get(id_, {}))
        if id_ in _PICTURED:
            content["picture"] = files["picture"]
        if id_ == "product":
            content["picture"] = files["product"]
        line = Line(id=f"{id_}-l1", text="Warm light all evening, that dims at a touch and is sewn by hand.")
        silent = id_ in ("title", "logo", "chapter", "end_card")
        scenes.append(
            Scene(
                id=id_,
                layout=id_,  # type: ignore[arg-type]  # the ids are the layouts
                heading=_HEADINGS.get(id_, ""),
                lines=() if silent else (line,),
                content=SceneContent.model_validate(content),
            )
        )
    return Storyboard(
        scenes=tuple(scenes),
        end_card=EndCard(call_to_action="Order yours", address="lamps.example", qr=True),
        look=LookChoice(primary="#2f55d4"),
        logo=files["logo"],
    )


def layout_previews(place: Home, settings: Settings) -> dict[str, Path]:
    """A picture of every layout but that of films, by its id; painted where the painters have changed since."""
    from agency.desk import Desk
    from agency.stills import paint_stills

    folder = place.previews / "layouts"
    return paint_stills(sample_board(draw_sample_files(folder)), folder, Desk(settings, place))


def draw_sample_files(folder: Path) -> dict[str, str]:
    """A landscape, a lamp on a clear ground and a logo, drawn where they are not there yet."""
    from renderers.background.catalogue import preview
    from renderers.colour import resolve_look

    folder.mkdir(parents=True, exist_ok=True)
    found = {name: folder / f"sample-{name}" for name in ("picture.png", "product.png", "logo.svg")}
    if not found["picture.png"].is_file():
        preview("horizon", found["picture.png"], resolve_look("#2f55d4"))
    if not found["product.png"].is_file():
        _draw_lamp(found["product.png"])
    if not found["logo.svg"].is_file():
        found["logo.svg"].write_text(_LOGO, encoding="utf-8")
    return {name.partition(".")[0]: str(path) for name, path in found.items()}


def _draw_lamp(path: Path) -> None:
    from PIL import Image, ImageDraw

    large = Image.new("RGBA", (1800, 2400), (0, 0, 0, 0))
    draw = ImageDraw.Draw(large)
    draw.rounded_rectangle((878, 1000, 922, 2120), 20, fill="#4a4038")
    draw.ellipse((560, 2050, 1240, 2220), fill="#4a4038")
    draw.polygon([(620, 180), (1180, 180), (1480, 1060), (320, 1060)], fill="#f3c977")
    draw.polygon([(620, 180), (760, 180), (560, 1060), (320, 1060)], fill="#f9dfa6")
    large.resize((600, 800), Image.Resampling.LANCZOS).save(path)

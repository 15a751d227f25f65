"""The pieces of the showcase: ten brands that do not exist, each in colours, a look, a shape and words of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tools.storyboard import Storyboard


@dataclass(frozen=True)
class Piece:
    """One short video: whose it is, in which palette, and its storyboard, whose files are named by `art`.

    `ink` is the colour of the logo; pictures are named in place of paths, as `showcase_art` names them.
    """

    id: str
    name: str
    palette: str
    ink: str
    board: Mapping[str, Any] = field(default_factory=dict)

    def storyboard(self, art: Mapping[str, str], resolution: str) -> Storyboard:
        """The storyboard, with the paths of its pictures in `art`."""
        scenes = [_placed(scene, art) for scene in self.board["scenes"]]
        return Storyboard.model_validate(
            {"title": self.name, **self.board, "scenes": scenes, "logo": art[self.id], "resolution": resolution}
        )


def _placed(scene: Mapping[str, Any], art: Mapping[str, str]) -> dict[str, Any]:
    content = dict(scene.get("content", {}))
    if content.get("picture"):
        content["picture"] = art[content["picture"]]
    return {**scene, "content": content}


def _scene(id_: str, layout: str, heading: str = "", said: str = "", **more: object) -> dict[str, Any]:
    lines = [{"id": f"{id_}-1", "text": said}] if said else []
    return {"id": id_, "layout": layout, "heading": heading, "lines": lines, **more}


def _entries(*texts: str) -> list[dict[str, str]]:
    return [{"text": text} for text in texts]


PIECES = (
    Piece("lumen", "Lumen", "light, amber on petrol", "#17404a", {
        "look": {"primary": "#c46a1b", "direction": "clean"}, "avatar": "maya", "voice": "english-female-1",
        "music": "calm",
        "scenes": [
            _scene("why", "points", "Light that keeps your hours", "Warm when you wind down, bright when you "
                   "work, off when you leave.",
                   content={"entries": _entries("Warm at night", "Bright for work", "Off by itself")}),
            _scene("end", "end_card"),
        ],
        "end_card": {"headline": "The Lumen desk lamp", "call_to_action": "See it at dusk", "address": "lumen.example"},
    }),
    Piece("volt", "Volt", "dark, neon lime", "#c8ff2e", {
        "aspect": "9:16", "look": {"primary": "#c8ff2e", "dark": True, "direction": "bold"}, "music": "epic",
        "voice": "english-male-1", "avatar": "sofia",
        "scenes": [
            _scene("open", "title", "Make the last mile first"),
            _scene("figure", "statistic", "", "Thirty-eight percent more return, in every stride.",
                   content={"value": "+38 %", "label": "energy returned, stride after stride",
                            "note": "Volt Pace 2, our own treadmill test"}),
            _scene("end", "end_card"),
        ],
        "end_card": {"headline": "The Pace 2 is here", "call_to_action": "Run it first", "address": "volt.example"},
    }),
    Piece("folio", "Folio & Sons", "monochrome, ink on paper", "#1b1a18", {
        "aspect": "4:5", "look": {"primary": "#2a2825", "direction": "editorial"}, "music": "acoustic",
        "voice": "english-female-8", "avatar": "ingrid",
        "scenes": [
            _scene("quote", "quote", "", "Any shop can sell you a book. A good shop sells you the second.",
                   presenter_place="circle",
                   content={"quote": "A good shop sells you the second book.", "author": "Edith Folio",
                            "role": "Bookseller"}),
            _scene("card", "chapter", "The slow shelf", content={"value": "12"}),
        ],
    }),
    Piece("milla", "Milla", "soft, rose and cream", "#8a3f4e", {
        "aspect": "1:1", "look": {"primary": "#b4566a", "direction": "soft"}, "music": "calm",
        "voice": "english-female-7", "avatar": "leila",
        "scenes": [
            _scene("product", "product", "Small skin, big feelings", "One gentle wash, from the first bath on.",
                   content={"name": "First Wash", "price": "€14", "badge": "New", "picture": "bottle",
                            "detail": "Oat milk, calendula, nothing else"}),
            _scene("end", "end_card"),
        ],
        "end_card": {"headline": "Gentle from day one", "call_to_action": "Try First Wash", "address": "milla.example"},
    }),
    Piece("northbyte", "Northbyte", "dark, electric violet", "#b9a2ff", {
        "look": {"primary": "#8f6bff", "dark": True, "direction": "tech"}, "music": "tech", "avatar": "kenji",
        "voice": "english-male-3",
        "scenes": [
            _scene("code", "screen", "Ship in three lines", "Three lines, and your queue is in production.",
                   content={"device": "code", "address": "worker.py",
                            "text": "from northbyte import Queue\n\njobs = Queue(\"orders\")\n"
                                    "jobs.every(\"1m\").run(settle)\njobs.deploy(region=\"eu\")"}),
            _scene("chart", "chart", "Cold starts, gone", "Cold starts fell to nine milliseconds.",
                   content={"chart": "line", "unit": "ms",
                            "data": [{"label": label, "value": value} for label, value in
                                     (("May", 310), ("Jun", 180), ("Jul", 74), ("Aug", 31), ("Sep", 9))]}),
        ],
    }),
    Piece("aurelle", "Aurelle", "dark, gold on green-black", "#d8b26a", {
        "aspect": "9:16", "look": {"primary": "#c69a4a", "background": "#0e1714", "dark": True, "direction": "luxury"},
        "music": "cinematic", "voice": "english-female-3", "avatar": "ingrid",
        "scenes": [
            _scene("logo", "logo", "Made once"),
            _scene("ring", "product", "", "One emerald. One ring. One of one.",
                   content={"name": "Verde No. 7", "price": "By appointment", "picture": "ring",
                            "detail": "18 carat gold, Colombian emerald"}),
        ],
    }),
    Piece("pip", "Pip", "bright, orange and teal", "#d9480f", {
        "aspect": "1:1", "look": {"primary": "#e8590c", "secondary": "#0c8599", "direction": "playful"},
        "music": "playful", "voice": "english-female-2", "avatar": "chloe",
        "scenes": [
            _scene("open", "title", "Peas that pop!"),
            _scene("steps", "steps", "Snack in three", "Shake it, pop it, share it.",
                   content={"entries": _entries("Shake the bag", "Pop it open", "Share a few")}),
            _scene("end", "end_card"),
        ],
        "end_card": {"headline": "Grown, not made", "call_to_action": "Find your flavour", "address": "pip.example"},
    }),
    Piece("meridian", "Meridian", "light, signal red and navy", "#7a1020", {
        "look": {"primary": "#b3122a", "secondary": "#14213d", "direction": "news"}, "music": "upbeat_corporate",
        "avatar": "marcus", "voice": "english-male-3", "presenter_name": "Marcus Bell",
        "presenter_role": "Energy desk",
        "scenes": [
            _scene("desk", "presenter", "Solar passes coal", "In June, solar made more power than coal did.",
                   presenter_place="left"),
            _scene("bars", "chart", "Terawatt hours in June", "Forty-five against twenty.",
                   content={"chart": "bars", "unit": "TWh", "note": "An example for this showcase, not a statistic",
                            "data": [{"label": "Solar", "value": 45}, {"label": "Wind", "value": 31},
                                     {"label": "Coal", "value": 20}]}),
        ],
    }),
    Piece("harbour", "Harbour", "light, deep green", "#0f4d3a", {
        "look": {"primary": "#14694f", "direction": "clean"}, "music": "inspiring", "avatar": "daniel",
        "voice": "english-male-3",
        "scenes": [
            _scene("screen", "screen", "Every delivery on one page", "Every delivery, on one quiet page.",
                   content={"device": "browser", "address": "harbour.example", "picture": "app"}),
            _scene("sides", "comparison", "Your Monday", "No calls, no lists, no surprises.",
                   transition="push", content={"sides": [
                       {"title": "Before", "entries": _entries("Forty calls", "Three lists")},
                       {"title": "With Harbour", "entries": _entries("One page", "Coffee")}]}),
        ],
    }),
    Piece("atlas", "Atlas", "pictures, dusk blue", "#1d4a63", {
        "aspect": "4:5", "look": {"primary": "#2f6f8f", "direction": "editorial"}, "music": "ambient",
        "avatar": "amara", "voice": "english-female-1",
        "scenes": [
            _scene("bay", "full_bleed", "Go where the road ends", "There is a bay that no map mentions twice.",
                   content={"picture": "coast", "picture_text": "A bay at dusk"}),
            _scene("guide", "picture_in_picture", "Nine days, six people", "Come with us in May.",
                   transition="match_scale", content={"picture": "coast", "picture_text": "A bay at dusk"}),
            _scene("end", "end_card"),
        ],
        "end_card": {"call_to_action": "See the route", "address": "atlas.example", "qr": True},
    }),
)  # fmt: skip
"""In the order of the page."""

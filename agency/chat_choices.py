"""What was chosen in the chat's settings, as the conversation keeps it, and as changes of a video that is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from renderers.looks import DEFAULT_LOOK, LOOKS
from tools.looks import captions_style_of
from tools.storyboard import Storyboard

LEFT = "auto"
"""What a choice says that is left to us. The page can not hold an empty one."""

GALLERIES = ("avatar", "voice", "music", "background", "look")
"""Settings that are chosen from pictures or sounds."""

LONGEST = 180
"""Seconds at the end of the slider."""


@dataclass(frozen=True)
class Choice:
    """Something that is chosen from a few: its label, and words for the values that it can have.

    `name` is the field of a storyboard, or a wish that `now` reads from one; `op` and `field` are the patch that sets
    it. `may_be_left` tells whether a programme can be told to leave it to us again.
    """

    name: str
    label: str
    op: str
    field: str
    values: Mapping[str, str]
    may_be_left: bool = False
    now: Callable[[Storyboard], str] | None = None

    def of(self, board: Storyboard) -> str:
        """The value in `board`: that of the field, or what `now` finds; empty where it is left to us."""
        return self.now(board) if self.now else str(getattr(board, self.name))

    def patch(self, value: str) -> dict[str, Any]:
        """The document of the patch that sets it for the whole programme."""
        return {"op": self.op, self.field: value}


CHOICES = (
    Choice(
        "framing",
        "How much of the presenter is seen",
        "set_framing",
        "framing",
        {
            "close_up": "Close-up",
            "head_shoulders": "Head and shoulders",
            "half_body": "Half body",
            "full_body": "Full body",
        },
        may_be_left=True,
    ),
    Choice(
        "performance",
        "Style of the presenter",
        "set_performance_style",
        "style",
        {
            "calm": "Calm: few gestures, close to the body",
            "presenter": "Presenter: looks at you and gestures",
            "energetic": "Energetic: large and frequent gestures",
            "interview": "Interview: talks to somebody beside the camera",
        },
        may_be_left=True,
    ),
    Choice(
        "emotion",
        "Emotion of the voice",
        "set_delivery",
        "emotion",
        {
            name: name.capitalize()
            for name in (
                "neutral",
                "warm",
                "cheerful",
                "excited",
                "confident",
                "serious",
                "empathetic",
                "calm",
                "urgent",
            )
        },
        may_be_left=True,
    ),
    Choice(
        "music_energy",
        "Drive of the music",
        "set_music",
        "energy",
        {"low": "Gentle", "medium": "Steady", "high": "Driving"},
    ),
    Choice(
        "disclosure",
        "Shows that it is AI-generated",
        "set_disclosure",
        "disclosure",
        {"on": "Yes", "off": "No"},
        may_be_left=True,
    ),
    Choice(
        "loudness",
        "Loudness for",
        "set_loudness",
        "preset",
        {
            "web": "Web and social (−14 LUFS)",
            "podcast": "Podcasts (−16 LUFS)",
            "ebu": "Broadcast, EBU R 128 (−23 LUFS)",
            "atsc": "Broadcast, ATSC A/85 (−24 LUFS)",
        },
    ),
    Choice(
        "look",
        "Look",
        "set_look",
        "look",
        {name: f"{name.capitalize()}: {one.about}" for name, one in LOOKS.items()},
        may_be_left=True,
        now=lambda board: board.look.direction,
    ),
    Choice(
        "captions_style",
        "Style of the captions",
        "set_captions",
        "style",
        {
            "highlight": "The word that is said is lit",
            "box": "On a plain box",
            "brand": "On a plate in the brand's colour",
            "karaoke": "Filled as they are said",
            "word": "A few large words at a time",
        },
        now=captions_style_of,
    ),
)
"""What lists on the page choose, in the settings and below a draft."""


def draft_choices(board: Storyboard) -> list[dict[str, Any]]:
    """The lists below a draft: name, label, the patch that a value completes, the value now, and all values."""
    shown = []
    for one in CHOICES:
        values = one.values
        now = one.of(board) or _UNSAID[one.name]
        if one.name == "captions_style":
            values = {"off": "No captions in the picture", **values}
            now = now if "burned" in board.captions else "off"
        patches = {value: one.patch(value) for value in one.values}
        if one.name == "captions_style":
            # A style that is chosen is to be seen.
            patches = {value: {**patch, "burned": True} for value, patch in patches.items()}
            patches["off"] = {"op": one.op, "burned": False}
        options = [{"value": value, "label": label, "patch": patches[value]} for value, label in values.items()]
        shown.append({"name": one.name, "label": one.label, "now": now, "options": options})
    return shown


_UNSAID = {
    "framing": "head_shoulders",
    "performance": "presenter",
    "emotion": "neutral",
    "look": DEFAULT_LOOK,
    "disclosure": "off",
}
"""What holds in a programme that does not say."""


def panel_settings(said: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """What the panel says, as the conversation keeps it; empty is left to us. What it can not show stays as `before`:
    a picture of the client's behind the scenes, and no less a length beyond the end of the slider.
    """
    kept: dict[str, Any] = {}
    for name in GALLERIES:
        id_ = str(said.get(name) or LEFT).rpartition("/")[2]
        kept[name] = "" if id_ == LEFT else id_
    for name in ("aspect", "brand", *(one.name for one in CHOICES if one.name not in GALLERIES)):
        value = str(said.get(name) or LEFT)
        kept[name] = "" if value == LEFT else value
    if not kept["background"] and "/" in str(before.get("background") or ""):
        kept["background"] = before["background"]
    seconds = float(said.get("duration_seconds") or 0) or None
    longer = before.get("duration_seconds") or 0
    kept["duration_seconds"] = longer if seconds == LONGEST and longer > LONGEST else seconds
    kept["captions"] = ["burned", "sidecar"] if said.get("captions", True) else ["sidecar"]
    return kept


def settings_patches(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The changes that settings chosen anew make to a production that is there, as documents of patches.

    What is left to us again stays as it is in it, except for the presenter with its framing and style, the voice
    with its emotion, and the length.
    """
    patches: list[dict[str, Any]] = []
    changed = {name for name in after if (after[name] or "") != (before.get(name) or "")}
    for name in ("avatar", "voice"):
        if name in changed:
            patches.append({"op": f"set_{name}", name: after[name]})
    if "music" in changed and after["music"]:
        patches.append({"op": "set_music", "mood": after["music"]})
    if "background" in changed and after["background"]:
        patches.append({"op": "set_background", "background": {"family": after["background"]}})
    if "aspect" in changed and after["aspect"]:
        patches.append({"op": "set_format", "aspect": after["aspect"]})
    if "duration_seconds" in changed:
        patches.append({"op": "set_duration", "seconds": after["duration_seconds"]})
    for one in CHOICES:
        if one.name in changed and (after[one.name] or one.may_be_left):
            patches.append(one.patch(after[one.name]))
    if ("burned" in after["captions"]) != ("burned" in (before.get("captions") or ("burned",))):
        patches.append({"op": "set_captions", "burned": "burned" in after["captions"]})
    return patches

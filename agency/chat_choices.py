"""What was chosen in the chat's settings, as the conversation keeps it, and as changes of a video that is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LEFT = "auto"
"""What a choice says that is left to us. The page can not hold an empty one."""

GALLERIES = ("avatar", "voice", "music", "background")
"""Settings that are chosen from pictures or sounds."""

LONGEST = 180
"""Seconds at the end of the slider."""


def panel_settings(said: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """What the panel says, as the conversation keeps it; empty is left to us. What it can not show stays as `before`:
    a picture of the client's behind the scenes, and no less a length beyond the end of the slider.
    """
    kept: dict[str, Any] = {}
    for name in GALLERIES:
        id_ = str(said.get(name) or LEFT).rpartition("/")[2]
        kept[name] = "" if id_ == LEFT else id_
    for name in ("aspect", "brand"):
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

    What is left to us again stays as it is in it, except for the presenter, the voice and the length.
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
    if ("burned" in after["captions"]) != ("burned" in (before.get("captions") or ("burned",))):
        patches.append({"op": "set_captions", "burned": "burned" in after["captions"]})
    return patches

"""The settings panel of the chat: galleries of presenters, voices, music and backgrounds; brand, shape and length.

The page puts a picture or a sample beside every choice of a gallery (`public/studio.js`); it tells the kind and the
entry from the choice's value, `kind/id`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import chainlit as cl
from chainlit.input_widget import RadioGroup, Select, Slider, Switch, Tab

LEFT = "auto"
"""What a choice says that is left to us. The page can not hold an empty one."""

GALLERIES = ("avatar", "voice", "music", "background")
"""Settings that are chosen from pictures or sounds."""

_SHAPES = {"Wide 16:9": "16:9", "Upright 9:16": "9:16", "Square 1:1": "1:1", "Tall 4:5": "4:5"}
_LONGEST = 180


def settings_panel(chosen: Mapping[str, Any]) -> cl.ChatSettings:
    """The panel, showing the settings that were chosen."""
    from agency.brand_desk import brand_records
    from renderers.avatar.catalogue import AVATARS
    from renderers.background.catalogue import FAMILIES
    from renderers.music.catalogue import MOODS
    from renderers.speech.catalogue import available, voices

    presenters = {f"{one.name} · {one.style}": one.id for one in AVATARS}
    speaking = {f"{one.name} · {one.gender}": one.id for one in voices("en") if available(one)}
    moods = {"No music": "none", **{f"{one.name} · {one.description}": one.id for one in MOODS}}
    grounds = {f"{id_.capitalize()} · {text}": id_ for id_, text in FAMILIES.items()}
    brands = {brand.name: brand.id for brand in brand_records().brands()}
    captions = chosen.get("captions")
    return cl.ChatSettings(
        [
            Tab("presenters", "Presenter", [_gallery("avatar", "Who presents", presenters, chosen)]),
            Tab("voices", "Voice", [_gallery("voice", "Who is heard", speaking, chosen)]),
            Tab("moods", "Music", [_gallery("music", "What plays underneath", moods, chosen)]),
            Tab("grounds", "Background", [_gallery("background", "What stands behind", grounds, chosen)]),
            Tab(
                "shape",
                "Shape and brand",
                [
                    _select("aspect", "Shape", _SHAPES, chosen),
                    _select("brand", "Brand", brands, chosen),
                    Slider(
                        id="duration_seconds",
                        label="Seconds (0: as long as the words need)",
                        initial=float(chosen.get("duration_seconds") or 0),
                        min=0,
                        max=_LONGEST,
                        step=5,
                    ),
                    Switch(
                        id="captions",
                        label="Captions in the picture",
                        initial=captions is None or "burned" in captions,
                    ),
                ],
            ),
        ]
    )


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
    kept["duration_seconds"] = longer if seconds == _LONGEST and longer > _LONGEST else seconds
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


def _gallery(kind: str, label: str, entries: dict[str, str], chosen: Mapping[str, Any]) -> RadioGroup:
    items = {"Chosen for me": f"{kind}/{LEFT}", **{name: f"{kind}/{id_}" for name, id_ in entries.items()}}
    value = f"{kind}/{chosen.get(kind) or LEFT}"
    return RadioGroup(
        id=kind, label=label, items=items, initial_value=value if value in items.values() else f"{kind}/{LEFT}"
    )


def _select(id_: str, label: str, entries: dict[str, str], chosen: Mapping[str, Any]) -> Select:
    items = {"Chosen for me": LEFT, **entries}
    value = chosen.get(id_) or LEFT
    return Select(id=id_, label=label, items=items, initial_value=value if value in items.values() else LEFT)

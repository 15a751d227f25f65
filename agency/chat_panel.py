"""The settings panel of the chat: galleries of presenters, voices, music, backgrounds and looks; brand, shape, style.

The page puts a picture or a sample beside every choice of a gallery (`public/studio.js`); it tells the kind and the
entry from the choice's value, `kind/id`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import chainlit as cl
from chainlit.input_widget import RadioGroup, Select, Slider, Switch, Tab

from agency.chat_choices import CHOICES, GALLERIES, LEFT, LONGEST, Choice

_SHAPES = {"Wide 16:9": "16:9", "Upright 9:16": "9:16", "Square 1:1": "1:1", "Tall 4:5": "4:5"}


def settings_panel(chosen: Mapping[str, Any]) -> cl.ChatSettings:
    """The panel, showing the settings that were chosen."""
    from agency.brand_desk import brand_records
    from agency.presenters import every_avatar
    from renderers.background.catalogue import FAMILIES
    from renderers.looks import LOOKS
    from renderers.music.catalogue import MOODS
    from renderers.speech.catalogue import available, voices

    presenters = {f"{one.name} · {one.style}": one.id for one in every_avatar()}
    speaking = {f"{one.name} · {one.gender}": one.id for one in voices("en") if available(one)}
    moods = {"No music": "none", **{f"{one.name} · {one.description}": one.id for one in MOODS}}
    grounds = {f"{id_.capitalize()} · {text}": id_ for id_, text in FAMILIES.items()}
    looks = {f"{id_.capitalize()} · {one.about}": id_ for id_, one in LOOKS.items()}
    brands = {brand.name: brand.id for brand in brand_records().brands()}
    captions = chosen.get("captions")
    return cl.ChatSettings(
        [
            Tab("presenters", "Presenter", [_gallery("avatar", "Who presents", presenters, chosen)]),
            Tab("voices", "Voice", [_gallery("voice", "Who is heard", speaking, chosen)]),
            Tab("moods", "Music", [_gallery("music", "What plays underneath", moods, chosen)]),
            Tab("grounds", "Background", [_gallery("background", "What stands behind", grounds, chosen)]),
            Tab("looks", "Look", [_gallery("look", "How it is designed", looks, chosen)]),
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
                        max=LONGEST,
                        step=5,
                    ),
                ],
            ),
            Tab(
                "style",
                "Style and sound",
                [
                    *(_list(one, chosen) for one in CHOICES if one.name not in GALLERIES),
                    Switch(
                        id="captions",
                        label="Captions in the picture",
                        initial=captions is None or "burned" in captions,
                    ),
                ],
            ),
        ]
    )


def _gallery(kind: str, label: str, entries: dict[str, str], chosen: Mapping[str, Any]) -> RadioGroup:
    items = {"Chosen for me": f"{kind}/{LEFT}", **{name: f"{kind}/{id_}" for name, id_ in entries.items()}}
    value = f"{kind}/{chosen.get(kind) or LEFT}"
    return RadioGroup(
        id=kind, label=label, items=items, initial_value=value if value in items.values() else f"{kind}/{LEFT}"
    )


def _list(one: Choice, chosen: Mapping[str, Any]) -> Select:
    return _select(one.name, one.label, {label: value for value, label in one.values.items()}, chosen)


def _select(id_: str, label: str, entries: dict[str, str], chosen: Mapping[str, Any]) -> Select:
    items = {"Chosen for me": LEFT, **entries}
    value = chosen.get(id_) or LEFT
    return Select(id=id_, label=label, items=items, initial_value=value if value in items.values() else LEFT)

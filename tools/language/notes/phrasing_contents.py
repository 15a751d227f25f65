"""Phrasing of contents: what is changed of what a scene shows, in words that would be understood."""

from __future__ import annotations

from pathlib import PurePath

from tools.language.notes.context import Context
from tools.patches import Patch

_FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "set_statistic": (("value", "figure"), ("label", "label of the figure"), ("note", "source of the figure")),
    "set_quote": (("quote", "quote"), ("author", "author of the quote"), ("role", "role under the quote")),
    "set_product": (("price", "price"), ("badge", "badge"), ("name", "product name"), ("detail", "product details")),
    "set_screen": (("address", "address in the browser"), ("text", "text on the screen")),
}
_FORMS = {"bars": "bar chart", "line": "line chart", "donut": "donut chart"}


def phrased_content(c: Context, patch: Patch) -> str:
    """A change of what a scene shows, in words; empty for any other."""
    scene = getattr(patch, "scene", "")
    where = f" in scene {c.number(scene)}" if isinstance(scene, str) and scene else ""
    for field, name in _FIELDS.get(patch.op, ()):
        told = getattr(patch, field)
        if told is not None:
            return f'Change the {name}{where} to "{told}"' if told else f"Remove the {name}{where}"
    if patch.op == "set_screen":
        return f"Show it on a {patch.device or 'browser'}{where}"
    if patch.op == "set_entries":
        texts = ", ".join(entry.text for entry in patch.entries)
        return f"List{where}: {texts}" if texts else f"No list{where}"
    if patch.op == "set_sides":
        return f"Compare {' and '.join(side.title for side in patch.sides)}{where}"
    if patch.op == "set_chart":
        if patch.data is not None:
            return f"Chart{where}: {', '.join(f'{one.label} {one.value:g}' for one in patch.data)}"
        return f"Make it a {_FORMS[patch.chart]}{where}" if patch.chart else f"Change the chart{where}"
    if patch.op == "set_picture":
        if patch.picture:
            return f"Show {PurePath(patch.picture).name}{where}"
        return f'Write "{patch.text}" below the picture{where}' if patch.text else f"No words below the picture{where}"
    return f"Show {PurePath(patch.film.file).name}{where}" if patch.op == "set_film" else ""

"""What elements say of their looks in attributes, as pages did before style sheets: any rule is stronger."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_FONT_SIZES = ("10px", "13px", "16px", "18px", "24px", "32px", "48px")
_PAINTED = frozenset({"body", "table", "tr", "td", "th", "thead", "tbody"})
_BARE_HEX = re.compile(r"[0-9a-fA-F]{6}|[0-9a-fA-F]{3}")


def stated_looks(element: HtmlElement, link_colour: str = "") -> dict[str, str]:
    """Declarations that the attributes of `element` amount to; links take the `link` colour that the body states."""
    tag = str(element.tag).lower()
    found: dict[str, str] = {}
    if tag in _PAINTED:
        if said := element.get("bgcolor"):
            found["background-color"] = _colour(said)
        if said := element.get("background"):
            found["background-image"] = f'url("{said.strip()}")'
    if tag == "body" and (said := element.get("text")):
        found["color"] = _colour(said)
    if tag == "a" and link_colour and element.get("href") is not None:
        found["color"] = _colour(link_colour)
    if tag == "font":
        if said := element.get("color"):
            found["color"] = _colour(said)
        if said := element.get("face"):
            found["font-family"] = said
        if size := _font_size(element.get("size") or ""):
            found["font-size"] = size
    if tag in ("img", "svg", "table", "td", "th"):
        for side in ("width", "height"):
            if re.fullmatch(r"\d{1,4}", said := (element.get(side) or "").strip()):
                found[side] = f"{said}px"
    return found


def _colour(said: str) -> str:
    """A colour as style sheets write it; the sign may be left out in attributes."""
    text = said.strip()
    return f"#{text}" if _BARE_HEX.fullmatch(text) else text


def _font_size(said: str) -> str:
    """The size of `<font size>`: 1 to 7, or steps from 3."""
    match = re.fullmatch(r"\s*([+-]?)(\d)\s*", said)
    if match is None:
        return ""
    step = int(match[2])
    size = 3 + step if match[1] == "+" else 3 - step if match[1] == "-" else step
    return _FONT_SIZES[min(7, max(1, size)) - 1]

"""Computed styles without a browser: the cascade's outcome for one element, from its rules and its parent's styles."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\((?:[^()]|\([^()]*\))*\))*))?\)")
_NUMBER = re.compile(r"^(-?[\d.]+)(px|rem|em|%|pt|vw|vh|ch|)$")
_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\((?:[^()]|\([^()]*\))*\)|\b[a-z]{3,20}\b",
    re.IGNORECASE,
)
_NO_COLOURS = frozenset(
    "none solid dashed dotted double inset outset groove ridge thin medium thick inherit initial unset revert auto "
    "repeat center left right top bottom cover contain fixed scroll local var url hidden".split()
)
_HALF = r"((?:[^,()]|\((?:[^()]|\([^()]*\))*\))*)"
_EITHER = re.compile(rf"light-dark\({_HALF},{_HALF}\)", re.IGNORECASE)
_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0,
}  # fmt: skip
_TAG_SIZES = {"h1": 32.0, "h2": 24.0, "h3": 18.72, "h4": 16.0, "h5": 13.28, "h6": 10.72, "small": 13.33}
_BOLD = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "th"})
_INLINE = frozenset("a span b i em strong small u s sub sup label abbr cite code time mark img svg br q".split())
_NOTHING = ("0", "0px", "1px", "0%", "0em", "0rem")
_NO_SCALE = re.compile(r"scale(?:3d|x|y)?\(\s*0?\.?0*\s*[,)]", re.IGNORECASE)
_DEEPEST = 12
_LINK = "rgb(0, 0, 238)"


@dataclass(frozen=True)
class Style:
    """What one element looks like. What is inherited comes first; sizes in CSS pixels.

    `replaced` says that its own words are moved far away so that a picture may stand for them.
    """

    colour: str = "rgb(0, 0, 0)"
    families: str = "serif"
    size: float = 16.0
    weight: int = 400
    visible: bool = True
    fill: str = ""
    stroke: str = ""
    scheme: str = "light"
    variables: dict[str, str] = field(default_factory=dict)
    shown: bool = True
    away: bool = False
    inline: bool = False
    opacity: float = 1.0
    background: str = "rgba(0, 0, 0, 0)"
    image: str = ""
    border_colour: str = ""
    border_width: float = 0.0
    radius: float = 0.0
    shadow: str = ""
    padding: float = 0.0
    position: str = "static"
    covers: bool = False
    mask: str = ""
    width: float = 0.0
    height: float = 0.0
    replaced: bool = False


def compute(declared: dict[str, str], tag: str, above: Style) -> Style:
    """The style of an element of type `tag` from what is declared for it and the style of its parent."""
    variables, scheme = above.variables, above.scheme
    if own := {name: value for name, value in declared.items() if name.startswith("--")}:
        variables = {**variables, **own}

    def said(name: str) -> str:
        value = _for_scheme(resolve(declared.get(name, ""), variables), scheme)
        return "" if value in ("inherit", "unset", "revert", "revert-layer") else value

    size = length(said("font-size"), above.size, above.size, _TAG_SIZES.get(tag, above.size))
    plain_link = tag == "a" and declared.get("color", "").strip() != "inherit"
    colour = colour_in(said("color")) or (_LINK if plain_link else above.colour)
    own_colour = above.colour if colour == "currentcolor" else colour
    family = said("font-family") or ("sans-serif" if tag in ("button", "input") else above.families)
    border = said("border") or said("border-width")
    width = length((border.split() or [""])[0], size, size, 0.0) if "none" not in border else 0.0
    position, display = said("position"), said("display")
    offsets = [length(said(side), size, size, 0.0) for side in ("left", "top", "text-indent", "right")]
    away = min(offsets) < -900 or _cut(said)
    return replace(
        above,
        colour=own_colour,
        families=family,
        size=size,
        weight=_weight(said("font-weight"), 700 if tag in _BOLD else above.weight),
        visible=said("visibility") != "hidden" if said("visibility") else above.visible,
        fill=colour_in(said("fill")).replace("currentcolor", own_colour) or above.fill,
        stroke=colour_in(said("stroke")).replace("currentcolor", own_colour) or above.stroke,
        variables=variables,
        shown=above.shown and display != "none",
        away=above.away or away,
        inline=display.startswith("inline") if display else tag in _INLINE,
        opacity=above.opacity * _part(said("opacity")),
        background=colour_in(said("background-color")).replace("currentcolor", own_colour) or "rgba(0, 0, 0, 0)",
        image="" if said("background-image") == "none" else said("background-image"),
        border_colour=(colour_in(said("border-color")) or colour_in(border) or own_colour) if width else "",
        border_width=width,
        radius=min(length((said("border-radius").split() or [""])[0], size, size, 0.0), 9999.0),
        shadow="" if said("box-shadow") == "none" else said("box-shadow"),
        padding=length(said("padding-left"), size, size, 0.0),
        position=position or "static",
        mask=said("mask-image"),
        width=length(said("width"), size, 0.0, 0.0),
        height=length(said("height"), size, 0.0, 0.0),
        replaced=not above.away and abs(length(said("text-indent"), size, size, 0.0)) > 900,
        covers=position in ("absolute", "fixed") and _fills(said) and not said("z-index").startswith("-"),
    )


def _for_scheme(value: str, scheme: str) -> str:
    """`value` with each `light-dark(…)` taken as its half for `scheme`."""
    while (match := _EITHER.search(value)) is not None:
        value = value[: match.start()] + match[1 if scheme == "light" else 2].strip() + value[match.end() :]
    return value


def resolve(value: str, variables: dict[str, str], depth: int = 0) -> str:
    """`value` with its variables put in; empty where one of them is not known and has no substitute."""
    if "var(" not in value:
        return value.strip()
    if depth > _DEEPEST or len(value) > 4000:
        return ""
    missing = False

    def put(match: re.Match[str]) -> str:
        nonlocal missing
        found = variables.get(match[1])
        if found is None and match[2] is None:
            missing = True
            return ""
        return found if found is not None else (match[2] or "")

    filled = _VARIABLE.sub(put, value)
    return "" if missing or filled == value else resolve(filled, variables, depth + 1)


def length(text: str, size: float, whole: float, otherwise: float) -> float:
    """A CSS length in pixels: `em` and `%` of what is given; sums and functions give their first length."""
    said = text.strip().lower()
    if said in _SIZES:
        return _SIZES[said]
    if said.startswith(("clamp(", "min(", "max(", "calc(")):
        inner = re.findall(r"(-?[\d.]+)(px|rem|em|%)", said)
        found = [length(number + unit, size, whole, 0.0) for number, unit in inner]
        return (max(found) if said.startswith(("clamp", "max")) else found[0]) if found else otherwise
    match = _NUMBER.match(said)
    if match is None or not match[1].strip("-.") or match[1].count(".") > 1:
        return otherwise
    number, unit = float(match[1]), match[2]
    scale = {"rem": 16.0, "em": size, "%": whole / 100, "pt": 4 / 3, "vw": 14.4, "vh": 9.0, "ch": size / 2}
    return number * scale.get(unit, 1.0)


@functools.lru_cache(maxsize=4000)
def colour_in(value: str) -> str:
    """The first colour that `value` names, as a browser writes it where it is plain sRGB; empty where there is none."""
    for match in _COLOUR.finditer(value):
        word = match[0].lower()
        if word in _NO_COLOURS:
            continue
        if word == "currentcolor":
            return word
        if plain := _as_rgb(word):
            return plain
        if "(" in word:
            return match[0]
    return ""


def _as_rgb(text: str) -> str:
    from tinycss2.color3 import parse_color

    found = parse_color(text)
    if found is None or isinstance(found, str):
        return ""
    red, green, blue = (round(part * 255) for part in found[:3])
    alpha = round(float(found[3]), 3)
    return f"rgb({red}, {green}, {blue})" if alpha >= 1 else f"rgba({red}, {green}, {blue}, {alpha:g})"


def channels(colour: str) -> tuple[float, float, float, float] | None:
    """Red, green, blue from 0 to 255 and alpha of a colour, whatever space it is written in; None where it is none."""
    from coloraide import Color

    try:
        found = Color(colour).convert("srgb").clip()
    except (ValueError, TypeError):
        return None
    red, green, blue = (0.0 if part != part else part * 255 for part in found.coords())
    return red, green, blue, float(found.alpha(nans=False))


def _fills(said: Callable[[str], str]) -> bool:
    """Whether a box that is placed freely is as large as what it is placed in."""
    if said("inset") in ("0", "0px"):
        return True
    zero = {side for side in ("top", "left", "right", "bottom") if said(side) in ("0", "0px")}
    whole = {side for side in ("width", "height") if said(side) in ("100%", "100vw", "100vh")}
    return zero >= {"top", "left"} and ("right" in zero or "width" in whole) and ("bottom" in zero or "height" in whole)


def _weight(said: str, otherwise: int) -> int:
    named = {"bold": 700, "normal": 400, "bolder": 700, "lighter": 300}
    return named.get(said, int(float(said)) if re.fullmatch(r"\d{1,4}(\.\d+)?", said) else otherwise)


def _part(said: str) -> float:
    number = said.rstrip("%")
    if not re.fullmatch(r"\d*\.?\d+", number):
        return 1.0
    return min(1.0, float(number) / (100 if said.endswith("%") else 1))


def _cut(said: Callable[[str], str]) -> bool:
    """Whether an element is cut down to nothing, as texts for screen readers are."""
    if re.match(r"rect\(\s*(0|1px)[\s,]", said("clip")) or re.match(r"inset\(\s*(50|100)%", said("clip-path")):
        return True
    if _NO_SCALE.search(said("transform")) or said("content-visibility") == "hidden" or said("scale") in _NOTHING:
        return True
    wide, high = (said(side) in _NOTHING or said(f"max-{side}") in _NOTHING for side in ("width", "height"))
    hidden = any(said(name).startswith(("hidden", "clip")) for name in ("overflow", "overflow-x", "overflow-y"))
    return (wide and high) or (hidden and (wide or high))

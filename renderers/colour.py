"""Colours by how they look: OKLab and OKLCH, contrast, mixing, and readable palettes from any brand colour.

OKLab: Björn Ottosson, "A perceptual color space for image processing" (2020), matrices as published there. Contrast:
WCAG 2.2, "relative luminance" and "contrast ratio". Lightness is 0..1, hue in degrees. Importing this loads no numpy.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from renderers.errors import RenderError
from renderers.look import Look, Palette

Lab = tuple[float, float, float]
"""Lightness, green to red, blue to yellow."""

DEFAULT_COLOURS = ("#0c5f68", "#2e9488", "#f0945c")
"""Petrol, sea green and apricot: primary, secondary and accent where the client names none."""
TEXT_CONTRAST = 7.0
"""What `text` reaches on background and surface (WCAG AAA)."""
MUTED_CONTRAST = 6.5
"""What `muted` reaches on both: enough that 4.5:1 is left where a backdrop is a little stronger than its ground."""
PLATE_CONTRAST = 4.5
"""What `on_primary` reaches on `primary` (WCAG AA). Black or white reaches 4.58:1 on every colour."""
NEUTRAL_CHROMA = 0.03
"""Below this a colour is a grey to the eye, and its hue says nothing."""

_WARM = 75.0
_ACCENTS = (
    (25, 75),
    (55, 232),
    (85, 262),
    (105, 280),
    (145, 68),
    (190, 55),
    (230, 60),
    (262, 65),
    (297, 52),
    (340, 62),
)
"""Hues of a primary and of an accent that suits it: warm for cool brands, cool for orange and yellow, gold for red."""
_GROUND_GAP = 0.06
"""The least difference in lightness between primary and background, so that a plate is seen."""
_TINTED = 0.93
"""Lightness of a ground that is tinted more than by a breath."""
_DARKEST = 0.35
"""A brand's main colour that is darker than this is lost on a dark ground, whatever the direction would like."""
_GROUND_CHROMA, _GROUND_CONTRAST = 0.06, 12.0
"""A ground of a brand's own may be this strong at most, and reaches this contrast with white or black at the least."""


class ColourUnknown(RenderError, ValueError):
    """What was given is not a colour we can read."""


def parse(colour: str) -> tuple[float, float, float]:
    """Red, green and blue in 0..1 of `#rrggbb` or `#rgb`. Raises `ColourUnknown` for anything else."""
    digits = colour.strip().removeprefix("#") if isinstance(colour, str) else ""
    if not re.fullmatch(r"[0-9a-fA-F]{3}|[0-9a-fA-F]{6}", digits):
        raise ColourUnknown(f"The colour {colour!r} can not be read. Write it as #rrggbb, for example #0c5f68.")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def to_hex(rgb: tuple[float, float, float]) -> str:
    """The `#rrggbb` nearest to red, green and blue in 0..1; what lies outside is clipped."""
    return "#" + "".join(f"{round(255 * min(max(channel, 0.0), 1.0)):02x}" for channel in rgb)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def to_oklab(colour: str) -> Lab:
    """The OKLab coordinates of a hex colour."""
    red, green, blue = map(_linear, parse(colour))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
            1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
            0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short)  # fmt: skip


def to_oklch(colour: str) -> tuple[float, float, float]:
    """Lightness (0..1), chroma (0..0.33) and hue (degrees, 0..360) of a hex colour."""
    lightness, a, b = to_oklab(colour)
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _linear_rgb(lab: Lab) -> tuple[float, float, float]:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short)  # fmt: skip


def from_oklab(lab: Lab) -> str:
    """The hex colour of OKLab coordinates; outside sRGB the chroma is reduced, lightness and hue stay."""
    lightness = min(max(lab[0], 0.0), 1.0)
    low, high = 0.0, 1.0
    share = 1.0
    while high - low > 1e-4:
        rgb = _linear_rgb((lightness, lab[1] * share, lab[2] * share))
        inside = all(-1e-4 <= channel <= 1.0001 for channel in rgb)
        low, high = (share, high) if inside else (low, share)
        if share == 1.0 and inside:
            break
        share = (low + high) / 2
    red, green, blue = (_encoded(max(channel, 0.0)) for channel in _linear_rgb((lightness, lab[1] * low, lab[2] * low)))
    return to_hex((red, green, blue))


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The hex colour of lightness, chroma and hue (degrees); outside sRGB the chroma is reduced."""
    angle = math.radians(hue)
    return from_oklab((lightness, chroma * math.cos(angle), chroma * math.sin(angle)))


def mix(first: str, second: str, share: float) -> str:
    """The colour `share` (0..1) of the way from `first` to `second`, straight through OKLab."""
    one, two = to_oklab(first), to_oklab(second)
    lightness, a, b = (x + (y - x) * share for x, y in zip(one, two, strict=True))
    return from_oklab((lightness, a, b))


def luminance(colour: str) -> float:
    """The WCAG relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = map(_linear, parse(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The WCAG contrast ratio of two colours, 1 to 21; the order does not matter."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _readable(
    grounds: tuple[str, ...], target: float, start: float, chroma: float, hue: float, *, lighter: bool
) -> str:
    """The colour nearest to lightness `start` that reaches `target` on all `grounds`, going lighter or darker only."""
    step = 0.005 if lighter else -0.005
    lightness = start
    while 0.0 <= lightness <= 1.0:
        found = from_oklch(lightness, chroma, hue)
        if all(contrast(found, ground) >= target for ground in grounds):
            return found
        lightness += step
    return "#ffffff" if lighter else "#000000"


def _on_plate(plate: str, hue: float) -> str:
    """Near-white where that is readable on `plate`, else near-black, tinted as far as readability allows."""
    for lighter, start in ((True, 0.985), (False, 0.22)):
        found = _readable((plate,), PLATE_CONTRAST, start, 0.02, hue, lighter=lighter)
        if contrast(found, plate) >= PLATE_CONTRAST:
            return found
    return "#000000"


def _turn(hue: float, other: float) -> float:
    """The signed angle from `hue` to `other`, -180..180."""
    return (other - hue + 180) % 360 - 180


def _secondary(primary: str) -> str:
    """A neighbour of `primary`, 28° round the circle and a step lighter or darker.

    Reds and oranges deepen towards wine, yellows turn to amber, and the rest go towards blue.
    """
    lightness, chroma, hue = to_oklch(primary)
    step = 0.14 if lightness < 0.55 else -0.14
    if chroma < NEUTRAL_CHROMA:
        return from_oklch(lightness + (0.3 if lightness < 0.5 else -0.3), 0.015, _WARM)
    pole = 0.0 if 20 <= hue < 75 else 240.0 if 110 <= hue < 330 else 45.0
    towards = _turn(hue, pole)
    turn = math.copysign(28.0, towards) if abs(towards) > 14 else math.copysign(24.0, -towards)
    return from_oklch(lightness + step, min(0.85 * chroma, 0.15), hue + turn)


def _accent(primary: str, *, dark: bool) -> str:
    """A colour for the tenth that should be noticed: warm against cool brands, brass against greys."""
    _, chroma, hue = to_oklch(primary)
    if chroma < NEUTRAL_CHROMA:
        return from_oklch(0.78 if dark else 0.68, 0.085, _WARM)
    accent = min(_ACCENTS, key=lambda pair: abs(_turn(hue, pair[0])))[1]
    warm = abs(_turn(accent, 65)) < 40
    lightness = 0.8 if dark else 0.75 if warm else 0.58
    return from_oklch(lightness, 0.135, accent)


def _grounds(primary: str, hue: float, *, tinted: bool, dark: bool) -> tuple[str, str]:
    """Background and surface: neutrals with a breath of the brand, apart from `primary` in lightness."""
    strength = 1.0 if tinted else 0.5
    own = to_oklch(primary)[0]
    if dark:
        base = 0.205 if abs(own - 0.205) >= _GROUND_GAP else 0.285
        return from_oklch(base, 0.03 * strength, hue), from_oklch(base + 0.07, 0.034 * strength, hue)
    base = 0.972 if abs(own - 0.972) >= _GROUND_GAP else 0.9
    return from_oklch(base, 0.009 * strength, hue), from_oklch(base + 0.022, 0.004 * strength, hue)


def _own_grounds(background: str, primary: str, *, dark: bool) -> tuple[str, str] | None:
    """A brand's own background and a surface beside it; None where text or plates could not stand out on them."""
    lightness, chroma, hue = to_oklch(background)
    plate = to_oklab(primary)
    near = math.dist(plate, to_oklab(background)) < _GROUND_GAP
    if near or chroma > _GROUND_CHROMA or contrast(background, "#ffffff" if dark else "#000000") < _GROUND_CONTRAST:
        return None
    step = 0.07 if dark else 0.022 if lightness < 0.975 else -0.02
    return to_hex(parse(background)), from_oklch(lightness + step, chroma, hue)


def resolve_palette(
    primary: str | None = None,
    secondary: str | None = None,
    accent: str | None = None,
    dark: bool | None = None,
    background: str | None = None,
) -> Palette:
    """A palette whose text roles are readable, from whatever brand colours there are; given colours stay exact.

    `text` reaches 7:1 and `muted` 6.5:1 on background and surface, `on_primary` 4.5:1 on primary. Where `dark` is None,
    brands too light for a light ground get a dark one. A `background` is taken where it is quiet enough to be read on
    and as light or dark as `dark` says. Raises `ColourUnknown` for what is not a hex colour.
    """
    if primary is None and secondary is None and accent is None:
        primary, secondary, accent = DEFAULT_COLOURS
    primary = to_hex(parse(primary or secondary or accent or DEFAULT_COLOURS[0]))
    lightness, chroma, hue = to_oklch(primary)
    if dark is None:
        dark = to_oklch(background)[0] < 0.5 if background else lightness > 0.8
    tinted = chroma >= NEUTRAL_CHROMA
    ground_hue = hue if tinted else _WARM
    own = _own_grounds(background, primary, dark=dark) if background else None
    background, surface = own or _grounds(primary, ground_hue, tinted=tinted, dark=dark)
    grounds = (background, surface)
    strength = 1.0 if tinted else 0.4
    text = _readable(
        grounds, TEXT_CONTRAST, 0.965 if dark else 0.24, (0.012 if dark else 0.035) * strength, ground_hue, lighter=dark
    )
    muted = _readable(grounds, MUTED_CONTRAST, 0.7 if dark else 0.5, 0.028 * strength, ground_hue, lighter=dark)
    return Palette(background=background, surface=surface, primary=primary,
                   secondary=to_hex(parse(secondary)) if secondary else _secondary(primary),
                   accent=to_hex(parse(accent)) if accent else _accent(primary, dark=dark),
                   text=text, muted=muted, on_primary=_on_plate(primary, ground_hue), dark=dark)  # fmt: skip


def resolve_look(
    primary: str | None = None,
    secondary: str | None = None,
    accent: str | None = None,
    *,
    dark: bool | None = None,
    background: str | None = None,
    heading: str = "",
    body: str = "",
    name: str = "",
    radius: float | None = None,
    direction: str = "",
) -> Look:
    """A whole look: the palette of `resolve_palette`, and the families asked for or those of the `direction`.

    A family we do not have is replaced by the nearest we have: a serif by our serif, anything else by the default.
    What is asked for comes before what the direction would choose; so does a `background`, which is dark or light.
    Raises `renderers.looks.LookUnknown` for a direction that there is not.
    """
    from renderers.looks import direction as named
    from renderers.typography import FAMILIES, STAND_INS, present

    chosen = named(direction)

    def family(asked: str, default: str) -> str:
        wanted = " ".join(asked.lower().split())
        exact = next((known for known in FAMILIES if known.lower() == wanted), "")
        serif = "serif" in wanted and "sans" not in wanted and "Source Serif Pro" in FAMILIES
        found = exact or ("Source Serif Pro" if serif else default)
        return found if present(found) else STAND_INS.get(found, default)

    if dark is None and background is None and to_oklch(primary or DEFAULT_COLOURS[0])[0] > _DARKEST:
        dark = chosen.dark
    palette = resolve_palette(primary, secondary, accent, dark, background)
    _, chroma, hue = to_oklch(palette.primary)
    if chosen.tint and background is None and not palette.dark and chroma >= NEUTRAL_CHROMA:
        palette = resolve_palette(primary, secondary, accent, False, from_oklch(_TINTED, chosen.tint, hue))
    # Small lines in a family of their own would stand beside a client's typeface as a third.
    style = replace(chosen.style, label="" if body else family(chosen.style.label, "") if chosen.style.label else "")
    families = family(heading, chosen.heading), family(body, chosen.body)
    return Look(name or "house", palette, *families, chosen.radius if radius is None else radius, style=style)

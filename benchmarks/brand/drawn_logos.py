"""Logos of made-up brands as SVG and PNG, and walls of other companies' logos."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

from benchmarks.brand.made_fonts import outline
from brand_memory.colour_values import parse


@dataclass(frozen=True)
class DrawnLogo:
    """An SVG without its root element, and its size in units."""

    inside: str
    width: float
    height: float

    def svg(self, attributes: str = "") -> str:
        """The drawing as a document or as part of a page."""
        box = f'viewBox="0 0 {self.width:g} {self.height:g}"'
        size = f'width="{self.width:g}" height="{self.height:g}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {box} {size} {attributes}>{self.inside}</svg>'


def hex_of(colour: str) -> str:
    """`colour` as `#rrggbb`, as drawings that are no style sheets write it."""
    tint = parse(colour)
    assert tint is not None, colour
    return tint.hex


def draw_logo(name: str, kind: str, mark: str, letters: str, second: str, seed: int) -> DrawnLogo:
    """The logo of `name`: a mark in the colours `mark` and `second`, a wordmark in `letters`, or both."""
    dice = random.Random(f"logo {name} {seed}")
    shapes = _mark(dice, hex_of(mark), hex_of(second))
    base = dice.choice(("Hanken", "Manrope", "SourceSerif"))
    path, length = outline(name, base, 30)
    if kind == "mark":
        return DrawnLogo(shapes, 40, 40)
    if kind == "wordmark":
        ink = hex_of(mark)
        return DrawnLogo(f'<path transform="translate(2 31)" fill="{ink}" d="{path}"/>', round(length + 4, 1), 40)
    lettering = f'<path transform="translate(50 30)" fill="{hex_of(letters)}" d="{path}"/>'
    return DrawnLogo(shapes + lettering, round(length + 52, 1), 40)


def _mark(dice: random.Random, ink: str, second: str) -> str:
    two = second if dice.random() < 0.4 else ink
    shape = dice.randrange(6)
    if shape == 0:
        return f'<circle cx="20" cy="20" r="18" fill="{ink}"/><path d="M12 26L20 10L28 26Z" fill="#ffffff"/>'
    if shape == 1:
        plate = f'<rect x="2" y="2" width="36" height="36" rx="9" fill="{ink}"/>'
        return f'{plate}<circle cx="20" cy="20" r="8" fill="#ffffff"/>'
    if shape == 2:
        outer = f'<path d="M20 2L37 12V28L20 38L3 28V12Z" fill="{ink}"/>'
        return f'{outer}<path d="M20 12L28 17V25L20 30L12 25V17Z" fill="{two}"/>'
    if shape == 3:
        return f'<path d="M4 36V4H18A16 16 0 0 1 18 36Z" fill="{ink}"/><circle cx="33" cy="9" r="5" fill="{two}"/>'
    if shape == 4:
        return (
            f'<path d="M3 20C3 10 10 3 20 3V20Z" fill="{ink}"/><path d="M37 20C37 30 30 37 20 37V20Z" fill="{ink}"/>'
            f'<path d="M20 3C30 3 37 10 37 20H20Z" fill="{two}"/>'
        )
    return f'<path d="M6 34L16 6H24L34 34H26L20 16L14 34Z" fill="{ink}"/>'


@cache
def rendered(svg: str, width: int, ground: str = "") -> bytes:
    """The PNG of a drawing `width` pixels wide, on nothing or on `ground`."""
    import skia

    tree = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg.encode(), True))
    size = tree.containerSize()
    height = max(1, round(width * size.height() / size.width()))
    surface = skia.Surface(width, height)
    with surface as canvas:
        canvas.clear(_argb(ground) if ground else 0)
        canvas.scale(width / size.width(), height / size.height())
        tree.render(canvas)
    return bytes(surface.makeImageSnapshot().encodeToData())


def _argb(colour: str) -> int:
    return 0xFF000000 | int(hex_of(colour)[1:], 16)


def partners(seed: int, count: int = 7) -> list[tuple[str, DrawnLogo]]:
    """Logos of other companies in loud colours."""
    dice = random.Random(f"partners {seed}")
    names = ["Acme", "Globex", "Initech", "Umbra", "Hooli", "Stark", "Wayne", "Vandelay", "Soylent", "Cyberdyne"]
    colours = ["#e60023", "#1db954", "#ff9900", "#0077b5", "#ea4c89", "#5865f2", "#00b0ff", "#fc6d26"]
    dice.shuffle(names)
    dice.shuffle(colours)
    chosen = zip(names[:count], (colours * 2)[:count], strict=False)
    return [(name, draw_logo(name, "combined", colour, colour, colour, seed)) for name, colour in chosen]

"""A figure that counts: every digit in a place of its own, all equally wide, so that nothing moves but the digits."""

from __future__ import annotations

from dataclasses import dataclass, replace

from renderers.fonts import metrics, stack
from renderers.graphics.figures import Figure, figure
from renderers.graphics.setting import Setting
from renderers.picture_format import Rect
from renderers.raster import colour, skia
from renderers.titles.sprite import Sprite, bake
from renderers.typesetting import Type, paragraph, width_of
from renderers.written import tell

_LEAD, _NUMBER = 0, 2
"""Of the pieces of a figure: what stands before an arrow, and the number."""
_TIGHT = 0.03
"""By so much closer than their widths digits stand, in parts of the size: places as wide as the widest look loose."""
_BEARING = 0.1
"""Space beside a figure in the room that all figures have, in sizes."""
_SIDE = 0.12
"""Room beside a character for what hangs over its place, in parts of the size."""


@dataclass(frozen=True)
class _Cell:
    """A place of the final figure: which of the four pieces it belongs to, what stands there, from where on."""

    piece: int
    text: str
    x: float
    width: float
    counts: bool


class Counter:
    """`value` at the largest of `sizes` at which it is no wider than `width` (else smaller), and how it counts.

    Where it can not count, `figure` is None and `paint` shows it whole. `ink` is that of the figure, `quiet` that of
    what stands before an arrow.
    """

    def __init__(
        self, value: str, width: float, sizes: tuple[int, ...], type_: Type, set_: Setting, quiet: str
    ) -> None:
        self.figure: Figure | None = figure(value)
        self._set, self._quiet = set_, quiet
        text = " ".join(value.split())
        made = self.figure
        self._pieces = (
            (made.lead, made.before, made.written(1.0), made.after) if made is not None else ("", text, "", "")
        )
        self._families = stack(text + "0123456789", type_.family)
        self._type = replace(type_, size=float(sizes[-1]))
        for size in (*sizes, sizes[-1] * 0.8, sizes[-1] * 0.6):
            self._type = replace(type_, size=float(size), tracking=type_.tracking * 0.5)
            self._cells = self._lay()
            if self.width <= width:
                break
        else:
            self._type = replace(self._type, size=self._type.size * width / max(self.width, 1.0))
            self._cells = self._lay()
        self._made: dict[tuple[str, str], Sprite] = {}

    @property
    def size(self) -> float:
        """The size of the type."""
        return self._type.size

    @property
    def width(self) -> float:
        """From the first place to the last."""
        return self._cells[-1].x + self._cells[-1].width if self._cells else 0.0

    @property
    def height(self) -> float:
        """Of the figures alone: from the baseline to the top of capitals."""
        return metrics(self._type.family, self._type.weight)[2] * self.size

    @property
    def bearing(self) -> float:
        """How far a narrow digit at the left end stands inside its place."""
        first = self._cells[0] if self._cells else None
        if first is None or not first.counts:
            return 0.0
        return (first.width - width_of(first.text, self._type, self._families)) / 2

    def light(self, x: float, baseline: float) -> Sprite:
        """The soft light behind the whole figure, in the colour of the backdrop."""
        size = self.size
        spread = 0.14 * size
        blur = skia.ImageFilters.DropShadowOnly(0, 0, spread, spread, colour(self._set.look.palette.background, 0.8))

        def paint(canvas: skia.Canvas) -> None:
            canvas.saveLayer(None, skia.Paint(ImageFilter=blur))
            self.paint(canvas, x, baseline, 1.0)
            canvas.restore()

        box = Rect(x - 0.5 * size, baseline - 1.4 * size, self.width + size, 2.1 * size)
        return bake(box, self._set.format.scale / 4, paint)

    def _lay(self) -> list[_Cell]:
        type_, made = self._type, self.figure
        digit = 0.0
        if made is not None:
            digit = (
                max(width_of(chr(ord(made.zero) + i), type_, self._families) for i in range(10)) - _TIGHT * type_.size
            )
        cells, x = [], 0.0
        for piece, text in enumerate(self._pieces):
            for part in text if piece == _NUMBER else (text,) if text else ():
                counts = piece == _NUMBER and part.isdigit()
                wide = digit if counts else width_of(part, type_, self._families)
                cells.append(_Cell(piece, part, x, wide, counts))
                x += wide
        return cells

    def paint(self, canvas: skia.Canvas, x: float, baseline: float, t: float, alpha: float = 1.0) -> None:
        """Paint the figure `t` of its way, with its left end at `x`."""
        shown = self.figure.written(t) if self.figure is not None else ""
        if t >= 1.0 and self._cells:
            last = self._cells[-1]
            told = "".join(self._pieces)
            # Figures are as wide as the widest of them.
            side = _BEARING * self._type.size
            wide = last.x + last.width - 2 * side
            tell(told, (self._type.colour, self._quiet), self._type.size, x + side, baseline, wide)
        scale = self._set.format.scale
        # Places before the first digit stay empty until the figure has grown so long.
        place = len(shown) - len(self._pieces[_NUMBER])
        for cell in self._cells:
            text, ink = cell.text, self._quiet if cell.piece == _LEAD else self._type.colour
            if cell.piece == _NUMBER:
                text = shown[place] if place >= 0 else ""
                place += 1
            if text.strip():
                sprite = self._sprite(text, ink)
                shift = (cell.width - width_of(text, self._type, self._families)) / 2 if cell.counts else 0.0
                # Sprites are sharp on whole pixels only.
                left, line = (round(side * scale) / scale for side in (x + cell.x + shift, baseline))
                sprite.draw(canvas, x=left, y=line, alpha=alpha)

    def _sprite(self, text: str, ink: str) -> Sprite:
        """A text set once, standing at the origin."""
        key = (text, ink)
        if key not in self._made:
            type_ = replace(self._type, colour=ink)
            shaped = paragraph(((text, ink),), type_, self._families)
            wide, size = width_of(text, type_, self._families), type_.size
            box = Rect(-_SIDE * size, -1.25 * size, wide + 2 * _SIDE * size, 1.75 * size)

            def paint(canvas: skia.Canvas) -> None:
                shaped.paint(canvas, 0.0, -shaped.AlphabeticBaseline)

            self._made[key] = bake(box, self._set.format.scale, paint)
        return self._made[key]

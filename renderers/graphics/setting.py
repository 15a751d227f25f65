"""What every graphic is set with: the look's type, plates and inks, and lines of text that come in by its style."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from renderers.colour import mix
from renderers.graphics.clips import GraphicClip
from renderers.graphics.parts import Part, arriving
from renderers.graphics.timing import Tempo, tempo
from renderers.look import Look, Palette, Style
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.titles.ink import LARGE, first_readable, over, readable, reads_on_all
from renderers.titles.lettering import body_type, heading_type, plate, write
from renderers.titles.sprite import Sprite, bake
from renderers.titles.surfaces import surface_grounds, surface_plate
from renderers.typesetting import Align, Block, Type, fit
from renderers.typography import right_to_left

SMALL_PRINT = (36, 34, 32, 30, 28, 26, 24, 22)
"""Sizes of the least that is written."""

_TINT, _TOLD = 0.52, 1.5
"""How far a tint steps back towards its ground, and the least contrast by which it is told from that."""


@dataclass(frozen=True)
class Inks:
    """Colours that can be read on `ground`: text and what is quieter, the brand's colour as a large shape and as text.

    `line` is a rule that is seen and does not speak, `faint` a surface a step away from the ground.
    """

    ground: str
    text: str
    muted: str
    accent: str
    accent_text: str
    line: str
    faint: str


def inks(palette: Palette, ground: str) -> Inks:
    """The inks of `palette` on `ground`."""
    return Inks(
        ground,
        readable(palette.text, ground),
        first_readable((palette.muted, palette.text), ground),
        readable(palette.primary, ground, LARGE),
        readable(palette.primary, ground),
        over(ground, readable(palette.text, ground), 0.2),
        over(ground, palette.primary, 0.12),
    )


class Setting:
    """A clip in its look and format. Sizes are design units, `at` frames of the scene.

    All of a graphic runs from right to left where `said`, what is read first in it, does.
    """

    def __init__(self, clip: GraphicClip, look: Look, format: PictureFormat, said: str) -> None:
        self.rtl = right_to_left(said)
        self.look, self.format, self.area = look, format, clip.region
        self.time: Tempo = tempo(clip, float(format.rate), look.style.pace)

    @property
    def style(self) -> Style:
        """The style of the look."""
        return self.look.style

    @property
    def scaffold(self) -> float:
        """The frame from which what holds values comes in: rules and labels, before any value is named."""
        return self.time.start + 0.5 * self.time.enter

    @property
    def align(self) -> Align:
        """Where lines start."""
        return "right" if self.rtl else "start"

    @property
    def radius(self) -> float:
        """The radius of large corners; small ones take half."""
        return min(self.look.radius, 32.0)

    @cached_property
    def bare(self) -> Inks:
        """Inks on the backdrop itself."""
        return inks(self.look.palette, self.look.palette.background)

    @cached_property
    def plated(self) -> Inks:
        """Inks on a plate of the style, whatever shines through it."""
        grounds = surface_grounds(self.look)
        made = inks(self.look.palette, grounds[0])
        return replace(
            made,
            text=reads_on_all(made.text, grounds),
            muted=reads_on_all(made.muted, grounds),
            accent=reads_on_all(made.accent, grounds, LARGE),
            accent_text=reads_on_all(made.accent_text, grounds),
        )

    @cached_property
    def pressed(self) -> Inks:
        """Inks on a plate of the brand's own colour."""
        palette = self.look.palette
        ink = readable(palette.on_primary, palette.primary)
        return replace(inks(palette, palette.primary), text=ink, muted=ink, accent=ink, accent_text=ink)

    def on(self, ground: str) -> str:
        """The brand's colour as it can be read on `ground`."""
        return readable(self.look.palette.primary, ground)

    def quiet(self, ink: Inks) -> str:
        """The brand's colour stepped back towards the ground, and still a shape that is seen."""
        return readable(mix(ink.accent, ink.ground, 0.45), ink.ground, LARGE)

    def tint(self, ink: Inks) -> str:
        """The brand's colour as a surface that says nothing by itself: of its hue, and told from the ground."""
        return readable(mix(ink.accent, ink.ground, _TINT), ink.ground, _TOLD)

    def pen(self, ink: str, width: float) -> skia.Paint:
        """What lines of that width are drawn with, round at their ends."""
        return skia.Paint(
            Color=colour(ink),
            AntiAlias=True,
            Style=skia.Paint.kStroke_Style,
            StrokeWidth=width,
            StrokeCap=skia.Paint.kRound_Cap,
            StrokeJoin=skia.Paint.kRound_Join,
        )

    def heading(self, ink: str, leading: float = 1.15) -> Type:
        """The type of headings and figures."""
        made = heading_type(self.look, ink)
        return replace(made, line_height=leading, tracking=made.tracking + self.style.tracking)

    def body(self, ink: str, weight: int = 500, leading: float = 1.3) -> Type:
        """The type of running text."""
        return replace(body_type(self.look, ink, weight), line_height=leading)

    def titled(self, text: str) -> str:
        """`text` in capitals where the style sets headings so."""
        return text.upper() if self.style.capitals else text

    def lines(
        self, block: Block, x: float, y: float, at: float, *, glow: str = "", index: int = 0, of: int = 0
    ) -> list[Part]:
        """The lines of a block that stands at `x`, `y`, coming in from frame `at`, as parts `index` on of `of`."""
        written = write(block, x, y, self.format, glow)
        count = max(of, index + len(written))
        return [
            arriving(line.sprite, self.time, at + self.time.apart(index + i, count), self.style, edge=line.edge,
                     rtl=block.right_to_left)
            for i, line in enumerate(written)
        ]  # fmt: skip

    def text_sprite(self, block: Block, x: float, y: float, glow: str = "") -> Sprite:
        """All lines of a block as one sprite."""
        written = write(block, x, y, self.format, glow)
        if not written:
            return bake(Rect(x, y, 1, 1), self.format.scale, lambda canvas: None)
        left, top = min(w.sprite.rect.x for w in written), min(w.sprite.rect.y for w in written)
        right, bottom = max(w.sprite.rect.right for w in written), max(w.sprite.rect.bottom for w in written)

        def paint(canvas: skia.Canvas) -> None:
            for line in written:
                line.sprite.draw(canvas)

        return bake(Rect(left, top, right - left, bottom - top), self.format.scale, paint)

    def plate(self, rect: Rect, *, radius: float | None = None) -> Sprite:
        """A plate of the style at `rect`, with its shadow or edge."""
        palette = self.look.palette
        round_ = min(self.radius if radius is None else radius, rect.height / 2, rect.width / 2)
        base = surface_plate(rect, round_, self.look, self.format)
        if not palette.dark or self.style.plate in ("outline", "glass"):
            return base
        ink = over(self.plated.ground, palette.text, 0.12)

        def paint(canvas: skia.Canvas) -> None:
            # On a dark ground a plate is told from what is behind it by its edge, not by a shadow.
            base.draw(canvas)
            box = skia.Rect.MakeXYWH(rect.x, rect.y, rect.width, rect.height).makeInset(1, 1)
            canvas.drawRoundRect(box, max(round_ - 1, 0.0), max(round_ - 1, 0.0), self.pen(ink, 2.0))

        return bake(base.rect, self.format.scale, paint)

    def block(self, rect: Rect, fill: str, *, radius: float | None = None) -> Sprite:
        """A plain plate of colour `fill` at `rect`."""
        round_ = min(self.radius if radius is None else radius, rect.height / 2, rect.width / 2)
        return plate(rect, round_, self.format, fill)

    def fit(
        self, text: str, width: float, height: float, sizes: tuple[int, ...], type_: Type, *, most: int = 0,
        align: Align = "start", balance: bool = True,
    ) -> Block:  # fmt: skip
        """`text` set as large as fits; see `renderers.typesetting.fit`. It starts where the graphic does."""
        side = self.align if align == "start" else align
        return fit(text, width, height, sizes, type_, align=side, max_lines=most, balance=balance)

"""Setting type: text fitted into a box so that it never clips, overflows or leaves a word alone.

Lines are broken here, each is shaped as a whole by Skia (ligatures, joining, both directions of writing), and its
baseline is placed by the first family's measures, so that a fallback font never moves a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from renderers.fonts import collection, metrics, stack, unicode_rules
from renderers.line_breaking import Piece, best, chop, clusters, fewest, join, pieces
from renderers.raster import colour, skia
from renderers.typography import drawable, line_height, right_to_left
from renderers.written import tell

Align = Literal["start", "left", "centre", "right"]

_RTL_MARK, _POP = "\u2067", "\u2069"
_LONGEST = 1200
"""Characters of one paragraph that are looked at; far more than any frame holds."""
_REFERENCE = 100.0
"""Size in design units at which words are measured once; widths grow in proportion."""


@dataclass(frozen=True)
class Type:
    """How text is set: family, size in design units, weight 400..800, colour `#rrggbb`, letter spacing in parts of
    the size, and line height in sizes.
    """

    family: str
    size: float
    weight: int = 400
    colour: str = "#000000"
    tracking: float = 0.0
    line_height: float = 1.35


@dataclass(frozen=True)
class Line:
    """One shaped line: its text and width, where it begins in its block, its baseline from the block's top, and the
    colour and size that it is set in.
    """

    text: str
    width: float
    x: float
    baseline: float
    paragraph: skia.textlayout.Paragraph = field(repr=False, compare=False)
    ink: str = ""
    size: float = 0.0

    def paint(self, canvas: skia.Canvas, x: float, y: float) -> None:
        """Paint with the block's top left corner at `x`, `y`."""
        tell(self.text, (self.ink,), self.size, x + self.x, y + self.baseline, self.width)
        self.paragraph.paint(canvas, x + self.x, y + self.baseline - self.paragraph.AlphabeticBaseline)


@dataclass(frozen=True)
class Block:
    """Lines set in a box of width `box`. `width` is that of the widest line, `height` of all lines together.

    `left` is where the widest line begins in the box; `complete` is False when words had to be left out.
    """

    lines: tuple[Line, ...]
    type: Type
    box: float
    right_to_left: bool
    complete: bool = True

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """Lines times line height."""
        return len(self.lines) * self.type.size * self.type.line_height

    @property
    def left(self) -> float:
        """The smallest start of any line inside the box."""
        return min((line.x for line in self.lines), default=0.0)

    def paint(self, canvas: skia.Canvas, x: float, y: float) -> None:
        """Paint all lines with the box's top left corner at `x`, `y`."""
        for line in self.lines:
            line.paint(canvas, x, y)


def paragraph(
    runs: Sequence[tuple[str, str]], type_: Type, stack: Sequence[str], rtl: bool = False, outline: float = 0.0
) -> skia.textlayout.Paragraph:
    """One line shaped as a whole from `runs` of text and colour; colour never changes shaping or width.

    With `outline` only the letters' edges are painted, that wide in design units.
    """
    style = skia.textlayout.TextStyle()
    style.setFontFamilies(list(stack))
    style.setFontSize(type_.size)
    style.setFontStyle(skia.FontStyle(type_.weight, skia.FontStyle.kNormal_Width, skia.FontStyle.kUpright_Slant))
    if type_.tracking and len(stack) == 1:
        style.setLetterSpacing(type_.tracking * type_.size)
    whole = skia.textlayout.ParagraphStyle()
    whole.setTextStyle(style)
    builder = skia.textlayout.ParagraphBuilder.make(whole, collection(), unicode_rules())
    texts = list(runs)
    if rtl and texts:
        texts = [(_RTL_MARK, texts[0][1]), *texts, (_POP, texts[-1][1])]
    for text, ink in texts:
        style.setColor(colour(ink))
        if outline:
            style.setForegroundPaint(_pen(ink, outline))
        builder.pushStyle(style)
        builder.addText(text)
        builder.pop()
    built = builder.Build()
    built.layout(1e6)
    return built


def _pen(ink: str, width: float) -> skia.Paint:
    return skia.Paint(
        Color=colour(ink),
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeJoin=skia.Paint.kRound_Join,
        AntiAlias=True,
    )


def width_of(text: str, type_: Type, stack: Sequence[str]) -> float:
    """The advance width of `text` on one line, in design units."""
    return _reference_width(text, type_.family, type_.weight, type_.tracking, tuple(stack)) * type_.size / _REFERENCE


@lru_cache(maxsize=4096)
def _reference_width(text: str, family: str, weight: int, tracking: float, stack: tuple[str, ...]) -> float:
    if not text:
        return 0.0
    type_ = Type(family, _REFERENCE, weight, tracking=tracking)
    # A bar after the text keeps spaces at its ends from being dropped by the line breaker.
    ends = paragraph((("|" + text + "|", "#000000"),), type_, stack).MaxIntrinsicWidth
    return float(ends - paragraph((("||", "#000000"),), type_, stack).MaxIntrinsicWidth)


def fit(
    text: str,
    width: float,
    height: float,
    sizes: Sequence[float],
    type_: Type,
    *,
    align: Align = "start",
    max_lines: int = 0,
    balance: bool = True,
    hint: str = "",
) -> Block:
    """`text` in the first of `sizes` (largest first) at which it fits `width` × `height` in at most `max_lines`
    (0: as many as fit). If none does, the last size is broken inside words and, at the very end, cut with an ellipsis.

    `balance` makes lines of like length, for headings. Text that runs from right to left is set from the right.
    """
    width, height = max(width, 1.0), max(height, 1.0)
    text = drawable(text, type_.family)
    names = stack(text, type_.family, hint)
    rtl = right_to_left(text)
    leading = line_height(text, type_.line_height)
    # Letters that are drawn together stand as far out at the end of a line, where nothing follows them.
    out = min(type_.tracking, 0.0) if len(names) == 1 else 0.0
    paragraphs = [pieces("".join(clusters(part)[:_LONGEST])) for part in text.split("\n")]
    for size in sizes:
        tried = replace(type_, size=size, line_height=leading)
        room = int(height / (size * leading) + 1e-6)
        limit = min(room, max_lines) if max_lines else room
        widths = [[width_of(p.text, tried, names) for p in part] for part in paragraphs]
        within = width + out * size
        if any(w > within for part in widths for w in part):
            continue
        gap = width_of(" ", tried, names)
        if _count(paragraphs, widths, gap, within) <= limit:
            return _block(_break(paragraphs, tried, names, within, balance), tried, names, width, rtl, align)
    widest = max((_reference_width(c, type_.family, type_.weight, 0.0, names) for c in clusters(text)), default=0.0)
    reach = _REFERENCE * width / widest if widest else sizes[-1]
    smallest = replace(type_, size=max(min(*sizes, height / leading, reach), 1.0), line_height=leading)
    room = max(1, int(height / (smallest.size * leading) + 1e-6))
    chopped = [chop(part, width, lambda t: width_of(t, smallest, names)) for part in paragraphs]
    lines = _break(chopped, smallest, names, width, False)
    return _cut(lines, min(room, max_lines) if max_lines else room, smallest, names, width, rtl, align)


def _gaps(part: Sequence[Piece], gap: float) -> list[float]:
    return [gap if piece.spaced else 0.0 for piece in part]


def _count(paragraphs: Sequence[Sequence[Piece]], widths: Sequence[Sequence[float]], gap: float, width: float) -> int:
    return sum(max(1, fewest(w, _gaps(part, gap), width)) for part, w in zip(paragraphs, widths, strict=True))


def _break(
    paragraphs: Sequence[Sequence[Piece]], type_: Type, names: Sequence[str], width: float, balance: bool
) -> list[str]:
    """The texts of the lines."""
    gap = width_of(" ", type_, names)
    lines: list[str] = []
    for part in paragraphs:
        start = 0
        widths = [width_of(piece.text, type_, names) for piece in part]
        for end in best(part, widths, _gaps(part, gap), width, balance=balance) or [0]:
            lines.append(join(part[start:end]))
            start = end
    return lines if any(lines) else []


def _block(
    lines: Sequence[str], type_: Type, names: Sequence[str], width: float, rtl: bool, align: Align,
    complete: bool = True,
) -> Block:  # fmt: skip

    ascent, descent, _ = metrics(type_.family, type_.weight)
    step = type_.size * type_.line_height
    rise = (step - (ascent + descent) * type_.size) / 2 + ascent * type_.size
    share = {"centre": 0.5, "right": 1.0}.get(align, 1.0 if rtl else 0.0)
    shaped = []
    for i, text in enumerate(lines):
        built = paragraph(((text, type_.colour),), type_, names, rtl)
        across = max(0.0, built.MaxIntrinsicWidth - (type_.tracking * type_.size if len(names) == 1 else 0.0))
        left = (width - across) * share
        shaped.append(Line(text, across, left, rise + i * step, built, type_.colour, type_.size))
    return Block(tuple(shaped), type_, width, rtl, complete)


def _cut(
    lines: list[str], most: int, type_: Type, names: Sequence[str], width: float, rtl: bool, align: Align
) -> Block:
    """At most `most` of the lines; where some are left out, the last one ends in an ellipsis."""
    if len(lines) <= most:
        return _block(lines, type_, names, width, rtl, align)
    kept, last = lines[: most - 1], lines[most - 1]
    parts = clusters(last)
    while parts and width_of("".join(parts).rstrip(" ,;:.-–—") + "…", type_, names) > width:
        space = max((i for i, part in enumerate(parts) if part == " "), default=0)
        parts = parts[: space if space > len(parts) // 2 else len(parts) - 1]
    ending = "".join(parts).rstrip(" ,;:.-–—") + "…"
    if width_of(ending, type_, names) <= width:
        kept = [*kept, ending]
    return _block(kept, type_, names, width, rtl, align, complete=False)

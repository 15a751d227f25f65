"""Setting type: which families there are, and text fitted into a box so that it never clips, overflows or orphans.

Names, `clean` and `font_identity` load nothing heavy; Skia loads with the first text that is measured or set.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from renderers.errors import RenderError
from renderers.line_breaking import Piece, best, chop, clusters, fewest, join, pieces, unspaced

if TYPE_CHECKING:
    from renderers.raster import skia

Align = Literal["start", "left", "centre", "right"]

FAMILIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "Manrope": ("font_manrope", tuple(f"Manrope-{w}.ttf" for w in ("Regular", "Medium", "SemiBold", "Bold", "ExtraBold"))),
    "Hanken Grotesk": (
        "font_hanken_grotesk", tuple(f"HankenGrotesk-{w}.otf" for w in ("Regular", "Medium", "SemiBold", "Bold"))
    ),
    "Source Sans Pro": (
        "font_source_sans_pro", tuple(f"SourceSansPro-{w}.otf" for w in ("Regular", "Semibold", "Bold", "Black"))
    ),
    "Source Serif Pro": (
        "font_source_serif_pro", tuple(f"SourceSerifPro-{w}.otf" for w in ("Regular", "Semibold", "Bold", "Black"))
    ),
}  # fmt: skip
"""Family name to the package that brings it and the files of its upright weights."""

DEFAULT_FAMILY = "Manrope"
_SYSTEM_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_RTL_MARK, _POP = "\u2067", "\u2069"
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_DROPPED = frozenset("\u202d\u202e\ufeff\u00ad\ufffc")
_MOST_MARKS = 4
_LONGEST = 1200
_REFERENCE = 100.0
"""Size in design units at which words are measured once; widths grow in proportion."""


def families() -> tuple[str, ...]:
    """The names of the families that are always there."""
    return tuple(FAMILIES)


def family_files(family: str) -> tuple[Path, ...]:
    """The font files of a family, one a weight. Raises `RenderError` if its package is not installed."""
    package, names = FAMILIES[family]
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise RenderError(f"The typeface {family} was asked for but the package {package} is not installed; install it.")
    return tuple(Path(spec.submodule_search_locations[0], "files", name) for name in names)


@cache
def font_identity() -> str:
    """What else than the request decides how text is set: font files, the system's fonts, the shaping code."""
    from importlib.metadata import version

    skia_version = version("skia-python")
    found = hashlib.sha256(skia_version.encode())
    for family in FAMILIES:
        for path in family_files(family):
            found.update(path.read_bytes())
    for folder in _SYSTEM_FOLDERS:
        for path in sorted(Path(folder).expanduser().rglob("*.[ot]t[fc]")):
            found.update(f"{path.name}:{path.stat().st_size}".encode())
    for module in ("fonts.py", "line_breaking.py"):
        found.update(Path(__file__).with_name(module).read_bytes())
    return f"skia-{skia_version}/{found.hexdigest()[:16]}"


def clean(text: str) -> str:
    """`text` fit to be set: no control characters, lone surrogates, unpaired or overriding bidi marks, piled-up
    accents or doubled spaces. Line breaks stay."""
    kept: list[str] = []
    open_marks: list[tuple[str, int]] = []
    marks = 0
    joined = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
    for c in joined.replace("\u2029", "\n"):
        category = unicodedata.category(c)
        if c == "\n" or c.isspace() and c != "\xa0" and c != "\u202f":
            kept.append("\n" if c == "\n" else " ")
            continue
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if category in {"Cc", "Cs"} or c in _DROPPED or marks > _MOST_MARKS or ord(c) & 0xFFFE == 0xFFFE:
            continue
        if c in _OPENING:
            open_marks.append((_OPENING[c], len(kept)))
        elif c in {"\u202c", "\u2069"}:
            if not open_marks or open_marks[-1][0] != c:
                continue
            open_marks.pop()
        kept.append(c)
    for _, index in open_marks:
        kept[index] = ""
    lines = (" ".join(line.split(" ")).strip(" ") for line in "".join(kept).split("\n"))
    return "\n".join(" ".join(part for part in line.split(" ") if part) for line in lines).strip("\n")


def right_to_left(text: str) -> bool:
    """Whether the first strong character runs from right to left (rule P2 of Unicode's bidi algorithm)."""
    directions = (unicodedata.bidirectional(c) for c in text)
    return next((d != "L" for d in directions if d in {"L", "R", "AL"}), False)


def missing_glyphs(text: str, family: str = DEFAULT_FAMILY) -> tuple[str, ...]:
    """The characters of `text`, each once, that no installed font can draw. Controls and joiners do not count."""
    if text.isascii():
        return ()
    from renderers.fonts import undrawable

    return undrawable(clean(text), family)


def drawable(text: str, family: str) -> str:
    """`text` cleaned, without the symbols no installed font has; letters no font has stay, to be seen as missing."""
    text = clean(text)
    odd = {c for c in missing_glyphs(text, family) if unicodedata.category(c) in {"So", "Co", "Cn"}}
    return clean("".join(c for c in text if c not in odd)) if odd else text


def line_height(text: str, wanted: float) -> float:
    """`wanted`, or as much more as the scripts of `text` need for their marks not to touch."""
    if text.isascii():
        return wanted
    from renderers.fonts import tall

    return max(wanted, 1.34) if tall(text) else max(wanted, 1.22) if any(unspaced(c) for c in text) else wanted


@dataclass(frozen=True)
class Type:
    """How text is set: family, size in design units, weight 400..800, colour `#rrggbb`, letter spacing in parts of
    the size, and line height in sizes."""

    family: str
    size: float
    weight: int = 400
    colour: str = "#000000"
    tracking: float = 0.0
    line_height: float = 1.35


@dataclass(frozen=True)
class Line:
    """One shaped line: its text, width, the place of its start in the block and of its baseline from the block's top."""

    text: str
    width: float
    x: float
    baseline: float
    paragraph: skia.textlayout.Paragraph = field(repr=False, compare=False)

    def paint(self, canvas: skia.Canvas, x: float, y: float) -> None:
        """Paint with the block's top left corner at `x`, `y`."""
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


def cap_height(type_: Type) -> float:
    """The height of capitals, in design units."""
    from renderers.fonts import metrics

    return metrics(type_.family, type_.weight)[2] * type_.size


def paragraph(
    runs: Sequence[tuple[str, str]], type_: Type, stack: Sequence[str], rtl: bool = False
) -> skia.textlayout.Paragraph:
    """One line shaped as a whole from `runs` of text and colour; colour never changes shaping or width."""
    from renderers.fonts import collection, unicode_rules
    from renderers.raster import colour, skia

    style = skia.textlayout.TextStyle()
    style.setFontFamilies(list(stack))
    style.setFontSize(type_.size)
    style.setFontStyle(skia.FontStyle(type_.weight, skia.FontStyle.kNormal_Width, skia.FontStyle.kUpright_Slant))
    if type_.tracking and len(stack) == 1:
        style.setLetterSpacing(type_.tracking * type_.size)
    whole = skia.textlayout.ParagraphStyle()
    whole.setTextStyle(style)
    builder = skia.textlayout.ParagraphBuilder.make(whole, collection(), unicode_rules())
    texts = [*((t, c) for t, c in runs)]
    if rtl and texts:
        texts = [(_RTL_MARK, texts[0][1]), *texts, (_POP, texts[-1][1])]
    for text, ink in texts:
        style.setColor(colour(ink))
        builder.pushStyle(style)
        builder.addText(text)
        builder.pop()
    built = builder.Build()
    built.layout(1e6)
    return built


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
    from renderers.fonts import stack

    text = drawable(text, type_.family)
    names = stack(text, type_.family, hint)
    rtl = right_to_left(text)
    leading = line_height(text, type_.line_height)
    paragraphs = [pieces("".join(clusters(part)[:_LONGEST])) for part in text.split("\n")]
    for size in sizes:
        tried = replace(type_, size=size, line_height=leading)
        room = int(height / (size * leading) + 1e-6)
        limit = min(room, max_lines) if max_lines else room
        widths = [[width_of(p.text, tried, names) for p in part] for part in paragraphs]
        if any(w > width for part in widths for w in part):
            continue
        gap = width_of(" ", tried, names)
        lines = _break(paragraphs, tried, names, width, balance) if _count(paragraphs, widths, gap, width) <= limit else None
        if lines is not None:
            return _block(lines, tried, names, width, rtl, align)
    smallest = replace(type_, size=min(min(sizes), max(height / leading, 1.0)), line_height=leading)
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
    lines: Sequence[str], type_: Type, names: Sequence[str], width: float, rtl: bool, align: Align, complete: bool = True
) -> Block:
    from renderers.fonts import metrics

    ascent, descent, _ = metrics(type_.family, type_.weight)
    step = type_.size * type_.line_height
    rise = (step - (ascent + descent) * type_.size) / 2 + ascent * type_.size
    share = {"centre": 0.5, "right": 1.0}.get(align, 1.0 if rtl else 0.0)
    shaped = []
    for i, text in enumerate(lines):
        built = paragraph(((text, type_.colour),), type_, names, rtl)
        across = max(0.0, built.MaxIntrinsicWidth - (type_.tracking * type_.size if len(names) == 1 else 0.0))
        shaped.append(Line(text, across, (width - across) * share, rise + i * step, built))
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

"""Burned captions: at most a few lines on a dark plate, the word being spoken in the brand's colour."""

from __future__ import annotations

from dataclasses import dataclass, replace

from renderers.colour import contrast, luminance
from renderers.fonts import metrics, stack
from renderers.line_breaking import unspaced
from renderers.look import Look, Palette
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.timeline import CaptionCue, CaptionsClip
from renderers.titles.cueing import Cueing
from renderers.titles.ink import apart, over, readable
from renderers.titles.lettering import body_type, centred
from renderers.titles.sprite import clip_to
from renderers.typesetting import Type, paragraph, width_of
from renderers.typography import drawable, line_height, right_to_left

OPACITY = 0.84
"""Of the plate: dark enough to read on over white, open enough to show what is behind."""
_SIZES = (48, 46, 44, 42, 40)
_SMALLEST = 24.0
_PAD_X, _PAD_Y = 28.0, 14.0
_LEADING = 1.24
_APART = 0.43
"""The least distance in encoded RGB at which an active word stands out by colour."""


@dataclass(frozen=True)
class Inks:
    """Colours of captions: plate, words, and the active word. All read on the plate, even when it lies over white."""

    plate: str
    idle: str
    active: str


def caption_inks(palette: Palette) -> Inks:
    """The caption colours of a palette."""
    ends = sorted((palette.background, palette.text), key=luminance)
    plate = ends[0] if luminance(ends[0]) < 0.05 else over(ends[0], "#000000", 0.7)
    brightest = over("#ffffff", plate, OPACITY)
    idle = readable(over(ends[1], "#ffffff", 0.5), brightest, 7.0)
    for candidate in (palette.accent, palette.primary, palette.secondary):
        active = readable(candidate, brightest, 5.0)
        if apart(active, idle) >= _APART:
            return Inks(plate, idle, active)
    dimmed = over(idle, brightest, 0.4)
    return Inks(plate, dimmed if contrast(dimmed, brightest) >= 4.5 else readable(dimmed, brightest, 4.5), idle)


@dataclass(frozen=True)
class _Set:
    """A cue that is ready to be painted: runs of text a line with the index of their word (-1: a space)."""

    lines: tuple[tuple[tuple[str, int], ...], ...]
    type: Type
    widths: tuple[float, ...]
    rtl: bool
    plate: Rect


class CaptionsLayer:
    """Paints a `CaptionsClip`: one plate a cue, which never changes its size while words light up."""

    def __init__(self, clip: CaptionsClip, look: Look, format: PictureFormat) -> None:
        self.inks = caption_inks(look.palette)
        self._radius = min(look.radius, 16.0)
        self._cueing = Cueing(clip.cues, format.rate)
        self._area, self._top = clip.region, clip.top
        self._sizes = tuple(round(size * clip.scale) for size in _SIZES)
        self._side = 0.5 if centred(clip.region, format) else None
        family = look.body
        runs = [[_runs(line, family) for line in _numbered(cue)] for cue in self._cueing.cues]
        everything = " ".join(text for cue in runs for line in cue for text, _ in line)
        self._stack = stack(everything, family)
        self._type = replace(body_type(look, self.inks.idle, 600), line_height=line_height(everything, _LEADING))
        self._size = self._common_size(runs)
        self._sets = [self._set(lines) for lines in runs]
        self._region = clip_to(clip.region, format.design_width, format.design_height)

    def _width(self, line: tuple[tuple[str, int], ...], size: float) -> float:
        return width_of("".join(text for text, _ in line), replace(self._type, size=size), self._stack)

    def _fits(self, lines: list[tuple[tuple[str, int], ...]], size: float) -> bool:
        high = len(lines) * size * self._type.line_height + 2 * _PAD_Y <= self._area.height
        return high and all(self._width(line, size) + 2 * _PAD_X <= self._area.width for line in lines)

    def _common_size(self, cues: list[list[tuple[tuple[str, int], ...]]]) -> float:
        """One size for the whole clip, so that captions do not change size from cue to cue."""
        fitting = (float(size) for size in self._sizes if all(self._fits(lines, size) for lines in cues))
        return next(fitting, float(self._sizes[-1]))

    def _set(self, lines: list[tuple[tuple[str, int], ...]]) -> _Set:
        size = self._size
        while size > _SMALLEST and not self._fits(lines, size):
            size -= 1.0
        widest = max((self._width(line, size) for line in lines), default=0.0)
        if widest + 2 * _PAD_X > self._area.width:
            size *= (self._area.width - 2 * _PAD_X) / widest
        type_ = replace(self._type, size=size)
        widths = tuple(self._width(line, size) for line in lines)
        rtl = right_to_left("".join(text for line in lines for text, _ in line))
        width, height = max(widths, default=0.0) + 2 * _PAD_X, len(lines) * size * type_.line_height + 2 * _PAD_Y
        side = self._side if self._side is not None else 1.0 if rtl else 0.0
        left = self._area.x + (self._area.width - width) * side
        top = self._area.y if self._top else self._area.bottom - height
        return _Set(tuple(lines), type_, widths, rtl, Rect(left, top, width, height))

    @property
    def region(self) -> Rect:
        """The room captions were given."""
        return self._region

    @property
    def setting(self) -> tuple[float, float, tuple[str, ...]]:
        """What all cues share because of each other: size in design units, line height in sizes, families to draw."""
        return self._size, self._type.line_height, self._stack

    def key(self, n: int) -> tuple[int, int, float] | None:
        """Changes with the cue, the active word and the fade; None where nothing is shown."""
        key = self._cueing.key(n)
        return key if key and any(self._sets[key[0]].lines) else None

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n`."""
        key = self.key(n)
        if key is None:
            return
        index, spoken, shown = key
        made = self._sets[index]
        saved = canvas.getSaveCount()
        box = skia.Rect.MakeXYWH(made.plate.x, made.plate.y, made.plate.width, made.plate.height)
        if shown < 1.0:
            canvas.saveLayerAlpha(box, round(255 * shown))
        plate = skia.Paint(Color=colour(self.inks.plate, OPACITY), AntiAlias=True)
        canvas.drawRoundRect(box, self._radius, self._radius, plate)
        self._paint_words(canvas, made, spoken)
        canvas.restoreToCount(saved)

    def _paint_words(self, canvas: skia.Canvas, made: _Set, active: int) -> None:
        ascent, descent, _ = metrics(made.type.family, made.type.weight)
        step = made.type.size * made.type.line_height
        rise = (step + (ascent - descent) * made.type.size) / 2
        for i, line in enumerate(made.lines):
            runs = [(text, self.inks.active if word == active else self.inks.idle) for text, word in line]
            shaped = paragraph(runs, made.type, self._stack, made.rtl)
            share = 0.5 if self._side is not None else 1.0 if made.rtl else 0.0
            left = made.plate.x + _PAD_X + (made.plate.width - 2 * _PAD_X - made.widths[i]) * share
            shaped.paint(canvas, left, made.plate.y + _PAD_Y + i * step + rise - shaped.AlphabeticBaseline)


def _numbered(cue: CaptionCue) -> list[list[tuple[str, int]]]:
    """The words of each line with their index in the cue."""
    lines, count = [], 0
    for line in cue.lines:
        lines.append([(word.text, count + i) for i, word in enumerate(line)])
        count += len(line)
    return lines


def _runs(line: list[tuple[str, int]], family: str) -> tuple[tuple[str, int], ...]:
    """Words and the spaces between them; none between words of scripts that set none."""
    runs: list[tuple[str, int]] = []
    for text, index in line:
        word = drawable(text, family).replace("\n", " ")
        if not word:
            continue
        if runs and not (unspaced(runs[-1][0][-1]) and unspaced(word[0])):
            runs.append((" ", -1))
        runs.append((word, index))
    return tuple(runs)

"""Burned captions: at most a few lines on a plate, or large words without one, with the word being spoken lit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from unicodedata import bidirectional

from renderers.fonts import metrics, stack
from renderers.line_breaking import pieces, unspaced
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.timeline import CaptionCue, CaptionsClip
from renderers.titles.caption_styles import STYLES, caption_inks
from renderers.titles.cueing import STEPS, Cueing, Key
from renderers.titles.lettering import body_type, centred
from renderers.titles.sprite import clip_to
from renderers.typesetting import Type, paragraph, width_of
from renderers.typography import drawable, line_height
from renderers.written import tell

_SMALLEST = 24.0
_PAD_X, _PAD_Y = 28.0, 14.0
_LEADING = 1.24
_OUTLINE = 0.16
"""The width of the dark edge around letters without a plate, in parts of their size; half of it shows."""
_RIM, _RIM_OPACITY = 3.0, 0.5
"""Of the line around a plate in the brand's colour, which may stand on a jacket or a ground of that colour."""

_UNSPOKEN = -1
_Words = tuple[tuple[str, int], ...]
"""Runs of text on one line with the index of their word (-1: a space, or the name of who speaks)."""
_Side = tuple[float, float]


@dataclass(frozen=True)
class _Set:
    """A cue that is ready to be painted."""

    lines: tuple[_Words, ...]
    type: Type
    widths: tuple[float, ...]
    rtl: bool
    plate: Rect


class CaptionsLayer:
    """Paints a `CaptionsClip`: one plate a cue, which never changes its size while words light up.

    Raises KeyError for a style that is none.
    """

    def __init__(self, clip: CaptionsClip, look: Look, format: PictureFormat) -> None:
        self.inks, self._style = caption_inks(look.palette, clip.style), STYLES[clip.style]
        self._radius = min(look.radius, 16.0)
        self._cueing = Cueing(clip.cues, format.rate, self._style.lit)
        self._area, self._top, self._rows = clip.region, clip.top, clip.rows
        self._sizes = tuple(round(size * clip.scale) for size in self._style.sizes)
        self._side = 0.5 if centred(clip.region, format) else None
        family = look.body
        runs = [[_runs(line, family) for line in _numbered(cue)] for cue in self._cueing.cues]
        everything = " ".join(text for cue in runs for line in cue for text, _ in line)
        self._stack = stack(everything, family)
        self._type = replace(
            body_type(look, self.inks.idle, self._style.weight), line_height=line_height(everything, _LEADING)
        )
        runs = [self._wrapped(lines) for lines in runs]
        self._size = self._common_size(runs)
        self._from_right = sum(_leaning(lines) for lines in runs) > 0
        self._sets = [self._set(lines) for lines in runs]
        self._region = clip_to(clip.region, format.design_width, format.design_height)

    def _wrapped(self, lines: list[_Words]) -> list[_Words]:
        """The same lines, those too wide for the smallest size broken inside addresses and words with hyphens, where
        there is room for more lines: one long word must not make all that stands with it small.
        """
        size, room = float(self._sizes[-1]), self._area.width - 2 * _PAD_X
        made: list[_Words] = []
        for line in lines:
            if self._width(line, size) <= room:
                made.append(line)
                continue
            begun: _Words = ()
            for text, word in line:
                for part in [piece.text for piece in pieces(text)] or [text]:
                    longer = _added(begun, part, word)
                    if begun and part != " " and self._width(longer, size) > room:
                        made.append(begun)
                        longer = ((part, word),)
                    begun = longer
            made.append(begun)
        made = [line[:-1] if line[-1:] == ((" ", _UNSPOKEN),) else line for line in made]
        return made if self._tall(made, size) <= self._area.height else lines

    def _tall(self, lines: list[_Words], size: float) -> float:
        return max(len(lines), self._rows) * size * self._type.line_height + 2 * _PAD_Y

    def _width(self, line: _Words, size: float) -> float:
        return width_of("".join(text for text, _ in line), replace(self._type, size=size), self._stack)

    def _fits(self, lines: list[_Words], size: float) -> bool:
        high = self._tall(lines, size) <= self._area.height
        return high and all(self._width(line, size) + 2 * _PAD_X <= self._area.width for line in lines)

    def _common_size(self, cues: list[list[_Words]]) -> float:
        """One size for the whole clip, so that captions do not change size from cue to cue."""
        fitting = (float(size) for size in self._sizes if all(self._fits(lines, size) for lines in cues))
        return next(fitting, float(self._sizes[-1]))

    def _set(self, lines: list[_Words]) -> _Set:
        size = self._size
        while size > _SMALLEST and not self._fits(lines, size):
            size -= 1.0
        widest = max((self._width(line, size) for line in lines), default=0.0)
        if widest + 2 * _PAD_X > self._area.width:
            size *= (self._area.width - 2 * _PAD_X) / widest
        type_ = replace(self._type, size=size)
        widths = tuple(self._width(line, size) for line in lines)
        rtl = _leaning(lines) > 0 or (self._from_right and _leaning(lines, left=0) > 0)
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

    def key(self, n: int) -> Key | None:
        """Changes with the cue, the lit words and the fade; None where nothing is shown."""
        key = self._cueing.key(n)
        return key if key and any(self._sets[key[0]].lines) else None

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n`."""
        key = self.key(n)
        if key is None:
            return
        index, spoken, shown, part = key
        made = self._sets[index]
        saved = canvas.getSaveCount()
        box = skia.Rect.MakeXYWH(made.plate.x, made.plate.y, made.plate.width, made.plate.height)
        if shown < 1.0:
            canvas.saveLayerAlpha(box, round(255 * shown))
        if self._style.plated:
            plate = skia.Paint(Color=colour(self.inks.plate, self.inks.opacity), AntiAlias=True)
            canvas.drawRoundRect(box, self._radius, self._radius, plate)
            if self.inks.opacity == 1.0:
                rim = skia.Paint(Color=colour(self.inks.idle, _RIM_OPACITY), AntiAlias=True)
                rim.setStyle(skia.Paint.kStroke_Style)
                rim.setStrokeWidth(_RIM)
                inner = box.makeInset(_RIM / 2, _RIM / 2)
                canvas.drawRoundRect(inner, self._radius - _RIM / 2, self._radius - _RIM / 2, rim)
        self._paint_words(canvas, made, spoken, part)
        canvas.restoreToCount(saved)

    def _paint_words(self, canvas: skia.Canvas, made: _Set, spoken: int, part: int) -> None:
        ascent, descent, _ = metrics(made.type.family, made.type.weight)
        step = made.type.size * made.type.line_height
        rise = (step + (ascent - descent) * made.type.size) / 2
        sweep = self._style.lit == "sweep"
        for i, line in enumerate(made.lines):
            share = 0.5 if self._side is not None else 1.0 if made.rtl else 0.0
            left = made.plate.x + _PAD_X + (made.plate.width - 2 * _PAD_X - made.widths[i]) * share
            top = made.plate.y + _PAD_Y + i * step + rise

            def lay(inks: list[str], edge: float = 0.0, line: _Words = line, x: float = left, y: float = top) -> None:
                runs = [(text, ink) for (text, _), ink in zip(line, inks, strict=True)]
                shaped = paragraph(runs, made.type, self._stack, made.rtl, edge)
                shaped.paint(canvas, x, y - shaped.AlphabeticBaseline)

            said = "".join(text for text, _ in line)
            edge_ink = "" if self._style.plated else self.inks.plate
            tell(said, (self.inks.idle, self.inks.active), made.type.size, left, top, made.widths[i], edge_ink)
            if not self._style.plated:
                lay([self.inks.plate] * len(line), _OUTLINE * made.type.size)
            active, idle = self.inks.active, self.inks.idle
            if not (sweep and part < STEPS and any(word == spoken for _, word in line)):
                lit = range(spoken + 1) if sweep else (spoken,)
                lay([active if word >= 0 and word in lit else idle for _, word in line])
                continue
            # On one side of where the voice is all that is spoken is lit, on the other nothing.
            for box, ink in zip(self._sides(line, made, spoken, part, left), (active, idle), strict=True):
                canvas.save()
                canvas.clipRect(skia.Rect.MakeLTRB(box[0], top - step, box[1], top + step), True)
                lay([ink if word >= 0 else idle for _, word in line])
                canvas.restore()

    def _sides(self, line: _Words, made: _Set, spoken: int, part: int, left: float) -> tuple[_Side, _Side]:
        """What lies left and right on the canvas of how far the word `spoken` is, first the side that was heard."""
        at = next(index for index, (_, word) in enumerate(line) if word == spoken)
        before, within = (
            width_of("".join(text for text, _ in words), made.type, self._stack)
            for words in (line[:at], line[at : at + 1])
        )
        heard = before + within * part / STEPS
        whole = width_of("".join(text for text, _ in line), made.type, self._stack)
        cut = left + (whole - heard if made.rtl else heard)
        sides = (left - made.type.size, cut), (cut, left + whole + made.type.size)
        return sides[::-1] if made.rtl else sides


def _numbered(cue: CaptionCue) -> list[list[tuple[str, int]]]:
    """The words of each line with their index in the cue; the name of who speaks is no word of theirs."""
    lines, count = [], 0
    for line in cue.lines:
        named = not count and line[:1] and cue.speaker and line[0].text == f"{cue.speaker}:"
        lines.append([(word.text, _UNSPOKEN if named and not i else count + i) for i, word in enumerate(line)])
        count += len(line)
    return lines


def _leaning(lines: list[_Words], left: int = 1) -> int:
    """The letters that run from right to left, less `left` times those from left to right; who speaks does not count.

    The first letter does not decide, as it would in rule P2 of Unicode's bidi algorithm: a name in Latin letters may
    begin what is said in Arabic.
    """
    ways = [bidirectional(sign) for line in lines for text, word in line if word != _UNSPOKEN for sign in text]
    return sum(way in ("R", "AL") for way in ways) - left * ways.count("L")


def _added(line: _Words, text: str, word: int) -> _Words:
    """`line` with `text` behind it; parts of one word are one run."""
    if word >= 0 and line and line[-1][1] == word:
        return (*line[:-1], (line[-1][0] + text, word))
    return (*line, (text, word))


def _runs(line: list[tuple[str, int]], family: str) -> tuple[tuple[str, int], ...]:
    """Words and the spaces between them; none between words of scripts that set none."""
    runs: list[tuple[str, int]] = []
    for text, index in line:
        word = drawable(text, family).replace("\n", " ")
        if not word:
            continue
        if runs and not (unspaced(runs[-1][0][-1]) and unspaced(word[0])):
            runs.append((" ", _UNSPOKEN))
        runs.append((word, index))
    return tuple(runs)

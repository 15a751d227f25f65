"""Somebody's words: a large mark, the words line by line, who said them and their portrait in a circle."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from renderers.graphics.clips import QuoteClip
from renderers.graphics.parts import Part, PartsLayer, arriving
from renderers.graphics.pictures import filling
from renderers.graphics.setting import Setting
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.titles.lettering import write, write_words
from renderers.titles.sprite import Sprite, bake
from renderers.typesetting import Block
from renderers.typography import clean

_LARGE = (144, 136, 128, 120, 112, 104, 96, 88)
"""Sizes where the room is all of a picture."""
_SIZES = (84, 80, 76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24)
_NAMES, _ROLES = (56, 52, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24), (44, 40, 36, 34, 32, 30, 28, 26, 24, 22)
_GAP = 48.0
_LOW = 380.0
"""In a region lower than this who is quoted is set smaller, to leave room for what is said."""
_MEASURE = 1400.0
_MARKS = (("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"), ("‘", "’"), ("「", "」"), ("『", "』"))


def unquoted(text: str) -> str:
    """`text` without the quotation marks that hold all of it: the large mark says that it is a quote."""
    bare = clean(text).strip()
    for opening, closing in _MARKS:
        inner = bare[1:-1]
        if (
            len(bare) > 2
            and bare[0] == opening
            and bare[-1] == closing
            and opening not in inner
            and closing not in inner
        ):
            return inner.strip()
    return bare


class QuoteLayer(PartsLayer):
    """Paints a `QuoteClip`. Raises `MediaRejected` for a portrait that can not be read."""

    def __init__(self, clip: QuoteClip, look: Look, format: PictureFormat) -> None:
        text, area = unquoted(clip.text), clip.region
        set_ = Setting(clip, look, format, text or clip.author)
        ink, glow = set_.bare, look.palette.background
        self._rtl = rtl = set_.rtl
        width = min(area.width, _MEASURE)
        left = area.right - width if rtl else area.x
        high = min(110.0, 0.16 * area.height)
        face = min(152.0, 0.24 * area.height) if clip.portrait is not None else 0.0
        beside = face + 28.0 if face else 0.0
        low = area.height < _LOW
        whole = area.width > 1200.0 or area.height > 760.0
        sizes = (_NAMES[5:], _ROLES[3:]) if low else (_NAMES, _ROLES) if whole else (_NAMES[2:], _ROLES[2:])
        name = set_.fit(clip.author, width - beside, 72.0, sizes[0], set_.body(ink.text, 700, 1.25), most=1)
        role = set_.fit(clip.role, width - beside, 60.0, sizes[1], set_.body(ink.muted, 500, 1.3), most=1)
        gap = min(_GAP, 0.08 * area.height)
        signed = max(name.height + role.height, face)
        lead = high + min(_GAP * 0.8, 0.08 * area.height) if text else 0.0
        room = max(area.height - lead - (signed + gap if signed else 0.0), 24.0)
        type_ = replace(set_.heading(ink.text, 1.22), weight=min(set_.heading(ink.text).weight, 600))
        words = set_.fit(text, width, room, _SIZES, type_, balance=True)
        for size in (*_LARGE, *_SIZES) if whole else _SIZES:
            tried = set_.fit(text, width, room, (size,), type_, balance=True)
            if (
                tried.complete
                and len(tried.lines) <= (4 if size > _SIZES[0] else 5)
                and tried.height <= room
                and tried.type.size == size
            ):
                words = tried
                break
        total = lead + words.height + (gap + signed if signed else 0.0)
        top = area.y + max(0.0, (area.height - total) * 0.45)
        time, at = set_.time, float(clip.start)
        parts: list[Part] = (
            [arriving(self._mark(set_, left, width, top, high), time, at, set_.style, rtl=rtl)] if text else []
        )
        by_word = look.style.step == "word"
        written = (write_words if by_word else write)(words, left, top + lead, format, glow)
        begin = at + time.stagger
        heard = _heard(clip, words, by_word, len(written))
        parts += [
            arriving(piece.sprite, time, heard[i] if heard else begin + time.apart(i, len(written)), set_.style,
                     edge=piece.edge, rtl=words.right_to_left)
            for i, piece in enumerate(written)
        ]  # fmt: skip
        at += 3 * time.stagger
        y = top + lead + words.height + gap
        if clip.portrait is not None:
            disc = Rect(left + width - face if rtl else left, y + (signed - face) / 2, face, face)
            parts.append(arriving(_portrait(set_, clip, disc), time, at, set_.style, rtl=rtl))
        x = left if rtl else left + beside
        row = y + (signed - name.height - role.height) / 2
        parts += set_.lines(name, x, row, at, glow=glow, index=1)
        parts += set_.lines(role, x, row + name.height, at, glow=glow, index=2)
        super().__init__(clip, look, format, parts)

    def _mark(self, set_: Setting, left: float, width: float, top: float, high: float) -> Sprite:
        """Two commas of our own drawing: round ones, or cut straight where the look has no round corners."""
        ink, one = set_.bare.accent, 0.62
        start = left + width - (2 * one + 0.2) * high if self._rtl else left
        comma = _cut_comma() if set_.radius < 6 else _round_comma()

        def paint(canvas: skia.Canvas) -> None:
            for shift in (0.0, one + 0.2):
                saved = canvas.save()
                canvas.translate(start + shift * high, top)
                canvas.scale(high, high)
                canvas.drawPath(comma, skia.Paint(Color=colour(ink), AntiAlias=True))
                canvas.restoreToCount(saved)

        return bake(Rect(start - 2, top - 2, 1.5 * high + 4, high + 4), set_.format.scale, paint)


def _heard(clip: QuoteClip, words: Block, by_word: bool, count: int) -> list[float]:
    """When each of the `count` pieces of a quote that is read out comes in: as its word, or the first word of its line,
    is heard; empty where it is not.
    """
    if not clip.cues:
        return []
    cues = [float(max(cue, clip.start)) for cue in clip.cues]
    if by_word and count == len(cues):
        return cues
    firsts = list(accumulate((len(line.text.split()) for line in words.lines), initial=0))
    return [cues[min(firsts[i] if i < len(firsts) else i, len(cues) - 1)] for i in range(count)]


def _round_comma() -> skia.Path:
    """A quotation mark one unit high: a drop with a tail."""
    path = skia.Path()
    path.addCircle(0.29, 0.71, 0.29)
    path.moveTo(0.0, 0.71)
    path.cubicTo(0.0, 0.38, 0.18, 0.12, 0.5, 0.0)
    path.lineTo(0.56, 0.12)
    path.cubicTo(0.38, 0.22, 0.3, 0.33, 0.29, 0.42)
    path.close()
    return path


def _cut_comma() -> skia.Path:
    """A quotation mark one unit high, with straight edges."""
    path = skia.Path()
    corners = ((0, 1), (0, 0.46), (0.3, 0), (0.52, 0), (0.36, 0.46), (0.54, 0.46), (0.54, 1))
    path.addPoly([skia.Point(*corner) for corner in corners], True)
    return path


def _portrait(set_: Setting, clip: QuoteClip, disc: Rect) -> Sprite:
    """The portrait in a circle, in a ring of the brand's colour."""
    assert clip.portrait is not None
    inner = disc.inset(7.0)
    picture = filling(clip.portrait, inner.width, inner.height, set_.format.scale)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)

    def paint(canvas: skia.Canvas) -> None:
        x, y = disc.x + disc.width / 2, disc.y + disc.height / 2
        canvas.drawCircle(x, y, disc.width / 2 - 1.5, set_.pen(set_.bare.accent, 3.0))
        saved = canvas.save()
        path = skia.Path()
        path.addCircle(x, y, inner.width / 2)
        canvas.clipPath(path, True)
        canvas.drawRect(path.getBounds(), skia.Paint(Color=colour(set_.bare.faint)))
        canvas.drawImageRect(picture, skia.Rect.MakeXYWH(inner.x, inner.y, inner.width, inner.height), smooth)
        canvas.restoreToCount(saved)

    return bake(disc, set_.format.scale, paint)

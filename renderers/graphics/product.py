"""A product: its picture with a soft shadow, name, what it is, its price on a plate, a badge."""

from __future__ import annotations

from dataclasses import dataclass

from renderers.graphics.clips import ProductClip
from renderers.graphics.parts import Part, PartsLayer, arriving
from renderers.graphics.pictures import filling, image, read_picture
from renderers.graphics.setting import Setting
from renderers.look import Look
from renderers.motion import EASINGS, POP_FROM, between, ease_out_back
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.titles.ink import first_readable
from renderers.titles.sprite import Sprite, bake, grown
from renderers.typesetting import Block

_NAMES: tuple[int, ...] = (128, 120, 112, 104, 96, 88, 80, 72, 64, 60, 56, 52, 48, 44, 40, 36, 32, 28, 26)
_ALONE = (208, 192, 176, 160, 144)
"""Sizes of a name, and with half of them of its price, that has no picture beside it to carry the scene."""
_DETAILS = (48, 44, 40, 36, 34, 32, 30, 28, 26, 24, 22)
_PRICES: tuple[int, ...] = (84, 76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 32, 28)
_BADGES = (44, 40, 36, 34, 32, 30, 28, 26, 24, 22)
_GAP, _MEASURE = 64.0, 1100.0
_WITHIN, _BEFORE_PRICE = 20.0, 36.0
"""Between name and detail, and between what is said and the price."""
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


@dataclass(frozen=True)
class _Said:
    """The words of a product as set; `badge_high` is 0 where the badge hangs on the picture."""

    badge: Block
    badge_high: float
    name: Block
    detail: Block
    price: Block
    price_high: float

    @property
    def height(self) -> float:
        """Of all that stands in the column of words."""
        detail = self.detail.height + _WITHIN if self.detail.lines else 0.0
        price = self.price_high + _BEFORE_PRICE if self.price_high else 0.0
        return self.badge_high + self.name.height + detail + price


class ProductLayer(PartsLayer):
    """Paints a `ProductClip`. Raises `MediaRejected` for a picture that can not be read."""

    def __init__(self, clip: ProductClip, look: Look, format: PictureFormat) -> None:
        self._set, self._clip = Setting(clip, look, format, clip.name or clip.detail), clip
        area, rtl = clip.region, self._set.rtl
        parts: list[Part] = []
        self._at = float(clip.start)
        if clip.picture is None:
            parts = self._words(area, None)
        elif area.width > 1.15 * area.height:
            wide = min(0.5 * area.width - _GAP / 2, 1.25 * area.height)
            stage = Rect(area.right - wide if rtl else area.x, area.y, wide, area.height)
            left = area.x if rtl else area.x + wide + _GAP
            words = Rect(left, area.y, area.width - wide - _GAP, area.height)
            parts = self._picture(stage) + self._words(words, stage)
        else:
            high = 0.56 * area.height
            stage = Rect(area.x, area.y, area.width, high)
            words = Rect(area.x, area.y + high + 32.0, area.width, area.height - high - 32.0)
            parts = self._picture(stage) + self._words(words, stage)
        super().__init__(clip, look, format, parts)

    def _picture(self, stage: Rect) -> list[Part]:
        """The picture: a cut-out stands on a quiet plate, any other fills a frame of the look."""
        set_, source = self._set, self._clip.picture
        assert source is not None
        scale = set_.format.scale
        if source.cut_out:
            return self._cut_out(stage)
        radius = min(set_.radius, stage.height / 2)
        whole = filling(source, stage.width, stage.height, scale)
        base = set_.plate(stage)
        shape = skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(stage.x, stage.y, stage.width, stage.height), radius, radius)

        def paint(canvas: skia.Canvas) -> None:
            base.draw(canvas)
            saved = canvas.save()
            canvas.clipRRect(shape, True)
            canvas.drawImageRect(whole, shape.rect(), _SMOOTH)
            canvas.restoreToCount(saved)

        return [arriving(bake(base.rect, scale, paint), set_.time, self._at, set_.style, rtl=set_.rtl)]

    def _cut_out(self, stage: Rect) -> list[Part]:
        set_, source = self._set, self._clip.picture
        assert source is not None
        scale, time = set_.format.scale, set_.time
        pixels = read_picture(source, 2048 if max(stage.width, stage.height) * scale > 700 else 1024)
        whole = image(pixels)
        room = stage.inset(0.09 * min(stage.width, stage.height))
        fit = min(room.width / whole.width(), room.height / whole.height())
        wide, high = whole.width() * fit, whole.height() * fit
        place = Rect(stage.x + (stage.width - wide) / 2, room.bottom - high - (room.height - high) * 0.5, wide, high)
        ground = set_.block(stage, set_.bare.faint)
        shadow = _contact_shadow(place, scale)

        def paint(canvas: skia.Canvas) -> None:
            canvas.drawImageRect(whole, skia.Rect.MakeXYWH(place.x, place.y, wide, high), _SMOOTH)

        product = bake(grown(place, 2, 2), scale, paint)

        def draw(canvas: skia.Canvas, t: float) -> None:
            eased = curve(t)
            shadow.draw(canvas, alpha=t)
            product.draw(canvas, y=-36.0 * (1.0 - eased), alpha=min(1.0, 2 * t), grow=between(0.94, 1.0, eased))

        at, curve = self._at + 2 * time.stagger, EASINGS[set_.style.easing]
        return [arriving(ground, time, self._at, set_.style, rtl=set_.rtl), Part(((at, 1.4 * time.enter),), draw)]

    def _words(self, area: Rect, stage: Rect | None) -> list[Part]:
        """What is said, as much of it as there is room for: first the detail is let go, then badge and price."""
        clip = self._clip
        kept = [(clip.detail, clip.badge, clip.price), ("", clip.badge, clip.price), ("", "", clip.price), ("", "", "")]
        said = self._said(area, stage, *kept[0])
        for texts in kept[1:]:
            if said.height <= area.height:
                break
            said = self._said(area, stage, *texts)
        return self._placed(said, area, stage)

    def _said(self, area: Rect, stage: Rect | None, detail: str, badge: str, price: str) -> _Said:
        set_, ink, width = self._set, self._set.bare, min(area.width, _MEASURE)
        type_, sizes = set_.heading(set_.pressed.text, 1.15), _PRICES if area.height > 400 else _PRICES[5:]
        names = _NAMES
        if stage is None and area.height > 400:
            names, sizes = (*_ALONE, *_NAMES), (*(size // 2 for size in _ALONE), *_PRICES[1:])
        plate = set_.fit(price, width - 88.0, 0.22 * area.height, sizes, type_, most=1, align="centre")
        plate_high = plate.height + 0.6 * plate.type.size if plate.lines else 0.0
        tag = self._badge(badge, width if stage is None else stage.width - 72.0)
        tag_high = tag.height + 0.5 * tag.type.size + 20.0 if tag.lines and stage is None else 0.0
        room = max(area.height - tag_high - (plate_high + _BEFORE_PRICE if plate_high else 0.0), 24.0)
        quiet, measure = set_.body(ink.muted, 500, 1.32), min(width, 760.0)
        line = set_.fit(detail, measure, room * 0.42, _DETAILS, quiet, most=3)
        left = max(room - (line.height + _WITHIN if line.lines else 0.0), 24.0)
        named, type_ = set_.titled(self._clip.name), set_.heading(ink.text, 1.1)
        name = set_.fit(named, width, left, names, type_, most=2)
        if not name.complete:
            name = set_.fit(named, width, left, _NAMES[8:], type_)
        return _Said(tag, tag_high, name, line, plate, plate_high)

    def _placed(self, said: _Said, area: Rect, stage: Rect | None) -> list[Part]:
        set_, time, rtl = self._set, self._set.time, self._set.rtl
        glow, width = set_.look.palette.background, min(area.width, _MEASURE)
        left = area.right - width if rtl else area.x
        beside = stage is None or stage.height > area.height * 0.9
        y = area.y + max(0.0, (area.height - said.height) * (0.46 if beside else 0.3))
        parts: list[Part] = []
        at = self._at + 3 * time.stagger
        if said.badge.lines and stage is None:
            parts.append(self._tag(said.badge, left + (width if rtl else 0.0), y, at))
        elif said.badge.lines and stage is not None:
            corner = stage.right - 24.0 if rtl else stage.x + 24.0
            parts.append(self._tag(said.badge, corner, stage.y + 24.0, at + 4 * time.stagger))
        y += said.badge_high
        parts += set_.lines(said.name, left, y, at, glow=glow)
        y += said.name.height + _WITHIN
        detail_x = left + (width - said.detail.box if rtl else 0.0)
        parts += set_.lines(said.detail, detail_x, y, at, glow=glow, index=len(said.name.lines))
        y += said.detail.height + (_BEFORE_PRICE if said.detail.lines else _BEFORE_PRICE - _WITHIN)
        if said.price.lines:
            wide = said.price.width + 1.3 * said.price.type.size
            box = Rect(left + width - wide if rtl else left, y, wide, said.price_high)
            parts.append(self._pressed(said.price, box, at + 4 * time.stagger))
        return parts

    def _badge(self, text: str, width: float) -> Block:
        set_ = self._set
        ground = set_.look.palette.accent
        ink = first_readable((set_.look.palette.text, set_.look.palette.background, "#ffffff", "#000000"), ground)
        type_ = set_.body(ink, 700, 1.2)
        return set_.fit(text, min(width, 420.0), 60.0, _BADGES, type_, most=1, align="centre")

    def _tag(self, badge: Block, x: float, y: float, at: float) -> Part:
        """The badge, hung with its beginning at `x`."""
        set_ = self._set
        wide, high = badge.width + 1.3 * badge.type.size, badge.height + 0.5 * badge.type.size
        box = Rect(x - wide if set_.rtl else x, y, wide, high)
        sprite = self._plated(badge, box, set_.look.palette.accent)
        return _popping(sprite, at, set_.time.enter)

    def _pressed(self, price: Block, box: Rect, at: float) -> Part:
        """The price on a plate of the brand's colour."""
        sprite = self._plated(price, box, self._set.look.palette.primary)
        return _popping(sprite, at, self._set.time.enter)

    def _plated(self, block: Block, box: Rect, fill: str) -> Sprite:
        set_ = self._set
        ground = set_.block(box, fill, radius=min(set_.radius, box.height / 2))
        words = set_.text_sprite(block, box.x + (box.width - block.box) / 2, box.y + (box.height - block.height) / 2)

        def paint(canvas: skia.Canvas) -> None:
            ground.draw(canvas)
            words.draw(canvas)

        return bake(grown(box, 4, 4), set_.format.scale, paint)


def _popping(sprite: Sprite, at: float, length: float) -> Part:
    """A small plate that grows into its place."""

    def draw(canvas: skia.Canvas, t: float) -> None:
        sprite.draw(canvas, alpha=min(1.0, 3 * t), grow=between(POP_FROM, 1.0, ease_out_back(t)))

    return Part(((at, length),), draw)


def _contact_shadow(place: Rect, scale: float) -> Sprite:
    """The soft dark below what stands: wide and faint, with a narrow darker core."""
    wide = place.width
    blur = [skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, sigma) for sigma in (22.0, 8.0)]
    y = place.bottom

    def paint(canvas: skia.Canvas) -> None:
        for share, alpha, deep, filter_ in ((0.92, 0.16, 30.0, blur[0]), (0.62, 0.2, 12.0, blur[1])):
            half = share * wide / 2
            middle = place.x + wide / 2
            oval = skia.Rect.MakeLTRB(middle - half, y - deep / 2, middle + half, y + deep / 2)
            canvas.drawOval(oval, skia.Paint(Color=colour("#000000", alpha), MaskFilter=filter_, AntiAlias=True))

    return bake(grown(Rect(place.x, y - 20, wide, 40), 60, 60), scale / 2, paint)

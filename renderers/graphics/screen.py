"""A picture on a screen: a browser with its address, a phone, or a window of code."""

from __future__ import annotations

from dataclasses import dataclass, replace

from renderers.colour import mix
from renderers.fonts import installed, stack
from renderers.graphics.camera import ZOOM, CameraLayer, Window, aligned
from renderers.graphics.clips import PictureSource, ScreenClip
from renderers.graphics.code import lines_of, tokens
from renderers.graphics.icons import paint_icon
from renderers.graphics.parts import Part, PartsLayer
from renderers.graphics.pictures import size_of, window_picture
from renderers.graphics.setting import Setting, inks
from renderers.layer import Layer
from renderers.look import Look, Palette
from renderers.motion import EASINGS, TRAVEL, ease_out_cubic
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.saliency import eye
from renderers.titles.ink import over, readable
from renderers.titles.lettering import plate
from renderers.titles.sprite import Sprite, bake, grown
from renderers.typesetting import Type, paragraph, width_of
from renderers.typography import drawable, present
from renderers.written import tell

_PHONE = 9 / 19.5
_BEZEL = 0.036
"""Width of a phone's edge, in parts of its width."""
_BAR = 76.0
_WIDEST = 2.5
"""The widest window, in parts of its height; a page that is longer than its window is passed along."""
_CODE = (44, 40, 36, 34, 32, 30, 28, 26, 24)
_LEADING = 1.5
_LIGHTS = ("#ff5f57", "#febc2e", "#28c840")
"""The buttons of a window, which mean a window only in these colours."""
_MONO = ("JetBrains Mono", "DejaVu Sans Mono", "Noto Sans Mono", "Liberation Mono")


@dataclass(frozen=True)
class _Device:
    """The outline of a device, the part of it that is its screen, and how round both are."""

    outer: Rect
    inner: Rect
    radius: float
    inner_radius: float


def monospaced() -> str:
    """The family that code is set in: the first one there is; empty where there is none."""
    return next((family for family in _MONO if (family == _MONO[0] and present(family)) or installed(family)), "")


def screen_layer(clip: ScreenClip, look: Look, format: PictureFormat) -> Layer:
    """The layer that paints a `ScreenClip`. Raises `MediaRejected` for a picture that can not be read."""
    screen = _Screen(clip, look, format)
    base = screen.base()
    if clip.picture is not None:
        return CameraLayer(clip, look, format, (), screen.window(clip.picture), base.draw)
    time, at, curve = screen.time, float(clip.start), EASINGS[look.style.easing]

    def draw(canvas: skia.Canvas, t: float) -> None:
        base.draw(canvas, y=1.5 * TRAVEL * (1.0 - curve(t)), alpha=ease_out_cubic(min(1.0, 1.5 * t)))

    parts = [Part(((at, 1.2 * time.enter),), draw)]
    if clip.text.strip():
        parts += screen.written(at + 0.8 * time.enter)
    return PartsLayer(clip, look, format, parts)


class _Screen:
    """The device of a clip, and what stands on its screen."""

    def __init__(self, clip: ScreenClip, look: Look, format: PictureFormat) -> None:
        self._set, self._clip = Setting(clip, look, format, ""), clip
        self._frame = inks(look.palette, _chrome(look.palette))
        self.time = self._set.time
        self._device_ = self._device()

    def _ground(self) -> str:
        """What the screen shows where there is no picture."""
        palette = self._set.look.palette
        if self._clip.device == "code":
            return mix(palette.background if palette.dark else palette.text, "#05070c", 0.45)
        return palette.surface

    def _device(self) -> _Device:
        area, device = self._clip.region, self._clip.device
        if device == "phone":
            high = area.height
            wide = min(high * _PHONE, area.width)
            high = min(high, wide / _PHONE)
            outer = Rect(area.x + (area.width - wide) / 2, area.y + (area.height - high) / 2, wide, high)
            edge = _BEZEL * wide
            return _Device(outer, aligned(outer.inset(edge), self._set.format), 0.15 * wide, 0.15 * wide - edge)
        bar = min(_BAR, 0.14 * area.height)
        outer = area
        if area.width > _WIDEST * area.height:
            # It begins where the heading above it does.
            outer = replace(area, width=_WIDEST * area.height)
        inner = Rect(outer.x, outer.y + bar, outer.width, outer.height - bar)
        radius = min(max(self._set.radius, 8.0), 18.0)
        return _Device(outer, aligned(inner, self._set.format), radius, radius)

    def window(self, source: PictureSource) -> Window:
        """What the camera looks at on the screen: a page that is longer is passed along, any other closed in on."""
        device, format = self._device_, self._set.format
        inner = device.inner
        wide, high = (round(side * format.scale) for side in (inner.width, inner.height))
        size = size_of(source)
        travels = size[1] / max(size[0], 1) > 1.04 * inner.height / inner.width
        picture = window_picture(source, wide, high, 1.0 + ZOOM, self._ground(), whole=travels)
        upper = device.inner_radius if self._clip.device == "phone" else 0.0
        return Window(picture, inner, (upper, device.inner_radius), eye(picture), travels)

    def base(self) -> Sprite:
        """The device with its shadow, its screen still empty."""
        set_, device = self._set, self._device_
        outer, inner = device.outer, device.inner
        dark = set_.look.palette.dark
        body = "#15171c" if self._clip.device == "phone" else self._bar_ground()
        shell = plate(outer, device.radius, set_.format, body, 1.0, 0.0 if dark else 0.22)
        edge = over(body, "#ffffff" if self._clip.device == "phone" or dark else "#000000", 0.18)

        def paint(canvas: skia.Canvas) -> None:
            shell.draw(canvas)
            box = skia.Rect.MakeXYWH(outer.x, outer.y, outer.width, outer.height)
            shape = skia.RRect.MakeRectXY(box, device.radius, device.radius)
            saved = canvas.save()
            canvas.clipRRect(shape, True)
            screen = skia.Rect.MakeXYWH(inner.x, inner.y, inner.width, inner.height)
            ground = skia.Paint(Color=colour(self._ground()), AntiAlias=True)
            inner_radius = device.inner_radius if self._clip.device == "phone" else 0.0
            canvas.drawRoundRect(screen, inner_radius, inner_radius, ground)
            if self._clip.device != "phone":
                self._paint_bar(canvas, outer, inner.y - outer.y)
            canvas.restoreToCount(saved)
            canvas.drawRRect(shape, set_.pen(edge, 2.0))

        return bake(grown(shell.rect, 2, 2), set_.format.scale, paint)

    def _bar_ground(self) -> str:
        return mix(self._ground(), "#ffffff", 0.08) if self._clip.device == "code" else self._frame.ground

    def _paint_bar(self, canvas: skia.Canvas, outer: Rect, high: float) -> None:
        """The bar of a window: its buttons, and its address or name."""
        set_, ground = self._set, self._bar_ground()
        middle, radius = outer.y + high / 2, 0.13 * high
        for i, light in enumerate(_LIGHTS):
            paint = skia.Paint(Color=colour(light), AntiAlias=True)
            canvas.drawCircle(outer.x + 0.55 * high + i * 3.1 * radius, middle, radius, paint)
        left = outer.x + 0.55 * high + 3 * 3.1 * radius + 0.3 * high
        code = self._clip.device == "code"
        room = outer.right - left - 0.5 * high
        if room < 60.0:
            return
        ink = inks(set_.look.palette, ground)
        pill_ground = over(ground, ink.text, 0.07)
        if not code:
            pill = skia.Rect.MakeXYWH(left, outer.y + 0.2 * high, room, 0.6 * high)
            canvas.drawRoundRect(pill, 0.3 * high, 0.3 * high, skia.Paint(Color=colour(pill_ground), AntiAlias=True))
        address = " ".join(self._clip.address.split())
        if not address:
            return
        size = max(0.42 * high, 12.0)
        text_ink = readable(ink.muted, pill_ground if not code else ground)
        lock = 0.0 if code else 1.3 * size
        wide, type_ = room - lock - 1.2 * size, set_.body(text_ink, 500, 1.2)
        block = set_.fit(address, wide, 1.4 * size, (round(size),), type_, most=1)
        x = left + (0.6 * size if not code else 0.0)
        if lock:
            paint_icon(canvas, "lock", Rect(x, middle - 0.42 * size, 0.84 * size, 0.84 * size), text_ink, 2.2)
        block.paint(canvas, x + lock - (block.left if block.right_to_left else 0.0), middle - block.height / 2)

    def written(self, at: float) -> list[Part]:
        """The text of a screen without a picture, line by line from frame `at`."""
        inner = self._device_.inner
        return self._code(inner, at) if self._clip.device == "code" else self._page(inner, at)

    def _page(self, inner: Rect, at: float) -> list[Part]:
        set_, ink = self._set, inks(self._set.look.palette, self._ground())
        pad = 0.09 * min(inner.width, inner.height) + 0.02 * inner.width
        sizes = (88, 80, 72, 64, 56, 52, 48, 44, 40, 36, 32, 28, 26, 24, 22, 20)
        room = inner.inset(pad)
        block = set_.fit(self._clip.text, room.width, room.height, sizes, set_.heading(ink.text, 1.15), align="centre")
        top = room.y + (room.height - block.height) * 0.46
        return set_.lines(block, room.x + (room.width - block.box) / 2, top, at)

    def _code(self, inner: Rect, at: float) -> list[Part]:
        set_, time, ground = self._set, self._set.time, self._ground()
        family = monospaced() or set_.look.body
        pad = min(0.07 * inner.height + 8.0, 44.0)
        room = inner.inset(pad)
        text = drawable(self._clip.text.replace("\t", "    ").replace(" ", "\u00a0"), family).replace("\u00a0", " ")
        type_ = Type(family, float(_CODE[-1]), 500, "#ffffff")
        names = stack(text, family)
        rows: list[str] = []
        for size in _CODE if inner.height > 320.0 else _CODE[4:] + (22, 20):
            type_ = replace(type_, size=float(size))
            fits = max(int(room.width / max(width_of("0", type_, names), 1.0)), 8)
            most = max(int(room.height / (_LEADING * size)), 1)
            rows = lines_of(text, most, fits)
            wrapped = len(rows) > len(text.strip("\n").split("\n"))
            if rows[-1] != "…" and (not wrapped or size <= 26):
                break
        palette = self._inks(set_.look.palette, ground)
        step = _LEADING * type_.size
        top = room.y + max(0.0, min((room.height - step * len(rows)) * 0.5, 0.06 * room.height))
        parts = []
        for i, row in enumerate(rows):
            if not row.strip():
                continue
            runs = [(run.replace(" ", "\u00a0"), palette[kind]) for run, kind in tokens(row)]
            sprite = self._line(runs, type_, names, room, top + i * step)
            begin = at + min(i * time.stagger, i * time.count / max(len(rows), 1))

            def draw(canvas: skia.Canvas, t: float, sprite: Sprite = sprite) -> None:
                sprite.draw(canvas, x=-14.0 * (1.0 - ease_out_cubic(t)), alpha=ease_out_cubic(t))

            parts.append(Part(((begin, 0.7 * time.enter),), draw))
        return parts

    def _line(self, runs: list[tuple[str, str]], type_: Type, names: tuple[str, ...], room: Rect, y: float) -> Sprite:
        shaped = paragraph(runs, type_, names)
        wide = min(float(shaped.MaxIntrinsicWidth), room.width)

        def paint(canvas: skia.Canvas) -> None:
            low = y + 2 * _LEADING * type_.size
            canvas.clipRect(skia.Rect.MakeLTRB(room.x - 2, y - type_.size, room.right + 2, low))
            shaped.paint(canvas, room.x, y + 1.05 * type_.size - shaped.AlphabeticBaseline)
            inks = tuple(dict.fromkeys(ink for _, ink in runs))
            tell("".join(run for run, _ in runs), inks, type_.size, room.x, y + 1.05 * type_.size, wide)

        box = Rect(room.x - 2, y - 0.3 * type_.size, room.width + 4, 2.1 * type_.size)
        return bake(box, self._set.format.scale, paint)

    def _inks(self, palette: Palette, ground: str) -> dict[str, str]:
        """Colours of code that can be read on the dark of its window, from the brand's own."""
        return {
            "plain": readable("#e8ebf2", ground),
            "comment": readable("#8b94a7", ground),
            "keyword": readable(mix(palette.primary, "#ffffff", 0.3), ground, 5.5),
            "string": readable(mix(palette.accent, "#ffffff", 0.15), ground, 5.5),
            "number": readable(mix(palette.secondary, "#ffffff", 0.3), ground, 5.5),
        }


def _chrome(palette: Palette) -> str:
    """The colour of a browser's bar: a neutral a step from the page."""
    return mix(palette.surface, palette.text, 0.08)

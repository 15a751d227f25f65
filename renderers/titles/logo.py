"""The client's logo: read from PNG, JPEG, WebP or SVG, freed of empty margins, fitted and never stretched."""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray

from renderers.colour import luminance, parse
from renderers.errors import MediaRejected
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia, surface
from renderers.timeline import LogoClip
from renderers.titles.lettering import centred
from renderers.titles.sprite import bake, clip_to, grown

_MOST_PIXELS = 64_000_000
_MOST_SVG_BYTES = 4_000_000
_LONG_SIDE = 2048
"""Logos are kept at most this large; more is never seen."""
_FAINT = 2.2
"""Contrast below which a logo's pixel is lost in its ground."""
_LOST = 0.3
"""The part of a logo that may be faint before a plate is put under it."""
_PAD = 16.0
_OUTSIDE = re.compile(r"url\(\s*['\"]?\s*(?!#|data:image/)|@import", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*([0-9.]+)\s*(px)?\s*$")


def _refuse(path: Path, reason: str) -> MediaRejected:
    return MediaRejected(f"The logo {path.name} can not be used: {reason}")


def read_logo(path: Path) -> skia.Image:
    """The logo's picture, premultiplied, without transparent margins. Raises `MediaRejected` for anything else."""
    try:
        head = path.read_bytes()[: _MOST_SVG_BYTES + 1]
    except OSError as error:
        raise _refuse(path, f"the file can not be read ({error.strerror}). Give a file that exists.") from error
    start = head[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    drawn = path.suffix.lower() == ".svg" or start.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype svg"))
    pixels = _svg_pixels(path, head) if drawn else _picture_pixels(path)
    rows, columns = np.flatnonzero(pixels[..., 3].any(axis=1)), np.flatnonzero(pixels[..., 3].any(axis=0))
    if not rows.size:
        raise _refuse(path, "nothing in it can be seen. Give a logo with visible shapes (in SVG outlines, not text).")
    cut = np.ascontiguousarray(pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
    return skia.Image.fromarray(cut, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType, copy=True)


def check_logo(path: Path) -> None:
    """Read the logo once and forget it. Raises `MediaRejected`, with what to do, for one that can not be used."""
    read_logo(path)


def _picture_pixels(path: Path) -> NDArray[np.uint8]:
    from PIL import Image, ImageOps

    try:
        with Image.open(path, formats=("PNG", "JPEG", "WEBP")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                size = f"{opened.width} × {opened.height}"
                raise _refuse(path, f"it is {size} pixels. Give one of at most 64 megapixels.")
            picture = ImageOps.exif_transpose(opened).convert("RGBA")
    except MediaRejected:
        raise
    except Exception as error:  # Pillow raises many kinds for damaged files; each means the same to the person
        raise _refuse(path, "it is not a readable PNG, JPEG, WebP or SVG picture. Save it again as PNG.") from error
    pixels = np.asarray(picture.convert("RGBa"), np.uint8)
    if max(pixels.shape[:2]) > _LONG_SIDE:
        small = picture.convert("RGBa")
        small.thumbnail((_LONG_SIDE, _LONG_SIDE), Image.Resampling.LANCZOS)
        pixels = np.asarray(small, np.uint8)
    return np.ascontiguousarray(pixels[..., [2, 1, 0, 3]])


def _check_svg(path: Path, data: bytes) -> ElementTree.Element:
    """The root element, if nothing in the file points outside it."""
    if len(data) > _MOST_SVG_BYTES:
        raise _refuse(path, "the SVG is larger than 4 MB. Give a simpler drawing or a PNG.")
    if b"<!ENTITY" in data.upper() or re.search(rb"<!DOCTYPE[^>]*\[", data, re.IGNORECASE):
        raise _refuse(path, "it defines entities. Export it again as plain SVG.")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise _refuse(path, "it is not well-formed SVG. Export it again as plain SVG or PNG.") from error
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        links = [v for name, v in element.attrib.items() if name.rpartition("}")[2] in {"href", "src"}]
        leaving = any(not link.strip().lower().startswith(("#", "data:image/")) for link in links)
        styles = [*element.attrib.values(), (element.text or "") if tag == "style" else ""]
        if (leaving and tag not in {"a", "script"}) or any(_OUTSIDE.search(style) for style in styles):
            raise _refuse(path, "it refers to something outside the file. Export it with everything embedded.")
    return root


def _svg_size(root: ElementTree.Element) -> tuple[float, float, bool]:
    """Width, height, and whether they are stated as lengths (else they come from the view box, or are unknown: 0)."""
    sides = [_NUMBER.match(root.get(name, "")) for name in ("width", "height")]
    if sides[0] and sides[1]:
        return float(sides[0].group(1)), float(sides[1].group(1)), True
    box = [float(v) for v in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if re.fullmatch(r"-?[0-9.]+", v)]
    return (box[2], box[3], False) if len(box) == 4 else (0.0, 0.0, False)


def _svg_pixels(path: Path, data: bytes) -> NDArray[np.uint8]:
    width, height, stated = _svg_size(_check_svg(path, data))
    dom = skia.SVGDOM.MakeFromStream(skia.MemoryStream(data))
    if dom is None or width <= 0 or height <= 0:
        raise _refuse(path, "it is not an SVG drawing with a size or view box. Export it again as plain SVG or PNG.")
    factor = _LONG_SIDE / 2 / max(width, height)
    pixels = np.zeros((max(1, round(height * factor)), max(1, round(width * factor)), 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    if stated:
        canvas.scale(factor, factor)
    dom.setContainerSize(skia.Size(width, height) if stated else skia.Size(pixels.shape[1], pixels.shape[0]))
    dom.render(canvas)
    return pixels


@lru_cache(maxsize=4)
def _kept(path: Path, digest: str) -> skia.Image:
    """The logo, read once a process; `digest` tells one content from the next under the same name."""
    return read_logo(path)


def needs_plate(image: skia.Image, ground: str) -> bool:
    """Whether most of a logo would be lost on `ground`."""
    small = image.resize(min(64, image.width()), min(64, image.height()))
    pixels = small.toarray(colorType=skia.kBGRA_8888_ColorType).astype(float)
    seen = pixels[..., 3] > 127
    if not seen.any() or seen.mean() > 0.98:
        return False
    linear = (pixels[..., 2::-1] / 255.0) ** 2.2
    light = linear @ np.array([0.2126, 0.7152, 0.0722])
    under = luminance(ground)
    ratio = (np.maximum(light, under) + 0.05) / (np.minimum(light, under) + 0.05)
    return bool((ratio[seen] < _FAINT).mean() > _LOST)


class LogoLayer:
    """Paints a `LogoClip`: still, at the side of its region that is nearer to the frame's edge."""

    def __init__(self, clip: LogoClip, look: Look, format: PictureFormat) -> None:
        image = _kept(clip.path, clip.digest)
        palette, area = look.palette, clip.region
        plated = clip.plated or needs_plate(image, palette.background)
        room = area.inset(min(_PAD, area.height / 5)) if plated else area
        scale = min(room.width / image.width(), room.height / image.height())
        width, height = image.width() * scale, image.height() * scale
        margin = room.x - area.x
        left = area.x + margin
        if centred(area, format):
            left = area.x + (area.width - width) / 2
        elif area.x + area.width / 2 > format.design_width / 2:
            left = area.right - margin - width
        place = Rect(left, area.y + (area.height - height) / 2, width, height)
        box = grown(place, margin * 1.25, margin) if plated else place
        ground = _plate_ground(image, (palette.background, palette.text))
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)

        def paint(canvas: skia.Canvas) -> None:
            if plated:
                shape = skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height)
                radius = min(look.radius, 12.0)
                canvas.drawRoundRect(shape, radius, radius, skia.Paint(Color=colour(ground), AntiAlias=True))
            canvas.drawImageRect(image, skia.Rect.MakeXYWH(place.x, place.y, place.width, place.height), sampling)

        self._sprite = bake(grown(box, 1, 1), format.scale, paint)
        self._region = clip_to(self._sprite.rect, format.design_width, format.design_height)

    @property
    def region(self) -> Rect:
        """The fitted logo."""
        return self._region

    def key(self, n: int) -> Hashable:
        """Always the same: a logo does not move."""
        return "logo"

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint the logo."""
        self._sprite.draw(canvas)


def _plate_ground(image: skia.Image, grounds: tuple[str, ...]) -> str:
    """The one of `grounds` that the logo stands out from most; white where it is lost on all of them."""
    seen = [ground for ground in grounds if not needs_plate(image, ground)]
    return max(seen, key=lambda ground: _distance(image, ground)) if seen else "#ffffff"


def _distance(image: skia.Image, ground: str) -> float:
    """How far the mean colour of the logo lies from `ground` in luminance."""
    pixels = image.resize(1, 1).toarray(colorType=skia.kBGRA_8888_ColorType)[0, 0].astype(float)
    tone = (pixels[2] * 0.2126 + pixels[1] * 0.7152 + pixels[0] * 0.0722) / 255.0
    red, green, blue = parse(ground)
    return float(abs(tone - (red * 0.2126 + green * 0.7152 + blue * 0.0722)))

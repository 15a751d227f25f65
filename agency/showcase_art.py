"""Pictures for the showcase, drawn by code: logos of brands that do not exist, a coast, two products, an app's page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from renderers.raster import colour, skia

LOGOS: Mapping[str, str] = {
    "lumen": '<circle cx="48" cy="44" r="26"/><path d="M34 78h28v8H34z"/>',
    "volt": '<path d="M58 8 22 56h20l-8 32 40-50H52z"/>',
    "folio": '<path d="M16 18q16-8 32 0q16-8 32 0v60q-16-8-32 0q-16-8-32 0zM45 24h6v50h-6z" fill-rule="evenodd"/>',
    "milla": '<path d="M48 82C8 54 16 18 34 18q14 0 14 16q0-16 14-16c18 0 26 36-14 64z"/>',
    "northbyte": '<path d="M14 16h14l34 44V16h14v64H62L28 36v44H14z"/>',
    "aurelle": '<path d="M48 10 62 30 48 86 34 30zM20 30h10l12 42zM76 30H66L54 72z"/>',
    "pip": '<circle cx="36" cy="48" r="22"/><circle cx="66" cy="30" r="12"/><circle cx="70" cy="66" r="9"/>',
    "meridian": '<path d="M12 16h72v12H12zM12 42h72v12H12zM12 68h44v12H12z"/>',
    "harbour": '<path d="M14 58h68L70 82H26zM44 12h8v40h-8zM56 18l22 32H56z"/>',
    "atlas": '<path d="M8 80 38 22l16 30 8-14 26 42z"/>',
}
"""The marks, as SVG in a square of 96."""


def draw_showcase_art(folder: Path, names: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The paths of all pictures in `folder` by name; logos are drawn anew, the rest where they are not there yet.

    `names` says in which word and colour the logo of each brand is written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, str] = {}
    for name, (word, ink) in names.items():
        path = folder / f"{name}.png"
        _logo(path, LOGOS[name], word, ink)
        found[name] = str(path)
    for name, (size, draw) in _DRAWN.items():
        path = folder / f"{name}.png"
        if not path.is_file():
            _save(path, size, draw)
        found[name] = str(path)
    return found


def _logo(path: Path, mark: str, word: str, ink: str) -> None:
    """The mark and, beside it, the word, four times as large as it is drawn."""
    from renderers.fonts import typeface

    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" fill="{ink}">{mark}</svg>'
    font = skia.Font(typeface("Manrope", 700), 58)

    def draw(canvas: skia.Canvas) -> None:
        canvas.scale(4, 4)
        skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg.encode())).render(canvas)
        canvas.drawString(word, 112, 68, font, _fill(ink))

    _save(path, (round(4 * (116 + font.measureText(word))), 384), draw)


def _save(path: Path, size: tuple[int, int], draw: Callable[[skia.Canvas], None]) -> None:
    target = skia.Surface(*size)
    draw(target.getCanvas())
    target.makeImageSnapshot().save(str(path), skia.kPNG)


def _fill(ink: str, alpha: float = 1.0) -> skia.Paint:
    return skia.Paint(Color=colour(ink, alpha), AntiAlias=True)


def _shaded(top: tuple[float, float], bottom: tuple[float, float], *inks: str) -> skia.Paint:
    shader = skia.GradientShader.MakeLinear([skia.Point(*top), skia.Point(*bottom)], [colour(ink) for ink in inks])
    return skia.Paint(Shader=shader, AntiAlias=True, Dither=True)


def _coast(canvas: skia.Canvas) -> None:
    """A bay in the evening: sun over the sea, headlands one behind the other, a sail."""
    wide, high = 1920, 1440
    canvas.drawRect(skia.Rect.MakeWH(wide, high), _shaded((0, 0), (0, 860), "#24476b", "#6e8fa8", "#f3c9a0", "#f8dfc0"))
    canvas.drawCircle(1250, 690, 92, _fill("#fff1d2"))
    canvas.drawCircle(1250, 690, 190, _fill("#fff1d2", 0.16))
    canvas.drawRect(
        skia.Rect.MakeXYWH(0, 800, wide, 640), _shaded((0, 800), (0, 1440), "#d9b99a", "#5f8a99", "#1f4a5e")
    )
    for i in range(26):
        y = 812 + i * i * 0.72
        half = 26 + i * 7.0
        shift = (i * 61 % 37 - 18) * (1 + i / 8)
        canvas.drawRoundRect(skia.Rect.MakeLTRB(1250 + shift - half, y, 1250 + shift + half, y + 4 + i / 5), 4, 4,
                             _fill("#ffeccb", 0.5 - i * 0.015))  # fmt: skip
    for ink, points in (
        ("#8a93a0", [(0, 690), (170, 640), (330, 668), (520, 610), (700, 700), (860, 770), (960, 806), (0, 806)]),
        ("#5c7183", [(1920, 640), (1800, 600), (1660, 660), (1560, 640), (1470, 730), (1400, 810), (1920, 812)]),
        ("#35566a", [(0, 760), (140, 720), (280, 772), (420, 760), (560, 830), (640, 872), (0, 900)]),
        ("#17394b", [(0, 1060), (180, 1010), (360, 1060), (520, 1180), (680, 1330), (760, 1440), (0, 1440)]),
    ):
        canvas.drawPath(skia.Path.Polygon([skia.Point(*point) for point in points], True), _smooth(ink))
    sail = skia.Path.Polygon([skia.Point(x, y) for x, y in ((905, 862), (905, 770), (962, 862))], True)
    canvas.drawPath(sail, _fill("#fff6e6"))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(884, 868, 96, 12), 6, 6, _fill("#17394b"))


def _smooth(ink: str) -> skia.Paint:
    return skia.Paint(Color=colour(ink), AntiAlias=True, PathEffect=skia.CornerPathEffect.Make(60))


def _bottle(canvas: skia.Canvas) -> None:
    """A pump bottle with a paper label, lit from the left."""
    canvas.drawRoundRect(skia.Rect.MakeXYWH(170, 470, 460, 830), 92, 92,
                         _shaded((170, 0), (630, 0), "#f6dccf", "#eeb9a4", "#c98b76"))  # fmt: skip
    canvas.drawRoundRect(skia.Rect.MakeXYWH(204, 520, 34, 700), 17, 17, _fill("#ffffff", 0.5))
    canvas.drawRect(skia.Rect.MakeXYWH(330, 400, 140, 84), _shaded((330, 0), (470, 0), "#ffffff", "#d7d2cc"))
    canvas.drawRoundRect(
        skia.Rect.MakeXYWH(352, 250, 96, 160), 20, 20, _shaded((352, 0), (448, 0), "#ffffff", "#d7d2cc")
    )
    spout = skia.Path()
    spout.moveTo(180, 214)
    spout.lineTo(448, 200)
    spout.lineTo(470, 260)
    spout.lineTo(330, 274)
    spout.quadTo(210, 262, 180, 300)
    spout.close()
    canvas.drawPath(spout, _shaded((180, 200), (470, 280), "#ffffff", "#cfc9c2"))
    canvas.drawRoundRect(
        skia.Rect.MakeXYWH(170, 760, 460, 330), 0, 0, _shaded((170, 0), (630, 0), "#fffaf3", "#e9ded2")
    )
    canvas.drawRoundRect(skia.Rect.MakeXYWH(250, 830, 300, 26), 13, 13, _fill("#7b4a3c"))
    for i, wide in enumerate((220, 260, 180)):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(250, 900 + i * 40, wide, 14), 7, 7, _fill("#7b4a3c", 0.45))


def _ring(canvas: skia.Canvas) -> None:
    """A gold ring with an emerald, seen a little from above."""
    gold = ("#fff0c2", "#d9a94e", "#8c5f1e", "#f3d58a", "#b07f31")
    pen = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=74, Dither=True,
                     Shader=skia.GradientShader.MakeSweep(500, 720, [colour(i) for i in (*gold, gold[0])]))  # fmt: skip
    canvas.drawOval(skia.Rect.MakeXYWH(180, 400, 640, 640), pen)
    inner = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=9, Color=colour("#6b4513", 0.55))
    canvas.drawOval(skia.Rect.MakeXYWH(221, 441, 558, 558), inner)
    crown = [(340, 250), (430, 160), (570, 160), (660, 250), (500, 440)]
    canvas.drawPath(skia.Path.Polygon([skia.Point(x, y + 14) for x, y in crown], True), _fill("#b07f31"))
    facets = (
        ("#1fa27a", [(340, 250), (430, 160), (450, 250)]),
        ("#7fe3c0", [(430, 160), (570, 160), (550, 250), (450, 250)]),
        ("#2fb98c", [(570, 160), (660, 250), (550, 250)]),
        ("#0c6e54", [(340, 250), (450, 250), (500, 440)]),
        ("#35c998", [(450, 250), (550, 250), (500, 440)]),
        ("#0a5a45", [(550, 250), (660, 250), (500, 440)]),
    )
    for ink, points in facets:
        canvas.drawPath(skia.Path.Polygon([skia.Point(*point) for point in points], True), _fill(ink))


def _app(canvas: skia.Canvas) -> None:
    """A page of a program that plans deliveries: a sidebar, figures, a curve, a list."""
    canvas.drawRect(skia.Rect.MakeWH(1600, 1000), _fill("#f4f6fa"))
    canvas.drawRect(skia.Rect.MakeWH(260, 1000), _fill("#122b3a"))
    for i in range(6):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(40, 130 + i * 74, 26, 26), 8, 8, _fill("#4fc3a1", 1 if i == 1 else 0.4))
        canvas.drawRoundRect(skia.Rect.MakeXYWH(84, 136 + i * 74, 110 + i * 13 % 40, 14), 7, 7, _fill("#ffffff", 0.7))
    for i in range(3):
        left = 310 + i * 420
        canvas.drawRoundRect(skia.Rect.MakeXYWH(left, 60, 380, 170), 20, 20, _fill("#ffffff"))
        canvas.drawRoundRect(skia.Rect.MakeXYWH(left + 32, 94, 120, 14), 7, 7, _fill("#8a97a6"))
        canvas.drawRoundRect(skia.Rect.MakeXYWH(left + 32, 134, 190 - i * 30, 44), 12, 12, _fill("#122b3a"))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(310, 270, 800, 660), 20, 20, _fill("#ffffff"))
    curve = skia.Path()
    curve.moveTo(350, 800)
    curve.cubicTo(500, 760, 560, 560, 700, 600)
    curve.cubicTo(820, 640, 900, 420, 1070, 380)
    under = skia.Path(curve)
    under.lineTo(1070, 880)
    under.lineTo(350, 880)
    canvas.drawPath(under, _fill("#4fc3a1", 0.22))
    pen = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=9, Color=colour("#1d8a6c"),
                     StrokeCap=skia.Paint.kRound_Cap)  # fmt: skip
    canvas.drawPath(curve, pen)
    canvas.drawRoundRect(skia.Rect.MakeXYWH(1150, 270, 380, 660), 20, 20, _fill("#ffffff"))
    for i in range(6):
        canvas.drawCircle(1206, 340 + i * 100, 24, _fill(("#f2a65a", "#4fc3a1", "#5b8def")[i % 3]))
        canvas.drawRoundRect(skia.Rect.MakeXYWH(1250, 322 + i * 100, 200 - i * 17 % 60, 14), 7, 7, _fill("#122b3a"))
        canvas.drawRoundRect(skia.Rect.MakeXYWH(1250, 348 + i * 100, 130, 11), 5, 5, _fill("#8a97a6"))


_DRAWN: dict[str, tuple[tuple[int, int], Callable[[skia.Canvas], None]]] = {
    "coast": ((1920, 1440), _coast),
    "bottle": ((800, 1400), _bottle),
    "ring": ((1000, 1120), _ring),
    "app": ((1600, 1000), _app),
}
"""By name: the size in pixels and what draws it."""

"""Honest files to mutate, one or two of each kind, made here; without `ffmpeg` there are no films or packed sounds."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import wave
import zipfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from benchmarks.fuzzing_fonts import real_fonts

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40" width="80" height="40"><defs><linearGradient id="g">'
    '<stop offset="0" stop-color="#14508c"/><stop offset="1" stop-color="#f90"/></linearGradient></defs>'
    '<g transform="rotate(4)"><path d="M4 4 L40 8 C50 20 60 30 76 36 Z" fill="url(#g)"/><circle cx="20" cy="20" r="9"/>'
    '<text x="4" y="30" style="font-size:9px">Lumen</text></g></svg>'
)
_CSV = 'Month,Visitors,Note\nJanuary,"1,200 kg",=1+1\nFebruary,1 340 kg,@SUM(A1)\nMarch,"1.500,5 kg",-2+3\n'
_FILM = {
    "mp4": ["-c:v", "libx264", "-c:a", "aac", "-movflags", "+faststart"],
    "webm": ["-c:v", "libvpx", "-c:a", "libopus"],
    "mkv": ["-c:v", "libx264", "-c:a", "aac"],
    "mp3": ["-vn", "-c:a", "libmp3lame"],
    "ogg": ["-vn", "-c:a", "libvorbis"],
    "flac": ["-vn", "-c:a", "flac"],
    "m4a": ["-vn", "-c:a", "aac"],
}
STORYBOARD = {
    "schema": "storyboard/1",
    "title": "Lumen",
    "scenes": [
        {"id": "a", "heading": "Light", "lines": [{"id": "l1", "text": "Meet the lamp."}], "layout": "presenter"},
        {"id": "b", "layout": "points", "content": {"entries": [{"text": "One"}, {"text": "Two"}]}},
    ],
    "end_card": {"call_to_action": "Order", "address": "lumen.example"},
    "look": {"primary": "#14508c"},
}


def seeds(kind: str, folder: Path) -> list[bytes]:
    """Honest files of `kind`; none where what makes them is not installed."""
    if kind in _FILM:
        return _film(kind, folder)
    return _MAKERS[kind]()


def _film(kind: str, folder: Path) -> list[bytes]:
    program = shutil.which("ffmpeg")
    if program is None:
        return []
    path = folder / f"seed.{kind}"
    made = ["-f", "lavfi", "-i", "testsrc2=s=64x48:r=10:d=0.6", "-f", "lavfi", "-i", "sine=d=0.6:r=16000"]
    done = subprocess.run(
        [program, "-v", "error", "-y", *made, *_FILM[kind], str(path)], capture_output=True, check=False
    )
    return [path.read_bytes()] if done.returncode == 0 else []


def _picture(format: str) -> Callable[[], list[bytes]]:
    def make() -> list[bytes]:
        drawn = Image.effect_mandelbrot((40, 30), (-2, -1, 1, 1), 20).convert("RGB")
        held = io.BytesIO()
        drawn.save(held, format)
        return [held.getvalue()]

    return make


def _wav() -> list[bytes]:
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(range(256)) * 8)
    return [held.getvalue()]


def _word() -> list[bytes]:
    import docx

    document = docx.Document()
    document.add_heading("Lumen", 1)
    document.add_paragraph("Meet the lamp that follows the daylight.")
    document.add_table(2, 2).cell(0, 0).text = "One"
    held = io.BytesIO()
    document.save(held)
    return [held.getvalue()]


def _slides() -> list[bytes]:
    import pptx

    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Lumen"
    slide.notes_slide.notes_text_frame.text = "Meet the lamp."
    held = io.BytesIO()
    deck.save(held)
    return [held.getvalue()]


def _pdf() -> list[bytes]:
    text = b"BT /F1 12 Tf 20 100 Td (The logo of Lumen is #14508c.) Tj ET"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(made)
    made += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start
    return [bytes(made)]


def _zip() -> list[bytes]:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("brand/logo.svg", _SVG)
        archive.writestr("brand/tokens.json", json.dumps({"colour": {"main": {"$value": "#14508c"}}}))
        archive.writestr("../../outside.txt", "no")
    return [held.getvalue()]


def _font() -> list[bytes]:
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((450, 0), (450, 700), (50, 700)):
        pen.lineTo(point)
    pen.closePath()
    names = [".notdef", *"aeinorstAEN", "zero"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("0" if name == "zero" else name): name for name in names[1:]})
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Lumen", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    held = io.BytesIO()
    builder.save(held)
    return [held.getvalue(), *real_fonts()]


_MAKERS: dict[str, Callable[[], list[bytes]]] = {
    "png": _picture("PNG"),
    "jpg": _picture("JPEG"),
    "gif": _picture("GIF"),
    "webp": _picture("WEBP"),
    "svg": lambda: [_SVG.encode()],
    "wav": _wav,
    "docx": _word,
    "pptx": _slides,
    "pdf": _pdf,
    "zip": _zip,
    "font": _font,
    "csv": lambda: [_CSV.encode(), "Month;Visitors\nJanuary;1200\nFebruary;7\n".encode("utf-16")],
    "tokens": lambda: [json.dumps({"colour": {"main": {"$value": "#14508c", "$type": "color"}}}).encode()],
    "css": lambda: [b":root{--main:#14508c;font-family:'Inter',sans-serif}a{color:rgb(20 80 140 / 50%)}"],
    "yml": lambda: [b"meta:\n  name: Lumen\ncolor:\n  palette: {blue: '#14508c'}\n  primary: blue\n"],
    "json": lambda: [
        json.dumps(STORYBOARD).encode(),
        b'{"script":"Hello.","avatar_id":"maya","background_music":"calm"}',
    ],
    "message": lambda: [json.dumps({"text": "calmer music", "patches": [{"op": "set_title", "title": "L"}]}).encode()],
    "http": lambda: [
        json.dumps({"note": "fine", "content": "0" * 64, "threadId": "t", "pagination": {"first": 20}}).encode()
    ],
}
KINDS = (*_FILM, *_MAKERS)

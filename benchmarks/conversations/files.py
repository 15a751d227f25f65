"""Files that clients drop in: a few that are what they say, and garbage under every ending."""

from __future__ import annotations

import io
import random
from pathlib import Path

SCRIPT = "Meet Lumen.\n\nIt follows the light of the day. Order at lumen.example.\n"
_BROKEN = tuple("png jpg svg webp gif txt md docx pdf pptx csv mp4 mov wav ttf exe".split())
KINDS = (
    "logo.png", "logo.svg", "photo.jpg", "script.txt", "script.md", "script.docx", "script.pdf", "empty.txt",
    "empty.png", "missing.png", "tiny.png", *(f"garbage.{ending}" for ending in _BROKEN),
)  # fmt: skip
"""What `make_files` writes: the ending tells what it says it is."""


def make_files(folder: Path) -> dict[str, Path]:
    """A file of every kind in `folder`, by kind; `missing.png` is not there."""
    from PIL import Image, ImageDraw

    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(1)
    logo = Image.new("RGBA", (400, 160), (0, 0, 0, 0))
    ImageDraw.Draw(logo).ellipse((20, 20, 140, 140), fill=(20, 90, 200, 255))
    contents: dict[str, bytes] = {
        "logo.png": _picture(logo, "PNG"),
        "photo.jpg": _picture(Image.effect_noise((640, 360), 60).convert("RGB"), "JPEG"),
        "tiny.png": _picture(Image.new("RGB", (1, 1)), "PNG"),
        "logo.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><rect width="80" height="40"/></svg>',
        "script.txt": SCRIPT.encode(),
        "script.md": f"# Lumen\n\n{SCRIPT}".encode(),
        "script.docx": _word(),
        "script.pdf": _pdf(),
        "empty.txt": b"",
        "empty.png": b"",
        **{f"garbage.{ending}": chance.randbytes(3000) for ending in _BROKEN},
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in KINDS}


def _picture(picture: object, kind: str) -> bytes:
    from PIL import Image

    assert isinstance(picture, Image.Image)
    kept = io.BytesIO()
    picture.save(kept, kind)
    return kept.getvalue()


def _word() -> bytes:
    import docx

    document = docx.Document()
    for paragraph in SCRIPT.split("\n\n"):
        document.add_paragraph(paragraph.strip())
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _pdf() -> bytes:
    """A page with one line of text, as small as a PDF can be."""
    text = b"BT /F1 14 Tf 40 700 Td (Meet Lumen. It follows the light of the day.) Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>startxref %d\n%%%%EOF" % (
        size, table, size, len(made),
    )  # fmt: skip

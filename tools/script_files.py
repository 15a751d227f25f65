"""Scripts that come as documents: Word, PowerPoint and PDF files, read as the text that is to be spoken.

A document from outside may be made to need more than anybody has: what is packed is counted before it is unpacked, and
a PDF is read in a process of its own with little memory and time.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.errors import BadInput
from tools.plain_text import clean, decode

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

LARGEST = 30_000_000
"""Bytes of a document."""
UNPACKED = 200_000_000
"""Bytes of everything that is packed in it."""
LONGEST = 200_000
"""Characters of text; more than an hour of speech."""


def script_text(path: Path, name: str = "") -> str:
    """The text of a script: headings as Markdown `#`, paragraphs with blank lines between. `name` is for messages.

    Reads txt, md, docx, pptx (the speaker's notes where there are any, else what stands on the slides) and pdf. Raises
    `BadInput` for what is none of these, is damaged, locked, too large, or has no words.
    """
    shown = name or path.name
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise BadInput(f"A script can be txt, md, docx, pptx or pdf, but {shown!r} is none of these; save it as one.")
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(f"{shown!r} is larger than 30 MB; leave out its pictures, or give the text alone.")
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{shown!r} can not be read ({error.strerror or error}); give it again.") from error
    text = clean(reader(content, shown)).strip()
    if not text:
        raise BadInput(f"There are no words to speak in {shown!r}; a scanned page is a picture. Give it as text.")
    return text[:LONGEST]


def _plain(content: bytes, name: str) -> str:
    return decode(content, name)


def _word(content: bytes, name: str) -> str:
    _check_packed(content, name)
    import docx

    return _read(lambda: "\n\n".join(_paragraphs(docx.Document(io.BytesIO(content)))), name, "Word document")


def _paragraphs(document: WordDocument) -> Iterator[str]:
    for paragraph in document.paragraphs:
        text = " ".join(paragraph.text.split())
        style = (paragraph.style.name or "") if paragraph.style is not None else ""
        if text:
            yield f"# {text}" if style.startswith(("Heading", "Title")) else text


def _slides(content: bytes, name: str) -> str:
    _check_packed(content, name)
    import pptx

    return _read(lambda: _told(pptx.Presentation(io.BytesIO(content))), name, "presentation")


def _told(deck: Any) -> str:  # noqa: ANN401  (the library's own type says less than it holds)
    """What is told with the slides of a deck."""
    spoken: list[str] = []
    for slide in deck.slides:
        title = slide.shapes.title
        heading = " ".join(title.text.split()) if title is not None else ""
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        shown = [shape.text for shape in slide.shapes if shape.has_text_frame and shape != title]
        words = notes.strip() or "\n\n".join(text.strip() for text in shown if text.strip())
        if heading and words:
            spoken.append(f"# {heading}")
        if words or heading:
            spoken.append(words or heading)
    return "\n\n".join(spoken)


def _pdf(content: bytes, name: str) -> str:
    from brand_memory.errors import BrandFileUnusable
    from brand_memory.guideline_pdfs import pages_of

    try:
        pages = pages_of(content, name)
    except BrandFileUnusable as error:
        raise BadInput(str(error)) from error
    return "\n\n".join(_joined(page) for page in pages)


def _joined(page: str) -> str:
    """The lines of a page as paragraphs: a line goes on in the next one unless an empty one stands between."""
    paragraphs: list[str] = []
    open_ = False
    for line in (line.strip() for line in page.splitlines()):
        if not line:
            open_ = False
        elif open_ and paragraphs:
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
            open_ = True
    return "\n\n".join(paragraphs)


def _read(read: Callable[[], str], name: str, what: str) -> str:
    """What `read` gives. The libraries raise whatever a damaged file makes them stumble over, wherever that is."""
    try:
        return read()
    except Exception as error:
        raise BadInput(f"{name!r} is damaged, locked, or no {what}; save it anew, or give the text alone.") from error


def _check_packed(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            count = len(archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise BadInput(f"{name!r} is damaged or locked; save it anew, or give the text alone.") from error
    if size > UNPACKED or count > 20_000:
        raise BadInput(f"{name!r} holds more than can be read safely; give the text alone.")


_READERS: dict[str, Callable[[bytes, str], str]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _plain,
    ".markdown": _plain,
    ".docx": _word,
    ".pptx": _slides,
    ".pdf": _pdf,
}

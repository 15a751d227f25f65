"""The source: what a video is made from, as a person gives it: words, or the path of a script or a JSON document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tools.brief import Brief
from tools.errors import BadInput
from tools.json_documents import read_document
from tools.manuscript import read_manuscript
from tools.order import Order
from tools.plain_text import clean, decode
from tools.script import Script
from tools.script_files import script_text
from tools.storyboard import Storyboard

LONGEST_REQUEST = 20_000
"""Characters of plain words."""

LARGEST_FILE = 5_000_000
"""Bytes."""

_TEXT, _MARKDOWN = (".txt", ".text"), (".md", ".markdown")
_PACKED = (".docx", ".pptx", ".pdf")
_READABLE = (*_TEXT, *_MARKDOWN, *_PACKED, ".json")
_OTHER = (
    ".doc",
    ".rtf",
    ".odt",
    ".pages",
    ".ppt",
    ".xlsx",
    ".csv",
    ".html",
    ".htm",
    ".xml",
    ".yaml",
    ".yml",
    ".toml",
    ".srt",
    ".vtt",
    ".mp4",
    ".mov",
    ".webm",
    ".mp3",
    ".wav",
    ".png",
    ".jpg",
    ".jpeg",
    ".webp",
    ".svg",
)


@dataclass(frozen=True)
class Words:
    """A wish in plain words, from which a brief is to be made."""

    text: str


Source = Words | Brief | Script | Storyboard | Order


def read_source(asked: str) -> Source:
    """What `asked` stands for: plain words, or the document in the file that it names.

    Raises `tools.errors.BadInput` with one clear sentence for anything that can not be used.
    """
    text = clean(asked)
    if not text.strip():
        raise BadInput(
            'There is nothing to make a video from; say what it is about, e.g. "30 seconds about our new bakery".'
        )
    if not _looks_like_a_path(asked.strip()):
        return _words(text)
    return read_file(Path(asked.strip()).expanduser())


def read_file(path: Path) -> Script | Brief | Storyboard | Order:
    """The document in a `.txt`, `.md`, `.docx`, `.pptx`, `.pdf` or `.json` file. Raises `tools.errors.BadInput`."""
    suffix = path.suffix.lower()
    try:
        if path.is_dir():
            raise BadInput(f"{path} is a folder; name the script or JSON file in it.")
        if not path.exists():
            raise BadInput(f"There is no file {path}; check the name, or put plain words in quotes.")
        if suffix not in _READABLE:
            raise BadInput(f"{path.name} is of a kind that is not read here; save it as .txt, .md, .docx or .json.")
        if suffix in _PACKED:
            return read_manuscript(script_text(path), markdown=True)
        if path.stat().st_size > LARGEST_FILE:
            raise BadInput(
                f"{path.name} is {path.stat().st_size / 1e6:.1f} MB large and the limit is "
                f"{LARGEST_FILE // 1_000_000} MB."
            )
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        if isinstance(error, BadInput):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(f"{path.name} can not be read: {reason}.") from None
    text = decode(data, path.name)
    if not text.strip():
        raise BadInput(f"{path.name} is empty; write what the presenter shall say, or what the video is about.")
    if suffix == ".json":
        document = read_document(text, path.name)
        if isinstance(document, Order):
            order_script(document)
        return document
    return read_manuscript(text, markdown=suffix in _MARKDOWN, folder=path.parent)


def order_script(order: Order) -> Script:
    """The verbatim script of an order. Raises `tools.errors.BadInput` when it says nothing or too much."""
    script = read_manuscript(order.script)
    return script.changed(title=order.title or script.title, language=order.language or script.language)


def _words(text: str) -> Words:
    if len(text) > LONGEST_REQUEST:
        raise BadInput(
            f"The request has {len(text):,} characters and the limit is {LONGEST_REQUEST:,}; put a script "
            f"to be "
            "spoken word for word into a .txt file."
        )
    if not any(character.isalpha() for character in text):
        raise BadInput(f'There are no words in "{text.strip()[:40]}"; say what the video is about.')
    return Words("\n".join(" ".join(line.split()) for line in text.strip().split("\n")))


def _looks_like_a_path(asked: str) -> bool:
    if "\n" in asked or len(asked) > 1000 or "\0" in asked:
        return False
    lowered = asked.lower()
    spaces = len(asked.split()) - 1
    if re.match(r"(?:\./|\.\./|~/|/|[A-Za-z]:\\)\S", asked) or asked in (".", ".."):
        return spaces < 4 or lowered.endswith(_READABLE)
    if lowered.endswith((*_READABLE, *_OTHER)) and (
        spaces == 0 or (spaces < 4 and _exists(asked)) or "/" in asked.split()[0]
    ):
        return True
    return (
        spaces == 0
        and "/" in asked
        and not re.match(r"(?:https?://|www\.)", lowered)
        and _exists(asked)
        or (_exists(asked) and spaces < 4 and Path(asked).is_dir() and "/" in asked)
    )


def _exists(asked: str) -> bool:
    try:
        return Path(asked).exists()
    except (OSError, ValueError):
        return False

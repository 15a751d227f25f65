"""What a block of a Markdown script shows: a list its entries, a quotation whose words they are, an image the picture.

All of it is spoken as it is written; this says only what stands on screen meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tools.scene_contents import Entry, SceneContent

_BULLET = re.compile(r"^\s{0,8}(?:[-*+•–])\s+(?P<text>.*)$")
_NUMBERED = re.compile(r"^\s{0,8}\d{1,3}[.)]\s+(?P<text>.*)$")
_QUOTED = re.compile(r"^\s{0,3}>\s?(?P<text>.*)$")
_SAID_BY = re.compile(r"^(?:[—–]|--|-)\s*(?P<author>[^,]{2,80})(?:,\s*(?P<role>.{2,120}))?$")
IMAGE = re.compile(r"!\[(?P<text>[^\]]*)\]\(\s*<?(?P<file>[^\s)>]+)>?(?:\s+[\"'][^)]*)?\)")
_TERM = re.compile(r"^(?P<text>[^:–—]{2,40}?)(?::|\s[–—])\s+(?P<detail>.{3,240})$")
_LONGEST_ENTRY, _LONGEST_QUOTE = 90, 400
_MOST_ENTRIES = 8
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff")

ShownLayout = Literal["", "points", "steps", "quote", "picture"]


@dataclass(frozen=True)
class Shown:
    """A layout, or an empty one, and its content."""

    layout: ShownLayout = ""
    content: SceneContent = SceneContent()


def shown_in(block: str, plain: Callable[[str], str], folder: Path | None) -> Shown:
    """What a block of a Markdown script shows. `plain` takes marks out of a text.

    Pictures are those that lie in `folder`, where the script does, or in folders there; others are left out.
    """
    pictures = [match for match in IMAGE.finditer(block) if folder is not None and _inside(match["file"], folder)]
    content = SceneContent()
    if pictures and folder is not None:
        text = plain(pictures[0]["text"])[:300]
        content = SceneContent(picture=str(folder / pictures[0]["file"]), picture_text=text)
    lines = [line for line in IMAGE.sub("", block).split("\n") if line.strip()]
    quote = _quote(lines, plain)
    if quote is not None:
        return Shown("quote", quote.changed(picture=content.picture))
    entries, numbered = _entries(lines, plain)
    if entries:
        return Shown("steps" if numbered else "points", content.changed(entries=entries))
    return Shown("picture" if content.picture else "", content)


def _inside(file: str, folder: Path) -> bool:
    """Whether `file` is a picture in `folder` or below, by its name alone: nothing is fetched, nothing else is read."""
    if "://" in file or not file.lower().endswith(_PICTURES):
        return False
    try:
        return (folder / file).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False


def _entries(lines: Sequence[str], plain: Callable[[str], str]) -> tuple[tuple[Entry, ...], bool]:
    """The items of a list, of which there are at least two short ones, and whether they are numbered."""
    found: list[str] = []
    numbered = 0
    for line in lines:
        match = _BULLET.match(line) or _NUMBERED.match(line)
        if match:
            numbered += _NUMBERED.match(line) is not None
            found.append(match["text"])
        elif found:
            found[-1] += f" {line.strip()}"
    texts = [plain(text).rstrip(".;,") for text in found]
    if not 2 <= len(texts) <= _MOST_ENTRIES:
        return (), False
    entries = tuple(_entry(text) for text in texts)
    short = all(entry.text.strip() and len(entry.text) <= _LONGEST_ENTRY for entry in entries)
    return (entries, numbered == len(texts)) if short else ((), False)


def _entry(text: str) -> Entry:
    """An item, its explanation on a line below where it has one."""
    match = _TERM.match(text)
    if match and not text.startswith(("http:", "https:")):
        return Entry(text=match["text"].strip(), detail=match["detail"].strip())
    return Entry(text=text[:160])


def _quote(lines: Sequence[str], plain: Callable[[str], str]) -> SceneContent | None:
    """The words of a quotation and who said them; None where not all of the block is one."""
    matches = [_QUOTED.match(line) for line in lines]
    if not lines or not all(matches):
        return None
    texts = [plain(match["text"]) for match in matches if match]
    said_by = _SAID_BY.match(texts[-1]) if len(texts) > 1 else None
    words = " ".join(texts[:-1] if said_by else texts).strip().strip('"“”„«»').strip()
    if not 12 <= len(words) <= _LONGEST_QUOTE:
        return None
    if said_by is None:
        return SceneContent(quote=words)
    return SceneContent(quote=words, author=said_by["author"].strip(), role=(said_by["role"] or "").strip())

"""A production's own typefaces: font files checked, kept as takes, and put into its look under the names they have."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from renderers.errors import TakeDamaged
from renderers.look import FontFamily, Look
from renderers.takes import TakeStore, digest, file_digest
from renderers.typography import DEFAULT_FAMILY, FAMILIES
from tools.errors import BadInput
from tools.storyboard import LookChoice

KIND = "fonts"
SERIF_FAMILY = "Source Serif Pro"
FONT_VERSION = 1
"""Raised when fonts are made anew in another way."""
MOST_BYTES, MOST_FILES = 3_000_000, 24
_PATIENCE = 60.0
"""Seconds that a font may take to be read, on a busy machine too."""
_ROOT = Path(__file__).resolve().parents[1]
_ENVIRONMENT = {"LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}
_STYLE = re.compile(
    r"\b(variable|vf|thin|light|book|regular|roman|medium|semi ?bold|demi|bold|extra ?bold|black|heavy)\b"
)


@dataclass(frozen=True)
class _Font:
    """One checked font: its family, whether it is italic or has serifs, the key of its file, and where it is kept."""

    family: str
    italic: bool
    serif: bool
    digest: str
    file: Path


def own_look(look: Look, choice: LookChoice, takes: TakeStore) -> tuple[Look, tuple[str, ...]]:
    """`look` with the families that `choice` names taken from its `fonts`, and sentences on those that are nowhere.

    Raises `BadInput`, naming the field and the file, for a font that can not be used.
    """
    found = _families([_checked(path, takes) for path in dict.fromkeys(choice.fonts)])
    fields: dict[str, str] = {}
    notes: list[str] = []
    for role, asked in (("heading", choice.heading), ("body", choice.body)):
        wanted = _plain(asked)
        known = next((family for name, family in found.items() if wanted and _plain(name) == wanted), None)
        if known is not None:
            fields[role] = known.name
        elif wanted and not any(_plain(name) == wanted for name in FAMILIES):
            what = "headings" if role == "heading" else "text"
            holds = f" `look.fonts` holds {', '.join(found)}." if found else " Give its font files in `look.fonts`."
            notes.append(f"The typeface {asked} for {what} is not here; {getattr(look, role)} stands in for it.{holds}")
    used = tuple(family for family in found.values() if family.name in fields.values())
    heading, body = fields.get("heading", look.heading), fields.get("body", look.body)
    return replace(look, heading=heading, body=body, fonts=used), tuple(notes)


def _families(fonts: Sequence[_Font]) -> dict[str, FontFamily]:
    """The families of `fonts` by name; upright faces alone where there are any."""
    grouped: dict[str, list[_Font]] = {}
    for font in fonts:
        grouped.setdefault(font.family, []).append(font)
    made: dict[str, FontFamily] = {}
    for name, faces in grouped.items():
        upright = [face for face in faces if not face.italic] or faces
        mark = digest(FONT_VERSION, sorted(face.digest for face in upright))[:12]
        plain = name.casefold()
        serif = any(face.serif for face in faces) or "serif" in plain and "sans" not in plain
        stand_in = SERIF_FAMILY if serif else DEFAULT_FAMILY
        made[name] = FontFamily(f"{name} {mark}", tuple(face.file for face in upright), stand_in)
    return made


def _plain(name: str) -> str:
    """A family's name as it is compared: without case, spaces, and words for one of its styles."""
    return re.sub(r"[\W_]+", "", _STYLE.sub(" ", name.casefold()))


def _checked(asked: str, takes: TakeStore) -> _Font:
    path = Path(asked).expanduser().absolute()
    try:
        size = path.stat().st_size if path.is_file() else -1
        if size > MOST_BYTES:
            raise _refused(path, f"is {size / 1e6:.1f} MB large; at most {MOST_BYTES / 1e6:g} MB are read")
        content = file_digest(path) if size >= 0 else ""
    except OSError as error:
        raise _refused(path, f"can not be opened ({error.strerror or error})") from error
    if size < 0:
        raise _refused(path, "is not there")

    def write(folder: Path) -> None:
        facts, font = _ask_child(path)
        (folder / "font.sfnt").write_bytes(font)
        (folder / "facts.json").write_text(json.dumps(facts))

    take = takes.keep(KIND, digest("font", FONT_VERSION, content), write)
    try:
        facts = json.loads((take.folder / "facts.json").read_text())
        serif = facts["category"] == "serif"
        return _Font(str(facts["family"]), bool(facts["italic"]), serif, content, take.folder / "font.sfnt")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TakeDamaged(f"A font can not be read back ({error}).", take.folder) from error


def _ask_child(path: Path) -> tuple[dict[str, object], bytes]:
    """What a child finds the font at `path` to be, and the font made anew. Raises `BadInput`."""
    try:
        done = subprocess.run(
            [sys.executable, "-B", "-m", "agency.font_child"],
            input=path.read_bytes(),
            cwd=_ROOT,
            capture_output=True,
            env=_ENVIRONMENT,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _refused(path, "takes longer to read than a healthy font ever does") from None
    head, _, font = done.stdout.partition(b"\n")
    try:
        facts = json.loads(head) if done.returncode == 0 else {}
    except ValueError:
        facts = {}
    if "refused" in facts:
        raise _refused(path, str(facts["refused"]))
    if not isinstance(facts, dict) or not {"family", "italic", "category"} <= facts.keys() or not font:
        raise _refused(path, "is damaged in a way that stops the reader")
    return facts, font


def _refused(path: Path, why: str) -> BadInput:
    return BadInput(f"The font {path.name} in `look.fonts` {why}; give another file, or leave it out.")

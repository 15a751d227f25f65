"""Where the commands meet the brand memory: it gets the home's paths, the settings' embedder, and eyes for videos."""

from __future__ import annotations

import difflib
import os
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from agency.home import home
from agency.settings import Settings, load_settings
from brand_memory.fragments import KINDS, FragmentKind
from brand_memory.records import BrandRecords
from renderers.errors import NoSpace
from tools.errors import BadInput

if TYPE_CHECKING:
    from brand_memory.forgetting import Forgotten
    from brand_memory.kit import BrandKit
    from brand_memory.memory import Memory


def brand_records(settings: Settings | None = None) -> BrandRecords:
    """The brands of this home."""
    return BrandRecords(home(settings or load_settings()).brands)


def brand_memory_of(records: BrandRecords, settings: Settings | None = None) -> Memory:
    """The memory beside `records`, with the first embedder of the settings that can be had; to be closed."""
    from agency.engines import first_engine
    from brand_memory.memory import Memory

    chosen = first_engine("embedding", (settings or load_settings()).engines.embedding)
    return Memory(records.root, chosen.engine, records.tenant)


def chosen_kinds(typed: str) -> tuple[FragmentKind, ...]:
    """The kinds of memories named with commas between; all where none is. Raises `BadInput`."""
    asked = [part.strip().lower() for part in typed.split(",") if part.strip()]
    for part in asked:
        if part not in KINDS:
            near = difflib.get_close_matches(part, KINDS, 1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise BadInput(f"There are no memories of the kind {part!r}. Known: {', '.join(KINDS)}.{hint}")
    return tuple(kind for kind in KINDS if kind in asked) or KINDS


def known_families() -> tuple[str, ...]:
    """The typefaces that the renderers bring, for "did you mean"."""
    from renderers.typography import FAMILIES

    return tuple(FAMILIES)


def measure_clip(path: Path) -> tuple[float, int, int, bool]:
    """Seconds, width, height and whether there is sound, of a video file. Raises `MediaRejected`."""
    from renderers.errors import MediaRejected
    from renderers.media import probe_foreign

    facts = probe_foreign(path)
    if facts.video is None:
        raise MediaRejected(f"{path.name!r} has no pictures: give a video file.")
    return facts.duration, facts.video.width, facts.video.height, facts.sound is not None


def write_sheet(records: BrandRecords, kit: BrandKit, out: Path) -> None:
    """Write the one-page brand sheet of a kit to `out`, whole or not at all. Raises `NoSpace`."""
    from brand_memory.sheet import sheet

    files = records.files(kit.id)
    _write(out, sheet(kit, files, lambda clip: _still(files.path(clip.file), clip.seconds / 2)).encode())


def export_brand(records: BrandRecords, id_: str, formats: str, folder: Path) -> tuple[Path, ...]:
    """The files written for the `formats` named with commas between. Raises `BadInput` and `NoSpace`."""
    from brand_memory.exporting import EXPORTS

    asked = list(dict.fromkeys(part.strip().lower() for part in formats.split(",") if part.strip()))
    for part in asked or [""]:
        if part not in EXPORTS:
            near = difflib.get_close_matches(part, EXPORTS, 1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise BadInput(f"A brand can not be exported as {part!r}. Known: {', '.join(EXPORTS)}.{hint}")
    kit, files = records.kit(id_), records.files(id_)
    written = []
    for part in asked:
        for name, content in EXPORTS[part](kit, files).items():
            _write(folder / name, content)
            written.append(folder / name)
    return tuple(written)


def forget_brand(records: BrandRecords, id_: str) -> Forgotten:
    """What was removed."""
    from brand_memory.forgetting import forget

    return forget(records, id_)


def _still(path: Path, seconds: float) -> bytes | None:
    """A picture of a film as PNG; None where it can not be read."""
    import io

    from PIL import Image

    from renderers.errors import MediaRejected
    from renderers.media import FOREIGN, picture_at

    try:
        picture = picture_at(path, seconds, limits=FOREIGN)
    except MediaRejected:
        return None
    if picture is None:
        return None
    out = io.BytesIO()
    Image.fromarray(picture.pixels).save(out, "PNG")
    return out.getvalue()


def _write(path: Path, content: bytes) -> None:
    making = path.with_name(f".{path.name}.{os.getpid()}-{uuid.uuid4().hex[:8]}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        making.write_bytes(content)
        making.replace(path)
    except OSError as error:
        making.unlink(missing_ok=True)
        raise NoSpace(f"Could not write {str(path)!r}: {error.strerror or error}. Choose another place.") from error

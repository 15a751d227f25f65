"""The brand that a video is made for: found by name, or learned from its address, and pinned at one version.

Its files are copied into the production, so that the production can be made again whatever becomes of the brand.
"""

from __future__ import annotations

import contextlib
import difflib
import json
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agency.productions import TAKES, Production, copy_file, productions
from brand_memory.errors import BrandError, UnknownBrand
from brand_memory.naming import host
from renderers.errors import MediaRejected, NoSpace
from renderers.takes import TakeStore
from tools.brief import Brief
from tools.errors import BadInput, UnknownName
from tools.order import Order
from tools.source import Source
from tools.storyboard import LookChoice, Storyboard

if TYPE_CHECKING:
    from agency.home import Home
    from agency.settings import Settings
    from brand_memory.embedding import Embedder
    from brand_memory.kit import StoredFile
    from brand_memory.records import BrandRecords
    from tools.branding import Material, Remembered

FOLDER = "brand"
"""Where the files of a brand lie in a production."""
KIT = "kit"
"""What a wish for a brand is called among what was said: the id of a brand and the version of its kit."""
NONE = "none"
"""How a person says that no brand is wanted, though one is named."""

_MOST_NOTES, _LONGEST_BAN = 50, 4
_BAN = re.compile(
    r"\b(?:never|do not|don['’]t|please avoid|avoid)\s+(?:(?:say|use|write|saying|using)\s+)+(?:the\s+)?(?:words?\s+)?"
    r"(?P<words>[^.;:!?\n]{2,80})",
    re.IGNORECASE,
)

Say = Callable[[str], None]


@dataclass(frozen=True)
class PinnedBrand:
    """A brand's id and the version of its kit that a production is made with."""

    id: str
    version: int


def say_to_stderr(line: str) -> None:
    """Progress goes to standard error, so that what is printed can be piped on."""
    print(line, file=sys.stderr, flush=True)


def pin_brand(said: dict[str, Any], asked: Source, settings: Settings, say: Say = say_to_stderr) -> dict[str, Any]:
    """`said` with the brand that it or the document `asked` names pinned at its newest version.

    A website that is not known yet is learned first. A name in a document that is no known brand's is only a name.
    Raises `UnknownName`, which suggests the nearest, for an unknown brand that was named beside the source, and what
    learning raises.
    """
    beside = {**said}
    named = str(beside.pop("brand", "")).strip()
    if named:
        if named.lower() == NONE:
            return {**beside, KIT: {}}
        return {**beside, KIT: vars(_found(named, settings, say))}
    written = asked.brand.strip() if isinstance(asked, Brief | Order) else ""
    if "://" in written:
        return {**beside, KIT: vars(_found(written, settings, say))}
    pinned = known_brand(written, settings)
    return {**beside, KIT: vars(pinned)} if pinned else beside


def known_brand(name: str, settings: Settings) -> PinnedBrand | None:
    """The known brand of exactly this name, id or address; None where there is none."""
    records = _records(settings)
    if not name.strip() or records is None:
        return None
    try:
        id_ = records.find(name)
    except UnknownBrand:
        return None
    return PinnedBrand(id_, records.kit(id_).version)


def material_of(pinned: PinnedBrand, settings: Settings) -> Material | None:
    """The kit at the pinned version, with its files and memories; None where the brand was forgotten."""
    from agency.engines import first_engine
    from renderers.typography import families
    from tools.branding import Material

    records = _records(settings)
    if records is None:
        return None
    try:
        kit = records.kit(pinned.id, pinned.version)
    except UnknownBrand:
        return None
    files = records.files(pinned.id)

    def legible(file: StoredFile, what: str) -> bool:
        try:
            path = files.path(file)
            if what == "font":
                from agency.brand_fonts import own_look
                from renderers.colour import resolve_look

                own_look(resolve_look(), LookChoice(fonts=(str(path),)), TakeStore(settings.home / "takes"))
            elif what == "logo":
                from renderers.titles.logo import check_logo

                check_logo(path)
            else:
                from renderers.background.picture import check_picture

                check_picture(path)
        except (MediaRejected, BrandError, BadInput):
            return False
        return True

    def sides(file: StoredFile) -> tuple[int, int]:
        from brand_memory.photographs import declared_size

        try:
            return declared_size(files.path(file).read_bytes())
        except (OSError, BrandError):
            return 0, 0

    chosen = first_engine("embedding", settings.engines.embedding)

    def recall(query: str, kind: str, most: int) -> Sequence[Remembered]:
        return _recalled(records, chosen.engine, pinned.id, query, kind, most)

    # A ban counts however unlike this question it is worded.
    notes = _recalled(records, chosen.engine, pinned.id, "never say avoid the word", "note", _MOST_NOTES, least=-1.0)
    banned = (*kit.lexicon.never, *_noted_bans(notes))
    lexicon = kit.lexicon.model_copy(update={"never": tuple(dict.fromkeys(banned))})
    kit = kit.model_copy(update={"lexicon": lexicon})
    return Material(kit, lambda file: str(files.path(file)), recall, legible, families(), sides, chosen.name)


def keep_brand_files(storyboard: Storyboard, work: Production, home: Path) -> Storyboard:
    """`storyboard` with the files it has from the brand memory or from another production copied into `work`.

    Raises `NoSpace`.
    """
    ours = (home / "brands", home / "productions")
    kept: dict[str, str] = {}

    def keep(path: str) -> str:
        if not path or not any(Path(path).is_relative_to(folder) for folder in ours):
            return path
        if Path(path).is_relative_to(work.folder):
            return path
        if path not in kept:
            target = work.folder / FOLDER / _file_name(Path(path))
            if not target.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                copy_file(Path(path), target)
            kept[path] = str(target)
        return kept[path]

    scenes = tuple(
        scene.changed(
            background=scene.background.changed(picture=keep(scene.background.picture)),
            content=scene.content.changed(picture=keep(scene.content.picture)),
            film=scene.film.changed(file=keep(scene.film.file)) if scene.film else None,
        )
        for scene in storyboard.scenes
    )
    look = storyboard.look.changed(fonts=tuple(keep(path) for path in storyboard.look.fonts))
    logo = keep(storyboard.logo)
    return storyboard.changed(scenes=scenes, look=look, logo=logo) if kept else storyboard


def remember_script(storyboard: Storyboard, production: str, settings: Settings) -> None:
    """Keep what is said in a video of a known brand among its memories, a passage for each scene."""
    records = _records(settings)
    if storyboard.brand is None or records is None:
        return
    from agency.brand_desk import brand_memory_of
    from brand_memory.corrections import now
    from brand_memory.kit import Evidence

    said = [" ".join(line.text for line in scene.lines) for scene in storyboard.scenes if scene.lines]
    # The video is made: a memory that is forgotten or can not be written now is no reason to fail.
    with contextlib.suppress(BrandError), brand_memory_of(records, settings) as memory:
        memory.remember(storyboard.brand.id, "script", "\n\n".join(said), Evidence(page=production, seen_at=now()))


def _noted_bans(notes: Sequence[Remembered]) -> list[str]:
    """The words that a client's notes forbid: `never say cheap`, `don't use the word "cheap"`."""
    found: list[str] = []
    for note in notes:
        for match in _BAN.finditer(note.text):
            found += [word.strip(" \"'“”‘’.") for word in re.split(r",|\bor\b|\band\b", match["words"])]
    return [word for word in found if word and len(word.split()) <= _LONGEST_BAN]


def productions_of(home: Path, brand: str) -> tuple[Production, ...]:
    """The productions that were made for a brand, by the storyboards of their newest drafts."""
    found: list[Production] = []
    for work in productions(home):
        try:
            used = json.loads((work.folder / "storyboard.json").read_bytes()).get("brand") or {}
        except (OSError, ValueError, AttributeError):
            continue
        if isinstance(used, dict) and used.get("id") == brand:
            found.append(work)
    return tuple(found)


def remove_productions(works: Sequence[Production], place: Home) -> None:
    """Remove these productions with their drafts, and the takes that no other production is made of.

    Raises `NoSpace` where something can not be removed.
    """
    gone = {work.id for work in works}
    kept = {take for work in productions(place.root) if work.id not in gone for take in _takes(work)}
    store = TakeStore(place.takes)
    for work in works:
        for kind, key in _takes(work) - kept:
            shutil.rmtree(store.folder(kind, key), ignore_errors=True)
        try:
            shutil.rmtree(work.folder)
        except OSError as error:
            reason = error.strerror or error
            raise NoSpace(f"Could not remove {str(work.folder)!r} ({reason}): remove it by hand.") from error


def _takes(work: Production) -> set[tuple[str, str]]:
    """Kind and key of every take that any draft was made of."""
    found: set[tuple[str, str]] = set()
    for listed in work.drafts.glob(f"*{TAKES}"):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            found |= {(kind, key) for kind, keys in json.loads(listed.read_bytes()).items() for key in keys}
    return found


def _found(named: str, settings: Settings, say: Say) -> PinnedBrand:
    """The known brand that is called or lives at `named`, or the one learned from there."""
    if pinned := known_brand(named, settings):
        return pinned
    records = _records(settings)
    if host(named) and " " not in named and not Path(named).expanduser().exists():
        from agency.brand_learning import learn_brand

        say(f"No brand of {host(named)} is known yet: its site is read first.")
        learned = learn_brand([named], say=say)
        return PinnedBrand(learned.kit.id, learned.kit.version)
    known = records.brands() if records else ()
    names = {name.casefold(): brand.id for brand in known for name in (brand.id, brand.name)}
    near = difflib.get_close_matches(named.casefold(), names, 1)
    hint = f" Did you mean {names[near[0]]!r}?" if near else ""
    listed = f" Known: {', '.join(brand.id for brand in known[:12])}." if known else " No brand is known yet."
    raise UnknownName(
        f"No brand is called {named!r}.{listed}{hint} Give the address of its website to have it learned."
    )


def _records(settings: Settings) -> BrandRecords | None:
    """The brands of this home; None where nothing was ever learned."""
    from brand_memory.records import DATABASE, BrandRecords

    root = settings.home / "brands"
    return BrandRecords(root) if (root / DATABASE).is_file() else None


def _recalled(
    records: BrandRecords, embedder: Embedder, id_: str, query: str, kind: str, most: int, least: float | None = None
) -> tuple[Remembered, ...]:
    """What is remembered that is like `query`, by `least` at the least (None: as much as unrelated texts are not).

    One brand's memories are few: they are looked at without the index.
    """
    from brand_memory.fragments import KINDS
    from brand_memory.memory import LEAST
    from brand_memory.recollections import Rows
    from brand_memory.tables import opened
    from tools.branding import Remembered

    kinds = tuple(one for one in KINDS if one == kind)
    if not query.strip() or not kinds:
        return ()
    with opened(records.database) as db:
        rows = Rows(db, records.tenant, embedder)
        rows.embed_missing()
        vector = embedder.embed([query])[0]
        least = LEAST if least is None else least
        found = rows.told(rows.nearest(vector, id_, kinds, most), id_, kinds, query, vector, most, least)
    return tuple(Remembered(one.text, one.score, one.why, one.source.page) for one in found)


def _file_name(path: Path) -> str:
    """A name that ends as its content does: files of the brand memory are called by their digest alone."""
    return path.name if path.suffix else f"{path.name[:32]}{_ending(path)}"


def _ending(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(2048)
    for start, ending in _HEADS:
        if head.startswith(start):
            return ending
    if head[4:8] == b"ftyp":
        return ".mp4"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return ".webp"
    return ".svg" if b"<svg" in head or head.lstrip().startswith(b"<") else ""


_HEADS = (
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x00\x01\x00\x00", ".ttf"),
    (b"true", ".ttf"),
    (b"OTTO", ".otf"),
    (b"ttcf", ".ttc"),
    (b"\x1a\x45\xdf\xa3", ".webm"),
    (b"GIF8", ".gif"),
)
"""How files begin, and how their names end."""

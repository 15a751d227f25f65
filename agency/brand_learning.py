"""Learning a brand from the command line or the chat: read, assemble, compare, keep, make searchable."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agency.brand_desk import brand_memory_of, brand_records
from agency.brand_films import given_film, site_films, with_films, with_known_clips
from agency.settings import load_settings
from brand_memory.errors import BrandError
from brand_memory.fragments import fragments_of
from brand_memory.naming import host
from brand_memory.records import BrandRecords
from tools.errors import BadInput

if TYPE_CHECKING:
    from brand_memory.differences import Difference
    from brand_memory.egress import Bounds
    from brand_memory.film_fetching import SiteFilms
    from brand_memory.kit import BrandKit
    from brand_memory.partial_kits import PartialKit
    from brand_memory.reading import SiteReading
    from brand_memory.storage import BrandFiles

_FILES = frozenset(
    ".svg .png .jpg .jpeg .webp .gif .pdf .css .yml .yaml .json .zip .mp4 .m4v .mov .webm .mkv .ttf .otf .woff "
    ".woff2".split()
)
"""Endings that no website's address has."""

Say = Callable[[str], None]
Agree = Callable[["Difference"], bool]


@dataclass(frozen=True)
class Learned:
    """A brand as it is now known, what that changed, and what a person should know of how it was read."""

    kit: BrandKit
    difference: Difference
    kept: bool
    seconds: float
    requests: int
    refusals: tuple[str, ...]
    remarks: tuple[str, ...]

    def document(self) -> dict[str, Any]:
        """The whole as JSON."""
        return {
            "brand": self.kit.id,
            "name": self.kit.name.value,
            "version": self.difference.version,
            "kept": self.kept,
            "difference": self.difference.model_dump(mode="json"),
            "sentences": list(self.difference.sentences()),
            "seconds": round(self.seconds, 2),
            "requests": self.requests,
            "refusals": list(self.refusals),
            "notes": list(self.remarks),
            "kit": self.kit.model_dump(mode="json", by_alias=True),
        }


def learn_brand(
    sources: Sequence[str],
    name: str = "",
    seconds: float = 60.0,
    say: Say = lambda line: None,
    agree: Agree | None = None,
) -> Learned:
    """What was learned from a website and files; `say` gets a line for each thing found.

    `agree` is asked before a known brand changes; where it answers no, nothing is kept. Raises `BadInput` for sources
    that are neither, and what reading raises (`BrandError`).
    """
    address, files = sort_sources(sources)
    records = brand_records()
    with tempfile.TemporaryDirectory(prefix="films-") as folder:
        site, films = _read(address, seconds, Path(folder), say)
        id_ = _id(records, site, name, files)
        with records.learning(id_) as store:
            kit = _assembled(records, site, films, files, name, id_, store, say)
            fragments = fragments_of(kit, site)
            difference = records.preview(kit)
            kept = agree is None or not difference.before_version or agree(difference)
            if kept:
                difference = records.learn(kit, fragments, why=f"learned from {', '.join(sources)}"[:300])
    remarks = [*kit.notes]
    if kept:
        remarks += _index(records, id_, say)
    return Learned(
        kit=records.kit(id_) if kept or difference.before_version else kit,
        difference=difference,
        kept=kept,
        seconds=site.seconds + films.seconds if site and films else 0.0,
        requests=site.requests + films.requests if site and films else 0,
        refusals=(*site.refusals, *films.refusals) if site and films else (),
        remarks=tuple(dict.fromkeys(remarks)),
    )


def _read(address: str, seconds: float, folder: Path, say: Say) -> tuple[SiteReading | None, SiteFilms | None]:
    """What is read of a website, and its films, fetched into `folder` in what is left of the time."""
    if not address:
        return None, None
    from brand_memory.crawling import read_site
    from brand_memory.film_fetching import fetch_films

    bounds = _bounds(seconds)
    site = read_site(address, budget_seconds=seconds, progress=say, bounds=bounds)
    return site, fetch_films(site, folder, seconds=seconds - site.seconds, progress=say, bounds=bounds)


def _bounds(seconds: float) -> Bounds | None:
    """Bounds that let addresses of this machine and its network be read, where the settings allow that."""
    if not load_settings().allow_private_urls:
        return None
    from brand_memory.egress import Bounds

    return Bounds(seconds=seconds + 30, any_private=True)


def sort_sources(sources: Sequence[str]) -> tuple[str, tuple[Path, ...]]:
    """The website's address, empty where none is given, and the files. Raises `BadInput`."""
    addresses: list[str] = []
    files: list[Path] = []
    for source in sources:
        path = Path(source).expanduser()
        if "://" not in source and path.is_file():
            files.append(path)
        elif "://" in source or (host(source) and not _is_path(source)):
            addresses.append(source)
        else:
            raise BadInput(f"{source!r} is neither a file that is there nor the address of a website.")
    if len(addresses) > 1:
        raise BadInput("Give one website at a time: each is a brand of its own. Files may stand beside it.")
    return (addresses[0] if addresses else ""), tuple(files)


def _is_path(source: str) -> bool:
    """Whether a person who typed this meant a file, though there is none."""
    return source.startswith(("/", "./", "../", "~")) or " " in source or Path(source).suffix.lower() in _FILES


def _id(records: BrandRecords, site: SiteReading | None, name: str, files: Sequence[Path]) -> str:
    """The id of the brand that this is, known or new."""
    if site is not None:
        label = host(site.address).split(".")[0] or "brand"
        return records.id_for(name or label, site.address)
    if name:
        try:
            return records.find(name)
        except BrandError:
            return records.id_for(name)
    if len(known := records.brands()) == 1:
        return known[0].id
    raise BadInput(f"Say with --name which brand {files[0].name!r} belongs to.")


def _assembled(
    records: BrandRecords,
    site: SiteReading | None,
    fetched: SiteFilms | None,
    files: Sequence[Path],
    name: str,
    id_: str,
    store: BrandFiles,
    say: Say,
) -> BrandKit:
    """What the site, the files and all films tell together; of two facts that do not fit, the surer one."""
    from brand_memory.assembling import assemble
    from brand_memory.brand_files import read_brand_files
    from brand_memory.merging import merge

    kit = assemble(site, store=store, name=name, id=id_) if site else None
    films = site_films(fetched)
    if files:
        partial = read_brand_files(files, store)
        given = _kit_of_files(records, partial, files, name, id_)
        kit = merge(kit, given)[0].model_copy(update={"version": 1}) if kit else given
        films += [given_film(film, partial.sources, store) for film in partial.films]
    assert kit is not None
    kit = with_films(kit, films, store, say)
    if fetched is None:
        return kit
    notes = dict.fromkeys((*kit.notes, *fetched.notes, *fetched.refusals))
    return with_known_clips(records, kit.model_copy(update={"notes": tuple(notes)}), fetched)


def _kit_of_files(records: BrandRecords, partial: PartialKit, files: Sequence[Path], name: str, id_: str) -> BrandKit:
    """What files tell of a brand, but for their films."""
    from brand_memory.corrections import A_PERSON, now
    from brand_memory.kit import BrandKit, Evidence, Fact

    known = next((brand.name for brand in records.brands() if brand.id == id_), "")
    said = Evidence(page=A_PERSON, quote=name[:300], seen_at=now())
    own: Fact[str] = Fact[str](value=name or known or id_, confidence=1.0 if name else 0.5, evidence=(said,))
    parts = {part: getattr(partial, part) for part in BrandKit.model_fields if hasattr(partial, part)}
    return BrandKit(
        **{
            **parts,
            "films": (),
            "id": id_,
            "name": partial.name or own,
            "learned_at": now(),
            "sources": partial.sources or tuple(path.name for path in files),
        }
    )


def _index(records: BrandRecords, id_: str, say: Say) -> Sequence[str]:
    """Make what was learned searchable; what a person should know where that had to wait."""
    try:
        with brand_memory_of(records) as memory:
            memory.recall(id_, "brand", k=1)
            say("Made searchable.")
            return memory.notes
    except BrandError as error:
        return (str(error),)

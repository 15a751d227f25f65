"""Learning a brand from the command line or the chat: read, assemble, compare, keep, make searchable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agency.brand_desk import brand_memory_of, brand_records
from brand_memory.errors import BrandError
from brand_memory.fragments import fragments_of
from brand_memory.naming import host
from brand_memory.records import BrandRecords
from tools.errors import BadInput

if TYPE_CHECKING:
    from brand_memory.differences import Difference
    from brand_memory.kit import BrandKit, Clip, Fact, Film, StoredFile
    from brand_memory.reading import SiteReading
    from brand_memory.storage import BrandFiles, FileStore

_FILES = frozenset(".svg .png .jpg .jpeg .webp .gif .pdf .css .yml .yaml .json .zip .mp4 .mov .webm .ttf .otf".split())
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
    site: SiteReading | None = None
    if address:
        from brand_memory.crawling import read_site

        site = read_site(address, budget_seconds=seconds, progress=say)
    id_ = _id(records, site, name, files)
    with records.learning(id_) as store:
        kit = _assembled(records, site, files, name, id_, store)
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
        seconds=site.seconds if site else 0.0,
        requests=site.requests if site else 0,
        refusals=site.refusals if site else (),
        remarks=tuple(dict.fromkeys(remarks)),
    )


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
    records: BrandRecords, site: SiteReading | None, files: Sequence[Path], name: str, id_: str, store: FileStore
) -> BrandKit:
    """What the site and the files tell together; of two facts that do not fit, the surer one."""
    from brand_memory.assembling import assemble
    from brand_memory.merging import merge

    read = assemble(site, store=store, name=name, id=id_) if site else None
    if not files:
        assert read is not None
        return read
    given = _kit_of_files(records, files, name, id_, store)
    return merge(read, given)[0].model_copy(update={"version": 1}) if read else given


def _kit_of_files(records: BrandRecords, files: Sequence[Path], name: str, id_: str, store: FileStore) -> BrandKit:
    from brand_memory.brand_files import read_brand_files
    from brand_memory.corrections import A_PERSON, now
    from brand_memory.kit import BrandKit, Evidence, Fact

    partial = read_brand_files(files, store)
    notes = [*partial.notes]
    films, opening, closing, remarks = _films(partial.films, records.files(id_))
    notes += remarks
    known = next((brand.name for brand in records.brands() if brand.id == id_), "")
    said = Evidence(page=A_PERSON, quote=name[:300], seen_at=now())
    own: Fact[str] = Fact[str](value=name or known or id_, confidence=1.0 if name else 0.5, evidence=(said,))
    parts = {part: getattr(partial, part) for part in BrandKit.model_fields if hasattr(partial, part)}
    return BrandKit(
        **{
            **parts,
            "films": films,
            "opening": opening,
            "closing": closing,
            "id": id_,
            "name": partial.name or own,
            "learned_at": now(),
            "notes": tuple(notes),
            "sources": partial.sources or tuple(path.name for path in files),
        }
    )


def _films(
    given: Sequence[Path | StoredFile], files: BrandFiles
) -> tuple[tuple[Film, ...], Fact[Clip] | None, Fact[Clip] | None, tuple[str, ...]]:
    """What the videos tell that were given, or that lay in an archive."""
    if not given:
        return (), None, None, ()
    from agency.film_reading import learn_films

    paths = {film if isinstance(film, Path) else files.path(film): film for film in given}
    names = {path: film.name for path, film in paths.items() if not isinstance(film, Path)}
    return learn_films(list(paths), files, names)


def _index(records: BrandRecords, id_: str, say: Say) -> Sequence[str]:
    """Make what was learned searchable; what a person should know where that had to wait."""
    try:
        with brand_memory_of(records) as memory:
            memory.recall(id_, "brand", k=1)
            say("Made searchable.")
            return memory.notes
    except BrandError as error:
        return (str(error),)

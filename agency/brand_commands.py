"""The commands of `agency brand`: learn a brand, look at it, put it right, search it, hand it on, forget it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from brand_memory.differences import Difference

AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON document; everything else goes to standard error.")
]
Brand = Annotated[str, typer.Argument(help="Its name, id or address; see `agency brand list`.", show_default=False)]
Key = Annotated[
    str,
    typer.Argument(help="What: primary, heading, logo, tone, 'call to action', 'never say' …", show_default=False),
]


def learn(
    sources: Annotated[
        list[str],
        typer.Argument(help="A website's address, and files: logo, guideline, CSS, videos, ZIP …", show_default=False),
    ],
    name: Annotated[str, typer.Option(help="What the brand is called, if not as its site says.")] = "",
    seconds: Annotated[float, typer.Option(help="The longest that reading the site may take.", min=5, max=600)] = 60.0,
    yes: Annotated[bool, typer.Option("--yes", help="Keep what was found without asking.")] = False,
    as_json: AsJson = False,
) -> None:
    """Learn a brand from its website and files; learning again never overwrites what you decided."""
    from agency.brand_learning import learn_brand
    from agency.brand_views import render_learned

    asks = not yes and not as_json and sys.stdin.isatty()
    learned = learn_brand(sources, name, seconds, _say, _agrees if asks else None)
    if as_json:
        _print_json(learned.document())
    else:
        render_learned(learned)


def show(
    brand: Brand,
    version: Annotated[int | None, typer.Option(help="An older version.", min=1)] = None,
    html: Annotated[Path | None, typer.Option(help="Write a one-page brand sheet to this file.")] = None,
    as_json: AsJson = False,
) -> None:
    """Everything known of a brand, how sure it is, and where it was seen."""
    from agency.brand_desk import brand_records, write_sheet
    from agency.brand_views import render_kit

    records = brand_records()
    id_ = records.find(brand)
    kit = records.kit(id_, version)
    if html is not None:
        write_sheet(records, kit, html)
    if as_json:
        _print_json(kit.model_dump(mode="json", by_alias=True))
    elif html is None:
        render_kit(kit)
    else:
        print(html)


def list_brands(as_json: AsJson = False) -> None:
    """The brands that are known."""
    from agency.brand_desk import brand_records
    from agency.brand_views import render_brands

    known = brand_records().brands()
    if as_json:
        _print_json([vars(one) for one in known])
    else:
        render_brands(known)


def correct(
    brand: Brand,
    key: Key,
    value: Annotated[str, typer.Argument(help="A colour, a family, words, or the path of a file.", show_default=False)],
    why: Annotated[str, typer.Option(help="Why, for the history.")] = "",
    as_json: AsJson = False,
) -> None:
    """Set a fact: it stays as you say, however often the brand is learned again."""
    from agency.brand_desk import brand_records, known_families, measure_clip

    records = brand_records()
    id_ = records.find(brand)
    _told(records.correct(id_, key, value, why=why, families=known_families(), clip_reader=measure_clip), as_json)


def confirm(
    brand: Brand,
    key: Key,
    which: Annotated[str, typer.Argument(help="Which one, where there are several: its words or number.")] = "",
    as_json: AsJson = False,
) -> None:
    """Say that a fact is right, so that learning again does not change it."""
    from agency.brand_desk import brand_records

    records = brand_records()
    _told(records.confirm(records.find(brand), key, which), as_json)


def reject(
    brand: Brand,
    key: Key,
    which: Annotated[str, typer.Argument(help="Which one, where there are several: its words or number.")] = "",
    as_json: AsJson = False,
) -> None:
    """Say that a fact is wrong, so that it is not used and does not come back."""
    from agency.brand_desk import brand_records

    records = brand_records()
    _told(records.reject(records.find(brand), key, which), as_json)


def lexicon(
    brand: Brand,
    said: Annotated[
        str,
        typer.Argument(
            help="'Lumen = LOO-men', or in sounds: 'Lumen = /ˈluːmən/'; left out, they are listed.", show_default=False
        ),
    ] = "",
    remove: Annotated[str, typer.Option(help="A name that is said as it is written again.")] = "",
    as_json: AsJson = False,
) -> None:
    """How the brand's names are said: heard in speech, never shown in captions."""
    from agency.brand_desk import brand_records
    from brand_memory.slots import SAID

    records = brand_records()
    id_ = records.find(brand)
    changes = [records.correct(id_, SAID, said)] if said else []
    changes += [records.reject(id_, SAID, remove)] if remove else []
    words = records.kit(id_).lexicon.said
    if as_json:
        _print_json({"brand": id_, "said": words})
        return
    for change in changes:
        _told(change, as_json=False)
    if not changes:
        print(
            "\n".join(f"{word} = {way}" for word, way in words.items())
            or f"No names of {id_} are said in their own way."
        )


def note(
    brand: Brand,
    words: Annotated[str, typer.Argument(help="What the client said, e.g. 'no stock photos'.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Remember something that the client said."""
    from agency.brand_desk import brand_memory_of, brand_records

    records = brand_records()
    id_ = records.find(brand)
    with brand_memory_of(records) as memory:
        ids = memory.remember(id_, "note", words)
    if as_json:
        _print_json({"brand": id_, "remembered": list(ids)})
    else:
        print(f"Noted for {id_}.")


def search(
    brand: Brand,
    words: Annotated[str, typer.Argument(help="What you look for.", show_default=False)],
    kinds: Annotated[str, typer.Option("--kind", help="text, imagery, script, note; several with commas.")] = "",
    most: Annotated[int, typer.Option("-k", help="How many at most.", min=1, max=100)] = 5,
    as_json: AsJson = False,
) -> None:
    """What is remembered of a brand that is like your words, and why it came up."""
    from agency.brand_desk import brand_memory_of, brand_records, chosen_kinds
    from agency.brand_views import recollection_row, render_recollections

    records = brand_records()
    id_ = records.find(brand)
    wanted = chosen_kinds(kinds)
    with brand_memory_of(records) as memory:
        found = memory.recall(id_, words, wanted, most)
        notes = memory.notes
    if as_json:
        _print_json({"brand": id_, "found": [recollection_row(one) for one in found], "notes": list(notes)})
    else:
        render_recollections(found, notes)


def history(brand: Brand, as_json: AsJson = False) -> None:
    """Every version of a brand: who changed what, when and why."""
    from agency.brand_desk import brand_records
    from agency.brand_views import entry_row, render_history

    records = brand_records()
    entries = records.history(records.find(brand))
    if as_json:
        _print_json([entry_row(entry) for entry in entries])
    else:
        render_history(entries)


def export(
    brand: Brand,
    formats: Annotated[str, typer.Option("--format", help="brand.yml, dtcg, css; several with commas.")] = (
        "brand.yml,dtcg,css"
    ),
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The folder to write to (default: here).")] = None,
    as_json: AsJson = False,
) -> None:
    """Hand a brand on to other tools."""
    from agency.brand_desk import brand_records, export_brand

    records = brand_records()
    written = export_brand(records, records.find(brand), formats, out or Path.cwd())
    if as_json:
        _print_json({"files": [str(path) for path in written]})
    else:
        print("\n".join(str(path) for path in written))


def forget(
    brand: Brand,
    with_productions: Annotated[
        bool, typer.Option("--with-productions", help="Remove the videos made for it too, with all their drafts.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Remove every trace of a brand: facts, history, files and memories; videos made for it stay unless you say so."""
    from agency.brand_desk import brand_records, forget_brand
    from agency.branding import productions_of, remove_productions
    from agency.home import home
    from agency.settings import load_settings

    records, place = brand_records(), home(load_settings())
    id_ = records.forgettable(brand)
    works = productions_of(place.root, id_)
    if not yes and not as_json and sys.stdin.isatty():
        also = f", and {len(works)} productions with their drafts" if works and with_productions else ""
        typer.confirm(f"Forget {id_} for good, with its history, files and notes{also}?", abort=True)
    gone = forget_brand(records, id_)
    if with_productions:
        remove_productions(works, place)
    names = [work.id for work in works]
    if as_json:
        _print_json({**vars(gone), "productions": names, "productions_removed": with_productions})
        return
    print(f"Forgot {gone.id}: {gone.versions} versions, {gone.files} files, {gone.memories} memories.")
    if not gone.complete:
        print("The search index is open in another program; what it holds of the brand goes when that looks next.")
    if names and with_productions:
        print(f"Removed what was made for it: {', '.join(names)}. Copies that were delivered elsewhere stay.")
    elif names:
        print(
            f"What was made for it stays, with the logo, pictures and values that it shows: {', '.join(names)}. "
            "Another time, `--with-productions` removes these too; now, remove their folders."
        )


def rebuild(as_json: AsJson = False) -> None:
    """Make the search index anew from the records."""
    from agency.brand_desk import brand_memory_of, brand_records

    with brand_memory_of(brand_records()) as memory:
        count = memory.rebuild()
    if as_json:
        _print_json({"memories": count})
    else:
        print(f"The index was made anew: {count} memories.")


BRAND_COMMANDS: dict[str, Callable[..., None]] = {
    "learn": learn,
    "show": show,
    "list": list_brands,
    "correct": correct,
    "confirm": confirm,
    "reject": reject,
    "lexicon": lexicon,
    "note": note,
    "search": search,
    "history": history,
    "export": export,
    "forget": forget,
    "rebuild": rebuild,
}


def _say(line: str) -> None:
    """Progress goes to standard error, so that what is printed can be piped on."""
    print(line, file=sys.stderr, flush=True)


def _agrees(difference: Difference) -> bool:
    """Whether the person wants what would change."""
    print("\n".join(difference.sentences()))
    return typer.confirm("Keep this?", default=True)


def _told(difference: Difference, as_json: bool) -> None:
    if as_json:
        _print_json({**difference.model_dump(mode="json"), "sentences": list(difference.sentences())})
    else:
        print("\n".join(difference.sentences()))


def _print_json(value: Any) -> None:  # noqa: ANN401  (any JSON value)
    json.dump(value, sys.stdout, indent=2, ensure_ascii=False, default=str)
    sys.stdout.write("\n")

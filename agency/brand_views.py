"""Brands as a person reads them in a terminal: a card with swatches, lists, and what is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from brand_memory.kit import BrandKit, Colour, Fact
from brand_memory.slots import SLOTS, described, facts, measured, sureness

if TYPE_CHECKING:
    from agency.brand_learning import Learned
    from brand_memory.naming import Known
    from brand_memory.recollections import Recollection
    from brand_memory.records import Entry

_NARROWEST = 90
_SHOWN = 5
_LONGEST = 72


def render_learned(learned: Learned) -> None:
    """Print a short card, what changed, and what a person should know of the reading."""
    console = _console()
    _card(console, learned.kit, most=3)
    console.print()
    # Of a new brand, the card has said everything already.
    sentences = learned.difference.sentences()
    for sentence in sentences if learned.difference.before_version else sentences[:1]:
        console.print(sentence, highlight=False, markup=False)
    for remark in learned.remarks:
        console.print(f"  {remark}", style="dim", highlight=False, markup=False)
    if not learned.kept:
        console.print("Nothing was kept.", highlight=False)
    else:
        console.print(
            f"\nLook at it: agency brand show {learned.kit.id}   "
            f"Put it right: agency brand correct {learned.kit.id} primary '#1a4fd6'",
            style="dim",
            highlight=False,
            markup=False,
            soft_wrap=True,
        )


def render_kit(kit: BrandKit) -> None:
    """Print everything known of a brand."""
    console = _console()
    _card(console, kit, most=_SHOWN)
    for note in kit.notes:
        console.print(f"  {note}", style="dim", highlight=False, markup=False)


def render_brands(known: Sequence[Known]) -> None:
    """Print the list of brands."""
    console = _console()
    if not known:
        console.print("No brand is known yet: agency brand learn https://your-site.example", highlight=False)
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in ("id", "name", "address", "version", "changed"):
        table.add_column(column, overflow="fold")
    for one in known:
        table.add_row(one.id, one.name, one.address, str(one.version), one.changed_at[:16].replace("T", " "))
    console.print(table, markup=False)


def render_history(entries: Sequence[Entry]) -> None:
    """Print who changed what, the newest first."""
    console = _console()
    for entry in reversed(entries):
        when = entry.at[:16].replace("T", " ")
        console.print(f"{entry.version}  {when}  {entry.who}: {entry.why}", style="bold", highlight=False, markup=False)
        for sentence in entry.difference.sentences()[1:]:
            console.print(f"   {sentence}", highlight=False, markup=False)


def render_recollections(found: Sequence[Recollection], notes: Sequence[str]) -> None:
    """Print what was recalled and why."""
    console = _console()
    if not found:
        console.print("Nothing like that is remembered.", highlight=False)
    for one in found:
        console.print(Text(one.text))
        console.print(f"  {one.kind}, {one.score:.2f}: {one.why}", style="dim", highlight=False, markup=False)
    for note in notes:
        console.print(note, style="dim", highlight=False, markup=False)


def recollection_row(one: Recollection) -> dict[str, Any]:
    """A recollection as JSON."""
    return {
        "text": one.text,
        "kind": one.kind,
        "score": round(one.score, 4),
        "why": one.why,
        "source": one.source.model_dump(mode="json", exclude={"crop"}),
    }


def entry_row(entry: Entry) -> dict[str, Any]:
    """A line of the history as JSON."""
    return {
        "version": entry.version,
        "at": entry.at,
        "who": entry.who,
        "why": entry.why,
        "changes": [change.model_dump() for change in entry.difference.changes],
    }


def _card(console: Console, kit: BrandKit, most: int) -> None:
    console.print(Text(kit.name.value, style="bold"), Text(f"{kit.address}  version {kit.version}", style="dim"))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True, style="dim")
    for place in SLOTS[1:]:
        found = facts(kit, place)
        for number, fact in enumerate(found[:most]):
            table.add_row("" if number else place.key, _value(fact), sureness(fact))
        if len(found) > most:
            table.add_row("", Text(f"and {len(found) - most} more", style="dim"), "")
    for number, film in enumerate(kit.films[:most]):
        table.add_row("" if number else "film", Text(f"{film.name}: {measured(film)}"), "")
    if len(kit.films) > most:
        table.add_row("", Text(f"and {len(kit.films) - most} more", style="dim"), "")
    for key, words in (("say", kit.lexicon.used), ("never say", kit.lexicon.never)):
        if words:
            table.add_row(key, Text(", ".join(words)), "")
    if kit.lexicon.said:
        table.add_row("pronounce", Text(", ".join(f"{word} = {way}" for word, way in kit.lexicon.said.items())), "")
    console.print(table)


def _value(fact: Fact[Any]) -> Text:
    """A value in words, colours with a swatch."""
    style = "strike dim" if fact.status == "rejected" else ""
    words = described(fact.value)
    told = Text(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…", style=style)
    if isinstance(fact.value, Colour):
        return Text.assemble(("    ", f"on {fact.value.hex}"), " ", told)
    if hasattr(fact.value, "stops"):
        return Text.assemble(*((("  "), f"on {colour.hex}") for _, colour in fact.value.stops), " ", told)
    return told


def _console() -> Console:
    console = Console()
    return console if console.width >= _NARROWEST else Console(width=_NARROWEST)

"""The commands of revision: `revise`, `undo`, `redo`, `drafts`, `storyboard`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON document; everything else goes to standard error.")
]
Named = Annotated[str, typer.Argument(help="The id of a production, or its beginning.", show_default=False)]
Out = Annotated[Path | None, typer.Option("-o", "--out", help="The MP4 to write; without it, the draft stays at home.")]


def revise(
    production: Named,
    words: Annotated[str, typer.Argument(help="What shall change, in quotes.", show_default=False)] = "",
    out: Out = None,
    patch: Annotated[Path | None, typer.Option(help="A JSON file with a patch, or a list of them.")] = None,
    quality: Annotated[str, typer.Option(help="animatic, draft or master; as before where it is not said.")] = "",
    as_json: AsJson = False,
) -> None:
    """Change a production in plain words, see what changed, and get a new draft; only what changed is made again."""
    from agency.revision_runs import revise_production
    from agency.wishes import Wishes, check_wishes

    check_wishes(Wishes(quality=quality))
    _print_made(revise_production(production, words, patch, out, quality.strip().lower()), as_json)


def undo(
    production: Named,
    out: Out = None,
    to: Annotated[int | None, typer.Option(help="The number of a draft to go back to.", min=1)] = None,
    as_json: AsJson = False,
) -> None:
    """Take back what was said last, or everything since a draft; nothing is made again."""
    from agency.revision_runs import move_production

    _print_made(move_production(production, "undo", out, to or 0), as_json)


def redo(production: Named, out: Out = None, as_json: AsJson = False) -> None:
    """Do again what was undone last."""
    from agency.revision_runs import move_production

    _print_made(move_production(production, "redo", out), as_json)


def drafts(
    production: Named,
    compare: Annotated[str, typer.Option(help="Two numbers, e.g. 1,3: what is different in the second.")] = "",
    as_json: AsJson = False,
) -> None:
    """The drafts of a production: when, what was said, what changed, how long it is, and where it lies."""
    from agency import revisions
    from agency.home import home
    from agency.revision_views import told_differences, told_drafts
    from agency.settings import load_settings
    from tools.changes import diff

    place = home(load_settings())
    if compare:
        one, other = _two_numbers(compare)
        before, after = (revisions.storyboard_of(place, production, draft) for draft in (one, other))
        found = diff(before, after)
        if as_json:
            _print_json({"drafts": [one, other], **asdict(found)})
        else:
            print(told_differences(found, before, after))
        return
    rows = revisions.drafts(place, production)
    stands = revisions.current(place, production)
    if as_json:
        _print_json([{**asdict(row), "current": row.revision == stands.number} for row in rows])
        return
    waiting = f"“{stands.note}” has no draft yet; `agency redo {production}` makes it." if stands.draft is None else ""
    print(told_drafts(rows, waiting))


def storyboard(
    production: Named,
    html: Annotated[Path | None, typer.Option(help="Write a page with a still of every scene to this file.")] = None,
    as_json: AsJson = False,
) -> None:
    """The storyboard of a production: its scenes with numbers, times, what is seen and what is said."""
    from agency import revisions
    from agency.home import home
    from agency.revision_views import board_row, told_board
    from agency.settings import load_settings
    from agency.situations import scene_seconds

    place = home(load_settings())
    work = revisions.find_work(place, production)
    stands = revisions.current(place, work.id)
    spans = scene_seconds(place, work.id)
    if html is not None:
        _write_page(html, place, work.id, stands, spans)
    if as_json:
        board = stands.storyboard
        _print_json(
            {
                "production": work.id,
                "draft": stands.draft,
                "scenes": board_row(board, spans),
                "storyboard": board.model_dump(mode="json", by_alias=True),
            }
        )
    elif html is not None:
        print(html)
    else:
        print(told_board(stands.storyboard, spans))


REVISION_COMMANDS: dict[str, Callable[..., None]] = {
    "revise": revise,
    "undo": undo,
    "redo": redo,
    "drafts": drafts,
    "storyboard": storyboard,
}


def _write_page(html: Path, place: Any, id_: str, stands: Any, spans: Any) -> None:  # noqa: ANN401
    """Write the storyboard as a page, whole or not at all."""
    from agency.revision_views import board_page
    from agency.stills import scene_stills
    from renderers.preview_files import write_whole

    html = html.expanduser().absolute()
    page = board_page(stands.storyboard, spans, scene_stills(place, id_)).encode()
    write_whole(html, lambda making: making.write(page))


def _two_numbers(text: str) -> tuple[int, int]:
    from tools.errors import BadInput

    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 2 or not all(part.isdecimal() for part in parts):
        raise BadInput(f"To compare, name two drafts with a comma, e.g. 1,3, and not {text!r}.")
    return int(parts[0]), int(parts[1])


def _print_made(result: dict[str, Any], as_json: bool) -> None:
    """What was changed, with before and after, and the new draft."""
    if as_json:
        _print_json(result)
        return
    from agency.delivery import summary
    from agency.revision_views import told_changes
    from tools.changes import Change

    if result["changes"]:
        print(told_changes([Change(**change) for change in result["changes"]]))
    for words in result.get("not_understood", ()):
        print(f"  Nothing was made of “{words}”.")
    print(f"\nDraft {result['draft']} of {result['production']}\n{summary(result)}")


def _print_json(value: Any) -> None:  # noqa: ANN401  (any JSON value)
    json.dump(value, sys.stdout, indent=2, ensure_ascii=False, default=str)
    sys.stdout.write("\n")

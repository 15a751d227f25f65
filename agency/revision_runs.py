"""What the commands `revise`, `undo` and `redo` do: a note understood, the storyboard changed, a draft of it made."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agency.home import Home, home
from agency.revisions import (
    Revision,
    commission_of,
    current,
    drafts,
    find_work,
    go_to_draft,
    redo,
    revise,
    undo,
    withdraw,
)
from agency.settings import Settings, load_settings
from tools.edit import DoesNotFit
from tools.errors import BadInput, UnknownName

if TYPE_CHECKING:
    from tools.notes import Understanding
    from tools.patches import Patch

LARGEST_PATCH = 2_000_000
"""Bytes of a file of patches."""

_MOVES: dict[str, Callable[[Home, str], Revision]] = {"undo": undo, "redo": redo}


def revise_production(
    asked: str, words: str, patch: Path | None, out: Path | None, quality: str, *, quiet: bool = False
) -> dict[str, Any]:
    """Understand `words` (or take the patches in the file), change the storyboard, make a draft, and return its result.

    With `changes` (what was done, with before and after), `note`, and `not_understood` (what of the words nothing was
    made of). Where a question is left, or nothing was understood or can be done, it is raised as `BadInput`, and
    nothing has changed. What can not be made at all is taken back; what was stopped can be resumed.
    """
    settings = load_settings()
    place = home(settings)
    out = _checked(out)
    work = find_work(place, asked)
    unknown: tuple[str, ...] = ()
    if patch is not None:
        if words.strip():
            raise BadInput("Say what shall change in words or with --patch, not both.")
        made = revise(place, work.id, f"patches of {patch.name}", read_patches(patch))
    else:
        understood = understand(place, work.id, words, settings)
        unknown = understood.unknown
        if understood.commands:
            return _moved(place, work.id, understood, out, quality, settings, quiet=quiet)
        made = revise(place, work.id, words.strip(), understood.patches)
    result = make_revision(place, work.id, made, out, quality, settings, quiet=quiet)
    return {**result, "not_understood": list(unknown)}


def move_production(asked: str, move: str, out: Path | None, to: int = 0, *, quiet: bool = False) -> dict[str, Any]:
    """Go one revision back (`undo`) or forth (`redo`), or to what draft `to` shows, and make a draft of it.

    All of it is there from before, so nothing is made again, and the film has the same bytes. Raises `BadInput` where
    there is no such way.
    """
    settings = load_settings()
    place = home(settings)
    out = _checked(out)
    work = find_work(place, asked)
    before = current(place, work.id)
    if to:
        made = go_to_draft(place, work.id, to)
    elif move == "redo" and before.draft is None:
        # Nothing was undone, but what was said last has no draft yet.
        made = before
    else:
        made = _MOVES[move](place, work.id)
    return make_revision(place, work.id, made, out, "", settings, quiet=quiet)


def understand(place: Home, production: str, words: str, settings: Settings) -> Understanding:
    """What the words mean for the production. Raises `BadInput` where they change nothing, or leave a question."""
    from agency.desk import Desk
    from agency.situations import situation
    from tools.notes import NoteRequest, Understanding

    if not words.strip():
        raise BadInput('Say what shall change, e.g. "calmer music, and swap scenes 2 and 3".')
    request = NoteRequest(words.strip(), situation(place, production))
    understood: Understanding = Desk(settings, place).engine("language").complete(request, Understanding)
    if understood.question:
        options = f" ({' | '.join(understood.options)})" if understood.options else ""
        raise BadInput(f"{understood.question}{options} Nothing was changed.")
    moves = [command for command in understood.commands if command.name in (*_MOVES, "go_to_draft")]
    if understood.patches and not understood.commands or not understood.patches and len(moves) == 1:
        return understood
    if understood.commands:
        names = ", ".join(dict.fromkeys(command.name.replace("_", " ") for command in understood.commands))
        raise BadInput(f"That asks for something else than a change of the video ({names}); nothing was changed.")
    if understood.enquiries:
        raise BadInput("That is a question, not a change, so nothing was changed; `agency talk` answers questions.")
    quoted = f" of “{understood.unknown[0]}”" if understood.unknown else ""
    raise BadInput(f"Nothing could be made{quoted}; say it in other words. Nothing was changed.")


def make_revision(
    place: Home,
    production: str,
    made: Revision,
    out: Path | None,
    quality: str,
    settings: Settings,
    *,
    quiet: bool = False,
) -> dict[str, Any]:
    """A draft of the current revision `made`, by a job like any other, and its result with what was changed.

    Without a `quality` it is that of the revision's last draft, or else of the production's.
    """
    from agency.painters import begin_painters

    begin_painters(place, settings)
    from agency.job_runs import complete_job
    from agency.jobs import Jobs
    from agency.progress import reporting

    jobs = Jobs(place.database)
    asked = commission_of(place, production, settings, quality or _quality(place, production, made))
    job = jobs.create(asked, out, made.note or made.storyboard.title or production)
    try:
        with reporting(quiet=quiet) as reporter:
            for change in made.changes:
                reporter.say(change.sentence)
            result = complete_job(job.id, out, settings, reporter)
    except (DoesNotFit, BadInput, UnknownName):
        if made.draft is None:
            withdraw(place, production, made.number)
        raise
    return {**result, "note": made.note, "changes": [asdict(change) for change in made.changes]}


def read_patches(path: Path) -> tuple[Patch, ...]:
    """The patch, or list of patches, in a JSON file. Raises `BadInput` naming what does not fit."""
    from pydantic import ValidationError

    from tools.patching import OPERATIONS, PATCHES

    try:
        if path.stat().st_size > LARGEST_PATCH:
            raise BadInput(f"{path.name} is larger than {LARGEST_PATCH // 1_000_000} MB; give fewer patches.")
        given = json.loads(path.expanduser().read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput(f"The patches in {str(path)!r} can not be read: {error.strerror or error}.") from None
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path.name} is not valid JSON: {error}.") from None
    given = given if isinstance(given, list) else [given]
    if not given:
        raise BadInput(f"There is no patch in {path.name}.")
    for number, each in enumerate(given, 1):
        if not isinstance(each, dict) or each.get("op") not in OPERATIONS:
            named = repr(each.get("op")) if isinstance(each, dict) else "none"
            raise BadInput(f"{path.name}: patch {number} has the `op` {named}; known are {', '.join(OPERATIONS)}.")
    try:
        return PATCHES.validate_python(given)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in fault["loc"][2:])
        number = int(fault["loc"][0]) + 1
        raise BadInput(f"{path.name}: patch {number}, `{where}`: {fault['msg'].lower()}.") from None


def _moved(
    place: Home,
    production: str,
    understood: Understanding,
    out: Path | None,
    quality: str,
    settings: Settings,
    *,
    quiet: bool,
) -> dict[str, Any]:
    """What `undo`, `redo` or `go back to draft 1` in words does."""
    [command] = understood.commands
    if command.name == "go_to_draft":
        if not command.drafts:
            raise BadInput("Which draft do you mean? Say its number. Nothing was changed.")
        made = go_to_draft(place, production, command.drafts[0])
    else:
        made = _MOVES[command.name](place, production)
    result = make_revision(place, production, made, out, quality, settings, quiet=quiet)
    return {**result, "not_understood": list(understood.unknown)}


def _quality(place: Home, production: str, made: Revision) -> str:
    rows = {row.number: row for row in drafts(place, production)}
    row = rows.get(made.draft or 0) or (rows[max(rows)] if rows else None)
    return row.quality or "master" if row else "master"


def _checked(out: Path | None) -> Path | None:
    from agency.delivery import check_output

    return check_output(out) if out else None


def since(created: float) -> str:
    """A time as people write it."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(created))

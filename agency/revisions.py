"""Revisions: what was said of a production, what that changed, and the way back and forth between all of it.

A revision is recorded before its draft is made: whatever becomes of that, nothing that was said is lost.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agency.commission import Commission, commission, from_the_root
from agency.history import Entry, History, Told, opened_history, read_history
from agency.productions import DraftRecord, Production, find_production, production
from tools.changes import Change, diff
from tools.errors import BadInput, PatchRefused, UnknownName
from tools.layouts import picture_paths
from tools.patches import Patch
from tools.patching import apply, apply_all, describe
from tools.storyboard import Storyboard

if TYPE_CHECKING:
    from agency.home import Home
    from agency.settings import Settings
    from agency.writing import Written


@dataclass(frozen=True)
class Revision:
    """One version of a storyboard: the note that led to it, and the newest draft that shows it (None: not made yet).

    `storyboard` is as its draft shows it, or as planned. `changes` tell how it came from the version before it, or,
    where it was gone back to, from the one that was left. `created` is in seconds since 1970.
    """

    number: int
    note: str
    patches: tuple[Patch, ...]
    storyboard: Storyboard
    changes: tuple[Change, ...]
    draft: int | None
    created: float


@dataclass(frozen=True)
class DraftRow:
    """A finished draft: what was said for it, how it differs from the draft before it, its length and file."""

    number: int
    created: float
    note: str
    changes: tuple[Change, ...]
    seconds: float
    video: Path
    quality: str = ""
    revision: int | None = None
    again: bool = False
    """Whether an earlier draft shows the same revision; `note` tells which."""


def begin_production(home: Home, written: Written, note: str = "", owner: str = "") -> Production:
    """The production of `written`, which has no draft yet: its documents are kept, its history begins with revision 0.

    The same source, title and owner give the same folder; what is known there stays, unless the storyboard is another.
    """
    from agency.branding import keep_brand_files

    asked = written.source
    assert isinstance(asked, Storyboard)
    shown = written.plan.storyboard
    work = production(home.root, asked, shown.title, owner)
    work.folder.mkdir(parents=True, exist_ok=True)
    shown = keep_brand_files(shown, work, home.root)
    wish = keep_brand_files(asked, work, home.root)
    with opened_history(work) as history:
        if not history.entries or wish not in (history.wish(history.current), history.shown(history.current)):
            for name, document in written.documents.items():
                work.keep(name, document)
            work.keep("storyboard", shown)
            number = history.next_number
            history.add(_birth("begin", number, (number,), shown, wish, note=note))
    return work


def current(home: Home, production_id: str) -> Revision:
    """The revision that the production stands at. Raises `UnknownName` for no production."""
    history = read_history(find_work(home, production_id))
    return _revision(history, history.current)


def revise(home: Home, production_id: str, note: str, patches: Sequence[Patch], *, key: str = "") -> Revision:
    """The storyboard with the patches applied one after another, recorded as the current revision; no draft is made.

    All of them apply or none. Raises `PatchRefused` (where there are several, it says which), `UnknownName` for a
    presenter, voice, music or background that is in no catalogue, and `BadInput` where nothing would change. What was
    done for `key` is not done again.
    """
    with opened_history(find_work(home, production_id)) as history:
        if (done := history.asked_by(key)) is not None:
            return _as_told(history, done)
        before = history.shown(history.current)
        changes: list[Change] = []
        shown = before
        after = apply_all(before, patches)
        for patch in patches:
            changes.append(describe(shown, patch))
            shown = apply(shown, patch)
        if after == before:
            raise BadInput("It is like that already, so nothing was changed.")
        after = from_the_root(after)
        _check(before, after)
        wish = _wish(history, before, after, patches)
        number = history.next_number
        line = (*history.last.line[: history.last.place + 1], number)
        history.add(
            _birth(
                "revise", number, line, after, wish, note=note, patches=tuple(patches), changes=_kept(changes), key=key
            )
        )
        return _revision(history, number)


def remake(
    home: Home, production_id: str, note: str, made: Callable[[Storyboard], Storyboard], patch: Patch, *, key: str = ""
) -> Revision:
    """What `made` makes of the storyboard, recorded as the current revision, for which `patch` stands.

    For what is more than patches say, as another brand: undo leads back all the same. Raises what `made` raises, and
    `BadInput` where nothing would change. What was done for `key` is not done again.
    """
    with opened_history(find_work(home, production_id)) as history:
        if (done := history.asked_by(key)) is not None:
            return _as_told(history, done)
        before, wish = history.shown(history.current), history.wish(history.current)
        after = from_the_root(made(before))
        if after == before:
            raise BadInput("It is like that already, so nothing was changed.")
        _check(before, after)
        number = history.next_number
        line = (*history.last.line[: history.last.place + 1], number)
        wanted = after if wish == before else from_the_root(made(wish))
        changes = _kept(diff(before, after).changes)
        history.add(
            _birth("revise", number, line, after, wanted, note=note, patches=(patch,), changes=changes, key=key)
        )
        return _revision(history, number)


def undo(home: Home, production_id: str, *, key: str = "") -> Revision:
    """The revision before the current one, which it is now; once for each `key`.

    Raises `BadInput` where there is nothing to undo.
    """
    return _step(home, production_id, -1, key)


def redo(home: Home, production_id: str, *, key: str = "") -> Revision:
    """The revision that was undone last, which is the current one now; once for each `key`.

    Raises `BadInput` where nothing was undone.
    """
    return _step(home, production_id, 1, key)


def go_to_draft(home: Home, production_id: str, draft: int, *, key: str = "") -> Revision:
    """The revision that a draft shows, which is the current one now; `undo` leads back to where it was.

    Raises `BadInput` for a draft that there is not, or whose storyboard was not kept.
    """
    with opened_history(find_work(home, production_id)) as history:
        if (done := history.asked_by(key)) is not None:
            return _as_told(history, done)
        number = _revision_of(history, draft)
        if number == history.current:
            return _revision(history, number)
        line = (*history.last.line[: history.last.place + 1], number)
        return _move(history, "go_to_draft", line, len(line) - 1, key)


def withdraw(home: Home, production_id: str, number: int) -> None:
    """Take back a revision that can not be made, if it is the current one: it can not be redone either."""
    with opened_history(find_work(home, production_id)) as history:
        last = history.last
        if history.current == number and last.place > 0:
            _move(history, "withdraw", last.line[: last.place], last.place - 1)


def commission_of(home: Home, production_id: str, settings: Settings, quality: str = "master") -> Commission:
    """What a job is to make for the current revision: a draft in the production's own folder, whatever has changed."""
    work = find_work(home, production_id)
    history = read_history(work)
    asked = commission(history.wish(history.current), {"quality": quality}, settings)
    return asked.changed(production=work.id, revision=history.current)


def drafts(home: Home, production_id: str) -> tuple[DraftRow, ...]:
    """All finished drafts, the oldest first."""
    history = read_history(find_work(home, production_id))
    rows: list[DraftRow] = []
    shown: set[int] = set()
    for number in history.work.numbers():
        revision = history.revision_of(number)
        record = history.records.get(number)
        video = history.work.video(number)
        again = revision in shown
        note, changes = _told(history, rows[-1] if rows else None, number, again=again)
        created = record.at if record else video.stat().st_mtime
        length = record.seconds if record and record.seconds else _measured_seconds(video)
        quality = record.quality if record else ""
        rows.append(DraftRow(number, created, note, changes, length, video, quality, revision, again))
        shown |= {revision} if revision is not None else set()
    return tuple(rows)


def compare(home: Home, production_id: str, one: int, other: int) -> tuple[Change, ...]:
    """What is different in draft `other` against draft `one`. Raises `BadInput` for a draft that there is not."""
    return diff(storyboard_of(home, production_id, one), storyboard_of(home, production_id, other)).changes


def storyboard_of(home: Home, production_id: str, draft: int) -> Storyboard:
    """The storyboard that a draft shows. Raises `BadInput` for a draft that there is not."""
    history = read_history(find_work(home, production_id))
    record = history.records.get(draft)
    return record.storyboard if record else history.shown(_revision_of(history, draft))


def changed_scenes(before: Storyboard, after: Storyboard) -> tuple[str, ...]:
    """The ids of the scenes of `after` that are new or other than in `before`, in their order."""
    found = diff(before, after)
    return tuple(scene.id for scene in after.scenes if scene.id in (*found.changed, *found.new))


def find_work(home: Home, production_id: str) -> Production:
    """The production with this id, or with this beginning of an id. Raises `UnknownName` naming some that there are."""
    work = find_production(home.root, production_id)
    if work is None:
        known = sorted(path.name for path in home.productions.glob("*") if path.is_dir())
        shown = f" Known: {', '.join(known[-8:])}." if known else " Make one first with `agency make`."
        raise UnknownName(f"There is no production {production_id!r}.{shown}")
    return work


def _revision(history: History, number: int, changes: Sequence[Change] | None = None) -> Revision:
    born = history.birth(number)
    told = tuple(Change(**change.model_dump()) for change in born.changes) if changes is None else tuple(changes)
    shown = history.shown(number)
    return Revision(number, born.note, born.patches, shown, told, history.draft_of(number), born.at)


def _birth(
    event: str, number: int, line: tuple[int, ...], shown: Storyboard, wish: Storyboard, **more: object
) -> Entry:
    fields = {"number": number, "line": line, "place": len(line) - 1, "storyboard": shown, "at": time.time(), **more}
    return Entry.model_validate({"event": event, "wish": None if wish == shown else wish, **fields})


def _as_told(history: History, done: Entry) -> Revision:
    """What an entry of the history led to, as it was told then."""
    return _revision(history, done.number, [Change(**change.model_dump()) for change in done.changes])


def _step(home: Home, production_id: str, by: int, key: str) -> Revision:
    with opened_history(find_work(home, production_id)) as history:
        if (done := history.asked_by(key)) is not None:
            return _as_told(history, done)
        place = history.last.place + by
        if not 0 <= place < len(history.last.line):
            raise BadInput("There is nothing to undo." if by < 0 else "There is nothing to redo: nothing was undone.")
        return _move(history, "undo" if by < 0 else "redo", history.last.line, place, key)


def _move(history: History, event: str, line: tuple[int, ...], place: int, key: str = "") -> Revision:
    """Stand at another revision; the changes are those against the one that was left."""
    left = history.shown(history.current)
    number = line[place]
    told = _kept(diff(left, history.shown(number)).changes)
    history.add(
        Entry.model_validate(
            {
                "event": event,
                "number": number,
                "line": line,
                "place": place,
                "at": time.time(),
                "changes": told,
                "key": key,
            }
        )
    )
    return _revision(history, number, diff(left, history.shown(number)).changes)


def _kept(changes: Sequence[Change]) -> tuple[Told, ...]:
    return tuple(Told(**asdict(change)) for change in changes)


def _wish(history: History, before: Storyboard, after: Storyboard, patches: Sequence[Patch]) -> Storyboard:
    """What is asked for now: the wish so far with the same patches, so that lines without room may come back.

    Where they mean something else there, what is shown is the wish.
    """
    wish = history.wish(history.current)
    if wish == before:
        return after
    try:
        made = from_the_root(apply_all(wish, patches))
    except PatchRefused:
        return after
    new = [{scene.id for scene in new.scenes} - {scene.id for scene in old.scenes} for old, new in
           ((before, after), (wish, made))]  # fmt: skip
    return made if new[0] == new[1] else after


def _check(before: Storyboard, after: Storyboard) -> None:
    """Raise where `after` names what `before` does not and nobody knows."""
    from agency.cast import cast_storyboard
    from agency.wishes import check_files

    if _named(before) != _named(after):
        cast_storyboard(after)
    if _files(before) != _files(after):
        check_files(after)


def _named(board: Storyboard) -> tuple[object, ...]:
    return board.avatar, board.voice, board.music, {scene.background.family for scene in board.scenes}


def _files(board: Storyboard) -> tuple[object, ...]:
    return board.logo, {picture for scene in board.scenes for picture in picture_paths(scene)}


def _revision_of(history: History, draft: int) -> int:
    numbers = history.work.numbers()
    if draft not in numbers:
        known = ", ".join(map(str, numbers)) or "none yet"
        raise BadInput(f"There is no draft {draft} of {history.work.id}; there are {known}.")
    number = history.revision_of(draft)
    if number is None:
        raise BadInput(f"The storyboard of draft {draft} was not kept, since it was made by an older version.")
    return number


def _told(history: History, last: DraftRow | None, draft: int, *, again: bool) -> tuple[str, tuple[Change, ...]]:
    """What was said for a draft, and what changed against the one before it."""
    number = history.revision_of(draft)
    if number is None:
        return "", ()
    born = history.birth(number)
    earlier = history.records.get(last.number) if last else None
    now: DraftRecord | None = history.records.get(draft)
    if again:
        same = next(n for n in history.work.numbers() if history.revision_of(n) == number)
        same_quality = last is not None and last.revision == number
        note = "the same again" if same_quality else f"back to draft {same}"
        return note, diff(earlier.storyboard, now.storyboard).changes if earlier and now else ()
    if last is not None and born.changes and born.line[-2:-1] == (last.revision,):
        return born.note, tuple(Change(**change.model_dump()) for change in born.changes)
    return born.note, diff(earlier.storyboard, now.storyboard).changes if earlier and now else ()


def _measured_seconds(video: Path) -> float:
    """The length that the report of a draft has measured; 0 where there is none."""
    from tools.review import Report

    try:
        return Report.model_validate_json(video.with_suffix(".report.json").read_bytes()).duration_seconds
    except (OSError, ValueError):
        return 0.0

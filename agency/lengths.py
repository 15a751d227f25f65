"""Lengths: what a storyboard says less or more so that it meets the length that is asked for now.

Nothing that the client wrote is touched: lines of ours go where it is too long, the least needed first, and more of
what the brief tells comes where it is too short.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agency.branding import PinnedBrand, material_of
from agency.desk import Desk
from agency.history import History, read_history
from agency.home import Home
from agency.progress import StageTimes
from agency.revisions import find_work
from agency.writing import plan_source
from renderers.errors import RenderError
from tools.brief import Brief
from tools.edit import DoesNotFit
from tools.errors import PatchRefused, ToolError
from tools.language import ScriptRequest
from tools.language.timing import estimate_seconds
from tools.patch_targets import free_id
from tools.patches import AddLine, DeleteLine, InsertScene, Patch, RestoreScenes, SetDuration
from tools.patching import apply, apply_all
from tools.script import Line, Script
from tools.storyboard import Scene, Storyboard

MOST_STRETCHED = 3.0
"""How much longer than needed a script is written to find more to say."""

_CARDS = ("title", "end_card", "clip", "logo", "chapter")
"""Layouts whose scenes get no more to say."""

ATTEMPTS = 6
"""How often lines are taken or added before the length is given up."""


@dataclass(frozen=True)
class Fitted:
    """The patches that meet the length, those that were asked for first, and what the client should know of it."""

    patches: tuple[Patch, ...]
    notes: tuple[str, ...] = ()


def fit_length(home: Home, production: str, patches: Sequence[Patch], desk: Desk) -> Fitted:
    """`patches`, with more of them where they ask for another length that the lines do not meet.

    Where nothing of ours can be taken or added, they are as they were given, and a note says what stands against it.
    """
    asked = tuple(patches)
    if not any(isinstance(patch, SetDuration) and patch.seconds is not None for patch in asked):
        return Fitted(asked)
    history = read_history(find_work(home, production))
    wish, shown = history.wish(history.current), history.shown(history.current)
    try:
        wanted = apply_all(wish, asked)
    except PatchRefused:
        return Fitted(asked)
    found = fit_lines(wanted, history, desk)
    if found.patches and wish.scenes != shown.scenes:
        # Lines that had no room so far are there again, so that others can come after them.
        return Fitted((RestoreScenes(scenes=wish.scenes), *asked, *found.patches), found.notes)
    return Fitted((*asked, *found.patches), found.notes)


def fit_lines(board: Storyboard, history: History, desk: Desk) -> Fitted:
    """The patches of `board` by which it meets its length; none where it does so, or where it can not."""
    seconds, wanted, stretch = board.duration_seconds or 0.0, board, 1.0
    more: list[Patch] = []
    for _ in range(ATTEMPTS):
        try:
            plan = plan_source(wanted, {}, desk, StageTimes()).plan
        except DoesNotFit as misfit:
            if misfit.too_long_seconds:
                found = list(_shorter(wanted, misfit.too_long_seconds, history))
            else:
                stretch *= 1.1 + misfit.too_short_seconds / seconds
                found = list(_longer(wanted, seconds * stretch, history, desk))
            if not found and (misfit.too_long_seconds or stretch > MOST_STRETCHED):
                return Fitted((), (f"{misfit} Until then, no draft of it can be made.",))
            for patch in found:
                wanted = apply(wanted, patch)
            more += found
        except (RenderError, ToolError):
            # Whatever it is, it has nothing to do with the length, and is told where it is met.
            return Fitted(())
        else:
            return Fitted(tuple(more), tuple(_told(history, plan.storyboard)))
    return Fitted((), ("I could not meet that length with what there is to say; no draft can be made of it.",))


def _brief(history: History) -> Brief | None:
    try:
        return Brief.model_validate_json((history.work.folder / "brief.json").read_bytes())
    except (OSError, ValueError):
        return None


def _written(history: History) -> set[str]:
    """The texts that we wrote: those of the first revision."""
    born = history.birth(history.entries[0].number)
    return {
        line.text for board in (born.storyboard, born.wish) if board for scene in board.scenes for line in scene.lines
    }


def _ever(history: History) -> set[str]:
    """All texts that any revision has or had: what is not there now was taken out by the client."""
    boards = [board for entry in history.entries for board in (entry.storyboard, entry.wish) if board is not None]
    return {line.text for board in boards for scene in board.scenes for line in scene.lines}


def _shorter(board: Storyboard, excess: float, history: History) -> Iterator[Patch]:
    """Lines of ours that go: from the scenes that say most, the last of them first; never a scene's only line."""
    if board.verbatim:
        return
    ours = _written(history)
    left = {scene.id: list(scene.lines) for scene in board.scenes if not scene.locked}
    while excess > 0:
        open_ = {
            id_: [line for line in lines[1:] if line.text in ours and not line.optional] for id_, lines in left.items()
        }
        open_ = {id_: lines for id_, lines in open_.items() if lines}
        if not open_:
            break
        fullest = max(open_, key=lambda id_: sum(estimate_seconds(line.text) for line in left[id_]))
        gone = open_[fullest][-1]
        left[fullest].remove(gone)
        excess -= estimate_seconds(gone.text) / board.speed
        yield DeleteLine(line=gone.id)


def _longer(board: Storyboard, seconds: float, history: History, desk: Desk) -> Iterator[Patch]:
    """What a longer script of the same brief says that was never said: lines after those they follow, or new scenes."""
    brief = _brief(history)
    if brief is None or board.verbatim:
        return
    wording = None
    if board.brand is not None and (
        material := material_of(PinnedBrand(board.brand.id, board.brand.version), desk.settings)
    ):
        from tools.branding import brand_brief

        branded = brand_brief(brief, material)
        brief, wording = branded.brief, branded.wording
    request = ScriptRequest(brief.changed(duration_seconds=seconds), seconds, wording=wording)
    script: Script = desk.engine("language").complete(request, Script)
    known = _ever(history) | {line.text for scene in board.scenes for line in scene.lines}
    at = {line.text: (scene.id, line.id) for scene in board.scenes for line in scene.lines}
    ids = {line.id for scene in board.scenes for line in scene.lines}
    spoken = [scene for scene in board.scenes if scene.lines and not scene.locked and scene.layout not in _CARDS]
    if not spoken:
        return
    scenes = {scene.id for scene in board.scenes}
    after, ends = "", {spoken[-1].id} if board.scenes[-1].layout != "end_card" else {board.scenes[-1].id}
    for section in script.sections:
        old = [line for line in section.lines if line.text in at]
        new = [line for line in section.lines if line.text not in known]
        if old:
            after = at[old[-1].text][0]
            scene = next(each for each in board.scenes if each.id == after)
            if not scene.locked and scene.layout not in _CARDS:
                yield from _lines(section.lines, scene, known, ids)
        elif new and len(new) == len(section.lines) and after not in ends:
            lines = tuple(_fresh(line, ids) for line in new)
            made = Scene(
                id=free_id(section.id, scenes),
                heading=section.heading[:300],
                lines=lines,
                background=spoken[0].background,
            )
            yield InsertScene(after=after or board.scenes[0].id, scene=made)
            scenes.add(made.id)
            after = made.id
        known |= {line.text for line in new}


def _lines(lines: Sequence[Line], scene: Scene, known: set[str], ids: set[str]) -> Iterator[Patch]:
    """The lines that the scene lacks, each after the one that it follows in the script."""
    at = {line.text: line.id for line in scene.lines}
    after = ""
    for line in lines:
        if line.text in at:
            after = at[line.text]
        elif line.text not in known and after:
            fresh = _fresh(line, ids)
            yield AddLine(scene=scene.id, after=after, line=fresh)
            after = fresh.id


def _fresh(line: Line, ids: set[str]) -> Line:
    # Said as far as there is room: it goes by itself where less is wanted later.
    made = line.changed(id=free_id(line.id, ids), optional=True)
    ids.add(made.id)
    return made


def _told(history: History, after: Storyboard) -> Iterator[str]:
    """What is said no longer, where lines go by themselves because they have no room."""
    before = history.shown(history.current)
    said = {line.text for scene in after.scenes for line in scene.lines}
    gone = [line.text for scene in before.scenes for line in scene.lines if line.text not in said]
    if gone:
        quoted = " ".join(f"“{text}”" for text in gone[:6])
        yield f"To fit, this is left out: {quoted}{' …' if len(gone) > 6 else ''}"

"""Redressing: a production that is planned already takes on a brand, with everything that it leaves open."""

from __future__ import annotations

from agency.branding import PinnedBrand, keep_brand_files, material_of
from agency.desk import Desk
from agency.history import read_history
from agency.home import Home
from agency.lengths import fit_lines
from agency.revisions import Revision, current, find_work, remake
from tools.branding import dress_storyboard, undressed
from tools.errors import BadInput
from tools.patches import DeleteLine, SetBrand
from tools.patching import apply_all
from tools.storyboard import Storyboard


def redress(
    home: Home, production: str, pinned: PinnedBrand, desk: Desk, note: str, key: str = ""
) -> tuple[Revision, tuple[str, ...]]:
    """The production as a revision in the brand, and what the client should know of it.

    What the client chose stays, as do locked scenes; what came from another brand goes. Raises `BadInput` where the
    brand is not known (any more), or the production is in it already.
    """
    material = material_of(pinned, desk.settings)
    if material is None:
        raise BadInput(f"I know no brand {pinned.id!r} any more; give me the address of its website to learn it again.")
    board = current(home, production).storyboard
    used = board.brand
    if used is not None and (used.id, used.version) == (pinned.id, pinned.version):
        raise BadInput(f"The video is in the brand {used.name or used.id} already.")
    work = find_work(home, production)
    history = read_history(work)
    notes: list[str] = []

    def dressed(before: Storyboard) -> Storyboard:
        made = dress_storyboard(undressed(before), material, carded=False)
        locked = {scene.id: scene for scene in before.scenes if scene.locked}
        scenes = [locked.get(scene.id, scene) for scene in made.storyboard.scenes]
        after = keep_brand_files(made.storyboard.changed(scenes=scenes), work, home.root)
        notes.extend(made.told(after))
        return after

    fitted = fit_lines(dressed(history.wish(history.current)), history, desk)
    notes.clear()
    use = dressed(board).brand

    def fitting(before: Storyboard) -> Storyboard:
        after = dressed(before)
        there = {line.id for scene in after.scenes for line in scene.lines}
        return apply_all(
            after, [each for each in fitted.patches if isinstance(each, DeleteLine) and each.line in there]
        )

    made = remake(home, production, note, fitting, SetBrand(brand=use), key=key)
    return made, tuple(dict.fromkeys((*notes, *fitted.notes)))

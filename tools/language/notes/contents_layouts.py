"""Arrangements: another layout for a scene that is named, with what it shows read out of what the scene says."""

from __future__ import annotations

import re

from tools.errors import PatchRefused
from tools.language.notes.contents_core import DET, SET, Core
from tools.language.notes.context import Reading, ask, do
from tools.layout_wishes import layout_patches
from tools.storyboard import Layout

_TAIL = r"(?:scene|layout|card|page|slide|view|screen|style|form|format)"
_NAMES: tuple[tuple[Layout, str], ...] = (
    ("steps", r"(?:numbered |simple |step[- ]by[- ]step )?steps|numbered list|timeline|step[- ]by[- ]step"),
    ("points", r"(?:bullet ?)?points|bullets|(?:bullet(?:ed)?|plain|simple|normal) list|list|checklist"),
    ("chapter", r"chapter(?: (?:card|title|heading))?|section (?:card|title|heading)|chapter mark"),
    ("statistic", r"(?:big )?(?:statistic|stat|number|figure)|kpi"),
    ("quote", r"(?:customer )?(?:quote|testimonial)"),
    ("product", r"product(?: card)?"),
    ("comparison", r"comparison|side[- ]by[- ]side|before[- ]and[- ]after"),
    ("chart", r"(?:bar )?(?:chart|graph|diagram)"),
    ("screen", r"(?:browser|phone|screen)(?: mock-?up| window)?|mock-?up"),
    ("picture_in_picture", r"picture[- ]in[- ]picture|pip"),
    ("full_bleed", r"full[- ]?bleed(?: picture)?|full[- ]?screen (?:picture|photo|image)"),
    ("picture", r"(?:framed )?(?:picture|photo)"),
    ("logo", r"logo(?: (?:reveal|animation|card))?"),
    ("presenter", r"(?:speaking |plain |normal )?presenter(?: view)?|talking head|(?:just )?(?:maya|daniel|her|him)"),
)
_NUMBERED = r"(?: with (?:a |its |the )?(?:number|numbers|name|title))?"


def read_arrangement(core: Core) -> Reading | None:
    """The layout that a scene is wanted in; a question where it lacks what that shows."""
    scene = core.scene
    if scene is None:
        for layout, other, words in (
            ("points", "steps", "steps"),
            ("steps", "points", "(?:bullet ?)?points|bullets|list"),
        ):
            own = core.shown(other)  # type: ignore[arg-type]
            names = dict(_NAMES)[layout]  # type: ignore[index]
            if own is not None and core.match(
                rf"(?:{SET}|show )?{DET}(?:{words}) (?:as|into|to) (?:an? |the )?(?:{names})(?: instead.*)?"
            ):
                return _shown(core, own.id, layout)  # type: ignore[arg-type]
        return None
    for layout, names in _NAMES:
        verbs = (
            rf"(?:(?:{SET}|show |display |give |do |want |use |present |switch |lay out |rearrange "
            r")(?:it |this |that |the |scene |everything |list |points |bullets |steps |entries "
            r"|content |what (?:she|he) says )*)?"
        )
        back = r"(?:back |again |rather |now |up |out )*"
        how = (
            rf"{verbs}{back}(?:(?:as|into|to|be|in|should be|using|with|like)+ )*(?:an? |the |one "
            rf"|our )*(?:{names})(?: {_TAIL})?{_NUMBERED}(?: (?:instead|again|back|please|there|rather)(?: "
            r"of .+)?| rather than .+)*"
        )
        wish = (
            r"(?:i'?d |we'?d |i would |we would )?(?:rather|prefer to|want to|like to) (?:see|have|"
            rf"show) (?:an? |the )?(?:{names})(?: than .+| instead.*| again)?"
        )
        if core.match(how) or core.match(wish):
            if layout == "presenter" and not re.search(
                r"presenter|talking head|maya|daniel|her\b|him\b", core.text, re.I
            ):
                continue
            bare = core.match(rf"(?:an? |the )?(?:{names})")
            verb = core.match(
                r"(?:add|put|use|want|give|have|get|edit|fix|correct|adjust|update|write|change|set|"
                r"let) .*"
            )
            arranged = re.search(r"\b(?:as|into|to|layout|instead|turn|make|back|format|in)\b", core.text, re.I)
            card = layout in ("chapter", "presenter") and bare is not None
            if (bare or verb) and not arranged and not card:
                return None
            if layout == "logo" and verb and not re.search(r"reveal|layout|as ", core.text, re.I):
                return None
            return _shown(core, scene.id, layout)
    if core.match(
        r"(?:reveal|animate|show) (?:the |our )?logo(?: big| large| reveal| full[- ]screen| "
        r"as it is revealed)+"
    ):
        return _shown(core, scene.id, "logo")
    return None


def _shown(core: Core, scene: str, layout: Layout) -> Reading:
    board = core.context.board
    assert board is not None
    own = core.context.scene(scene)
    if own is not None and own.layout == layout:
        return Reading(kept=True, said="The scene is shown like that already.")
    if core.problem is not None:
        return core.problem
    try:
        return do(*layout_patches(board, scene, layout), focus=(scene,))
    except PatchRefused as refused:
        return ask(str(refused))

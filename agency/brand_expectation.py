"""What a production is held against of its brand: the values of the pinned kit, and what its scenes show and say."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from agency.orchestrator import Plan
from renderers.picture_format import PictureFormat, Rect
from renderers.timeline import LogoClip, PresenterClip, Timeline
from tools.branding import Material
from tools.branding.looks import logo_of
from tools.branding.material import HARMLESS, usable, usable_ones
from tools.layouts import picture_paths, texts_of_layout
from tools.review_brand_plan import Box, BrandScene, ExpectedBrand, Said
from tools.storyboard import BrandUse, Scene

_MARK = re.compile(r" [0-9a-f]{12}$")
"""What tells families of a production's own apart that have the same name (`agency.brand_fonts`)."""


def expect_brand(plan: Plan, timeline: Timeline, material: Material | None) -> ExpectedBrand | None:
    """The brand that the file of `plan` is to fit; None where it has none.

    Where the brand was forgotten since (`material` is None) only what the storyboard records of it is known.
    """
    use = plan.storyboard.brand
    if use is None:
        return None
    common = {
        "id": use.id,
        "name": use.name or use.id,
        "version": use.version,
        "set_heading": _MARK.sub("", plan.look.heading),
        "set_body": _MARK.sub("", plan.look.body),
        "logo": plan.storyboard.logo,
        "own_words": not plan.storyboard.verbatim,
        "scenes": _scenes(plan, timeline),
    }
    return ExpectedBrand(**{**common, **(_of_kit(plan, material) if material else _of_records(use))})  # type: ignore[arg-type]


def _of_kit(plan: Plan, material: Material) -> dict[str, object]:
    kit = material.kit
    palette = kit.palette
    colours = [
        (name, fact.value.hex)
        for name, fact in (
            ("primary", usable(palette.primary)),
            ("secondary", usable(palette.secondary, HARMLESS)),
            *(("accent", accent) for accent in usable_ones(palette.accents, HARMLESS)),
            ("background", usable(palette.background)),
            ("surface", usable(palette.surface)),
            ("text", usable(palette.text)),
        )
        if fact is not None
    ]
    faces = {"heading": usable(kit.heading), "body": usable(kit.body)}
    known = {name: face.value for name, face in faces.items() if face is not None}
    ours = {family.casefold() for family in material.families}
    wished = {"heading": plan.storyboard.look.heading, "body": plan.storyboard.look.body}
    # What has no files can not be set; a family that was asked for by name is not the brand's to judge.
    missing = tuple(
        name
        for name, face in known.items()
        if face.family.casefold() not in ours and wished[name].casefold() != face.family.casefold()
    )
    tone = usable(kit.tone)
    told: dict[str, object] = {
        "logo": _logo(plan, material),
        "colours": tuple(colours),
        "substituted": missing,
        "never": kit.lexicon.never,
        **{name: face.family for name, face in known.items()},
    }
    if tone is not None:
        voice = tone.value
        told |= {
            "sentence_words": voice.sentence_words,
            "exclamations": voice.exclamations,
            "questions": voice.questions,
            "person": voice.person,
        }
    return told


def _logo(plan: Plan, material: Material) -> str:
    """The logo to be looked for: the one shown, where it is the brand's or a client gave it; else the brand's."""
    board = plan.storyboard
    recorded = board.brand is not None and any(one.field == "logo" for one in board.brand.sources)
    if board.logo:
        shown = hashlib.sha256(Path(board.logo).read_bytes()).hexdigest()
        if not recorded or any(fact.value.file.digest == shown for fact in material.kit.logos):
            return board.logo
    return logo_of(material, plan.look.palette.dark)[0]


def _of_records(use: BrandUse) -> dict[str, object]:
    """What the storyboard says of a brand whose kit is gone."""
    by_field = {one.field: one.value for one in use.sources}
    colours = tuple(
        (name, by_field[f"look.{name}"])
        for name in ("primary", "secondary", "accent", "background")
        if f"look.{name}" in by_field and by_field[f"look.{name}"].startswith("#")
    )
    return {"colours": colours}


def _scenes(plan: Plan, timeline: Timeline) -> tuple[BrandScene, ...]:
    found = []
    for scene, edited, made in zip(plan.storyboard.scenes, plan.edit.scenes, timeline.scenes, strict=True):
        logo = next((clip.region for clip in made.clips if isinstance(clip, LogoClip)), None)
        person = next((clip.region for clip in made.clips if isinstance(clip, PresenterClip)), None)
        starts = {line.id: edited.start + line.start for line in edited.lines}
        found.append(
            BrandScene(
                id=scene.id,
                start=edited.start,
                duration=edited.duration,
                logo=_shares(logo, plan.format) if logo else None,
                presenter=_shares(person, plan.format) if person else None,
                pictured=bool(picture_paths(scene) or scene.film),
                said=_said(plan, scene, starts, edited.start),
            )
        )
    return tuple(found)


def _said(plan: Plan, scene: Scene, starts: dict[str, int], first: int) -> tuple[Said, ...]:
    card = plan.storyboard.end_card
    shown = {"heading": scene.heading, "subtitle": scene.subtitle}
    if content := texts_of_layout(scene, logo=bool(plan.storyboard.logo)):
        shown["content"] = "\n".join(content)
    if scene.layout == "end_card":
        shown = {"end card": f"{card.headline}\n{card.call_to_action}\n{card.address}"}
    spoken = [Said(line.text, starts[line.id], "spoken", line.id) for line in scene.lines if line.id in starts]
    return (*spoken, *(Said(text, first, "on screen", part) for part, text in shown.items() if text.strip()))


def _shares(region: Rect, format: PictureFormat) -> Box:
    width, height = format.design_width, format.design_height
    return region.x / width, region.y / height, region.width / width, region.height / height

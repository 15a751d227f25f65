"""The brand's opening and closing: its own clips as the first and the last scene, where it is certain that they are."""

from __future__ import annotations

from typing import Literal

from brand_memory.kit import Clip, Fact
from renderers.picture_format import ASPECTS
from tools.branding.material import CERTAIN, Material, source, usable
from tools.brief import Aspect
from tools.storyboard import BrandSource, FilmChoice, Scene, Storyboard

MOST_CROPPED = 0.2
"""The share of a clip's picture that may be lost where it fills a frame of another shape: logos stand at the edges."""
LONGEST_SHARE = 0.4
"""The most of an asked length that opening and closing together may take."""
_Part = Literal["opening", "closing"]
_PARTS: tuple[_Part, ...] = ("opening", "closing")


def film_scenes(storyboard: Storyboard, material: Material) -> tuple[Storyboard, list[BrandSource], list[str]]:
    """`storyboard` between the brand's opening and closing, as far as they are certain and fit; notes on the others."""
    scenes = storyboard.scenes
    sources: list[BrandSource] = []
    notes: list[str] = []
    for part, fact, clip in _chosen(material, storyboard.aspect, storyboard.duration_seconds, notes):
        if any(scene.part == part for scene in scenes) or any(scene.id == part for scene in scenes):
            continue
        film = FilmChoice(file=material.place(clip.file), sound=clip.sound)
        scene = Scene(id=part, layout="clip", film=film, part=part, transition="cut", hold_seconds=0)
        first, *rest = scenes
        scenes = (scene, first.changed(transition="cut"), *rest) if part == "opening" else (*scenes, scene)
        sources.append(source(f"scenes.{part}.film", part, f"{clip.file.name} ({clip.seconds:.1f} s)", fact))
    return (storyboard.changed(scenes=scenes) if sources else storyboard), sources, notes


def film_seconds(material: Material, aspect: Aspect, seconds: float | None) -> float:
    """How long the opening and closing take that a programme of `seconds` will have."""
    return sum(clip.seconds for _, _, clip in _chosen(material, aspect, seconds, []))


def _chosen(
    material: Material, aspect: Aspect, seconds: float | None, notes: list[str]
) -> list[tuple[_Part, Fact[Clip], Clip]]:
    kit = material.kit
    found: list[tuple[_Part, Fact[Clip], Clip]] = []
    width, height = ASPECTS[aspect]
    for part, fact in zip(_PARTS, (kit.opening, kit.closing), strict=True):
        if fact is None or fact.status == "rejected":
            continue
        clip = fact.value.fitting(width, height)
        shape, frame = clip.width / clip.height, width / height
        if usable(fact, CERTAIN) is None:
            notes.append(
                f"{clip.file.name} may be the brand's {part} ({clip.seconds:.1f} s), but that is a guess; to have it "
                f"in its videos, run `agency brand confirm {kit.id} {part}`."
            )
        elif 1 - min(shape, frame) / max(shape, frame) > MOST_CROPPED:
            notes.append(
                f"The brand's {part} is {clip.width} × {clip.height} and would lose its edges in {aspect}, so it is "
                "left out."
            )
        else:
            found.append((part, fact, clip))
    total = sum(clip.seconds for _, _, clip in found)
    if seconds is not None and total > LONGEST_SHARE * seconds:
        notes.append(
            f"The brand's opening and closing take {total:.1f} s, too much of the {seconds:g} s asked for, so they are "
            "left out; ask for more time to have them."
        )
        return []
    return found
